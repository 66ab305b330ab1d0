"""Du processus à la première image : le seuil d'un cahier existant, contre une fenêtre vide."""

from __future__ import annotations

from statistics import median

from bench.banc import Banc, alternate, launch
from bench.cahiers import closed_cahier

# Les deux montrent une fenêtre et s'arrêtent quand elle est peinte, tout ce qu'elle porte compris.
# Le guet est posé sur la fenêtre, non sur l'application : recevoir en Python un objet que Qt a créé
# fait naître des centaines de classes (35 ms), et il n'y en a que chez nous.
UNTIL_PAINTED = """
def until_painted(*_):
    import os
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication
    painted = []
    class Watcher(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                painted.append(watched)
            return False
    watcher = Watcher()
    for window in QApplication.topLevelWidgets():
        window.installEventFilter(watcher)
    while not painted:
        QApplication.processEvents()
    os._exit(0)
"""
EMPTY_WINDOW = UNTIL_PAINTED + (
    "from PySide6.QtWidgets import QApplication, QWidget\n"
    "app = QApplication([]); window = QWidget(); window.show(); until_painted()"
)
# Qt n'y entre que par le chemin de l'application : qui l'importe plus tôt ralentit ce qui suit.
APPLICATION = (
    UNTIL_PAINTED
    + """
import sys
from tat_carnet import bootstrap
from tat_carnet.__main__ import main
make_app = bootstrap.make_app
def make_watched_app():
    app = make_app()
    type(app).exec = until_painted
    return app
bootstrap.make_app = make_watched_app
main(sys.argv[1:])
"""
)


def mesurer(banc: Banc) -> None:
    """Alterne les deux lancements."""
    ours = launch(APPLICATION, str(closed_cahier(banc.folder, 1_000)))
    theirs = launch(EMPTY_WINDOW)
    alternate([ours], [theirs])  # met les fichiers en mémoire pour les deux
    app, plain = alternate([ours] * banc.tours, [theirs] * banc.tours)
    banc.report("ouvrir jusqu'au déverrouillage", median(app), median(plain), "≤ 1,6 ×")
