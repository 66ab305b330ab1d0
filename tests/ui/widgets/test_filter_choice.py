"""Choisir en tapant quelques lettres."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tat_carnet.ui.widgets.filter_choice import FilterChoice, Option

OPTIONS = [
    Option("a", "Place du Lavoir", "Haut"),
    Option("b", "Parking du Moulin", "Bas", "voitures"),
    Option("c", "Square", "Bas"),
]


@pytest.fixture
def choix(qtbot: QtBot) -> FilterChoice:
    """Un champ à trois entrées, où l'on peut créer."""
    champ = FilterChoice("Lieu", "Où ?", creation="Nouveau : {}")
    champ.set_options(OPTIONS)
    qtbot.addWidget(champ)
    champ.show()
    return champ


def taper(choix: FilterChoice, texte: str) -> list[str]:
    """Tape, et rend les lignes proposées."""
    choix.line.clear()
    QTest.keyClicks(choix.line, texte)
    return [choix.list.item(i).text() for i in range(choix.list.count())]


def test_quelques_lettres_suffisent(choix: FilterChoice, qtbot: QtBot) -> None:
    taper(choix, "pa")
    with qtbot.waitSignal(choix.chosen) as signal:
        QTest.keyClick(choix.line, Qt.Key.Key_Return)

    assert signal.args == ["b"]
    assert choix.line.text() == "Parking du Moulin"
    assert choix.list.isHidden()


def test_un_synonyme_y_mene(choix: FilterChoice) -> None:
    assert taper(choix, "voit")[0].startswith("Parking")


def test_bas_et_haut_parcourent_et_bouclent(choix: FilterChoice) -> None:
    QTest.keyClick(choix.line, Qt.Key.Key_Down)
    assert choix.list.currentRow() == 0
    QTest.keyClick(choix.line, Qt.Key.Key_Up)
    assert choix.list.currentRow() == 2


def test_echap_rend_le_choix_d_avant(choix: FilterChoice) -> None:
    choix.choose("a")
    taper(choix, "squ")
    QTest.keyClick(choix.line, Qt.Key.Key_Escape)

    assert (choix.key, choix.line.text()) == ("a", "Place du Lavoir")
    assert choix.list.isHidden()


def test_entree_confirme_un_choix_deja_fait(choix: FilterChoice, qtbot: QtBot) -> None:
    choix.choose("c")
    with qtbot.waitSignal(choix.chosen) as signal:
        QTest.keyClick(choix.line, Qt.Key.Key_Return)
    assert signal.args == ["c"]


def test_un_nom_inconnu_se_propose_a_la_creation(choix: FilterChoice, qtbot: QtBot) -> None:
    assert taper(choix, "Friche")[-1].endswith("Friche")
    with qtbot.waitSignal(choix.creation_asked) as signal:
        QTest.keyClick(choix.line, Qt.Key.Key_Return)
    assert signal.args == ["Friche"]
    assert choix.key is None


def test_quitter_le_champ_sans_choisir_rend_le_choix_d_avant(choix: FilterChoice) -> None:
    choix.choose("a")
    choix.line.setFocus()
    taper(choix, "zzz")
    choix.line.clearFocus()
    assert choix.line.text() == "Place du Lavoir"


def test_un_clic_ouvre_la_liste_et_un_autre_choisit(choix: FilterChoice, qtbot: QtBot) -> None:
    QTest.mouseClick(choix.line, Qt.MouseButton.LeftButton)
    assert choix.list.count() == 3
    with qtbot.waitSignal(choix.chosen) as signal:
        choix.list.itemClicked.emit(choix.list.item(2))
    assert signal.args == ["c"]
