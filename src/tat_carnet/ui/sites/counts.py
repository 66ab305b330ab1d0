"""Ce que les tournées ont vu d'un lieu, mois par mois, famille par famille."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from tat_carnet.domain.comptes import ComptesSite
from tat_carnet.domain.libelles import libelle
from tat_carnet.ui.theme.tokens import E4, E8
from tat_carnet.ui.typographie import compte, majuscule, mois_court
from tat_carnet.ui.widgets.basics import LabelRole, clear_layout, label, vertical

MOIS_AU_PLUS = 12
INCONNU = "–"


def sentence(comptes: ComptesSite) -> str:
    """« 4 épisodes pour 11 tournées en 12 mois, dont 3 sans rien à signaler »."""
    faits = majuscule(compte(comptes.vus, "épisode", "épisodes"))
    tournees = compte(comptes.effort.tournees, "tournée", "tournées", feminin=True)
    ras = f", dont {comptes.effort.ras} sans rien à signaler" if comptes.effort.ras else ""
    return f"{faits} pour {tournees} du secteur en {len(comptes.mois)} mois{ras}"


class CountsGrid(QWidget):
    """Une ligne par famille, une colonne par mois, l'effort au pied.

    Zéro veut dire « on est passé, on n'a rien vu » ; un tiret, « personne n'est passé ».
    """

    def __init__(self) -> None:
        super().__init__()
        self._column = vertical(self, gap=E8)
        self._cells: list[list[QLabel]] = []
        self.texts: list[list[str]] = []
        # Sans largeur à lui : il montre les mois qui tiennent, les plus récents d'abord.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_comptes(self, comptes: ComptesSite) -> None:
        """Remplace le tableau."""
        clear_layout(self._column)
        self.texts = _table(comptes)
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(E8)
        grid.setVerticalSpacing(E4)
        self._cells = [
            [self._cell(row, column) for column in range(len(texts))]
            for row, texts in enumerate(self.texts)
        ]
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                grid.addWidget(cell, row, column)
        grid.setColumnStretch(0, 1)
        table.setAccessibleName(sentence(comptes))
        self._column.addWidget(table)
        legend = "0 : on est passé sans rien voir. – : personne n’est passé. Démentis non comptés."
        self._column.addWidget(label(legend, "petit"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Montre plus ou moins de mois."""
        super().resizeEvent(event)
        self._fit()

    def _cell(self, row: int, column: int) -> QLabel:
        text, last = self.texts[row][column], len(self.texts) - 1
        role: LabelRole = "petit" if row in (0, last) or text in ("0", INCONNU) else "texte"
        cell = label(text, role, wrap=False)
        if column:
            cell.setAlignment(Qt.AlignmentFlag.AlignRight)
        return cell

    def _fit(self) -> None:
        columns = list(zip(*self._cells, strict=True))
        widths = [max(cell.sizeHint().width() for cell in cells) + E8 for cells in columns]
        room = self.width() - sum(widths[:1])
        for cells, width in reversed(list(zip(columns[1:], widths[1:], strict=True))):
            room -= width
            for cell in cells:
                cell.setVisible(room >= 0)


def _table(comptes: ComptesSite) -> list[list[str]]:
    mois = comptes.mois[-MOIS_AU_PLUS:]
    lines = [["", *(mois_court(premier) for premier in mois)]]
    for famille in comptes.familles:
        counts = [comptes.compte(premier, famille) for premier in mois]
        lines.append([libelle(famille), *(INCONNU if c is None else str(c) for c in counts)])
    lines.append(["Tournées du secteur", *(str(comptes.tournees(premier)) for premier in mois)])
    return lines
