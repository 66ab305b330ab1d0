"""Ce que lit d'avance la vraie exécution, sans croiser le fil qui ouvre le cahier."""

from __future__ import annotations

import pytest

from tat_carnet.ui.importing import IMPORTING
from tat_carnet.ui.verrou import guards


def test_pendant_que_le_cahier_s_ouvre_rien_ne_se_lit_d_avance(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Vu une fois, machine chargée : deux fils s'attendaient, et l'un s'arrêtait."""
    lus: list[str] = []
    monkeypatch.setattr(guards, "import_module", lus.append)
    with IMPORTING:
        guards._read_ahead()
    assert lus == []
    guards._read_ahead()
    assert lus == list(guards.READ_AHEAD)
    assert not IMPORTING.locked(), "l'ouverture n'attend plus"


def test_une_lecture_d_avance_qui_echoue_n_empeche_pas_d_ouvrir(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def absent(nom: str) -> None:
        raise ImportError(nom)

    monkeypatch.setattr(guards, "import_module", absent)
    with pytest.raises(ImportError):
        guards._read_ahead()
    assert not IMPORTING.locked()
