"""Les capitales : celle qui ouvre la phrase, celle du mot qui l'ouvre désormais, la note criée."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tat_carnet.anonymisation.recritures.contexte import Contexte, Remplacement

_DEBUT_DE_PHRASE: Final = re.compile(r"(?:^|[.!?…][ ]?[»\")]?\s+|\n\s*|[«“•]\s*|^[-–]\s+)$")
_ABREGE: Final = re.compile(
    r"(?i:(?<!\w)(?:env|approx|nb|t[ée]l|m|mr|mm|dr|st|av|bd|b[âa]t|sem|min|max|pers|part|apr?|pr|ch"
    r"|cf|ex|art|resp|soc|scol|abs|hosp|urg|rdv|anc|[ée]duc|lun|mar|mer|jeu|ven|sam|dim)[.]\s+)$"
)
"""Un point qui abrège ne finit pas la phrase."""
_EN_PHRASE: Final = re.compile(r"[\w,;:'’)»%]\s+$|['’(-]$")
_MAJUSCULE_DE_TETE: Final = re.compile(r"(?:L[ea]s?|L['’]|Une?|Mon|Ma|Sa|Son|Ses|Leurs?|Notre)\b")
_CAPITALE_EN_PHRASE: Final = re.compile(r"[a-zà-ÿ,][ ][A-ZÀ-Ý][a-zà-ÿ]|[a-zà-ÿ)][.!?][ ][A-ZÀ-Ý]")
_MINUSCULE_DE_TETE: Final = re.compile(r"(?:^|[a-zà-ÿ)][.!?][ ])[a-zà-ÿ]")
_CRI: Final = 12
"""Lettres capitales, autour d'un passage, à partir desquelles la note est toute en capitales."""


def est_soignee(texte: str) -> bool:
    """Vrai d'une note qui met leurs capitales : un nom sans la sienne y est un mot ordinaire."""
    if _MINUSCULE_DE_TETE.search(texte):
        return False
    ponctuee = texte[:1].isupper() and texte.rstrip().endswith((".", "!", "?", "…"))
    return ponctuee or _CAPITALE_EN_PHRASE.search(texte) is not None


def lever(choix: Remplacement, contexte: Contexte) -> Remplacement:
    """Le mot qui ouvre désormais la phrase en prend la capitale : « Roumain, il rit » : « Il rit ».

    Ou le nom récrit qui suit, dont `mettre_la_casse` voit alors qu'il commence la phrase.
    """
    suite = contexte.droite[choix.apres : choix.apres + 1]
    ouvre = not choix.texte and contexte.extrait[:1].isupper() and choix.apres < contexte.libre
    avant = contexte.gauche
    tete = _DEBUT_DE_PHRASE.search(avant) if avant.strip() else contexte.voisin is None
    if not (ouvre and tete and choix.avant == 0 and suite.islower()):
        return choix
    return replace(choix, texte=suite.upper(), apres=choix.apres + 1)


def mettre_la_casse(texte: str, debuts: tuple[int, int], fin: int, nouveau: str, ecrit: str) -> str:
    """La capitale d'un début de phrase ; tout en capitales dans une note qui l'est.

    `ecrit` : ce que la proposition dit déjà, à gauche. C'est elle qui fait la phrase, non le brut :
    le point de « K.B. » n'y est plus. `debuts` : celui de ce qui vient d'être ôté, et le sien.
    """
    ouvre, debut = debuts
    if _est_un_cri(texte[max(0, debut - 40) : fin + 40]):
        return nouveau.upper()
    tete, veille = texte[ouvre : ouvre + 5], ecrit[-12:]
    commence = _DEBUT_DE_PHRASE.search(veille) is not None and not _ABREGE.search(veille)
    majuscule = _MAJUSCULE_DE_TETE.match(tete) and not _EN_PHRASE.search(veille)
    if (commence and not tete[:1].islower()) or majuscule:
        return nouveau[:1].upper() + nouveau[1:]
    return nouveau


def _est_un_cri(voisinage: str) -> bool:
    """Vrai si tout est en capitales autour d'un passage."""
    if not voisinage.isupper():  # presque toujours : sans regarder lettre à lettre
        return False
    lettres = [c for c in voisinage if c.isalpha()]
    return len(lettres) >= _CRI and all(map(str.isupper, lettres))
