"""Signal, veille, défaut : le vrai programme, dans son processus, du clavier au disque.

Le brouillon n'a jamais le temps d'être gardé par sa minuterie : c'est le verrouillage qui l'écrit.
Contrôle positif : `test_un_arret_net_perd_ce_que_le_verrouillage_aurait_garde`.
"""

from __future__ import annotations

import os
import shutil
import signal as signaux
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bureau import LOGIND, BusPrive, demon, signal
from fenetres import PHRASE
from tat_carnet.store.cahier import create, unlock
from tat_carnet.store.code_secours import draw
from tat_carnet.store.kdf import FLOOR

MOT = "Zéphyrin est revenu au hall"

PROGRAMME = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from tat_carnet import bootstrap
from tat_carnet.__main__ import main
from tat_carnet.ui.coffre.unlock import UnlockView
from tat_carnet.ui.saisie import view as saisie
from tat_carnet.ui.session import SessionView

cahier, phrase, mot, suite = sys.argv[1:]
saisie.DRAFT_DELAY_MS = 3_600_000
fabriquer = bootstrap.make_window

def fabriquer_et_suivre(*args, **named):
    fenetre = fabriquer(*args, **named)
    minuterie = QTimer(fenetre, interval=20)
    minuterie.timeout.connect(lambda: avancer(fenetre, minuterie))
    minuterie.start()
    return fenetre

def avancer(fenetre, minuterie):
    vue = fenetre.centralWidget()
    if isinstance(vue, UnlockView) and vue.button.isEnabled():
        vue.secret.line.setText(phrase)
        vue.button.click()
    elif isinstance(vue, SessionView) and vue.place != "saisie":
        vue.go("saisie")
    elif isinstance(vue, SessionView) and fenetre.tasks.idle:
        minuterie.stop()
        vue.page("saisie").form.raw.editor.setPlainText(mot)
        print("prêt", flush=True)
        SUITES[suite](fenetre, vue)

def fauter(fenetre, vue):
    QTimer.singleShot(0, lambda: {}[vue.page("saisie").form.raw.text])
    QTimer.singleShot(500, lambda: lire(fenetre))

def lire(fenetre):
    textes = fenetre.centralWidget().findChildren(QLabel)
    print(*[texte.text() for texte in textes], sep=" | ", flush=True)
    QApplication.quit()

SUITES = {
    "attendre": lambda fenetre, vue: None,
    "dialogue": lambda fenetre, vue: QFileDialog.getExistingDirectory(vue, "Où ?"),
    "fauter": fauter,
}
bootstrap.make_window = fabriquer_et_suivre
sys.exit(main([cahier]))
"""


@pytest.fixture(scope="module")
def modele(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Un cahier fermé, que la phrase ouvre."""
    path = tmp_path_factory.mktemp("modèle") / "Carnet.cahier"
    create(path, PHRASE, draw(), kdf=FLOOR).close()
    return path


@pytest.fixture
def cahier(modele: Path, tmp_path: Path) -> Path:
    """Une copie du modèle."""
    return Path(shutil.copytree(modele, tmp_path / modele.name))


def ouverts(pid: int) -> list[Path]:
    """Où mènent les descripteurs d'un programme ; l'un peut se fermer pendant qu'on les lit."""
    liens = []
    for lien in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):
            liens.append(lien.readlink())
    return liens


@pytest.fixture
def lances() -> Iterator[list[subprocess.Popen[str]]]:
    """Les programmes lancés ; aucun ne survit à l'essai."""
    lances: list[subprocess.Popen[str]] = []
    yield lances
    for programme in lances:
        if programme.poll() is None:
            programme.kill()
            programme.wait()


