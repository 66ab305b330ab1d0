"""Le dernier regard : généraliser d'un geste, passer le test de l'intrus, puis sortir."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from fenetres import MAINTENANT, fenetre
from gestes import Gestes
from tat_carnet.anonymisation.risque import Bilan, Cause, Isolement, Pas, Recoupement
from tat_carnet.ui.relecture.codes import RECONNAISSANCES
from tat_carnet.ui.relecture.remede import REDIRE, Remede, line_of
from tat_carnet.ui.widgets.basics import Button
from tat_carnet.usecases.demonstration import load_scenario
from tat_carnet.usecases.demonstration_relecture import relire_dossier

ENTREE = Qt.Key.Key_Return


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    """La démonstration, son compte-rendu lu en entier."""
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        gestes.session.go("compte_rendu")
        gestes.attendre()
        gestes.clic(page(gestes).preparation.start)
        relire_dossier(page(gestes)._dossier, load_scenario(MAINTENANT.date()))
        page(gestes).relecture.signed.emit()
        gestes.attendre()
        yield gestes


def page(gestes: Gestes) -> Any:
    return gestes.page("compte_rendu")


def essais(gestes: Gestes) -> list[tuple[bool, bool, bool]]:
    lus = gestes.lire(lambda cahier: cahier.essais_intrus())
    return [(e.famille, e.gardien, e.policier) for e in lus]


def test_trois_non_au_clavier_menent_a_la_sortie(gestes: Gestes) -> None:
    regard = page(gestes).regard
    assert not regard.confirm.isEnabled(), "signer dort tant qu'on n'a pas répondu"
    for _ in range(3):
        gestes.touche(Qt.Key.Key_N)
    assert regard.confirm.isEnabled()
    gestes.touche(ENTREE)

    assert page(gestes).stages.currentIndex() == 3
    assert essais(gestes) == [(False, False, False)]


@pytest.mark.parametrize("touche", [ENTREE, Qt.Key.Key_Space])
def test_une_touche_pressee_sans_y_penser_ne_repond_ni_ne_signe(
    gestes: Gestes, touche: Qt.Key
) -> None:
    """Contrôle positif, vu échouer : le curseur sur « Non », trois Espace répondaient partout."""
    for _ in range(6):
        gestes.touche(touche)
    assert [question.reconnu for question in page(gestes).regard.questions] == [None] * 3
    assert not page(gestes).regard.confirm.isEnabled()
    assert essais(gestes) == []


def test_o_dit_oui_et_une_reponse_choisie_ramene_a_la_question_suivante(gestes: Gestes) -> None:
    regard = page(gestes).regard
    gestes.touche(Qt.Key.Key_Tab)
    gestes.touche(Qt.Key.Key_Space)
    gestes.touche(Qt.Key.Key_Space)
    assert [question.reconnu for question in regard.questions] == [False, None, None]
    assert regard.questions[1].text.hasFocus()

    gestes.touche(Qt.Key.Key_O)
    assert [question.reconnu for question in regard.questions] == [False, True, None]


def test_une_touche_tenue_ne_repond_qu_a_une_question(gestes: Gestes) -> None:
    """Contrôle positif, vu échouer : sans regarder la répétition, N tenu répond trois fois."""
    regard = page(gestes).regard
    for repetee in (False, True, True):
        presse = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier, "n", repetee
        )
        QApplication.sendEvent(QApplication.focusWidget(), presse)
    assert [question.reconnu for question in regard.questions] == [False, None, None]


def test_le_document_se_lit_seul_sans_un_mot_brut(gestes: Gestes) -> None:
    texte = page(gestes).regard.document.text
    bruts = [e.passage.brut for e in page(gestes)._dossier.etapes if e.passage.termes_masques]

    assert "Rappel de confidentialité" in texte
    assert bruts
    assert not any(brut in texte for brut in bruts)


def test_un_oui_ramene_au_passage_et_s_inscrit(gestes: Gestes) -> None:
    regard, dossier = page(gestes).regard, page(gestes)._dossier
    gestes.clic(regard.questions[0].no)
    gestes.clic(regard.questions[1].yes)
    gestes.clic(regard.questions[2].no)
    assert not regard.confirm.isEnabled()
    assert essais(gestes) == [(False, True, False)]

    rang = next(i for i, e in enumerate(dossier.etapes) if e.fait and not e.ecartee)
    ligne = dossier.etapes[rang].passage.texte.splitlines()[0][:20]
    regard.document.editor.moveCursor(regard.document.editor.textCursor().MoveOperation.Start)
    assert regard.document.editor.find(ligne)
    gestes.clic(regard.passage)

    assert page(gestes).stages.currentWidget() is page(gestes).relecture
    assert page(gestes).relecture.etape is dossier.etapes[rang]
    assert not dossier.complet


def test_generaliser_d_un_geste_fait_relire_puis_disparait(gestes: Gestes) -> None:
    regard, dossier = page(gestes).regard, page(gestes)._dossier
    premier = regard.findings.rows.itemAt(1).widget()
    bouton = premier.findChildren(type(regard.confirm))[0]
    phrase = regard.findings.rows.itemAt(0).widget().text()
    gestes.clic(bouton)
    assert page(gestes).stages.currentWidget() is page(gestes).relecture
    assert not dossier.complet

    page(gestes).relecture.alerts.setFocus()
    for _ in range(len(dossier.etapes)):
        if dossier.complet:
            break
        gestes.touche(ENTREE)
    gestes.clic(page(gestes).relecture.foot.sign)
    textes = [
        regard.findings.rows.itemAt(i).widget().text()
        for i in range(regard.findings.rows.count())
        if hasattr(regard.findings.rows.itemAt(i).widget(), "text")
    ]
    assert phrase not in textes


def test_ce_qu_un_voisin_reconnaitrait_se_dit_et_ramene_au_passage(gestes: Gestes) -> None:
    """Le dossier relu sans rien élargir, et une phrase qui dit qui a parlé à l'équipe."""
    scenario = load_scenario(MAINTENANT.date())
    cle = next(iter(scenario.formulations))
    parlante = {**scenario.formulations, cle: "Des riverains nous l’ont dit."}
    gestes.clic(page(gestes).regard.back)
    page(gestes).relecture.left.emit()
    gestes.clic(page(gestes).preparation.start)
    dossier = page(gestes)._dossier
    tus = {fait: pas & {Pas.recit} for fait, pas in scenario.echelons.items()}
    relire_dossier(dossier, replace(scenario, echelons=tus, formulations=parlante))
    page(gestes).relecture.signed.emit()
    gestes.attendre()

    regard = page(gestes).regard
    lus = [regard.findings.rows.itemAt(i).widget() for i in range(regard.findings.rows.count())]
    phrases = [lu.text() for lu in lus if hasattr(lu, "text")]
    assert phrases[0].startswith("Quelqu’un est décrit"), "avant ce que seuls des codes isolent"
    assert any("; et " in phrase for phrase in phrases), "deux exemples, puis combien d'autres"
    rang = next(i for i, lu in enumerate(lus) if RECONNAISSANCES[Cause.source] in texte(lu))
    boutons = [lu.findChildren(type(regard.confirm))[0] for lu in lus[rang + 1 : rang + 3]]
    gestes_dits = [bouton.accessibleName() for bouton in boutons]
    assert gestes_dits == ["N’en dire que la nature", REDIRE], "la taire n'est pas perdre le fait"
    bouton = boutons[1]
    gestes.clic(bouton)

    assert page(gestes).stages.currentWidget() is page(gestes).relecture
    assert page(gestes).relecture.etape.fait.fait.id == cle


