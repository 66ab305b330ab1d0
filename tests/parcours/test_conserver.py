"""Le temps passe : prévenir, voir ce qui part, effacer, et qu'il n'en reste rien ; réquisition."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fenetres import MAINTENANT, PHRASE, creer_un_cahier, derivation_rapide, fenetre
from gestes import Gestes
from tat_carnet import bootstrap
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.conservation import DUREES, GestePurge, Objet
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.vocabulaire import TypeFait
from tat_carnet.store.cahier import unlock
from tat_carnet.ui.conservation import suivi as module_suivi
from tat_carnet.ui.conservation.depart import Depart
from tat_carnet.ui.conservation.requisition import RequisitionView
from tat_carnet.ui.conservation.view import ConservationView
from tat_carnet.usecases import conservation
from tat_carnet.usecases.conservation import purger_un_bloc
from tat_carnet.usecases.ports import Cahier

VIEUX = MAINTENANT - timedelta(days=300)
PREVUE = MAINTENANT + timedelta(days=15)


@pytest.fixture(autouse=True)
def rapide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id au plancher."""
    derivation_rapide(monkeypatch)


def remplir(cahier: Cahier, anciens: int = 3) -> None:
    """Des faits de dix mois et un d'hier ; un terme de masquage que seul l'ancien dit."""
    lieu = Site("Place du Lavoir", "Aubépines")
    cahier.save_site(lieu)
    for rang in range(anciens):
        instant = VIEUX + timedelta(minutes=rang)
        cahier.save_fait(
            Fait(instant, lieu.id, TypeFait.bruit, TexteBrut(f"Kelyan-fictif, canari {rang}"))
        )
    hier = MAINTENANT - timedelta(days=1)
    cahier.save_fait(Fait(hier, lieu.id, TypeFait.feu, TexteBrut("un feu de palettes")))
    cahier.add_termes_masquage(["Kelyan-fictif"])


@pytest.fixture
def dossier(qtbot: QtBot, tmp_path: Path) -> Path:
    """Un cahier qui a dix mois, fermé."""
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
    with unlock(tmp_path / bootstrap.NOM_DU_CAHIER, PHRASE) as cahier:
        remplir(cahier)
    return tmp_path


@contextmanager
def ouvert(qtbot: QtBot, dossier: Path, quand: datetime = MAINTENANT) -> Iterator[Gestes]:
    """La fenêtre, un soir donné, sur ce cahier."""
    with fenetre(qtbot, dossier, maintenant=quand) as gestes:
        seuil = gestes.window.centralWidget()
        seuil.secret.line.setText(PHRASE)
        gestes.clic(seuil.button)
        gestes.attendre_la_session()
        gestes.window.activateWindow()  # celle qui a créé le cahier vient de se fermer
        gestes.attendre_que(gestes.window.isActiveWindow)
        yield gestes


def annonce(gestes: Gestes) -> str:
    """Ce qu'Aujourd'hui dit de la conservation : une purge annoncée, ou faite ; vide sinon."""
    a_faire = gestes.page("aujourdhui").todo
    dites = [texte for texte in a_faire.texts if texte.startswith(("Bientôt", "Annoncé"))]
    if a_faire.purge.isVisible():
        dites.append(a_faire.purge.text.text())
    return " ".join(dites)


def ecran(gestes: Gestes) -> ConservationView:
    """L'écran « Conservation », rempli."""
    gestes.session.go("conservation")
    gestes.attendre()
    page = gestes.page("conservation")
    assert isinstance(page, ConservationView)
    return page


def textes(gestes: Gestes) -> list[str]:
    return [f.texte_brut.lire() for f in gestes.lire(lambda c: c.faits(Filtre()))]


