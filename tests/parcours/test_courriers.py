"""L'alerte du jeudi 17 h 40, du premier clic au registre ; ce qui revient ; ce qu'on rectifie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from fenetres import fenetre
from gestes import Gestes
from tat_carnet.domain.courrier import Courrier, Demande
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.partenaire import FiltreAnnuaire, Partenaire
from tat_carnet.domain.vocabulaire import (
    Attestation,
    Evolution,
    Profil,
    StatutCourrier,
    TypePartenaire,
)
from tat_carnet.ui.annuaire.view import AnnuaireView
from tat_carnet.ui.aujourdhui.view import AujourdhuiView
from tat_carnet.ui.courriers.view import CourriersView
from tat_carnet.usecases import demonstration_annuaire
from tat_carnet.usecases.courriers.aiguillage import HORS_OUTIL
from tat_carnet.usecases.ports import Cahier

JEUDI = datetime(2026, 11, 19, 17, 40)
CLICS_AU_PLUS = 25
S = StatutCourrier


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gestes]:
    """La démonstration, le jeudi à 17 h 40, vide de courriers ; deux faits y sont déjà relus."""
    monkeypatch.setattr(demonstration_annuaire, "courriers", lambda *_: ())
    with fenetre(qtbot, tmp_path, demo=True, maintenant=JEUDI) as gestes:
        gestes.window.resize(1366, 768)
        gestes.lire(preparer)
        yield gestes


def preparer(cahier: Cahier) -> None:
    """Deux faits du square ont été relus la veille, pour une institution : tout est prêt."""
    mots = iter(("Une dizaine de seringues sous le banc.", "Du matériel près des jeux."))
    for fait in cahier.faits(Filtre(texte="square"), 60):
        if fait.type == "materiel_injection" and fait.attestation in ("atteste", "observe"):
            formulation = next(mots, None)
            if formulation is None:
                return
            cahier.save_fait(fait.relu(formulation, JEUDI, Profil.institution))


def page(gestes: Gestes) -> CourriersView:
    view = gestes.page("courriers")
    assert isinstance(view, CourriersView)
    return view


def courriers(gestes: Gestes) -> list[Courrier]:
    return list(gestes.lire(lambda cahier: cahier.courriers()))


def ouvrir(gestes: Gestes, *ou: str) -> CourriersView:
    """L'écran des courriers, rempli."""
    gestes.session.go("courriers", *ou)
    gestes.attendre()
    return page(gestes)


def s_orienter(gestes: Gestes) -> CourriersView:
    """Alerter, et trois « non » : ni péril, ni mineur précis, ni foyer reconnaissable."""
    view = ouvrir(gestes, "alerter")
    for _ in range(3):
        gestes.clic(view.aiguillage.no)
    return view


def commencer(gestes: Gestes) -> CourriersView:
    """Une lettre à la ville sur des traces, prête à écrire."""
    view = s_orienter(gestes)
    gestes.clic(view.redaction.models["ville_traces"])
    return view


def lire_la_pile(gestes: Gestes) -> None:
    """Lit chaque passage : Entrée accepte une alerte, ou dit « lu »."""
    relecture = page(gestes).relecture
    for _ in range(40):
        if relecture.foot.sign.isVisible() and relecture.foot.sign.isEnabled():
            return
        gestes.touche(Qt.Key.Key_Return)
    raise AssertionError("la pile ne finit pas")


def alerter(gestes: Gestes) -> Courrier:
    """De l'accueil au registre."""
    accueil = gestes.page("aujourdhui")
    assert isinstance(accueil, AujourdhuiView)
    gestes.clic(accueil.alerter)
    view = page(gestes)
    for _ in range(3):
        gestes.clic(view.aiguillage.no)
    gestes.clic(view.redaction.models["ville_traces"])
    for box in coches(view):
        gestes.clic(box)
    gestes.clic(view.redaction.start)
    lire_la_pile(gestes)
    gestes.clic(view.relecture.foot.sign)
    gestes.attendre_que(view.regard.confirm.isVisible)
    for question in view.regard.questions:
        gestes.clic(question.no)
    gestes.clic(view.regard.confirm)
    gestes.clic(view.sortie.write)
    gestes.attendre_que(lambda: not view.sortie.result.isHidden())
    gestes.attendre()
    (courrier,) = courriers(gestes)
    return courrier


