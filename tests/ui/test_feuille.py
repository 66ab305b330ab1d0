"""Le document du dernier regard se voit mis en page, et se copie en texte simple."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QTextCursor
from pytestqt.qtbot import QtBot

from tat_carnet.settings import Apparence
from tat_carnet.ui.relecture.leaf import LeafPane
from tat_carnet.ui.theme.theme import Theme
from tat_carnet.ui.theme.tokens import CLAIRE, SOMBRE
from tat_carnet.usecases.relecture.page import Ligne, Role

LIGNES = (
    Ligne(Role.doux, ("Compte-rendu",)),
    Ligne(Role.titre, ("Veille de la place",), espace=True),
    Ligne(Role.rappel_titre, ("Rappel",)),
    Ligne(Role.rappel, ("Il ne circule pas.",)),
    Ligne(Role.section, ("Présents",), espace=True),
    Ligne(Role.puce, ("Ville",)),
    Ligne(Role.puce, ("Bailleur",)),
    Ligne(Role.numero, ("Suites",)),
    Ligne(Role.entete, ("Quoi", "Qui")),
    Ligne(Role.rangee, ("Une benne", "Ville")),
    Ligne(Role.fiche, ("Bruit", " · observé"), "des voix", espace=True),
    Ligne(Role.courant, ("des voix",)),
    Ligne(Role.precisions, ("effets : bruit",), "des voix"),
)


@pytest.fixture
def feuille(qtbot: QtBot) -> LeafPane:
    pane = LeafPane("Le document")
    qtbot.addWidget(pane)
    pane.editor.show_lines(LIGNES)
    return pane


def aller(feuille: LeafPane, texte: str) -> QTextCursor:
    feuille.editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert feuille.editor.find(texte)
    return feuille.editor.textCursor()


def test_chaque_ligne_y_est_une_fois_et_dans_l_ordre(feuille: LeafPane) -> None:
    dites = [ligne for ligne in feuille.text.split("\n") if ligne]
    assert dites == [
        "Compte-rendu", "Veille de la place", "Rappel", "Il ne circule pas.", "Présents", "Ville",
        "Bailleur", "Suites", "Quoi", "Qui", "Une benne", "Ville", "Bruit · observé", "des voix",
        "effets : bruit",
    ]  # fmt: skip


def test_ce_qui_compte_se_voit(feuille: LeafPane) -> None:
    """Un titre plus grand, une fiche appuyée, une liste et un tableau qui en sont."""
    titre, corps = aller(feuille, "Veille").charFormat(), aller(feuille, "des voix").charFormat()
    assert titre.font().pixelSize() > corps.font().pixelSize()
    assert titre.fontWeight() == QFont.Weight.DemiBold != corps.fontWeight()
    assert aller(feuille, "Bailleur").currentList().count() == 2
    assert aller(feuille, "Suites").currentList().count() == 1
    assert aller(feuille, "Une benne").currentTable().columns() == 2
    assert aller(feuille, "Rappel").currentFrame() is not feuille.editor.document().rootFrame()


def test_toute_ligne_d_un_fait_dit_les_mots_qui_l_expliquent(feuille: LeafPane) -> None:
    """Témoin (vu une fois) : sans les sources, le titre d'un fait ne ramène nulle part."""
    for ligne in ("Bruit", "des voix", "effets"):
        aller(feuille, ligne)
        assert feuille.editor.source == "des voix"
    aller(feuille, "Bailleur")
    assert feuille.editor.source == "Bailleur"


def test_la_nuit_le_texte_change_de_couleur(feuille: LeafPane, theme: Theme) -> None:
    def encre() -> str:
        return aller(feuille, "Compte-rendu").charFormat().foreground().color().name().upper()

    assert encre() == CLAIRE.encre_douce
    theme.choose(Apparence.sombre)
    assert encre() == SOMBRE.encre_douce


def test_ce_qu_on_en_copie_est_du_texte_simple(feuille: LeafPane) -> None:
    feuille.editor.selectAll()
    copie = feuille.editor.createMimeDataFromSelection()
    assert "Veille de la place" in copie.text()
    assert not copie.hasHtml()
