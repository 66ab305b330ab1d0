"""Enregistrer un fait : chaque enregistrement est durable, index compris."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from functools import partial
from statistics import median

from bench.banc import Banc, alternate
from bench.cahiers import (
    PHRASE,
    closed_cahier,
    many_faits,
    plain_connection,
    plain_database,
    plain_save,
)
from tat_carnet.store.cahier import unlock

ADDED = 2_000


def mesurer(banc: Banc) -> None:
    """Écrit les mêmes faits dans un gros cahier et dans son témoin."""
    later = timedelta(days=3_650)
    faits = [replace(fait, instant=fait.instant + later) for fait in many_faits(ADDED, seed=7)]
    path = closed_cahier(banc.folder, banc.faits)
    with (
        unlock(path, PHRASE) as cahier,
        closing(plain_connection(plain_database(banc.folder, banc.faits))) as plain,
    ):
        ours, theirs = alternate(
            [partial(cahier.save_fait, fait) for fait in faits],
            [partial(plain_save, plain, fait) for fait in faits],
        )
    name = f"enregistrer un fait parmi {banc.faits}"
    banc.report(name, median(ours), median(theirs), "≤ 2,5 ×")
