"""L'annuaire ne garde pas de personnes : ce qui en nommerait une est dit, champ par champ."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.domain.vocabulaire import TypePartenaire
from tat_carnet.usecases.annuaire.personnes import est_mobile, soupcons

AGENCE = Partenaire(
    "Brumerive Habitat, agence des Aubépines",
    TypePartenaire.bailleur,
    fonction="Direction de l’agence",
    adresse="2 rue Victor-Hugo\n99000 Brumerive",
    telephone="01 99 00 10 20",
    courriel="agence-aubepines@habitat.example",
    territoire="Aubépines-Haut",
    conditions="Un signalement écrit ouvre un délai de réponse.",
    horaires="lundi au vendredi, 9 h à 12 h",
    attentes="Réparer, nettoyer.",
    limites="Pas la voirie.",
)


def test_une_fiche_de_structure_n_eveille_aucun_soupcon() -> None:
    assert soupcons(AGENCE) == []


@pytest.mark.parametrize(
    ("champ", "valeur", "terme"),
    [
        ("nom", "Karim Benali", "Karim Benali"),
        ("fonction", "Karim Benali, directeur", "Karim Benali"),
        ("fonction", "M. Lavandin", "M. Lavandin"),
        ("courriel", "karim.benali@habitat.example", "karim.benali"),
        ("conditions", "demander Nadia Benali à l’accueil", "Nadia Benali"),
        ("attentes", "Mme Lavandin rappelle toujours", "Mme Lavandin"),
        ("adresse", "chez Mme Lavandin\n99000 Brumerive", "Mme Lavandin"),
    ],
)
def test_un_nom_glisse_dans_un_champ_est_trouve(champ: str, valeur: str, terme: str) -> None:
    trouves = soupcons(replace(AGENCE, **{champ: valeur}))

    assert [(s.champ, s.terme) for s in trouves] == [(champ, terme)]
    assert "Gardez la fonction, pas la personne." in trouves[0].phrase


def test_une_adresse_dite_par_qui_y_habite_est_trouvee() -> None:
    """Une adresse est faite de noms propres : « chez Kelyan » n'en est pas un de rue."""
    chez = replace(AGENCE, adresse="chez Kelyan, 3 rue Haute")
    assert [s.terme for s in soupcons(chez)] == ["chez Kelyan"]
    assert soupcons(replace(chez, confirmes=("chez Kelyan",))) == []
    assert soupcons(replace(AGENCE, adresse="3 rue Kelyan")) == []


def test_un_mot_confirme_n_est_plus_demande() -> None:
    fiche = replace(AGENCE, nom="Karim Benali", confirmes=("karim benali",))

    assert soupcons(fiche) == []


def test_un_terme_de_la_liste_de_masquage_est_trouve() -> None:
    fiche = replace(AGENCE, conditions="voir tchoupinou d’abord")

    (trouve,) = soupcons(fiche, ["Tchoupinou"])
    assert (trouve.champ, trouve.terme) == ("conditions", "tchoupinou")
    assert "est dans votre liste de masquage" in trouve.phrase


@pytest.mark.parametrize(
    ("champ", "valeur", "terme"),
    [
        ("nom", "Centre Tchoupinou Nord", "Tchoupinou"),
        ("adresse", "3 rue TCHOUPINOU\n99000 Brumerive", "TCHOUPINOU"),
        ("territoire", "Nord, Tchoupinou", "Tchoupinou"),
        ("courriel", "tchoupinou@habitat.example", "tchoupinou"),
        ("courriel", "accueil@tchoupinou.example", "tchoupinou"),
        ("telephone", "01 99 00 10 20, Tchoupinou", "Tchoupinou"),
    ],
)
def test_un_terme_de_la_liste_se_demande_meme_ou_les_noms_propres_ont_leur_place(
    champ: str, valeur: str, terme: str
) -> None:
    fiche = replace(AGENCE, **{champ: valeur})

    assert soupcons(fiche) == []
    assert [(s.champ, s.terme) for s in soupcons(fiche, ["Tchoupinou"])] == [(champ, terme)]
    assert soupcons(replace(fiche, confirmes=(terme,)), ["Tchoupinou"]) == []


@pytest.mark.parametrize(
    ("numero", "mobile"),
    [
        ("06 39 98 12 34", True),
        ("+33 7 39 98 12 34", True),
        ("+33 (0)6.39.98.12.34", True),
        ("01 99 00 10 20", False),
        ("", False),
    ],
)
def test_un_portable_se_reconnait(numero: str, mobile: bool) -> None:
    assert est_mobile(numero) is mobile
