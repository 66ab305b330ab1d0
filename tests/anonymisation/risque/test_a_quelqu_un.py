"""Ce qui arrive à quelqu'un : le type le dit, et le nombre ne l'efface qu'à cinq.

Témoin (vu échouer) : tenir « 2 à 4 personnes » pour un groupe ; deux mineurs que l'on sollicite
sortent alors avec leur lieu et leur semaine.
"""

from __future__ import annotations

from datetime import datetime

import pytest

from tat_carnet.anonymisation.risque.a_quelqu_un import arrive_a_quelqu_un
from tat_carnet.domain.fait import Fait
from tat_carnet.domain.vocabulaire import TailleGroupe, TypeFait

PEU = (None, TailleGroupe.non_observe, TailleGroupe.une, TailleGroupe.de_2_4)
TAILLES = (None, *TailleGroupe)


def arrive(sorte: TypeFait, taille: TailleGroupe | None) -> bool:
    return arrive_a_quelqu_un(Fait(datetime(2026, 11, 22, 21), type=sorte, taille_groupe=taille))


@pytest.mark.parametrize("taille", TAILLES)
@pytest.mark.parametrize("sorte", [TypeFait.sollicitation_mineurs, TypeFait.discrimination])
def test_a_moins_de_cinq_ce_sont_encore_quelques_uns(
    sorte: TypeFait, taille: TailleGroupe | None
) -> None:
    assert arrive(sorte, taille) is (taille in PEU)


@pytest.mark.parametrize("taille", TAILLES)
def test_une_rixe_est_d_un_lieu_sauf_d_une_personne(taille: TailleGroupe | None) -> None:
    assert arrive(TypeFait.rixe, taille) is (taille is TailleGroupe.une)


@pytest.mark.parametrize("taille", TAILLES)
def test_un_feu_n_arrive_a_personne(taille: TailleGroupe | None) -> None:
    assert not arrive(TypeFait.feu, taille)
