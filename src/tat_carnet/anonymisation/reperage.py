"""Compose les règles : qui l'emporte quand deux repères se recouvrent."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from tat_carnet.anonymisation.masquage import index_de
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules import (
    ages,
    courriel_compte,
    etages_batiments,
    heures,
    lexique,
    noms,
    telephone,
)

_REGLES: Final = (courriel_compte, telephone, ages, heures, etages_batiments, noms, lexique)
_PRIORITE: Final = {categorie: rang for rang, categorie in enumerate(Categorie)}


def reperer(texte: str, liste: Collection[str] = ()) -> Sequence[Repere]:
    """Les repères de `texte`, triés et disjoints, en indices de caractères Python.

    `liste` est la liste de masquage : ses termes sont trouvés quels que soient casse, accents,
    espacement, et à une faute près au-delà de cinq lettres. Lève `FileNotFoundError` si un lexique
    manque : l'appelant ne doit alors rien exporter.
    """
    note = Note.de(texte)
    plies = sorted(_candidats(note, liste), key=_preseance)
    return tuple(
        Repere(*note.bornes(r.debut, r.fin), r.categorie, r.niveau) for r in _disjoints(plies)
    )


def _candidats(note: Note, liste: Collection[str]) -> Iterator[Repere]:
    if liste:
        yield from index_de(frozenset(liste)).reperer(note)
    for regle in _REGLES:
        yield from regle.reperer(note)


def _preseance(repere: Repere) -> tuple[bool, int, int, int]:
    verifier = repere.niveau is Niveau.verifier
    return verifier, _PRIORITE[repere.categorie], repere.debut - repere.fin, repere.debut


def _disjoints(candidats: Sequence[Repere]) -> Sequence[Repere]:
    """Retient chaque candidat qui n'en recouvre aucun de plus prioritaire."""
    retenus: list[Repere] = []
    for candidat in candidats:
        rang = bisect_left(retenus, candidat.fin, key=lambda r: r.debut)
        if rang == 0 or retenus[rang - 1].fin <= candidat.debut:
            retenus.insert(rang, candidat)
    return retenus
