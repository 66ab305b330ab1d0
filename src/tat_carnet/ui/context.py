"""Ce que chaque écran reçoit : le fil du cahier, l'heure, et le moyen d'aller ailleurs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tat_carnet.settings import Settings
from tat_carnet.ui.tasks import Tasks

if TYPE_CHECKING:
    from tat_carnet.ui.coffre.sauvegardes import Sauvegardes
    from tat_carnet.ui.conservation.suivi import Suivi
    from tat_carnet.usecases.ports import Coffre


@dataclass(frozen=True, slots=True)
class Context:
    """Le lien d'un écran avec le reste.

    `go` mène à un écran par son nom, avec un argument au besoin ; `clock` donne l'heure locale
    (les essais la fixent) ; `exports_folder` est le dossier proposé pour une sortie.
    `coffre` est l'endroit où le cahier est rangé, `sauvegardes` ce qu'on sait de ses copies ; la
    démonstration n'a ni l'un ni l'autre.
    `projecting` : la fenêtre est projetée, le cahier ne rend rien de brut.
    `suivi` dit ce qui va se purger ; la session le pose.
    """

    tasks: Tasks
    clock: Callable[[], datetime]
    go: Callable[..., None]
    exports_folder: Path
    settings: Settings
    save_settings: Callable[[Settings], None]
    coffre: Coffre | None = None
    sauvegardes: Sauvegardes | None = None
    suivi: Suivi | None = None
    demo: bool = False
    projecting: bool = False
