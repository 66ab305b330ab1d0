"""Un surnom usuel, sans majuscule, que la préposition désigne ; avec son article, une chose."""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier, verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie, Niveau, reperer


@pytest.mark.parametrize(
    "phrase", ["chez ⟦surnom|sardine⟧ hier", "la mère de ⟦surnom|sardine⟧ est venue"]
)
def test_un_surnom_usuel_se_masque_sans_majuscule(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, Categorie.surnom, Categorie.nom)


def test_une_sardine_a_table_n_est_personne() -> None:
    verifier_sous_toute_graphie("ils ont mangé des sardines", Categorie.surnom, Categorie.nom)


@pytest.mark.parametrize("consigne", ["Prévenir", "Relancer", "Interpeller", "Saisir"])
def test_une_consigne_a_l_infinitif_ne_nomme_personne(consigne: str) -> None:
    """Une décision, une demande commencent ainsi ; « Didier l'attend » reste quelqu'un."""
    assert reperer(f"{consigne} l'équipe du secteur.") == ()
    assert [r.niveau for r in reperer("Didier l'attend.")] == [Niveau.masquer]


@pytest.mark.parametrize("maniere", ["prudence", "patience"])
def test_une_facon_de_faire_se_montre_sans_se_masquer(maniere: str) -> None:
    assert [r.niveau for r in reperer(f"on a parlé avec {maniere} de l'école")] == [Niveau.verifier]
    assert Niveau.masquer in {r.niveau for r in reperer(f"vu avec {maniere.capitalize()} hier")}


def test_france_travail_est_une_structure_et_france_quelqu_un() -> None:
    assert Niveau.masquer not in {r.niveau for r in reperer("orienté vers France Travail")}
    assert [r.niveau for r in reperer("vu France hier")] == [Niveau.masquer]


def test_irlande_est_une_mer_ou_quelqu_un() -> None:
    verifier("il a navigué en mer d'Irlande", Categorie.nom)
    verifier("la mer d'⟦nom|Irlande⟧ a dit oui", Categorie.nom)
    verifier("la mère d'⟦nom|Irlande⟧ est là", Categorie.nom)


def test_un_ordinal_colle_a_son_nombre_ne_nomme_personne() -> None:
    """Témoin (vu une fois) : sans `_ORDINAUX`, « ème » était à vérifier."""
    verifier("elle est en 4ème. un ⟦nom|Eme⟧ est passé", Categorie.nom)
    verifier("ils sont 12. ⟦nom?|Eme⟧.", Categorie.nom)
