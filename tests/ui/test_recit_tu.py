"""Un récit dont on ne dit que la nature se voit tu : ce qui sortirait s'éteint, et le dit."""

from __future__ import annotations

from datetime import date, datetime

from pytestqt.qtbot import QtBot

from tat_carnet.anonymisation.risque import Pas
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.relu import Effort
from tat_carnet.domain.vocabulaire import TypeFait
from tat_carnet.ui.relecture.relecture_pane import RelecturePane
from tat_carnet.usecases.compte_rendu import Preparation, preparer_dossier


def test_le_recit_tu_s_eteint_et_dit_ce_qui_reste(qtbot: QtBot) -> None:
    """Témoin : laisser allumé ce qui ne sortira pas (`setEnabled` ôté, vu une fois)."""
    jour = date(2026, 11, 21)
    place = Site("Place du Lavoir", "Aubépines-Haut")
    faits = [
        Fait(datetime(2026, 11, 18, 21), place.id, TypeFait.bruit, TexteBrut("des voix"), id=nom)
        for nom in ("a", "b")
    ]
    preparation = Preparation("Veille", jour, jour, jour, "la ville")
    dossier = preparer_dossier(preparation, faits, {place.id: place}, Effort(1, 0), frozenset())
    dossier.generaliser(["a"], [Pas.recit])
    pane = RelecturePane()
    qtbot.addWidget(pane)
    pane.open_dossier(dossier)
    rangs = {e.fait.fait.id: i for i, e in enumerate(dossier.etapes) if e.fait is not None}

    pane.go(rangs["a"])
    assert not pane.shared.isEnabled()
    assert pane.shared.text == ""
    assert pane.codes.text().startswith("Ces mots ne sortiront pas. Dira seulement")
    assert pane.alerts.isHidden(), "de mots qui ne sortent pas, rien à lever"
    pane.go(rangs["b"])
    assert pane.shared.isEnabled()
    assert pane.shared.text == "des voix"
    assert not pane.alerts.isHidden()
    assert pane.codes.text().startswith("Dira aussi")
