"""Suivre un import, et l'arrêter en route."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tat_carnet.domain.errors import ErreurConnue


class ImportArrete(ErreurConnue):
    """La personne a arrêté l'import ; rien n'a été gardé."""

    def __init__(self) -> None:
        super().__init__("L’import est arrêté. Rien n’a été gardé, l’ancien plan est intact.")


Suivi = Callable[[float], None]
"""Reçoit l'avancement, de 0 à 1 ; lève `ImportArrete` pour tout arrêter."""

RIEN: Final = "Rien n’a été importé."
"""La fin de chaque refus."""
