"""Bâtiments, étages, adresses, établissements, commerces : le lieu public qui les contient."""

from __future__ import annotations

import re
from typing import Final

from tat_carnet.anonymisation.recritures.accords import Contexte, Remplacement, determine

_ETABLISSEMENTS: Final = (
    (r"college|segpa", "un collège"),
    (r"lycee|\blp\b", "un lycée"),
    (r"ecole|maternelle|primaire|elementaire", "une école"),
    (r"creche", "une crèche"),
    (r"foyer|mecs", "un foyer"),
    (r"centre", "un centre"),
)
_PETITS_LIEUX: Final = (
    (r"mosquee|eglise|salle de priere|temple|synagogue", "un lieu de culte"),
    (r"club|gymnase|salle|stade", "un équipement du quartier"),
    (r"asso|local", "un local du quartier"),
)


def recrire_batiment(contexte: Contexte) -> Remplacement:
    """« le bat B » : « un bâtiment du secteur » ; un hall : une partie commune."""
    commun = re.match(r"hall|entree|cage|porche", contexte.plie)
    groupe = "une partie commune du secteur" if commun else "un bâtiment du secteur"
    return determine(contexte, groupe, "dans")


def recrire_etage(contexte: Contexte, suit_un_etage: bool) -> Remplacement:
    """« au 3e étage » : « dans les étages » ; ce qui précise un étage s'efface."""
    if suit_un_etage:
        lien = re.search(r"[ ,:/-]*$", contexte.gauche)
        return Remplacement("", avant=len(lien[0]) if lien else 0)
    groupe = "les étages" if re.search(r"etage|rdc|\d ?e", contexte.plie) else "un logement"
    return determine(contexte, groupe, "dans")


def recrire_adresse(contexte: Contexte) -> Remplacement:
    """« au 12 rue X » : « à une adresse du secteur » ; sans numéro, une rue."""
    groupe = "une adresse du secteur" if re.match(r"\d", contexte.plie) else "une rue du secteur"
    return determine(contexte, groupe)


def recrire_etablissement(contexte: Contexte) -> Remplacement:
    """Le genre d'établissement, sans son nom."""
    return determine(contexte, _genre(contexte, _ETABLISSEMENTS, "un établissement"), "dans")


def recrire_petit_lieu(contexte: Contexte) -> Remplacement:
    """Le genre de lieu, sans son nom."""
    return determine(contexte, _genre(contexte, _PETITS_LIEUX, "un commerce"), "dans")


def _genre(contexte: Contexte, genres: tuple[tuple[str, str], ...], defaut: str) -> str:
    return next((nom for motif, nom in genres if re.search(motif, contexte.plie)), defaut)
