"""Numéros de sécurité sociale (Corse comprise) et de compte bancaire, bien ou mal espacés."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lexiques import mots_de
from tat_carnet.anonymisation.nombres import EN_LETTRES
from tat_carnet.anonymisation.pliage import CHIFFRES, Note
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_ECART: Final = r"[ ./_\n-]{0,2}"
_NIR: Final = re.compile(
    rf"(?<![0-9a-z])[1-478]{_ECART}\d{_ECART}\d{_ECART}[\do]{_ECART}\d{_ECART}"
    rf"(?:[\do]{_ECART}[\do]|2{_ECART}[ab])(?:{_ECART}[\do]){{6}}(?:{_ECART}\d{{2}})?(?![\do])"
)
_NIR_ANNONCE: Final = re.compile(
    r"\b(?:nir|secu(?:rite sociale)?|carte vitale|n°? ?ss)\b[^\d\n]{0,20}"
    r"(?P<x>[1-478](?:[ ./\n-]{0,2}[\do]\b|[ ./\n-]{0,2}[\do](?=[\do])|(?<=2) ?[ab](?= ?\d\d)"
    r"){9,16})(?![0-9])"
    rf"|\b(?:nir|secu(?:rite sociale)?|carte vitale)\b[^\d\n]{{0,12}}?"
    rf"(?P<y>(?:(?:{EN_LETTRES}|cents?|\d{{1,3}})[ ,-]{{1,2}}){{5,}}(?:{EN_LETTRES}|cents?"
    r"|\d{1,3}))\b"
)
_IBAN: Final = re.compile(
    r"(?<![0-9a-z])(?:f ?r|be|de|es|it|pt|lu|nl|gb|ro|pl|ch|mc|at|gr|tr|ma|tn|dz)"
    r"[ \n]?\d ?\d(?:[ .\n-]?[0-9a-z]){10,30}(?![0-9a-z])"
)
_RIB: Final = re.compile(r"(?<![0-9a-z])\d{5}[ -]?\d{5}[ -][0-9a-z]{11}[ -]\d{2}(?!\d)")
_RIB_DICTE: Final = re.compile(
    rf"\b(?:iban|rib)\b[^\d\n]{{0,12}}?(?P<x>f ?r (?:\d\d|{EN_LETTRES})"
    rf"(?:[ ,-]{{1,2}}(?:{EN_LETTRES}|cents?|mille|\d{{1,5}}|[a-z]\b)){{2,}})"
)
_ANNONCES: Final = mots_de("nir secu securite vitale ss iban rib")

_IBAN_COURT: Final = 13
"""Aucun IBAN n'a moins de quinze signes ; on en tolère un oublié."""


def reperer(note: Note) -> Iterator[Repere]:
    """Quinze chiffres dans l'ordre d'un NIR, et les comptes bancaires, dictés s'ils s'annoncent."""
    yield from chercher(note, _NIR_ANNONCE, Categorie.nir, si=_ANNONCES)
    yield from chercher(note, _RIB_DICTE, Categorie.iban, si=_ANNONCES)
    if CHIFFRES not in note.vocabulaire:
        return
    yield from chercher(note, _NIR, Categorie.nir)
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
