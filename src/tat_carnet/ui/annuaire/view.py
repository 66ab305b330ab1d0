"""L'écran « Annuaire » : la liste à gauche, ce qu'on fait d'une structure à droite."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from tat_carnet.domain.partenaire import Echange, Partenaire
from tat_carnet.ui.annuaire.doubles_panel import DoublesPanel
from tat_carnet.ui.annuaire.entrees import Entrees
from tat_carnet.ui.annuaire.fiche import FichePane
from tat_carnet.ui.annuaire.form import FicheForm
from tat_carnet.ui.annuaire.liste import StructureList
from tat_carnet.ui.annuaire.sorties import SortiesAnnuaire
from tat_carnet.ui.context import Context
from tat_carnet.ui.typographie import compte
from tat_carnet.ui.widgets.basics import Button, label
from tat_carnet.ui.widgets.columns import Columns
from tat_carnet.ui.widgets.page import Page
from tat_carnet.ui.widgets.tall import scrolling
from tat_carnet.usecases.annuaire.tenir import (
    Enregistree,
    Retiree,
    doubles,
    enregistrer,
    fusionner_fiches,
    noter_echange,
    reprendre,
    retirer,
    verifier,
)

NARROW: Final = 780
"""Largeur, en pixels, sous laquelle la liste et la fiche ne tiennent pas côte à côte."""


class AnnuaireView(Page):
    """Chercher une structure, lire sa fiche, la tenir à jour."""

    def __init__(self, context: Context) -> None:
        super().__init__("Annuaire", scrolling=False)
        self._context = context
        today = context.clock().date()
        self.count = label("", "doux", wrap=False)
        self.new = Button("Nouvelle structure", "premier", icon_name="plus")
        self.more = Button("Importer, imprimer", icon_name="printer")
        for tool in (self.count, self.more, self.new):
            self.tools.addWidget(tool)
        self.structures = StructureList(context.tasks, today)
        self.fiche, self.form = FichePane(today), FicheForm(today)
        self.sorties = SortiesAnnuaire(context, self.banner)
        self.entrees = Entrees(context, self.banner, self.sorties.busy, self)
        self.doubles = DoublesPanel()
        self._narrow = False
        self._lay_out()
        self._connect()

    def arrive(self, partenaire_id: str | None = None) -> None:
        """Relit la liste ; `partenaire_id` : ouvrir cette fiche."""
        self.structures.want(partenaire_id)
        self.structures.search.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Trop étroit pour deux colonnes : la fiche prend la place de la liste."""
        self._narrow = event.size().width() < NARROW
        self.structures.setVisible(not (self._narrow and not self.side.isHidden()))
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        self.side = QStackedWidget()
        self._areas: dict[QWidget, QScrollArea] = {
            panel: scrolling(panel)
            for panel in (self.fiche, self.form, self.entrees.panel, self.doubles, self.sorties)
        }
        for area in self._areas.values():
            self.side.addWidget(area)
        self.side.hide()
        self.body.addWidget(self.structures.search)
        self.body.addWidget(self.structures.filters)
        self.body.addWidget(Columns((self.structures, 5), (self.side, 6), stack_below=0), 1)

    def _connect(self) -> None:
        self.structures.opened.connect(self._open)
        self.structures.counted.connect(self._counted)
        self.structures.creation_asked.connect(partial(self._edit, None))
        self.new.clicked.connect(lambda: self._edit(None))
        self.more.clicked.connect(lambda: self._show_side(self.sorties))
        self.sorties.import_asked.connect(self.entrees.choose_file)
        self.sorties.doubles_asked.connect(self._find_doubles)
        self.entrees.ready.connect(lambda: self._show_side(self.entrees.panel))
        self.entrees.written.connect(self._imported)
        self.fiche.edit_asked.connect(self._edit)
        self.fiche.verified.connect(self._verify)
        self.fiche.removal_asked.connect(self._remove)
        self.fiche.echange_written.connect(self._write_echange)
        self.form.confirmed.connect(self._save)
        self.doubles.merged.connect(self._merge)
        for panel in (self.form, self.entrees.panel, self.doubles, self.sorties):
            panel.cancelled.connect(self._close_side)
        self.fiche.closed.connect(self._close_side)

    def _counted(self, total: int, opened: bool) -> None:
        self.count.setText(compte(total, "structure", "structures", feminin=True))
        if not opened and self._side_shows(self.fiche):
            self.side.hide()
            self.structures.show()

    def _open(self, fiche: Partenaire) -> None:
        self._context.tasks.query(
            lambda cahier: cahier.echanges(fiche.id), partial(self._show_fiche, fiche), self
        )

    def _show_fiche(self, fiche: Partenaire, echanges: Sequence[Echange]) -> None:
        self.fiche.show_partenaire(fiche, echanges)
        self._show_side(self.fiche)

    def _side_shows(self, panel: QWidget) -> bool:
        return self.side.currentWidget() is self._areas[panel]

    def _show_side(self, panel: QWidget) -> None:
        area = self._areas[panel]
        self.side.setCurrentWidget(area)
        area.verticalScrollBar().setValue(0)
        self.side.show()
        self.structures.setVisible(not self._narrow)

    def _close_side(self) -> None:
        self.side.hide()
        self.structures.show()
        self.structures.forget()
        self.structures.search.setFocus()

    def _edit(self, partenaire: Partenaire | None) -> None:
        self._show_side(self.form)
        self.form.edit(partenaire)

    def _save(self, partenaire: Partenaire) -> None:
        self._context.tasks.change(
            lambda cahier: enregistrer(cahier, partenaire), self._saved, self, self.form.refuse
        )

    def _saved(self, done: Enregistree) -> None:
        self._reload(done.partenaire.id)
        if done.double is None:
            self.banner.tell("La fiche est enregistrée.")
            return
        self.banner.tell(
            "La fiche est enregistrée. Une autre dit la même structure et la même fonction.",
            "alerte",
            action=("Fusionner les deux", partial(self._merge, done.double, done.partenaire)),
        )

    def _reload(self, partenaire_id: str) -> None:
        """Relit la liste et rouvre cette fiche."""
        self.structures.forget()
        self.arrive(partenaire_id)
        self._context.tasks.query(
            lambda cahier: (cahier.partenaire(partenaire_id), cahier.echanges(partenaire_id)),
            lambda found: self._show_fiche(*found),
            self,
        )

    def _verify(self, partenaire: Partenaire) -> None:
        day = self._context.clock().date()
        self._context.tasks.change(
            lambda cahier: verifier(cahier, partenaire, day),
            lambda fiche: self._reload(fiche.id),
            self,
        )

    def _write_echange(self, echange: Echange) -> None:
        self._context.tasks.change(
            lambda cahier: noter_echange(cahier, echange), self._echange_written, self
        )

    def _echange_written(self, echange: Echange) -> None:
        self.banner.tell("L’échange est noté.")
        self._reload(echange.partenaire_id)

    def _remove(self, partenaire: Partenaire) -> None:
        self._context.tasks.change(
            lambda cahier: retirer(cahier, partenaire),
            self._removed,
            self,
            lambda error: self.banner.tell(error.phrase, "alerte"),
        )

    def _removed(self, removed: Retiree) -> None:
        self._close_side()
        self.structures.reload()
        again = ("La reprendre", partial(self._take_back, removed))
        self.banner.tell("La fiche est retirée, avec ses échanges.", action=again)

    def _take_back(self, removed: Retiree) -> None:
        def back(fiche: Partenaire) -> None:
            self.banner.tell("La fiche est revenue, avec ses échanges.")
            self._reload(fiche.id)

        self._context.tasks.change(lambda cahier: reprendre(cahier, removed), back, self)

    def _merge(self, gardee: Partenaire, autre: Partenaire) -> None:
        self._context.tasks.change(
            lambda cahier: fusionner_fiches(cahier, gardee, autre), self._merged, self
        )

    def _merged(self, fiche: Partenaire) -> None:
        self.banner.tell("Une seule fiche reste, avec tous les échanges.")
        if self._side_shows(self.doubles):
            self.structures.reload()
            self._find_doubles()
        else:
            self._reload(fiche.id)

    def _find_doubles(self) -> None:
        def show(paires: Sequence[tuple[Partenaire, Partenaire]]) -> None:
            self.doubles.show_pairs(paires)
            self._show_side(self.doubles)

        self._context.tasks.query(doubles, show, self)

    def _imported(self) -> None:
        self._close_side()
        self.structures.reload()
