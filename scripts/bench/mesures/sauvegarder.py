"""Une sauvegarde vérifiée : copiée, relue page à page, index et lignes compris."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median

from bench.banc import Banc, alternate
from bench.cahiers import PHRASE, closed_cahier, plain_connection, plain_database
from tat_carnet.store.cahier import unlock

ROUNDS = 3
START = datetime(2026, 11, 21, 21, 45)


def plain_backup(source: Path, target: Path) -> None:
    """La même copie en clair, relue par `integrity_check`, index compris."""
    target.unlink(missing_ok=True)
    with closing(plain_connection(source)) as read, closing(sqlite3.connect(target)) as written:
        read.backup(written, pages=512)
        written.execute("PRAGMA integrity_check(1)").fetchall()
        written.execute("INSERT INTO fait_index (fait_index, rank) VALUES ('integrity-check', 1)")


def mesurer(banc: Banc) -> None:
    """Le plus gros cahier, et son témoin."""
    path = closed_cahier(banc.folder, banc.faits)
    plain, target = plain_database(banc.folder, banc.faits), banc.folder / "copie.db"
    with unlock(path, PHRASE) as cahier:
        ours, theirs = alternate(
            [
                lambda day=day: cahier.backup(START + timedelta(days=day), banc.folder / "kept")
                for day in range(ROUNDS)
            ],
            [lambda: plain_backup(plain, target)] * ROUNDS,
        )
    name = f"sauvegarde vérifiée de {banc.faits} faits"
    banc.report(name, median(ours), median(theirs), "–")
