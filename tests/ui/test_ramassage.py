"""Un cycle de Python qui tient un widget n'est jamais détruit dans le fil du cahier.

Contrôle positif, vu échouer : avec `gc.enable()` en tête de l'essai, le widget meurt ailleurs.
"""

from __future__ import annotations

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from tat_carnet.ui.ramassage import INTERVAL_MS, Collector


class Cycle:
    """Un objet qui se tient lui-même ; `deaths` reçoit le fil où il est ramassé."""

    def __init__(self, deaths: list[str]) -> None:
        self.me = self
        weakref.finalize(self, lambda: deaths.append(threading.current_thread().name))


def test_un_cycle_est_ramasse_dans_le_fil_de_la_fenetre(qtbot: QtBot) -> None:
    deaths: list[str] = []
    assert not gc.isenabled(), "l'application n'a pas pris le ramassage à sa charge"
    Cycle(deaths)

    def allocate() -> None:
        kept = [[rank] for rank in range(50_000)]
        assert len(kept) == 50_000

    worker = threading.Thread(target=allocate, name="cahier")
    worker.start()
    worker.join()
    assert deaths == []

    # De quoi dépasser le seuil : rien n'est ramassé tant que rien n'est dû.
    filler = [[rank] for rank in range(5_000)]
    qtbot.waitUntil(lambda: deaths != [], timeout=INTERVAL_MS * 5)
    assert len(filler) == 5_000
    assert deaths == ["MainThread"]


def test_le_ramassage_se_fait_sans_qu_on_le_demande(qtbot: QtBot) -> None:
    deaths: list[str] = []
    Cycle(deaths)
    filler = [[rank] for rank in range(5_000)]

    qtbot.waitUntil(lambda: deaths != [], timeout=INTERVAL_MS * 5)

    assert len(filler) == 5_000
    assert deaths == ["MainThread"]


def test_un_seul_ramasseur_par_application(qapp: object) -> None:
    assert len(qapp.findChildren(Collector)) == 1  # type: ignore[attr-defined]
