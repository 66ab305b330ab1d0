"""F5 agit du premier coup, quoi qui soit ouvert par-dessus la fenêtre : rien n'en reste au mur.

Témoin (vu une fois) : sans `projection_asked`, la liste déroulée, le menu et les dialogues avalent
la touche, et la fenêtre ne projette pas.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QStringListModel, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dialogues import DIALOGUES, par_dessus
from fenetres import fenetre
from gestes import Gestes


def liste(parent: QWidget) -> object:
    combo = QComboBox(parent)
    combo.addItems(["Hall 7", "Place du Lavoir"])
    combo.show()
    combo.showPopup()
    return None


def complements(parent: QWidget) -> object:
    champ = QLineEdit(parent)
    completeur = QCompleter(champ)
    completeur.setModel(QStringListModel(["Hall 7"], completeur))
    champ.setCompleter(completeur)
    champ.show()
    champ.setFocus()
    completeur.complete()
    return None


def menu_du_texte(parent: QWidget) -> object:
    champ = QLineEdit("un mot du cahier", parent)
    champ.show()
    menu = champ.createStandardContextMenu()
    menu.popup(parent.mapToGlobal(parent.rect().center()))
    return None


def fenetre_a_part(parent: QWidget) -> object:
    dialogue = QDialog(parent)
    dialogue.show()
    dialogue.activateWindow()
    return None


OUVERTS = {nom: ouvrir for nom, (ouvrir, _) in DIALOGUES.items()} | {
    "liste": liste, "complements": complements, "menu du texte": menu_du_texte,
    "fenêtre à part": fenetre_a_part,
}  # fmt: skip


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        yield gestes


def presser_f5(vus: list[list[str]], gestes: Gestes) -> None:
    """La touche telle que le bureau la donne : d'abord un raccourci, puis à ce qui a le clavier."""
    devant = QGuiApplication.focusWindow()
    if devant is None or QGuiApplication.modalWindow() not in (None, devant):
        QTimer.singleShot(20, lambda: presser_f5(vus, gestes))
        return
    vus.append(par_dessus(gestes.window))
    for genre in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        touche = QKeyEvent(genre, Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.postEvent(devant, touche)


@pytest.mark.parametrize("nom", OUVERTS)
def test_f5_projette_du_premier_coup_par_dessus(gestes: Gestes, nom: str) -> None:
    vus: list[list[str]] = []
    QTimer.singleShot(0, lambda: presser_f5(vus, gestes))
    OUVERTS[nom](gestes.page("cahier"))
    gestes.attendre_que(gestes.session.ribbon.isVisible)

    assert vus[0] != []
    assert par_dessus(gestes.window) == []


def test_f5_en_sort_de_meme(gestes: Gestes) -> None:
    vus: list[list[str]] = []
    gestes.touche(Qt.Key.Key_F5)
    assert gestes.session.ribbon.isVisible()
    liste(gestes.page("cahier"))
    presser_f5(vus, gestes)
    gestes.attendre_que(lambda: not gestes.session.ribbon.isVisible())
    assert par_dessus(gestes.window) == []
