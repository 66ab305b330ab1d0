"""Un sujet d'aide, mis en page."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tat_carnet.ui.aide.sujets import Bloc, Sujet
from tat_carnet.ui.theme.tokens import E8
from tat_carnet.ui.widgets.basics import horizontal, label

KEY_WIDTH: Final = 132


def fill(column: QVBoxLayout, sujet: Sujet) -> None:
    """Pose les blocs de `sujet` dans une colonne."""
    for bloc in sujet.blocs:
        column.addWidget(_widget(bloc))


def _widget(bloc: Bloc) -> QWidget:
    if bloc.kind == "point":
        return _beside("•", bloc.texte, 12)
    if bloc.kind == "touche":
        return _beside(bloc.touche, bloc.texte, KEY_WIDTH)
    return label(bloc.texte, "fort" if bloc.kind == "intertitre" else "texte")


def _beside(lead: str, text: str, width: int) -> QWidget:
    """Une puce ou une touche à gauche, sur une largeur dite, et le texte à côté."""
    line = QWidget()
    row = horizontal(line, gap=E8)
    mark = label(lead, "fort", wrap=False)
    mark.setMinimumWidth(width)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(text), 1)
    return line
