"""La clé des sauvegardes emportées : la choisir une fois, s'en servir, l'oublier."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.ui.coffre.sauvegardes import Sauvegardes, describe_cle
from tat_carnet.ui.reglages.busy import Busy
from tat_carnet.ui.theme.tokens import E8
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, label, set_property, vertical
from tat_carnet.ui.widgets.flow import Flow

NONE = (
    "Une copie hors de cette machine protège d’un vol ou d’une panne. Choisissez le dossier d’une "
    "clé une seule fois : il est retenu dans le cahier, chiffré, et servira dès qu’elle est là."
)
DONE = (
    "La sauvegarde est faite et relue sur la clé. Les suivantes s’y feront seules quand elle sera "
    "branchée. Débranchez-la, et rangez-la sous clé, ailleurs."
)


class CleUsb(QWidget):
    """L'état de la clé et trois gestes. `usb` choisit la clé, ou s'en sert si elle est connue."""

    def __init__(self, backups: Sauvegardes, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._backups, self._clock = backups, clock
        column = vertical(self, gap=E8)
        self.state = label("", "doux")
        column.addWidget(self.state)
        self.usb = Button("", icon_name="download")
        self.usb.clicked.connect(self._use)
        self.other = Button("Choisir une autre clé", "discret")
        self.other.clicked.connect(self._choose)
        self.forget = Button("Ne plus s’en servir", "discret")
        self.forget.clicked.connect(self._forget)
        row = Flow()
        for button in (self.usb, self.other, self.forget):
            row.flow.addWidget(button)
        column.addWidget(row)
        self.busy = Busy(self.usb, self.other, self.forget)
        column.addWidget(self.busy)
        self.banner = Banner()
        column.addWidget(self.banner)
        backups.changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Dit où est la clé, et de quand date sa dernière copie."""
        cle = self._backups.cle
        self.usb.setText("Sauvegarder sur la clé" if cle else "Sauvegarder sur une clé USB")
        for button in (self.other, self.forget):
            button.setVisible(cle is not None)
        if cle is None:
            self.state.setText(NONE)
            set_property(self.state, "role", "doux")
            return
        sentence, missed = describe_cle(cle, self._clock().date())
        self.state.setText(f"{sentence} Dossier : {cle.dossier.path}. {cle.failure}".strip())
        set_property(self.state, "role", "alerte" if missed or cle.failure else "doux")

    def _use(self) -> None:
        cle = self._backups.cle
        if cle is None:
            self._choose()
        else:
            self._carry(cle.dossier.path)

    def _choose(self) -> None:
        title = "Choisir le dossier de la clé USB"
        chosen = QFileDialog.getExistingDirectory(self, title, str(Path.home()))
        if chosen:
            self._carry(Path(chosen))

    def _carry(self, folder: Path) -> None:
        self.banner.hush()
        self.busy.start("Sauvegarde sur la clé, puis relecture…")
        self._backups.carry(folder, self._carried, self._refuse)

    def _carried(self) -> None:
        self.busy.stop()
        self.banner.tell(DONE)

    def _refuse(self, error: ErreurConnue) -> None:
        self.busy.stop()
        self._backups.look()
        self.banner.tell(f"La sauvegarde n’est pas faite. {error.phrase}", "alerte")

    def _forget(self) -> None:
        self._backups.forget()
        self.banner.tell("La clé est oubliée. Les sauvegardes qu’elle contient y restent.")
