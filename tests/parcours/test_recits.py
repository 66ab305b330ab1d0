"""Décider au clavier de ce qui raconte quelqu'un : jamais par la touche qui passe au suivant."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fenetres import fenetre
from gestes import Gestes

pytestmark = pytest.mark.usefixtures("recits_entiers")

ENTREE = Qt.Key.Key_Return


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    """La démonstration, son compte-rendu à relire."""
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        gestes.session.go("compte_rendu")
        gestes.attendre()
        gestes.clic(gestes.page("compte_rendu").preparation.start)
        yield gestes


def relecture(gestes: Gestes) -> Any:
    return gestes.page("compte_rendu").relecture


def jusqu_au_recit(gestes: Gestes) -> int:
    """Entrée accepte, lit et passe, jusqu'au prochain récit à décider ; rend son rang."""
    pane = relecture(gestes)
    for _ in range(200):
        if pane.recit.hasFocus() and pane.recit.reword.isVisible():
            return int(pane._rank)
        gestes.touche(ENTREE)
    raise AssertionError("aucun récit ne s'est présenté")


def test_une_touche_decide_et_entree_ne_decide_de_rien(gestes: Gestes) -> None:
    """Témoin (vu une fois) : `_next` sans regarder le récit, Entrée passe au suivant."""
    pane, recits = relecture(gestes), gestes.page("compte_rendu")._dossier.recits
    rang = jusqu_au_recit(gestes)
    reste = len(recits.attendent())
    assert f"Encore {reste - 1} après lui" in pane.recit.why.text()
    gestes.touche(ENTREE)
    assert pane._rank == rang
    assert "Décidez d’abord" in pane.banner.text

    gestes.touche(Qt.Key.Key_N)
    assert pane.recit.heading.text() == "On n’en dit que la nature"
    assert pane.shared.text == ""
    assert len(recits.attendent()) == reste - 1
    gestes.touche(ENTREE)
    assert pane._rank != rang
    gestes.page("compte_rendu")._look()
    gestes.attendre()
    motifs = [levee.motif.lire() for levee in gestes.lire(lambda cahier: cahier.levees())]
    assert motifs == ["n’en dire que la nature"], "le prochain document ne le redemandera pas"


def test_ce_qui_arrive_a_quelqu_un_se_dit_a_part_avec_un_motif_puis_se_revoit(
    gestes: Gestes,
) -> None:
    """Témoin (vu une fois) : `admis` faux, P n'est pas offert."""
    page, pane = gestes.page("compte_rendu"), relecture(gestes)
    dits = [r for r in range(len(page._dossier.etapes)) if page._dossier.a_part.ensemble(r)]
    assert f"De {len(dits)} faits qui arrivent à quelqu’un" in page.banner.text
    rang = dits[0]
    pane.go(rang)
    assert pane.recit.hasFocus(), "ses alertes n'ont pas à être levées : ces mots ne sortent pas"
    assert "sans lieu ni date" in pane.codes.text()
    gestes.touche(Qt.Key.Key_P)
    assert pane.recit.asking.line.placeholderText().startswith("Pourquoi le dire à part")
    gestes.touche(ENTREE)
    assert "dites pourquoi" in pane.banner.text, "un motif vide ne dit rien à part"
    gestes.touche(Qt.Key.Key_2)
    assert pane.recit.heading.text() == "Dit à part"
    assert "sans lieu ni date" not in pane.codes.text()

    gestes.touche(Qt.Key.Key_V)
    assert page._dossier.a_part.ensemble(rang)
    gestes.touche(Qt.Key.Key_P)
    gestes.lettres("il le veut")
    gestes.touche(ENTREE)
    assert page._dossier.a_part.motif(rang) == "il le veut"
    page._look()
    gestes.attendre()
    motifs = [levee.motif.lire() for levee in gestes.lire(lambda cahier: cahier.levees())]
    assert motifs == ["il le veut"]


