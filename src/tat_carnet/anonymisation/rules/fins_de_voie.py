"""Où finit le nom d'une voie : au premier mot ordinaire, ou à la fin de ses capitales."""

from __future__ import annotations

import re
from typing import Final

from tat_carnet.anonymisation.lexiques import mots_de
from tat_carnet.anonymisation.nombres import EN_TOUTES_LETTRES
from tat_carnet.anonymisation.pliage import Note

_MOT: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LIENS: Final = frozenset(("de", "du", "des", "la", "le", "les", "l", "d", "aux", "au"))
_A_QUOI: Final = mots_de("chaux vent eau papier tan foulon sel poudre ble huile platre")
ORDINAIRE: Final = mots_de(
    "depuis pendant comme la le les l un une des du de d en et a au aux avec sans pour par "
    "pendant cette ce ces hier demain aujourd vers",
    "son sa ses qui que ou mais est sont il elle on nous y tous tout toute deux trois nuit",
    "jour matin soir cote bas haut pietonne commercante publique principale voisine meme",
    "derriere devant entiere vide deserte fermee ouverte barree scolaire rapide quartier cite",
    "secteur immeuble ecole college ville mairie gare marche centre parking stade gymnase",
    "hall bailleur departement prefecture porte bout coin retour travail souterrain prive",
    "interdit oblige prefere grande petite s'est c'est n'est calme calmes sombre totale faisant",
    "numero jusqu jusqu'a jusqu'au fer vie coupee inondee glissante",
)
"""Ce qui ne nomme pas une voie, et finit le nom de celle qui le précède."""


def fin_de_voie(note: Note, debut: int, fin: int) -> int:
    """Coupe le nom de la voie au premier mot ordinaire, ou à la fin de ses majuscules."""
    mots = list(_MOT.finditer(note.plie, debut, fin))
    nom = next((rang for rang, mot in enumerate(mots) if _est_une_voie(mot[0])), 0) + 1
    garde = mots[0].end()
    for rang, mot in enumerate(mots):
        if mot[0] in _A_QUOI and mots[rang - 1][0] == "a":
            garde = mot.end()
            continue
        if mot[0] == "a" and rang + 1 < len(mots) and mots[rang + 1][0] in _A_QUOI:
            continue
        lie = mot[0] in _LIENS
        if rang > nom + 2 and not lie and _est_fini(note, mot.start(), mot[0]):
            break
        suit_un_lien = rang > 0 and mots[rang - 1][0] in _LIENS
        chiffree = rang == nom and mots[0][0].isdigit()
        if mot[0] in ORDINAIRE and rang >= nom and not (lie or suit_un_lien or chiffree):
            break
        garde = mot.end() if not lie else garde
    return garde


def _est_une_voie(forme: str) -> bool:
    if forme in _LIENS or forme in EN_TOUTES_LETTRES:
        return False
    return not forme.isdigit() and forme not in ("bis", "ter", "quater", "a", "b", "c")


def _est_fini(note: Note, debut: int, forme: str) -> bool:
    brute, _ = note.bornes(debut, debut + 1)
    return not note.brut[brute].isupper() and not forme.isdigit()
