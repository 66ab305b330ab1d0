"""Examiner un tableau, l'importer d'un seul bloc, ou défaire un import."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from tat_carnet.domain.conservation import Objet, mois_avant
from tat_carnet.domain.fait import Fait
from tat_carnet.domain.importation import Bilan, Choix, Feuille, Import, Remarque
from tat_carnet.usecases.importation.traduire import LigneRefusee, Traducteur
from tat_carnet.usecases.ports import Cahier

PAS: Final = 200
"""Lignes entre deux nouvelles de l'avancée, et par bloc défait."""

Avance = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Resultat:
    """Ce qu'un import a fait : lignes importées, lignes que le cahier avait déjà, lieux créés."""

    importes: int
    deja: int
    lieux: int


def examiner(
    cahier: Cahier, tableau: Feuille, choix: Choix, jour: date, avance: Avance = lambda _: None
) -> Bilan:
    """Ce que donnerait l'import, ligne par ligne ; ne change rien."""
    traducteur = _traducteur(cahier, choix, jour)
    remarques: list[Remarque] = []
    importables = 0
    for numero, traduit in _lignes(tableau, traducteur, avance):
        if isinstance(traduit, LigneRefusee):
            remarques.append(Remarque(numero, str(traduit)))
            continue
        importables += 1
        if traduit[1]:
            phrase = " ; ".join(traduit[1])
            remarques.append(
                Remarque(numero, phrase[:1].upper() + phrase[1:] + ".", importable=True)
            )
    return Bilan(importables, tuple(remarques), tuple(traducteur.lieux))


def importer(
    cahier: Cahier,
    tableau: Feuille,
    choix: Choix,
    maintenant: datetime,
    avance: Avance = lambda _: None,
) -> Resultat:
    """Importe les lignes importables d'une transaction : toutes, ou aucune.

    `avance` reçoit le nombre de lignes lues, et lève `ImportArrete` pour tout défaire.
    """
    traducteur = _traducteur(cahier, choix, maintenant.date())

    def faits() -> Iterator[Fait]:
        for _, traduit in _lignes(tableau, traducteur, avance):
            if not isinstance(traduit, LigneRefusee):
                yield traduit[0]

    importes, deja = cahier.importer(
        Import(maintenant, tableau.empreinte), faits(), traducteur.lieux
    )
    return Resultat(importes, deja, len(traducteur.lieux))


def _traducteur(cahier: Cahier, choix: Choix, jour: date) -> Traducteur:
    borne = mois_avant(jour, cahier.durees()[Objet.faits])
    return Traducteur(choix, cahier.sites(), jour, borne)


def _lignes(
    tableau: Feuille, traducteur: Traducteur, avance: Avance
) -> Iterator[tuple[int, tuple[Fait, list[str]] | LigneRefusee]]:
    """Chaque ligne qui n'est pas vide, son numéro dans le fichier, et ce qu'elle devient."""
    colonnes = len(tableau.titres)
    for rang, cellules in enumerate(tableau.lignes):
        if rang % PAS == 0:
            avance(rang)
        if not any(cellules):
            continue
        try:
            yield tableau.premiere + rang, traducteur.traduire(cellules, colonnes)
        except LigneRefusee as refus:
            yield tableau.premiere + rang, refus
