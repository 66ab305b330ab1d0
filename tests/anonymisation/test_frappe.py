"""Ce qu'une personne tape se relit ; une proposition, un passage gardé ou en attente, non."""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation import Categorie, Niveau, Repere
from tat_carnet.anonymisation.alertes import Alerte, Origine, StatutAlerte
from tat_carnet.anonymisation.frappe import borne, bornes_de_confiance, hors, oublier_en_attente
from tat_carnet.anonymisation.recriture import Morceau
from tat_carnet.anonymisation.segments import Segment
from tat_carnet.anonymisation.suivi import Suivi

NOM = Repere(10, 20, Categorie.nom, Niveau.masquer)


def suivi(rang: int, statut: StatutAlerte, source: int | None = None) -> Suivi:
    origine = Origine.saisie if source is None else Origine.brut
    alerte = Alerte(rang, Categorie.nom, True, "Zorkan", 0, 6, "un jeune", origine, statut)
    return Suivi(alerte, "un jeune", "Zorkan", source)


@pytest.mark.parametrize(
    ("confiance", "reste"),
    [
        ([], [(10, 20)]),
        ([(0, 10), (20, 30)], [(10, 20)]),
        ([(0, 12)], [(12, 20)]),
        ([(18, 25)], [(10, 18)]),
        ([(12, 14), (16, 17)], [(10, 12), (14, 16), (17, 20)]),
        ([(5, 25)], []),
    ],
)
def test_un_repere_ne_se_relit_que_hors_de_confiance(
    confiance: list[tuple[int, int]], reste: list[tuple[int, int]]
) -> None:
    assert [(r.debut, r.fin) for r in hors(NOM, confiance)] == reste


def test_un_accord_qui_mordrait_se_reduit_au_repere() -> None:
    morceau = Morceau(NOM, 7, 20, "d’un jeune", 7, 17)
    assert borne(morceau, [(0, 7), (20, 30)]) == morceau
    reduit = borne(morceau, [(0, 8)])
    assert (reduit.debut_brut, reduit.fin_brut) == (NOM.debut, NOM.fin)


def test_seul_ce_qui_est_libre_ou_reformule_se_relit() -> None:
    """Témoin : se fier aussi à ce qui est reformulé fait échouer cet essai (vu une fois)."""
    segments = [Segment("vu "), Segment("un jeune", 0), Segment(" et "), Segment("Zorkan", 1)]
    suivis = [suivi(0, StatutAlerte.acceptee, 0), suivi(1, StatutAlerte.reformulee, 1)]
    assert bornes_de_confiance(segments, suivis) == [(3, 11)]


def test_une_saisie_en_attente_s_oublie_et_les_rangs_se_resserrent() -> None:
    segments = [Segment("un jeune", 0), Segment("Zorkan", 1), Segment("un autre", 2)]
    suivis = [
        suivi(0, StatutAlerte.en_attente, 0),
        suivi(1, StatutAlerte.en_attente),
        suivi(2, StatutAlerte.acceptee),
    ]
    gardes, libres = oublier_en_attente(suivis, segments)
    assert [s.alerte.rang for s in gardes] == [0, 1]
    assert [s.alerte for s in libres] == [0, None, 1]