def test_l_accueil_previent_quinze_jours_avant(qtbot: QtBot, dossier: Path) -> None:
    with ouvert(qtbot, dossier) as gestes:
        assert annonce(gestes) == (
            "Bientôt effacé, le dimanche 6 décembre : textes bruts de plus de 6 mois (3)."
        )
        (montree,) = gestes.lire(lambda c: c.annonces())
        assert montree.prevue_le == PREVUE.date()
        gestes.clic(gestes.page("aujourdhui").todo.buttons["Voir ce qui part"])
        assert gestes.session.place == "conservation"
        assert len([t for t in textes(gestes) if t]) == 4, "prévenir n'efface rien"


def test_un_avertissement_jamais_paru_ne_compte_pas(qtbot: QtBot, dossier: Path) -> None:
    """Témoin : sans la ligne à l'écran, rien n'est annoncé, donc rien ne partira seul."""
    with (
        patch("tat_carnet.ui.aujourdhui.a_faire.AFaire.isVisible", lambda _: False),
        ouvert(qtbot, dossier) as gestes,
    ):
        assert gestes.lire(lambda c: c.annonces()) == []
    with ouvert(qtbot, dossier, PREVUE + timedelta(days=200)) as gestes:
        assert "Bientôt effacé" in annonce(gestes)
        assert len([t for t in textes(gestes) if t]) == 4


def test_le_jour_dit_la_purge_se_propose_et_se_fait_le_lendemain(
    qtbot: QtBot, dossier: Path
) -> None:
    with ouvert(qtbot, dossier):
        pass
    with ouvert(qtbot, dossier, PREVUE) as gestes:
        assert annonce(gestes).startswith("Annoncé pour aujourd’hui : textes bruts")
        assert len([t for t in textes(gestes) if t]) == 4
    with ouvert(qtbot, dossier, PREVUE + timedelta(days=1)) as gestes:
        assert annonce(gestes) == (
            "Purge faite, comme annoncé\u202f: 3 textes de faits et 1 terme de masquage."
        )
        assert textes(gestes) == ["un feu de palettes", "", "", ""]
        (ligne,) = gestes.lire(lambda c: c.journal_purge())
        assert (ligne.geste, ligne.objet) == (GestePurge.purge, Objet.textes_bruts)


@pytest.mark.parametrize("tape", ["arret", "« deux rôdéos »", "rodeso"])
def test_le_texte_parti_le_fait_se_retrouve_par_sa_formulation(
    qtbot: QtBot, dossier: Path, tape: str
) -> None:
    """Un début, une suite, une faute : ce qu'on a relu mène encore au fait, sans rien de brut."""
    with unlock(dossier / bootstrap.NOM_DU_CAHIER, PHRASE) as cahier:
        vieux = cahier.faits(Filtre(texte="canari"))[0]
        cahier.save_fait(vieux.relu("Deux rodéos près d’un arrêt.", VIEUX))
    with ouvert(qtbot, dossier) as gestes:
        gestes.lire(lambda c: c.commencer_purge(Objet.textes_bruts, MAINTENANT.date()))
        while gestes.lire(lambda c: purger_un_bloc(c, MAINTENANT)) is None:
            pass
        gestes.session.go("cahier")
        gestes.attendre()
        page = gestes.page("cahier")
        page.search.setText(tape)
        gestes.attendre_que(lambda: page.model.rowCount() == 1)
        page.list.setCurrentIndex(page.model.index(0))
        gestes.attendre()

        assert page.detail.fait.id == vieux.id
        assert page.detail.shared.text == "Deux rodéos près d’un arrêt."
        assert not page.detail.raw.isVisible()
        page.search.setText("kelyan")
        gestes.attendre_que(lambda: page.model.rowCount() == 0)


