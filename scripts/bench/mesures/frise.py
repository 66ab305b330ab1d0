"""Ouvrir la frise d'un lieu : douze semaines, puis tout ce que le cahier en sait."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from statistics import median
from typing import Any

from bench.banc import Banc, alternate
from bench.cahiers import PHRASE, closed_cahier, plain_connection, plain_database, scenario
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store.cahier import unlock
from tat_carnet.store.recherche import bounds


def plain_frise(connection: sqlite3.Connection, site: str, du: date, au: date) -> list[Any]:
    """Les mêmes marques, en clair."""
    return connection.execute(
        "SELECT rang, type, attestation FROM fait WHERE site_id = ? AND rang BETWEEN ? AND ? "
        "ORDER BY rang",
        (site, *bounds(du, au)),
    ).fetchall()


def mesurer(banc: Banc) -> None:
    """Les mêmes lieux, dans le coffre et en clair."""
    path = closed_cahier(banc.folder, banc.faits)
    with (
        unlock(path, PHRASE) as cahier,
        closing(plain_connection(plain_database(banc.folder, banc.faits))) as plain,
    ):
        last = cahier.faits(Filtre(), 1)[0].instant.date()
        for name, span in (("12 semaines", timedelta(weeks=12)), ("tout", timedelta(days=9_000))):
            du = last - span
            sites = [site.id for site in scenario().sites] * banc.tours
            ours, theirs = alternate(
                [partial(cahier.frise, site, du, last) for site in sites],
                [partial(plain_frise, plain, site, du, last) for site in sites],
            )
            banc.report(f"frise d’un lieu, {name}", median(ours), median(theirs), "≤ 2 ×")
