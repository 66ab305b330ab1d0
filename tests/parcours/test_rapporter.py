"""Rapporter un document à l'écran « Sorties » : il est reconnu, ou dit altéré."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from fenetres import MAINTENANT, fenetre
from gestes import Gestes
from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.ui.sorties.view import PAGE, SortiesView
from tat_carnet.usecases.annuaire.imprimer import imprimer_fiche
from tat_carnet.usecases.ports import Cahier


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        gestes.session.go("sorties")
        gestes.attendre()
        yield gestes


def deposer(gestes: Gestes, chemin: Path) -> SortiesView:
    """Lâche un fichier sur l'écran, comme à la souris."""
    view = gestes.page("sorties")
    assert isinstance(view, SortiesView)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(chemin))])
    args = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier)  # fmt: skip
    entree = QDragEnterEvent(QPointF(5, 5).toPoint(), *args)
    view.dragEnterEvent(entree)
    assert entree.isAccepted()
    view.dropEvent(QDropEvent(QPointF(5, 5), *args))
    gestes.attendre()
    return view


def test_un_document_rapporte_est_reconnu_puis_dit_altere(gestes: Gestes, tmp_path: Path) -> None:
    maintenant = gestes.session._context.clock()
    chemin = tmp_path / "fiche-parcours-2026-11-21.pdf"
    gestes.lire(lambda c: imprimer_fiche(c, GenreDocument.fiche_parcours, chemin, maintenant))

    assert "Reconnu" in deposer(gestes, chemin).banner.text
    chemin.write_bytes(chemin.read_bytes() + b"\n")
    assert "a changé" in deposer(gestes, chemin).banner.text
    autre = tmp_path / "autre.pdf"
    autre.write_bytes(b"autre chose")
    assert "Inconnu" in deposer(gestes, autre).banner.text
    assert "ne se lit pas" in deposer(gestes, tmp_path / "absent.pdf").banner.text


def test_ce_qui_n_est_pas_un_fichier_ne_se_depose_pas(gestes: Gestes) -> None:
    view = gestes.page("sorties")
    mime = QMimeData()
    mime.setText("des mots")
    args = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier)  # fmt: skip
    entree = QDragEnterEvent(QPointF(5, 5).toPoint(), *args)
    entree.ignore()
    view.dragEnterEvent(entree)
    assert not entree.isAccepted()


def test_les_sorties_se_montrent_par_pages(gestes: Gestes) -> None:
    """Cent sorties de plus, cinquante à la fois ; le bouton s'en va avec la dernière."""
    deja = len(gestes.lire(lambda cahier: cahier.journal()))
    ligne = LigneJournal(
        MAINTENANT, GenreDocument.compte_rendu, FormatDocument.pdf, "Collectif", "0" * 64
    )

    def sortir(cahier: Cahier) -> None:
        for rang in range(2 * PAGE - deja):
            cahier.append_journal(replace(ligne, id=f"sortie {rang}"))

    gestes.lire(sortir)
    gestes.session.go("sorties")
    gestes.attendre()
    view = gestes.page("sorties")
    assert isinstance(view, SortiesView)
    assert view.rows.count() == PAGE

    gestes.clic(view.older)
    assert view.rows.count() == 2 * PAGE
    assert view.older.isHidden()
