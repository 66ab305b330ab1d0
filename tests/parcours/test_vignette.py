"""D'une situation à une vignette qui sort : préparée, relue, contre-lue, inscrite au journal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fenetres import fenetre
from gestes import Gestes
from signatures import garder_les_recits
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.ui.situations.vignette import VignetteView

CODE = "boussole-cuivre-38"


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    """La démonstration, une situation ouverte."""
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        (situation,) = [s for s in gestes.lire(lambda c: c.situations()) if s.code == CODE]
        gestes.session.go("situations", situation.id)
        gestes.attendre()
        gestes.clic(gestes.page("situations").detail.vignette)
        yield gestes


RECOMPOSE = "Un proche prévenu, et plusieurs autour qui ont repris pied."


def ecran(gestes: Gestes) -> VignetteView:
    page = gestes.page("vignette")
    assert isinstance(page, VignetteView)
    return page


def relire_tout(gestes: Gestes) -> None:
    """Recompose le récit, que l'application n'admet pas recopié ; accepte et lit le reste."""
    dossier = ecran(gestes)._dossier
    assert dossier is not None
    dossier.etapes[0].passage.modifier(RECOMPOSE)
    for rang, etape in enumerate(dossier.etapes):
        while (alerte := etape.passage.prochaine()) is not None:
            etape.passage.accepter(alerte)
        dossier.marquer_lue(rang)
    garder_les_recits(dossier)


def test_une_vignette_sort_d_une_situation_sans_lieu_ni_date(
    gestes: Gestes, tmp_path: Path
) -> None:
    page = ecran(gestes)
    assert page.form.recit.text.startswith("Appel au parent")
    assert CODE not in page.form.recit.text
    gestes.lettres("Réunion d’équipe")
    gestes.touche(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not page.preparing
    relire_tout(gestes)
    page.relecture.signed.emit()
    gestes.attendre()
    for question in page.regard.questions:
        gestes.clic(question.no)
    gestes.clic(page.regard.confirm)
    gestes.clic(page.sortie.write)

    (pdf,) = tmp_path.glob("vignette-*.pdf")
    assert len(list(tmp_path.glob("vignette-*.odt"))) == 1
    texte = " ".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert RECOMPOSE in texte
    assert "Appel au parent" not in texte
    assert not any(mot in texte for mot in ("2026", "novembre", "Aubépines", "Zéphyr", CODE))
    journal = gestes.lire(lambda c: c.journal())
    assert {ligne.genre for ligne in journal} == {GenreDocument.vignette}


def test_une_date_gardee_ramene_au_passage_a_recrire(gestes: Gestes) -> None:
    page = ecran(gestes)
    page.form.destinataire.setText("Équipe")
    page.form.recit.editor.setPlainText("Un jeune attend depuis janvier.")
    gestes.clic(page.form.start)
    (etape,) = page._dossier.etapes
    while (alerte := etape.passage.prochaine()) is not None:
        etape.passage.garder(alerte, "le collectif y tient")
    garder_les_recits(page._dossier)
    gestes.clic(page.relecture.foot.next)

    assert not etape.lue, "refusé là où on le lit, non à la signature"
    assert "ni où ni quand" in page.relecture.banner.text
    assert "janvier" in page.relecture.banner.text


def test_sans_destinataire_on_ne_relit_pas(gestes: Gestes) -> None:
    page = ecran(gestes)
    gestes.clic(page.form.start)

    assert page.form.destinataire_field.fault.startswith("Dites à qui")
    assert page.preparing


def test_revenir_ramene_a_la_situation(gestes: Gestes) -> None:
    gestes.clic(ecran(gestes).form.back)

    assert gestes.session.place == "situations"
    assert gestes.page("situations").detail.code.text() == CODE
