"""Une chose à lire dans un dossier."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from tat_carnet.anonymisation.relecture import Passage, RelectureEntite
from tat_carnet.domain.sas import Levee


@dataclass(slots=True)
class Etape:
    """Une chose à lire. `fait` est celui dont elle vient, s'il y en a un ; `lue` quand c'est fait.

    `ecartee` : la personne a décidé de ne pas faire sortir ce fait. `levees` : les blocages de ce
    fait, ou de ce même texte s'il n'est d'aucun fait, levés lors d'une relecture passée, le plus
    récent d'abord.
    """

    titre: str
    precision: str
    passage: Passage
    fait: RelectureEntite | None = None
    lue: bool = False
    ecartee: bool = False
    levees: tuple[Levee, ...] = ()

    @property
    def faite(self) -> bool:
        """Vrai si l'on n'a plus rien à y faire."""
        return self.ecartee or (self.lue and self.passage.complete)

    @property
    def source(self) -> tuple[str | None, str]:
        """D'où vient ce passage, pour ses motifs : son fait, ou l'empreinte de son texte."""
        if self.fait is not None:
            return self.fait.fait.id, ""
        return None, sha256(self.passage.brut.encode()).hexdigest()

    def deja_gardes(self) -> Mapping[int, Levee]:
        """Par rang d'alerte bloquante, la dernière levée d'un blocage de sa sorte, là."""
        dernieres = {levee.categorie: levee for levee in reversed(self.levees)}
        return {
            alerte.rang: dernieres[alerte.categorie.value]
            for alerte in self.passage.alertes
            if alerte.bloquante and alerte.categorie.value in dernieres
        }
