"""Chaque verrouillage, quoi qu'il y ait à l'écran : deux secondes, rien d'ouvert, rien de perdu.

Contrôle positif de tous les essais : `test_sans_verrouiller_la_base_reste_ouverte`, et la liste de
ce qui était ouvert juste avant, qui ne doit pas être vide.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from bureau import LOGIND, SESSION, BusImite, signal
from dialogues import DIALOGUES, par_dessus
from documents.exemples import compte_rendu
from fenetres import MAINTENANT, PHRASE, creer_un_cahier, derivation_rapide, fenetre
from gestes import Gestes
from signatures import signer
from tat_carnet.domain.errors import EcritureImpossible
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.journal import FormatDocument
from tat_carnet.domain.vocabulaire import TypeFait, TypeSite
from tat_carnet.ui.coffre.unlock import UnlockView
from tat_carnet.ui.fermeture import OUTCOMES, Closed
from tat_carnet.ui.verrou import idle
from tat_carnet.ui.verrou.desktop import MANAGER, DesktopWatch
from tat_carnet.ui.verrou.dialogs import close_dialogs
from tat_carnet.usecases import exporter as module_exporter
from tat_carnet.usecases.noter import noter_fait
from tat_carnet.usecases.ports import Cahier

Bornes = tuple[threading.Event, threading.Event]
CTRL = Qt.KeyboardModifier.ControlModifier
MOT = "on entend encore la mus"
PLUS_TARD_S = 3600.0


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gestes]:
    """Un cahier neuf avec un lieu, et une garde qui regarde l'heure souvent."""
    derivation_rapide(monkeypatch)
    monkeypatch.setattr(idle, "TICK_MS", 20)
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
        lieu = Site("Place du Lavoir", "Aubépines-Haut", TypeSite.place)
        gestes.lire(lambda cahier: cahier.save_site(lieu))
        yield gestes


@pytest.fixture
def bus(gestes: Gestes) -> BusImite:
    """Le bureau de cette fenêtre."""
    bus = BusImite()
    garde = DesktopWatch(bus.connexion, bus.connexion, gestes.window)
    garde.lock_asked.connect(gestes.window.lock)
    gestes.attendre_que(lambda: not garde._calls)
    return bus


def oublie_l_heure(gestes: Gestes, _bus: BusImite) -> None:
    """Une heure passe, machine éveillée."""
    garde = gestes.window._idle
    garde._clock = lambda: idle.since_boot() + PLUS_TARD_S
    garde._awake = lambda: time.monotonic() + PLUS_TARD_S


def dort(gestes: Gestes, _bus: BusImite) -> None:
    """Une heure passe, machine en veille."""
    gestes.window._idle._clock = lambda: idle.since_boot() + PLUS_TARD_S


def veille(_gestes: Gestes, bus: BusImite) -> None:
    bus.envoie(signal(LOGIND, MANAGER, "PrepareForSleep", True))


def session(_gestes: Gestes, bus: BusImite) -> None:
    bus.envoie(signal(SESSION, "org.freedesktop.login1.Session", "Lock"))


def economiseur(_gestes: Gestes, bus: BusImite) -> None:
    bus.envoie(signal("/x", "org.gnome.ScreenSaver", "ActiveChanged", True))


def reduit(gestes: Gestes, _bus: BusImite) -> None:
    contexte = gestes.session._context
    contexte.save_settings(replace(contexte.settings, verrou_reduit=True))
    gestes.window.showMinimized()


def defaut(gestes: Gestes, _bus: BusImite) -> None:
    gestes.window.lock_after_fault()


DECLENCHEURS: dict[str, Callable[[Gestes, BusImite], None]] = {
    "sans geste": oublie_l_heure,
    "réveil": dort,
    "veille": veille,
    "session": session,
    "économiseur": economiseur,
    "réduite": reduit,
    "défaut": defaut,
}


def descripteurs(folder: Path) -> list[str]:
    """Les fichiers de `folder` que ce processus tient ouverts."""
    ouverts: list[str] = []
    for lien in Path("/proc/self/fd").iterdir():
        try:
            ouverts.append(str(lien.readlink()))
        except FileNotFoundError:
            continue
    return [chemin for chemin in ouverts if chemin.startswith(str(folder))]


def verrouillee(gestes: Gestes) -> bool:
    return isinstance(gestes.window.centralWidget(), UnlockView)


def taper(gestes: Gestes) -> None:
    """Un fait commencé, pas encore gardé."""
    gestes.session.go("saisie")
    gestes.attendre()
    gestes.page("saisie").form.raw.editor.setPlainText(MOT)


def ouvrir(gestes: Gestes) -> None:
    seuil = gestes.window.centralWidget()
    assert isinstance(seuil, UnlockView)
    gestes.attendre_que(seuil.isVisible)
    seuil.secret.line.setText(PHRASE)
    gestes.clic(seuil.button)
    gestes.attendre_la_session()


