"""Une fiche d'annuaire : ce qu'elle exige, quand elle vieillit, comment deux n'en font qu'une."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tat_carnet.domain.civilite import Civilite, TitreFonction
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.partenaire import (
    FiltreAnnuaire,
    Partenaire,
    empreinte,
    fusionner,
    limite_de_verification,
)
from tat_carnet.domain.vocabulaire import Famille, Public, TypePartenaire

REGIE = Partenaire(
    "Régie du Cèdre", TypePartenaire.bailleur, fonction="Direction de l’agence", adresse="1 rue A"
)


def test_une_fiche_demande_un_nom() -> None:
    with pytest.raises(SaisieIncomplete, match="nom de la structure") as refus:
        replace(REGIE, nom=" ").verified()
    assert refus.value.champ == "nom"


def test_une_adresse_tient_dans_la_fenetre_de_l_enveloppe() -> None:
    assert replace(REGIE, adresse="a\n\nb\nc\nd").verified()
    with pytest.raises(SaisieIncomplete, match="six lignes") as refus:
        replace(REGIE, adresse="a\nb\nc\nd\ne").verified()
    assert refus.value.champ == "adresse"


def test_le_bloc_d_adresse_commence_par_la_fonction() -> None:
    assert REGIE.bloc_adresse == ("Direction de l’agence", "Régie du Cèdre", "1 rue A")


@pytest.mark.parametrize(
    ("verifie_le", "jour", "vieille"),
    [
        (None, date(2026, 11, 21), True),
        (date(2026, 5, 21), date(2026, 11, 21), False),
        (date(2026, 5, 20), date(2026, 11, 21), True),
        (date(2026, 2, 28), date(2026, 8, 31), False),
        (date(2026, 2, 27), date(2026, 8, 31), True),
        (date(2025, 9, 30), date(2026, 3, 31), False),
    ],
)
def test_une_fiche_vieillit_apres_six_mois(
    verifie_le: date | None, jour: date, vieille: bool
) -> None:
    assert replace(REGIE, verifie_le=verifie_le).a_verifier(jour) is vieille


def test_la_limite_de_verification_est_un_jour_qui_existe() -> None:
    assert limite_de_verification(date(2028, 8, 31)) == date(2028, 2, 29)
    assert limite_de_verification(date(2026, 1, 15)) == date(2025, 7, 15)


def test_deux_fiches_de_meme_structure_et_fonction_se_reconnaissent() -> None:
    assert empreinte(REGIE) == empreinte(
        replace(REGIE, nom="regie  du CEDRE", fonction="direction de l'agence", telephone="x")
    )
    assert empreinte(REGIE) != empreinte(replace(REGIE, fonction="Accueil"))


def test_fusionner_complete_sans_rien_remplacer() -> None:
    autre = Partenaire(
        "Régie",
        TypePartenaire.ville,
        fonction="autre",
        titre=TitreFonction.directeur,
        civilite=Civilite.madame,
        telephone="01 99 00 00 00",
        competences=(Famille.traces, Famille.espaces),
        publics=(Public.habitants,),
        verifie_le=date(2026, 3, 1),
        confirmes=("Cèdre",),
    )
    ici = replace(REGIE, competences=(Famille.espaces,), verifie_le=date(2026, 1, 1))

    fiche = fusionner(ici, autre)

    assert (fiche.id, fiche.nom, fiche.type, fiche.fonction, fiche.adresse) == (
        ici.id,
        ici.nom,
        ici.type,
        ici.fonction,
        ici.adresse,
    )
    assert (fiche.telephone, fiche.titre, fiche.civilite) == (
        "01 99 00 00 00",
        TitreFonction.directeur,
        Civilite.madame,
    )
    assert fiche.competences == (Famille.espaces, Famille.traces)
    assert fiche.verifie_le == date(2026, 3, 1)
    assert (
        fusionner(fiche, replace(autre, titre=TitreFonction.maire)).titre is TitreFonction.directeur
    )
    assert fusionner(REGIE, REGIE).verifie_le is None


def test_le_territoire_se_lit_secteur_par_secteur() -> None:
    assert replace(REGIE, territoire="Nord,  Sud ,").territoires == ("Nord", "Sud")
    assert REGIE.territoires == ()


def test_un_filtre_d_annuaire_sait_s_il_est_vide() -> None:
    assert FiltreAnnuaire().vide
    assert not FiltreAnnuaire(type=TypePartenaire.ars).vide
