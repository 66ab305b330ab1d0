"""Régler l'en-tête des lettres : un logo sans secret, un nom motivé, un refus dit sur place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from fenetres import fenetre
from gestes import Gestes
from tat_carnet.ui.reglages.entete_card import LOGO_PX, EnteteCard
from tat_carnet.ui.reglages.view import ReglagesView


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        gestes.session.go("reglages")
        gestes.attendre()
        yield gestes


def carte(gestes: Gestes) -> EnteteCard:
    view = gestes.page("reglages")
    assert isinstance(view, ReglagesView)
    return view.entete


def test_un_fichier_qui_n_est_pas_une_image_est_dit(gestes: Gestes, tmp_path: Path) -> None:
    faux = tmp_path / "logo.png"
    faux.write_bytes(b"ce n'est pas une image")

    carte(gestes).take_logo(faux)
    assert "n’est pas une image" in carte(gestes).banner.text
    carte(gestes).take_logo(tmp_path / "absent.png")
    assert "n’est pas une image" in carte(gestes).banner.text


def test_un_logo_ne_garde_que_ses_points_gris(gestes: Gestes, tmp_path: Path) -> None:
    """Le fichier porte un auteur : le cahier n'en garde rien."""
    image = QImage(LOGO_PX + 100, 10, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    image.setText("Author", "Zéphyrin-canari")
    chemin = tmp_path / "logo.png"
    assert image.save(str(chemin))
    view = carte(gestes)

    view.take_logo(chemin)
    view.save.click()
    gestes.attendre()

    logo = gestes.lire(lambda cahier: cahier.entete()).logo
    assert logo is not None
    assert logo.largeur == LOGO_PX
    assert set(logo.points) == {0}
    assert len(logo.points) == logo.largeur * logo.hauteur
    assert "enregistré" in view.banner.text
    view.drop_logo.click()
    view.save.click()
    gestes.attendre()
    assert gestes.lire(lambda cahier: cahier.entete()).logo is None


def test_le_nom_de_qui_signe_demande_pourquoi_une_fois(gestes: Gestes) -> None:
    view = carte(gestes)
    view.inputs["signature"].setPlainText("Nadia Benali, directrice")
    view.save.click()
    gestes.attendre()
    assert "dites pourquoi" in view.banner.text

    view.motif.setText("elle signe nos lettres")
    view.save.click()
    gestes.attendre()

    entete = gestes.lire(lambda cahier: cahier.entete())
    assert entete.signature == "Nadia Benali, directrice"
    assert [motif for _, motif in entete.motifs] == ["elle signe nos lettres"]


def test_un_champ_qui_manque_est_nomme(gestes: Gestes) -> None:
    view = carte(gestes)
    view.inputs["ville"].setText("")
    view.save.click()
    gestes.attendre()

    assert "ville" in view.fields["ville"].fault
