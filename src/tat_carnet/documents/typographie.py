"""La typographie française de ce qui s'imprime : signes, dates en lettres, nombres accordés."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import Final

from tat_carnet.domain.periode import debut_de_periode, dit_le_mois

FINE: Final = "\u202f"
"""Espace fine insécable : devant ; : ! ? et à l'intérieur des guillemets."""

INSECABLE: Final = "\u00a0"

_ESPACES: Final = r"[ \t\u00a0\u2009\u202f]"
_AVANT_SIGNE: Final = re.compile(rf"{_ESPACES}+([;:!?])|(?<=\S){_ESPACES}*(»)")
_APRES_GUILLEMET: Final = re.compile(rf"«{_ESPACES}*")
_APOSTROPHE: Final = re.compile(r"(?<=\w)'(?=\w)")
_ESPACES_REPETES: Final = re.compile(r"[ \t]+")


_BLANCS: Final = dict.fromkeys(map(ord, f"\n\t{FINE}{INSECABLE}"))
"""Les blancs que `isprintable` refuse : sans eux, un texte ordinaire se juge d'un coup."""


def _se_voit(signe: str) -> bool:
    return signe in "\n\t" or unicodedata.category(signe)[0] != "C"


def propre(texte: str) -> str:
    """Le texte tel qu'il s'imprime : signes invisibles ôtés, apostrophes et espaces françaises.

    Les lettres ne changent jamais ; les retours à la ligne restent. Un signe invisible (césure
    conditionnelle, espace sans chasse) ne sort pas : il couperait un mot aux yeux d'un lecteur.
    """
    visible = unicodedata.normalize("NFC", texte)
    if not visible.translate(_BLANCS).isprintable():
        visible = "".join(filter(_se_voit, visible))
    visible = _APOSTROPHE.sub("’", visible).replace("...", "…")
    visible = _AVANT_SIGNE.sub(lambda signe: FINE + signe[0].strip(), visible)
    visible = _APRES_GUILLEMET.sub(f"«{FINE}", visible)
    return _ESPACES_REPETES.sub(" ", visible).strip()


def lignes(texte: str) -> tuple[str, ...]:
    """Les lignes non vides d'un texte, chacune mise au propre."""
    return tuple(ligne for ligne in map(propre, texte.splitlines()) if ligne)


def majuscule(texte: str) -> str:
    """Le texte, première lettre en capitale (accent compris)."""
    return texte[:1].upper() + texte[1:]


def minuscule(texte: str) -> str:
    """« dette ou emprise » pour « Dette ou emprise », dans une phrase."""
    return texte[:1].lower() + texte[1:]


def nombre(valeur: int) -> str:
    """« 12 400 » : milliers séparés par une espace fine insécable."""
    return f"{valeur:,}".replace(",", FINE)


def accord(valeur: int, singulier: str, pluriel: str | None = None) -> str:
    """« 1 fait », « 12 faits » ; zéro s'accorde au singulier."""
    nom = singulier if valeur < 2 else pluriel or f"{singulier}s"
    return f"{nombre(valeur)}{INSECABLE}{nom}"


def _date(jour: date, patron: str) -> str:
    """Ce jour, dans l'écriture que Babel appelle `patron`."""
    # Ici, et non en tête : neuf mégaoctets, qu'un cahier où l'on ne fait que noter ne paie pas.
    from babel.dates import format_date

    return str(format_date(jour, patron, locale="fr_FR"))


def date_en_lettres(jour: date, *, semaine: bool = True, annee: bool = True) -> str:
    """« samedi 21 novembre 2026 » ; sans le jour de la semaine ou l'année si on le demande."""
    numero = "1er" if jour.day == 1 else str(jour.day)
    parties = [numero, _date(jour, "MMMM")]
    if semaine:
        parties.insert(0, _date(jour, "EEEE"))
    if annee:
        parties.append(str(jour.year))
    return " ".join(parties)


def mois_en_lettres(jour: date) -> str:
    """« novembre 2026 »."""
    return _date(jour, "MMMM yyyy")


def periode_en_lettres(du: date, au: date) -> str:
    """« du 2 au 20 novembre 2026 » ; le mois et l'année ne se répètent que s'ils changent."""
    fin = date_en_lettres(au, semaine=False)
    if du == au:
        return f"le {fin}"
    if (du.year, du.month) == (au.year, au.month):
        return f"du {'1er' if du.day == 1 else du.day} au {fin}"
    debut = date_en_lettres(du, semaine=False, annee=du.year != au.year)
    return f"du {debut} au {fin}"


def insecable(texte: str) -> str:
    """Des mots qu'une fin de ligne ne sépare pas."""
    return texte.replace(" ", INSECABLE)


@lru_cache(maxsize=1024)
def semaine_en_lettres(semaine: str, annee: int) -> str:
    """« semaine du 16 novembre » pour « 2026-S47 », suivi de l'année si ce n'est pas `annee`.

    « mois de novembre » pour « 2026-11 ». `ValueError` si ce n'est ni l'un ni l'autre.
    """
    lundi = debut_de_periode(semaine)
    if dit_le_mois(semaine):
        mois = _date(lundi, "MMMM")
        de = "d’" if mois[0] in "ao" else "de "
        return f"mois {de}{mois}{'' if lundi.year == annee else f' {lundi.year}'}"
    return f"semaine du {date_en_lettres(lundi, semaine=False, annee=lundi.year != annee)}"
