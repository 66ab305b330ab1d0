"""Parler sur le terminal, en français et sans rien du cahier."""

from __future__ import annotations

import sys

from tat_carnet.documents.typographie import propre


def dire(text: str) -> None:
    """Une phrase sur la sortie."""
    print(propre(text), flush=True)  # noqa: T201 — le terminal est ici la fenêtre


def dire_erreur(text: str) -> None:
    """Une phrase sur la sortie d'erreur."""
    print(propre(text), file=sys.stderr, flush=True)  # noqa: T201
