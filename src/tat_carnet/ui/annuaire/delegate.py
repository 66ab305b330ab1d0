"""Le tracé d'une structure : son nom et sa nature, la fonction et le territoire."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter

from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.ui.annuaire.model import A_VERIFIER_ROLE, PARTENAIRE_ROLE
from tat_carnet.ui.theme.tokens import E12, Palette
from tat_carnet.ui.typographie import majuscule
from tat_carnet.ui.widgets.two_lines import TwoLinesDelegate, draw_text

A_VERIFIER = "à vérifier"


class PartenaireDelegate(TwoLinesDelegate):
    """« À vérifier » se dit en toutes lettres."""

    def paint_lines(
        self,
        painter: QPainter,
        lines: tuple[QRect, QRect],
        index: QModelIndex | QPersistentModelIndex,
        palette: Palette,
    ) -> None:
        """Trace une structure."""
        top, bottom = lines
        fiche: Partenaire = index.data(PARTENAIRE_ROLE)
        if index.data(A_VERIFIER_ROLE):
            used = draw_text(painter, top, A_VERIFIER, palette.alerte, right=True)
            top = top.adjusted(0, 0, -used - E12, 0)
        draw_text(painter, top, fiche.nom, palette.encre, bold=True)
        details = (majuscule(libelle(fiche.type)), fiche.fonction, fiche.territoire)
        draw_text(painter, bottom, " · ".join(filter(None, details)), palette.encre_douce)
