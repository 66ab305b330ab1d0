"""Un seul fil tient le cahier ; la fenêtre ne gèle pas, les échecs se disent."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from tat_carnet.domain.errors import EcritureImpossible, ErreurConnue
from tat_carnet.store.cahier import open_demo
from tat_carnet.ui.tasks import Tasks


@pytest.fixture
def tasks(qtbot: QtBot, tmp_path: Path) -> Iterator[Tasks]:
    """Un fil qui tient un cahier vide."""
    tasks = Tasks()
    opened: list[bool] = []
    tasks.open(lambda: open_demo(tmp_path), lambda: opened.append(True), _unexpected, tasks)
    qtbot.waitUntil(lambda: opened == [True])
    yield tasks
    tasks.close()


def _unexpected(error: ErreurConnue) -> None:
    raise AssertionError(error.phrase)


def test_le_travail_se_fait_dans_un_autre_fil_et_la_reponse_dans_celui_de_la_fenetre(
    qtbot: QtBot, tasks: Tasks
) -> None:
    fils: list[str] = []
    tasks.query(
        lambda _: fils.append(threading.current_thread().name),
        lambda _: fils.append(threading.current_thread().name),
        tasks,
    )
    qtbot.waitUntil(lambda: len(fils) == 2)
    assert fils == ["cahier", threading.current_thread().name]


def test_la_fenetre_vit_pendant_un_travail_long(qtbot: QtBot, tasks: Tasks) -> None:
    """Témoin : le même travail dans le fil de la fenêtre ne laisserait passer aucun battement."""
    battements: list[int] = []
    finir = threading.Event()
    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(lambda: battements.append(1))
    timer.start()
    fini: list[bool] = []
    tasks.query(lambda _: finir.wait(10), fini.append, tasks)
    qtbot.waitUntil(lambda: len(battements) >= 10)
    assert fini == []
    finir.set()
    qtbot.waitUntil(lambda: fini == [True])


def test_un_changement_s_annonce_une_demande_non(qtbot: QtBot, tasks: Tasks) -> None:
    with qtbot.waitSignal(tasks.changed):
        tasks.change(lambda cahier: cahier.clear_brouillon("b1"), lambda _: None, tasks)
    with qtbot.assertNotEmitted(tasks.changed):
        tasks.query(lambda cahier: cahier.sites(), lambda _: None, tasks)
        qtbot.waitUntil(lambda: tasks.idle)


def test_un_echec_connu_se_dit_en_une_phrase(qtbot: QtBot, tasks: Tasks) -> None:
    def refuse(_: object) -> None:
        raise EcritureImpossible("Le disque est plein. Rien n’est perdu.")

    with qtbot.waitSignal(tasks.failed) as signal:
        tasks.change(refuse, lambda _: None, tasks)
    assert signal.args == ["Le disque est plein. Rien n’est perdu."]


def test_un_defaut_du_programme_echoue_bruyamment(qtbot: QtBot, tasks: Tasks) -> None:
    with qtbot.captureExceptions() as exceptions:
        tasks.query(lambda _: 1 / 0, lambda _: None, tasks)
        qtbot.waitUntil(lambda: tasks.idle)
    assert [kind for kind, _, _ in exceptions] == [ZeroDivisionError]


def test_la_reponse_a_un_ecran_detruit_se_perd_sans_bruit(qtbot: QtBot, tasks: Tasks) -> None:
    owner, answers = QObject(), []
    finir = threading.Event()
    tasks.query(lambda _: finir.wait(10), answers.append, owner)
    owner.deleteLater()
    qtbot.waitSignal(owner.destroyed).wait()
    finir.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert answers == []


def test_fermer_rend_le_cahier_et_arrete_le_fil(qtbot: QtBot, tmp_path: Path) -> None:
    tasks = Tasks()
    opened: list[bool] = []
    tasks.open(lambda: open_demo(tmp_path), lambda: opened.append(True), _unexpected, tasks)
    qtbot.waitUntil(lambda: opened == [True])
    assert list(tmp_path.iterdir()) != []
    tasks.close()
    assert list(tmp_path.iterdir()) == []
    assert [fil for fil in tasks._threads if fil.is_alive()] == []
