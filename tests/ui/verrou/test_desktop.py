"""Le bureau verrouille le cahier : veille, session, économiseur, autre personne à l'écran.

Chaque essai se joue deux fois : sur un vrai `dbus-daemon`, s'il est installé, et sur un bus imité
qui envoie les mêmes messages.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusMessage
from pytestqt.qtbot import QtBot

from bureau import LOGIND, SESSION, BusImite, BusPrive, demon, signal
from tat_carnet.ui.verrou.desktop import (
    MANAGER,
    PROPERTIES,
    SCREEN_SAVERS,
    DesktopWatch,
    is_local,
    watch_desktop,
)

SESSION_LOGIND = "org.freedesktop.login1.Session"
Bus = BusImite | BusPrive
Fabrique = Callable[[bool], Bus]


@pytest.fixture(params=["vrai bus", "bus imité"])
def fabrique(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Fabrique]:
    """Un bus, avec logind ou non."""
    if request.param == "bus imité":
        yield lambda logind: BusImite(logind=logind)
        return
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon n'est pas installé : le bus imité suffit")
    ouverts: list[BusPrive] = []
    with demon(tmp_path) as address:

        def ouvre(logind: bool) -> BusPrive:
            ouverts.append(BusPrive(address, logind=logind))
            return ouverts[-1]

        yield ouvre
        for bus in ouverts:
            bus.quitte()


@pytest.fixture
def bus(fabrique: Fabrique) -> Iterator[Bus]:
    bus = fabrique(True)
    yield bus
    bus.delais.ferme()


@pytest.fixture
def garde(qtbot: QtBot, bus: Bus) -> Iterator[DesktopWatch]:
    """L'application écoute, et tient son délai."""
    garde = DesktopWatch(bus.connexion, bus.connexion)
    qtbot.waitUntil(lambda: bus.delais.tenus == 1 and not garde._calls)
    yield garde
    garde.deleteLater()


@pytest.fixture
def demandes(garde: DesktopWatch) -> list[bool]:
    demandes: list[bool] = []
    garde.lock_asked.connect(lambda: demandes.append(True))
    return demandes


def veille(commence: bool) -> QDBusMessage:
    return signal(LOGIND, MANAGER, "PrepareForSleep", commence)


def ignore(qtbot: QtBot, bus: Bus, demandes: list[bool], message: QDBusMessage) -> bool:
    """Vrai si `message` ne demande rien ; celui qui le suit, si."""
    bus.envoie(message)
    bus.envoie(signal(SESSION, SESSION_LOGIND, "Lock"))
    qtbot.waitUntil(lambda: demandes != [])
    return demandes == [True]


def test_la_veille_attend_que_le_cahier_soit_verrouille(
    qtbot: QtBot, bus: Bus, garde: DesktopWatch
) -> None:
    """Contrôle positif : un délai rendu avant `lock_asked` donnerait zéro délai tenu."""
    tenus_pendant: list[int] = []
    garde.lock_asked.connect(lambda: tenus_pendant.append(bus.delais.tenus))
    assert bus.delais.demandes == [["sleep", "Carnet", "Verrouiller le cahier", "delay"]]

    bus.envoie(veille(True))
    qtbot.waitUntil(lambda: tenus_pendant != [])
    qtbot.waitUntil(lambda: bus.delais.tenus == 0)

    assert tenus_pendant == [1]


def test_un_verrouillage_en_defaut_rend_quand_meme_le_delai(
    qtbot: QtBot, bus: Bus, garde: DesktopWatch
) -> None:
    garde.lock_asked.connect(lambda: 1 / 0)
    with qtbot.captureExceptions() as defauts:
        bus.envoie(veille(True))
        qtbot.waitUntil(lambda: bus.delais.tenus == 0)

    assert [kind for kind, _, _ in defauts] == [ZeroDivisionError]


@pytest.mark.usefixtures("garde")
def test_au_reveil_le_delai_est_redemande(qtbot: QtBot, bus: Bus) -> None:
    bus.envoie(veille(True))
    qtbot.waitUntil(lambda: bus.delais.tenus == 0)
    bus.envoie(veille(False))
    qtbot.waitUntil(lambda: bus.delais.tenus == 1)

    assert len(bus.delais.demandes) == 2


def test_un_second_delai_ne_laisse_pas_le_premier_ouvert(
    qtbot: QtBot, bus: Bus, garde: DesktopWatch
) -> None:
    bus.envoie(veille(False))
    qtbot.waitUntil(lambda: len(bus.delais.demandes) == 2 and not garde._calls)
    qtbot.waitUntil(lambda: bus.delais.tenus == 1)


