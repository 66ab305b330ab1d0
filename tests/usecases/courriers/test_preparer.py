"""Préparer : les faits qu'un modèle appelle, ceux qui n'entrent pas et pourquoi, à qui écrire."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tat_carnet.domain.civilite import TitreFonction
from tat_carnet.domain.fait import Tournee
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.domain.vocabulaire import Famille, Moment, TypeFait, TypePartenaire
from tat_carnet.store.cahier import CahierOuvert, open_demo
from tat_carnet.usecases.courriers.aiguillage import (
    CONSEILS,
    HORS_OUTIL,
    QUESTIONS,
    Question,
    noter_hors_outil,
    suivante,
)
from tat_carnet.usecases.courriers.preparer import (
    ebaucher,
    noms_des_modeles,
    proposer_faits,
    readresser,
)
from usecases.courriers.aides import BAILLEUR, FAITS, JEUDI, PLACE, VILLE, fait, remplir

BAILLEUR_MODELE = "bailleur_parties_communes"


@pytest.fixture
def pret(tmp_path: Path) -> Iterator[CahierOuvert]:
    with open_demo(tmp_path) as cahier:
        remplir(cahier)
        yield cahier


def test_les_trois_questions_se_suivent_et_un_mineur_arrete_tout() -> None:
    assert suivante(Question.peril) is Question.mineur
    assert suivante(Question.mineur) is Question.foyer
    assert suivante(Question.foyer) is None
    assert set(QUESTIONS) == set(CONSEILS) == set(Question)
    assert [n for n, _ in CONSEILS[Question.peril].numeros] == ["15", "17", "18", "112", "114"]
    assert [n for n, _ in CONSEILS[Question.mineur].numeros] == ["119", "CRIP"]
    assert [q for q in Question if CONSEILS[q].arrete] == [Question.mineur]
    assert "procureur" in CONSEILS[Question.mineur].texte


def test_transmis_hors_outil_ne_garde_que_sa_date(pret: CahierOuvert) -> None:
    noter_hors_outil(pret, JEUDI)

    (trace,) = pret.courriers()
    assert (trace.modele, trace.cree_le) == (HORS_OUTIL, JEUDI)
    assert (trace.faits, trace.objet, trace.destinataire_id, trace.demandes) == ((), "", None, ())


def test_le_bailleur_du_lieu_est_propose_le_premier(pret: CahierOuvert) -> None:
    """Contrôle positif, vu échouer : ignorer `bailleur_id`."""
    autre = replace(BAILLEUR, nom="Zénith Logis", competences=(), id="zenith")
    pret.save_partenaires([autre])
    jour = JEUDI.date()
    avant = proposer_faits(pret, BAILLEUR_MODELE, jour).propositions
    assert avant[0].partenaire.id == BAILLEUR.id

    pret.save_site(replace(PLACE, bailleur_id="zenith"))

    apres = proposer_faits(pret, BAILLEUR_MODELE, jour).propositions
    assert [p.partenaire.id for p in apres][:2] == ["zenith", BAILLEUR.id]
    assert len(apres) <= 3
    assert "bailleur" in apres[0].raison


def test_la_liste_des_modeles_est_close() -> None:
    assert list(noms_des_modeles()) == [
        "bailleur_parties_communes",
        "ville_traces",
        "education_decrochage",
        "prefet_clspd_tensions",
        "sante_produits",
        "soutien_familles",
    ]


def test_les_faits_assez_solides_viennent_d_abord_les_autres_disent_pourquoi(
    pret: CahierOuvert,
) -> None:
    choix = proposer_faits(pret, BAILLEUR_MODELE, JEUDI.date())

    assert [p.fait.id for p in choix.faits if not p.refus] == ["lumiere", "porte"]
    refus = {p.fait.id: p.refus for p in choix.faits if p.refus}
    assert set(refus) == {"rumeur", "rapporte", "foyer"}
    assert "foyers" in refus["foyer"]
    assert [(site.id, combien) for site, combien in choix.lieux] == [(PLACE.id, 2)]


def test_l_effort_est_celui_des_secteurs_et_de_la_periode(pret: CahierOuvert) -> None:
    """Contrôle positif, vu échouer : compter toutes les tournées, d'où qu'elles soient."""
    pret.save_tournee(Tournee(JEUDI.date(), Moment.soiree, "Sud"))
    choix = proposer_faits(pret, BAILLEUR_MODELE, JEUDI.date())

    assert choix.effort({"Nord"}) == 2
    assert choix.effort({"Nord", "Sud"}) == 3
    assert choix.effort({"Nord"}, JEUDI.date() - timedelta(days=2)) == 1


def test_la_periode_se_choisit_et_un_fait_deja_cite_reste_propose(pret: CahierOuvert) -> None:
    """Une relance reprend des faits de plus de deux mois : les perdre viderait la lettre."""
    pret.save_fait(replace(FAITS[0], id="vieux", instant=JEUDI - timedelta(days=70)))
    jour = JEUDI.date()

    def proposes(**demande: Any) -> set[str]:
        return {p.fait.id for p in proposer_faits(pret, BAILLEUR_MODELE, jour, **demande).faits}

    assert "vieux" not in proposes()
    assert "vieux" in proposes(jours=90)
    assert proposes(jours=5) & {"porte", "lumiere"} == {"lumiere"}
    assert "vieux" in proposes(cites=("vieux", "lumiere", "efface"))


def test_un_fait_trop_vieux_ou_d_une_autre_famille_n_est_pas_propose(pret: CahierOuvert) -> None:
    pret.save_fait(replace(FAITS[0], id="vieux", instant=JEUDI - timedelta(days=61)))
    pret.save_fait(fait("ecole", "Sans place.", type=TypeFait.sans_affectation))

    ids = {p.fait.id for p in proposer_faits(pret, BAILLEUR_MODELE, JEUDI.date()).faits}
    assert ids == {f.id for f in FAITS}


def test_le_destinataire_propose_est_de_ceux_du_modele(pret: CahierOuvert) -> None:
    choix = proposer_faits(pret, BAILLEUR_MODELE, JEUDI.date())
    assert choix.propositions[0].partenaire == BAILLEUR
    sans_faits = proposer_faits(pret, "soutien_familles", JEUDI.date())
    assert {p.partenaire.id for p in sans_faits.propositions} <= {BAILLEUR.id, VILLE.id}
    loin = replace(BAILLEUR, territoire="Le Canal")
    pret.save_partenaires([loin])
    defaut = proposer_faits(pret, BAILLEUR_MODELE, JEUDI.date()).propositions[0]
    assert defaut.raison == "le modèle s’adresse à lui"


def test_trois_structures_se_proposent_celles_du_modele_d_abord(pret: CahierOuvert) -> None:
    """Contrôle positif, vu échouer : s'en tenir aux destinataires du modèle."""
    mediation = Partenaire(
        "Médiation", TypePartenaire.mediation, competences=(Famille.traces,), id="mediation"
    )
    pret.save_partenaires([mediation, replace(mediation, nom="Loin", territoire="Sud", id="loin")])

    choix = proposer_faits(pret, BAILLEUR_MODELE, JEUDI.date())

    proposes = [p.partenaire.id for p in choix.propositions]
    assert proposes[0] == BAILLEUR.id
    assert set(proposes) == {BAILLEUR.id, VILLE.id, "mediation"}


