"""Retrouver : la recherche sans accents, les filtres, le fait ouvert, effacé, repris."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from fenetres import fenetre
from gestes import Gestes
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.vocabulaire import Attestation, Famille
from tat_carnet.paths import settings_file
from tat_carnet.settings import Apparence, load_settings
from tat_carnet.ui.cahier.model import FAIT_ROLE, SITE_ROLE
from tat_carnet.ui.cahier.view import CahierView
from tat_carnet.ui.theme.theme import current_theme
from tat_carnet.ui.widgets.empty import EmptyState

COEUR = TexteBrut("au cœur de la place, ils dansaient")


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    """Le cahier de démonstration, à l'écran « Cahier »."""
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        gestes.session.go("cahier")
        gestes.attendre()
        yield gestes


def cahier(gestes: Gestes) -> CahierView:
    """L'écran."""
    page = gestes.page("cahier")
    assert isinstance(page, CahierView)
    return page


def chercher(gestes: Gestes, texte: str) -> list[str]:
    """Tape dans la recherche ; rend les lignes montrées."""
    page = cahier(gestes)
    page.search.setText(texte)
    gestes.attendre_que(lambda: not page._timer.isActive())
    gestes.attendre()
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def test_chercher_ramene_en_haut_de_la_liste(gestes: Gestes) -> None:
    """Contrôle positif, vu échouer : après Fin, chercher montrait le milieu des réponses."""
    page = cahier(gestes)
    page.list.setCurrentIndex(page.model.index(page.model.rowCount() - 1))
    assert page.list.verticalScrollBar().value() > 0

    assert len(chercher(gestes, "la")) > 20
    assert page.list.verticalScrollBar().value() == 0


def test_les_faits_viennent_le_plus_recent_d_abord(gestes: Gestes) -> None:
    model = cahier(gestes).model
    instants = [model.index(row).data(FAIT_ROLE).instant for row in range(model.rowCount())]

    assert len(instants) > 60
    assert instants == sorted(instants, reverse=True)


def test_la_recherche_ignore_accents_casse_et_ligatures(gestes: Gestes) -> None:
    tous = chercher(gestes, "")
    attendu = chercher(gestes, "collège")

    assert 0 < len(attendu) < len(tous)
    assert chercher(gestes, "COLLEGE") == attendu
    assert chercher(gestes, "collège zephyr") == chercher(gestes, "Zéphyr COLLÈGE")
    gestes.lire(lambda c: c.save_fait(replace(c.faits(Filtre())[0], texte_brut=COEUR)))
    assert chercher(gestes, "coeur") == chercher(gestes, "CŒUR") != []


def test_une_recherche_sans_reponse_propose_de_tout_montrer(gestes: Gestes) -> None:
    total = len(chercher(gestes, ""))
    assert chercher(gestes, "hippopotame") == []
    page = cahier(gestes)
    assert page.stack.currentWidget() is page.nothing

    page.nothing.action.click()
    gestes.attendre_que(lambda: page.model.rowCount() == total)
    assert page.stack.currentWidget() is page.list


def test_les_filtres_se_cumulent(gestes: Gestes) -> None:
    page = cahier(gestes)
    page.filters.type.choose(Famille.points_forts)
    gestes.attendre()
    faits = [page.model.index(r).data(FAIT_ROLE) for r in range(page.model.rowCount())]
    assert faits
    assert {f.famille for f in faits} == {Famille.points_forts}

    site = page.model.index(0).data(SITE_ROLE)
    page.filters.site.choose(site.id)
    gestes.attendre()
    moins = [page.model.index(r).data(FAIT_ROLE) for r in range(page.model.rowCount())]
    assert {f.site_id for f in moins} == {site.id}
    assert 0 < len(moins) < len(faits)


def test_la_rumeur_et_son_dementi_se_retrouvent_par_leur_degre(gestes: Gestes) -> None:
    page = cahier(gestes)
    for degre in (Attestation.rumeur, Attestation.infirme):
        page.filters.attestation.choose(degre)
        gestes.attendre()
        faits = [page.model.index(r).data(FAIT_ROLE) for r in range(page.model.rowCount())]
        assert faits
        assert {f.attestation for f in faits} == {degre}


