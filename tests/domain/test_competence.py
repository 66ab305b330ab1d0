"""Trois destinataires pour un type de fait et un lieu, et pourquoi eux."""

from __future__ import annotations

from datetime import date

from tat_carnet.domain.competence import proposer_destinataires
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.domain.vocabulaire import Famille, TypeFait, TypePartenaire

JOUR = date(2026, 11, 21)
LIEUX = ("Hall A", "", "Aubépines-Haut")


def structure(nom: str, nature: TypePartenaire, **champs: object) -> Partenaire:
    return Partenaire(nom, nature, **champs)  # type: ignore[arg-type]


BAILLEUR = structure("Agence", TypePartenaire.bailleur, territoire="Aubépines-Haut")
BAILLEUR_AILLEURS = structure("Loin", TypePartenaire.bailleur, territoire="Le Canal")
BAILLEUR_PARTOUT = structure("Siège", TypePartenaire.bailleur, verifie_le=JOUR)
VILLE = structure("Mairie", TypePartenaire.ville)
MEDIATION = structure("Médiation", TypePartenaire.mediation)
RECHERCHE = structure("Laboratoire", TypePartenaire.recherche)
HABITANTS = structure(
    "Collectif", TypePartenaire.association_habitants, competences=(Famille.espaces,)
)


def noms(type_fait: TypeFait, *structures: Partenaire) -> list[str]:
    proposes = proposer_destinataires(structures, type_fait, LIEUX, JOUR)
    return [proposition.partenaire.nom for proposition in proposes]


def test_le_plus_proche_de_l_action_vient_d_abord_et_une_nature_une_fois() -> None:
    assert noms(
        TypeFait.bruit, VILLE, BAILLEUR_PARTOUT, MEDIATION, BAILLEUR, BAILLEUR_AILLEURS, RECHERCHE
    ) == ["Agence", "Mairie", "Médiation"]


def test_qui_n_y_intervient_pas_ou_n_y_peut_rien_n_est_pas_propose() -> None:
    assert noms(TypeFait.bruit, BAILLEUR_AILLEURS, RECHERCHE) == []


def test_ce_que_la_fiche_declare_compte_autant_que_sa_nature() -> None:
    assert noms(TypeFait.bruit, HABITANTS) == ["Collectif"]
    assert noms(TypeFait.deuil, HABITANTS) == []


def test_une_seconde_structure_de_meme_nature_complete_si_besoin() -> None:
    assert noms(TypeFait.bruit, BAILLEUR_PARTOUT, BAILLEUR) == ["Agence", "Siège"]


def test_a_egalite_l_ordre_alphabetique() -> None:
    autre = structure("Zone", TypePartenaire.ville)
    assert noms(TypeFait.bruit, autre, VILLE) == ["Mairie", "Zone"]


def test_certains_faits_appellent_d_autres_que_leur_famille() -> None:
    caarud = structure("CAARUD", TypePartenaire.caarud_csapa_cjc)
    assert noms(TypeFait.materiel_injection, VILLE, caarud) == ["CAARUD", "Mairie"]
    assert noms(TypeFait.dechets, VILLE, caarud) == ["Mairie", "CAARUD"]


def test_la_raison_se_dit_en_une_phrase() -> None:
    proposes = proposer_destinataires(
        [BAILLEUR, BAILLEUR_PARTOUT, HABITANTS], TypeFait.bruit, LIEUX, JOUR
    )
    assert [proposition.raison for proposition in proposes] == [
        "compétent d’ordinaire (bailleur) ; intervient sur Aubépines-Haut ; fiche à vérifier",
        "sa fiche dit : espaces partagés ; intervient partout ; fiche à vérifier",
        "compétent d’ordinaire (bailleur) ; intervient partout ; fiche vérifiée",
    ]