def test_les_destinataires_suivent_les_faits_coches(pret: CahierOuvert) -> None:
    pret.save_partenaires([replace(BAILLEUR, nom="Zénith Logis", id="zenith")])
    pret.save_site(replace(PLACE, libelle_public="Quai", bailleur_id="zenith", id="quai"))
    pret.save_fait(fait("quai", "Panne.", site_id="quai"))
    choix = proposer_faits(pret, BAILLEUR_MODELE, JEUDI.date())

    coches = readresser(choix, BAILLEUR_MODELE, ("lumiere",), JEUDI.date())
    assert coches[0].partenaire.id != "zenith"
    au_quai = readresser(choix, BAILLEUR_MODELE, ("quai",), JEUDI.date())
    assert au_quai[0].partenaire.id == "zenith"
    assert readresser(choix, BAILLEUR_MODELE, (), JEUDI.date()) == choix.propositions


@pytest.mark.parametrize(
    "coches",
    [("lumiere",), ()],
)
def test_l_ebauche_porte_l_objet_les_demandes_datees_et_la_disponibilite(
    pret: CahierOuvert, coches: tuple[str, ...]
) -> None:
    """L'objet n'y nomme aucun lieu : la lettre y met ceux de son corps, une fois relus."""
    choix = proposer_faits(pret, BAILLEUR_MODELE, JEUDI.date())
    brouillon = ebaucher(choix, BAILLEUR_MODELE, JEUDI, coches, BAILLEUR.id)

    assert brouillon.objet == "Parties communes"
    assert all(d.echeance and d.echeance > JEUDI.date() for d in brouillon.demandes)
    assert brouillon.disponibilite


ASE = Partenaire("Département, MDS", TypePartenaire.departement_ase, id="ase")


@pytest.mark.parametrize("type_fait", [TypeFait.deuil, TypeFait.conflit_usage])
def test_ce_qui_touche_une_famille_ne_va_pas_d_abord_a_qui_la_loge(
    pret: CahierOuvert, type_fait: TypeFait
) -> None:
    """Trouvé le 26 novembre : un deuil et une poubelle étaient proposés au bailleur du hall.

    Témoin (vu une fois) : sans le tri par l'ordre du modèle, les deux échouent.
    """
    pret.save_partenaires([ASE])
    pret.save_site(replace(PLACE, bailleur_id=BAILLEUR.id))
    pret.save_fait(fait("choc", "Une famille fait face.", type=type_fait))

    proposes = proposer_faits(pret, "soutien_familles", JEUDI.date()).propositions

    assert [p.partenaire.id for p in proposes] == ["ase", BAILLEUR.id, VILLE.id]


def test_sans_departement_a_l_annuaire_le_bailleur_ne_passe_pas_devant(pret: CahierOuvert) -> None:
    pret.save_fait(fait("choc", "Une famille fait face.", type=TypeFait.demande_relogement))

    proposes = proposer_faits(pret, "soutien_familles", JEUDI.date()).propositions

    assert proposes[0].partenaire.id == VILLE.id
    assert BAILLEUR.id in {p.partenaire.id for p in proposes}


def test_le_modele_de_la_ville_propose_le_caarud_en_copie(pret: CahierOuvert) -> None:
    choix = proposer_faits(pret, "ville_traces", JEUDI.date())
    assert ebaucher(choix, "ville_traces", JEUDI, (), None).copies == ("caarud",)
    assert TitreFonction.aucun is VILLE.titre