def test_voir_ce_qui_part_l_ouvrir_puis_l_effacer_a_la_souris(qtbot: QtBot, dossier: Path) -> None:
    with ouvert(qtbot, dossier) as gestes:
        page = ecran(gestes)
        (depart,) = page.findChildren(Depart)
        assert depart.what.text() == (
            "Le dimanche 6 décembre 2026, ceci sera effacé\u202f: 3 textes de faits."
        )
        assert depart.periods.text() == "Janvier 2026\u202f: 3"
        assert depart.codes.text().startswith("3 faits n’ont pas de texte relu")
        assert "1 sauvegarde garde encore" in page.backups.text.text()
        assert "novembre 2027" in page.backups.text.text()
        gestes.clic(depart.faits.toggle)
        gestes.clic(depart.rows.itemAt(0).widget())
        assert gestes.session.place == "cahier"
        assert gestes.page("cahier").detail.isVisible()

        page = ecran(gestes)
        (depart,) = page.findChildren(Depart)
        gestes.clic(depart.now)
        assert depart.question.text().startswith("Effacer 3 textes de faits, d’avant le")
        gestes.clic(depart.no)
        assert len([t for t in textes(gestes) if t]) == 4, "ne rien effacer n'efface rien"
        gestes.clic(depart.now)
        gestes.clic(depart.yes)
        gestes.attendre()

        assert page.banner.text == (
            "C’est effacé\u202f: 3 textes de faits et 1 terme de masquage. La ligne est au journal."
        )
        assert textes(gestes) == ["un feu de palettes", "", "", ""]
        assert gestes.lire(lambda c: c.termes_masquage()) == frozenset()
        assert gestes.lire(lambda c: c.count_faits(Filtre(texte="canari"))) == 0
        assert page.findChild(Depart) is None or not page.findChild(Depart).isVisible()
        assert "d’avant le jeudi 21 mai 2026" in page.journal.rows.itemAt(0).widget().text()
        page.banner.action.click()
        gestes.attendre()
        assert page.backups.banner.text == "La sauvegarde est faite et relue."


