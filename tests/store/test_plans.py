"""Les plans : un par secteur, chiffrés avec le reste, effacés sans trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.aides import PHRASE, site
from tat_carnet.domain.plan import PlanRefuse, PlanSecteur, Position
from tat_carnet.store.cahier import CahierOuvert, unlock

PIXELS = b"canari des pixels 7319"
CONTOUR = PlanSecteur("Sud", 1.5, traits=((Position(0.03, 0.97), Position(0.5, 0.5)),))
IMAGE = PlanSecteur("Sud", 0.7, image=PIXELS)


@pytest.mark.parametrize("plan", [CONTOUR, IMAGE])
def test_un_plan_se_relit(plan: PlanSecteur, cahier: CahierOuvert) -> None:
    assert cahier.plan("Sud") is None
    cahier.save_plan(plan)

    assert cahier.plan("Sud") == plan
    assert cahier.plan("Nord") is None


def test_un_plan_neuf_prend_la_place_de_l_ancien(cahier: CahierOuvert) -> None:
    cahier.save_plan(CONTOUR)
    cahier.save_plan(IMAGE)

    assert cahier.plan("Sud") == IMAGE
    cahier.check_content()


def test_un_plan_vide_ne_remplace_rien(cahier: CahierOuvert) -> None:
    cahier.save_plan(IMAGE)
    with pytest.raises(PlanRefuse):
        cahier.save_plan(PlanSecteur("Sud", 1.0))

    assert cahier.plan("Sud") == IMAGE


def test_retirer_un_plan_retire_les_epingles_de_son_secteur(cahier: CahierOuvert) -> None:
    cahier.save_plan(IMAGE)
    cahier.save_site(site("a", position_plan=Position(0.5, 0.5), id="a"))
    cahier.save_site(site("b", secteur="Nord", position_plan=Position(0.5, 0.5), id="b"))

    cahier.delete_plan("Sud")
    cahier.delete_plan("Sud")

    assert cahier.plan("Sud") is None
    positions = {lieu.id: lieu.position_plan for lieu in cahier.sites()}
    assert positions == {"a": None, "b": Position(0.5, 0.5)}
    cahier.check_content()


def test_les_pixels_ne_sont_en_clair_nulle_part(dossier: Path) -> None:
    with unlock(dossier, PHRASE) as cahier:
        cahier.save_plan(IMAGE)
        pendant = [path.read_bytes() for path in dossier.rglob("*") if path.is_file()]
        assert cahier.plan("Sud") == IMAGE
    apres = [path.read_bytes() for path in dossier.rglob("*") if path.is_file()]

    assert not any(PIXELS in content for content in [*pendant, *apres])
