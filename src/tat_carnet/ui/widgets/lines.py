"""Quelques lignes à écrire : un petit champ, que Tab quitte."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from tat_carnet.ui.typographie import francais

HEIGHT = 84
"""Trois lignes : assez pour voir ce qu'on écrit, sans repousser le champ d'après."""


def lines_editor(placeholder: str = "", height: int = HEIGHT) -> QPlainTextEdit:
    """Le champ ; Tab mène au suivant plutôt que d'écrire une tabulation."""
    editor = QPlainTextEdit()
    editor.setProperty("role", "champ")
    editor.setPlaceholderText(francais(placeholder))
    editor.setTabChangesFocus(True)
    editor.setFixedHeight(height)
    return editor


def read_lines(editor: QPlainTextEdit) -> tuple[str, ...]:
    """Les lignes écrites, les vides ôtées."""
    lines = (line.strip() for line in editor.toPlainText().splitlines())
    return tuple(line for line in lines if line)
