"""21 h 45, à la souris seule : la tournée, trois faits, le verrou ; huit clics au plus par fait."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fenetres import MAINTENANT, creer_un_cahier, derivation_rapide, fenetre
from gestes import Gestes
from tat_carnet.domain.fait import Site, Tournee
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.vocabulaire import Moment, TypeFait, TypeSite
from tat_carnet.ui.coffre.unlock import UnlockView
from tat_carnet.ui.widgets.filter_choice import FilterChoice
from tat_carnet.usecases.ports import Cahier

CLICS_PAR_FAIT = 8


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gestes]:
    """Un cahier, deux lieux, une tournée passée dans le secteur."""
    derivation_rapide(monkeypatch)
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
        gestes.lire(remplir)
        gestes.session.go("aujourdhui")
        gestes.attendre()
        yield gestes


def remplir(cahier: Cahier) -> None:
    cahier.save_site(Site("Place du Lavoir", "Aubépines", TypeSite.place))
    cahier.save_site(Site("Square des Lucioles", "Aubépines", TypeSite.square))
    cahier.save_tournee(Tournee(MAINTENANT.date(), Moment.midi, "Aubépines", terminee=True))


def choisir(gestes: Gestes, choix: FilterChoice, ligne: int) -> None:
    """Un clic ouvre la liste, un clic prend la ligne."""
    gestes.clic(choix.line)
    gestes.actions += 1
    item = choix.list.item(ligne)
    choix.list.scrollToItem(item)
    place: QPoint = choix.list.visualItemRect(item).center()
    QTest.mouseClick(choix.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    gestes.attendre()


def noter(gestes: Gestes, lieu: int | None, type_fait: TypeFait, texte: str) -> int:
    """Un fait sans une touche, hors de ses mots ; rend le nombre de clics."""
    avant = gestes.actions
    saisie = gestes.page("saisie")
    if lieu is not None:
        choisir(gestes, saisie.form.site, lieu)
    choisir(gestes, saisie.form.type, list(TypeFait).index(type_fait))
    gestes.texte(texte)
    gestes.clic(saisie.save)
    return gestes.actions - avant


def test_la_soiree_entiere_a_la_souris(gestes: Gestes, capsys: pytest.CaptureFixture[str]) -> None:
    accueil, avant = gestes.page("aujourdhui"), gestes.actions
    gestes.clic(accueil.nouvelle)
    gestes.clic(accueil.form.confirm)
    assert gestes.actions - avant == 2, "reprendre son secteur"
    comptes = [
        noter(gestes, None, TypeFait.materiel_injection, "trois seringues près du banc"),
        noter(gestes, 1, TypeFait.solidarite, "les voisines ont gardé les petits"),
        noter(gestes, 0, TypeFait.bruit, "musique forte, calmée en parlant"),
    ]
    with capsys.disabled():
        print(f"\nclics par fait : {comptes}")  # noqa: T201 — l’issue veut le compte
    assert max(comptes) <= CLICS_PAR_FAIT
    assert [f.type for f in gestes.lire(lambda c: c.faits(Filtre()))] == [
        TypeFait.bruit,
        TypeFait.solidarite,
        TypeFait.materiel_injection,
    ]
    assert {f.tournee_id is not None for f in gestes.lire(lambda c: c.faits(Filtre()))} == {True}

    avant = gestes.actions
    gestes.clic(gestes.page("saisie").finish)
    gestes.clic(gestes.session.lock)
    assert gestes.actions - avant == 2
    assert isinstance(gestes.window.centralWidget(), UnlockView)
