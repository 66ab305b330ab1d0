"""Se souvenir : le degré et son histoire, les redites, la corbeille, la recherche, la frise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from fenetres import MAINTENANT, creer_un_cahier, derivation_rapide, fenetre
from gestes import Gestes
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.courrier import Courrier
from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.domain.situation import EtapeSituation, Situation
from tat_carnet.domain.vocabulaire import (
    Attestation,
    Moment,
    NatureSource,
    TypeFait,
    TypePartenaire,
    TypeSite,
)
from tat_carnet.ui.annuaire.view import AnnuaireView
from tat_carnet.ui.cahier.model import FAIT_ROLE, PAGE
from tat_carnet.ui.cahier.view import CahierView
from tat_carnet.ui.courriers.view import CourriersView
from tat_carnet.ui.situations.view import SituationsView
from tat_carnet.usecases.attester import changer_degre
from tat_carnet.usecases.ports import Cahier

PLACE = Site("Place du Lavoir", "Aubépines", TypeSite.place, id="place")
SQUARE = Site("Square des Lucioles", "Aubépines", TypeSite.square, id="square")


def note(rang: int, texte: str, **champs: object) -> Fait:
    """Un bruit sur la place, il y a `rang` jours."""
    instant = MAINTENANT - timedelta(days=rang)
    return Fait(instant, PLACE.id, TypeFait.bruit, TexteBrut(texte), id=f"f{rang}", **champs)  # type: ignore[arg-type]


def remplir(cahier: Cahier) -> None:
    for site in (PLACE, SQUARE):
        cahier.save_site(site)
    jour = MAINTENANT.date()
    for ecart in (0, 1, 40):
        vu = Tournee(jour - timedelta(days=ecart), Moment.soiree, "Aubépines", terminee=True)
        cahier.save_tournee(replace(vu, note=TexteBrut("fontaine en panne") if ecart else vu.note))
    for rang, texte in enumerate(("une seringue", "musique forte", "encore la musique")):
        cahier.save_fait(note(rang, texte))


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gestes]:
    """Un cahier de trois faits, ouvert sur l'écran « Cahier »."""
    derivation_rapide(monkeypatch)
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
        gestes.lire(remplir)
        gestes.session.go("cahier")
        gestes.attendre()
        yield gestes


def cahier(gestes: Gestes) -> CahierView:
    page = gestes.page("cahier")
    assert isinstance(page, CahierView)
    return page


def ouvrir(gestes: Gestes, rang: int = 0) -> CahierView:
    page = cahier(gestes)
    page.list.setCurrentIndex(page.model.index(rang))
    gestes.attendre()
    return page


def chercher(gestes: Gestes, texte: str) -> list[str]:
    """Ce que la liste montre pour une recherche tapée."""
    page = cahier(gestes)
    page.search.setText(texte)
    gestes.attendre_que(lambda: page.model._filtre.texte == texte)
    gestes.attendre()
    rangs = range(page.model.rowCount())
    return [page.model.index(rang).data(FAIT_ROLE).texte_brut.lire() for rang in rangs]


def test_changer_le_degre_demande_un_motif_et_laisse_une_histoire(gestes: Gestes) -> None:
    page = ouvrir(gestes)
    degre = page.detail.degre
    gestes.clic(degre.toggle)
    gestes.clic(degre.degre.button(Attestation.recoupe))
    gestes.clic(degre.save)
    assert "Dites pourquoi" in degre.motif_field.fault
    degre.motif.setText("le gardien le confirme")
    gestes.clic(degre.save)
    assert "natures différentes" in degre.sources_field.fault
    gestes.clic(degre.sources.button(NatureSource.gardien))
    gestes.clic(degre.save)

    assert gestes.lire(lambda c: c.fait("f0")).attestation is Attestation.recoupe
    (ligne,) = gestes.lire(lambda c: c.changements("f0"))
    assert ligne.motif.lire() == "le gardien le confirme"
    histoire = page.detail.degre.history.itemAt(0).widget().text()
    assert "observé → recoupé" in histoire
    assert "le gardien le confirme" in histoire


def test_infirmer_demande_une_reunion_et_le_dementi_reste_barre(gestes: Gestes) -> None:
    page = ouvrir(gestes)
    degre = page.detail.degre
    gestes.clic(degre.toggle)
    assert not degre.reunion_field.isVisible()
    gestes.clic(degre.degre.button(Attestation.infirme))
    assert degre.reunion_field.isVisible()
    degre.motif.setText("vérifié sur place")
    gestes.clic(degre.save)

    fait = gestes.lire(lambda c: c.fait("f0"))
    assert (fait.attestation, fait.reunion_le) == (Attestation.infirme, MAINTENANT.date())
    assert page.detail.title.font().strikeOut()
    assert page.model.rowCount() == 3


