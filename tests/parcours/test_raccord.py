"""Ce que deux documents diraient ensemble se voit là où l'on en décide, non au dernier regard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fenetres import MAINTENANT, fenetre
from gestes import Gestes
from tat_carnet.anonymisation.risque import Pas, exposer
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.domain.sas import Sillage
from tat_carnet.domain.vocabulaire import Attestation, Profil, TypeFait
from tat_carnet.usecases.ports import Cahier

pytestmark = pytest.mark.usefixtures("recits_entiers")

DIT = "Une dame attend un logement."


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    """Une dégradation, déjà sortie avec son lieu et sa semaine ; puis au public."""
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        gestes.lire(deja_sortie)
        gestes.session.go("compte_rendu")
        gestes.attendre()
        page = gestes.page("compte_rendu")
        page.preparation.profil.setCurrentIndex(list(Profil).index(Profil.restitution_publique))
        gestes.clic(page.preparation.start)
        gestes.attendre()
        yield gestes


def deja_sortie(cahier: Cahier) -> None:
    modele = next(
        fait for fait in cahier.faits(Filtre(), 200) if fait.attestation is Attestation.observe
    )
    fait = replace(
        modele, id="r", type=TypeFait.degradation, texte_brut=TexteBrut(DIT), formulation="",
        instant=MAINTENANT, libelle_autre="", materiel="Un jeune garde le carton.", publics=(),
        tranche_age=None, taille_groupe=None,
    )  # fmt: skip
    cahier.save_fait(fait)
    (site,) = (site for site in cahier.sites() if site.id == fait.site_id)
    e = exposer(fait, site)
    sortie = LigneJournal(
        MAINTENANT, GenreDocument.compte_rendu, FormatDocument.pdf, "le collectif", "0" * 64, ("r",)
    )
    cahier.append_journal(sortie, [Sillage("r", e.lieux[0], e.semaine, e.type, None, ())])


def rang_de(gestes: Gestes, precision: str = "observé") -> int:
    etapes = gestes.page("compte_rendu")._dossier.etapes
    return next(
        rang
        for rang, etape in enumerate(etapes)
        if etape.fait is not None and etape.fait.fait.id == "r" and etape.precision == precision
    )


def pane(gestes: Gestes) -> Any:
    return gestes.page("compte_rendu").relecture


def test_un_fait_deja_sorti_plus_precis_le_dit_la_ou_l_on_en_decide(gestes: Gestes) -> None:
    """Témoin (vu une fois) : sans `know`, rien n'apparaît avant le dernier regard."""
    gestes.page("compte_rendu")._dossier.generaliser(["r"], [Pas.mois, Pas.secteur])
    pane(gestes).go(rang_de(gestes))
    assert not pane(gestes).raccord.isVisible(), "au public, ses mots se taisent d’abord"
    gestes.touche(Qt.Key.Key_V)
    assert pane(gestes).raccord.isVisible()
    assert "lieu ou une semaine plus précis" in pane(gestes).raccord.line.text()
    assert not pane(gestes).raccord.silence.isVisible(), "la carte du récit a déjà ce geste"

    gestes.touche(Qt.Key.Key_N)
    assert gestes.page("compte_rendu")._dossier.etapes[rang_de(gestes)].tue
    assert not pane(gestes).raccord.isVisible()

    autre = next(
        rang for rang, e in enumerate(gestes.page("compte_rendu")._dossier.etapes)
        if e.fait is not None and e.fait.fait.id != "r"
    )  # fmt: skip
    pane(gestes).go(autre)
    assert not pane(gestes).raccord.isVisible(), "celui-là n'était jamais sorti"


def test_un_recit_garde_se_voit_encore_et_sa_ligne_porte_le_geste(gestes: Gestes) -> None:
    page = gestes.page("compte_rendu")
    pane(gestes).left.emit()
    page.preparation.profil.setCurrentIndex(list(Profil).index(Profil.institution))
    gestes.clic(page.preparation.start)
    gestes.attendre()
    page._dossier.generaliser(["r"], [Pas.mois, Pas.secteur])
    rang = rang_de(gestes)
    page._dossier.recits.garder(rang, "elle le veut")
    pane(gestes).go(rang)
    assert pane(gestes).recit.heading.text() == "Récit gardé"
    gestes.clic(pane(gestes).raccord.silence)
    assert page._dossier.etapes[rang].tue


def test_le_materiel_qui_raconte_attend_et_n_offre_que_ses_gestes(gestes: Gestes) -> None:
    """Témoin (vu une fois) : A cachée, rien ne disait qu'on pouvait laisser le fait de côté."""
    rang = rang_de(gestes, "observé, matériel")
    pane(gestes).go(rang)
    carte = pane(gestes).recit
    assert [b.isVisible() for b in carte._decisive] == [False, True, True, False]
    pane(gestes).recit.setFocus()
    gestes.touche(Qt.Key.Key_Return)
    assert "R ou A" in pane(gestes).banner.text
    gestes.touche(Qt.Key.Key_R)
    pane(gestes).shared.set_text("Un carton.")
    dossier = gestes.page("compte_rendu")._dossier
    gestes.attendre_que(lambda: not dossier.recits.attend(rang))
