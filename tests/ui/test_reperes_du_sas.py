"""Les repères du sas se lisent en clair et en sombre, même si l'apparence change en route."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.relu import Effort
from tat_carnet.domain.vocabulaire import TypeFait
from tat_carnet.settings import Apparence
from tat_carnet.ui.relecture.relecture_pane import RelecturePane
from tat_carnet.ui.theme.theme import Theme
from tat_carnet.usecases.compte_rendu import Preparation, preparer_dossier


@pytest.mark.usefixtures("recits_entiers")
def test_un_repere_suit_l_apparence_choisie(qtbot: QtBot, theme: Theme) -> None:
    """Témoin : sans le suivre, un nom restait clair sur fond clair (vu une fois)."""
    jour = date(2026, 11, 21)
    place = Site("Place du Lavoir", "Aubépines-Haut")
    fait = Fait(datetime(2026, 11, 18, 21), place.id, TypeFait.bruit, TexteBrut("vu Karim"))
    preparation = Preparation("Veille", jour, jour, jour, "la ville")
    pane = RelecturePane()
    qtbot.addWidget(pane)
    pane.open_dossier(
        preparer_dossier(preparation, [fait], {place.id: place}, Effort(1, 0), frozenset())
    )

    def fond() -> QColor:
        (selection,) = pane.raw.editor.extraSelections()
        format_ = selection.format
        return QColor(format_.background().color())

    assert fond() == QColor(theme.palette.alerte_fond)
    claire = fond()
    theme.choose(Apparence.sombre)
    assert fond() == QColor(theme.palette.alerte_fond) != claire
