"""Purger des textes : le plus long bloc, la fin qui récrit la base, et la mémoire qu'elle prend.

Une petite purge efface mot à mot, une grosse vite, puis refait les index. Un verrouillage attend au
plus un bloc ; il interrompt la fin, qui se reprendra. Le témoin ne promet pas que l'effacé ne se
relise nulle part : c'est cela qu'on paie.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta
from typing import Final

from bench.banc import Banc, resident, timed
from bench.cahiers import PHRASE, closed_cahier, plain_connection, plain_database
from tat_carnet.domain.conservation import Objet
from tat_carnet.store.cahier import CahierOuvert, unlock
from tat_carnet.store.recherche import first_rang
from tat_carnet.usecases.conservation import LIGNES_PAR_BLOC, etat, finir_la_purge

_PETITE: Final = 300
_LE: Final = datetime(2026, 11, 21)


def before(count: int) -> date:
    """Le jour avant lequel le cahier a `count` faits, un toutes les dix-sept minutes."""
    return (datetime(2020, 1, 1, 18) + timedelta(minutes=17 * count)).date()


def blocks(cahier: CahierOuvert) -> list[float]:
    """Les durées des blocs, jusqu'à ce qu'il ne reste rien à ôter."""
    taken, rest = [], [True]
    while rest[-1]:
        taken.append(timed(lambda: rest.append(cahier.avancer_purge(LIGNES_PAR_BLOC))))
    return taken


def mesurer(banc: Banc) -> None:
    """Vide les mêmes textes dans une copie du gros cahier et de son témoin, peu puis beaucoup."""
    path = banc.folder / "à purger.cahier"
    shutil.copytree(closed_cahier(banc.folder, banc.faits), path)
    plain_path = banc.folder / "à purger.db"
    shutil.copy(plain_database(banc.folder, banc.faits), plain_path)
    with unlock(path, PHRASE) as cahier, closing(plain_connection(plain_path)) as plain:
        found: list[float] = [timed(lambda: etat(cahier, _LE.date())) for _ in range(5)]
        banc.report(f"voir ce qui est dû, parmi {banc.faits}", min(found), None, "après l'écran")
        for count in (_PETITE, banc.faits // 5):
            purge(banc, cahier, plain, before(count))


def purge(banc: Banc, cahier: CahierOuvert, plain: sqlite3.Connection, borne: date) -> None:
    """Une purge entière des textes d'avant `borne`, et ses quatre lignes."""
    cahier.commencer_purge(Objet.textes_bruts, borne)
    taken, held = blocks(cahier), resident()
    ended = timed(lambda: finir_la_purge(cahier, _LE))
    grown = resident() - held
    lines = cahier.journal_purge()[0].nombre
    bound = first_rang(datetime(borne.year, borne.month, borne.day))
    theirs = timed(
        lambda: plain.executescript(
            f"UPDATE fait SET texte_brut = '' WHERE rang < {bound};"
            "INSERT INTO fait_index (fait_index) VALUES ('rebuild');"
        )
    )
    banc.report(f"purger {lines} textes parmi {banc.faits}", sum(taken) + ended, theirs, "")
    banc.report(f"le plus long bloc de {LIGNES_PAR_BLOC} lignes", max(taken), None, "≤ 500 ms")
    banc.report("finir : restes, index, base récrite", ended, None, "")
    banc.report_memory("mémoire de plus après avoir fini, Mo", grown, "")
