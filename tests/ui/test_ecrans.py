"""Chaque écran, en clair et en sombre : tout se nomme, tout est en français, rien ne déborde."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fenetres import fenetre
from gestes import Gestes
from tat_carnet.settings import Apparence
from tat_carnet.ui.session import ANNEXES, SCREENS
from tat_carnet.ui.theme.theme import current_theme

BARRE = [name for name, *_ in SCREENS]
ECRANS = [*BARRE, *(name for name, *_ in ANNEXES)]
PETIT_ECRAN = (910, 512)
MAL_ESPACE = re.compile(r"[^\u202f\s][;!?»]|\w :|« |'")


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    """La démonstration, à la taille d'un petit écran à 150 %."""
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        gestes.window.resize(*PETIT_ECRAN)
        yield gestes


def montrer(gestes: Gestes, name: str) -> None:
    """Va à un écran et attend qu'il soit rempli."""
    gestes.session.go(name)
    gestes.attendre()


def visibles(gestes: Gestes, kind: type[QWidget]) -> list[QWidget]:
    """Les widgets d'une sorte que l'on voit."""
    return [w for w in gestes.window.findChildren(kind) if w.isVisible()]


@pytest.mark.parametrize("name", ECRANS)
def test_tout_ce_qui_prend_le_curseur_a_un_nom(gestes: Gestes, name: str) -> None:
    montrer(gestes, name)
    sans_nom = [
        type(widget).__name__
        for widget in visibles(gestes, QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        and not isinstance(widget.parentWidget(), QLineEdit | QAbstractSpinBox)
    ]
    assert sans_nom == []


@pytest.mark.parametrize("name", ECRANS)
def test_tout_texte_montre_suit_la_typographie_francaise(gestes: Gestes, name: str) -> None:
    montrer(gestes, name)
    textes = [w.text() for kind in (QLabel, QAbstractButton) for w in visibles(gestes, kind)]
    textes += [w.placeholderText() for w in visibles(gestes, QLineEdit)]
    assert [texte for texte in textes if MAL_ESPACE.search(texte)] == []


@pytest.mark.parametrize("name", ECRANS)
def test_aucun_bouton_n_est_coupe_sur_un_petit_ecran(gestes: Gestes, name: str) -> None:
    montrer(gestes, name)
    coupes = [
        w.text()
        for w in visibles(gestes, QAbstractButton)
        if w.text() and w.width() < w.fontMetrics().horizontalAdvance(w.text())
    ]
    debordent = [
        w.text()
        for w in visibles(gestes, QAbstractButton)
        if w.mapTo(gestes.window, w.rect().topRight()).x() > gestes.window.width()
    ]
    assert (coupes, debordent) == ([], [])


@pytest.mark.parametrize("name", ECRANS)
def test_chaque_ecran_se_peint_en_clair_et_en_sombre(gestes: Gestes, name: str) -> None:
    montrer(gestes, name)
    images = []
    for apparence in (Apparence.claire, Apparence.sombre):
        current_theme().choose(apparence)
        QApplication.processEvents()
        images.append(gestes.window.grab().toImage())
    claire, sombre = (image.pixelColor(300, 40).lightness() for image in images)
    current_theme().choose(Apparence.claire)
    assert claire > 200 > 60 > sombre


def test_les_boutons_de_qt_parlent_francais(gestes: Gestes) -> None:
    assert gestes.window.windowTitle() == "Carnet"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler"


def test_alt_et_un_chiffre_menent_a_chaque_ecran(gestes: Gestes) -> None:
    for rank, name in enumerate(BARRE[:10], start=1):
        gestes.touche(Qt.Key(Qt.Key.Key_0 + rank % 10), Qt.KeyboardModifier.AltModifier)
        assert gestes.session.place == name


def test_tab_suit_l_ordre_de_la_saisie(gestes: Gestes) -> None:
    montrer(gestes, "saisie")
    saisie = gestes.page("saisie")
    saisie.form.site.setFocus()
    ordre = []
    for _ in range(4):
        gestes.touche(Qt.Key.Key_Tab)
        ordre.append(QApplication.focusWidget())
    assert ordre[:2] == [saisie.form.type.line, saisie.form.raw.editor]
    assert saisie.form.more.toggle in ordre
