"""Initiales : « K. B. », « Mme D. », « H.Z. », « V.-L. »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_POINTEES: Final = re.compile(
    r"(?<![\w.@'/])(?!(?:[rspgntdcx]\.){2,}(?:[a-z]\b)?(?=\W)(?<=q\.p\.v))[a-z](?:\. ?-? ?[a-z]|-[a-z])\.(?: ?[a-z]\.){0,2}(?!\w)"
    r"|(?<![\w.@'/])[a-z]\.-?[a-z](?![\w.@])"
)
_COURANTES: Final = frozenset(
    ("ie", "cad", "pm", "am", "nb", "ps", "rv", "qpv", "cv", "pj", "po", "gh", "eg", "cf", "ap", "sc", "ras", "rdv", "svp", "te", "st", "ddn", "hlm")
)
_CIVILITE: Final = re.compile(
    r"\b(?:mme|mlle|mr|monsieur|madame|mademoiselle|famille|(?<![\w'])m\.?|chez|avec|jeune|petite?|nomme|nommee|vu|dr|docteur|et|eleve|situation|a|de|par|pour)"
    r" (?P<x>[a-z]\.(?:-?[a-z]\.)?)(?![\w.])"
)
_MADAME: Final = re.compile(
    r"\b(?:mme|mlle|mr|monsieur|madame|mademoiselle|famille) (?P<x>[a-z](?:[.-][a-z])?)(?![\w'])"
)
_PRENOM: Final = re.compile(r"(?<![\w.'])[a-z]\. (?=[A-Za-z]{3,})")
_PAIRE: Final = re.compile(r"(?<![\w.'-])[A-Z]{2}(?![\w.'-])")
_AVANT_PAIRE: Final = re.compile(
    r"\b(?:vu|vue|avec|chez|parle|appel|croise|de|pour|mme|mr|m|jeune|rencontre|et|recu|a|suivi|suivie|mere|pere) $"
)


def reperer(note: Note) -> Iterator[Repere]:
    """Deux initiales pointées, ou une seule derrière ce qui annonce quelqu'un."""
    for repere in chercher(note, _POINTEES, Categorie.initiales):
        lettres = re.sub(r"\W", "", note.plie[repere.debut : repere.fin])
        if lettres not in _COURANTES:
            yield repere
    yield from chercher(note, _MADAME, Categorie.initiales)
    for repere in chercher(note, _CIVILITE, Categorie.initiales):
        debut, _ = note.bornes(repere.debut, repere.fin)
        if note.brut[debut].isupper():
            yield repere
