"""Le lexique de la démarche : conseillé, accordé, jamais imposé."""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation import Categorie, Niveau, Repere, reperer
from tat_carnet.anonymisation.recriture import proposer


@pytest.mark.parametrize(
    ("brut", "conseil"),
    [
        ("le dealer est là", "la personne impliquée dans la revente"),
        ("les dealers sont là", "les personnes impliquées dans la revente"),
        ("un dealer", "une personne impliquée dans la revente"),
        ("des dealers", "des personnes impliquées dans la revente"),
        ("ce dealer", "cette personne impliquée dans la revente"),
        ("la voiture du dealer", "de la personne impliquée dans la revente"),
        ("parlé aux dealers", "aux personnes impliquées dans la revente"),
        ("la peur des dealers", "des personnes impliquées dans la revente"),
        ("deux dealers", "personnes impliquées dans la revente"),
        ("un toxicomane", "une personne usagère de drogues"),
        ("les toxicos", "les personnes usagères de drogues"),
        ("un guetteur", "un jeune en position de guet"),
        ("la peur des guetteurs", "des jeunes en position de guet"),
        ("le point de deal", "le lieu de revente"),
        ("une zone de non-droit", "un quartier"),
        ("les jeunes", "des jeunes"),
    ],
)
def test_un_mot_du_lexique_reste_et_son_accord_est_offert(brut: str, conseil: str) -> None:
    proposition = proposer(brut, reperer(brut))
    morceau = proposition.morceaux[-1]
    assert proposition.texte == brut
    assert morceau.remplacement == conseil


def test_un_terme_sans_regle_garde_ses_mots() -> None:
    repere = Repere(0, 5, Categorie.lexique, Niveau.verifier)
    assert proposer("objet", [repere]).morceaux[0].remplacement == "objet"
