"""N'entre de soi dans la liste de masquage que ce qui peut nommer une autre fois."""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation.alertes import Alerte
from tat_carnet.anonymisation.confirmes import nommera
from tat_carnet.anonymisation.reperes import DIRECTES, Categorie


def alerte(terme: str, categorie: Categorie, *, douteuse: bool = False) -> Alerte:
    return Alerte(0, categorie, True, terme, 0, len(terme), "un jeune", douteuse=douteuse)


@pytest.mark.parametrize(
    ("terme", "categorie"),
    [
        ("Kylian", Categorie.nom),
        ("sami", Categorie.nom),
        ("Kiwi", Categorie.surnom),
        ("Bouboule", Categorie.surnom),
        ("Zorbanule", Categorie.nom),
        ("M. Z. B.", Categorie.initiales),
        ("06 39 98 14 73", Categorie.telephone),
        ("zorb@exemple.invalid", Categorie.courriel),
        ("la.puce", Categorie.compte),
        ("le 03/05/2003", Categorie.naissance),
        ("14 rue des grives", Categorie.adresse),
        ("rue du Puits", Categorie.adresse),
    ],
)
def test_ce_qui_nomme_entre_dans_la_liste(terme: str, categorie: Categorie) -> None:
    assert nommera(alerte(terme, categorie))


@pytest.mark.parametrize(
    ("terme", "categorie"),
    [
        ("traversé la rue", Categorie.adresse),
        ("porte de Mme", Categorie.adresse),
        ("escalier du A", Categorie.adresse),
        ("place au dispositif relais, 6", Categorie.adresse),
        ("soins", Categorie.nom),
        ("Bleu", Categorie.surnom),
        ("le grand", Categorie.surnom),
        ("le Z", Categorie.surnom),
        ("tête baissée", Categorie.surnom),
        ("RUE", Categorie.nom),
        ("puce", Categorie.surnom),
        ("Kylian", Categorie.liste),
        ("14 ans", Categorie.age),
    ],
)
def test_un_mot_de_tous_ou_un_bout_de_phrase_n_y_entre_pas(
    terme: str, categorie: Categorie
) -> None:
    """Contrôle positif, vu échouer : `nommera` réduite à « est-ce un identifiant direct »."""
    assert not nommera(alerte(terme, categorie))


def test_un_doute_ordinaire_accepte_n_y_entre_pas_un_mot_inconnu_si() -> None:
    assert not nommera(alerte("Kiwi", Categorie.surnom, douteuse=True))
    assert not nommera(alerte("pr", Categorie.initiales, douteuse=True))
    assert nommera(alerte("Zorbanule", Categorie.nom, douteuse=True))


def test_seul_un_identifiant_direct_y_entre() -> None:
    entrent = {c for c in Categorie if nommera(alerte("Zorbanule", c))}

    assert entrent == DIRECTES - {Categorie.liste}