def test_effacer_un_fait_se_reprend(gestes: Gestes) -> None:
    page = cahier(gestes)
    page.list.setCurrentIndex(page.model.index(2))
    fait = page.model.index(2).data(FAIT_ROLE)
    total = page.model.rowCount()

    page.detail.delete_asked.emit(fait)
    gestes.attendre_que(lambda: page.model.rowCount() == total - 1)
    gestes.attendre()
    page.banner.action.click()
    gestes.attendre_que(lambda: page.model.rowCount() == total)
    gestes.attendre()

    assert gestes.lire(lambda c: c.fait(fait.id)) == fait
    assert page.banner.text == "Le fait est revenu."


def test_la_demonstration_se_dit_sur_chaque_ecran(gestes: Gestes) -> None:
    for name in ("aujourdhui", "saisie", "cahier", "compte_rendu", "sorties", "reglages"):
        gestes.session.go(name)
        gestes.attendre()
        rubans = [
            mot
            for mot in gestes.session.findChildren(QLabel)
            if mot.isVisible() and mot.text().startswith("Démonstration")
        ]
        assert len(rubans) == 1, name


def test_modifier_un_fait_ramene_au_cahier_sur_ce_fait(gestes: Gestes) -> None:
    page = cahier(gestes)
    page.list.setCurrentIndex(page.model.index(1))
    fait = page.model.index(1).data(FAIT_ROLE)
    page.detail.edit_asked.emit(fait)
    gestes.attendre()
    saisie = gestes.page("saisie")
    assert saisie.title.text() == "Modifier un fait"
    assert saisie.form.raw.text == fait.texte_brut.lire()

    saisie.form.raw.editor.setPlainText("repris le lendemain")
    gestes.clic(saisie.save)
    assert gestes.session.place == "cahier"
    assert gestes.lire(lambda c: c.fait(fait.id)).texte_brut.lire() == "repris le lendemain"
    assert page.detail.raw.text == "repris le lendemain"


def test_modifier_un_fait_ne_touche_pas_au_brouillon(gestes: Gestes) -> None:
    gestes.session.go("saisie")
    gestes.attendre()
    gestes.page("saisie").form.raw.setFocus()
    gestes.texte("en cours")
    gestes.session.go("cahier")
    gestes.attendre()
    fait = cahier(gestes).model.index(1).data(FAIT_ROLE)
    gestes.session.go("saisie", fait.id)
    gestes.attendre()

    assert gestes.lire(lambda c: c.brouillon()).texte_brut.lire() == "en cours"


def test_une_correction_interrompue_revient_en_correction(gestes: Gestes) -> None:
    fait = cahier(gestes).model.index(1).data(FAIT_ROLE)
    gestes.session.go("saisie", fait.id)
    gestes.attendre()
    gestes.page("saisie").form.raw.editor.setPlainText("à moitié corrigé")
    gestes.session.go("aujourdhui")
    gestes.attendre()
    assert gestes.lire(lambda c: c.brouillon()).texte_brut.lire() == "à moitié corrigé"

    gestes.session.go("saisie")
    gestes.attendre()
    saisie = gestes.page("saisie")
    assert saisie.title.text() == "Modifier un fait"
    assert saisie.form.raw.text == "à moitié corrigé"
    gestes.clic(saisie.save)
    assert gestes.lire(lambda c: c.fait(fait.id)).texte_brut.lire() == "à moitié corrigé"
    assert gestes.lire(lambda c: c.brouillon()) is None


def test_l_apparence_choisie_est_retenue(gestes: Gestes) -> None:
    gestes.session.go("reglages")
    gestes.attendre()
    gestes.clic(gestes.page("reglages").buttons[Apparence.sombre])

    assert current_theme().apparence is Apparence.sombre
    assert load_settings(settings_file()).apparence is Apparence.sombre
    current_theme().choose(Apparence.claire)


def test_un_journal_vide_propose_de_preparer_un_compte_rendu(gestes: Gestes) -> None:
    gestes.session.go("sorties")
    gestes.attendre()
    vide = gestes.page("sorties").findChild(EmptyState)
    assert vide is not None
    gestes.clic(vide.action)
    assert gestes.session.place == "compte_rendu"
