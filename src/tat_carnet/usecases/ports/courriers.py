"""Ce que les gestes demandent au cahier : les courriers et l'en-tête."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tat_carnet.domain.courrier import Courrier
from tat_carnet.domain.entete import Entete


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

    def save_entete(self, entete: Entete) -> None:
        """Écrit l'en-tête et la signature de l'association."""

    def entete(self) -> Entete:
        """L'en-tête réglé ; vide s'il ne l'est pas."""