def coches(view: CourriersView) -> list[object]:
    """Les cases des deux faits relus."""
    choix = view.redaction._choix
    assert choix is not None
    boxes = view.redaction.facts.boxes
    prets = [p.fait.id for p in choix.citables if p.fait.relu_le and p.fait.id in boxes]
    return [boxes[fait_id] for fait_id in prets[:2]]


def test_trois_touches_sans_y_penser_ne_repondent_a_rien(gestes: Gestes) -> None:
    """Témoin : rendre le curseur au bouton « Non » fait échouer cet essai (vu une fois)."""
    view = ouvrir(gestes, "alerter")
    for _ in range(3):
        gestes.touche(Qt.Key.Key_Space)
    assert view.aiguillage.isVisible()
    assert view.aiguillage.rank.text().startswith("Avant d’écrire, question 1")
    for _ in range(3):
        gestes.touche(Qt.Key.Key_N)
    assert not view.aiguillage.isVisible()


def test_un_oui_au_clavier_montre_qui_appeler(gestes: Gestes) -> None:
    view = ouvrir(gestes, "alerter")
    gestes.touche(Qt.Key.Key_O)
    assert view.aiguillage.advice.isVisible()


def test_l_alerte_du_jeudi_17_h_40_tient_en_vingt_cinq_clics(
    gestes: Gestes, tmp_path: Path
) -> None:
    gestes.actions = 0
    courrier = alerter(gestes)
    view = page(gestes)

    assert courrier.statut is S.valide
    assert courrier.reference == "2026-001"
    assert {chemin.suffix for chemin in tmp_path.glob("courrier-2026-001.*")} == {".pdf", ".odt"}

    gestes.clic(view.sortie.done)
    assert "Envoyé" in view.banner.text
    gestes.clic(view.registre.buttons[courrier.id, "Envoyé"])
    (envoye,) = courriers(gestes)
    assert envoye.statut is S.envoye
    assert gestes.actions <= CLICS_AU_PLUS, gestes.actions


def test_un_peril_montre_d_abord_les_numeros(gestes: Gestes) -> None:
    view = ouvrir(gestes, "alerter")
    gestes.clic(view.aiguillage.yes)
    montres = [view.aiguillage.advice_rows.itemAt(i).widget() for i in range(7)]
    dits = " ".join(w.text() for w in montres if hasattr(w, "text"))
    for numero in ("15", "17", "18", "112", "114"):
        assert numero in dits


def test_un_mineur_precis_arrete_le_courrier_et_ne_laisse_qu_une_date(gestes: Gestes) -> None:
    view = ouvrir(gestes, "alerter")
    gestes.clic(view.aiguillage.no)
    gestes.clic(view.aiguillage.yes)
    gestes.clic(view.aiguillage.go_on)

    (trace,) = courriers(gestes)
    assert (trace.modele, trace.faits, trace.objet) == (HORS_OUTIL, (), "")
    assert not view.redaction.isVisible()
    assert "hors outil" in view.banner.text


def test_une_lettre_sans_fait_le_dit_sur_place(gestes: Gestes) -> None:
    view = s_orienter(gestes)
    gestes.clic(view.redaction.start)
    assert "modèle" in view.redaction.banner.text
    gestes.clic(view.redaction.models["ville_traces"])
    gestes.clic(view.redaction.start)
    assert "au moins un fait" in view.redaction.banner.text
    view.redaction.recipient.choose(None)
    gestes.clic(coches(view)[0])  # type: ignore[arg-type]
    gestes.clic(view.redaction.start)
    assert "à qui" in view.redaction.fields["destinataire_id"].fault


