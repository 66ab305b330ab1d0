"""Chercher dans un annuaire de cinq mille structures : ce que l'écran demande à chaque touche."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from functools import partial
from statistics import median, quantiles
from typing import Any

from bench.banc import Banc, alternate
from bench.cahiers import plain_connection
from tat_carnet.domain.partenaire import FiltreAnnuaire, Partenaire
from tat_carnet.domain.recherche import words
from tat_carnet.domain.vocabulaire import TypePartenaire
from tat_carnet.store.annuaire import partenaire_to_columns
from tat_carnet.store.cahier import CahierOuvert, open_demo

STRUCTURES = 5_000
PAGE = 100
"""Fiches demandées par une recherche, comme à l'écran."""
_GENRES = ("Agence", "Centre social", "Régie", "Maison de quartier", "Espace Prévention", "Accueil")
_LIEUX = ("Aubépines", "Canal", "Farfadets", "Lavoir", "Merles", "Tuilerie", "Zéphyr", "Horloge")
_FONCTIONS = ("Direction", "Accueil", "Responsable de secteur", "Gardien d’immeuble")


def structures() -> list[Partenaire]:
    """Cinq mille structures fictives, toujours les mêmes."""
    chance = random.Random(2026)
    return [
        Partenaire(
            f"{chance.choice(_GENRES)} {chance.choice(_LIEUX)} {rang}",
            chance.choice(list(TypePartenaire)),
            fonction=chance.choice(_FONCTIONS),
            adresse=f"{rang} rue du Lavoir\n99000 Brumerive",
            territoire=chance.choice(_LIEUX),
            id=f"p{rang}",
        )
        for rang in range(STRUCTURES)
    ]


def typed_words() -> list[str]:
    """Ce qu'on tape : des noms, des fonctions, des secteurs, lettre après lettre."""
    names = ("prévention", "gardien d’immeuble", "farfadets", "aubépines 42", "régie tuilerie")
    return [name[:end] for name in names for end in range(1, len(name) + 1)]


def plain_database(connection: sqlite3.Connection) -> None:
    """Le témoin : les mêmes colonnes, le même ordre, le même index, en clair."""
    names = list(partenaire_to_columns(Partenaire("", TypePartenaire.ville)))
    connection.executescript(f"""
        CREATE TABLE partenaire (numero INTEGER PRIMARY KEY, {", ".join(names)});
        CREATE INDEX partenaire_par_nom ON partenaire (tri, numero);
        CREATE VIRTUAL TABLE partenaire_index USING fts5 (nom, fonction, territoire, codes,
            content='partenaire', content_rowid='numero',
            tokenize='unicode61 remove_diacritics 2');
        CREATE TRIGGER indexe AFTER INSERT ON partenaire BEGIN
            INSERT INTO partenaire_index (rowid, nom, fonction, territoire, codes)
            VALUES (new.numero, new.nom, new.fonction, new.territoire, new.codes);
        END;
    """)
    places = ", ".join("?" * len(names))
    connection.executemany(
        f"INSERT INTO partenaire ({', '.join(names)}) VALUES ({places})",
        [list(partenaire_to_columns(structure).values()) for structure in structures()],
    )


def plain_search(connection: sqlite3.Connection, typed: str) -> list[Any]:
    """La même page, et le même compte."""
    phrase = " AND ".join(f'"{word}"*' for word in words(typed))
    where = "numero IN (SELECT rowid FROM partenaire_index WHERE partenaire_index MATCH ?)"
    connection.execute(f"SELECT count(*) FROM partenaire WHERE {where}", (phrase,)).fetchone()
    return connection.execute(
        f"SELECT * FROM partenaire WHERE {where} ORDER BY tri, numero LIMIT ?", (phrase, PAGE)
    ).fetchall()


def search(cahier: CahierOuvert, typed: str) -> None:
    """Ce que fait l'écran à chaque touche."""
    filtre = FiltreAnnuaire(texte=typed)
    cahier.partenaires(filtre, PAGE)
    cahier.count_partenaires(filtre)


def mesurer(banc: Banc) -> None:
    """Les mêmes touches, dans le coffre et en clair."""
    typed = typed_words() * max(1, banc.tours // 3)
    with (
        open_demo(banc.folder) as cahier,
        closing(plain_connection(banc.folder / "annuaire.db")) as plain,
    ):
        cahier.save_partenaires(structures())
        plain_database(plain)
        ours, theirs = alternate(
            [partial(search, cahier, word) for word in typed],
            [partial(plain_search, plain, word) for word in typed],
        )
    name = f"annuaire de {STRUCTURES} : une touche"
    banc.report(f"{name}, p50", median(ours), median(theirs), "≤ 2 ×")
    ours95, theirs95 = quantiles(ours, n=20)[-1], quantiles(theirs, n=20)[-1]
    banc.report(f"{name}, p95", ours95, theirs95, "≤ 2 ×, 16 ms")
