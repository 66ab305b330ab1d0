"""Ce que les gestes demandent au cahier : les courriers et l'en-tête."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from tat_carnet.domain.courrier import Courrier
from tat_carnet.domain.entete import Entete
from tat_carnet.domain.vocabulaire import StatutCourrier


class Courriers(Protocol):
    """Les courriers, et qui les écrit."""

    def save_courrier(self, courrier: Courrier) -> None:
        """Écrit un courrier."""

    def give_reference(self, courrier: Courrier, annee: int) -> Courrier:
        """Écrit ce courrier, sous la référence suivante de l'année s'il n'en a pas ; le rend."""

    def courrier(self, courrier_id: str) -> Courrier:
        """Le courrier de cet identifiant ; `KeyError` sinon."""

    def courriers(self) -> Sequence[Courrier]:
        """Tous les courriers, le dernier créé d'abord."""

    def courriers_au_statut(self, statuts: Collection[StatutCourrier]) -> Sequence[Courrier]:
        """Ceux qui en sont là, le dernier créé d'abord."""

    def courriers_citant(self, fait_ids: Collection[str]) -> Sequence[Courrier]:
        """Ceux qui citent un au moins de ces faits, et leurs rectificatifs ; le dernier d'abord."""

    def save_entete(self, entete: Entete) -> None:
        """Écrit l'en-tête et la signature de l'association."""

    def entete(self) -> Entete:
        """L'en-tête réglé ; vide s'il ne l'est pas."""