def test_une_redite_se_groupe_en_un_geste_et_se_detache(gestes: Gestes) -> None:
    page = ouvrir(gestes, 1)
    gestes.clic(page.detail.redites.buttons[0])
    assert page.count.text() == "3 faits en 2 épisodes"

    gestes.clic(page.detail.redites.buttons[0])
    assert page.count.text() == "3 faits"


def test_un_fait_efface_se_reprend_de_suite_ou_de_la_corbeille(gestes: Gestes) -> None:
    page = ouvrir(gestes)
    page.detail.delete_asked.emit(page.detail.fait)
    gestes.attendre()
    assert gestes.lire(lambda c: c.count_faits(Filtre())) == 2
    gestes.clic(page.banner.action)
    assert gestes.lire(lambda c: c.count_faits(Filtre())) == 3

    page.detail.delete_asked.emit(page.detail.fait)
    gestes.attendre()
    gestes.clic(page.corbeille)
    corbeille = gestes.page("corbeille")
    gestes.clic(corbeille.takes[0])
    assert gestes.session.place == "cahier"
    assert page.detail.raw.text == "une seringue"


def test_effacer_pour_de_bon_se_confirme_et_ne_laisse_rien(gestes: Gestes) -> None:
    page = ouvrir(gestes)
    page.detail.delete_asked.emit(page.detail.fait)
    gestes.attendre()
    gestes.session.go("corbeille")
    gestes.attendre()
    corbeille = gestes.page("corbeille")
    gestes.clic(corbeille.erases[0])
    assert len(gestes.lire(lambda c: c.corbeille())) == 1
    gestes.clic(corbeille.banner.action)

    assert gestes.lire(lambda c: c.corbeille()) == []
    assert corbeille.takes == []


