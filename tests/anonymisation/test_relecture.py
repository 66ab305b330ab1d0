"""Le sas : rien ne sort tant qu'une alerte attend, ni une rumeur, ni un fait infirmé.

Témoin : ôter la vérification de `Passage.signer` fait échouer
`test_signer_est_impossible_tant_qu_une_alerte_attend` (vu une fois).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tat_carnet.anonymisation.relecture import (
    Origine,
    StatutAlerte,
    relire_lieux,
    relire_structure,
    relire_texte,
)
from tat_carnet.anonymisation.relecture_fait import RelectureFait
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import ErreurConnue, RelectureIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.vocabulaire import (
    Attestation,
    Gravite,
    TailleGroupe,
    TypeFait,
    TypeSite,
    Urgence,
)

SITE = Site("Place haute", "Centre", TypeSite.autre, id="site")
GARAGE = Site("Garage de Karim", "Centre", TypeSite.commerces, id="site")
TYPE = next(t for t in TypeFait if t is not TypeFait.autre)


def fait(texte: str = "vu Karim ce soir", **champs: object) -> Fait:
    base = Fait(
        datetime(2026, 11, 17, 21, 0), site_id="site", type=TYPE, texte_brut=TexteBrut(texte)
    )
    return replace(base, **champs)  # type: ignore[arg-type]


def tout_accepter(relecture: RelectureFait) -> RelectureFait:
    for _, passage in relecture.passages:
        while (rang := passage.prochaine()) is not None:
            passage.accepter(rang)
    return relecture


def test_signer_est_impossible_tant_qu_une_alerte_attend() -> None:
    passage = relire_texte("vu Karim et Inès")
    passage.accepter(0)
    assert not passage.complete
    with pytest.raises(RelectureIncomplete) as erreur:
        passage.signer(3)
    assert (erreur.value.passage, erreur.value.alerte) == (3, 1)
    passage.accepter(1)
    assert passage.complete
    assert "Karim" not in str(passage.signer())
    assert "Inès" not in str(passage.signer())


@pytest.mark.usefixtures("recits_entiers")
def test_un_fait_se_signe_quand_chaque_passage_est_relu() -> None:
    relecture = RelectureFait(fait(gravite=Gravite.gene, quantite=3), GARAGE)
    assert [nom for nom, _ in relecture.passages] == ["Formulation", "Lieu"]
    with pytest.raises(RelectureIncomplete) as erreur:
        relecture.signer()
    assert erreur.value.passage == 0
    relecture.passages[0][1].accepter(0)
    with pytest.raises(RelectureIncomplete) as erreur:
        relecture.signer()
    assert erreur.value.passage == 1
    relu = tout_accepter(relecture).signer()
    assert relecture.complete
    assert "Karim" not in f"{relu.formulation} {relu.lieu}"
    assert (relu.quantite, relu.gravite) == (3, Gravite.gene)
    assert str(relu.libelle_type)
    assert relecture.termes_masques == {"Karim"}


def test_un_libelle_autre_se_relit_comme_le_reste() -> None:
    autre = fait("rien", type=TypeFait.autre, libelle_autre="fête de Karim")
    relecture = RelectureFait(autre, SITE)
    assert [nom for nom, _ in relecture.passages] == ["Formulation", "Lieu", "Libellé"]
    assert not relecture.complete
    assert "Karim" not in str(tout_accepter(relecture).signer().libelle_type)


@pytest.mark.parametrize(
    ("attestation", "mot"), [(Attestation.rumeur, "rumeur"), (Attestation.infirme, "infirmé")]
)
def test_une_rumeur_et_un_fait_infirme_ne_sortent_pas(attestation: Attestation, mot: str) -> None:
    """Témoin : le même fait, observé, se signe."""
    relecture = tout_accepter(
        RelectureFait(fait(attestation=attestation, reunion_le=date(2026, 11, 18)), SITE)
    )
    assert not relecture.complete
    with pytest.raises(ErreurConnue, match=mot):
        relecture.signer()
    assert tout_accepter(RelectureFait(fait(), SITE)).signer()


def test_une_formulation_deja_relue_sert_de_depart_et_se_relit() -> None:
    relu = fait(formulation="un jeune attend Zorhab", relu_le=datetime(2026, 11, 18))
    _, passage = RelectureFait(relu, SITE, ["attend"]).passages[0]
    assert passage.texte == "un jeune attend Zorhab"
    assert [(a.terme, a.origine, a.statut) for a in passage.alertes] == [
        ("Karim", Origine.reprise, StatutAlerte.acceptee),
        ("attend", Origine.saisie, StatutAlerte.en_attente),
        ("Zorhab", Origine.saisie, StatutAlerte.en_attente),
    ]
    jamais_relu = fait(formulation="un jeune attend")
    assert "attend" not in RelectureFait(jamais_relu, SITE).passages[0][1].texte


def test_un_lieu_relu_une_fois_sert_a_plusieurs_faits() -> None:
    lieux = relire_lieux(GARAGE)
    premier, second = (RelectureFait(fait("rien"), GARAGE, lieux=lieux) for _ in range(2))
    assert not second.complete
    premier.passages[1][1].accepter(0)
    assert second.complete


def test_un_lieu_qui_nomme_quelqu_un_se_dit_par_son_secteur() -> None:
    """Contrôle positif, vu échouer : proposer mot à mot dit « Garage d'un jeune »."""
    lieu = relire_lieux(GARAGE)[GARAGE.libelle_public]
    assert lieu.texte == f"Un lieu du secteur {GARAGE.secteur}"
    lieu.garder(0, "nom de l’enseigne")
    assert (lieu.texte, lieu.termes_masques) == (GARAGE.libelle_public, frozenset())
    lieu.rouvrir(0)
    lieu.accepter(0)
    assert lieu.signer().texte == f"Un lieu du secteur {GARAGE.secteur}"
    assert lieu.termes_masques == {"Karim"}


