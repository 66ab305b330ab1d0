"""Aucun écran ne lit un cahier en entier : trois fois plus de faits, pas plus de lignes lues.

Les écrans se découvrent (`SCREENS`, `ANNEXES`) : un écran de plus est essayé sans qu'on y pense. On
compte les lignes que la base rend, pas le temps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from pytestqt.qtbot import QtBot

from fenetres import MAINTENANT, fenetre
from gestes import Gestes
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.courrier import Courrier
from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.fait import Tournee, new_id
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.domain.reunion import Decision, Reunion
from tat_carnet.domain.situation import Situation
from tat_carnet.domain.vocabulaire import (
    Attestation,
    Besoin,
    EtatDecision,
    GenreEcheance,
    Moment,
    StatutCourrier,
    StatutSituation,
)
from tat_carnet.store.base import Base, Row
from tat_carnet.ui.session import ANNEXES, SCREENS

ECRANS = [name for name, *_ in (*SCREENS, *ANNEXES) if name != "vignette"]
"""La vignette ne s'ouvre que d'une situation."""
LOT = 150
"""Plus d'une page de chaque liste."""
MARGE = 30
"""Ce qu'un total, une borne ou une page moins pleine peut changer."""
SON_NOM = {
    "situations": "situation",
    "courriers": "courrier",
    "reunions": "reunion",
    "compte_rendu": "reunion",
}
"""Trois écrans montrent tout ce qu'ils tiennent, quelques centaines de lignes en cinq ans ; le
compte-rendu y cherche les décisions qui attendent encore. Rien d'autre ne s'y lit en entier."""
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
    """`lots` fois `LOT` de chaque nom ; rien de neuf n'y attend : tout est réglé, clos, passé."""
    modele = cahier.faits(Filtre(), 1)[0]
    for rang in range(lots * LOT):
        instant = DEBUT + timedelta(hours=rang)
        neuf = replace(modele, id=new_id(), instant=instant, tournee_id=None, episode_id=None)
        cahier.save_fait(neuf)
        infirme = Attestation.infirme
        cahier.save_fait(replace(neuf, id=new_id(), attestation=infirme, reunion_le=instant.date()))
        situation = Situation(
            f"clos {lots} {rang}",
            instant.date(),
            besoins=(Besoin.ecoute,),
            statut=StatutSituation.close,
        )
        cahier.save_situation(situation)
        cahier.save_echeance(Echeance(instant.date(), GenreEcheance.fete, faite_le=instant.date()))
        cahier.save_echeance(
            Echeance(instant.date(), GenreEcheance.fete, situation_id=situation.id)
        )
        cahier.save_courrier(
            Courrier("soutien_familles", statut=StatutCourrier.sans_suite, cree_le=instant)
        )
        cahier.save_reunion(_reunion(instant.date()))
        cahier.save_tournee(
            Tournee(instant.date(), Moment.soiree, "Secteur", TexteBrut("calme"), terminee=True)
        )
        cahier.append_journal(_sortie(instant))


def _reunion(jour: date) -> Reunion:
    faite = Decision(TexteBrut("Réparer"), echeance=jour, etat=EtatDecision.faite, etat_le=jour)
    return Reunion("Instance de veille", jour, decisions=(faite,))


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
    """Tout triple, des faits aux réunions. Témoin : lire tous les faits se voit.

    Vu échouer aussi sur l'accueil d'avant, qui lisait les situations, les échéances, les réunions,
    les courriers, et deux fois les faits infirmés.
    """
    peu, beaucoup = (mesurer(qtbot, tmp_path, lues, lots) for lots in (1, 3))

    grandissent = {
        name: {sql for sql in beaucoup[name] if beaucoup[name][sql] > peu[name][sql] + MARGE}
        for name in beaucoup
    }
    assert grandissent.pop(TEMOIN) != set()
    for name, noun in SON_NOM.items():
        lus = grandissent.pop(name)
        assert 0 < len(lus) <= 3, name
        assert any(f" FROM {noun} " in sql for sql in lus), name
    assert {name: requetes for name, requetes in grandissent.items() if requetes} == {}
    assert {*grandissent, *SON_NOM} == set(ECRANS)
