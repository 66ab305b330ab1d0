"""Un travail du coffre qui dure se dit, endort ses boutons, et laisse vivre la fenêtre.

Contrôle positif, vu échouer : appeler `start` puis travailler dans le fil de la fenêtre ne laisse
battre aucune horloge.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from fenetres import PHRASE, derivation_rapide
from tat_carnet import bootstrap
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.ui.reglages.busy import Busy
from tat_carnet.ui.reglages.exercice_form import ExerciceForm
from tat_carnet.ui.tasks import Tasks
from tat_carnet.ui.widgets.basics import Button


@pytest.fixture
def form(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[ExerciceForm, threading.Event]]:
    """L'exercice sur un vrai cahier, dont la relecture attend qu'on la laisse finir."""
    derivation_rapide(monkeypatch)
    finir = threading.Event()
    relire = CahierOuvert.verify

    def lent(cahier: CahierOuvert) -> None:
        finir.wait(20)
        relire(cahier)

    monkeypatch.setattr(CahierOuvert, "verify", lent)
    coffre = bootstrap.CoffreFichier(tmp_path / "Carnet.cahier")
    tasks, ouvert = Tasks(), []
    code = coffre.draw_code()
    tasks.open(lambda: coffre.create(PHRASE, code), lambda: ouvert.append(1), _inattendu, tasks)
    qtbot.waitUntil(lambda: bool(ouvert), timeout=20_000)
    form = ExerciceForm(tasks, coffre, lambda: datetime(2026, 11, 21, 21, 50))
    qtbot.addWidget(form)
    form.show()
    form.toggle.click()
    yield form, finir
    finir.set()
    tasks.close()


def _inattendu(error: ErreurConnue) -> None:
    raise AssertionError(error.phrase)


def test_pendant_l_exercice_la_fenetre_vit_et_dit_ce_qui_se_fait(
    qtbot: QtBot, form: tuple[ExerciceForm, threading.Event]
) -> None:
    exercice, finir = form
    battements: list[int] = []
    horloge = QTimer()
    horloge.timeout.connect(lambda: battements.append(1))
    horloge.start(5)
    exercice.secret.line.setText(PHRASE)

    exercice.start.click()

    assert exercice.busy.isVisible()
    assert exercice.busy.text.text().startswith("Vérification")
    assert not exercice.start.isEnabled()
    avant = len(battements)
    qtbot.waitUntil(lambda: len(battements) > avant + 10, timeout=20_000)
    assert exercice.busy.isVisible(), "le travail dure encore"
    finir.set()
    qtbot.waitUntil(lambda: exercice.busy.isHidden(), timeout=20_000)
    assert exercice.start.isEnabled()
    assert exercice.banner.text.startswith("Tout est entier.")


def test_un_champ_vide_ne_lance_rien(form: tuple[ExerciceForm, threading.Event]) -> None:
    exercice, _ = form

    exercice.start.click()

    assert exercice.field.fault == "Tapez la phrase qui ouvre le cahier aujourd’hui."
    assert exercice.busy.isHidden()


def test_une_barre_qui_s_arrete_reveille_ses_boutons(qtbot: QtBot) -> None:
    bouton = Button("Sauvegarder")
    barre = Busy(bouton)
    for widget in (bouton, barre):
        qtbot.addWidget(widget)

    barre.start("Sauvegarde…")
    assert (bouton.isEnabled(), barre.isHidden()) == (False, False)
    barre.stop()
    assert (bouton.isEnabled(), barre.isHidden()) == (True, True)
