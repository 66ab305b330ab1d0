"""Un nom public entier n'est pas une fuite ; un bout de ce nom en reste une."""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation import Categorie
from tat_carnet.anonymisation.publics import hors_liste, noms_publics, reperer_hors_publics
from tat_carnet.anonymisation.relecture import relire_lieux, relire_texte
from tat_carnet.domain.fait import Site
from tat_carnet.domain.vocabulaire import TypeSite

GRAND = Site("Résidence Karim, hall B", "Haut", TypeSite.hall, logements_approx=40)
PETIT = Site("Résidence Yanis, hall C", "Bas", TypeSite.hall, ilot="Îlot Sud", logements_approx=6)
PUBLICS = noms_publics([GRAND, PETIT])


def termes(texte: str) -> list[str]:
    """Ce qui reste repéré."""
    return [texte[r.debut : r.fin] for r in reperer_hors_publics(texte, (), PUBLICS)]


def test_un_hall_qui_designe_des_foyers_n_est_public_que_par_son_ilot() -> None:
    assert {"Résidence Karim, hall B", "Haut", "Bas", "Îlot Sud"} == PUBLICS


@pytest.mark.parametrize(
    "texte", ["du bruit Résidence Karim, hall B", "du bruit RESIDENCE KARIM hall b"]
)
def test_un_nom_public_entier_n_est_pas_repere(texte: str) -> None:
    """Témoin : le même texte, sans noms publics, est repéré."""
    assert termes(texte) == []
    assert reperer_hors_publics(texte, (), frozenset()) != []


def test_un_bout_de_nom_public_reste_repere() -> None:
    assert "Karim" in " ".join(termes("vu Karim ce soir"))
    assert "hall B" in " ".join(termes("vu du monde au hall B"))


def test_le_quartier_d_un_secteur_est_public_au_pluriel_jamais_nu() -> None:
    """Témoin (vu une fois) : sans `_du_quartier`, « aux Lilas » est un bâtiment.

    Nu, ou au singulier, ce pourrait être quelqu'un.
    """
    noms = noms_publics([Site("Place", "Lilas-Haut"), Site("Rond-point", "Martin-Haut")])
    assert {"aux Lilas", "des Lilas"} < noms
    assert noms.isdisjoint({"Lilas", "Martin", "aux Martin"})
    assert reperer_hors_publics("La vie sociale aux Lilas", (), noms) == []
    assert reperer_hors_publics("La vie sociale aux Lilas", (), frozenset()) != []


def test_un_lieu_nomme_d_un_seul_prenom_ne_cache_pas_quelqu_un() -> None:
    """« Karim », l'épicerie : « Karim a crié » sortait sans une alerte (vu une fois)."""
    noms = noms_publics([Site("Karim", "Haut"), Site("Chez Karim", "Alma")])
    assert noms == {"Chez Karim", "Haut", "Alma"}
    assert [r.categorie for r in reperer_hors_publics("Karim a crié", (), noms)] == [Categorie.nom]


def test_le_nom_d_un_petit_hall_reste_repere() -> None:
    assert termes("du bruit Résidence Yanis, hall C") != []


def test_un_nom_vide_ou_sans_lettre_ne_cache_rien() -> None:
    reperes = reperer_hors_publics("vu Karim", (), frozenset({"", "—"}))
    assert [r.categorie for r in reperes] == [Categorie.nom]


def test_la_relecture_connait_les_noms_publics() -> None:
    assert relire_texte("du bruit Résidence Karim, hall B", (), PUBLICS).alertes == ()


def test_un_prenom_dans_un_nom_de_lieu_n_est_pas_cache_par_le_lieu() -> None:
    """Témoin : toutes catégories confondues, « Garage de Karim » n'est qu'un petit lieu."""
    assert [r.categorie for r in reperer_hors_publics("Garage de Karim", (), frozenset())] == [
        Categorie.petit_lieu
    ]
    garage = Site("Garage de Karim", "Haut", TypeSite.commerces)
    assert [a.terme for a in relire_lieux(garage)[garage.libelle_public].alertes] == ["Karim"]


def test_un_nom_public_n_excuse_pas_un_terme_de_la_liste() -> None:
    """« Parking Zorblet » dit « Zorblet » : sur la liste, il se décide, sauf confirmé."""
    noms = frozenset({"Parking Zorblet", "Square de la Poste"})
    phrase, liste = "Un banc au parking ZORBLET.", ("Zorblet",)

    def trouves(permis: frozenset[str] = frozenset()) -> list[Categorie]:
        lus = reperer_hors_publics(phrase, liste, noms, permis=permis)
        return [repere.categorie for repere in lus]

    assert reperer_hors_publics(phrase, (), noms) == []
    assert trouves() == [Categorie.liste]
    assert trouves(frozenset({"zorblet"})) == []
    assert hors_liste(noms, liste) == {"Square de la Poste"}
    assert hors_liste(noms, ()) == noms


def test_un_mot_de_tous_dont_la_liste_doute_reste_excuse_par_un_nom_public() -> None:
    noms = frozenset({"Square de la Poste"})
    assert reperer_hors_publics("vu au square de la poste", ("La Poste",), noms) == []
    assert hors_liste(noms, ("La Poste",)) == noms
