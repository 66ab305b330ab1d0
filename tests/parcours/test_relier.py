"""Dire, au clavier, que deux passages parlent du même ; le voir au dernier regard ; le défaire."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fenetres import fenetre
from gestes import Gestes
from signatures import garder_les_recits
from tat_carnet.ui.relecture.findings import DELIER
from tat_carnet.ui.relecture.page import DELIES
from tat_carnet.ui.relecture.ties import TIED, UNTIED
from tat_carnet.ui.typographie import francais
from tat_carnet.ui.widgets.basics import Button

pytestmark = pytest.mark.usefixtures("recits_entiers")

NOM = "Tchoupi"


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    """La démonstration, à la première étape qui parle de Tchoupi, son alerte éclairée."""
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        gestes.session.go("compte_rendu")
        gestes.attendre()
        page = gestes.page("compte_rendu")
        gestes.clic(page.preparation.start)
        rang = etapes_de(page)[0]
        page.relecture.go(rang)
        while alerte(page).terme != NOM:
            gestes.touche(Qt.Key.Key_Down)
        yield gestes


def etapes_de(page: Any) -> list[int]:
    relies = page._dossier.relies
    return [
        rang
        for rang in range(len(page._dossier.etapes))
        if any(lien.terme == NOM for lien in relies.depuis(rang).values())
    ]


def alerte(page: Any) -> Any:
    return page.relecture.alerts._current_alerte()


def test_m_relie_puis_delie_et_le_dit(gestes: Gestes) -> None:
    page = gestes.page("compte_rendu")
    passages = [page._dossier.etapes[rang].passage for rang in etapes_de(page)]
    avant = [passage.texte for passage in passages]
    assert "revient dans 2 autres passages" in page.relecture.alerts.why.text()

    gestes.touche(Qt.Key.Key_M)
    assert TIED[:40] in page.relecture.banner.text
    assert all("premier jeune" in passage.texte.lower() for passage in passages)
    assert "premier jeune" in page.relecture.shared.text.lower()
    assert alerte(page).terme == NOM
    assert page.relecture.alerts.tie.accessibleName() == "Ne plus relier"

    gestes.clic(page.relecture.alerts.tie)
    assert UNTIED in page.relecture.banner.text
    assert [passage.texte for passage in passages] == avant


def test_m_ne_fait_rien_la_ou_rien_ne_revient(gestes: Gestes) -> None:
    page = gestes.page("compte_rendu")
    autre = next(a for a in page.relecture.etape.passage.alertes if a.terme != NOM)
    page.relecture.go(page._dossier.etapes.index(page.relecture.etape), autre.rang)
    gestes.touche(Qt.Key.Key_M)

    assert not page.relecture.alerts.tie.isVisible()
    assert page._dossier.relies.faits() == ()


def test_le_dernier_regard_montre_le_lien_et_le_defait(gestes: Gestes) -> None:
    page = gestes.page("compte_rendu")
    gestes.touche(Qt.Key.Key_M)
    while (rang := page._dossier.premiere_a_faire()) is not None:
        passage = page._dossier.etapes[rang].passage
        while (attend := passage.prochaine()) is not None:
            passage.accepter(attend)
        page._dossier.marquer_lue(rang)
    garder_les_recits(page._dossier)
    page.relecture.signed.emit()
    gestes.attendre()
    assert page.regard.document.text.lower().count("premier jeune") >= 3

    (bouton,) = [b for b in page.regard.findChildren(Button) if DELIER in b.text()]
    gestes.clic(bouton)
    assert page.relecture.banner.text == francais(DELIES)
    assert page.relecture.etape is page._dossier.etapes[etapes_de(page)[0]]
    assert not page._dossier.complet
