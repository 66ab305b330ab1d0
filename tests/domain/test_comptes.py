"""Des chiffres avec leur effort : zéro n'est pas « on n'y est pas allé »."""

from __future__ import annotations

from datetime import date

from tat_carnet.domain.comptes import ComptesSite, mois_precedents
from tat_carnet.domain.relu import Effort
from tat_carnet.domain.vocabulaire import Famille

SEPT, OCT, NOV = mois_precedents(date(2026, 11, 21), 3)
COMPTES = ComptesSite(
    (SEPT, OCT, NOV),
    {(OCT, Famille.traces): 3, (NOV, Famille.points_forts): 1},
    {OCT: Effort(8, 2), NOV: Effort(3, 0)},
    total=9,
)


def test_les_mois_precedents_passent_l_annee() -> None:
    assert (date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)) == (SEPT, OCT, NOV)
    assert mois_precedents(date(2026, 2, 28), 3) == (
        date(2025, 12, 1),
        date(2026, 1, 1),
        date(2026, 2, 1),
    )


def test_sans_tournee_on_n_en_sait_rien() -> None:
    assert COMPTES.compte(SEPT, Famille.traces) is None
    assert COMPTES.compte(NOV, Famille.traces) == 0
    assert COMPTES.compte(OCT, Famille.traces) == 3


def test_un_fait_vu_hors_tournee_se_compte_quand_meme() -> None:
    sans_tournee = ComptesSite((SEPT,), {(SEPT, Famille.traces): 2}, {}, total=2)

    assert sans_tournee.compte(SEPT, Famille.traces) == 2


def test_le_total_vient_avec_son_effort() -> None:
    assert (COMPTES.vus, COMPTES.effort) == (4, Effort(11, 2))
    assert COMPTES.familles == (Famille.traces, Famille.points_forts)
