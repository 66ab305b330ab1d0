"""L'annuaire dans le cahier : chercher, fusionner, effacer, tout ou rien."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from store.aides import LE
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.civilite import Civilite, TitreFonction
from tat_carnet.domain.courrier import Courrier
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.partenaire import Echange, FiltreAnnuaire, Partenaire
from tat_carnet.domain.vocabulaire import Canal, Famille, Public, TypePartenaire
from tat_carnet.store.cahier import CahierOuvert

REGIE = Partenaire(
    "Régie du Cœur",
    TypePartenaire.bailleur,
    fonction="Direction",
    titre=TitreFonction.directeur,
    civilite=Civilite.madame,
    adresse="1 rue A\n99000 Ville",
    telephone="01 99 00 00 00",
    courriel="agence@regie.example",
    competences=(Famille.espaces, Famille.traces),
    publics=(Public.habitants,),
    territoire="Aubépines",
    conditions="sur rendez-vous",
    horaires="le matin",
    attentes="réparer",
    limites="pas la voirie",
    verifie_le=date(2026, 3, 14),
    confirmes=("Cœur",),
)
ECOLE = Partenaire("École des Tilleuls", TypePartenaire.education_nationale, fonction="Accueil")
ZEBRE = Partenaire("zèbre", TypePartenaire.ville)


def noms(cahier: CahierOuvert, filtre: FiltreAnnuaire, *page: int) -> list[str]:
    return [fiche.nom for fiche in cahier.partenaires(filtre, *page)]


def test_une_fiche_se_relit_et_se_corrige(cahier: CahierOuvert) -> None:
    cahier.save_partenaires([REGIE, ECOLE])
    assert cahier.partenaire(REGIE.id) == REGIE
    assert cahier.partenaire(ECOLE.id) == ECOLE

    corrigee = replace(REGIE, telephone="01 99 00 11 11", verifie_le=None)
    cahier.save_partenaires([corrigee])

    assert cahier.partenaire(REGIE.id) == corrigee
    with pytest.raises(KeyError):
        cahier.partenaire("inconnu")


def test_l_ordre_est_alphabetique_sans_egard_aux_accents_ni_a_la_casse(
    cahier: CahierOuvert,
) -> None:
    cahier.save_partenaires([ZEBRE, REGIE, ECOLE])

    tout = FiltreAnnuaire()
    assert noms(cahier, tout) == ["École des Tilleuls", "Régie du Cœur", "zèbre"]
    assert noms(cahier, tout, 1, 1) == ["Régie du Cœur"]


@pytest.mark.parametrize(
    ("texte", "attendus"),
    [
        ("coeur", ["Régie du Cœur"]),
        ("aubep", ["Régie du Cœur"]),
        ("bailleur", ["Régie du Cœur"]),
        ("traces", ["Régie du Cœur"]),
        ("rendez-vous regie", ["Régie du Cœur"]),
        ("accueil", ["École des Tilleuls"]),
        ("r", ["Régie du Cœur"]),
        ("«", ["École des Tilleuls", "Régie du Cœur", "zèbre"]),
        ("inconnu", []),
    ],
)
def test_chaque_mot_se_trouve_par_son_debut(
    cahier: CahierOuvert, texte: str, attendus: list[str]
) -> None:
    cahier.save_partenaires([ZEBRE, REGIE, ECOLE])

    filtre = FiltreAnnuaire(texte)
    assert noms(cahier, filtre) == attendus
    assert cahier.count_partenaires(filtre) == len(attendus)


def test_les_filtres_se_cumulent(cahier: CahierOuvert) -> None:
    cahier.save_partenaires([ZEBRE, REGIE, ECOLE])

    assert noms(cahier, FiltreAnnuaire(type=TypePartenaire.ville)) == ["zèbre"]
    a_verifier = FiltreAnnuaire(a_verifier_le=date(2026, 8, 1))
    assert noms(cahier, a_verifier) == ["École des Tilleuls", "zèbre"]
    assert noms(cahier, replace(a_verifier, type=TypePartenaire.ville)) == ["zèbre"]
    assert len(noms(cahier, FiltreAnnuaire(a_verifier_le=date(2026, 9, 15)))) == 3


def test_une_fiche_incomplete_n_en_laisse_entrer_aucune(cahier: CahierOuvert) -> None:
    with pytest.raises(SaisieIncomplete):
        cahier.save_partenaires([REGIE, replace(ECOLE, nom="")])

    assert noms(cahier, FiltreAnnuaire()) == []


def test_les_echanges_viennent_du_plus_recent(cahier: CahierOuvert) -> None:
    cahier.save_partenaires([REGIE])
    ancien = Echange(REGIE.id, date(2026, 3, 1), Canal.reunion)
    recent = Echange(
        REGIE.id, date(2026, 3, 2), objet=TexteBrut("gravats"), suite=TexteBrut("évacués")
    )
    cahier.save_echange(recent)
    cahier.save_echange(ancien)

    assert list(cahier.echanges(REGIE.id)) == [recent, ancien]
    with pytest.raises(KeyError):
        cahier.save_echange(Echange("inconnu", date(2026, 3, 1)))


def test_fusionner_garde_les_echanges_et_les_courriers_de_l_autre(cahier: CahierOuvert) -> None:
    cahier.save_partenaires([REGIE, ECOLE])
    cahier.save_echange(Echange(ECOLE.id, date(2026, 3, 1)))
    cahier.save_courrier(Courrier("modele", ECOLE.id, cree_le=LE, id="c1"))

    cahier.merge_partenaires(replace(REGIE, limites="aucune"), ECOLE.id)

    assert noms(cahier, FiltreAnnuaire()) == ["Régie du Cœur"]
    assert cahier.partenaire(REGIE.id).limites == "aucune"
    assert len(cahier.echanges(REGIE.id)) == 1
    assert cahier.courrier("c1").destinataire_id == REGIE.id
    cahier.check_content()


def test_une_fiche_s_efface_avec_ses_echanges_sauf_si_un_courrier_la_nomme(
    cahier: CahierOuvert,
) -> None:
    cahier.save_partenaires([REGIE, ECOLE])
    cahier.save_echange(Echange(REGIE.id, date(2026, 3, 1)))
    cahier.save_courrier(Courrier("modele", ECOLE.id, cree_le=LE))

    assert cahier.delete_partenaire(REGIE.id)
    assert not cahier.delete_partenaire(ECOLE.id)

    assert noms(cahier, FiltreAnnuaire()) == ["École des Tilleuls"]
    assert list(cahier.echanges(REGIE.id)) == []
    assert noms(cahier, FiltreAnnuaire("regie")) == []
    cahier.check_content()
