"""Un plan : des fractions d'un dessin, et rien du monde."""

from __future__ import annotations

import pytest

from tat_carnet.domain.plan import GenrePlan, PlanRefuse, PlanSecteur, Position

TRAIT = (Position(0.1, 0.1), Position(0.9, 0.9))


def test_une_position_se_ramene_dans_le_dessin() -> None:
    assert Position(-0.2, 1.7).bornee() == Position(0.0, 1.0)
    assert Position(0.4, 0.6).bornee() == Position(0.4, 0.6)


def test_un_plan_est_une_image_ou_un_contour() -> None:
    assert PlanSecteur("Sud", 1.5, image=b"pixels").verified().genre is GenrePlan.image
    assert PlanSecteur("Sud", 1.5, traits=(TRAIT,)).verified().genre is GenrePlan.contour


def test_un_plan_vide_est_refuse() -> None:
    with pytest.raises(PlanRefuse, match="rien à dessiner"):
        PlanSecteur("Sud", 1.0).verified()


@pytest.mark.parametrize("rapport", [0.01, 100.0])
def test_un_plan_en_bande_est_refuse(rapport: float) -> None:
    with pytest.raises(PlanRefuse, match="trop étiré"):
        PlanSecteur("Sud", rapport, traits=(TRAIT,)).verified()
