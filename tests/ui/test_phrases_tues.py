"""Une phrase restée dehors se voit barrée, se remet et s'ôte, au clavier et à la souris."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tat_carnet.anonymisation.risque import Pas
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.relu import Effort
from tat_carnet.domain.sas import Sillage
from tat_carnet.domain.vocabulaire import Profil, TypeFait
from tat_carnet.ui.relecture.raccord import ALIGNE
from tat_carnet.ui.relecture.recit_words import nothing_to_read
from tat_carnet.ui.relecture.relecture_pane import RelecturePane
from tat_carnet.usecases.compte_rendu import Preparation, preparer_dossier
from tat_carnet.usecases.relecture import Dossier
from tat_carnet.usecases.risque import Connus

JOUR = date(2026, 11, 21)
PLACE = Site("Place du Lavoir", "Rives", id="p")
BRUT = "L’eau est coupée. Un vieux monsieur monte des bidons. Sa fille l’aide."
RESTE = "L’eau est coupée."


def preparer(profil: Profil = Profil.collectif, brut: str = BRUT) -> Dossier[Any]:
    fait = Fait(datetime(2026, 11, 18, 21), "p", TypeFait.bruit, TexteBrut(brut), id="f")
    prevu = Preparation("Veille", JOUR, JOUR, JOUR, "la ville", profil=profil)
    return preparer_dossier(prevu, [fait], {"p": PLACE}, Effort(1, 0), frozenset())


def ouvrir(qtbot: QtBot, dossier: Dossier[Any]) -> RelecturePane:
    pane = RelecturePane()
    qtbot.addWidget(pane)
    pane.open_dossier(dossier)
    return pane


def barre(pane: RelecturePane) -> list[str]:
    return [
        marque.cursor.selectedText().strip()
        for marque in pane.raw.editor.extraSelections()
        if marque.format.fontStrikeOut()
    ]


def test_ce_qui_reste_dehors_est_barre_et_entree_passe(qtbot: QtBot) -> None:
    """Témoin (vu une fois) : `places_tues` vide, rien n'est barré."""
    dossier = preparer()
    pane = ouvrir(qtbot, dossier)
    assert barre(pane) == ["Un vieux monsieur monte des bidons. Sa fille l’aide."]
    assert pane.shared.text.strip() == RESTE
    assert not pane.recit.isHidden()
    qtbot.keyClick(pane.recit, Qt.Key.Key_Return)
    assert dossier.complet


def test_au_clavier_une_phrase_se_remet_avec_un_motif_puis_s_ote(qtbot: QtBot) -> None:
    pane = ouvrir(qtbot, preparer())
    qtbot.keyClick(pane.recit, Qt.Key.Key_S)
    assert [b.text().split()[0] for b in pane.recit.listed] == ["Remettre", "Remettre", "Laisser"]
    qtbot.keyClick(pane.recit, Qt.Key.Key_Escape)
    assert pane.recit.listed == ()
    qtbot.keyClick(pane.recit, Qt.Key.Key_S)
    qtbot.keyClick(pane.recit.listed[0], Qt.Key.Key_1)
    qtbot.keyClick(pane.recit.asking.line, Qt.Key.Key_1)
    assert pane.shared.text == f"{RESTE} Un vieux monsieur monte des bidons."
    assert pane.recit.heading.text() == "Récit gardé"
    assert barre(pane) == ["Sa fille l’aide."]

    qtbot.keyClick(pane.recit, Qt.Key.Key_S)
    assert pane.recit.listed[0].text().startswith("Ôter")
    qtbot.keyClick(pane.recit, Qt.Key.Key_1)
    assert pane.shared.text.strip() == RESTE
    assert pane.recit.heading.text().startswith("2 phrases restent")


def test_une_phrase_en_place_se_laisse_et_se_reprend_sans_motif(qtbot: QtBot) -> None:
    """Témoin (vu une fois) : la liste des seules phrases tues, le 3 ne fait rien."""
    pane = ouvrir(qtbot, preparer())
    qtbot.keyClick(pane.recit, Qt.Key.Key_S)
    qtbot.keyClick(pane.recit.listed[0], Qt.Key.Key_3)
    assert pane.shared.text.strip() == ""
    assert barre(pane) == [BRUT]
    assert pane.recit.heading.text().startswith("3 phrases restent")
    qtbot.keyClick(pane.recit, Qt.Key.Key_S)
    assert pane.recit.listed[2].text().startswith("Reprendre")
    qtbot.keyClick(pane.recit, Qt.Key.Key_3)
    assert pane.shared.text.strip() == RESTE


