"""Ce qui s'ouvre par-dessus la fenêtre : comment l'ouvrir, et ce qu'annuler lui fait rendre."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDateEdit,
    QFileDialog,
    QInputDialog,
    QMenu,
    QMessageBox,
    QToolTip,
    QWidget,
)

Ouvrir = Callable[[QWidget], object]


def imprimer(parent: QWidget) -> object:
    printer = QPrinter()
    return QPrintDialog(printer, parent).exec()


def calendrier(parent: QWidget) -> object:
    champ = QDateEdit(QDate(2026, 11, 21), parent)
    champ.setCalendarPopup(True)
    champ.show()
    bord = QPoint(champ.width() - 5, champ.height() // 2)
    QTest.mouseClick(champ, Qt.MouseButton.LeftButton, pos=bord)
    return None


def menu(parent: QWidget) -> object:
    menu = QMenu(parent)
    menu.addAction("Copier")
    return menu.exec(QPoint(0, 0))


def bulle(parent: QWidget) -> object:
    QToolTip.showText(QPoint(5, 5), "un mot du cahier", parent)
    return None


DIALOGUES: dict[str, tuple[Ouvrir, object]] = {
    "choisir un dossier": (lambda w: QFileDialog.getExistingDirectory(w, "Où ?"), ""),
    "enregistrer": (lambda w: QFileDialog.getSaveFileName(w, "Où ?"), ("", "")),
    "question": (lambda w: QMessageBox.question(w, "?", "?").value, 0),
    "saisir": (lambda w: QInputDialog.getText(w, "?", "?"), ("", False)),
    "imprimer": (imprimer, 0),
    "calendrier": (calendrier, None),
    "menu": (menu, None),
    "bulle": (bulle, None),
}


def par_dessus(window: QWidget) -> list[str]:
    """Ce qui se voit d'autre que la fenêtre."""
    visibles = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    return [type(widget).__name__ for widget in visibles]
