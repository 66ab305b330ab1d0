"""Aller à un écran par quelques lettres : Ctrl+K, des lettres, Entrée."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fenetres import fenetre
from gestes import Gestes
from tat_carnet.ui.session import ANNEXES, SCREENS


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    """La démonstration, ouverte."""
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        yield gestes


def ouvrir(gestes: Gestes) -> None:
    gestes.touche(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    gestes.attendre_que(gestes.session.aller.isVisible)


def proposes(gestes: Gestes) -> list[str]:
    liste = gestes.session.aller.list
    return [liste.item(rang).text() for rang in range(liste.count())]


def test_ctrl_k_mene_a_n_importe_quel_ecran(gestes: Gestes) -> None:
    """Il y a plus d'écrans que de chiffres : un geste les atteint tous."""
    ouvrir(gestes)
    assert proposes(gestes) == [ligne[1] for ligne in (*SCREENS, *ANNEXES)]
    gestes.lettres("corb")
    assert proposes(gestes) == ["Corbeille"]
    gestes.touche(Qt.Key.Key_Return)
    assert gestes.session.place == "corbeille"
    assert not gestes.session.aller.isVisible()

    ouvrir(gestes)
    gestes.lettres("reg")
    gestes.touche(Qt.Key.Key_Return)
    assert gestes.session.place == "reglages"


def test_les_fleches_choisissent_et_la_souris_aussi(gestes: Gestes) -> None:
    ouvrir(gestes)
    for _ in range(3):
        gestes.touche(Qt.Key.Key_Down)
    gestes.touche(Qt.Key.Key_Up)
    gestes.touche(Qt.Key.Key_Return)
    assert gestes.session.place == SCREENS[2][0]

    ouvrir(gestes)
    aller = gestes.session.aller
    aller.list.itemClicked.emit(aller.list.item(1))
    gestes.attendre()
    assert gestes.session.place == SCREENS[1][0]


def test_echap_referme_et_rend_le_curseur(gestes: Gestes) -> None:
    avant = QApplication.focusWidget()
    ouvrir(gestes)
    gestes.lettres("zzz")
    assert proposes(gestes) == []
    gestes.touche(Qt.Key.Key_Return)
    assert gestes.session.aller.isVisible(), "aucun écran ne répond : rien ne se passe"
    gestes.touche(Qt.Key.Key_Escape)
    assert not gestes.session.aller.isVisible()
    assert gestes.session.place == "aujourdhui"
    assert QApplication.focusWidget() is avant


def test_quitter_le_champ_le_referme(gestes: Gestes) -> None:
    ouvrir(gestes)
    gestes.page("aujourdhui").noter.setFocus()
    assert not gestes.session.aller.isVisible()
