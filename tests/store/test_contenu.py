"""L'empreinte du contenu couvre chaque table, par construction."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from cahiers_anciens.geler import remplir
from store.aides import LE, fait
from tat_carnet.domain.conservation import Objet
from tat_carnet.domain.importation import Import
from tat_carnet.store import contenu
from tat_carnet.store.base import Base
from tat_carnet.store.cahier import CahierOuvert, open_demo
from tat_carnet.store.contenu import HORS_CONTENU, empreinte

DES_INDEX = ("_index", "_index_config", "_index_content", "_index_data", "_index_docsize")


def tables(base: Base) -> set[str]:
    """Nos tables, lues dans le schéma sans passer par ce qu'on essaie."""
    noms = {nom for (nom,) in base.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return {nom for nom in noms if not nom.endswith((*DES_INDEX, "_index_idx", "_mots"))}


@pytest.fixture
def plein(tmp_path: Path) -> Iterator[CahierOuvert]:
    """Une ligne au moins dans chaque table."""
    with open_demo(tmp_path) as cahier:
        cahier.commencer_purge(Objet.journaux, LE.date())
        remplir(cahier)
        cahier.importer(
            Import(LE, "0" * 64), iter([fait(cahier.sites()[0], "venu d’ailleurs")]), []
        )
        yield cahier


def test_oter_une_ligne_de_n_importe_quelle_table_change_l_empreinte(plein: CahierOuvert) -> None:
    """Contrôle positif : voir le suivant."""
    base = plein._base
    base.rows("PRAGMA foreign_keys=OFF")
    for table in sorted(tables(base) - HORS_CONTENU):
        avant = empreinte(base)
        assert base.rows(f"SELECT count(*) FROM {table}") != [(0,)], (
            f"`remplir` n’y met rien : {table}"
        )
        with base.change() as connection:
            connection.execute(
                f"DELETE FROM {table} WHERE rowid = (SELECT min(rowid) FROM {table})"
            )
        assert empreinte(base) != avant, table


def test_une_table_oubliee_se_verrait(plein: CahierOuvert) -> None:
    """Témoin : la table oubliée, l'empreinte ne suit plus ce qu'on y change."""
    with patch.object(contenu, "HORS_CONTENU", HORS_CONTENU | {"mot_ajoute"}):
        avant = empreinte(plein._base)
        plein.add_mot("maraude")
        assert empreinte(plein._base) == avant


def test_l_ordre_et_les_jetons_ne_comptent_pas(plein: CahierOuvert) -> None:
    avant = empreinte(plein._base)
    assert len(avant) == 64
    with plein._base.change() as connection:
        connection.execute("UPDATE mot_ajoute SET jeton = jeton + 1")
    plein._base.compact()
    assert empreinte(plein._base) == avant


def test_l_empreinte_lit_au_dela_d_une_page(cahier: CahierOuvert) -> None:
    for rang in range(1_050):
        cahier.add_mot(f"mot{rang}")
    avant = empreinte(cahier._base)
    cahier.delete_mot("mot1049")
    assert empreinte(cahier._base) != avant