def test_avant_le_motif_on_dit_ce_que_le_dernier_regard_reprendra(qtbot: QtBot) -> None:
    """On donnait un motif, puis la citation, ou le raccord, faisait tout reprendre.

    Témoin (vu une fois) : `before_putting_back` vide, la ligne ne dit rien.
    """
    brut = f"{RESTE} Une dame a dit : « Je reste ici et vous le savez bien. » Sa fille l’aide."
    pane = ouvrir(qtbot, preparer(brut=brut))
    ordinaire = pane.recit.why.text()
    qtbot.keyClick(pane.recit, Qt.Key.Key_S)
    qtbot.keyClick(pane.recit.listed[0], Qt.Key.Key_1)
    assert not pane.recit.why.isHidden()
    assert "une phrase citée mot à mot" in pane.recit.why.text()
    assert "il faudra la reprendre" in pane.recit.why.text()
    qtbot.keyClick(pane.recit.asking.line, Qt.Key.Key_Escape)
    assert pane.recit.why.text() == ordinaire, "on n'y pense plus"
    qtbot.keyClick(pane.recit, Qt.Key.Key_S)
    qtbot.keyClick(pane.recit.listed[1], Qt.Key.Key_2)
    assert pane.recit.why.isHidden(), "de celle-ci, rien à dire"


def test_avant_le_motif_on_dit_le_raccord(qtbot: QtBot) -> None:
    """Témoin (vu une fois) : sans `recoupement` dans `before_putting_back`."""
    pane = ouvrir(qtbot, preparer())
    pane.know(Connus(sillages=(Sillage("f", "Place du Lavoir", "2026-S47", TypeFait.bruit),)))
    fait = pane._dossier.etapes[0].fait  # type: ignore[union-attr]
    fait.generaliser([Pas.secteur, Pas.mois])  # type: ignore[union-attr]
    qtbot.keyClick(pane.recit, Qt.Key.Key_S)
    qtbot.keyClick(pane.recit.listed[0], Qt.Key.Key_1)
    assert "déjà sorti avec un lieu ou une semaine plus précis" in pane.recit.why.text()


def test_a_la_souris_de_meme_et_sans_motif_rien_ne_sort(qtbot: QtBot) -> None:
    pane = ouvrir(qtbot, preparer())
    qtbot.mouseClick(pane.recit.sentences, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pane.recit.listed[1], Qt.MouseButton.LeftButton)
    qtbot.keyClick(pane.recit.asking.line, Qt.Key.Key_Return)
    assert pane.shared.text.strip() == RESTE, "sans motif"
    qtbot.keyClicks(pane.recit.asking.line, "elle le veut")
    qtbot.keyClick(pane.recit.asking.line, Qt.Key.Key_Return)
    assert pane.shared.text == f"{RESTE} Une de ses proches l’aide."
    qtbot.mouseClick(pane.recit.reopen, Qt.MouseButton.LeftButton)
    assert pane.shared.text.strip() == RESTE


def test_toutes_remises_le_bouton_dit_qu_on_en_ote(qtbot: QtBot) -> None:
    dossier = preparer()
    for phrase in (0, 1):
        dossier.phrases.remettre(0, phrase, "ils le veulent")
    pane = ouvrir(qtbot, dossier)
    assert pane.recit.sentences.text().startswith("Ôter une phrase")


@pytest.mark.parametrize("brut", [BRUT, "Une dame pleure."])
def test_au_public_rien_ne_se_remet(qtbot: QtBot, brut: str) -> None:
    dossier = preparer(Profil.restitution_publique, brut)
    if brut == BRUT:
        dossier.recits.rouvrir(0)
    pane = ouvrir(qtbot, dossier)
    pane.go(0)  # où rien ne reste, on ne s'arrête pas : on y vient
    assert pane.recit.sentences.isHidden() is (brut != BRUT), "on en laisse, là où il en reste"
    qtbot.keyClick(pane.recit, Qt.Key.Key_S)
    assert all(button.text().startswith("Laisser") for button in pane.recit.listed)
    assert not pane.recit.isHidden()
    assert ("Ces mots ne sortiront pas" in pane.codes.text()) is (brut != BRUT)


def test_dit_ailleurs_plus_large_le_sas_dit_pourquoi(qtbot: QtBot) -> None:
    dossier = preparer()
    fait = dossier.etapes[0].fait
    fait._sortis = [Sillage("f", "Rives", "2026-11", TypeFait.bruit)]  # type: ignore[union-attr]
    pane = ouvrir(qtbot, dossier)
    assert not pane.raccord.isHidden()
    assert pane.raccord.line.text().replace("\u202f", " ") == ALIGNE


def test_un_passage_sans_un_mot_a_lire_ne_se_compte_pas_lu(qtbot: QtBot) -> None:
    """Témoin (vu échouer) : « 1 sur 1 lus », d'un passage que nul n'a lu."""
    pane = ouvrir(qtbot, preparer(brut="Une dame pleure."))
    pane.go(0)
    assert pane.foot.read_count.text() == "rien à lire"
    assert nothing_to_read(2).startswith("2 passages sans un mot à lire")
    assert nothing_to_read(0) == ""