def test_effacer_au_clavier_seul(qtbot: QtBot, dossier: Path) -> None:
    with ouvert(qtbot, dossier) as gestes:
        page = ecran(gestes)
        (depart,) = page.findChildren(Depart)
        depart.now.setFocus()
        gestes.touche(Qt.Key.Key_Return)
        gestes.touche(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        gestes.touche(Qt.Key.Key_Return)
        gestes.attendre()

        assert textes(gestes) == ["un feu de palettes", "", "", ""]


def test_une_purge_s_arrete_et_dit_ou_elle_en_est(
    qtbot: QtBot, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Deux lignes par bloc ; « Arrêter » est cliqué entre deux blocs."""
    monkeypatch.setattr(conservation, "LIGNES_PAR_BLOC", 2)
    with ouvert(qtbot, dossier) as gestes:
        page = ecran(gestes)
        suivi = gestes.session._suivi

        def arreter() -> None:
            if suivi.avancee and suivi.avancee[0]:
                assert page.progress.text() == "Purge en cours\u202f: 2 sur 3."
                page.stop.click()

        suivi.changed.connect(arreter)
        (depart,) = page.findChildren(Depart)
        gestes.clic(depart.now)
        gestes.clic(depart.yes)
        gestes.attendre()

        assert [bool(t) for t in textes(gestes)] == [True, True, False, False]
        (ligne,) = gestes.lire(lambda c: c.journal_purge())
        assert ligne.nombres == {"fait": 2}
        assert gestes.lire(lambda c: c.purge_en_cours()) is None
        assert page.findChildren(Depart)[-1].now.isVisible(), "le reste se propose encore"


def test_une_purge_coupee_net_s_acheve_a_l_ouverture(qtbot: QtBot, dossier: Path) -> None:
    with (
        unlock(dossier / bootstrap.NOM_DU_CAHIER, PHRASE) as cahier,
        patch.object(conservation, "LIGNES_PAR_BLOC", 1),
    ):
        cahier.commencer_purge(Objet.textes_bruts, MAINTENANT.date() - timedelta(days=60))
        assert purger_un_bloc(cahier, MAINTENANT) is None

    with ouvert(qtbot, dossier) as gestes:
        assert textes(gestes) == ["un feu de palettes", "", "", ""]
        (ligne,) = gestes.lire(lambda c: c.journal_purge())
        assert ligne.nombres == {"fait": 3, "terme_masquage": 1}


def test_raccourcir_une_duree_previent_sans_rien_effacer(qtbot: QtBot, dossier: Path) -> None:
    with ouvert(qtbot, dossier) as gestes:
        page = ecran(gestes)
        assert (Objet.faits, 60) in page.durees.buttons
        assert (Objet.textes_bruts, 12) not in page.durees.buttons, "jamais au-delà du défaut"
        gestes.clic(page.durees.buttons[Objet.faits, 6])

        assert gestes.lire(lambda c: c.durees()) == {
            **{objet: DUREES[objet] for objet in gestes.lire(lambda c: c.durees())},
            Objet.faits: 6,
        }
        assert page.durees.buttons[Objet.faits, 6].isChecked()
        assert gestes.lire(lambda c: c.count_faits(Filtre())) == 4
        assert {a.objet for a in gestes.lire(lambda c: c.annonces())} == {
            Objet.textes_bruts,
            Objet.faits,
        }


def test_une_requisition_suspend_se_voit_partout_et_se_leve(qtbot: QtBot, dossier: Path) -> None:
    with ouvert(qtbot, dossier) as gestes:
        page = ecran(gestes)
        gestes.clic(page.requisition)
        requisition = gestes.page("requisition")
        assert isinstance(requisition, RequisitionView)
        requisition.motif.setText("PV fictif 12")
        gestes.clic(requisition.suspend)
        assert "Il reste à prévenir la direction" in requisition.banner.text
        gestes.clic(requisition.told)
        assert "La direction était prévenue." in requisition.state.text()
        assert "PV fictif 12" in requisition.state.text()

    with ouvert(qtbot, dossier, PREVUE + timedelta(days=90)) as gestes:
        assert len([t for t in textes(gestes) if t]) == 4, "rien n'est parti"
        assert annonce(gestes) == ""
        ruban = gestes.session._ruban
        assert ruban.text.text().startswith("Réquisition\u202f: rien ne s’efface depuis le samedi")
        page = ecran(gestes)
        assert page.findChildren(Depart) == []
        gestes.clic(ruban.see)
        requisition = gestes.page("requisition")
        gestes.clic(requisition.resume)
        assert ruban.isHidden()
        gestes.session.go("aujourdhui")
        gestes.attendre()
        assert "Bientôt effacé" in annonce(gestes), "de nouveau quinze jours"
        assert [ligne.geste for ligne in gestes.lire(lambda c: c.journal_purge())] == [
            GestePurge.reprise,
            GestePurge.suspension,
        ]


def test_suspendre_arrete_une_purge_commencee(
    qtbot: QtBot, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conservation, "LIGNES_PAR_BLOC", 1)
    with ouvert(qtbot, dossier) as gestes:
        ecran(gestes)
        suivi = gestes.session._suivi
        requisition = gestes.page("requisition")

        def suspendre() -> None:
            if suivi.avancee and suivi.avancee[0] == 1:
                requisition.suspend.click()

        suivi.changed.connect(suspendre)
        (depart,) = gestes.page("conservation").findChildren(Depart)
        gestes.clic(depart.now)
        gestes.clic(depart.yes)
        gestes.attendre()

        assert gestes.lire(lambda c: c.suspension()) is not None
        assert len([t for t in textes(gestes) if t]) >= 2


def test_une_purge_en_echec_se_dit_et_le_reste_demeure(
    qtbot: QtBot, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tat_carnet.domain.errors import EcritureImpossible

    def plein(_cahier: Cahier, _now: datetime) -> None:
        raise EcritureImpossible("Le disque est plein.")

    monkeypatch.setattr(module_suivi, "purger_un_bloc", plein)
    with ouvert(qtbot, dossier) as gestes:
        page = ecran(gestes)
        (depart,) = page.findChildren(Depart)
        gestes.clic(depart.now)
        gestes.clic(depart.yes)
        gestes.attendre()

        assert page.banner.text == "La purge n’est pas achevée. Le disque est plein."
        assert len([t for t in textes(gestes) if t]) == 4
