"""Anticiper : ouvrir une situation, y noter une étape, prévoir une échéance, s'en voir rappelé."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fenetres import MAINTENANT, PHRASE, creer_un_cahier, derivation_rapide, fenetre
from gestes import Gestes
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.situation import Situation
from tat_carnet.domain.vocabulaire import (
    Besoin,
    GenreEcheance,
    MomentFragilite,
    StatutSituation,
    ZoneScolaire,
)
from tat_carnet.ui.situations.view import CALENDRIER, SituationsView
from tat_carnet.ui.widgets.basics import Button

JOUR = MAINTENANT.date()


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    """La démonstration, à l'écran « Situations »."""
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        gestes.session.go("situations")
        gestes.attendre()
        yield gestes


def ecran(gestes: Gestes) -> SituationsView:
    page = gestes.page("situations")
    assert isinstance(page, SituationsView)
    return page


def situation(gestes: Gestes, code: str) -> Situation:
    """Une situation telle qu'elle est dans le cahier."""
    (trouvee,) = [s for s in gestes.lire(lambda c: c.situations()) if s.code == code]
    assert isinstance(trouvee, Situation)
    return trouvee


def codes(gestes: Gestes) -> set[str]:
    return {s.code for s in gestes.lire(lambda c: c.situations())}


def ouvrir(gestes: Gestes, code: str = "boussole-cuivre-38") -> SituationsView:
    gestes.session.go("situations", situation(gestes, code).id)
    gestes.attendre()
    return ecran(gestes)


