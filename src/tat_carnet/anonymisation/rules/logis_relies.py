"""Ce qu'un logement reconnu apprend du reste de la note.

Ce qui touche un bâtiment est un étage, ce qui précède un étage est un bâtiment, et un bâtiment
désigné une fois l'est partout : « tour H, 3e gauche… au H, personne ».
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import nature_de, termes
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.genres import COMMUN, INCONNU, genre_de_mot
from tat_carnet.anonymisation.rules.residences import DEPENDANCES, est_une_residence

_COTE: Final = (
    r"(?:(?:a |de |sur )?(?:main )?(?:gauche|droite)|face|fond(?: (?:de|du) couloir)?|au fond"
    r"|sur (?:cour|rue)|cote (?:cour|rue))"
)
_ETAGE: Final = re.compile(
    r"[ ,/(-]{1,3}(?P<x>(?:\d{1,2} ?(?:er|eme|e)|rdc|rez|dernier"
    rf"|(?P<n>\d{{1,2}})(?= {_COTE}\b|[ /-]+{_COTE}\b)|(?<=/ )\d{{1,3}}[a-h]?(?= ?/)"
    rf"|(?<=[/-])\d{{1,3}}[a-h])(?:[ ,-]{{1,2}}{_COTE})?|{_COTE})(?!\w| (?:de|du|d'|arr))"
)
"""Ce qui suit un bâtiment : « T7 / 3D », « B2-11e-gauche », « les lilas, 2e »."""
_SUITE: Final = re.compile(rf"[ ,/-]{{1,3}}(?P<x>{_COTE})\b(?! (?:de|du|d'))")
_LIAISON: Final = re.compile(r"[ ,/(-]{1,3}$")
_NUMERO: Final = re.compile(
    r"(?<![\w/,.'-])(?<!\d )(?P<x>(?!0)\d{1,3}(?: ?(?:bis|ter))?|[b-hk]|[a-hk-z]\d{1,2})"
    r"(?:[ ,-]{1,3}|(?: ?/ ?))$"
)
_CODE: Final = re.compile(r"(?:[a-z]|[a-z]\d{1,2}|\d{1,3}(?: ?(?:bis|ter))?)\Z")
_PORTE_LE_NOM: Final = re.compile(
    r"(?:(?:la |le |les |l')?(?:bat\w*|bts?|hall|tour|bloc|cage|residence|immeuble|imm|barre|villa"
    r"|esc\w*|entree|allee|montee)s?\.? (?:d(?:es?|u) |de la |les? |la )?)?(?P<nom>.+)\Z"
)


def reperer(note: Lecture, trouves: Sequence[Repere]) -> Iterator[Repere]:
    """Étages, bâtiments et reprises que les repères déjà masqués font voir."""
    sûrs = [r for r in trouves if r.niveau is Niveau.masquer]
    batiments = [r for r in sûrs if r.categorie is Categorie.batiment]
    etages = [r for r in sûrs if r.categorie is Categorie.etage_porte]
    for repere in batiments:
        etages += _etages(note, repere.fin, _ETAGE)
    for repere in tuple(etages):
        yield repere
        yield from _etages(note, repere.fin, _SUITE)
        vus = list(_batiment_devant(note, repere.debut))
        batiments += vus
        yield from vus
    if batiments:
        yield from _reprises(note, batiments)


def _etages(note: Lecture, fin: int, motif: re.Pattern[str]) -> Iterator[Repere]:
    trouve = motif.match(note.plie, fin)
    if trouve:
        yield Repere(*trouve.span("x"), Categorie.etage_porte, Niveau.masquer)


def _batiment_devant(note: Lecture, debut: int) -> Iterator[Repere]:
    """« (20 rdc gauche) », « fonderies, rez » : ce qui touche un étage, devant lui."""
    numero = _NUMERO.search(note.plie, max(0, debut - 12), debut)
    if numero:
        yield Repere(*numero.span("x"), Categorie.batiment, Niveau.masquer)
        return
    rang = bisect_left(note.fins, debut) - 1
    if rang < 0 or not _LIAISON.fullmatch(note.plie, note.fins[rang], debut):
        return
    niveau = _niveau_du_nom(note, rang)
    if niveau is not None:
        yield Repere(note.debuts[rang], note.fins[rang], Categorie.batiment, niveau)


def _niveau_du_nom(note: Lecture, rang: int) -> Niveau | None:
    """« violettes rdc » : une fleur, ou un pluriel sans article."""
    forme, avant = note.forme(rang), note.forme(rang - 1)
    if est_une_residence(forme):
        return Niveau.masquer
    if not forme.isalpha() or len(forme) < 4 or forme in termes("generiques"):
        return None
    if forme in DEPENDANCES or forme in termes("metier"):
        return None
    nue = rang == 0 or note.entre(rang)[:1] in ",.;(/" or avant in ("aux", "residence")
    pluriel = forme.endswith("s") and nature_de(forme)[:1] == "n"
    if nue and pluriel and genre_de_mot(forme) in (COMMUN, INCONNU):
        return Niveau.masquer
    return None


def _reprises(note: Lecture, batiments: Sequence[Repere]) -> Iterator[Repere]:
    """Le même nom, la même lettre, le même code, ailleurs dans la note."""
    codes, noms = set(), set()
    for repere in batiments:
        nom = _nom(note, repere)
        if _CODE.match(nom):
            codes.add(nom)
        elif len(nom) > 3 and nom not in termes("generiques"):
            noms.add(nom)
    for code in codes:
        yield from _codes(note, code)
    for nom in noms:
        motif = re.compile(rf"(?<![\w'-]){re.escape(nom)}(?!\w)")
        for trouve in motif.finditer(note.plie):
            yield Repere(*trouve.span(), Categorie.batiment, Niveau.masquer)


def _nom(note: Lecture, repere: Repere) -> str:
    """« bâtiment des Mimosas » : « mimosas »."""
    trouve = _PORTE_LE_NOM.match(note.plie[repere.debut : repere.fin])
    return trouve["nom"].strip() if trouve else ""


def _codes(note: Lecture, code: str) -> Iterator[Repere]:
    """Une capitale seule, un « T7 » ; un nombre, derrière « le » seulement."""
    devant = r"(?:\b(?:au|du|le|la|les|entre|et|chez ceux du) |/ ?)" if code[0].isdigit() else ""
    for trouve in re.finditer(rf"{devant}(?<![\w'.-])(?P<x>{code})(?![\w'°.%-])", note.plie):
        debut = trouve.start("x")
        lettre = note.brut[note.origines[debut]]
        if len(code) > 1 or lettre.isdigit() or (lettre.isupper() and not note.en_capitales):
            if not code[0].isdigit() or _est_un_lieu(note, trouve.end()):
                yield Repere(debut, trouve.end(), Categorie.batiment, Niveau.masquer)


_UNITE: Final = re.compile(
    r" ?(?:h\b|h\d|:\d|/|ans|e\b|er\b|eme|€|euros|janv|fevr|mars|avril|mai\b|juin|juil|aout|sept"
    r"|oct|nov|dec|[a-z]{4,}s\b)"
)


def _est_un_lieu(note: Lecture, fin: int) -> bool:
    return not _UNITE.match(note.plie, fin)
