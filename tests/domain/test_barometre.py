"""Le baromètre : ce que chaque destinataire a fait de nos courriers, effets compris."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from tat_carnet.domain.barometre import Delai, barometre
from tat_carnet.domain.courrier import Courrier, EffetObserve, Reponse
from tat_carnet.domain.vocabulaire import Evolution, StatutCourrier

S = StatutCourrier
LE = datetime(2026, 11, 19, 17, 40)
JOUR = LE.date()
ECRIT = Courrier("bailleur_parties_communes", "p1", cree_le=LE)


def parti(*effets: Evolution | None, reponse: date | None = None) -> Courrier:
    courrier = ECRIT
    for statut in (S.relu, S.valide, S.envoye):
        courrier = courrier.passer(statut, LE)
    observes = tuple(EffetObserve(JOUR, evolution=effet) for effet in effets)
    return replace(courrier, observes=observes, reponse=Reponse(reponse) if reponse else None)


def test_le_barometre_compte_par_destinataire_ce_qui_est_parti() -> None:
    repondu = parti(reponse=JOUR + timedelta(days=10))
    lent = parti(reponse=JOUR + timedelta(days=21))
    relance = parti().passer(S.relance, LE)
    retire = replace(parti(), destinataire_id="parti")

    lignes = barometre([repondu, relance, lent, retire, ECRIT], {"p1": "Régie"})

    assert lignes == [
        Delai("Régie", envoyes=3, repondus=2, relances=1, jours=15.5, effets={}),
        Delai("structure retirée de l’annuaire", 1, 0, 0, None, {}),
    ]


def test_le_dernier_effet_de_chaque_courrier_compte_et_lui_seul() -> None:
    pire_puis_mieux = parti(Evolution.pire, Evolution.mieux)
    mieux, pareil, tu = parti(Evolution.mieux), parti(Evolution.pareil), parti(None)

    (ligne,) = barometre([pire_puis_mieux, mieux, pareil, tu], {"p1": "Régie"})

    assert ligne.effets == {Evolution.mieux: 2, Evolution.pareil: 1}
