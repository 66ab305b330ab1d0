"""L'avancée d'un travail du fil du cahier, montrée dans la fenêtre, et le moyen de l'arrêter."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from tat_carnet.domain.importation import ImportArrete
from tat_carnet.ui.theme.tokens import E4
from tat_carnet.ui.typographie import nombre
from tat_carnet.ui.widgets.basics import Button, horizontal, label, vertical


class Avancee(QWidget):
    """Une phrase, une barre, « Arrêter » ; cachée tant que rien ne se fait.

    `avancer` se donne au travail, qui l'appelle depuis son fil : elle lève `ImportArrete` une fois
    l'arrêt demandé.
    """

    _moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._stop = Event()
        self._what = ""
        column = vertical(self, gap=E4)
        self.text = label("", "doux")
        column.addWidget(self.text)
        row = horizontal()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Avancée")
        self.stop = Button("Arrêter")
        self.stop.clicked.connect(self.cancel)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        column.addLayout(row)
        self._moved.connect(self._show)
        self.hide()

    def start(self, what: str, total: int = 0) -> None:
        """Dit ce qui commence ; `total` lignes, ou inconnu."""
        self._stop.clear()
        self._what = what
        self.text.setText(f"{what}…")
        self.bar.setRange(0, total)
        self.bar.setValue(0)
        self.stop.show()
        self.show()

    def cancel(self) -> None:
        """Demande l'arrêt."""
        self._stop.set()

    def avancer(self, lignes: int) -> None:
        """Appelée du fil du travail."""
        if self._stop.is_set():
            raise ImportArrete("C’est arrêté : rien n’a été importé, le cahier n’a pas changé.")
        self._moved.emit(lignes)

    def _show(self, lignes: int) -> None:
        self.text.setText(f"{self._what} : ligne {nombre(lignes)}")
        if self.bar.maximum():
            self.bar.setValue(lignes)
