"""La fenêtre aux moments incommodes : ouverture en cours, défaut d'écran, préférences changées."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tat_carnet import bootstrap
from tat_carnet.domain.errors import PhraseErronee
from tat_carnet.settings import Settings
from tat_carnet.store.cahier import CahierOuvert, open_demo
from tat_carnet.ui.coffre.unlock import UnlockView
from tat_carnet.ui.fermeture import OUTCOMES, Closed
from tat_carnet.ui.main_window import FAULT, MainWindow
from tat_carnet.ui.session import SessionView
from tat_carnet.ui.verrou.clipboard import CopiedText


@dataclass
class CoffreLent:
    """Un coffre dont l'ouverture dure tant qu'on ne la laisse pas finir ; « non » n'ouvre pas."""

    folder: Path
    finir: threading.Event = field(default_factory=threading.Event)
    ouverts: list[CahierOuvert] = field(default_factory=list)
    exists: bool = True

    def unlock(self, secret: str) -> CahierOuvert:
        self.finir.wait(20)
        if secret == "non":
            raise PhraseErronee("Phrase erronée.")
        self.ouverts.append(open_demo(self.folder))
        return self.ouverts[-1]

    def sauvegardes(self, _folder: Path | None = None) -> list[object]:
        return []


@pytest.fixture
def coffre(tmp_path: Path) -> Iterator[CoffreLent]:
    coffre = CoffreLent(tmp_path)
    yield coffre
    coffre.finir.set()


@pytest.fixture
def preferences() -> list[Settings]:
    """Ce que la fenêtre a voulu écrire."""
    return []


@pytest.fixture
def window(qtbot: QtBot, coffre: CoffreLent, preferences: list[Settings]) -> Iterator[MainWindow]:
    bootstrap.make_app()
    window = MainWindow(coffre, Settings(verrou_minutes=30), preferences.append)  # type: ignore[arg-type]
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    coffre.finir.set()
    window.close()


def seuil(window: MainWindow) -> UnlockView:
    view = window.centralWidget()
    assert isinstance(view, UnlockView)
    return view


def tente(window: MainWindow, secret: str) -> None:
    seuil(window).secret.line.setText(secret)
    seuil(window).button.click()


def ouvrir(qtbot: QtBot, window: MainWindow) -> SessionView:
    """Attend d'être dans le cahier, et qu'il soit calme."""
    tente(window, "oui")
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), SessionView), timeout=20_000)
    tasks = window.tasks
    assert tasks is not None
    qtbot.waitUntil(lambda: tasks.idle, timeout=20_000)
    session = window.centralWidget()
    assert isinstance(session, SessionView)
    return session


def fermes(coffre: CoffreLent) -> list[bool]:
    """Pour chaque cahier ouvert, s'il est refermé : la démonstration efface alors son dossier."""
    return [not cahier.path.exists() for cahier in coffre.ouverts]


def phrases(window: MainWindow) -> str:
    view = window.centralWidget()
    assert view is not None
    textes = (etiquette.text() for etiquette in view.findChildren(QLabel))
    return " ".join(textes).replace("\u202f", " ")


def test_verrouiller_pendant_l_ouverture_referme_des_qu_elle_aboutit(
    qtbot: QtBot, window: MainWindow, coffre: CoffreLent
) -> None:
    """Contrôle positif : `ouvrir`, sans verrouiller, mène à la session."""
    tente(window, "oui")
    window.lock()
    coffre.finir.set()
    qtbot.waitUntil(lambda: fermes(coffre) == [True], timeout=20_000)

    assert "rien n’est perdu" in seuil(window).headline.text()
    assert window.tasks is None
    ouvrir(qtbot, window)


def test_verrouiller_pendant_une_ouverture_refusee_n_enferme_personne(
    qtbot: QtBot, window: MainWindow, coffre: CoffreLent
) -> None:
    tente(window, "non")
    window.lock()
    coffre.finir.set()
    qtbot.waitUntil(lambda: seuil(window).banner.text != "")

    ouvrir(qtbot, window)
    assert fermes(coffre) == [False]


def test_quitter_pendant_l_ouverture_ne_laisse_rien_d_ouvert(
    window: MainWindow, coffre: CoffreLent
) -> None:
    tente(window, "oui")
    threading.Timer(0.3, coffre.finir.set).start()
    window.close()

    assert fermes(coffre) == [True]


def test_verrouiller_deux_fois_ne_fait_rien_de_plus(
    qtbot: QtBot, window: MainWindow, coffre: CoffreLent
) -> None:
    coffre.finir.set()
    ouvrir(qtbot, window)
    window.lock()
    view = seuil(window)
    view.secret.line.setText("une phrase à moitié ta")
    window.lock()

    assert seuil(window) is view
    assert view.secret.text == "une phrase à moitié ta"