def lance(
    lances: list[subprocess.Popen[str]], cahier: Path, suite: str = "attendre", **env: str
) -> subprocess.Popen[str]:
    """Le programme, ouvert sur ce cahier, un brouillon tapé et pas encore gardé."""
    programme = subprocess.Popen(
        [sys.executable, "-c", PROGRAMME, str(cahier), PHRASE, MOT, suite],
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    lances.append(programme)
    assert programme.stdout is not None
    assert programme.stdout.readline() == "prêt\n"
    return programme


def brouillon(cahier: Path) -> str:
    """Ce que le cahier, rouvert, rend de la saisie en cours."""
    with unlock(cahier, PHRASE) as ouvert:
        fait = ouvert.brouillon()
    return fait.texte_brut.lire() if fait else ""


def sans_l_ecran(erreurs: str) -> list[str]:
    """Ce qui s'est dit, hors ce que l'écran imité de Qt avoue ne pas savoir faire."""
    return [ligne for ligne in erreurs.splitlines() if not ligne.startswith("This plugin")]


@pytest.mark.parametrize("suite", ["attendre", "dialogue"])
@pytest.mark.parametrize("nom", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_un_signal_garde_le_brouillon_et_finit(
    lances: list[subprocess.Popen[str]], cahier: Path, nom: str, suite: str
) -> None:
    programme = lance(lances, cahier, suite)
    programme.send_signal(getattr(signaux, nom))
    _, erreurs = programme.communicate(timeout=20)

    assert (programme.returncode, sans_l_ecran(erreurs)) == (0, [])
    assert brouillon(cahier) == MOT


def test_un_arret_net_perd_ce_que_le_verrouillage_aurait_garde(
    lances: list[subprocess.Popen[str]], cahier: Path
) -> None:
    programme = lance(lances, cahier)
    programme.kill()
    programme.wait()

    assert brouillon(cahier) == ""


def test_nohup_garde_son_sens(lances: list[subprocess.Popen[str]], cahier: Path) -> None:
    avant = signaux.signal(signaux.SIGHUP, signaux.SIG_IGN)
    programme = lance(lances, cahier)
    signaux.signal(signaux.SIGHUP, avant)
    programme.send_signal(signaux.SIGHUP)
    with pytest.raises(subprocess.TimeoutExpired):
        programme.wait(timeout=0.5)

    programme.send_signal(signaux.SIGTERM)
    assert programme.wait(timeout=20) == 0


def test_un_defaut_verrouille_garde_le_brouillon_et_ne_montre_rien(
    lances: list[subprocess.Popen[str]], cahier: Path
) -> None:
    programme = lance(lances, cahier, "fauter")
    dites, erreurs = programme.communicate(timeout=20)

    assert "Un défaut du programme est survenu. Votre brouillon est gardé" in dites
    assert "Zéphyrin" not in erreurs
    (dite,) = sans_l_ecran(erreurs)
    assert dite.startswith("ERROR tat_carnet défaut KeyError à <string>:")
    assert brouillon(cahier) == MOT


@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="dbus-daemon n'est pas installé")
def test_la_veille_attend_que_la_base_soit_fermee(
    lances: list[subprocess.Popen[str]], cahier: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """Le délai n'est rendu qu'une fois la base fermée ; contrôle positif : ouverte juste avant."""
    with demon(tmp_path) as adresse:
        bus = BusPrive(adresse)
        programme = lance(
            lances, cahier, DBUS_SYSTEM_BUS_ADDRESS=adresse, DBUS_SESSION_BUS_ADDRESS=adresse
        )
        qtbot.waitUntil(lambda: bus.delais.tenus == 1, timeout=20_000)
        assert tient(programme, cahier)

        bus.envoie(signal(LOGIND, "org.freedesktop.login1.Manager", "PrepareForSleep", True))
        qtbot.waitUntil(lambda: bus.delais.tenus == 0, timeout=10_000)
        assert not tient(programme, cahier)

        programme.send_signal(signaux.SIGTERM)
        assert programme.wait(timeout=20) == 0
        bus.quitte()
    assert brouillon(cahier) == MOT


def tient(programme: subprocess.Popen[str], cahier: Path) -> bool:
    """Vrai si le processus a un fichier de ce cahier ouvert."""
    liens = ouverts(programme.pid)
    return any(cahier in lien.parents for lien in liens)
