"""L'écran « Corbeille »."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tat_carnet.domain.corbeille import FaitJete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.ui.context import Context
from tat_carnet.ui.theme.tokens import E8
from tat_carnet.ui.typographie import jour
from tat_carnet.ui.widgets.basics import Button, Card, clear_layout, horizontal, label, vertical
from tat_carnet.ui.widgets.empty import EmptyState
from tat_carnet.ui.widgets.fait_rows import fait_type, fait_when
from tat_carnet.ui.widgets.page import Page
from tat_carnet.usecases.corbeille import effacer_pour_de_bon
from tat_carnet.usecases.ports import Cahier

SHOWN = 200


class CorbeilleView(Page):
    """Les faits effacés, le dernier d'abord : reprendre, ou effacer pour de bon."""

    def __init__(self, context: Context) -> None:
        super().__init__("Corbeille")
        self._context = context
        self.rows = vertical(gap=E8)
        self.body.addLayout(self.rows)
        self.body.addStretch(1)
        self.takes: list[Button] = []
        self.erases: list[Button] = []

    def arrive(self, *_args: object) -> None:
        """Relit la corbeille."""

        def load(cahier: Cahier) -> tuple[Sequence[FaitJete], dict[str, Site]]:
            return cahier.corbeille(SHOWN + 1), {site.id: site for site in cahier.sites()}

        self._context.tasks.query(load, lambda found: self._show(*found), self)

    def _show(self, jetes: Sequence[FaitJete], sites: dict[str, Site]) -> None:
        clear_layout(self.rows)
        self.takes.clear()
        self.erases.clear()
        for jete in jetes[:SHOWN]:
            self.rows.addWidget(self._row(jete, sites.get(jete.fait.site_id or "")))
        if len(jetes) > SHOWN:
            text = f"Les {SHOWN} derniers. Les autres paraîtront à mesure que ceux-ci s’en vont."
            self.rows.addWidget(label(text, "doux"))
        if not jetes:
            text = (
                "La corbeille est vide. Un fait s’efface depuis sa carte, dans le cahier ; il "
                "reste ici trente jours, à reprendre d’un clic."
            )
            self.rows.addWidget(EmptyState("trash-2", text))
        if self.takes:
            self.takes[0].setFocus()

    def _row(self, jete: FaitJete, site: Site | None) -> Card:
        card = Card(role="papier")  # ce sont des mots bruts, ils restent dans ce cahier
        where = f", {site.libelle_public}" if site else ""
        card.body.addWidget(label(f"{fait_type(jete.fait)}{where}", "fort"))
        today = self._context.clock().date()
        until = jour(jete.disparait_le, annee=True)
        card.body.addWidget(label(f"{fait_when(jete.fait, today)} — disparaît le {until}", "doux"))
        words = " ".join(jete.fait.texte_brut.lire().split())[:200]
        if words:
            card.body.addWidget(label(words))
        take = Button("Reprendre", icon_name="undo-2")
        take.clicked.connect(lambda: self._restore(jete.fait))
        erase = Button("Effacer pour de bon", "danger", icon_name="trash-2")
        erase.clicked.connect(lambda: self._ask(jete))
        row = horizontal()
        row.addWidget(take)
        row.addWidget(erase)
        row.addStretch(1)
        card.body.addLayout(row)
        self.takes.append(take)
        self.erases.append(erase)
        return card

    def _restore(self, fait: Fait) -> None:
        self._context.tasks.change(
            lambda cahier: cahier.restore_fait(fait.id),
            lambda _: self._context.go("cahier", fait.id),
            self,
        )

    def _ask(self, jete: FaitJete) -> None:
        self.banner.tell(
            "Effacer pour de bon ne se défait pas : il n’en restera rien dans ce cahier.",
            "alerte",
            action=("Effacer ce fait", partial(self._erase, jete)),
        )

    def _erase(self, jete: FaitJete) -> None:
        self._context.tasks.change(
            lambda cahier: effacer_pour_de_bon(cahier, jete.fait.id),
            lambda _: self._erased(),
            self,
        )

    def _erased(self) -> None:
        self.banner.tell("Il n’en reste rien dans ce cahier. Les sauvegardes d’avant le gardent.")
        self.arrive()
