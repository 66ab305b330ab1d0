"""Numéros de sécurité sociale (Corse comprise) et de compte bancaire, bien ou mal espacés."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.pliage import CHIFFRES, Note
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_ECART: Final = r"[ ./_-]{0,2}"
_NIR: Final = re.compile(
    rf"(?<![0-9a-z])[1-478]{_ECART}\d{_ECART}\d{_ECART}\d{_ECART}\d{_ECART}"
    rf"(?:\d{_ECART}\d|2{_ECART}[ab])(?:{_ECART}\d){{6}}(?:{_ECART}\d{{2}})?(?!\d)"
)
_NIR_ANNONCE: Final = re.compile(
    r"\b(?:nir|secu(?:rite sociale)?|carte vitale|n°? ?ss)\b[^\d\n]{0,20}"
    r"(?P<x>[1-478](?:[ ./-]{0,2}\d|(?<=2) ?[ab](?= ?\d\d)){9,16})(?![0-9])"
)
_IBAN: Final = re.compile(
    r"(?<![0-9a-z])(?:fr|be|de|es|it|pt|lu|nl|gb|ro|pl|ch|mc|at|gr|tr|ma|tn|dz)"
    r" ?\d{2}(?:[ .-]?[0-9a-z]){10,30}(?![0-9a-z])"
)
_RIB: Final = re.compile(r"(?<![0-9a-z])\d{5}[ -]\d{5}[ -][0-9a-z]{11}[ -]\d{2}(?!\d)")

_IBAN_COURT: Final = 13
"""Aucun IBAN n'a moins de quinze signes ; on en tolère un oublié."""


def reperer(note: Note) -> Iterator[Repere]:
    """Quinze chiffres dans l'ordre d'un NIR, et les comptes bancaires."""
    if CHIFFRES not in note.vocabulaire:
        return
    yield from chercher(note, _NIR, Categorie.nir)
    yield from chercher(note, _NIR_ANNONCE, Categorie.nir)
    yield from chercher(note, _RIB, Categorie.iban)
    for repere in chercher(note, _IBAN, Categorie.iban):
        serre = _sans_mot_final(note, repere)
        signes = [c for c in note.plie[serre.debut : serre.fin] if c.isalnum()]
        if len(signes) > _IBAN_COURT and sum(map(str.isdigit, signes)) > len(signes) // 2:
            yield serre


def _sans_mot_final(note: Note, repere: Repere) -> Repere:
    """Un IBAN ne finit pas par un mot ordinaire : on rend ce qui le suit à la phrase."""
    texte = note.plie[repere.debut : repere.fin]
    while " " in texte and texte.rpartition(" ")[2].isalpha():
        texte = texte.rpartition(" ")[0]
    return Repere(repere.debut, repere.debut + len(texte), repere.categorie, repere.niveau)
