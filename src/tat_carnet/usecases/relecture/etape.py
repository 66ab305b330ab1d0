"""Une chose à lire dans un dossier."""

from __future__ import annotations

from dataclasses import dataclass

from tat_carnet.anonymisation.relecture import Passage, RelectureEntite


@dataclass(slots=True)
class Etape:
    """Une chose à lire. `fait` est celui dont elle vient, s'il y en a un ; `lue` quand c'est fait.

    `ecartee` : la personne a décidé de ne pas faire sortir ce fait.
    """

    titre: str
    precision: str
    passage: Passage
    fait: RelectureEntite | None = None
    lue: bool = False
    ecartee: bool = False

    @property
    def faite(self) -> bool:
        """Vrai si l'on n'a plus rien à y faire."""
        return self.ecartee or (self.lue and self.passage.complete)
