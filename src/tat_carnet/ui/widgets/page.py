"""La forme commune des écrans : un titre, ses gestes, et un corps qui défile."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from tat_carnet.ui.theme.tokens import E12, E16, E24
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import ElidedLabel, horizontal, vertical
from tat_carnet.ui.widgets.tall import scrolling


class _Content(QWidget):
    """Ce qui défile : sa hauteur suit sa largeur, sans vide au-dessous.

    Qt demanderait sinon la hauteur des textes pliés à leur plus petite largeur.
    """

    def minimumSizeHint(self) -> QSize:
        """La largeur au plus juste ; la hauteur se calcule d'après la largeur donnée."""
        hint = super().minimumSizeHint()
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return hint
        return QSize(hint.width(), 0)


class Page(QWidget):
    """Un écran ; `tools` est la rangée du titre, `body` la colonne qui défile, `banner` la voix.

    `scrolling=False` laisse la place entière au corps (listes, éditeurs).

    `projectable` : cet écran a été pensé pour être projeté. Les autres se cachent derrière un
    rideau ; et même projetable, un écran ne reçoit alors du cahier rien de brut.
    """

    projectable: ClassVar[bool] = False

    def __init__(self, title: str, *, scrolling: bool = True) -> None:
        super().__init__()
        self.setProperty("role", "fond")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = vertical(self, gap=0)
        head = horizontal(margin=0, gap=E12)
        head.setContentsMargins(E24, E16, E24, E12)
        self.title = ElidedLabel(title)
        self.title.setProperty("role", "titre")
        head.addWidget(self.title, 1)
        self.tools = horizontal()
        head.addLayout(self.tools)
        outer.addLayout(head)
        self.banner = Banner()
        wrap = vertical(gap=0)
        wrap.setContentsMargins(E24, 0, E24, 0)
        wrap.addWidget(self.banner)
        outer.addLayout(wrap)
        self._scrolled: QScrollArea | None = None
        self.body = self._scrolling(outer) if scrolling else self._plain(outer)

    def arrive(self) -> None:
        """L'écran vient d'être montré : relire ce qu'il montre, poser le curseur."""

    def flush_draft(self) -> None:
        """Écrire ce qui ne l'est pas encore : un verrouillage arrive."""

    def reveal(self, widget: QWidget) -> None:
        """Fait défiler jusqu'à ce qui vient de paraître, une fois sa place connue."""

        def scroll() -> None:
            content = self._scrolled.widget() if self._scrolled is not None else None
            if self._scrolled is not None and content is not None:
                self._scrolled.verticalScrollBar().setValue(widget.mapTo(content, QPoint()).y())

        QTimer.singleShot(0, widget, scroll)

    def _plain(self, outer: QVBoxLayout) -> QVBoxLayout:
        body = vertical(gap=E16)
        body.setContentsMargins(E24, E12, E24, E16)
        outer.addLayout(body, 1)
        return body

    def _scrolling(self, outer: QVBoxLayout) -> QVBoxLayout:
        content = _Content()
        body = vertical(content, gap=E16)
        body.setContentsMargins(E24, E12, E24, E24)
        area = scrolling(content)
        outer.addWidget(area, 1)
        self._scrolled = area
        return body