def test_une_adresse_qui_manque_mene_a_sa_fiche_et_la_lettre_attend(gestes: Gestes) -> None:
    nue = Partenaire("Régie nue", TypePartenaire.ville, id="nue")
    gestes.lire(lambda cahier: cahier.save_partenaires([nue]))
    view = commencer(gestes)
    gestes.clic(coches(view)[0])  # type: ignore[arg-type]
    view.redaction.recipient.choose("nue")
    gestes.clic(view.redaction.start)
    assert "adresse postale" in view.redaction.fields["destinataire_id"].fault
    assert view.banner.action is not None
    gestes.clic(view.banner.action)
    annuaire = gestes.page("annuaire")
    assert isinstance(annuaire, AnnuaireView)
    assert annuaire.fiche.name.text() == "Régie nue"

    ouvrir(gestes)
    assert view.redaction.isVisible()
    assert len(view.redaction.facts.ticked) == 1


def test_un_brouillon_se_garde_et_se_reprend(gestes: Gestes) -> None:
    view = commencer(gestes)
    gestes.clic(coches(view)[0])  # type: ignore[arg-type]
    gestes.clic(view.redaction.keep)
    (garde,) = courriers(gestes)
    assert len(garde.faits) == 1

    gestes.clic(view.registre.buttons[garde.id, "Reprendre"])
    assert view.redaction.facts.boxes[garde.faits[0]].isChecked()
    assert view.redaction.objet.text() == garde.objet


def envoye(cahier: Cahier) -> None:
    """Un courrier parti il y a dix jours, qui cite un fait du cahier."""
    fait = cahier.faits(Filtre(attestation=Attestation.atteste), 1)[0]
    courrier = Courrier(
        "ville_traces",
        cahier.partenaires(FiltreAnnuaire(type=TypePartenaire.ville), 1)[0].id,
        faits=(fait.id,),
        objet="Matériel",
        cree_le=JEUDI - timedelta(days=20),
        id="c1",
    )
    for statut in (S.relu, S.valide, S.envoye):
        courrier = courrier.passer(statut, JEUDI - timedelta(days=20))
    cahier.give_reference(courrier, 2026)


def test_le_registre_dit_demandes_et_copies_et_montre_les_plus_anciens(gestes: Gestes) -> None:
    """Contrôle positif, vu échouer : ne montrer que les soixante derniers, sans le dire."""

    def ecrire(cahier: Cahier) -> None:
        caarud = cahier.partenaires(FiltreAnnuaire(type=TypePartenaire.caarud_csapa_cjc), 1)[0]
        demande = Demande("Réparer l’éclairage.", JEUDI.date() + timedelta(days=7))
        for rang in range(61):
            cahier.save_courrier(
                Courrier("ville_traces", None, copies=(caarud.id,), demandes=(demande,),
                         cree_le=JEUDI, id=f"n{rang}")
            )  # fmt: skip

    gestes.lire(ecrire)
    registre = ouvrir(gestes).registre
    montrees = [w.text() for w in registre.findChildren(QLabel)]
    assert "Demandes : réparer l’éclairage, avant le jeudi 26 novembre" in montrees
    assert "Copie : CAARUD La Passerelle" in montrees
    assert ("n0", "Reprendre") not in registre.buttons
    gestes.clic(registre.older)
    assert ("n0", "Reprendre") in registre.buttons
    assert not registre.older.isVisible()


def test_une_reponse_s_inscrit_et_donne_un_delai(gestes: Gestes) -> None:
    gestes.lire(envoye)
    view = ouvrir(gestes)
    gestes.clic(view.registre.buttons["c1", "Réponse reçue"])
    gestes.clic(view.registre.answer.save)

    assert "20 jours" in view.banner.text
    assert view.registre.barometre.isVisible()
    assert view.registre.barometre.table.item(0, 4).text() == "20 jours"
    assert "20 jours" in view.registre.barometre.bars.accessibleName()

    gestes.clic(view.registre.buttons["c1", "Effet observé"])
    gestes.clic(view.registre.effect.save)
    assert "mieux, pareil ou pire" in view.registre.effect.evolution_field.fault
    gestes.clic(view.registre.effect.evolution.button(Evolution.mieux))
    gestes.clic(view.registre.effect.save)
    assert view.registre.barometre.table.item(0, 5).text() == "1 mieux"
    assert next(c for c in courriers(gestes) if c.id == "c1").statut is S.suivi_effet


