"""Le seul endroit qui joint le coffre, les gestes et les fenêtres."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tat_carnet.domain.errors import CahierIllisible, CahierPlusRecent
from tat_carnet.paths import cahiers_folder, settings_file
from tat_carnet.settings import load_settings, save_settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tat_carnet.store.keyring import Keyring
    from tat_carnet.ui.main_window import MainWindow
    from tat_carnet.usecases.ports import Estimation, OpenedCahier, SauvegardeGardee

NOM_DU_CAHIER: Final = "Carnet.cahier"
RESTAURE: Final = " restauré "
_TRADUITE: Final = "traduite"
LAST_JOBS_S: Final = 10.0
"""Cahier fermé et fenêtre partie, le temps laissé à une sortie coupée pour s'effacer."""


@dataclass(slots=True)
class CoffreFichier:
    """Le coffre sur disque. `store` n'est importé qu'au premier geste, fenêtre déjà montrée.

    `path` change quand une sauvegarde restaurée à côté prend la suite d'un cahier illisible.
    """

    path: Path

    @property
    def exists(self) -> bool:
        """Vrai dès que quelque chose porte ce nom : on ne crée jamais par-dessus."""
        return self.path.exists()

    def create(self, phrase: str, code: str) -> OpenedCahier:
        """Crée et ouvre."""
        from tat_carnet.store.cahier import create

        return create(self.path, phrase, code)

    def unlock(self, secret: str) -> OpenedCahier:
        """Ouvre ; `CahierASecourir` si c'est illisible et qu'une sauvegarde intacte est là."""
        from tat_carnet.store.cahier import unlock
        from tat_carnet.usecases.coffre import CahierASecourir, derniere

        try:
            return unlock(self.path, secret)
        except CahierIllisible as error:
            newest = derniere(self.sauvegardes())
            if newest is None:
                raise
            raise CahierASecourir(error.phrase, newest) from None

    def estimate(self, phrase: str) -> Estimation:
        """Ce que vaut une phrase."""
        from tat_carnet.store.phrase import estimer

        return estimer(phrase)

    def draw_phrase(self) -> str:
        """Une phrase tirée au sort."""
        from tat_carnet.store.phrase import tirer_phrase

        return tirer_phrase()

    def draw_code(self) -> str:
        """Un code de secours neuf."""
        from tat_carnet.store.code_secours import draw

        return draw()

    def same_code(self, code: str, typed: str) -> bool:
        """Compare deux codes sans égard à leur présentation."""
        from tat_carnet.store.code_secours import CodeSecoursInvalide, normalise

        try:
            return normalise(typed) == normalise(code)
        except CodeSecoursInvalide:
            return False

    def sauvegardes(self, folder: Path | None = None) -> list[SauvegardeGardee]:
        """Celles de ce cahier, ou toutes celles du dossier si ses clés sont illisibles."""
        from tat_carnet.store.layout import BACKUPS
        from tat_carnet.store.sauvegardes import list_backups
        from tat_carnet.usecases.ports import SauvegardeGardee

        current = _keyring(self.path)
        return [
            SauvegardeGardee(
                backup.path,
                backup.faite_le,
                backup.intacte,
                current is not None
                and backup.keyring is not None
                and backup.keyring.slots["phrase"] == current.slots["phrase"],
            )
            for backup in list_backups(folder or self.path / BACKUPS)
            if current is None or backup.cahier in ("", current.cahier_id)
        ]

    def open_copy(self, sauvegarde: Path, secret: str, folder: Path) -> OpenedCahier:
        """Restaure dans `folder`, sous le nom du cahier et l'instant de la restauration."""
        from tat_carnet.commandes.restaurer import open_restored

        return open_restored(sauvegarde, self._restored_name(folder), secret)

    def rescue(self, sauvegarde: Path, secret: str) -> OpenedCahier:
        """Restaure à côté du cahier illisible, qui reste tel quel, et prend sa suite."""
        from tat_carnet.commandes.restaurer import open_restored

        destination = self._restored_name(self.path.parent)
        opened = open_restored(sauvegarde, destination, secret)
        self.path = destination
        return opened

    def _restored_name(self, folder: Path) -> Path:
        stamp = datetime.now().strftime("%Y-%m-%d %H-%M-%S")
        return folder / f"{self.path.stem.split(RESTAURE)[0]}{RESTAURE}{stamp}.cahier"


