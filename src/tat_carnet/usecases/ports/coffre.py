"""Ce que l'écran demande au coffre : ouvrir, garder, changer de secret."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from tat_carnet.usecases.ports.cahier import Cahier


@dataclass(frozen=True, slots=True)
class SauvegardeGardee:
    """Une sauvegarde trouvée sur un disque, que l'on n'a pas eu besoin d'ouvrir.

    `intacte` : elle est, à l'octet près, celle qu'on a relue le jour où on l'a faite.
    `phrase_actuelle` : la phrase de passe d'aujourd'hui l'ouvre ; sinon, celle de son jour.
    """

    path: Path
    faite_le: datetime
    intacte: bool
    phrase_actuelle: bool


class OpenedCahier(Cahier, Protocol):
    """Un cahier ouvert, ce qui le garde, et de quoi le refermer."""

    def backup(self, now: datetime, folder: Path | None = None) -> Path:
        """Fait une sauvegarde relue, dans `folder` ou près du cahier ; rend son dossier."""

    def verify(self) -> None:
        """Relit tout ; `CahierIllisible` au premier défaut."""

    def empreinte_du_contenu(self) -> str:
        """L'empreinte de tout ce qui est noté : deux cahiers de même empreinte disent pareil."""

    def recognises(self, secret: str) -> bool:
        """Vrai si `secret` ouvre ce cahier. Environ une seconde."""

    def change_phrase(self, phrase: str) -> None:
        """Change la phrase de passe ; les sauvegardes d'avant gardent l'ancienne."""

    def change_code_secours(self, code: str) -> None:
        """Change le code de secours ; l'ancien n'ouvre plus ce cahier."""

    def renew_key(
        self,
        phrase: str,
        code: str,
        progress: Callable[[float], None] = ...,
        cancelled: Callable[[], bool] = ...,
    ) -> None:
        """Rechiffre tout sous une clé neuve, emballée par cette phrase et ce code.

        `progress` reçoit la part faite ; `cancelled`, demandé sans cesse, arrête tout, et rien
        n'a changé.
        """

    def close(self) -> None:
        """Ferme la base et lâche la clé ; sans effet la seconde fois."""


class Estimation(Protocol):
    """Ce que vaut une phrase de passe."""

    @property
    def score(self) -> int:
        """De 0 (devinée tout de suite) à 4 (très solide)."""

    @property
    def phrase(self) -> str:
        """Ce qu'elle vaut, et comment faire mieux, en français."""

    @property
    def acceptee(self) -> bool:
        """Vrai si elle peut protéger un cahier."""


class Coffre(Protocol):
    """L'endroit où un cahier est rangé, fermé."""

    @property
    def exists(self) -> bool:
        """Vrai si un cahier est déjà là."""

    def create(self, phrase: str, code: str) -> OpenedCahier:
        """Crée un cahier neuf ; ne remplace jamais un cahier qui existe."""

    def unlock(self, secret: str) -> OpenedCahier:
        """Ouvre par la phrase ou le code de secours ; `PhraseErronee` sinon, et rien ne change."""

    def estimate(self, phrase: str) -> Estimation:
        """Ce que vaut une phrase ; quelques millisecondes."""

    def draw_phrase(self) -> str:
        """Une phrase tirée au sort, en mots français."""

    def draw_code(self) -> str:
        """Un code de secours neuf, en groupes lisibles."""

    def same_code(self, code: str, typed: str) -> bool:
        """Vrai si la personne a bien recopié le code, aux espaces et à la casse près."""

    def sauvegardes(self, folder: Path | None = None) -> Sequence[SauvegardeGardee]:
        """Les sauvegardes de ce cahier dans `folder` ou près de lui, la plus récente d'abord."""

    def open_copy(self, sauvegarde: Path, secret: str, folder: Path) -> OpenedCahier:
        """Restaure une sauvegarde dans `folder`, sous un nom neuf, et l'ouvre.

        `PhraseErronee`, avant d'avoir rien écrit, si `secret` n'est pas celui de son jour.
        """

    def rescue(self, sauvegarde: Path, secret: str) -> OpenedCahier:
        """Comme `open_copy`, à côté du cahier illisible, et c'est lui qu'on ouvrira désormais."""