def test_la_corbeille_se_vide_a_l_ouverture_apres_trente_jours(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    derivation_rapide(monkeypatch)
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
        gestes.lire(remplir)
        gestes.lire(lambda c: c.discard_fait("f0", MAINTENANT - timedelta(days=31)))
        gestes.lire(lambda c: c.discard_fait("f1", MAINTENANT - timedelta(days=29)))
        gestes.session.keep_house()
        gestes.attendre()
        assert [jete.fait.id for jete in gestes.lire(lambda c: c.corbeille())] == ["f1"]


def test_une_faute_de_frappe_se_pardonne_et_se_dit(gestes: Gestes) -> None:
    assert chercher(gestes, "seringe") == ["une seringue"]
    assert "« seringue »" in cahier(gestes).corrected.text().replace("\u202f", " ")
    assert chercher(gestes, '"musique forte"') == ["musique forte"]
    assert not cahier(gestes).corrected.isVisible()


def test_la_recherche_trouve_aussi_les_lieux_et_les_notes_de_tournee(gestes: Gestes) -> None:
    page = cahier(gestes)
    assert chercher(gestes, "fontaine") == []
    gestes.clic(page.trouvailles.buttons[0])
    assert "fontaine en panne" in page.banner.text
    chercher(gestes, "lavoir")
    gestes.clic(page.trouvailles.buttons[0])
    gestes.attendre()
    assert page.filters.site.code == PLACE.id
    assert page.search.text() == ""


def test_ce_qui_se_trouve_ailleurs_ouvre_son_ecran_a_sa_ligne(gestes: Gestes) -> None:
    def suivre(c: Cahier) -> None:
        jour = MAINTENANT.date()
        c.save_partenaires([Partenaire("Régie Zibeline", TypePartenaire.bailleur, id="p1")])
        for rang, objet in enumerate(("Ampoules", "Gouttières")):
            c.save_courrier(
                Courrier("bailleur_parties_communes", "p1", objet=objet, cree_le=MAINTENANT,
                         id=f"c{rang}")
            )  # fmt: skip
        etape = EtapeSituation(jour, TexteBrut("dossier zircon déposé"))
        c.save_situation(Situation("loupe-ocre-47", jour, etapes=(etape,), id="u1"))
        c.save_echeance(Echeance(jour, quoi=TexteBrut("fête du tamaris"), id="h1"))

    gestes.lire(suivre)
    page = cahier(gestes)
    chercher(gestes, "zircon")
    gestes.clic(page.trouvailles.buttons[0])
    situations = gestes.page("situations")
    assert isinstance(situations, SituationsView)
    gestes.attendre_que(lambda: situations.detail.situation is not None)
    assert situations.detail.situation is not None
    assert situations.detail.situation.id == "u1"

    suivre_trouvaille(gestes, "ampoules")
    courriers = gestes.page("courriers")
    assert isinstance(courriers, CourriersView)
    assert next(iter(courriers.registre.buttons))[0] == "c0"
    suivre_trouvaille(gestes, "zibeline", rang=-1)
    annuaire = gestes.page("annuaire")
    assert isinstance(annuaire, AnnuaireView)
    gestes.attendre_que(lambda: annuaire.side.isVisible())
    suivre_trouvaille(gestes, "tamaris")
    gestes.attendre_que(lambda: situations.calendar_button.isChecked())


def suivre_trouvaille(gestes: Gestes, texte: str, rang: int = 0) -> None:
    """Cherche, puis clique ce qui est trouvé."""
    gestes.session.go("cahier")
    gestes.attendre()
    chercher(gestes, texte)
    gestes.clic(cahier(gestes).trouvailles.buttons[rang])
    gestes.attendre()


def test_une_recherche_se_garde_sous_un_nom_et_se_reprend(gestes: Gestes) -> None:
    page = cahier(gestes)
    assert not page.gardes.keep.isVisible()
    page.filters.type.choose(TypeFait.bruit)
    page.filters.relu.choose(False)
    chercher(gestes, "musique")
    gestes.clic(page.gardes.keep)
    gestes.lettres("bruits du soir")
    gestes.touche(Qt.Key.Key_Return)
    page._show_everything()
    gestes.attendre()
    assert page.filters.vide

    gestes.clic(page.gardes.chips[0])
    gestes.attendre_que(lambda: page.model.rowCount() == 2)
    assert (page.filters.type.code, page.search.text()) == (TypeFait.bruit, "musique")
    gestes.clic(page.gardes.drop)
    assert page.gardes.chips == []


def test_la_frise_d_un_lieu_dit_l_effort_et_mene_aux_faits(gestes: Gestes) -> None:
    page = cahier(gestes)
    assert not page.frise.isVisible()
    page.filters.site.choose(PLACE.id)
    gestes.attendre()
    frise = page.frise.view
    assert page.frise.isVisible()
    assert frise.summary.startswith("3 faits pour 3 tournées")
    assert "sans passage" in frise.summary

    frise.setFocus()
    gestes.touche(Qt.Key.Key_Right)
    gestes.touche(Qt.Key.Key_Return)
    assert page.detail.raw.text == "encore la musique"
    frise.grab()
    place = frise._place(frise._frise.marques[-1])
    assert frise.marque_at(place) == 2
    assert frise.marque_at(place + QPointF(0, 200)) is None


def test_une_longue_liste_ne_se_lit_que_la_ou_on_la_regarde(gestes: Gestes) -> None:
    """Témoin : `PAGES_KEPT` à mille garderait toutes les pages."""

    def beaucoup(cahier: Cahier) -> None:
        for rang in range(3, 3 + 5 * PAGE):
            cahier.save_fait(replace(note(rang, f"note {rang}"), id=f"g{rang}"))

    gestes.lire(beaucoup)
    page = cahier(gestes)
    gestes.session.go("cahier")
    gestes.attendre()
    total = page.model.rowCount()
    assert total == 3 + 5 * PAGE
    assert page.model.index(total - 1).data(FAIT_ROLE) is None
    gestes.attendre()
    assert page.model.index(total - 1).data(FAIT_ROLE).texte_brut.lire() == f"note {2 + 5 * PAGE}"
    page.list.setCurrentIndex(page.model.index(2 * PAGE + 5))
    gestes.attendre()
    assert page.detail.raw.text == f"note {2 * PAGE + 5}"
    gestes.session.go("cahier", "g400")
    gestes.attendre()
    assert page.detail.raw.text == "note 400"


def test_projete_le_cahier_ne_montre_ni_frise_ni_motif(gestes: Gestes) -> None:
    """La frise place chaque fait à son heure, le motif est brut : ni l'une ni l'autre ne sort."""
    dementi = TexteBrut("vérifié par Kelyan")
    gestes.lire(lambda c: changer_degre(c, "f0", Attestation.rapporte, dementi, MAINTENANT))
    gestes.session.project(True)
    gestes.attendre()
    page = cahier(gestes)
    page.filters.site.choose(PLACE.id)
    gestes.attendre()
    assert not page.frise.isVisible()
    page.list.setCurrentIndex(page.model.index(0))
    gestes.attendre()
    montres = [mot.text() for mot in gestes.session.findChildren(QLabel)]
    assert not any("Kelyan" in mot for mot in montres)
    assert page.detail.isVisible()
    gestes.session.project(False)
    gestes.attendre()
