"""Les noms où des chiffres tiennent lieu de lettres : « fati7a », « 3abdelkader », « k4rim »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lexiques import COURANT, mots, termes
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere

_MELANGE: Final = re.compile(
    r"(?<![\w.@/#+-])(?:[a-z]{1,}[0-9]{1,2}[a-z]{1,}|[3579][a-z]{3,})[a-z]{0,20}(?![\w@#/])"
)
_COLLES: Final = re.compile(r"(?<=[a-z])[0-9]{1,2}[a-z]|[3579][a-z]{3}")
"""Ce que tout mélange contient : sans lui, chaque mot s'essaierait pour rien."""
_CHIFFRES: Final = re.compile(r"[0-9]+")
_UNITES: Final = re.compile(
    r"[0-9]+(?:er|ere|eme|emes|ieme|iemes|nde?|jours?|ans|mois|fois|eur|euros?|min|mins|sec|heures?"
    r"|semaines?|pers|places?|bis|ter|g|kg|ml|etg|etage|gr|grammes?|balles|piges|notes|faits)"
)
_LETTRES: Final = str.maketrans("01345679", "oieasgha")


def reperer(note: Note) -> Iterator[Repere]:
    """Un mot où un chiffre est tapé pour une lettre, sauf une mesure ou un mot courant."""
    if not note.colles or not _COLLES.search(note.plie):
        return
    for trouve in note.departs.occurrences(_MELANGE):
        forme = trouve[0]
        if _UNITES.fullmatch(forme) or re.fullmatch(r"[a-z]\d+[a-z]?|\d+[a-z]?", forme):
            continue
        lettres = _CHIFFRES.sub("", forme)
        if len(lettres) < 3 or lettres in termes("parler"):
            continue
        if not {forme, lettres}.isdisjoint(termes("metier")):
            continue
        lu = forme.translate(_LETTRES)
        courant = max(mots().get(lu, 0), mots().get(lettres, 0)) > COURANT
        niveau = Niveau.verifier if courant else Niveau.masquer
        yield Repere(trouve.start(), trouve.end(), Categorie.nom, niveau)
