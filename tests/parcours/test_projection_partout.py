"""Projetée, l'application entière se parcourt sans qu'un mot brut y paraisse.

Chaque écran (`SCREENS`, `ANNEXES`), chaque bouton qu'on y trouve, ce qui s'ouvre par-dessus, menus,
bulles, titres et noms lus à voix haute compris. Rien n'est nommé ici : un écran ou un bouton neuf
s'y parcourt sans qu'on y pense. Une entité neuve doit poser ses canaris (second essai).
Témoins : les deux essais « sans » ; et le destinataire d'une sortie, qui se lisait (vu une fois).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from canaris import dits, trouves
from canaris_du_cahier import POSES, remplir
from fenetres import fenetre
from gestes import Gestes
from tat_carnet.anonymisation import projection
from tat_carnet.anonymisation.field_policy import SORTS, Sort
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.recherche import fold
from tat_carnet.ui.projection import LEAVE
from tat_carnet.ui.session import ANNEXES, SCREENS
from tat_carnet.ui.typographie import francais

ECRANS = [name for name, *_ in (*SCREENS, *ANNEXES)]
RIEN_D_ECRIT = {
    "Apercu", "Courrier.copies", "Courrier.faits", "Courrier.modele", "Courrier.reference",
    "EffetObserve.faits", "EffetObserve.tournees", "Entete.motifs", "Partenaire.confirmes",
    "Situation.faits", "Filtre", "FiltreAnnuaire",
    "Import", "LignePurge", "PlanSecteur", "Restes", "Sillage", "Trouvaille", "Levee.categorie",
}  # fmt: skip
"""Entités ou champs où personne n'écrit : des codes, des empreintes, ou ce qu'on cherche."""


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gestes]:
    """La démonstration, un canari dans chaque champ ; choisir un fichier est toujours annulé."""
    for nom in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, nom, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        gestes.lire(remplir)
        yield gestes


@pytest.fixture
def dialogues(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ce que disent les dialogues et les menus qui s'ouvriraient, refermés aussitôt."""
    lus: list[str] = []

    def ouvrir(dialogue: QWidget, *_: object) -> int:
        lus.extend(dits(dialogue))
        return 0

    for classe in (QDialog, QMenu):
        monkeypatch.setattr(classe, "exec", ouvrir)
    return lus


def fuites(textes: list[str]) -> set[str]:
    """Les champs dont le canari se lit dans ces textes."""
    dit = fold("\n".join(textes))
    return {champ for champ, canari in POSES.items() if fold(canari) in dit}


def vus(gestes: Gestes) -> set[str]:
    """Les champs dont le canari se lit dans la fenêtre, ou dans ce qui est ouvert par-dessus."""
    ouverts = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    return fuites([texte for racine in (gestes.window, *ouverts) for texte in dits(racine)])


def a_toucher(gestes: Gestes) -> list[QWidget]:
    """Boutons, listes et menus déroulants de l'écran ; ni la barre, ni ce qui quitte."""
    ecran = gestes.page(gestes.session.place)
    return [
        widget
        for genre in (QAbstractButton, QComboBox, QAbstractItemView, QLineEdit)
        for widget in ecran.findChildren(genre)
        if widget.isVisibleTo(gestes.window) and widget.isEnabled()
        if not (isinstance(widget, QAbstractButton) and francais(LEAVE) in widget.text())
    ]


def toucher(gestes: Gestes, widget: QWidget) -> None:
    """Le geste que ce widget attend : cliquer, dérouler, choisir une ligne, chercher."""
    if isinstance(widget, QAbstractButton):
        widget.click()
    elif isinstance(widget, QComboBox):
        widget.showPopup()
    elif isinstance(widget, QAbstractItemView):
        widget.setCurrentIndex(widget.model().index(0, 0))
        widget.customContextMenuRequested.emit(widget.rect().center())
    elif isinstance(widget, QLineEdit):
        widget.setText("Zq")
    gestes.attendre()


