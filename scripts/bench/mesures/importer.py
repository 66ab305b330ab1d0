"""Importer un CSV de dix mille faits dans un cahier qui en a déjà beaucoup."""

from __future__ import annotations

import csv
import shutil
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from bench.banc import Banc, timed
from bench.cahiers import (
    PHRASE,
    closed_cahier,
    many_faits,
    plain_connection,
    plain_database,
    plain_save,
)
from tat_carnet.domain.importation import Choix
from tat_carnet.domain.libelles import libelle
from tat_carnet.store.cahier import unlock
from tat_carnet.usecases.importation.deviner import deviner
from tat_carnet.usecases.importation.importer import examiner, importer
from tat_carnet.usecases.tableurs import lire

FAITS = 10_000
NOW = datetime(2026, 11, 21, 21)


def _write(path: Path) -> None:
    with path.open("w", encoding="cp1252", errors="replace", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(("Date", "Lieu", "Type", "Texte"))
        for number, fait in enumerate(many_faits(FAITS, seed=11)):
            when = NOW - timedelta(minutes=13 * number)
            assert fait.type is not None
            text = fait.texte_brut.lire()
            writer.writerow((f"{when:%d/%m/%Y %H:%M}", "Place du Banc", libelle(fait.type), text))


def mesurer(banc: Banc) -> None:
    """Lit, vérifie, importe ; le témoin écrit autant de lignes d'une transaction en clair."""
    source = banc.folder / "faits.csv"
    _write(source)
    path = banc.folder / "à remplir.cahier"
    shutil.copytree(closed_cahier(banc.folder, banc.faits), path)
    plain_path = shutil.copy(plain_database(banc.folder, banc.faits), banc.folder / "à remplir.db")
    with unlock(path, PHRASE) as cahier, closing(plain_connection(plain_path)) as plain:
        banc.report(f"lire un CSV de {FAITS} lignes", timed(lambda: lire(source)), None, "")
        table = lire(source)
        choix = Choix(deviner(table, cahier.sites()), "Secteur du banc")
        checked = timed(lambda: examiner(cahier, table, choix, NOW.date()))
        banc.report(f"vérifier {FAITS} lignes", checked, None, "")
        ours = timed(lambda: importer(cahier, table, choix, NOW))
        later = timedelta(days=7_300)  # loin de ce qu’« enregistrer » a écrit
        faits = [replace(f, instant=f.instant + later) for f in many_faits(FAITS, seed=11)]
        plain.execute("BEGIN")

        def fill() -> None:
            for fait in faits:
                plain_save(plain, fait)
            plain.execute("COMMIT")

        theirs = timed(fill)
    banc.report(f"importer {FAITS} faits parmi {banc.faits}", ours, theirs, "")
