"""À quoi se reconnaît quelqu'un déjà nommé."""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation.recritures.identites import Personne, Reliee, clef_de_lien
from tat_carnet.anonymisation.recritures.portrait import FAMILLE

ZORKAN_KRAZ = Personne({"zorkan", "kraz"}, "adulte", feminin=False, civilite="m")


@pytest.mark.parametrize(
    ("clefs", "civilite", "famille", "attendu"),
    [
        ({"zorkan"}, "", False, True),
        ({"kraz"}, "m", False, True),
        ({"zorkan", "kraz", "junior"}, "", False, True),
        ({"ibrul", "kraz"}, "", False, False),
        ({"kraz"}, "f", False, False),
        ({"kraz"}, "", True, False),
    ],
)
def test_un_nom_est_le_sien_si_rien_ne_les_distingue(
    clefs: set[str], civilite: str, famille: bool, attendu: bool
) -> None:
    """Témoin : sans la civilité, Mme Kraz serait M. Kraz (vu échouer)."""
    assert ZORKAN_KRAZ.repond(clefs, civilite, famille) is attendu


def test_une_famille_ne_se_relie_pas_a_qui_en_porte_le_nom() -> None:
    assert clef_de_lien(FAMILLE, "kraz") != clef_de_lien("adulte", "kraz") == "kraz"


def test_qui_est_relie_est_toujours_defini() -> None:
    assert Reliee("jeune", feminin=True, rang=0).groupe == "la première jeune"
    assert Reliee("adulte", feminin=False, rang=1).groupe == "le deuxième adulte"
