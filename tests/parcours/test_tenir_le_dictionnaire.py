"""Les mots du dictionnaire se voient, se retirent, se reprennent ; une réquisition les garde."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fenetres import MAINTENANT, fenetre
from gestes import Gestes
from tat_carnet.domain.conservation import Suspension
from tat_carnet.ui.reglages.dictionnaire_card import DictionnaireCard


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        yield gestes


def carte(gestes: Gestes) -> DictionnaireCard:
    gestes.session.go("reglages")
    gestes.attendre()
    return gestes.page("reglages").dictionnaire


def mots(gestes: Gestes) -> frozenset[str]:
    return gestes.lire(lambda c: c.mots_ajoutes())


def test_un_mot_ajoute_se_retire_et_se_reprend(gestes: Gestes) -> None:
    page = carte(gestes)
    assert page.text.text().startswith("Aucun mot ajouté")
    for mot in ("maraude", "Équipage"):
        gestes.lire(lambda c, mot=mot: c.add_mot(mot))
    page = carte(gestes)
    assert list(page.buttons) == ["Équipage", "maraude"]

    page.buttons["maraude"].click()
    gestes.attendre()
    assert mots(gestes) == {"Équipage"}
    assert list(page.buttons) == ["Équipage"]

    page.banner.action.click()
    gestes.attendre()
    assert mots(gestes) == {"Équipage", "maraude"}
    assert list(page.buttons) == ["Équipage", "maraude"]


def test_une_requisition_garde_les_mots_et_le_dit(gestes: Gestes) -> None:
    gestes.lire(lambda c: c.add_mot("maraude"))
    gestes.lire(lambda c: c.suspendre(Suspension(MAINTENANT, True)))
    page = carte(gestes)

    page.buttons["maraude"].click()
    gestes.attendre()

    assert mots(gestes) == {"maraude"}
    assert "réquisition" in gestes.page("reglages").banner.text