def test_l_effet_se_fonde_sur_les_tournees_d_apres_l_envoi(gestes: Gestes) -> None:
    """Cochées d'avance, elles se décochent ; ce qui reste se lit au registre."""
    gestes.lire(envoye)
    view = ouvrir(gestes)
    gestes.clic(view.registre.buttons["c1", "Effet observé"])
    form = view.registre.effect
    vues = len(form.boxes)
    assert vues > 2
    assert "Avant" in form.before.text()
    gestes.clic(form.rounds.toggle)
    gestes.clic(form.boxes[0][0])
    gestes.clic(form.evolution.button(Evolution.pareil))
    gestes.clic(form.save)

    (effet,) = next(c for c in courriers(gestes) if c.id == "c1").observes
    assert (effet.evolution, len(effet.tournees)) == (Evolution.pareil, vues - 1)
    assert view.registre.barometre.table.item(0, 5).text() == "1 pareil"


def test_un_lieu_et_une_periode_choisis_gardent_ce_qui_est_coche_et_ecrit(gestes: Gestes) -> None:
    view = commencer(gestes)
    form = view.redaction
    (coche, _) = coches(view)
    gestes.clic(coche)  # type: ignore[arg-type]
    form.objet.setFocus()
    gestes.texte("!")
    autre = next(
        rang for rang in range(1, form.facts.site.count())
        if "Square" not in form.facts.site.itemText(rang)
    )  # fmt: skip
    form.facts.site.setCurrentIndex(autre)
    assert not coche.isVisible()  # type: ignore[attr-defined]
    assert form.facts.summary.text() == "1 fait coché"
    form.facts.period.setCurrentIndex(3)
    gestes.attendre()

    assert form.facts.days == 182
    assert len(form.facts.ticked) == 1
    assert form.objet.text().endswith("!")


def test_une_piece_jointe_se_lit_et_s_imprime(gestes: Gestes, tmp_path: Path) -> None:
    view = commencer(gestes)
    for box in coches(view):
        gestes.clic(box)  # type: ignore[arg-type]
    view.redaction.pieces.setPlainText("Plan du square")
    gestes.clic(view.redaction.start)
    assert "Pièce jointe" in [etape.titre for etape in view.relecture._dossier.etapes]
    lire_la_pile(gestes)
    gestes.passer_le_regard(view)
    gestes.clic(view.sortie.write)
    gestes.attendre_que(lambda: not view.sortie.result.isHidden())

    (ecrite,) = PdfReader(tmp_path / "courrier-2026-001.pdf").pages
    assert "Pièce jointe : Plan du square" in " ".join(ecrite.extract_text().split())


def test_une_echeance_passee_propose_sa_relance_toute_prete(gestes: Gestes) -> None:
    gestes.lire(envoye)
    view = ouvrir(gestes)
    relance = next(c for c in courriers(gestes) if c.relance_de == "c1")
    gestes.clic(view.registre.buttons[relance.id, "relance"])

    assert view.redaction.isVisible()
    assert view.redaction.objet.text().startswith("Relance de notre courrier 2026-001")


def test_un_fait_infirme_propose_le_rectificatif(gestes: Gestes) -> None:
    gestes.lire(envoye)

    def infirmer(cahier: Cahier) -> None:
        fait = cahier.fait(cahier.courrier("c1").faits[0])
        infirme = replace(fait, attestation=Attestation.infirme, reunion_le=JEUDI.date())
        cahier.save_fait(infirme)

    gestes.lire(infirmer)
    view = ouvrir(gestes)
    gestes.clic(view.registre.buttons["c1", "rectifier"])

    assert view.redaction.objet.text() == "Rectificatif à notre courrier 2026-001"
    assert not view.redaction.facts.isVisible()
    assert any(c.rectifie == "c1" for c in courriers(gestes))


def test_l_accueil_dit_ce_qui_attend_une_relance(gestes: Gestes) -> None:
    gestes.lire(envoye)
    gestes.session.go("aujourdhui")
    gestes.attendre()
    accueil = gestes.page("aujourdhui")
    assert isinstance(accueil, AujourdhuiView)
    assert any("sans réponse" in texte for texte in accueil.todo.texts)
