"""Le paragraphe d'un PDF : coupé une fois, écrit d'un trait.

reportlab mesure un paragraphe, puis le mesure encore pour le poser, et l'entoure d'opérateurs que
la contre-lecture relira un à un : à cinq cents faits, un quart du temps d'une sortie.
"""

from __future__ import annotations

from typing import Any

from reportlab.lib.enums import TA_LEFT
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus.paragraph import Paragraph

UNIE = 0
"""Le `kind` que reportlab donne à des lignes d'une seule police."""


class ParagraphePdf(Paragraph):
    """Comme celui de reportlab, à la même place, aux mêmes lignes.

    Il ne connaît que des graisses et des couleurs : ni lien, ni soulignement, ni indice.
    """

    _largeur_coupee: float | None = None

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """La largeur et la hauteur, en points ; les lignes ne dépendent que de la largeur."""
        # Couper un paragraphe entre deux pages peut lui ôter ses lignes.
        if self._largeur_coupee != avail_width or not hasattr(self, "blPara"):
            super().wrap(avail_width, avail_height)
            self._largeur_coupee = avail_width
        return self.width, self.height

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N803
        """Écrit les lignes ; un paragraphe à puce, comme reportlab."""
        if self.style.alignment != TA_LEFT or self.bulletText:
            super().drawOn(canvas, x, y, _sW)
            return
        style = self.style
        texte = canvas.beginText(x + style.leftIndent, y + self.height - style.fontSize)
        if self.blPara.kind == UNIE:
            self._commencer(texte, style.fontName, style.textColor)
            for _, mots in self.blPara.lines:
                texte.textLine(" ".join(mots))
        else:
            for ligne in self.blPara.lines:
                self._ecrire_graisses(texte, ligne)
        canvas.drawText(texte)

    def _ecrire_graisses(self, texte: PDFTextObject, ligne: Any) -> None:
        for morceau in ligne.words:
            self._commencer(texte, morceau.fontName, morceau.textColor)
            texte.textOut(morceau.text)
        texte.moveCursor(0, self.style.leading)

    def _commencer(self, texte: PDFTextObject, police: str, couleur: object) -> None:
        texte.setFillColor(couleur)
        texte.setFont(police, self.style.fontSize, self.style.leading)