def test_un_defaut_d_ecran_n_empeche_pas_de_verrouiller(
    qtbot: QtBot, window: MainWindow, coffre: CoffreLent, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Le défaut se dit comme tout défaut, et l'on ne prétend pas que tout est écrit."""
    coffre.finir.set()
    session = ouvrir(qtbot, window)
    monkeypatch.setattr(session, "flush", lambda: 1 / 0)
    with qtbot.captureExceptions() as defauts:
        window.lock()

    assert [kind for kind, _, _ in defauts] == [ZeroDivisionError]
    assert fermes(coffre) == [True]
    assert OUTCOMES[Closed.lost] in phrases(window)


def test_un_defaut_en_fermant_se_dit_aussi(
    qtbot: QtBot, window: MainWindow, coffre: CoffreLent, monkeypatch: pytest.MonkeyPatch
) -> None:
    coffre.finir.set()
    session = ouvrir(qtbot, window)
    tasks = window.tasks
    assert tasks is not None
    monkeypatch.setattr(
        session, "flush", lambda: tasks.query(lambda _: 1 / 0, lambda _: None, session)
    )
    with qtbot.captureExceptions() as defauts:
        window.lock()

    assert [kind for kind, _, _ in defauts] == [ZeroDivisionError]
    assert OUTCOMES[Closed.lost] in phrases(window)


def test_apres_un_defaut_on_lit_pourquoi_le_cahier_est_ferme(
    qtbot: QtBot, window: MainWindow, coffre: CoffreLent
) -> None:
    """Contrôle positif : un verrouillage ordinaire n'en dit rien."""
    coffre.finir.set()
    ouvrir(qtbot, window)
    window.lock()
    assert FAULT not in phrases(window)

    ouvrir(qtbot, window)
    window.lock_after_fault()
    attendue = (
        "Un défaut du programme est survenu. Votre brouillon est gardé, le cahier est verrouillé."
    )
    assert attendue in phrases(window)


def test_un_defaut_au_seuil_se_dit_sans_rien_promettre(window: MainWindow) -> None:
    window.lock_after_fault()

    assert FAULT in phrases(window)
    assert "brouillon" not in phrases(window)


@pytest.mark.parametrize("demande", [True, False])
def test_reduire_la_fenetre_verrouille_si_on_l_a_demande(
    qtbot: QtBot, window: MainWindow, coffre: CoffreLent, demande: bool
) -> None:
    coffre.finir.set()
    session = ouvrir(qtbot, window)
    session._context.save_settings(replace(session._context.settings, verrou_reduit=demande))
    window.showMinimized()
    qtbot.waitUntil(window.isMinimized)

    assert fermes(coffre) == [demande]


def test_un_delai_change_s_applique_sans_relancer(
    qtbot: QtBot, window: MainWindow, coffre: CoffreLent, preferences: list[Settings]
) -> None:
    coffre.finir.set()
    session = ouvrir(qtbot, window)
    assert window._idle.delay_s == 30 * 60
    session._context.save_settings(replace(session._context.settings, verrou_minutes=2))

    assert window._idle.delay_s == 120
    assert preferences == [Settings(verrou_minutes=2)]


@pytest.mark.parametrize("geste", ["lock", "close"])
def test_verrouiller_ou_quitter_vide_le_presse_papiers(
    qtbot: QtBot, window: MainWindow, coffre: CoffreLent, qapp: QApplication, geste: str
) -> None:
    coffre.finir.set()
    ouvrir(qtbot, window)
    qapp.clipboard().setMimeData(CopiedText("trois seringues près du banc"))
    assert qapp.clipboard().text() == "trois seringues près du banc"
    getattr(window, geste)()

    assert qapp.clipboard().text() == ""


def test_verrouiller_au_seuil_vide_aussi_le_presse_papiers(
    window: MainWindow, qapp: QApplication
) -> None:
    qapp.clipboard().setMimeData(CopiedText("trois seringues près du banc"))
    window.lock()

    assert qapp.clipboard().text() == ""


def test_un_cahier_ouvert_n_emploie_que_les_dialogues_de_qt(
    window: MainWindow, coffre: CoffreLent, qtbot: QtBot
) -> None:
    """Ceux du bureau gardent l'histoire des dossiers choisis. Témoin : le seuil."""
    attribut = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    QCoreApplication.setAttribute(attribut, False)
    assert not QCoreApplication.testAttribute(attribut)

    coffre.finir.set()
    tente(window, "oui")
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), SessionView))

    assert QCoreApplication.testAttribute(attribut)
