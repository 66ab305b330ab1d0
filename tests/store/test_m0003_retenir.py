"""Vers le schéma 3 : rien ne se perd, l'index refait répond comme l'ancien, et mieux."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cahiers_anciens.geler import ICI, PHRASE
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.vocabulaire import Theme
from tat_carnet.store.cahier import unlock
from tat_carnet.store.migrations import CURRENT


@pytest.fixture
def ancien(tmp_path: Path) -> Path:
    """Le cahier figé du schéma 1."""
    return Path(shutil.copytree(ICI / "schema-1.cahier", tmp_path / "Ancien.cahier"))


def test_l_index_refait_connait_les_faits_d_avant(ancien: Path) -> None:
    with unlock(ancien, PHRASE) as cahier:
        assert cahier._base.rows("PRAGMA user_version") == [(CURRENT,)]
        assert cahier.count_faits(Filtre(texte="coeur nuit")) == 1
        assert cahier.count_faits(Filtre(theme=Theme.cadre_de_vie, relu=True)) == 2
        assert cahier.trouver("froid")[0].id == "t1"
        assert [fait.materiel for fait in cahier.faits(Filtre())] == ["", ""]
        assert cahier.changements("f1") == []
        cahier.delete_fait("f1")
        cahier.verify()


def test_l_index_refait_efface_encore_les_mots(ancien: Path) -> None:
    with unlock(ancien, PHRASE) as cahier:
        reglages = cahier._base.rows("SELECT v FROM fait_index_config WHERE k = 'secure-delete'")
        assert reglages == [(1,)]


def test_un_brouillon_d_avant_reste_lisible(ancien: Path) -> None:
    with unlock(ancien, PHRASE) as cahier:
        brouillon = cahier.brouillon()
    assert brouillon is not None
    assert (brouillon.materiel, brouillon.episode_id) == ("", None)