def test_la_session_qui_se_verrouille_verrouille_le_cahier(
    qtbot: QtBot, bus: Bus, demandes: list[bool]
) -> None:
    bus.envoie(signal(SESSION, SESSION_LOGIND, "Lock"))

    qtbot.waitUntil(lambda: demandes == [True])


def test_la_session_d_une_autre_personne_ne_compte_pas(
    qtbot: QtBot, bus: Bus, demandes: list[bool]
) -> None:
    autre = signal(f"{LOGIND}/session/_3autre", SESSION_LOGIND, "Lock")

    assert ignore(qtbot, bus, demandes, autre)


@pytest.mark.parametrize(
    ("interface", "change", "verrouille"),
    [
        (SESSION_LOGIND, {"Active": False}, True),
        (SESSION_LOGIND, {"LockedHint": True}, True),
        (SESSION_LOGIND, {"IdleHint": True}, False),
        ("org.freedesktop.login1.Seat", {"Active": False}, False),
    ],
)
def test_une_autre_personne_a_l_ecran_verrouille_le_cahier(
    qtbot: QtBot,
    bus: Bus,
    garde: DesktopWatch,
    demandes: list[bool],
    interface: str,
    change: dict[str, bool],
    verrouille: bool,
) -> None:
    bus.proprietes.update(change)
    bus.envoie(signal(SESSION, PROPERTIES, "PropertiesChanged", interface, change, ["Id"]))
    bus.envoie(veille(False))  # une demande de plus, dont la réponse vient après les autres
    qtbot.waitUntil(lambda: len(bus.delais.demandes) == 2 and not garde._calls)

    assert demandes == [True] * verrouille


@pytest.mark.parametrize("interface", SCREEN_SAVERS)
def test_l_economiseur_verrouille_le_cahier(
    qtbot: QtBot, bus: Bus, demandes: list[bool], interface: str
) -> None:
    chemin = "/" + interface.replace(".", "/")
    assert ignore(qtbot, bus, demandes, signal(chemin, interface, "ActiveChanged", False))

    bus.envoie(signal(chemin, interface, "ActiveChanged", True))
    qtbot.waitUntil(lambda: demandes == [True, True])


def test_sans_logind_toute_session_qui_se_verrouille_compte(
    qtbot: QtBot, fabrique: Fabrique
) -> None:
    bus = fabrique(False)
    garde = DesktopWatch(bus.connexion, None)
    demandes: list[bool] = []
    garde.lock_asked.connect(lambda: demandes.append(True))
    qtbot.waitUntil(lambda: not garde._calls)
    bus.envoie(signal(f"{LOGIND}/session/_3autre", SESSION_LOGIND, "Lock"))

    qtbot.waitUntil(lambda: demandes == [True])
    assert bus.delais.demandes == []


@pytest.mark.usefixtures("qapp")
def test_sans_bus_rien_ne_se_dit(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Ni bus lancé à notre place, ni mot sur la console."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "tcp:host=ailleurs.exemple,port=9")
    garde = watch_desktop(None)

    assert garde._system is None
    assert garde._calls == set()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("adresse", "locale"),
    [
        ("unix:path=/run/user/1000/bus", True),
        ("unix:abstract=essai,guid=00", True),
        ("unix:path=un;unix:path=deux", True),
        ("tcp:host=ailleurs.exemple,port=9", False),
        ("unix:path=un;tcp:host=ailleurs.exemple", False),
        ("autolaunch:", False),
        ("unixexec:path=programme", False),
        ("", False),
    ],
)
def test_seul_un_bus_de_cette_machine_est_ecoute(adresse: str, locale: bool) -> None:
    assert is_local(adresse) is locale


def test_qtdbus_n_est_pas_charge_au_depart(tmp_path: Path) -> None:
    """Il attend que la fenêtre soit montrée ; contrôle positif : la garde du bureau le charge."""
    modules = "tat_carnet.__main__", "tat_carnet.bootstrap", "tat_carnet.ui.verrou.guards"
    assert not charge_qtdbus(modules, tmp_path)
    assert charge_qtdbus((*modules, "tat_carnet.ui.verrou.desktop"), tmp_path)


def charge_qtdbus(modules: tuple[str, ...], dossier: Path) -> bool:
    code = f"import sys, {', '.join(modules)}\nprint('PySide6.QtDBus' in sys.modules)"
    sortie = subprocess.run(
        [sys.executable, "-c", code], cwd=dossier, capture_output=True, text=True, check=True
    )
    return sortie.stdout.strip() == "True"