def fermer(gestes: Gestes) -> None:
    for ouvert in QApplication.topLevelWidgets():
        if ouvert is not gestes.window and ouvert.isVisible():
            ouvert.close()


@pytest.mark.parametrize("name", ECRANS)
def test_projete_rien_de_brut_nulle_part(gestes: Gestes, dialogues: list[str], name: str) -> None:
    gestes.touche(Qt.Key.Key_F5)
    gestes.session.go(name)
    gestes.attendre()
    assert trouves(gestes.window, list(POSES.values())) == []

    for rang in range(len(a_toucher(gestes))):
        widgets = a_toucher(gestes)
        if rang >= len(widgets):
            break
        nom = f"{name}, {type(widgets[rang]).__name__} {widgets[rang].accessibleName()!r}"
        toucher(gestes, widgets[rang])
        assert gestes.session.ribbon.isVisible(), f"{nom} quitte la projection"
        assert (vus(gestes), nom) == (set(), nom)
        fermer(gestes)
        if gestes.session.place != name:
            gestes.session.go(name)
            gestes.attendre()
    assert fuites(dialogues) == set()


def parlants(classe: type) -> set[str]:
    """« Fait.materiel » : les champs qui ne se gardent pas, et où l'on écrit."""
    types = get_type_hints(classe)
    return {
        f"{classe.__name__}.{nom}"
        for nom, sort in SORTS[classe].items()
        if sort is not Sort.garder and nom != "id" and not nom.endswith("_id")
        if types[nom] in (str, TexteBrut, tuple[str, ...])
    }


def test_chaque_champ_ou_l_on_ecrit_a_son_canari(gestes: Gestes) -> None:
    """Une ligne ici : posez ce canari dans `tests/canaris_du_cahier.py`."""
    attendus = {champ for classe in SORTS for champ in parlants(classe)}
    oublies = {
        champ
        for champ in attendus - POSES.keys()
        if champ not in RIEN_D_ECRIT and champ.partition(".")[0] not in RIEN_D_ECRIT
    }

    assert gestes.window.isVisible()
    assert oublies == set()


def test_sans_projection_le_meme_parcours_les_trouve(gestes: Gestes) -> None:
    """Le contrôle positif : ce qu'on cherche se voit, quand rien ne le cache."""
    trouvees: set[str] = set()
    for name in ("cahier", "corbeille", "situations", "courriers", "sorties"):
        gestes.session.go(name)
        gestes.attendre()
        trouvees |= vus(gestes)

    entites = {champ.partition(".")[0] for champ in trouvees}
    assert entites >= {"Fait", "FaitJete", "Situation", "Courrier", "LigneJournal", "FiltreGarde"}


def test_sans_le_voile_le_parcours_prend_la_fuite(
    gestes: Gestes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rupture volontaire : les entités rendues telles quelles, deux écrans trahissent."""
    monkeypatch.setattr(projection, "_projeter", lambda valeur: valeur)
    gestes.touche(Qt.Key.Key_F5)
    fuite: set[str] = set()
    for name in ("cahier", "sorties"):
        gestes.session.go(name)
        gestes.attendre()
        fuite |= vus(gestes)

    assert {"Fait.libelle_autre", "LigneJournal.destinataire"} <= fuite


def test_la_requisition_ne_se_projette_pas(gestes: Gestes) -> None:
    """Qu'une demande de la justice soit en cours n'est pas l'affaire d'une réunion."""
    gestes.session._suivi.start()
    gestes.attendre_que(lambda: _ruban(gestes).isVisible())
    gestes.touche(Qt.Key.Key_F5)
    assert not _ruban(gestes).isVisible()

    gestes.touche(Qt.Key.Key_F5)
    assert _ruban(gestes).isVisible()


def _ruban(gestes: Gestes) -> Any:
    return gestes.session._ruban
