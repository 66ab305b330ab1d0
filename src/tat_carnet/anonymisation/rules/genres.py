"""Ce qu'un mot peut être, hors de tout contexte : prénom, nom de famille, mot commun, outil."""

from __future__ import annotations

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
    if forme in termes("prenoms_ambigus"):
        return AMBIGU
    if forme in termes("prenoms_frequents") or forme in termes("prenoms_ajoutes"):
        return SUR
    if forme in termes("metier") or forme in termes("publics"):
        return OUTIL
    if forme in termes("parler"):
        return FAMILIER
    return _selon_les_lexiques(forme)


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
