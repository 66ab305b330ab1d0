"""Chercher un mot mal tapé, lettre après lettre : la faute ne doit pas se sentir."""

from __future__ import annotations

import random
from functools import partial
from statistics import median, quantiles

from bench.banc import Banc, timed
from bench.cahiers import PHRASE, closed_cahier
from bench.mesures.chercher import PAGE, typed_words
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store.cahier import unlock


def misspelled() -> list[str]:
    """Les mêmes mots, deux lettres voisines échangées."""
    chance = random.Random(2026)
    words = [word for word in typed_words() if len(word) >= 5]
    places = [chance.randrange(1, len(word) - 1) for word in words]
    return [
        word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        for word, place in zip(words, places, strict=True)
    ]


def mesurer(banc: Banc) -> None:
    """Sans témoin : SQLite seul ne pardonne rien."""
    with unlock(closed_cahier(banc.folder, banc.faits), PHRASE) as cahier:
        taken = [
            timed(partial(cahier.faits, Filtre(texte=word, tolerant=True), PAGE))
            for word in misspelled()
        ]
    name = f"chercher mal tapé, {banc.faits} faits"
    banc.report(f"{name}, p50", median(taken), None, "≤ 10 ms")
    banc.report(f"{name}, p95", quantiles(taken, n=20)[-1], None, "premier mot par lettre compris")
