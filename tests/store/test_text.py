"""Les textes abîmés par un collage."""

from __future__ import annotations

import pytest

from tat_carnet.domain.brut import TexteVoile
from tat_carnet.domain.errors import EcritureImpossible
from tat_carnet.store.text import storable


def test_un_demi_signe_est_marque_et_le_reste_garde() -> None:
    assert storable("avant \ud83d après 🙂") == "avant \ufffd après 🙂"


def test_un_texte_voile_par_la_projection_ne_s_ecrit_pas() -> None:
    with pytest.raises(EcritureImpossible, match="projection"):
        storable(TexteVoile().lire())

    assert storable("on a vu ‹brut› écrit sur un mur") == "on a vu ‹brut› écrit sur un mur"