def test_garder_prend_un_motif_pret_ou_tape_et_se_revoit(gestes: Gestes) -> None:
    pane, recits = relecture(gestes), gestes.page("compte_rendu")._dossier.recits
    rang = jusqu_au_recit(gestes)
    gestes.touche(Qt.Key.Key_G)
    assert pane.recit.asking.line.hasFocus()
    gestes.touche(Qt.Key.Key_Escape)
    assert pane.recit.hasFocus()
    gestes.touche(Qt.Key.Key_G)
    gestes.touche(ENTREE)
    assert "dites pourquoi" in pane.banner.text, "un motif vide ne garde rien"
    gestes.touche(Qt.Key.Key_2)
    assert recits.motif(rang).startswith("Toute la place l’a vu"), "un jeune y est seul"
    assert pane.recit.heading.text() == "Récit gardé"

    gestes.clic(pane.recit.reopen)
    assert recits.attend(rang)
    gestes.touche(Qt.Key.Key_G)
    gestes.lettres("le 1er jour")
    gestes.touche(ENTREE)
    assert recits.motif(rang) == "le 1er jour"
    gestes.touche(ENTREE)
    gestes.attendre()
    motifs = [levee.motif.lire() for levee in gestes.lire(lambda cahier: cahier.levees())]
    assert motifs == ["le 1er jour"], "le motif reste dans le cahier, avec ce fait"


def test_redire_laisser_de_cote_puis_la_nature_pour_tous(gestes: Gestes) -> None:
    page, pane = gestes.page("compte_rendu"), relecture(gestes)
    recits = page._dossier.recits
    rang = jusqu_au_recit(gestes)
    gestes.touche(Qt.Key.Key_R)
    assert pane.shared.editor.hasFocus()
    pane.shared.set_text("Le banc est cassé.")
    gestes.attendre_que(lambda: not recits.attend(rang))
    pane.alerts.setFocus()
    gestes.touche(ENTREE)

    rang = jusqu_au_recit(gestes)
    gestes.touche(Qt.Key.Key_A)
    assert page._dossier.etapes[rang].ecartee
    jusqu_au_recit(gestes)
    assert len(recits.attendent()) > 1
    gestes.touche(Qt.Key.Key_T)
    assert recits.attendent() == ()
    assert "que la nature" in pane.banner.text


def test_tout_lu_un_recit_oublie_ramene_a_lui(gestes: Gestes) -> None:
    page = gestes.page("compte_rendu")
    for rang, etape in enumerate(page._dossier.etapes):
        while (alerte := etape.passage.prochaine()) is not None:
            etape.passage.accepter(alerte)
        page._dossier.marquer_lue(rang)
    page._dossier._rappeler()
    for etape in page._dossier.etapes:
        while (alerte := etape.passage.prochaine()) is not None:
            etape.passage.accepter(alerte)
        etape.lue = True
    attend = page._dossier.recits.attendent()[0]
    page.relecture.signed.emit()
    gestes.attendre()

    assert page.stages.currentWidget() is page.relecture
    assert page.relecture._rank == attend
    assert page.relecture.recit.hasFocus()


def test_ceux_que_le_geste_tairait_se_voient_et_l_on_en_ote_un(gestes: Gestes) -> None:
    """Témoin (vu une fois) : `taire_le_reste` sans égard aux ôtés, le premier se tait aussi."""
    pane, recits = relecture(gestes), gestes.page("compte_rendu")._dossier.recits
    jusqu_au_recit(gestes)
    restent = recits.a_taire()
    gestes.touche(Qt.Key.Key_L)
    gestes.attendre_que(lambda: pane.recit.remede.list.isVisible())
    gestes.touche(Qt.Key.Key_Escape)
    assert pane.recit.remede is None
    assert pane.recit.hasFocus()

    gestes.clic(pane.recit.which)
    remede = pane.recit.remede
    gestes.attendre_que(remede.act.isVisible)
    assert remede.list.count() == len(restent)
    gestes.touche(ENTREE)
    assert recits.a_taire() == restent, "Entrée, dans la liste, ne décide de rien"
    gestes.touche(Qt.Key.Key_Space)
    assert "1 autre attend votre décision" in remede.outcome.text()
    gestes.clic(remede.act)
    assert recits.a_taire() == restent[:1]
    assert "que la nature" in pane.banner.text
