"""Aucun écran ne lit un cahier en entier : trois fois plus de faits, pas plus de lignes lues.

Les écrans se découvrent (`SCREENS`, `ANNEXES`) : un écran de plus est essayé sans qu'on y pense. On
compte les lignes que la base rend, pas le temps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from pytestqt.qtbot import QtBot

from fenetres import MAINTENANT, fenetre
from gestes import Gestes
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Tournee, new_id
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.domain.vocabulaire import Moment
from tat_carnet.store.base import Base, Row
from tat_carnet.ui.session import ANNEXES, SCREENS

ECRANS = [name for name, *_ in (*SCREENS, *ANNEXES) if name != "vignette"]
"""La vignette ne s'ouvre que d'une situation."""
LOT = 150
"""Plus d'une page de chaque liste."""
MARGE = 30
"""Ce qu'un total, une borne ou une page moins pleine peut changer."""
TEMOIN = "tout lire"
DEBUT = MAINTENANT - timedelta(days=500)


@pytest.fixture
def lues(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Les lignes lues, par début de requête ; à vider avant ce qu'on mesure."""
    lues: Counter[str] = Counter()
    rows = Base.rows

    def compte(base: Base, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        found = rows(base, sql, parameters)
        lues[" ".join(sql.split())] += len(found)
        return found

    monkeypatch.setattr(Base, "rows", compte)
    return lues


def remplir(cahier: Any, lots: int) -> None:
    """Remplit en une transaction : ce qu'on essaie n'est pas l'écriture."""
    with (
        cahier._base.change() as connection,
        patch.object(Base, "change", lambda _base: nullcontext(connection)),
        patch.object(Base, "checkpoint"),
    ):
        _remplir(cahier, lots)


def _remplir(cahier: Any, lots: int) -> None:
    """`lots` fois `LOT` faits, tournées et sorties."""
    modele = cahier.faits(Filtre(), 1)[0]
    for rang in range(lots * LOT):
        instant = DEBUT + timedelta(hours=rang)
        neuf = replace(modele, id=new_id(), instant=instant, tournee_id=None, episode_id=None)
        cahier.save_fait(neuf)
        cahier.save_tournee(
            Tournee(instant.date(), Moment.soiree, "Secteur", TexteBrut("calme"), terminee=True)
        )
        cahier.append_journal(_sortie(instant))


def _sortie(le: datetime) -> LigneJournal:
    return LigneJournal(le, GenreDocument.compte_rendu, FormatDocument.pdf, "Collectif", "0" * 64)


def visiter(gestes: Gestes, lues: Counter[str], name: str) -> Counter[str]:
    """Les lignes qu'un écran lit en s'ouvrant."""
    lues.clear()
    gestes.session.go(name)
    gestes.attendre()
    return Counter(lues)


def mesurer(qtbot: QtBot, folder: Path, lues: Counter[str], lots: int) -> dict[str, Counter[str]]:
    """Ce que lit chaque écran de la démonstration agrandie, et une lecture de tous ses faits."""
    with fenetre(qtbot, folder, demo=True) as gestes:
        gestes.lire(lambda cahier: remplir(cahier, lots))
        mesures = {name: visiter(gestes, lues, name) for name in ECRANS}
        lues.clear()
        gestes.lire(lambda cahier: cahier.faits(Filtre(), 1_000_000))
        return {**mesures, TEMOIN: Counter(lues)}


def test_aucun_ecran_ne_lit_le_cahier_en_entier(
    qtbot: QtBot, tmp_path: Path, lues: Counter[str]
) -> None:
    """Faits, tournées et sorties triplent. Témoin : lire tous les faits se voit."""
    peu, beaucoup = (mesurer(qtbot, tmp_path, lues, lots) for lots in (1, 3))

    grandissent = {
        name: {sql for sql in beaucoup[name] if beaucoup[name][sql] > peu[name][sql] + MARGE}
        for name in beaucoup
    }
    assert grandissent.pop(TEMOIN) != set()
    assert {name: requetes for name, requetes in grandissent.items() if requetes} == {}
    assert set(grandissent) == set(ECRANS)
