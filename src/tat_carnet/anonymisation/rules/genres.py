"""Ce qu'un mot peut être, hors de tout contexte : prénom, nom de famille, mot commun, outil."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from tat_carnet.anonymisation.lexiques import COURANT, mots, prenoms, termes
from tat_carnet.anonymisation.sonorite import est_une_faute

SUR, AMBIGU, FAMILLE, INCONNU, COMMUN, FAMILIER, OUTIL = range(7)
"""Ce qu'un mot peut être : prénom sûr, ambigu, nom de famille, inconnu, mot commun, mot du parler
(commun s'il porte une capitale, outil sinon), mot-outil."""

_COURT: Final = 3
_REPANDU: Final = 300
_DESUET: Final = 65


@cache
def genre_de_mot(forme: str) -> int:
    """La classe d'un mot plié, hors de tout contexte."""
    if not forme.isalpha() or len(forme) < 2:
        return OUTIL
    ecrit = _ecrits().get(forme)
    return _selon_les_lexiques(forme) if ecrit is None else ecrit


@cache
def _ecrits() -> Mapping[str, int]:
    """Ce qu'en disent les lexiques écrits à la main, le dernier nommé l'emportant.

    Les demander un par un, de chaque mot neuf, coûtait un centième de la lecture.
    """
    lus = (
        ("parler", FAMILIER), ("publics", OUTIL), ("metier", OUTIL),
        ("prenoms_ajoutes", SUR), ("prenoms_frequents", SUR), ("prenoms_ambigus", AMBIGU),
    )  # fmt: skip
    return {forme: genre for lexique, genre in lus for forme in termes(lexique)}


def _selon_les_lexiques(forme: str) -> int:
    frequence = mots().get(forme)
    prenom = prenoms().get(forme)
    if frequence is not None and _est_surtout_un_nom(forme, frequence):
        return FAMILLE
    if frequence is not None:
        return COMMUN if frequence > COURANT or prenom is None else AMBIGU
    if prenom is not None:
        court = len(forme) <= _COURT and prenom.naissances < 10 * _REPANDU
        return AMBIGU if court or len(forme) == 2 else SUR
    return FAMILLE if forme in termes("noms_de_famille") or est_un_nom_rare(forme) else INCONNU


def _est_surtout_un_nom(forme: str, frequence: int) -> bool:
    """« mercier », « pelletier » : un mot sorti de l'usage, mais un nom répandu."""
    return frequence <= _DESUET and len(forme) > _COURT and forme in termes("noms_de_famille")


def est_un_nom_rare(forme: str) -> bool:
    """Vrai si c'est un nom de famille attesté, qu'une faute sur un mot courant n'explique pas."""
    connu = len(forme) > _COURT and forme in termes("noms_ine")
    return connu and not est_une_faute(forme)
