"""Un lieu et sa mémoire : ce qui en sort, son épingle, les comptes, les derniers faits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from tat_carnet.domain.fait import Site
from tat_carnet.ui.sites.counts import CountsGrid, sentence
from tat_carnet.ui.sites.model import nature
from tat_carnet.ui.sites.plan_view import Pin, PlanView
from tat_carnet.ui.theme.tokens import E8, E12, E16
from tat_carnet.ui.typographie import compte, nombre
from tat_carnet.ui.widgets.basics import (
    Button,
    Card,
    IconLabel,
    clear_layout,
    frame,
    horizontal,
    label,
    vertical,
)
from tat_carnet.ui.widgets.fait_line import FaitLine
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.frise import FriseView
from tat_carnet.ui.widgets.tall import Tall
from tat_carnet.usecases.sites import MemoireSite

HEIGHT = 240
POSER = "Cliquez sur le plan ; ou menez la croix avec les flèches, Entrée pose, Échap renonce."


class SiteDetail(Tall):
    """Ce que le cahier sait d'un lieu, et ce qu'on peut en faire.

    `note_asked`, `facts_asked`, `edit_asked`, `merge_asked`, `delete_asked` portent le site ;
    `pinned` le site et sa position, ou rien ; `fait_asked` l'identifiant d'un fait.
    """

    note_asked = Signal(object)
    facts_asked = Signal(object)
    edit_asked = Signal(object)
    merge_asked = Signal(object)
    delete_asked = Signal(object)
    secteur_asked = Signal(str)
    pinned = Signal(object, object)
    fait_asked = Signal(str)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.site: Site | None = None
        self.name = label("", "sous-titre")
        self.about = label("", "doux")
        self.leaves = label("", "petit")
        self.usage = frame("papier")
        self.usage_text = label("")
        self.note = Button("Noter ici", "premier", icon_name="pencil-line")
        self.facts = Button("Ses faits", icon_name="notebook-pen")
        self.edit = Button("Modifier", icon_name="pencil-line")
        self.merge = Button("Réunir avec un doublon")
        self.delete = Button("Effacer", "danger", icon_name="trash-2")
        self.plan = PlanView(HEIGHT)
        self.plan_hint = label("", "petit")
        self.pin = Button("Poser l’épingle", icon_name="map-pin")
        self.unpin = Button("Retirer l’épingle", "discret")
        self.to_secteur = Button("Importer un plan du secteur", "discret", icon_name="download")
        self.counts = CountsGrid()
        self.counts_title = label("", "fort")
        self.frise = FriseView()
        self._lay_out()
        self._connect()

    def show_memoire(self, memoire: MemoireSite) -> None:
        """Montre un lieu."""
        site = self.site = memoire.site
        self.name.setText(site.libelle_public)
        ilot = f", îlot : {site.ilot}" if site.ilot else ""
        self.about.setText(f"{nature(site)}, secteur {site.secteur}{ilot}")
        self.leaves.setText(_what_leaves(site))
        self.leaves.setVisible(site.designe_un_foyer)
        self.usage.setVisible(bool(site.nom_usage))
        self.usage_text.setText(f"Entre nous : {site.nom_usage.lire()}")
        self._show_plan(memoire)
        total = memoire.comptes.total
        self.facts.setVisible(total > 0)
        self.facts.setText(f"Ses {nombre(total)} faits" if total > 1 else "Son fait")
        self.delete.setVisible(total == 0)
        self.counts_title.setText(sentence(memoire.comptes))
        self.counts.setVisible(bool(memoire.comptes.familles))
        self.counts.show_comptes(memoire.comptes)
        self.frise.setVisible(bool(memoire.frise.marques))
        self.frise.show_frise(memoire.frise)
        self._show_last(memoire)

    def _show_plan(self, memoire: MemoireSite) -> None:
        site, plan = memoire.site, memoire.plan
        self.plan_card.setVisible(plan is not None)
        self.to_secteur.setVisible(plan is None)
        if plan is None:
            return
        where = site.position_plan
        pins = [Pin(site.id, site.libelle_public, where)] if where else []
        self.plan.show_plan(plan, pins, site.id)
        self.pin.setText("Déplacer l’épingle" if where else "Poser l’épingle")
        self.unpin.setVisible(where is not None)
        self.plan_hint.setText("" if where else "Ce lieu n’a pas encore d’épingle.")

    def _show_last(self, memoire: MemoireSite) -> None:
        clear_layout(self.last_rows)
        for fait in memoire.derniers:
            see = ("Voir", partial(self.fait_asked.emit, fait.id))
            self.last_rows.addWidget(FaitLine(fait, None, self._today(), see))
        if not memoire.derniers:
            self.last_rows.addWidget(label("Rien n’y est encore noté.", "doux"))

    def _lay_out(self) -> None:
        column = vertical(self, gap=E16)
        column.setContentsMargins(0, 0, E12, E16)
        head = vertical(gap=E8)
        for text in (self.name, self.about, self.leaves):
            head.addWidget(text)
        row = horizontal(self.usage, margin=E12)
        row.addWidget(IconLabel("lock", "encre_douce", 16))
        row.addWidget(self.usage_text, 1)
        head.addWidget(self.usage)
        gestures = Flow()
        for button in (self.note, self.facts, self.edit, self.merge, self.delete):
            gestures.flow.addWidget(button)
        head.addWidget(gestures)
        head.addWidget(self.to_secteur)
        column.addLayout(head)
        self.plan_card = Card("Sur le plan du secteur")
        self.plan_card.body.addWidget(self.plan)
        self.plan_card.body.addWidget(self.plan_hint)
        pins = Flow()
        pins.flow.addWidget(self.pin)
        pins.flow.addWidget(self.unpin)
        self.plan_card.body.addWidget(pins)
        column.addWidget(self.plan_card)
        counts = Card()
        counts.body.addWidget(self.counts_title)
        counts.body.addWidget(self.frise)
        counts.body.addWidget(self.counts)
        column.addWidget(counts)
        last = Card("Derniers faits")
        self.last_rows = vertical(gap=0)
        last.body.addLayout(self.last_rows)
        column.addWidget(last)
        column.addStretch(1)

    def _connect(self) -> None:
        for button, signal in (
            (self.note, self.note_asked),
            (self.facts, self.facts_asked),
            (self.edit, self.edit_asked),
            (self.merge, self.merge_asked),
            (self.delete, self.delete_asked),
        ):
            button.clicked.connect(lambda _=False, s=signal: s.emit(self.site))
        self.frise.day_chosen.connect(lambda _: self.facts_asked.emit(self.site))
        self.to_secteur.clicked.connect(lambda: self.secteur_asked.emit(self._known().secteur))
        self.pin.clicked.connect(self._start)
        self.unpin.clicked.connect(lambda: self.pinned.emit(self.site, None))
        self.plan.placed.connect(lambda position: self.pinned.emit(self.site, position))
        self.plan.left.connect(self._leave)

    def _start(self) -> None:
        self.plan_hint.setText(POSER)
        self.plan.start_placing(self._known().position_plan)

    def _leave(self) -> None:
        self.plan_hint.setText("L’épingle n’a pas bougé.")
        self.pin.setFocus()

    def _known(self) -> Site:
        assert self.site is not None
        return self.site


def _what_leaves(site: Site) -> str:
    logements = site.logements_approx
    size = "taille inconnue" if logements is None else compte(logements, "logement", "logements")
    return f"Hall, {size} : il sort sous le nom « {site.libelle_exportable} »."