def texte(widget: Any) -> str:
    return widget.text() if hasattr(widget, "text") else ""


def test_une_ligne_ecrite_par_l_application_ramene_au_debut(gestes: Gestes) -> None:
    regard = page(gestes).regard
    gestes.clic(regard.questions[0].yes)
    regard.document.editor.moveCursor(regard.document.editor.textCursor().MoveOperation.Start)
    gestes.clic(regard.passage)

    assert page(gestes).relecture.etape is page(gestes)._dossier.etapes[0]


def test_revenir_a_la_relecture_n_oblige_a_rien(gestes: Gestes) -> None:
    gestes.clic(page(gestes).regard.back)

    assert page(gestes).stages.currentWidget() is page(gestes).relecture
    assert page(gestes)._dossier.complet


def test_un_fait_change_pendant_la_relecture_arrete_le_document(gestes: Gestes) -> None:
    """Jeté dans un autre écran, il ne sort ni n'arrête l'application : une phrase le dit."""
    signe, dossier = page(gestes), page(gestes)._dossier
    gestes.clic(signe.regard.back)
    gestes.lire(lambda cahier: cahier.discard_fait(dossier.lu.faits[0].id, MAINTENANT))
    signe.relecture.signed.emit()
    gestes.attendre()

    assert signe.stages.currentWidget() is signe.relecture
    assert "préparez ce document à nouveau" in signe.relecture.banner.text