def verifier_verrouille(gestes: Gestes, folder: Path) -> None:
    """Rien par-dessus, rien d'ouvert, l'ancien écran détruit. L'épreuve 2 chronomètre."""
    gestes.attendre_que(lambda: verrouillee(gestes))
    assert gestes.window.tasks is None
    assert par_dessus(gestes.window) == []
    assert descripteurs(folder) == []


def verifier_revenu(gestes: Gestes) -> None:
    """De nouveau au même endroit, le texte là où il était."""
    gestes.window.showNormal()
    ouvrir(gestes)
    assert gestes.session.place == "saisie"
    assert gestes.page("saisie").form.raw.text == MOT


ECHANTILLON = ("choisir un dossier", "calendrier", "menu")


@pytest.mark.parametrize("declencheur", DECLENCHEURS)
def test_chaque_verrouillage_passe_par_dessus_les_dialogues(
    gestes: Gestes, bus: BusImite, tmp_path: Path, declencheur: str
) -> None:
    for dialogue in DIALOGUES if declencheur == "veille" else ECHANTILLON:
        montrer, annule = DIALOGUES[dialogue]
        taper(gestes)
        avant: list[tuple[list[str], list[str]]] = []

        def declenche(avant: list[tuple[list[str], list[str]]] = avant) -> None:
            avant.append((par_dessus(gestes.window), descripteurs(tmp_path)))
            DECLENCHEURS[declencheur](gestes, bus)

        QTimer.singleShot(50, gestes.window, declenche)
        # Un déclencheur en panne laisserait le dialogue ouvert, et l'essai sans fin.
        secours = QTimer(gestes.window, singleShot=True, interval=20_000)
        secours.timeout.connect(lambda: close_dialogs(gestes.window))
        secours.start()
        rendu = montrer(gestes.page("saisie"))
        gestes.attendre_que(lambda avant=avant: avant != [])

        verifier_verrouille(gestes, tmp_path)
        assert secours.isActive(), dialogue
        assert rendu == annule
        assert avant[0][0] != [], dialogue
        assert avant[0][1] != [], dialogue
        secours.stop()
        remettre_a_l_heure(gestes)
        verifier_revenu(gestes)


def remettre_a_l_heure(gestes: Gestes) -> None:
    garde = gestes.window._idle
    garde._clock, garde._awake = idle.since_boot, time.monotonic
    garde._start_again()


@pytest.mark.usefixtures("gestes")
def test_sans_verrouiller_la_base_reste_ouverte(tmp_path: Path) -> None:
    assert any(chemin.endswith("cahier.db") for chemin in descripteurs(tmp_path))


def test_quitter_garde_le_brouillon(gestes: Gestes, qtbot: QtBot, tmp_path: Path) -> None:
    taper(gestes)
    gestes.window.close()
    assert descripteurs(tmp_path) == []

    with fenetre(qtbot, tmp_path) as retour:
        ouvrir(retour)
        retour.session.go("saisie")
        retour.attendre()
        assert retour.page("saisie").form.raw.text == MOT


def phrases(gestes: Gestes) -> list[str]:
    """Ce que le seuil dit."""
    seuil = gestes.window.centralWidget()
    assert seuil is not None
    return [etiquette.text() for etiquette in seuil.findChildren(QLabel)]


def test_un_travail_qui_dure_n_empeche_pas_de_verrouiller(
    gestes: Gestes, tmp_path: Path, qtbot: QtBot
) -> None:
    """Un long calcul tient le fil ; le brouillon attend derrière lui."""
    taper(gestes)
    calcule, finir, suites = threading.Event(), threading.Event(), []

    def calcul(cahier: Cahier) -> None:
        calcule.set()
        finir.wait(20)
        try:
            cahier.clear_brouillon("b1")
        except Exception as refus:
            suites.append(type(refus).__name__)
            raise

    gestes.window.tasks.change(calcul, lambda _: None, gestes.window)
    assert calcule.wait(5)
    gestes.touche(Qt.Key.Key_L, CTRL)
    verifier_verrouille(gestes, tmp_path)
    assert suites == []

    finir.set()
    qtbot.waitUntil(lambda: suites == ["Verrouille"])
    verifier_revenu(gestes)


def test_un_geste_qu_on_ne_coupe_pas_se_dit_et_l_ouverture_l_attend(
    gestes: Gestes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """La base ne se ferme pas sous un geste en cours ; la phrase tapée patiente."""
    taper(gestes)
    commence, finir, fini = threading.Event(), threading.Event(), threading.Event()
    cahier = gestes.window.tasks._cahier._cahier

    def renouveler() -> None:
        commence.set()
        finir.wait(20)
        fini.set()

    monkeypatch.setattr(cahier, "verify", renouveler)
    gestes.window.tasks.query(lambda c: c.verify(), lambda _: None, gestes.window)
    assert commence.wait(5)
    gestes.window.lock()
    assert not fini.is_set()
    assert any("se ferme dès que" in phrase for phrase in phrases(gestes))
    assert descripteurs(tmp_path) != []

    QTimer.singleShot(300, gestes.window, finir.set)
    verifier_revenu(gestes)


class Regard(QObject):
    """Retient le texte de chaque étiquette dessinée."""

    def __init__(self) -> None:
        super().__init__()
        self.dessinees: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, QLabel):
            self.dessinees.append(watched.text())
        return False


