"""Une réunion se prépare, se tient, se raconte ; la suivante rappelle ce qu'elle a décidé."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from fenetres import MAINTENANT, fenetre
from gestes import Gestes
from tat_carnet.domain.reunion import Reunion
from tat_carnet.domain.vocabulaire import EtatDecision
from tat_carnet.ui.compte_rendu.view import CompteRenduView
from tat_carnet.ui.reunions.view import ReunionsView
from tat_carnet.usecases.demonstration import load_scenario
from tat_carnet.usecases.demonstration_relecture import relire_dossier

JOUR = MAINTENANT.date()
ENTREE = Qt.Key.Key_Return


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    """La démonstration, à ses réunions."""
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        gestes.session.go("reunions")
        gestes.attendre()
        yield gestes


def vue(gestes: Gestes) -> ReunionsView:
    page = gestes.page("reunions")
    assert isinstance(page, ReunionsView)
    return page


def rapport(gestes: Gestes) -> CompteRenduView:
    page = gestes.page("compte_rendu")
    assert isinstance(page, CompteRenduView)
    return page


def reunions(gestes: Gestes) -> list[Reunion]:
    """La plus récente d'abord."""
    lues: list[Reunion] = gestes.lire(lambda cahier: cahier.reunions())
    return lues


def rendue(gestes: Gestes, reunion: Reunion) -> Reunion:
    lue: Reunion = gestes.lire(lambda cahier: cahier.reunion(reunion.id))
    return lue


def decider(gestes: Gestes, quoi: str, structure: str, pour: date) -> None:
    """Une décision, au clavier, puis son échéance."""
    seance = vue(gestes).seance
    gestes.clic(seance.decisions.more)
    gestes.texte(quoi)
    gestes.touche(Qt.Key.Key_Tab)
    gestes.texte(structure)
    row = seance.decisions.rows[-1]
    gestes.clic(row.dated)
    row.day.setDate(QDate(pour))


def test_une_reunion_tenue_sort_son_compte_rendu_et_la_suivante_rappelle_ses_decisions(
    gestes: Gestes, tmp_path: Path
) -> None:
    presente = reunions(gestes)[0]
    gestes.clic(vue(gestes).list.open_buttons[presente.id])
    assert "faits pour" in vue(gestes).seance.since.text()
    decider(gestes, "Afficher les horaires de la permanence.", "Centre social", date(2026, 11, 27))
    gestes.clic(vue(gestes).seance.report)

    page = rapport(gestes)
    assert page.preparation.reunion_id == presente.id
    assert "6 décisions prises, 5 suivies" in page.preparation.summary.text()
    gestes.clic(page.preparation.start)
    assert page._dossier is not None
    relire_dossier(page._dossier, load_scenario(JOUR))
    page.relecture.signed.emit()
    gestes.attendre()
    for question in page.regard.questions:
        gestes.clic(question.no)
    gestes.clic(page.regard.confirm)
    gestes.clic(page.sortie.write)
    sortis = sorted(chemin.name for chemin in tmp_path.iterdir() if chemin.is_file())
    assert sortis == [f"compte-rendu-{JOUR}.odt", f"compte-rendu-{JOUR}.pdf"]
    assert [ligne.destinataire for ligne in gestes.lire(lambda c: c.journal())] == [
        "Structures présentes"
    ] * 2

    gestes.session.go("reunions")
    gestes.attendre()
    gestes.clic(vue(gestes).seance.back)
    gestes.clic(vue(gestes).add)
    suivante = vue(gestes).seance.reunion
    assert suivante is not None
    assert suivante.tenue_le == presente.prochaine_le
    rappelees = [row.decision.quoi.lire() for _, row in vue(gestes).seance.rappels.rows]
    assert rappelees[-1] == "Afficher les horaires de la permanence."
    assert len(rappelees) == 7, "les six d'aujourd'hui, et une qui attendait encore"


def test_l_etat_d_une_decision_se_dit_en_un_clic(gestes: Gestes) -> None:
    presente, passee = reunions(gestes)
    gestes.clic(vue(gestes).list.open_buttons[presente.id])
    _, row = vue(gestes).seance.rappels.rows[-1]
    gestes.clic(row.etat.button(EtatDecision.faite))
    row.suite.setFocus()
    gestes.texte("salle trouvée")
    gestes.touche(ENTREE)

    suivie = rendue(gestes, passee).decisions[-1]
    assert (suivie.etat, suivie.etat_le) == (EtatDecision.faite, JOUR)
    assert suivie.suite.lire() == "salle trouvée"


