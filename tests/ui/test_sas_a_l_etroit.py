"""Le sas sur un petit écran, agrandi à 150 % : les deux textes et les gestes tiennent ensemble."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.relu import Effort
from tat_carnet.domain.vocabulaire import TypeFait, TypePartenaire
from tat_carnet.ui.relecture.relecture_pane import RelecturePane
from tat_carnet.usecases.compte_rendu import Preparation, preparer_dossier

pytestmark = pytest.mark.usefixtures("theme")

LONGUE = " ".join(f"Vu Karim, {age} ans, devant le hall {age} vers 22h." for age in range(11, 25))
A_150_POUR_CENT = (675, 400)
"""Ce que laissent la barre latérale et l'en-tête sur 1366 × 768."""


def ouvrir(qtbot: QtBot, fait: Fait, site: Site) -> RelecturePane:
    jour = date(2026, 11, 21)
    preparation = Preparation("Veille", jour, jour, jour, "la ville")
    pane = RelecturePane()
    qtbot.addWidget(pane)
    pane.resize(*A_150_POUR_CENT)
    pane.show()
    pane.open_dossier(
        preparer_dossier(preparation, [fait], {site.id: site}, Effort(1, 0), frozenset())
    )
    return pane


def visible(widget: QWidget) -> bool:
    """Vrai si rien du widget n'est caché par un bord."""
    return widget.visibleRegion().boundingRect() == QRect(0, 0, widget.width(), widget.height())


@pytest.mark.usefixtures("recits_entiers")
def test_les_deux_textes_et_les_gestes_se_voient_ensemble(qtbot: QtBot) -> None:
    """Témoin : sans `fit_in`, la liste pousse la proposition et « Accepter » hors de vue (vu)."""
    place = Site("Place du Lavoir", "Aubépines-Haut")
    fait = Fait(datetime(2026, 11, 18, 21), place.id, TypeFait.bruit, TexteBrut(LONGUE))
    pane = ouvrir(qtbot, fait, place)
    alerts = pane.alerts

    vus = (pane.raw, pane.shared, alerts.accept, alerts.reword, alerts.keep)
    qtbot.waitUntil(lambda: all(map(visible, vus)))
    alerts.keep.click()
    qtbot.waitUntil(lambda: all(map(visible, (*vus, alerts.line))))


@pytest.mark.usefixtures("recits_entiers")
def test_les_textes_defilent_jusqu_a_l_alerte_sauf_sous_les_doigts(qtbot: QtBot) -> None:
    place = Site("Place du Lavoir", "Aubépines-Haut")
    fait = Fait(datetime(2026, 11, 18, 21), place.id, TypeFait.bruit, TexteBrut(LONGUE))
    pane = ouvrir(qtbot, fait, place)
    derniere = len(pane.etape.passage.alertes) - 1

    pane.alerts.list.setCurrentRow(derniere)
    alerte = pane.etape.passage.alertes[derniere]
    assert pane.raw.editor.textCursor().position() == alerte.debut
    assert pane.raw.editor.verticalScrollBar().value() > 0
    assert pane.shared.editor.verticalScrollBar().value() > 0

    pane.activateWindow()
    pane.shared.editor.setFocus()
    qtbot.waitUntil(pane.shared.editor.hasFocus)
    tape = pane.shared.editor.textCursor().position()
    pane.alerts.list.setCurrentRow(0)
    assert pane.shared.editor.textCursor().position() == tape
    assert pane.raw.editor.textCursor().position() == pane.etape.passage.alertes[0].debut


def test_on_lit_aussi_a_qui_une_trace_est_signalee(qtbot: QtBot) -> None:
    place = Site("Place du Lavoir", "Aubépines-Haut")
    jour = date(2026, 11, 18)
    fait = Fait(
        datetime(2026, 11, 18, 21),
        place.id,
        TypeFait.dechets,
        TexteBrut("des sacs"),
        signale_a=TypePartenaire.bailleur,
        signale_le=jour,
        ramasse_le=jour,
    )
    pane = ouvrir(qtbot, fait, place)
    dit = pane.codes.text().replace("\u202f", " ")
    assert dit.endswith(
        "signalé à : bailleur, signalé la semaine du 16 novembre, ramassé la semaine du 16 novembre"
    )
