"""Purger dix mille textes, et le plus long bloc : ce qu'un verrouillage pourrait attendre."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import date, datetime

from bench.banc import Banc, timed
from bench.cahiers import PHRASE, closed_cahier, plain_connection, plain_database
from tat_carnet.domain.conservation import Objet
from tat_carnet.store.cahier import unlock
from tat_carnet.store.recherche import first_rang
from tat_carnet.usecases.conservation import LIGNES_PAR_BLOC, etat, purger_un_bloc

TEXTES = 10_000
_BORNE = date(2020, 4, 28)
"""Le jour avant lequel le cahier des mesures a dix mille faits, un toutes les dix-sept minutes."""


def mesurer(banc: Banc) -> None:
    """Vide les mêmes textes dans une copie du gros cahier et de son témoin."""
    path = banc.folder / "à purger.cahier"
    shutil.copytree(closed_cahier(banc.folder, banc.faits), path)
    plain_path = shutil.copy(plain_database(banc.folder, banc.faits), banc.folder / "à purger.db")
    now = datetime(2026, 11, 21)
    with unlock(path, PHRASE) as cahier, closing(plain_connection(plain_path)) as plain:
        found: list[float] = [timed(lambda: etat(cahier, now.date())) for _ in range(5)]
        banc.report(f"voir ce qui est dû, parmi {banc.faits}", min(found), None, "après l'écran")
        cahier.commencer_purge(Objet.textes_bruts, _BORNE)
        blocks: list[float] = []
        while cahier.purge_en_cours() is not None:
            blocks.append(timed(lambda: purger_un_bloc(cahier, now)))
        lines = cahier.journal_purge()[0].nombre
        bound = first_rang(datetime(_BORNE.year, _BORNE.month, _BORNE.day))
        theirs = timed(
            lambda: plain.executescript(
                f"UPDATE fait SET texte_brut = '' WHERE rang < {bound};"
                "INSERT INTO fait_index (fait_index) VALUES ('rebuild');"
            )
        )
    banc.report(f"purger {lines} textes parmi {banc.faits}", sum(blocks), theirs, "")
    name = f"le plus long bloc de {LIGNES_PAR_BLOC} lignes"
    banc.report(name, max(blocks), None, "≤ 500 ms")