def test_un_lieu_qui_nomme_deux_fois_se_decide_deux_fois() -> None:
    deux = replace(GARAGE, libelle_public="Salle Karim, local de Bilel")
    lieu = relire_lieux(deux)[deux.libelle_public]
    assert len(lieu.alertes) == 2
    assert lieu.texte == f"Un lieu du secteur {GARAGE.secteur}"
    lieu.garder(0, "nom de la salle")
    assert lieu.texte == "Salle Karim"
    lieu.garder(1, "nom du local")
    assert (lieu.texte, lieu.termes_masques) == (deux.libelle_public, frozenset())
    lieu.accepter(0)
    lieu.accepter(1)
    assert lieu.signer().texte == f"Un lieu du secteur {GARAGE.secteur}"
    assert lieu.termes_masques == {"Karim", "Bilel"}
    place = replace(GARAGE, libelle_public="Place du Lavoir")
    assert relire_lieux(place)["Place du Lavoir"].alertes == ()


@pytest.mark.usefixtures("recits_entiers")
def test_un_terme_garde_dans_un_passage_n_est_pas_dit_masque() -> None:
    relecture = RelectureFait(fait(), GARAGE)
    relecture.passages[0][1].accepter(0)
    relecture.passages[1][1].garder(0, "nom de l’enseigne")
    assert relecture.complete
    assert relecture.termes_masques == frozenset()


def test_le_fait_relu_porte_ce_que_la_personne_a_choisi() -> None:
    groupe, urgence = next(iter(TailleGroupe)), next(iter(Urgence))
    relu = tout_accepter(
        RelectureFait(fait("la porte bat", taille_groupe=groupe, urgence=urgence), SITE)
    ).signer()
    assert (relu.taille_groupe, relu.urgence, relu.semaine) == (groupe, urgence, "2026-S47")


def test_la_fiche_d_une_structure_garde_ses_coordonnees_mais_ne_nomme_personne() -> None:
    """Témoin : y lire toutes les catégories ôterait son téléphone et sa rue (vu une fois)."""
    fiche = relire_structure("Mission locale, Mme Zorglub, 01 99 00 12 34, 3 rue du Puits")
    assert fiche.texte == "Mission locale, une personne, 01 99 00 12 34, 3 rue du Puits"
    assert fiche.termes_masques == {"Zorglub"}