def test_une_attente_se_voit(gestes: Gestes, qapp: QApplication) -> None:
    """L'écran du cahier n'est plus là, et la fenêtre le dit, sans rendre la main."""
    taper(gestes)
    commence, finir = threading.Event(), threading.Event()
    gestes.window.tasks.query(
        lambda _: (commence.set(), finir.wait(20)), lambda _: None, gestes.window
    )
    assert commence.wait(5)
    threading.Timer(0.5, finir.set).start()
    regard = Regard()
    qapp.installEventFilter(regard)
    gestes.window.lock()
    qapp.removeEventFilter(regard)

    assert regard.dessinees == ["Verrouillage\u202f: une écriture s’achève…"]


@contextmanager
def sortie_lente(
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[tuple[threading.Event, threading.Event]]:
    """La contre-lecture s'arrête en chemin, fichier provisoire écrit, jusqu'à ce qu'on la lâche."""
    commence, finir = threading.Event(), threading.Event()
    vraie = module_exporter.contre_lire

    def lente(*args: object, **named: object) -> object:
        commence.set()
        finir.wait(20)
        return vraie(*args, **named)

    monkeypatch.setattr(module_exporter, "contre_lire", lente)
    yield commence, finir
    finir.set()


def lancer_une_sortie(gestes: Gestes, chemin: Path) -> None:
    """Met en file l'écriture d'un compte-rendu signé."""
    signe = signer(compte_rendu(), ("Enzo",))
    maintenant = datetime(2026, 11, 21, 21, 45)
    gestes.window.tasks.change(
        lambda cahier: module_exporter.exporter(
            signe, FormatDocument.pdf, chemin, cahier=cahier, maintenant=maintenant
        ),
        lambda _: None,
        gestes.window,
    )


def test_une_sortie_coupee_ne_laisse_ni_fichier_ni_ligne(
    gestes: Gestes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Contrôle positif : `test_une_sortie_assez_breve_s_acheve`, sans la coupure."""
    sorties = tmp_path / "sorties"
    sorties.mkdir()
    with sortie_lente(monkeypatch) as (commence, finir):
        lancer_une_sortie(gestes, sorties / "compte-rendu.pdf")
        assert commence.wait(20)
        assert len(list(sorties.iterdir())) == 1
        gestes.window.lock()
        verifier_verrouille(gestes, tmp_path)
        finir.set()
        qtbot.waitUntil(lambda: list(sorties.iterdir()) == [])
    ouvrir(gestes)

    assert gestes.lire(lambda cahier: cahier.journal()) == []


def test_une_sortie_assez_breve_s_acheve(gestes: Gestes, tmp_path: Path) -> None:
    sorties = tmp_path / "sorties"
    sorties.mkdir()
    lancer_une_sortie(gestes, sorties / "compte-rendu.pdf")
    # Déjà en route : verrouiller la laisse finir si elle tient dans la patience.
    gestes.attendre()
    gestes.window.lock()
    ouvrir(gestes)

    assert [f.name for f in sorties.iterdir()] == ["compte-rendu.pdf"]
    assert len(gestes.lire(lambda cahier: cahier.journal())) == 1


def test_un_brouillon_que_le_disque_refuse_se_dit(
    gestes: Gestes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """« Rien n'est perdu » serait faux ; contrôle positif : les essais d'avant ne le disent pas."""

    def refuser(_fait: Fait) -> None:
        raise EcritureImpossible("Le disque est plein.")

    taper(gestes)
    monkeypatch.setattr(gestes.window.tasks._cahier._cahier, "save_brouillon", refuser)
    gestes.window.lock()

    assert OUTCOMES[Closed.lost] in " ".join(phrases(gestes)).replace("\u202f", " ")


def test_une_correction_en_cours_revient_meme_si_une_autre_saisie_attendait(
    gestes: Gestes,
) -> None:
    """Contrôle positif, vu échouer : une seule place de brouillon, et le fait corrigé oublié."""
    taper(gestes)
    gestes.attendre()
    fait = Fait(datetime(2026, 11, 21, 21), site_id="", type=TypeFait.bruit)
    fait = gestes.lire(lambda c: noter_fait(c, replace(fait, site_id=c.sites()[0].id), MAINTENANT))
    gestes.session.go("saisie", fait.id)
    gestes.attendre()
    gestes.page("saisie").form.raw.editor.setPlainText("corrigé à moitié")
    gestes.touche(Qt.Key.Key_L, CTRL)
    gestes.attendre_que(lambda: verrouillee(gestes))
    ouvrir(gestes)

    saisie = gestes.page("saisie")
    assert (saisie.title.text(), saisie.form.raw.text) == ("Modifier un fait", "corrigé à moitié")
    assert gestes.lire(lambda c: c.brouillon()).texte_brut.lire() == MOT
