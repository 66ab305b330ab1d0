"""L'aide : chaque fichier se lit, se montre, et ne promet que des touches qui existent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from fenetres import fenetre
from gestes import Gestes
from tat_carnet.domain.errors import PhraseErronee
from tat_carnet.ui.aide.sujets import Bloc, read, sujet, sujets
from tat_carnet.ui.coffre.unlock import UnlockView
from tat_carnet.ui.session import SCREENS

DE_PARTOUT = {
    "Espace",
    "Tab",
    "Entrée",
    "Échap",
    "Haut, Bas",
    "L",
    "M",
    "R",
    "G",
    "V",
    "N",
    "A",
    "S",
    "T",
    "P",
    "O ou N",
}
"""Les touches que Qt ou une liste entend, sans raccourci posé."""


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        yield gestes


@pytest.mark.parametrize("nom", [un.nom for un in sujets()])
def test_chaque_sujet_a_un_titre_et_des_phrases_finies(nom: str) -> None:
    page = sujet(nom)

    assert page.titre
    assert page.blocs
    assert [b for b in page.blocs if b.kind == "paragraphe" and b.texte[-1] not in ".:"] == []


def test_un_fichier_se_lit_en_paragraphes_points_et_intertitres(tmp_path: Path) -> None:
    path = tmp_path / "15-essai.txt"
    path.write_text(
        "Titre\n\nUne phrase\nsur deux lignes.\n- un\n- deux,\n  suite\n## Fin\n", "utf-8"
    )

    assert read(path).nom == "essai"
    assert read(path).blocs == (
        Bloc("paragraphe", "Une phrase sur deux lignes."),
        Bloc("point", "un"),
        Bloc("point", "deux, suite"),
        Bloc("intertitre", "Fin"),
    )


def test_un_sujet_inconnu_se_refuse() -> None:
    with pytest.raises(KeyError):
        sujet("inconnu")


def test_f1_ouvre_l_aide_et_un_titre_se_deplie_au_clavier(gestes: Gestes) -> None:
    gestes.touche(Qt.Key.Key_F1)
    assert gestes.session.place == "aide"
    volet = gestes.page("aide").volets["phrase-perdue"]
    volet.toggle.setFocus()
    gestes.touche(Qt.Key.Key_Return)
    lus = [un.text() for un in volet.findChildren(QLabel) if un.isVisible()]
    assert any("Prenez la fiche de secours" in texte for texte in lus)


def test_les_reglages_menent_aux_limites(gestes: Gestes) -> None:
    gestes.session.go("reglages")
    gestes.page("reglages").aide.click()
    assert gestes.page("aide").volets["limites"].toggle.isChecked()


def test_chaque_touche_promise_existe(gestes: Gestes) -> None:
    """Contrôle positif : « Ctrl+Q », que rien n'entend, manquerait à l'appel."""
    for name, *_ in SCREENS:
        gestes.session.go(name)
    gestes.attendre()
    posees = {
        s.key().toString().replace("Return", "Entrée")
        for s in gestes.window.findChildren(QShortcut)
    }
    promises = {b.touche for b in sujet("raccourcis").blocs if b.kind == "touche"}
    assert "Ctrl+Q" not in posees
    assert {re.split(r", |…", touche)[0] for touche in promises - DE_PARTOUT} <= posees


@pytest.mark.usefixtures("gestes")
def test_le_seuil_ne_montre_l_aide_qu_apres_un_refus(qtbot: QtBot) -> None:
    view = UnlockView(returning=True)
    qtbot.addWidget(view)
    view.show()
    assert view.help is None
    for _ in range(2):
        view.refuse(PhraseErronee("Phrase erronée."))
    assert view.help is not None
    view.help.toggle.click()
    qtbot.waitUntil(lambda: view.help is not None and view.help.body.itemAt(0).widget().isVisible())
    assert "Ma phrase est refusée" in [un.text() for un in view.help.findChildren(QLabel)]
