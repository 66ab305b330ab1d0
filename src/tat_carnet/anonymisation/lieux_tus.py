"""Le lieu qu'on tait reste dans les mots : « aux box », sous « Aubépines-Haut », dit le parking.

Septième épreuve de l'intrus : le dernier regard venait de demander « le secteur, non le lieu ».
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile
from typing import Final

from tat_carnet.anonymisation.pliage import Note, plier
from tat_carnet.anonymisation.recriture import Morceau
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.domain.fait import Site

_ARTICLE: Final = re.compile(r"^(?:l['’] ?|(?:chez|les?|la|aux?|du|des) )")
_DEFINI: Final = r"(?:l'|(?:les?|la|aux?|du|des|ce|cet|cette|ces) )"
_AU_LIEU: Final = r"(?!(?<=a la place) d)"
"""« à la place des grands » ne dit aucune place."""
_FAUTE_DE_MIEUX: Final = "n commerce"
_UN_LIEU: Final = "n lieu du secteur"
_COUPE: Final = re.compile(r"[,;/()]")
_LIENS: Final = frozenset({"de", "du", "des", "la", "le", "les", "d", "l", "et"})
_PLURIEL: Final = re.compile(r"(?<=\w{4})[sx]$")
_MOT: Final = re.compile(r"[^\W_]+")
_NOM_PROPRE: Final = 4
"""Lettres d'un mot du nom à partir desquelles il dit le lieu à lui seul."""
_ORDINAIRES: Final = re.compile(
    r"deux|trois|quatre|cinq|sept|huit|neuf|(?:noire?|rouge|verte?|jaune|grise?|bleue?"
    r"|petite?|grande?|haute?|basse)s?|blanc(?:he)?s?|vieux|vieille|sainte?|nord|ouest|centre"
)
"""De « Moulin-Bleu », le bleu est de partout."""


def noms_tus(site: Site, dits: Collection[str], *, au_large: bool) -> frozenset[str]:
    """Ce qui dirait encore ce lieu, dit par `dits`, un îlot, un secteur, qui n'en sont pas.

    Son nom d'usage, les noms propres de son nom public ; `au_large`, plus large que son nom qui
    peut sortir, ce qu'il est aussi : « le parking », là où le secteur en a un.
    """
    parts = [part.strip() for part in _COUPE.split(site.libelle_public) if part.strip()]
    usage = [_ARTICLE.sub("", plier(part.strip())) for part in _COUPE.split(site.nom_usage.lire())]
    noms = {nom if len(nom) > 2 else f"le {nom}" for nom in usage if nom}
    noms |= {plier(part) for part in (site.libelle_public, *parts)}
    for part in parts:
        tete, *suite = _MOT.findall(part)
        propres = (plier(mot) for mot in suite if mot[0].isupper() and len(mot) >= _NOM_PROPRE)
        noms |= {mot for mot in propres if not _ORDINAIRES.fullmatch(mot)}
        if au_large and len(tete) >= _NOM_PROPRE:
            communs = takewhile(lambda mot: mot.islower() and mot not in _LIENS, suite)
            noms.add(f"le {plier(' '.join((tete, *communs)))}")
    connus = {mot for dit in dits for mot in _MOT.findall(plier(dit))}
    return frozenset(nom for nom in noms if not connus >= set(_MOT.findall(nom)) - {"le"})


def sans_commerce(morceau: Morceau, noms: frozenset[str]) -> Morceau:
    """« les box » ne dit pas son genre : faute de mieux, la récriture en fait un commerce."""
    repere = morceau.repere
    if not noms or repere.categorie is not Categorie.petit_lieu:
        return morceau
    return replace(morceau, remplacement=morceau.remplacement.replace(_FAUTE_DE_MIEUX, _UN_LIEU))


def reperer_noms_tus(texte: str, noms: frozenset[str]) -> Iterator[Repere]:
    """Où ces noms se lisent, au pluriel aussi, de gauche à droite ; « le … » veut un article."""
    if not noms:
        return
    note = Note.de(texte)
    for trouve in _motif(noms).finditer(note.plie):
        place = trouve.span("tete" if trouve["tete"] else "nom")
        yield Repere(*note.bornes(*place), Categorie.petit_lieu, Niveau.masquer)


@lru_cache(maxsize=64)
def _motif(noms: frozenset[str]) -> re.Pattern[str]:
    plies = sorted(map(plier, noms))
    tetes = _un_de(nom.removeprefix("le ") for nom in plies if nom.startswith("le "))
    entiers = _un_de(nom for nom in plies if not nom.startswith("le "))
    return re.compile(rf"(?<!\w)(?:{_DEFINI}(?P<tete>{tetes})|(?P<nom>{entiers}))(?!\w){_AU_LIEU}")


def _un_de(noms: Iterable[str]) -> str:
    suites = sorted((_MOT.findall(nom) for nom in noms), key=lambda s: (-len(s), s))
    dits = [r"[^\w]{1,2}".join(suite) for suite in suites if suite]
    return "|".join(f"{_PLURIEL.sub('', dit)}[sx]?" for dit in dits) or r"(?!)"
