"""Purger mille textes : le plus long bloc, la fin qui récrit la base, et la mémoire qu'elle prend.

Un verrouillage attend au plus un bloc ; il interrompt la fin, qui se reprendra. Le témoin ne promet
pas que l'effacé ne se relise nulle part : c'est cela qu'on paie.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import date, datetime

from bench.banc import Banc, resident, timed
from bench.cahiers import PHRASE, closed_cahier, plain_connection, plain_database
from tat_carnet.domain.conservation import Objet
from tat_carnet.store.cahier import CahierOuvert, unlock
from tat_carnet.store.recherche import first_rang
from tat_carnet.usecases.conservation import LIGNES_PAR_BLOC, etat, finir_la_purge

_BORNE = date(2020, 1, 13)
"""Le jour avant lequel le cahier des mesures a mille faits, un toutes les dix-sept minutes."""


def blocks(cahier: CahierOuvert) -> list[float]:
    """Les durées des blocs, jusqu'à ce qu'il ne reste rien à ôter."""
    taken, rest = [], [True]
    while rest[-1]:
        taken.append(timed(lambda: rest.append(cahier.avancer_purge(LIGNES_PAR_BLOC))))
    return taken


def mesurer(banc: Banc) -> None:
    """Vide les mêmes textes dans une copie du gros cahier et de son témoin."""
    path = banc.folder / "à purger.cahier"
    shutil.copytree(closed_cahier(banc.folder, banc.faits), path)
    plain_path = banc.folder / "à purger.db"
    shutil.copy(plain_database(banc.folder, banc.faits), plain_path)
    now = datetime(2026, 11, 21)
    with unlock(path, PHRASE) as cahier, closing(plain_connection(plain_path)) as plain:
        found: list[float] = [timed(lambda: etat(cahier, now.date())) for _ in range(5)]
        banc.report(f"voir ce qui est dû, parmi {banc.faits}", min(found), None, "après l'écran")
        cahier.commencer_purge(Objet.textes_bruts, _BORNE)
        taken, before = blocks(cahier), resident()
        ended = timed(lambda: finir_la_purge(cahier, now))
        grown = resident() - before
        lines = cahier.journal_purge()[0].nombre
        bound = first_rang(datetime(_BORNE.year, _BORNE.month, _BORNE.day))
        theirs = timed(
            lambda: plain.executescript(
                f"UPDATE fait SET texte_brut = '' WHERE rang < {bound};"
                "INSERT INTO fait_index (fait_index) VALUES ('rebuild');"
            )
        )
    banc.report(f"purger {lines} textes parmi {banc.faits}", sum(taken) + ended, theirs, "")
    banc.report(f"le plus long bloc de {LIGNES_PAR_BLOC} lignes", max(taken), None, "≤ 500 ms")
    banc.report("finir : restes, base récrite", ended, None, "")
    banc.report_memory("mémoire de plus après avoir fini, Mo", grown, "")
