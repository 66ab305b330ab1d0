"""Ctrl+Z défait tout geste de la relecture, au clavier ou par son bouton, dans la vraie fenêtre."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fenetres import fenetre
from gestes import Gestes
from tat_carnet.anonymisation.risque import Pas
from tat_carnet.ui.relecture.page import REGARD, RELECTURE
from tat_carnet.ui.relecture.remede import Ecart, Montee

pytestmark = pytest.mark.usefixtures("recits_entiers")

ENTREE: Final = Qt.Key.Key_Return
CTRL: Final = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    """La démonstration, son compte-rendu à relire."""
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        gestes.session.go("compte_rendu")
        gestes.attendre()
        gestes.clic(gestes.page("compte_rendu").preparation.start)
        yield gestes


def dit(page: Any) -> list[Any]:
    dossier = page._dossier
    return [
        [
            (e.passage.texte, e.lue, e.ecartee, e.tue, [a.statut for a in e.passage.alertes])
            for e in dossier.etapes
        ],
        dossier.exposes(),
        dossier.recits.attendent(),
    ]


def tout_lire(dossier: Any) -> None:
    """Ce qu'on vient de masquer, un nom de lieu, peut rouvrir un passage déjà lu."""
    while (rang := dossier.premiere_a_faire()) is not None:
        passage = dossier.etapes[rang].passage
        while (attend := passage.prochaine()) is not None:
            passage.accepter(attend)
        dossier.marquer_lue(rang)


def annuler(gestes: Gestes) -> None:
    gestes.touche(Qt.Key.Key_Z, CTRL)


def au_recit(gestes: Gestes, page: Any) -> None:
    pane = page.relecture
    for _ in range(200):
        if pane.recit.hasFocus() and pane.recit.reword.isVisible():
            return
        gestes.touche(ENTREE)
    raise AssertionError("aucun récit ne s'est présenté")


def taper(_: Gestes, page: Any) -> None:
    """Taper, puis quitter le texte : Ctrl+Z est alors celui de la relecture."""
    page.relecture.shared.editor.setPlainText("Vu Zorblet et sa mère.")
    page.relecture._reread_if_edited()
    page.relecture.alerts.setFocus()


def touche(cle: Qt.Key) -> Callable[[Gestes, Any], None]:
    return lambda gestes, _: gestes.touche(cle)


SUR_UNE_ALERTE: Final[dict[str, Callable[[Gestes, Any], None]]] = {
    "accepter": touche(ENTREE),
    "taper": taper,
    "laisser de côté": lambda gestes, page: gestes.clic(page.relecture.foot.aside),
}
SUR_UN_RECIT: Final[dict[str, Callable[[Gestes, Any], None]]] = {
    "nature": touche(Qt.Key.Key_N),
    "de côté": touche(Qt.Key.Key_A),
    "garder": lambda gestes, _: (gestes.touche(Qt.Key.Key_G), gestes.touche(Qt.Key.Key_2))[0],
    "tous": touche(Qt.Key.Key_T),
}


@pytest.mark.parametrize("nom", SUR_UNE_ALERTE)
def test_ctrl_z_defait_un_geste_sur_une_alerte(gestes: Gestes, nom: str) -> None:
    page = gestes.page("compte_rendu")
    pane = page.relecture
    while pane.etape.passage.prochaine() is None or pane.etape.fait is None:
        gestes.touche(ENTREE)
        if pane.recit.hasFocus():
            gestes.touche(Qt.Key.Key_N)
    avant, rang = dit(page), pane._rank
    SUR_UNE_ALERTE[nom](gestes, page)
    assert dit(page) != avant
    annuler(gestes)

    assert (dit(page), pane._rank) == (avant, rang)
    assert "Annulé" in pane.banner.text


@pytest.mark.parametrize("nom", SUR_UN_RECIT)
def test_ctrl_z_defait_ce_qu_on_a_decide_d_un_recit(gestes: Gestes, nom: str) -> None:
    """Le bouton aussi ; il ne se montre qu'avec de quoi défaire."""
    page = gestes.page("compte_rendu")
    pane = page.relecture
    assert not pane.foot.undo.isVisible()
    au_recit(gestes, page)
    avant, rang = dit(page), pane._rank
    SUR_UN_RECIT[nom](gestes, page)
    assert dit(page) != avant
    gestes.clic(pane.foot.undo)

    assert (dit(page), pane._rank) == (avant, rang)
    levees = [levee.motif.lire() for levee in gestes.lire(lambda cahier: cahier.levees())]
    assert "n’en dire que la nature" not in levees[:1], "le cahier ne le retient pas non plus"


def test_au_dernier_regard_un_geste_de_groupe_se_defait_aussi(gestes: Gestes) -> None:
    page = gestes.page("compte_rendu")
    tout_lire(page._dossier)
    page._dossier.recits.taire_le_reste()
    page._look()
    gestes.attendre_que(lambda: page.stages.currentIndex() == REGARD)
    references = tuple(expose.reference for expose in page._dossier.exposes())
    avant = dit(page)

    page._put_aside(Ecart(references[:3]))
    gestes.attendre()
    assert dit(page) != avant
    assert page.stages.currentIndex() == REGARD
    annuler(gestes)
    gestes.attendre_que(lambda: page.stages.currentIndex() == REGARD)
    assert dit(page) == avant

    page._raise(Montee(references, frozenset({Pas.mois})))
    assert page.stages.currentIndex() == RELECTURE
    assert dit(page) != avant
    annuler(gestes)
    assert dit(page) == avant
    assert page._dossier.complet


@pytest.mark.parametrize("geste", ["regarder", "précédent"])
def test_ce_qui_vient_d_etre_tape_ne_se_perd_pas(gestes: Gestes, geste: str) -> None:
    """Cliqué avant que la frappe se relise : les mots tapés y sont, et sont relus.

    Vu échouer : « Précédent » les perdait, et le dernier regard montrait le document d'avant.
    """
    page = gestes.page("compte_rendu")
    pane, dossier = page.relecture, page._dossier
    tout_lire(dossier)
    rang = next(r for r, e in enumerate(dossier.etapes) if r and not e.tue and e.fait is not None)
    pane.go(rang)
    pane.shared.editor.setPlainText("Vu Zorblet, encore.")
    gestes.clic(pane.foot.sign if geste == "regarder" else pane.foot.previous)

    assert dossier.etapes[rang].passage.texte.startswith("Vu Zorblet")
    assert not dossier.etapes[rang].lue
    assert page.stages.currentIndex() == RELECTURE