def test_une_situation_s_ouvre_au_clavier_seul(gestes: Gestes) -> None:
    avant = codes(gestes)
    page = ecran(gestes)
    gestes.touche(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is page.detail.besoins.button(Besoin.ecoute)
    assert codes(gestes) == avant

    gestes.touche(Qt.Key.Key_Space)

    (code,) = codes(gestes) - avant
    assert situation(gestes, code).besoins == (Besoin.ecoute,)
    assert page.detail.code.text() == code
    assert code in page.banner.text


def test_un_moment_choisi_avant_tout_besoin_n_est_pas_perdu(gestes: Gestes) -> None:
    avant = codes(gestes)
    page = ecran(gestes)
    gestes.clic(page.add)
    gestes.clic(page.detail.moments.button(MomentFragilite.exclusion))
    assert codes(gestes) == avant
    gestes.clic(page.detail.besoins.button(Besoin.scolarite))

    (code,) = codes(gestes) - avant
    assert situation(gestes, code).moments == (MomentFragilite.exclusion,)


def test_l_anonymiseur_souligne_une_etape_et_sa_proposition_se_prend(gestes: Gestes) -> None:
    page = ouvrir(gestes)
    etapes = page.detail.etapes
    etapes.raw.setFocus()
    gestes.texte("Vu Kelyan, tel 06 39 98 14 73")
    gestes.attendre_que(lambda: "Kelyan" not in etapes.shared.text and etapes.shared.text != "")
    assert etapes.raw.editor.extraSelections()
    gestes.clic(etapes.take)
    gestes.clic(etapes.add)

    derniere = situation(gestes, "boussole-cuivre-38").etapes[-1]
    assert "Kelyan" not in derniere.quoi.lire()
    assert "06" not in derniere.quoi.lire()
    assert derniere.jour == JOUR
    assert etapes.raw.text == ""


def test_une_etape_a_demi_tapee_survit_au_depart(gestes: Gestes) -> None:
    page = ouvrir(gestes)
    page.detail.etapes.raw.setFocus()
    gestes.texte("dossier rendu")
    gestes.session.go("cahier")
    gestes.attendre()

    assert situation(gestes, "boussole-cuivre-38").etapes[-1].quoi.lire() == "dossier rendu"


def test_une_etape_se_retire(gestes: Gestes) -> None:
    page = ouvrir(gestes)
    avant = situation(gestes, "boussole-cuivre-38").etapes
    page.detail.etapes.removed.emit(avant[0])
    gestes.attendre()

    assert situation(gestes, "boussole-cuivre-38").etapes == avant[1:]


def test_une_etape_a_venir_invite_a_prevoir(gestes: Gestes) -> None:
    page = ouvrir(gestes)
    page.detail.etapes.jour.setDate(QDate(JOUR + timedelta(days=3)))
    page.detail.etapes.raw.setFocus()
    gestes.texte("rendez-vous")
    gestes.clic(page.detail.etapes.add)

    assert "se note en échéance" in page.banner.text
    assert page.detail.etapes.raw.text == "rendez-vous"


def test_une_echeance_se_pose_se_repousse_et_se_regle(gestes: Gestes) -> None:
    page = ouvrir(gestes, "théière-jade-24")
    detail = page.detail
    gestes.clic(detail.add_due)
    gestes.clic(detail.form.genre.button(GenreEcheance.rentree))
    detail.form.jour.setDate(QDate(JOUR + timedelta(days=5)))
    gestes.clic(detail.form.save)
    assert detail.dues.texts == ["Rentrée : jeu. 26 nov., dans 5 jours"]

    gestes.session.go("aujourdhui")
    gestes.attendre()
    accueil = gestes.page("aujourdhui")
    (texte,) = [t for t in accueil.todo.texts if "théière-jade-24" in t]
    bouton = {b.accessibleName(): b for b in boutons(accueil.todo)}
    gestes.clic(bouton[f"Redire dans 3 jours : {texte}"])
    assert texte not in accueil.todo.texts

    ouvrir(gestes, "théière-jade-24")
    bouton = {b.accessibleName(): b for b in boutons(detail.dues)}
    (regler,) = [b for nom, b in bouton.items() if nom.startswith("C’est fait")]
    gestes.clic(regler)
    assert detail.dues.texts == []
    assert detail.no_due.isVisible()


def boutons(widget: QWidget) -> list[Button]:
    """Les boutons qu'on voit."""
    return [b for b in widget.findChildren(Button) if b.isVisibleTo(widget)]


def test_le_rappel_d_accueil_mene_a_la_situation(gestes: Gestes) -> None:
    gestes.session.go("aujourdhui")
    gestes.attendre()
    accueil = gestes.page("aujourdhui")
    assert [t.split(" :")[0] for t in accueil.todo.texts[1:-1]] == [
        "Rendez-vous (mission locale), lanterne-ivoire-61",
        "Anniversaire d’un drame (bougies sur la place)",
        "Conseil de discipline, boussole-cuivre-38",
        "Instance de veille des Aubépines, aujourd’hui",
    ]
    voir = [b for b in boutons(accueil.todo) if b.accessibleName().startswith("Voir")]
    gestes.clic(voir[0])

    assert gestes.session.place == "situations"
    assert ecran(gestes).detail.code.text() == "lanterne-ivoire-61"


def test_transmise_hors_outil_la_suite_ne_se_note_plus(gestes: Gestes) -> None:
    page = ouvrir(gestes)
    gestes.clic(page.detail.more.toggle)
    gestes.clic(page.detail.statut.button(StatutSituation.transmise_hors_outil))

    assert situation(gestes, "boussole-cuivre-38").statut is StatutSituation.transmise_hors_outil
    assert page.detail.outside.isVisible()
    assert not page.detail.etapes.isEnabled()
    gestes.session.go("aujourdhui")
    gestes.attendre()
    assert not any("boussole" in texte for texte in gestes.page("aujourdhui").todo.texts)


def test_un_fait_se_lie_en_quelques_lettres_et_se_delie(gestes: Gestes) -> None:
    page = ouvrir(gestes, "navette-lilas-85")
    page.detail.liens.line.setFocus()
    gestes.lettres("mutation")

    def lier() -> list[Button]:
        return [b for b in boutons(page.detail.liens) if b.accessibleName().startswith("Lier")]

    gestes.attendre_que(lambda: bool(lier()))
    gestes.clic(lier()[0])
    assert len(situation(gestes, "navette-lilas-85").faits) == 1

    delier = [b for b in boutons(page.detail.liens) if b.accessibleName().startswith("Délier")]
    gestes.clic(delier[0])
    assert situation(gestes, "navette-lilas-85").faits == ()


def test_une_situation_effacee_revient_avec_ses_echeances(gestes: Gestes) -> None:
    page = ouvrir(gestes)
    avant = situation(gestes, "boussole-cuivre-38")
    echeances = gestes.lire(lambda c: c.echeances())
    gestes.clic(page.detail.delete)
    assert "boussole-cuivre-38" not in codes(gestes)
    assert page.banner.action is not None
    gestes.clic(page.banner.action)

    assert situation(gestes, "boussole-cuivre-38") == avant
    assert gestes.lire(lambda c: c.echeances()) == echeances


def test_le_calendrier_suit_la_zone_choisie_dans_les_reglages(gestes: Gestes) -> None:
    page = ecran(gestes)
    gestes.clic(page.calendar_button)
    assert "Sans zone" in page.calendar.zone.text()
    gestes.clic(page.calendar.choose)
    assert gestes.session.place == "reglages"
    gestes.clic(gestes.page("reglages").zone.zone.button(ZoneScolaire.b))

    gestes.session.go("situations", CALENDRIER)
    gestes.attendre()
    assert "zone B, connues jusqu’au jeudi 31 août 2028" in page.calendar.zone.text()
    assert not page.calendar.choose.isVisible()


def test_une_echeance_sans_situation_se_pose_au_calendrier(gestes: Gestes) -> None:
    page = ecran(gestes)
    gestes.clic(page.calendar_button)
    gestes.clic(page.calendar.add)
    gestes.clic(page.calendar.form.genre.button(GenreEcheance.autre))
    gestes.clic(page.calendar.form.save)
    assert page.calendar.form.quoi_field.fault.startswith("«\u202fAutre\u202f»")
    gestes.lettres("brocante")
    gestes.touche(Qt.Key.Key_Return)

    assert any(texte.startswith("Brocante :") for texte in page.calendar.dues.texts)

    (effacer,) = [
        bouton
        for bouton in boutons(page.calendar.dues)
        if bouton.accessibleName().startswith("Effacer : Brocante")
    ]
    gestes.clic(effacer)
    assert not any(texte.startswith("Brocante :") for texte in page.calendar.dues.texts)
    page.banner.action.click()
    gestes.attendre()
    assert any(texte.startswith("Brocante :") for texte in page.calendar.dues.texts)


def test_l_accueil_montre_cinq_echeances_et_mene_aux_autres(gestes: Gestes) -> None:
    for rang in range(4):
        une = Echeance(JOUR + timedelta(days=rang), quoi=TexteBrut(f"rendez-vous {rang}"))
        gestes.lire(lambda c, une=une: c.save_echeance(une))
    gestes.session.go("aujourdhui")
    gestes.attendre()
    a_faire = gestes.page("aujourdhui").todo

    assert a_faire.texts[-1] == "Et 2 autres échéances"
    gestes.clic(a_faire.buttons["Voir le calendrier"])
    assert ecran(gestes).stack.currentWidget() is ecran(gestes).calendar_area


def test_un_cahier_vide_dit_quoi_faire(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    derivation_rapide(monkeypatch)
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
        gestes.session.go("situations")
        gestes.attendre()
        page = ecran(gestes)
        assert page.stack.currentWidget() is page.empty
        gestes.clic(page.empty.action)
        gestes.clic(page.detail.besoins.button(Besoin.sante))
        (seule,) = gestes.lire(lambda c: c.situations())
        assert seule.besoins == (Besoin.sante,)


def test_verrouiller_garde_l_etape_en_cours_et_rappelle_a_la_reouverture(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    derivation_rapide(monkeypatch)
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
        gestes.session.go("situations")
        gestes.attendre()
        page = ecran(gestes)
        gestes.clic(page.add)
        gestes.clic(page.detail.besoins.button(Besoin.sante))
        gestes.clic(page.detail.add_due)
        gestes.clic(page.detail.form.save)
        page.detail.etapes.raw.setFocus()
        gestes.texte("à demi")
        gestes.clic(gestes.session.lock)
    demain = datetime.combine(date(2026, 11, 22), MAINTENANT.time())
    with fenetre(qtbot, tmp_path, maintenant=demain) as gestes:
        vue = gestes.window.centralWidget()
        vue.secret.line.setText(PHRASE)
        vue.secret.line.returnPressed.emit()
        gestes.attendre_la_session()
        (seule,) = gestes.lire(lambda c: c.situations())
        assert [etape.quoi.lire() for etape in seule.etapes] == ["à demi"]
        assert gestes.session.place == "aujourdhui"
        (texte,) = gestes.page("aujourdhui").todo.texts
        assert texte == f"Rendez-vous, {seule.code} : sam. 21 nov., il y a 1 jour"


def test_une_etape_datee_de_demain_ne_se_perd_pas_en_partant(gestes: Gestes) -> None:
    page = ouvrir(gestes)
    page.detail.etapes.jour.setDate(QDate(JOUR + timedelta(days=1)))
    page.detail.etapes.raw.setFocus()
    gestes.texte("mal datée")
    gestes.session.go("cahier")
    gestes.attendre()

    derniere = situation(gestes, "boussole-cuivre-38").etapes[-1]
    assert (derniere.quoi.lire(), derniere.jour) == ("mal datée", JOUR)
