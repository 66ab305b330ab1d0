"""Tenir la liste de masquage dans les réglages, au clavier et à la souris."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from fenetres import fenetre
from gestes import Gestes
from tat_carnet.ui.reglages.masquage_card import MasquageCard


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    """La démonstration, aux réglages."""
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        gestes.session.go("reglages")
        gestes.attendre()
        yield gestes


def carte(gestes: Gestes) -> MasquageCard:
    """La carte, dépliée."""
    card = gestes.page("reglages").masquage
    card.more.toggle.setChecked(True)
    return card


def termes(gestes: Gestes) -> frozenset[str]:
    return gestes.lire(lambda cahier: cahier.termes_masquage())


def test_un_terme_s_ajoute_au_clavier(gestes: Gestes) -> None:
    carte(gestes).search.setFocus()
    gestes.texte("Zoltan")
    gestes.touche(Qt.Key.Key_Return)

    assert "Zoltan" in termes(gestes)
    assert carte(gestes).search.text() == ""


def test_une_lettre_seule_ne_s_ajoute_pas(gestes: Gestes) -> None:
    avant = termes(gestes)
    carte(gestes).search.setFocus()
    gestes.texte("Z")
    gestes.touche(Qt.Key.Key_Return)

    assert not carte(gestes).add.isEnabled()
    assert termes(gestes) == avant


def test_un_terme_se_retire_et_se_remet(gestes: Gestes) -> None:
    card = carte(gestes)
    card.list.setCurrentIndex(card.shown.index(0, 0))
    retire = card.shown.index(0, 0).data()
    gestes.clic(card.remove)
    assert retire not in termes(gestes)

    gestes.clic(card.banner.action)
    assert retire in termes(gestes)


def test_chercher_ne_montre_que_ce_qui_repond(gestes: Gestes) -> None:
    gestes.lire(lambda cahier: cahier.add_termes_masquage({"Zoltan", "Zirconium"}))
    card = carte(gestes)
    card.refresh()
    gestes.attendre()
    card.search.setFocus()
    gestes.texte("zolt")

    assert [card.shown.index(r, 0).data() for r in range(card.shown.rowCount())] == ["Zoltan"]


def test_un_fichier_de_dix_mille_termes_se_verse(
    gestes: Gestes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    liste = tmp_path / "liste.txt"
    liste.write_text("\n".join(f"Zorglub{rang}" for rang in range(10_000)), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(liste), ""))
    gestes.clic(carte(gestes).pour)

    assert "10\u202f000 termes ajoutés" in carte(gestes).banner.text
    assert carte(gestes).model.rowCount() >= 10_000


@pytest.mark.parametrize(
    ("octets", "phrase"), [(b"PK\x00\x01", "pas une liste"), (None, "ne se lit pas")]
)
def test_un_mauvais_fichier_se_dit_et_n_ajoute_rien(
    gestes: Gestes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    octets: bytes | None,
    phrase: str,
) -> None:
    avant, liste = termes(gestes), tmp_path / "liste.txt"
    if octets is not None:
        liste.write_bytes(octets)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(liste), ""))
    gestes.clic(carte(gestes).pour)

    assert phrase in carte(gestes).banner.text
    assert termes(gestes) == avant


def test_annuler_le_choix_ne_change_rien(gestes: Gestes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: ("", ""))
    gestes.clic(carte(gestes).pour)

    assert carte(gestes).banner.text == ""


def test_les_termes_restent_replies_tant_qu_on_ne_les_demande_pas(gestes: Gestes) -> None:
    assert not gestes.page("reglages").masquage.list.isVisible()