def test_des_mots_a_taire_d_un_geste_et_des_faits_a_laisser_de_cote(gestes: Gestes) -> None:
    """Les faits qu'un même geste règle vont ensemble : vingt cartes ne se lisent pas."""
    regard, dossier = page(gestes).regard, page(gestes)._dossier
    un, autre, *_ = (e for e in dossier.exposes() if e.texte)
    tue = frozenset({Pas.recit})
    bilan = Bilan(
        isolements=(Isolement(frozenset({Pas.ensemble}), (un, autre)),),
        recoupements=(Recoupement(un, 1, tue), Recoupement(autre, 1, tue), Recoupement(un, 2)),
    )
    regard.show_dossier(dossier, bilan)
    gestes.attendre_que(lambda: regard.findings.findChildren(Remede)[-1].isVisible())
    boutons = [b for b in regard.risk.findChildren(Button) if b.isVisible()]
    assert [bouton.accessibleName() for bouton in boutons] == [
        "N’en dire que la nature, avec celles des autres",
        "Voir les 2 faits",
        "N’en dire que la nature",
        "Voir les 2 faits",
        "Laisser ce fait de côté",
    ]
    textes = " ".join(etiquette.text() for etiquette in regard.risk.findChildren(QLabel))
    assert "2 faits sont déjà sortis" in textes
    assert "La nature seule désigne quelqu’un" in textes

    next(b for b in boutons if b.accessibleName() == "N’en dire que la nature").click()
    gestes.attendre()
    tus = {etape.fait.fait.id for etape in dossier.etapes if etape.tue}
    assert {un.reference, autre.reference} <= tus


def deux_a_laisser(gestes: Gestes) -> tuple[Any, Any, Remede]:
    """Deux faits que le dernier regard ferait laisser de côté, ensemble."""
    regard, dossier = page(gestes).regard, page(gestes)._dossier
    un, autre, *_ = dossier.exposes()
    regard.show_dossier(dossier, Bilan(recoupements=(Recoupement(un, 1), Recoupement(autre, 2))))
    remede = regard.findings.rows.itemAt(1).widget()
    gestes.attendre_que(remede.isVisible)
    return un, autre, remede


def test_un_geste_de_groupe_montre_ses_faits_et_l_on_en_ote_un(gestes: Gestes) -> None:
    """Témoin (vu une fois) : le geste sans la liste laissait de côté les deux."""
    un, autre, remede = deux_a_laisser(gestes)
    assert remede.list.isVisible(), "ce qui s'en va se montre d'emblée"
    lignes = [remede.list.item(rang).text() for rang in range(2)]
    assert all(
        expose.lue().lieu in ligne for expose, ligne in zip((un, autre), lignes, strict=True)
    )
    assert remede.outcome.text().startswith("2 faits ne sortiront pas")

    remede.list.setFocus()
    gestes.touche(Qt.Key.Key_Space)
    assert remede.outcome.text() == (
        "1 fait ne sortira pas\u202f: ni ses mots, ni ses codes. 1 autre sortira tel quel."
    )
    gestes.touche(Qt.Key.Key_Down)
    gestes.touche(Qt.Key.Key_Space)
    assert not remede.act.isEnabled(), "rien n'est plus dans la liste"
    milieu = remede.list.visualItemRect(remede.list.item(1)).center()
    QTest.mouseClick(remede.list.viewport(), Qt.MouseButton.LeftButton, pos=milieu)
    gestes.clic(remede.act)
    ecartes = {expose.reference for expose in page(gestes)._dossier.exposes_ecartes()}
    assert autre.reference in ecartes
    assert un.reference not in ecartes


def test_ce_qu_on_a_laisse_de_cote_d_ici_se_reprend_d_ici(gestes: Gestes) -> None:
    regard, dossier = page(gestes).regard, page(gestes)._dossier
    avant = len(dossier.exposes())
    _, _, remede = deux_a_laisser(gestes)
    gestes.clic(remede.act)
    gestes.attendre()
    assert len(dossier.exposes()) == avant - 2
    assert "laissé 2 faits de côté" in regard.findings.rows.itemAt(0).widget().text()

    reprise = regard.findings.rows.itemAt(1).widget()
    gestes.clic(reprise.see)
    assert reprise.list.count() == 2
    gestes.clic(reprise.act)
    gestes.attendre()
    assert len(dossier.exposes()) == avant
    assert page(gestes).stages.currentWidget() is regard


def test_un_fait_dit_avec_les_autres_se_reconnait_quand_meme_dans_la_liste(gestes: Gestes) -> None:
    """Vu échouer : sans lieu ni période à lire, la liste levait une erreur au lieu de s'ouvrir."""
    expose = page(gestes)._dossier.exposes()[0]
    ensemble = replace(expose, pas=frozenset({Pas.ensemble}))
    assert line_of(ensemble) == line_of(replace(expose, pas=frozenset()))
