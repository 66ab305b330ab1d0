"""Quels faits citer : par lieu, le plus fourni d'abord, chacun avec les tournées qu'il a fallu."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from tat_carnet.domain.fait import Site
from tat_carnet.domain.libelles import libelle
from tat_carnet.ui.cahier.filters import CodeCombo
from tat_carnet.ui.theme.tokens import E4, E8, E12
from tat_carnet.ui.typographie import compte, jour_court
from tat_carnet.ui.widgets.basics import (
    Card,
    ElidedLabel,
    clear_layout,
    horizontal,
    label,
    vertical,
)
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.fait_rows import fait_type
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.usecases.courriers.preparer import (
    CITES_AU_PLUS,
    JOURS,
    Choix,
    FaitProposable,
)

SHOWN: Final = 30
"""Faits montrés par lieu, et faits refusés montrés : au-delà, on ne choisit plus."""
SITE_WIDTH: Final = 280
"""Assez pour un nom de lieu et le nombre de ses faits."""
PERIODES: Final = {
    14: "Deux semaines",
    30: "Un mois",
    JOURS: "Deux mois",
    182: "Six mois",
}


class FactsPicker(Card):
    """`ticked_changed` : une case a changé ; `period_chosen` demande les faits d'autant de jours.

    Un fait coché le reste quand le filtre le cache : le compte, au-dessous, dit tout ce qui part.
    """

    ticked_changed = Signal()
    period_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__("Quels faits ?")
        self._choix: Choix | None = None
        self._places: dict[str, list[QWidget]] = {}
        self.boxes: dict[str, QCheckBox] = {}
        self.site = CodeCombo("Lieu", "Tous les lieux")
        self.site.setMinimumWidth(SITE_WIDTH)
        self.period = CodeCombo("Période", PERIODES[JOURS])
        for days, text in PERIODES.items():
            if days != JOURS:
                self.period.add(text, days)
        filters = Flow()
        for combo in (self.site, self.period):
            filters.flow.addWidget(combo)
        self.rows = vertical(gap=E4)
        self.summary = label("", "fort")
        self.refused = Expander("Faits qui n’entrent pas")
        self.refused_rows = vertical(gap=E4)
        self.refused.body.addLayout(self.refused_rows)
        self.body.addWidget(filters)
        self.body.addLayout(self.rows)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.refused)
        self.site.currentIndexChanged.connect(self._filter)
        self.period.currentIndexChanged.connect(lambda: self.period_chosen.emit(self.days))

    @property
    def days(self) -> int:
        """Jusqu'où remonter, en jours."""
        return self.period.code or JOURS

    @property
    def ticked(self) -> tuple[str, ...]:
        """Les faits cochés, le plus ancien d'abord."""
        if self._choix is None:
            return ()
        ids = [p.fait.id for p in reversed(self._choix.citables)]
        return tuple(i for i in ids if i in self.boxes and self.boxes[i].isChecked())

    def reset(self) -> None:
        """Tous les lieux, la période d'ordinaire, sans rien annoncer."""
        for combo in (self.site, self.period):
            combo.blockSignals(True)
            combo.choose(None)
            combo.blockSignals(False)

    def show_choices(self, choix: Choix, ticked: Collection[str]) -> None:
        """Montre les faits du modèle, ceux-là cochés."""
        self._choix = choix
        self.site.refill((f"{site.libelle_public} ({n})", site.id) for site, n in choix.lieux)
        self._show_rows(choix, ticked)
        self._show_refused([p for p in choix.faits if p.refus])
        self._filter()
        self._sum_up()

    def _show_rows(self, choix: Choix, ticked: Collection[str]) -> None:
        clear_layout(self.rows)
        self.boxes, self._places = {}, {}
        for site, count in choix.lieux:
            heading = label(self._heading(site, count), "fort")
            self.rows.addWidget(heading)
            self._places[site.id] = [heading]
            here = [p for p in choix.citables if p.site.id == site.id]
            for proposable in here[:SHOWN] + [p for p in here[SHOWN:] if p.fait.id in ticked]:
                self._places[site.id].append(self._row(proposable, ticked))
        if not choix.citables:
            nothing = (
                "Aucun fait assez solide sur cette période. Élargissez-la, ou faites attester."
            )
            self.rows.addWidget(label(nothing, "doux"))

    def _row(self, proposable: FaitProposable, ticked: Collection[str]) -> QWidget:
        """La case, puis le début de ce que dirait la lettre, coupé à la place qui reste."""
        row = QWidget()
        cells = horizontal(row, gap=E8)
        box = QCheckBox(line(proposable))
        box.setChecked(proposable.fait.id in ticked)
        box.setAccessibleName(f"{proposable.site.libelle_public}, {line(proposable)}")
        box.toggled.connect(self._toggled)
        said = " ".join(proposable.fait.formulation.split())
        cells.addWidget(box)
        cells.addWidget(ElidedLabel(f"« {said} »" if said else ""), 1)
        self.rows.addWidget(row)
        self.boxes[proposable.fait.id] = box
        return row

    def _heading(self, site: Site, count: int) -> str:
        assert self._choix is not None
        faits = compte(count, "fait", "faits")
        effort = self._choix.effort((site.secteur,))
        tournees = compte(effort, "tournée", "tournées", feminin=True)
        return f"{site.libelle_public} : {faits}, pour {tournees} du secteur"

    def _show_refused(self, refused: Sequence[FaitProposable]) -> None:
        clear_layout(self.refused_rows)
        self.refused.setVisible(bool(refused))
        self.refused.set_title(f"Faits qui n’entrent pas ({len(refused)})")
        for p in refused[:SHOWN]:
            text = f"{p.site.libelle_public} · {line(p)} — {p.refus}"
            self.refused_rows.addWidget(label(text, "doux"))

    def _filter(self) -> None:
        """Ne montre que le lieu choisi."""
        wanted = self.site.code
        for site_id, widgets in self._places.items():
            for widget in widgets:
                widget.setVisible(wanted is None or site_id == wanted)
            top = E12 if wanted is None and site_id != next(iter(self._places)) else 0
            widgets[0].setContentsMargins(0, top, 0, 0)

    def _toggled(self) -> None:
        self._sum_up()
        self.ticked_changed.emit()

    def _sum_up(self) -> None:
        """« 3 faits cochés » ; au-delà de ce que tient une page, le dit."""
        count = len(self.ticked)
        text = compte(count, "fait coché", "faits cochés")
        if count > CITES_AU_PLUS:
            text += f" : au-delà de {CITES_AU_PLUS}, la lettre déborde souvent d’une page"
        self.summary.setText(text)


def line(proposable: FaitProposable) -> str:
    """« ven. 13 nov. · Matériel d'injection · attesté »."""
    fait = proposable.fait
    return " · ".join((jour_court(fait.instant.date()), fait_type(fait), libelle(fait.attestation)))