def _keyring(path: Path) -> Keyring | None:
    """Le trousseau lisible de ce dossier."""
    from tat_carnet.store.keyring import read_copies

    try:
        return read_copies(path)[0]
    except (CahierIllisible, CahierPlusRecent):
        return None


def default_path() -> Path:
    """Le cahier de cette personne : le dernier restauré, s'il a fallu en restaurer un."""
    folder = cahiers_folder()
    restored = sorted(folder.glob(f"{Path(NOM_DU_CAHIER).stem}{RESTAURE}*"))
    return restored[-1] if restored else folder / NOM_DU_CAHIER


def open_demonstration(clock: Callable[[], datetime] = datetime.now) -> OpenedCahier:
    """Un cahier fictif, rempli du scénario, qui disparaît à sa fermeture."""
    import tempfile

    from tat_carnet.store.cahier import open_demo
    from tat_carnet.usecases.demonstration import fill, load_scenario

    cahier = open_demo(Path(tempfile.gettempdir()) / f"tat_carnet-{os.getpid()}")
    fill(cahier, load_scenario(clock().date()))
    return cahier


def make_app() -> QApplication:
    """L'application Qt, en français, sans trace dans les réglages de la machine."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
    from PySide6.QtWidgets import QApplication

    from tat_carnet.store.process import keep_one_heap

    keep_one_heap()
    _keep_constants_alive()
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))
    _leave_no_history()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # Choisir le style ici, et non par `setStyle`, épargne à Python tout `QStyle` (10 ms).
        app = QApplication([sys.argv[0], "-style", "fusion"])
    from tat_carnet.ui.ramassage import collect_here

    collect_here(app)
    app.setApplicationName("tat_carnet")
    app.setApplicationDisplayName("")
    if not app.property(_TRADUITE):  # chacun se poserait par-dessus l'autre, et tout se redirait
        translator = QTranslator(app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        app.setProperty(_TRADUITE, translator.load("qtbase_fr", folder))
        app.installTranslator(translator)
    return app


def _keep_constants_alive() -> None:
    """Donne des références d'avance à `None`, `True` et `False` : PySide6 6.12 en perd.

    Sans elles, Python 3.11 s'arrête net après quelques milliers de touches ou de signaux.
    """
    if sys.version_info < (3, 12):
        for constant in (None, True, False):
            ctypes.c_ssize_t.from_address(id(constant)).value += 1 << 40


def _leave_no_history() -> None:
    """Fait oublier à Qt les dossiers choisis dans ses dialogues.

    Il retient le dernier dans ses réglages : ils n'ont plus d'endroit où aller. Les dialogues du
    bureau ont leur histoire à eux : `ui.verrou.dialogs` les écarte.
    """
    from PySide6.QtCore import QSettings

    native, user = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    QSettings.setPath(native, user, os.devnull)


def make_window(
    path: Path,
    *,
    demo: bool = False,
    clock: Callable[[], datetime] = datetime.now,
    exports_folder: Path | None = None,
) -> MainWindow:
    """La fenêtre, son thème et ses préférences posés. `make_app` a été appelé avant."""
    from PySide6.QtWidgets import QApplication

    from tat_carnet.ui.main_window import MainWindow
    from tat_carnet.ui.theme.theme import pose

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settings = load_settings(settings_file())
    pose(app, settings.apparence)
    return MainWindow(
        CoffreFichier(path),
        settings,
        lambda changed: save_settings(settings_file(), changed),
        clock=clock,
        exports_folder=exports_folder,
        demo=(lambda: open_demonstration(clock)) if demo else None,
    )


def run_window(path: Path, *, demo: bool) -> int:
    """Ouvre la fenêtre et attend qu'on la ferme ; rend le code de sortie."""
    gc.disable()  # rien du départ n'est à ramasser ; `Collector` prend la suite
    from tat_carnet.ui.verrou.guards import Guards

    app = make_app()
    window = make_window(path, demo=demo)
    Guards(window)
    window.show()
    status = app.exec()
    from tat_carnet.ui.tasks import wait_for_last_jobs

    wait_for_last_jobs(LAST_JOBS_S)
    return status
