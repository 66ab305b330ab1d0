"""Le profil choisi à la préparation, et l'échelon élargi au clavier, alerte par alerte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fenetres import fenetre
from gestes import Gestes
from tat_carnet.domain.vocabulaire import Profil


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    """La démonstration, à la préparation du compte-rendu."""
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        gestes.session.go("compte_rendu")
        gestes.attendre()
        yield gestes


def page(gestes: Gestes) -> Any:
    return gestes.page("compte_rendu")


def propositions(gestes: Gestes) -> list[str]:
    return [a.proposition for e in page(gestes)._dossier.etapes for a in e.passage.alertes]


def relire(gestes: Gestes, profil: Profil) -> None:
    page(gestes).preparation.profil.setCurrentIndex(list(Profil).index(profil))
    gestes.clic(page(gestes).preparation.start)


def test_le_profil_choisi_change_ce_qui_est_propose(gestes: Gestes) -> None:
    relire(gestes, Profil.collectif)
    proches = propositions(gestes)
    gestes.clic(page(gestes).relecture.foot.back)
    relire(gestes, Profil.restitution_publique)

    assert propositions(gestes) != proches


def test_l_elargit_l_alerte_eclairee_sans_la_lever(gestes: Gestes) -> None:
    relire(gestes, Profil.collectif)
    relecture, dossier = page(gestes).relecture, page(gestes)._dossier
    rang, alerte = next(
        (rang, alerte.rang)
        for rang, etape in enumerate(dossier.etapes)
        if not etape.tue
        for alerte in etape.passage.alertes
        if etape.passage.echelon(alerte.rang) is not None
    )
    relecture.go(rang, alerte)
    avant = dossier.etapes[rang].passage.alertes[alerte].proposition
    assert relecture.alerts.widen.isVisible()
    gestes.touche(Qt.Key.Key_L)

    apres = dossier.etapes[rang].passage.alertes[alerte]
    assert apres.proposition != avant
    assert apres.proposition in relecture.shared.text
    assert relecture.alerts.current == alerte
    assert not relecture.foot.next.isEnabled(), "élargir ne lève rien"


def test_une_alerte_sans_echelle_ne_propose_pas_d_elargir(gestes: Gestes) -> None:
    relire(gestes, Profil.restitution_publique)
    relecture = page(gestes).relecture
    avant = propositions(gestes)
    gestes.touche(Qt.Key.Key_L)

    assert not relecture.alerts.widen.isVisible()
    assert propositions(gestes) == avant
