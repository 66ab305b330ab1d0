"""Vers le schéma 12 : l'index refait sait les formulations ; coupé, rien ou tout est fait."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest

from cahiers_anciens.geler import ICI, LE, PHRASE
from epreuves.epreuve import Dire, processus
from epreuves.pages import en_clair
from tat_carnet.domain.conservation import Objet
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store import cahier as ouverture
from tat_carnet.store import migrations, purge
from tat_carnet.store.cahier import unlock
from tat_carnet.store.cahier_ouvert import CahierOuvert
from tat_carnet.store.layout import DATABASE
from tat_carnet.store.migrations import MIGRATIONS, m0012_formuler

AVANT = m0012_formuler.VERSION - 1


@pytest.fixture
def ancien(tmp_path: Path) -> Path:
    """Le cahier figé du schéma 11 : deux faits, « Formulation 1. » et « Formulation 2. »."""
    return Path(shutil.copytree(ICI / "schema-11.cahier", tmp_path / "Ancien.cahier"))


@contextmanager
def sans_migrer(path: Path) -> Iterator[CahierOuvert]:
    """Ce cahier, ouvert par l'application d'avant."""
    with (
        patch.object(migrations, "MIGRATIONS", MIGRATIONS[:AVANT]),
        patch.object(migrations, "CURRENT", AVANT),
        patch.object(ouverture, "CURRENT", AVANT),
        unlock(path, PHRASE) as cahier,
    ):
        yield cahier


def trouves(cahier: CahierOuvert, texte: str, *, tolerant: bool = False) -> list[str]:
    return [fait.id for fait in cahier.faits(Filtre(texte=texte, tolerant=tolerant))]


def test_les_formulations_d_avant_se_trouvent_et_le_brut_aussi(ancien: Path) -> None:
    with unlock(ancien, PHRASE) as cahier:
        assert trouves(cahier, "FORMUL") == ["f2", "f1"]
        assert trouves(cahier, '"formulation 2"') == ["f2"]
        assert trouves(cahier, "fromulation", tolerant=True) == ["f2", "f1"]
        assert trouves(cahier, "coeur nuit formulation") == ["f1"]
        assert cahier._base.rows("SELECT v FROM fait_index_config WHERE k = 'secure-delete'") == [
            (1,)
        ]
        cahier.verify()


def test_les_declencheurs_refaits_suivent_la_formulation(ancien: Path) -> None:
    """Contrôle positif, vu échouer : « formulation » ôtée de ce que le déclencheur surveille."""
    with unlock(ancien, PHRASE) as cahier:
        cahier.save_fait(replace(cahier.fait("f1"), formulation="Un œil, écrit autrement."))
        assert trouves(cahier, "oeil autrement") == ["f1"]
        assert trouves(cahier, "formulation") == ["f2"]
        cahier.save_fait(replace(cahier.fait("f2"), formulation="", relu_le=None))
        assert trouves(cahier, "formulation") == []
        cahier.reprendre(LE)
        cahier.delete_fait("f1")
        assert trouves(cahier, "autrement") == []
        assert cahier.mots_relus() == {"Formulation", "1"}, "un fait jeté dit encore la sienne"
        cahier.verify()


def ouvrir_et_mourir(path: Path, etape: int, dire: Dire) -> None:
    """Ouvre, donc migre ; se tue net avant l'instruction de ce rang, la dernière validée ou non."""

    def apply(connection: Any) -> None:
        faits = iter(range(etape))

        def execute(*requete: Any) -> None:
            if next(faits, None) is None:
                dire("au milieu")
                os.kill(os.getpid(), signal.SIGKILL)
            connection.execute(*requete)

        m0012_formuler.apply(SimpleNamespace(execute=execute))  # type: ignore[arg-type]
        dire("au bout")
        os.kill(os.getpid(), signal.SIGKILL)

    tuante = SimpleNamespace(VERSION=m0012_formuler.VERSION, apply=apply)
    with patch.object(migrations, "MIGRATIONS", (*MIGRATIONS[:AVANT], tuante)):
        unlock(path, PHRASE)


@pytest.mark.parametrize(
    ("etape", "dit"), [(1, "au milieu"), (6, "au milieu"), (12, "au milieu"), (99, "au bout")]
)
def test_tuee_la_migration_n_a_rien_fait_et_se_refait(ancien: Path, etape: int, dit: str) -> None:
    with processus(partial(ouvrir_et_mourir, ancien, etape)) as (_, dites):
        assert list(dites) == [dit]

    with sans_migrer(ancien) as cahier:
        assert cahier._base.rows("PRAGMA user_version") == [(AVANT,)]
        cahier.verify()
    (sauvegarde,) = (ancien / "sauvegardes").iterdir()
    shutil.rmtree(sauvegarde)  # elle porte peut-être la seconde de la suivante
    with unlock(ancien, PHRASE) as cahier:
        assert trouves(cahier, "formulation") == ["f2", "f1"]
        cahier.verify()


def test_une_grosse_purge_commencee_avant_s_acheve_apres_sans_reste(ancien: Path) -> None:
    """La marque d'avant part avec l'index d'avant ; la fin refait ceux qui marquaient encore."""
    with sans_migrer(ancien) as cahier, patch.object(purge, "GROSSE", 1):
        cahier.reprendre(LE)
        with cahier._base.change() as connection:  # comme l'écrivait l'application d'alors
            connection.execute("UPDATE fait SET texte_brut = 'zqxwabomi' WHERE id = 'f1'")
        cahier.commencer_purge(Objet.textes_bruts, date(2026, 3, 20))
        assert cahier.avancer_purge(1)

    with unlock(ancien, PHRASE) as cahier:
        while cahier.avancer_purge(1):
            pass
        cahier.achever_purge(LE)
        assert b"wabomi" not in en_clair(cahier.path / DATABASE, bytes(cahier._key.raw))
        assert trouves(cahier, "formulation") == ["f2", "f1"]
        assert [fait.texte_brut.lire() for fait in cahier.faits(Filtre())] == ["", ""]
        cahier.verify()
