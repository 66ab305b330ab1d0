"""Tenir l'annuaire : enregistrer, vérifier, noter un échange, fusionner, retirer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tat_carnet.domain.courrier import Courrier
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.fait import Site
from tat_carnet.domain.partenaire import Echange, FiltreAnnuaire, Partenaire
from tat_carnet.domain.vocabulaire import TypeFait, TypePartenaire
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.annuaire.tenir import (
    PersonneNommee,
    confirmer,
    doubles,
    enregistrer,
    fusionner_fiches,
    noter_echange,
    proposer,
    reprendre,
    retirer,
    verifier,
)

JOUR = date(2026, 11, 21)
AGENCE = Partenaire("Agence des Aubépines", TypePartenaire.bailleur, fonction="Direction")


def test_une_fiche_qui_nomme_quelqu_un_attend_une_decision(cahier: CahierOuvert) -> None:
    fiche = replace(AGENCE, fonction="Karim Benali")
    with pytest.raises(PersonneNommee, match="Karim Benali") as refus:
        enregistrer(cahier, fiche)
    assert cahier.count_partenaires(FiltreAnnuaire()) == 0

    enregistrer(cahier, confirmer(fiche, refus.value.soupcon))

    assert cahier.count_partenaires(FiltreAnnuaire()) == 1


def test_un_double_est_dit_et_se_fusionne(cahier: CahierOuvert) -> None:
    assert enregistrer(cahier, AGENCE).double is None
    autre = Partenaire("agence des aubepines", TypePartenaire.ville, fonction="direction",
                       telephone="01 99 00 10 20")  # fmt: skip
    done = enregistrer(cahier, autre)
    assert done.double == AGENCE
    assert doubles(cahier) == [(AGENCE, autre)]
    noter_echange(cahier, Echange(autre.id, JOUR))

    fiche = fusionner_fiches(cahier, AGENCE, autre)

    assert (fiche.id, fiche.telephone) == (AGENCE.id, "01 99 00 10 20")
    assert doubles(cahier) == []
    assert len(cahier.echanges(AGENCE.id)) == 1


def test_verifier_date_la_fiche(cahier: CahierOuvert) -> None:
    enregistrer(cahier, AGENCE)

    assert verifier(cahier, AGENCE, JOUR).verifie_le == JOUR
    assert not cahier.partenaire(AGENCE.id).a_verifier(JOUR)


def test_une_structure_a_qui_l_on_a_ecrit_ne_se_retire_pas(cahier: CahierOuvert) -> None:
    enregistrer(cahier, AGENCE)
    cahier.save_courrier(Courrier("modele", AGENCE.id, cree_le=datetime(2026, 11, 21)))

    with pytest.raises(ErreurConnue, match="sa fiche reste"):
        retirer(cahier, AGENCE)


def test_une_fiche_se_retire_et_revient_avec_tout_ce_qui_s_y_rattachait(
    cahier: CahierOuvert,
) -> None:
    """Contrôle positif, vu échouer : ne remettre que la fiche."""
    enregistrer(cahier, AGENCE)
    echange = noter_echange(cahier, Echange(AGENCE.id, JOUR))
    logis = Site("Place haute", "Nord", bailleur_id=AGENCE.id)
    cahier.save_site(logis)

    retiree = retirer(cahier, AGENCE)
    assert cahier.count_partenaires(FiltreAnnuaire()) == 0
    assert cahier.sites()[0].bailleur_id is None

    assert reprendre(cahier, retiree) == AGENCE
    assert list(cahier.echanges(AGENCE.id)) == [echange]
    assert cahier.sites()[0] == logis


def test_le_lieu_d_un_fait_choisit_les_destinataires(cahier: CahierOuvert) -> None:
    enregistrer(cahier, replace(AGENCE, territoire="Aubépines-Haut"))
    ici = Site("Hall A", "Aubépines-Haut")
    la = Site("Terminus", "Le Canal")

    (proposition,) = proposer(cahier, TypeFait.bruit, ici, JOUR)
    assert proposition.partenaire.nom == "Agence des Aubépines"
    assert list(proposer(cahier, TypeFait.bruit, la, JOUR)) == []
