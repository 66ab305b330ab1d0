"""Chercher en tapant : ce que l'écran demande à chaque lettre, dès la deuxième."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from functools import partial
from statistics import median, quantiles
from typing import Any

from bench.banc import Banc, alternate
from bench.cahiers import PHRASE, closed_cahier, many_faits, plain_connection, plain_database
from tat_carnet.domain.fait import Fait
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store.cahier import CahierOuvert, unlock

PAGE = 100
"""Faits demandés par une recherche, comme à l'écran."""
SHOWN = 15
"""Faits que l'écran compose aussitôt : ceux qu'il montre."""


def typed_words() -> list[str]:
    """Soixante mots des faits, lettre après lettre."""
    words = sorted({word for fait in many_faits(500) for word in fait.texte_brut.lire().split()})
    chosen = [word for word in words if word.isalpha() and len(word) >= 4]
    sample = random.Random(2026).sample(chosen, 60)
    return [word[:end] for word in sample for end in range(2, len(word) + 1)]


def search_shown(cahier: CahierOuvert, filtre: Filtre) -> list[Fait]:
    """Une page, et ses premiers faits composés."""
    return list(cahier.faits(filtre, PAGE)[:SHOWN])


def plain_search(connection: sqlite3.Connection, word: str) -> list[Any]:
    """La même page de lignes, la plus récente d'abord."""
    return connection.execute(
        "SELECT * FROM fait WHERE rang IN (SELECT rowid FROM fait_index WHERE fait_index MATCH ? "
        "ORDER BY rowid DESC LIMIT ?) ORDER BY rang DESC",
        (f'"{word}"*', PAGE),
    ).fetchall()


def mesurer(banc: Banc) -> None:
    """Les mêmes mots, dans le coffre et en clair."""
    path, typed = closed_cahier(banc.folder, banc.faits), typed_words()
    with (
        unlock(path, PHRASE) as cahier,
        closing(plain_connection(plain_database(banc.folder, banc.faits))) as plain,
    ):
        ours, theirs = alternate(
            [partial(search_shown, cahier, Filtre(texte=word)) for word in typed],
            [partial(plain_search, plain, word) for word in typed],
        )
    name = f"chercher en tapant, {banc.faits} faits"
    banc.report(f"{name}, p50", median(ours), median(theirs), "≤ 2 ×")
    ours95, theirs95 = quantiles(ours, n=20)[-1], quantiles(theirs, n=20)[-1]
    banc.report(f"{name}, p95", ours95, theirs95, "≤ 2 ×, 10 ms")
