"""Le paragraphe d'un PDF : coupé une fois, écrit d'un trait.

reportlab mesure un paragraphe, puis le mesure encore pour le poser, et l'entoure de six opérateurs
que la contre-lecture relira un à un : à cinq cents faits, un quart du temps d'une sortie.
"""

from __future__ import annotations

from typing import Any

from reportlab.lib.enums import TA_LEFT
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.paragraph import Paragraph

UNIE = 0
"""Le `kind` que reportlab donne à des lignes d'une seule police."""


class ParagraphePdf(Paragraph):
    """Comme celui de reportlab, à la même place, aux mêmes lignes."""

    _largeur_coupee: float | None = None

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """La largeur et la hauteur, en points ; les lignes ne dépendent que de la largeur."""
        # Couper un paragraphe entre deux pages peut lui ôter ses lignes.
        if self._largeur_coupee != avail_width or not hasattr(self, "blPara"):
            super().wrap(avail_width, avail_height)
            self._largeur_coupee = avail_width
        return self.width, self.height

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N803
        """Écrit les lignes ; un paragraphe à puce ou à deux graisses, comme reportlab."""
        if self._uni:
            self._ecrire(canvas, x + self.style.leftIndent, y)
        else:
            super().drawOn(canvas, x, y, _sW)

    @property
    def _uni(self) -> bool:
        lignes: Any = self.blPara
        return bool(lignes.kind == UNIE and self.style.alignment == TA_LEFT and not self.bulletText)

    def _ecrire(self, canvas: Canvas, x: float, y: float) -> None:
        style = self.style
        texte = canvas.beginText(x, y + self.height - style.fontSize)
        texte.setFillColor(style.textColor)
        texte.setFont(style.fontName, style.fontSize, style.leading)
        for _, mots in self.blPara.lines:
            texte.textLine(" ".join(mots))
        canvas.drawText(texte)
