"""Ce que lit d'avance la vraie exécution, sans croiser le fil qui ouvre le cahier."""

from __future__ import annotations

from threading import Event, Lock, Thread

import pytest

from tat_carnet.ui.importing import ReadAhead


def test_des_qu_un_cahier_s_ouvre_rien_ne_se_lit_d_avance() -> None:
    """Vu une fois, machine chargée : deux fils s'attendaient, et l'un s'arrêtait."""
    avance, lus = ReadAhead(), []
    avance.run(lambda: lus.append("avant"))
    avance.give_up()
    avance.run(lambda: lus.append("après"))
    assert lus == ["avant"]


class Observe:
    """Un verrou qui dit qu'on l'attend."""

    def __init__(self) -> None:
        self.verrou, self.demande = Lock(), Event()

    def __enter__(self) -> None:
        if self.verrou.locked():
            self.demande.set()
        self.verrou.acquire()

    def __exit__(self, *_: object) -> None:
        self.verrou.release()


def test_ouvrir_attend_la_lecture_commencee_puis_n_attend_plus(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Témoin (vu une fois) : `give_up` sans verrou, l'ouverture n'attend pas."""
    avance, verrou, fait = ReadAhead(), Observe(), []
    monkeypatch.setattr(avance, "_reading", verrou)

    def ouvrir() -> None:
        avance.give_up()
        fait.append("ouvert")

    ouverture = Thread(target=ouvrir)

    def lire() -> None:
        ouverture.start()
        assert verrou.demande.wait(10)
        fait.append("lu")

    avance.run(lire)
    ouverture.join()
    assert fait == ["lu", "ouvert"]
    avance.give_up()  # une seconde ouverture n'attend pas la première


def test_une_lecture_d_avance_qui_echoue_n_empeche_pas_d_ouvrir() -> None:
    avance = ReadAhead()

    def absent() -> None:
        raise ImportError("absent")

    with pytest.raises(ImportError):
        avance.run(absent)
    avance.give_up()