def test_une_reunion_passee_dit_elle_meme_ou_en_sont_ses_decisions(gestes: Gestes) -> None:
    presente, passee = reunions(gestes)
    gestes.clic(vue(gestes).list.open_buttons[presente.id])
    assert not vue(gestes).seance.decisions.rows[0].etat.isVisible(), "elle se tient aujourd'hui"
    gestes.clic(vue(gestes).seance.back)
    gestes.clic(vue(gestes).list.open_buttons[passee.id])
    derniere = vue(gestes).seance.decisions.rows[-1]
    vue(gestes).seance_area.ensureWidgetVisible(derniere)
    gestes.clic(derniere.etat.button(EtatDecision.abandonnee))
    gestes.clic(vue(gestes).seance.save)

    decision = rendue(gestes, passee).decisions[-1]
    assert (decision.etat, decision.etat_le) == (EtatDecision.abandonnee, JOUR)


def test_ce_qui_se_tape_survit_a_un_verrouillage(gestes: Gestes) -> None:
    gestes.clic(vue(gestes).add)
    neuve = vue(gestes).seance.reunion
    assert neuve is not None
    vue(gestes).seance.echanges.editor.setFocus()
    gestes.texte("on s’est entendus")
    gestes.clic(vue(gestes).seance.decisions.more)
    gestes.texte("Ouvrir la salle")
    gestes.session.flush()

    gardee = rendue(gestes, neuve)
    assert gardee.echanges.lire() == "on s’est entendus"
    assert [d.quoi.lire() for d in gardee.decisions] == ["Ouvrir la salle"]


def test_un_nom_parmi_les_presents_se_dit_sous_le_champ(gestes: Gestes) -> None:
    presente = reunions(gestes)[0]
    gestes.clic(vue(gestes).list.open_buttons[presente.id])
    seance = vue(gestes).seance
    seance.structures.setPlainText("Bailleur\nMme Durand")
    gestes.clic(seance.save)
    assert "ressemble au nom d’une personne" in seance._fields["structures"].fault

    seance.structures.setPlainText("Bailleur")
    gestes.clic(seance.save)
    assert seance._fields["structures"].fault == ""
    assert seance.banner.text == "La réunion est enregistrée."
    assert rendue(gestes, presente).structures == ("Bailleur",)


def test_une_decision_se_retire_et_une_reunion_effacee_se_reprend(gestes: Gestes) -> None:
    presente = reunions(gestes)[0]
    gestes.clic(vue(gestes).list.open_buttons[presente.id])
    premiere = vue(gestes).seance.decisions.rows[0]
    gestes.clic(premiere.remove)
    gestes.clic(vue(gestes).seance.delete)
    assert [r.id for r in reunions(gestes)] == [reunions(gestes)[0].id]
    assert vue(gestes).banner.action is not None
    gestes.clic(vue(gestes).banner.action)

    revenue = rendue(gestes, presente)
    assert [d.id for d in revenue.decisions] == [d.id for d in presente.decisions[1:]]


def test_changer_le_jour_change_les_faits_et_les_decisions_d_avant(gestes: Gestes) -> None:
    presente, passee = reunions(gestes)
    gestes.clic(vue(gestes).list.open_buttons[presente.id])
    assert len(vue(gestes).seance.rappels.rows) == len(passee.decisions)
    vue(gestes).seance.tenue_le.setDate(QDate(passee.tenue_le))
    gestes.attendre()

    assert vue(gestes).seance.rappels.rows == []
    assert not vue(gestes).seance.rappels.isVisible()


def test_une_decision_due_mene_de_l_accueil_a_sa_suite(gestes: Gestes) -> None:
    passee = reunions(gestes)[1]
    gestes.session.go("reunions", passee.decisions[0].id)
    gestes.attendre()
    ouverte = vue(gestes).seance.reunion
    assert ouverte is not None
    assert ouverte.id == reunions(gestes)[0].id, "la suivante, qui la rappelle"


def test_d_une_periode_on_ecrit_le_titre_et_les_decisions_viennent_des_reunions(
    gestes: Gestes,
) -> None:
    gestes.clic(vue(gestes).period)
    form = rapport(gestes).preparation
    assert form.reunion_id == ""
    assert form.instance.isVisible()
    gestes.clic(form.start)
    assert "nom de l’instance" in form._fields["instance"].fault

    form.source.setCurrentIndex(0)
    gestes.attendre()
    assert not form.instance.isVisible()
    assert form.destinataire.text() == "Structures présentes"
    form.source.setCurrentIndex(form.source.count() - 1)
    assert form.destinataire.text() == ""
    gestes.session.go("reunions")
    gestes.clic(vue(gestes).note)
    note = rapport(gestes).note
    assert note.objet.isVisible()
    assert "à peu près" in note.estimate.text()
    note.analyse.setPlainText("Un constat de plus, puis un autre. " * 200)
    gestes.attendre()
    assert "deux au plus" in note.estimate.text()


def test_sans_reunion_l_ecran_dit_quoi_faire(gestes: Gestes) -> None:
    for reunion in reunions(gestes):
        gestes.lire(lambda cahier, cle=reunion.id: cahier.delete_reunion(cle))
    gestes.session.go("reunions")
    gestes.attendre()
    gestes.clic(vue(gestes).empty.action)

    (premiere,) = reunions(gestes)
    assert premiere.decisions == ()
    assert vue(gestes).seance.rappels.rows == []
