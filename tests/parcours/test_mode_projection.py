"""Projeter : un geste, et plus rien de brut ne se peint, quel que soit l'écran."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolTip, QWidget
from pytestqt.qtbot import QtBot

from canaris import montre, peint, trouves
from fenetres import PHRASE, creer_un_cahier, derivation_rapide, fenetre
from gestes import Gestes
from tat_carnet.anonymisation import projection
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.recherche import fold
from tat_carnet.domain.vocabulaire import Moment, TypeFait, TypeSite
from tat_carnet.ui.projection import Curtain
from tat_carnet.ui.session import SCREENS
from tat_carnet.ui.widgets.page import Page
from tat_carnet.usecases.ports import Cahier

F5 = Qt.Key.Key_F5
ECRANS = [name for name, *_ in SCREENS]
INSTANT = datetime(2026, 11, 20, 3, 37)
HALL = Site("Zorglub treize", "Aubépines-Haut", TypeSite.hall, nom_usage=TexteBrut("Zarbuche"))
CANARIS = {
    "texte brut": "Zanzibaro",
    "libellé que personne n'a relu": "Zigomar",
    "formulation que personne n'a relue": "Zebulon",
    "nom d'usage d'un lieu": "Zarbuche",
    "nom public d'un petit hall": "Zorglub treize",
    "binôme": "Zoltan",
    "note de tournée": "Zirconium",
    "brouillon": "Zabaglione",
    "terme de la liste de masquage": "Zephirine",
    "heure exacte": "3 h 37",
}


def remplir(cahier: Cahier) -> None:
    """Un canari dans chaque champ brut."""
    cahier.save_site(HALL)
    cahier.save_tournee(
        Tournee(
            date(2026, 11, 20),
            Moment.nuit,
            "Aubépines-Haut",
            TexteBrut("Zoltan"),
            TexteBrut("Zirconium"),
        )
    )
    fait = Fait(
        INSTANT,
        HALL.id,
        TypeFait.autre,
        TexteBrut("Zanzibaro criait"),
        "Zigomar",
        formulation="Zebulon",
    )
    cahier.save_fait(fait)
    cahier.save_brouillon(Fait(INSTANT, HALL.id, TypeFait.bruit, TexteBrut("Zabaglione")))
    cahier.add_termes_masquage({"Zephirine"})


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    """La démonstration, et un canari dans chaque champ brut."""
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        gestes.lire(remplir)
        yield gestes


def montrer(gestes: Gestes, name: str) -> QWidget:
    """Va à un écran ; si c'est une liste de faits, ouvre celui qui porte les canaris."""
    gestes.session.go(name)
    gestes.attendre()
    page = gestes.page(name)
    if name == "cahier" and not isinstance(page, Curtain):
        page.search.setText("Zanzibaro")
        gestes.attendre_que(lambda: page.model.rowCount() == 1)
        page.list.setCurrentIndex(page.model.index(0))
        page.search.clear()
        gestes.attendre_que(lambda: page.model.rowCount() > 1)
        page.list.setCurrentIndex(page.model.index(0))
    gestes.attendre()
    return gestes.window


@pytest.mark.parametrize("name", ECRANS)
def test_projete_aucun_ecran_ne_montre_un_champ_brut(gestes: Gestes, name: str) -> None:
    gestes.touche(F5)
    montrer(gestes, name)

    assert trouves(gestes.window, list(CANARIS.values())) == []


def test_sans_projection_les_canaris_se_voient(gestes: Gestes) -> None:
    """Le contrôle positif : ce qu'on cherche se trouve, quand rien ne le cache."""
    vus = {c for name in ECRANS for c in trouves(montrer(gestes, name), list(CANARIS.values()))}

    assert vus >= {
        CANARIS[c]
        for c in ("texte brut", "brouillon", "libellé que personne n'a relu", "heure exacte")
    }
    montrer(gestes, "cahier")
    assert "zanzibaro" in fold(peint(gestes.window)), "ce qui se peint se relit"


def test_projete_sans_le_voile_les_canaris_reviennent(
    gestes: Gestes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rupture volontaire : le voile ôté, le rideau seul ne suffit pas à l'écran du cahier."""
    monkeypatch.setattr(projection, "_projeter", lambda valeur: valeur)
    gestes.touche(F5)
    montrer(gestes, "cahier")

    assert CANARIS["texte brut"] in trouves(gestes.window, list(CANARIS.values()))


def test_un_ecran_neuf_se_cache_s_il_n_a_pas_ete_pense_pour(gestes: Gestes) -> None:
    assert not Page.projectable
    gestes.touche(F5)
    gestes.session.go("saisie")
    gestes.attendre()

    assert isinstance(gestes.page("saisie"), Curtain)


def test_un_bandeau_le_dit_et_un_geste_en_sort(gestes: Gestes) -> None:
    gestes.clic(gestes.session.projector)
    assert gestes.session.ribbon.isVisible()

    gestes.clic(gestes.session.ribbon.leave)
    assert not gestes.session.ribbon.isVisible()
    assert "zanzibaro" in montre(montrer(gestes, "cahier"))


def test_la_saisie_en_cours_est_mise_a_l_abri_puis_revient(gestes: Gestes) -> None:
    gestes.session.go("saisie")
    gestes.attendre()
    gestes.page("saisie").form.raw.editor.setPlainText("Zumalacarregui est passé")
    gestes.touche(F5)
    assert trouves(gestes.window, ["Zumalacarregui"]) == []

    gestes.touche(F5)
    gestes.session.go("saisie")
    gestes.attendre()
    assert "Zumalacarregui" in gestes.page("saisie").form.raw.text


def test_ce_qui_etait_copie_s_efface(gestes: Gestes) -> None:
    montrer(gestes, "cahier")
    page = gestes.page("cahier")
    page.detail.raw.editor.selectAll()
    page.detail.raw.editor.copy()
    assert "Zanzibaro" in QGuiApplication.clipboard().text()

    gestes.touche(F5)
    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.parametrize("name", ["saisie", "sites", "situations"])
def test_un_bandeau_d_annulation_ne_survit_pas_a_la_projection(gestes: Gestes, name: str) -> None:
    """Témoin : avant F5, on l'y trouve ; il nomme un lieu, un code, un fait."""
    gestes.session.go(name)
    gestes.attendre()
    gestes.page(name).banner.tell("Effacé : Zarbuche.", action=("Annuler", lambda: None))
    assert trouves(gestes.window, ["Zarbuche"])

    gestes.touche(F5)
    assert trouves(gestes.window, ["Zarbuche"]) == []


def test_une_bulle_ouverte_ne_survit_pas_a_la_projection(gestes: Gestes) -> None:
    montrer(gestes, "cahier")
    QToolTip.showText(QPoint(5, 5), "Zibeline", gestes.window)
    assert trouves(gestes.window, ["Zibeline"])

    gestes.touche(F5)
    gestes.attendre_que(lambda: trouves(gestes.window, ["Zibeline"]) == [])


def test_projete_un_fait_se_lit_sans_se_modifier(gestes: Gestes) -> None:
    gestes.touche(F5)
    montrer(gestes, "cahier")

    assert not any(bouton.isVisible() for bouton in gestes.page("cahier").detail._gestures)


def test_verrouiller_et_revenir_reste_en_projection(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Déverrouiller devant un mur ne doit pas y montrer le cahier."""
    derivation_rapide(monkeypatch)
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
        gestes.touche(F5)
        gestes.window.lock()
        gestes.window.centralWidget().attempted.emit(PHRASE)
        gestes.attendre_la_session()

        assert gestes.session.ribbon.isVisible()
