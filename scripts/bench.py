"""`make bench` : des rapports à un témoin, mesurés dans la même passe, jamais des durées exigées.

Chaque mesure alterne l'application et son témoin, pour qu'un ralentissement de la machine touche
les deux, et garde la médiane. Les cibles sont celles de la vision ; elles sont rappelées, non
imposées. Données : le scénario fictif de démonstration, multiplié.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, new_id
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store.cahier import CahierOuvert, create, open_demo
from tat_carnet.store.code_secours import draw
from tat_carnet.store.phrase import tirer_phrase
from tat_carnet.store.recherche import first_rang
from tat_carnet.store.records import fait_to_columns
from tat_carnet.usecases.demonstration import load_scenario

Action = Callable[[], object]
PAGE = 100
"""Faits demandés par une recherche, comme à l'écran."""

# Les deux montrent une fenêtre et s'arrêtent à sa première image.
UNTIL_PAINTED = """
def until_painted(*_):
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication
    class Watcher(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                import os
                os._exit(0)
            return False
    app = QApplication.instance()
    watcher = Watcher()
    app.installEventFilter(watcher)
    while True:
        app.processEvents()
"""
EMPTY_WINDOW = UNTIL_PAINTED + (
    "from PySide6.QtWidgets import QApplication, QWidget\n"
    "app = QApplication([]); window = QWidget(); window.show(); until_painted()"
)
APPLICATION = UNTIL_PAINTED + (
    "import sys\n"
    "from PySide6.QtWidgets import QApplication\n"
    "QApplication.exec = until_painted\n"
    "from tat_carnet.__main__ import main\n"
    "main(sys.argv[1:])"
)


def timed(action: Action) -> float:
    """La durée d'un appel, en secondes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def alternate(app: Sequence[Action], plain: Sequence[Action]) -> tuple[list[float], list[float]]:
    """Les durées des deux côtés, mesurés tour à tour."""
    pairs = [(timed(ours), timed(theirs)) for ours, theirs in zip(app, plain, strict=True)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def report(name: str, ours: float, theirs: float, target: str) -> None:
    """Une ligne du tableau : durées en millisecondes, rapport, cible."""
    rapport = f"{ours / theirs:.2f} ×".replace(".", ",")
    print(f"{name:<44} {ours * 1000:>9.2f} {theirs * 1000:>9.2f} {rapport:>9}   {target}")


def launch(program: str, *arguments: str) -> Action:
    """Un lancement complet : un nouveau processus, jusqu'à la première image.

    Le code compilé est gardé d'un lancement à l'autre, comme chez la personne.
    """
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-c", program, *arguments]
    return lambda: subprocess.run(command, check=True, env=environment)


def bench_cold_start(folder: Path, runs: int) -> None:
    """Du processus à la première image : le seuil d'un cahier existant, une fenêtre vide."""
    cahier = folder / "Essai.cahier"
    create(cahier, tirer_phrase(), draw()).close()
    ours, theirs = launch(APPLICATION, str(cahier)), launch(EMPTY_WINDOW)
    alternate([ours], [theirs])  # met les fichiers en mémoire pour les deux
    app, plain = alternate([ours] * runs, [theirs] * runs)
    report("ouvrir jusqu'au déverrouillage", median(app), median(plain), "≤ 1,6 ×")


def many_faits(count: int) -> Iterator[Fait]:
    """Des faits du scénario, mêlés et étalés dans le temps ; toujours les mêmes."""
    chance = random.Random(2026)
    known = load_scenario(date(2026, 11, 21)).faits
    start = datetime(2020, 1, 1, 18)
    for number in range(count):
        words = [
            word for fait in chance.sample(known, 3) for word in fait.texte_brut.lire().split()
        ]
        text = TexteBrut(" ".join(chance.sample(words, min(len(words), 40))))
        instant = start + timedelta(minutes=17 * number)
        model = replace(chance.choice(known), tournee_id=None)
        yield replace(model, id=new_id(), instant=instant, texte_brut=text)


