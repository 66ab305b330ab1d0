"""Des cahiers de toute taille, et leur témoin : la même chose en clair, par le SQLite de Python."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, new_id
from tat_carnet.store.base import Base
from tat_carnet.store.cahier import CahierOuvert, create
from tat_carnet.store.code_secours import draw
from tat_carnet.store.kdf import FLOOR
from tat_carnet.store.recherche import first_rang
from tat_carnet.store.records import fait_to_columns
from tat_carnet.usecases.demonstration import Scenario, load_scenario

PHRASE = "lampe violon prairie théière nuage"


@cache
def scenario() -> Scenario:
    """Le scénario fictif, à une date fixe."""
    return load_scenario(date(2026, 11, 21))


def many_faits(count: int, seed: int = 2026) -> Iterator[Fait]:
    """Des faits du scénario, mêlés et étalés dans le temps ; toujours les mêmes."""
    chance, known = random.Random(seed), scenario().faits
    start = datetime(2020, 1, 1, 18)
    for number in range(count):
        words = [
            word for fait in chance.sample(known, 3) for word in fait.texte_brut.lire().split()
        ]
        text = TexteBrut(" ".join(chance.sample(words, min(len(words), 40))))
        instant = start + timedelta(minutes=17 * number)
        model = replace(chance.choice(known), tournee_id=None)
        yield replace(model, id=new_id(), instant=instant, texte_brut=text)


@contextmanager
def in_one_block(cahier: CahierOuvert) -> Iterator[None]:
    """Remplit vite : toutes les écritures du bloc en une seule transaction."""
    with (
        cahier._base.change() as connection,
        patch.object(Base, "change", lambda _base: nullcontext(connection)),
    ):
        yield


@cache
def closed_cahier(folder: Path, count: int) -> Path:
    """Un cahier fermé de `count` faits, au plancher d'Argon2id, que `PHRASE` ouvre."""
    path = folder / f"{count} faits.cahier"
    with create(path, PHRASE, draw(), kdf=FLOOR) as cahier, in_one_block(cahier):
        cahier.save_partenaires(scenario().partenaires)
        for site in scenario().sites:
            cahier.save_site(site)
        for fait in many_faits(count):
            cahier.save_fait(fait)
    return path


@cache
def plain_database(folder: Path, count: int) -> Path:
    """Le témoin : mêmes colonnes, même index FTS5, `count` faits, en clair."""
    path = folder / f"{count} faits.db"
    names = list(fait_to_columns(Fait(datetime.min)))
    columns = ", ".join(name for name in names if name != "id")
    with closing(plain_connection(path)) as connection:
        connection.executescript(f"""
            CREATE TABLE fait (rang INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {columns});
            CREATE INDEX fait_du_site ON fait (site_id);
            CREATE VIRTUAL TABLE fait_index USING fts5 (texte_brut, libelle_autre, formulation,
                content='fait', content_rowid='rang', tokenize='unicode61 remove_diacritics 2');
            CREATE TRIGGER indexe AFTER INSERT ON fait BEGIN
                INSERT INTO fait_index (rowid, texte_brut, libelle_autre, formulation)
                VALUES (new.rang, new.texte_brut, new.libelle_autre, new.formulation);
            END;
        """)
        connection.execute("BEGIN")
        for fait in many_faits(count):
            plain_save(connection, fait)
        connection.execute("COMMIT")
    return path


def plain_connection(path: Path) -> sqlite3.Connection:
    """La même durabilité que la base chiffrée, et deux fois plus de cache."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16384;"
    )
    return connection


def plain_save(connection: sqlite3.Connection, fait: Fait) -> None:
    """La même ligne, une transaction durable."""
    row: dict[str, Any] = fait_to_columns(fait) | {"rang": first_rang(fait.instant)}
    places = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO fait ({', '.join(row)}) VALUES ({places})", list(row.values()))
