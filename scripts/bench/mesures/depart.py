"""Du processus à la première image : le seuil d'un cahier existant, contre une fenêtre vide."""

from __future__ import annotations

from statistics import median

from bench.banc import Banc, alternate, launch
from bench.cahiers import closed_cahier

# Les deux montrent une fenêtre et s'arrêtent à sa première image.
UNTIL_PAINTED = """
def until_painted(*_):
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication
    class Watcher(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                import os
                os._exit(0)
            return False
    app = QApplication.instance()
    watcher = Watcher()
    app.installEventFilter(watcher)
    while True:
        app.processEvents()
"""
EMPTY_WINDOW = UNTIL_PAINTED + (
    "from PySide6.QtWidgets import QApplication, QWidget\n"
    "app = QApplication([]); window = QWidget(); window.show(); until_painted()"
)
APPLICATION = UNTIL_PAINTED + (
    "import sys\n"
    "from PySide6.QtWidgets import QApplication\n"
    "QApplication.exec = until_painted\n"
    "from tat_carnet.__main__ import main\n"
    "main(sys.argv[1:])"
)


def mesurer(banc: Banc) -> None:
    """Alterne les deux lancements."""
    ours = launch(APPLICATION, str(closed_cahier(banc.folder, 1_000)))
    theirs = launch(EMPTY_WINDOW)
    alternate([ours], [theirs])  # met les fichiers en mémoire pour les deux
    app, plain = alternate([ours] * banc.tours, [theirs] * banc.tours)
    banc.report("ouvrir jusqu'au déverrouillage", median(app), median(plain), "≤ 1,6 ×")