def plain_database(path: Path) -> sqlite3.Connection:
    """Le témoin : SQLite de Python en clair, mêmes colonnes, même index FTS5, même durabilité."""
    names = list(fait_to_columns(Fait(datetime.min)))
    columns = ", ".join(name for name in names if name != "id")
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(f"""
        PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16384;
        CREATE TABLE fait (rang INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {columns});
        CREATE INDEX fait_du_site ON fait (site_id);
        CREATE VIRTUAL TABLE fait_index USING fts5 (texte_brut, libelle_autre, content='fait',
            content_rowid='rang', tokenize='unicode61 remove_diacritics 2');
        CREATE TRIGGER indexe AFTER INSERT ON fait BEGIN
            INSERT INTO fait_index (rowid, texte_brut, libelle_autre)
            VALUES (new.rang, new.texte_brut, new.libelle_autre);
        END;
    """)
    return connection


def plain_save(connection: sqlite3.Connection, fait: Fait) -> None:
    """La même ligne, une transaction durable."""
    row: dict[str, Any] = fait_to_columns(fait) | {"rang": first_rang(fait.instant)}
    places = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO fait ({', '.join(row)}) VALUES ({places})", list(row.values()))


def plain_search(connection: sqlite3.Connection, word: str) -> list[Any]:
    """La même page de lignes, la plus récente d'abord."""
    return connection.execute(
        "SELECT * FROM fait WHERE rang IN (SELECT rowid FROM fait_index WHERE fait_index MATCH ? "
        "ORDER BY rowid DESC LIMIT ?) ORDER BY rang DESC",
        (f'"{word}"*', PAGE),
    ).fetchall()


def bench_saves(cahier: CahierOuvert, plain: sqlite3.Connection, faits: Sequence[Fait]) -> None:
    """Chaque enregistrement est durable, index compris."""
    ours, theirs = alternate(
        [lambda fait=fait: cahier.save_fait(fait) for fait in faits],  # type: ignore[misc]
        [lambda fait=fait: plain_save(plain, fait) for fait in faits],  # type: ignore[misc]
    )
    report(f"enregistrer un fait, {len(faits)} faits", median(ours), median(theirs), "≤ 2,5 ×")


def bench_searches(cahier: CahierOuvert, plain: sqlite3.Connection, faits: Sequence[Fait]) -> None:
    """Ce que l'écran demande à chaque lettre tapée, dès la deuxième."""
    chance = random.Random(2026)
    words = sorted({word for fait in faits[:500] for word in fait.texte_brut.lire().split()})
    chosen = [word for word in words if word.isalpha() and len(word) >= 4]
    typed = [word[:end] for word in chance.sample(chosen, 60) for end in range(2, len(word) + 1)]
    ours, theirs = alternate(
        [lambda word=word: cahier.faits(Filtre(texte=word), PAGE) for word in typed],  # type: ignore[misc]
        [lambda word=word: plain_search(plain, word) for word in typed],  # type: ignore[misc]
    )
    name = f"chercher en tapant, {len(faits)} faits"
    report(f"{name}, p50", median(ours), median(theirs), "≤ 2 ×")
    report(f"{name}, p95", quantiles(ours, n=20)[-1], quantiles(theirs, n=20)[-1], "≤ 2 ×, 10 ms")


def bench_faits(folder: Path, count: int) -> None:
    """Enregistrer puis chercher les mêmes faits, dans le coffre et en clair."""
    faits = list(many_faits(count))
    plain = plain_database(folder / "clair.db")
    with open_demo(folder) as cahier:
        for site in load_scenario(date(2026, 11, 21)).sites:
            cahier.save_site(site)
        bench_saves(cahier, plain, faits)
        bench_searches(cahier, plain, faits)
    plain.close()


def main() -> None:
    """Imprime le tableau."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--faits", type=int, default=10_000, help="faits à écrire")
    parser.add_argument("--lancements", type=int, default=15, help="lancements de chaque fenêtre")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"{'mesure (ms, médianes)':<44} {'carnet':>9} {'témoin':>9} {'rapport':>9}   cible")
    with tempfile.TemporaryDirectory() as folder:
        bench_cold_start(Path(folder), options.lancements)
        bench_faits(Path(folder), options.faits)


if __name__ == "__main__":
    main()
