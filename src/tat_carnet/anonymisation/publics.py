"""Les noms publics : un site, un secteur ou un îlot que le cahier connaît n'est pas une fuite.

`domaine.md` §5 : un nom propre bloque s'il est « hors listes (sites, structures) ». Seul le nom
entier est public : « hall A » reste repéré même si « Résidence des Merles, hall A » est un site.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import prenoms
from tat_carnet.anonymisation.masquage import index_de
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperage import reperer_lecture
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.domain.fait import Site

_PARTIE: Final = re.compile(
    r"(?i:(?:les )?(?P<quartier>\w{3,}[sx])[ -](?:haut|bas|nord|sud|est|ouest|centre)e?s?)"
)


def noms_publics(sites: Collection[Site]) -> frozenset[str]:
    """Ce que ces sites ont de public ; un hall qui désigne des foyers n'a que son îlot.

    Un lieu nommé d'un seul prénom (« Karim », l'épicerie) n'y est pas : une phrase qui le dit
    parlerait de quelqu'un, et rien ne s'y arrêterait.
    """
    noms = {nom for site in sites for nom in (site.secteur, site.ilot)}
    lieux = {site.libelle_exportable for site in sites}
    noms |= {nom for nom in lieux if not _est_un_prenom(nom)}
    quartiers = {nom for site in sites for nom in _du_quartier(site.secteur)}
    return frozenset((noms | quartiers) - {""})


def _est_un_prenom(nom: str) -> bool:
    formes = Note.de(nom).formes
    return len(formes) == 1 and formes[0] in prenoms()


def _du_quartier(secteur: str) -> Iterator[str]:
    """« aux Lilas » de « Lilas-Haut » : le pluriel d'un quartier, jamais un nom nu, d'une famille.

    Sans quoi « vie sociale aux Lilas » passait pour un bâtiment, et « des Lilas » non.
    """
    if trouve := _PARTIE.fullmatch(secteur):
        yield from (f"{article} {trouve['quartier']}" for article in ("aux", "des", "les"))


def reperer_hors_publics(
    texte: str,
    liste: Collection[str],
    publics: frozenset[str],
    *,
    permis: frozenset[str] = frozenset(),
    categories: frozenset[Categorie] = frozenset(Categorie),
) -> Sequence[Repere]:
    """Les repères de `texte`, moins ceux qui tiennent tout entiers dans un nom public.

    D'un terme sûr de la liste de masquage, un nom public n'excuse rien : « Parking Karim » dit
    « Karim ». Seuls `permis`, les mots de l'outil et ceux qu'une personne a confirmés, l'excusent.
    """
    lecture = Lecture.de(texte)
    reperes = reperer_lecture(lecture, liste, categories)
    if not reperes or not (publics or permis):
        return reperes
    confirmes = list(_occurrences(lecture, _formes(permis)))
    connus = [*_occurrences(lecture, _formes(publics)), *confirmes]
    excuse, excuse_la_liste = couverture(connus), couverture(confirmes)
    return [r for r in reperes if not (excuse_la_liste if _est_liste(r) else excuse)(r)]


def hors_liste(noms: Collection[str], liste: Collection[str]) -> frozenset[str]:
    """Ceux de ces noms publics où aucun terme sûr de la liste de masquage ne se lit."""
    index = index_de(frozenset(liste))
    return frozenset(nom for nom in noms if not any(map(_est_liste, index.reperer(Note.de(nom)))))


def _est_liste(repere: Repere) -> bool:
    return repere.categorie is Categorie.liste and repere.niveau is Niveau.masquer


def couverture(bornes: Iterable[tuple[int, int]]) -> Callable[[Repere], bool]:
    """De quoi savoir si un repère tient tout entier dans l'une de ces bornes.

    Une longue note en a des milliers des deux : chacun contre chacun gelait la fenêtre.
    """
    rangees = sorted(bornes)
    debuts = [debut for debut, _ in rangees]
    fins = list(accumulate((fin for _, fin in rangees), max))

    def tient(repere: Repere) -> bool:
        rang = bisect_right(debuts, repere.debut)
        return rang > 0 and repere.fin <= fins[rang - 1]

    return tient


def bornes_des_noms(texte: str, noms: frozenset[str]) -> list[tuple[int, int]]:
    """Où ces noms se lisent en entier dans `texte`, sans égard à la casse ni aux accents."""
    return list(_occurrences(Note.de(texte), _formes(noms)))


@lru_cache(maxsize=16)
def _formes(publics: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Les noms en suites de mots pliés, rangés par leur premier mot."""
    formes: dict[str, tuple[tuple[str, ...], ...]] = {}
    for nom in sorted(publics):
        suite = tuple(Note.de(nom).formes)
        if suite:
            formes[suite[0]] = (*formes.get(suite[0], ()), suite)
    return formes


def _occurrences(
    note: Note, formes: dict[str, tuple[tuple[str, ...], ...]]
) -> Iterator[tuple[int, int]]:
    """Les bornes brutes de chaque nom public entier."""
    for rang, forme in enumerate(note.formes):
        for suite in formes.get(forme, ()):
            if tuple(note.formes[rang : rang + len(suite)]) == suite:
                yield note.bornes(note.debuts[rang], note.fins[rang + len(suite) - 1])
