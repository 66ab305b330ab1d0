"""Le geste qui règle ce que le dernier regard a trouvé, et la liste des faits qu'il touche.

D'un geste qui en règle dix-sept, on voit lesquels ; on en ôte un d'un clic, ou par Espace.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from textwrap import fill
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from tat_carnet.anonymisation.risque import Expose, Pas
from tat_carnet.domain.libelles import libelle
from tat_carnet.ui.relecture.codes import codes_en_mots, pas_en_mots
from tat_carnet.ui.theme.tokens import E8, E16
from tat_carnet.ui.typographie import compte, francais
from tat_carnet.ui.widgets.basics import Button, label, vertical
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.wrapped_rows import fit_rows

BUTTON_CHARS: Final = 30
"""Signes par ligne d'un bouton, pour tenir à 150 %."""
REDIRE: Final = "Redire autrement, ou laisser de côté"
HIGHEST: Final = 280
"""Hauteur de la liste avant qu'elle ne défile, en points : ce qui sortira reste sous les yeux."""


@dataclass(frozen=True, slots=True)
class Montee:
    """Des échelons à monter pour des faits, d'un seul geste ; aucun : ils sont à redire."""

    references: tuple[str, ...]
    pas: frozenset[Pas]


@dataclass(frozen=True, slots=True)
class Ecart:
    """Des faits à laisser de côté, ou à reprendre, d'un seul geste."""

    references: tuple[str, ...]
    reprise: bool = False


@dataclass(frozen=True, slots=True)
class Silence:
    """Des récits dont ne dire que la nature, d'un seul geste, pendant la relecture."""

    references: tuple[str, ...]


Geste = Montee | Ecart | Silence


class Remede(QWidget):
    """Un geste et les faits qu'il touche ; `asked` porte ce geste, pour ceux qu'on y a laissés.

    Ce qui s'en va d'un document se montre d'emblée ; le reste, sur demande. Entrée, dans la liste,
    ne fait rien : elle lit et passe dans tout le sas.
    """

    asked = Signal(object)

    def __init__(self, geste: Geste, exposes: Sequence[Expose]) -> None:
        super().__init__()
        self._geste = geste
        self._kept = dict.fromkeys(geste.references, True)
        column = vertical(self, gap=E8)
        row = Flow()
        self.act = Button("", icon_name="undo-2" if _is_return(geste) else "shield-check")
        self.see = Button("", icon_name="chevron-down")
        row.flow.addWidget(self.act)
        row.flow.addWidget(self.see)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("Les faits que ce geste touche")
        self.outcome = label("", "doux")
        column.addWidget(row)
        column.addWidget(self.list)
        column.addWidget(self.outcome)
        for expose in exposes:
            self._add(expose)
        grouped = len(exposes) > 1
        self.see.setVisible(grouped)
        self._unfold(grouped and not isinstance(geste, Montee) and not _is_return(geste))
        self._tell()
        self.list.installEventFilter(self)
        self.list.itemClicked.connect(self._toggle)
        self.see.clicked.connect(lambda: self._unfold(self.list.isHidden()))
        self.act.clicked.connect(self._ask)

    def _add(self, expose: Expose) -> None:
        line = QListWidgetItem(francais(line_of(expose)))
        line.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        line.setData(Qt.ItemDataRole.UserRole, expose.reference)
        line.setCheckState(Qt.CheckState.Checked)
        self.list.addItem(line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Espace ôte un fait de la liste, ou l'y remet ; tenue, elle n'en ôte pas d'autre."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            line = self.list.currentItem()
            if event.key() == Qt.Key.Key_Space and line is not None and not event.isAutoRepeat():
                self._toggle(line)
            if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Plus étroite, chaque ligne en prend deux : la liste montre encore les mêmes."""
        super().resizeEvent(event)
        self._fit()

    def _toggle(self, line: QListWidgetItem) -> None:
        reference = line.data(Qt.ItemDataRole.UserRole)
        self._kept[reference] = not self._kept[reference]
        kept = self._kept[reference]
        line.setCheckState(Qt.CheckState.Checked if kept else Qt.CheckState.Unchecked)
        self._tell()

    def _unfold(self, shown: bool) -> None:
        self.list.setVisible(shown)
        facts = compte(self.list.count(), "fait", "faits")
        self.see.setText("Replier la liste" if shown else f"Voir les {facts}")
        if shown and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._fit()

    def _fit(self) -> None:
        self.list.setFixedHeight(min(sum(fit_rows(self.list)) + E16, HIGHEST))

    @property
    def _chosen(self) -> tuple[str, ...]:
        return tuple(reference for reference, kept in self._kept.items() if kept)

    def _tell(self) -> None:
        chosen, total = len(self._chosen), len(self._kept)
        said = gesture_of(self._geste, chosen)
        # Un bouton ne se replie pas seul : trop long, il pousserait la carte hors de l'écran.
        self.act.setText(fill(said, BUTTON_CHARS, subsequent_indent=" "))
        self.act.setAccessibleName(said)
        self.act.setEnabled(chosen > 0)
        self.outcome.setText(outcome_of(self._geste, chosen, total - chosen))
        self.outcome.setVisible(total > 1)

    def _ask(self) -> None:
        self.asked.emit(replace(self._geste, references=self._chosen))


_STAY: Final = {
    Montee: ("sortira tel quel", "sortiront tels quels"),
    Ecart: ("sortira tel quel", "sortiront tels quels"),
    Silence: ("attend votre décision", "attendent votre décision"),
}
_OUT: Final = ("reste hors du document", "restent hors du document")


def line_of(expose: Expose) -> str:
    """De quoi reconnaître ce fait : sa nature, ses codes, même ceux que le document ne dit pas."""
    said = replace(expose, pas=expose.pas - {Pas.ensemble})
    return f"{libelle(expose.type)}, {codes_en_mots(said)}"


def gesture_of(geste: Geste, facts: int) -> str:
    """Le verbe du bouton : « Laisser ces 16 faits de côté »."""
    these = "ce fait" if facts == 1 else f"ces {facts} faits" if facts else "ces faits"
    if isinstance(geste, Montee):
        return pas_en_mots(geste.pas) if geste.pas else REDIRE
    if isinstance(geste, Silence):
        return f"La nature seule, pour {these.removesuffix(' faits')}"
    return f"Reprendre {these}" if geste.reprise else f"Laisser {these} de côté"


def outcome_of(geste: Geste, facts: int, left: int) -> str:
    """Ce qui changera, et ce qui restera : « De 15 faits, rien ne sortira. 2 restent… »."""
    of_them = compte(facts, "fait", "faits")
    if isinstance(geste, Montee):
        then = "changera, et se relira" if facts == 1 else "changeront, et se reliront"
    elif isinstance(geste, Silence):
        then = "ne dira que sa nature" if facts == 1 else "ne diront que leur nature"
    elif geste.reprise:
        then = "reviendra dans ce document" if facts == 1 else "reviendront dans ce document"
    elif facts == 1:
        then = "ne sortira pas : ni ses mots, ni ses codes"
    else:
        then = "ne sortiront pas : ni leurs mots, ni leurs codes"
    if not left:
        return f"{of_them} {then}."
    stays, stay = _STAY[type(geste)] if not _is_return(geste) else _OUT
    rest = f"1 autre {stays}" if left == 1 else f"{left} autres {stay}"
    return f"{of_them} {then}. {rest}." if facts else f"{rest[:1].upper()}{rest[1:]}."


def _is_return(geste: Geste) -> bool:
    return isinstance(geste, Ecart) and geste.reprise
