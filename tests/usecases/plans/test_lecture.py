"""Lire un fichier choisi : borné, suivi, et qu'on peut arrêter."""

from __future__ import annotations

from pathlib import Path

import pytest

from tat_carnet.domain.plan import PlanRefuse
from tat_carnet.usecases.plans import ImportArrete, lire_plan
from tat_carnet.usecases.plans.lecture import CONTOUR_OCTETS, IMAGE_OCTETS
from usecases.plans.fichiers import ecrit, image, polygone, rien, rond


def test_un_geojson_de_cinquante_mega_octets_est_refuse_sans_etre_lu_en_entier(
    tmp_path: Path,
) -> None:
    chemin = ecrit(tmp_path, b'{"type": "Polygon", "coordinates": [' + b" " * 50_000_000)
    avancements: list[float] = []

    with pytest.raises(PlanRefuse, match="8 Mo"):
        lire_plan(chemin, "Sud", avancements.append)

    assert max(avancements) < CONTOUR_OCTETS / IMAGE_OCTETS


def test_une_image_trop_lourde_est_refusee(tmp_path: Path) -> None:
    with pytest.raises(PlanRefuse, match="30 Mo"):
        lire_plan(ecrit(tmp_path, image() + b"\0" * IMAGE_OCTETS), "Sud", rien)


def test_un_fichier_vide_est_refuse(tmp_path: Path) -> None:
    with pytest.raises(PlanRefuse, match="vide"):
        lire_plan(ecrit(tmp_path, b""), "Sud", rien)


@pytest.mark.parametrize("nom", ["absent.png", ""])
def test_un_fichier_absent_ou_un_dossier_est_une_phrase(nom: str, tmp_path: Path) -> None:
    with pytest.raises(PlanRefuse, match="ne se lit pas"):
        lire_plan(tmp_path / nom, "Sud", rien)


@pytest.mark.parametrize("contenu", [image(), polygone(rond())])
def test_l_avancement_monte_et_l_on_peut_arreter_a_chaque_pas(
    contenu: bytes, tmp_path: Path
) -> None:
    chemin = ecrit(tmp_path, contenu)
    pas: list[float] = []
    lire_plan(chemin, "Sud", pas.append)
    assert pas == sorted(pas)
    assert len(pas) > 3

    for rang in range(len(pas)):
        vus: list[float] = []

        def arrete(part: float, vus: list[float] = vus, rang: int = rang) -> None:
            vus.append(part)
            if len(vus) > rang:
                raise ImportArrete

        with pytest.raises(ImportArrete, match="Rien n’a été gardé"):
            lire_plan(chemin, "Sud", arrete)
