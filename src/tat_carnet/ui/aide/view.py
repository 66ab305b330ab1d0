"""L'écran « Aide » : des titres que l'on déplie."""

from __future__ import annotations

from tat_carnet.ui.aide.page import fill
from tat_carnet.ui.aide.sujets import sujets
from tat_carnet.ui.context import Context
from tat_carnet.ui.theme.tokens import E8, E12, E40
from tat_carnet.ui.widgets.basics import label, vertical
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.narrow import narrow
from tat_carnet.ui.widgets.page import Page


class AideView(Page):
    """Un volet par sujet, repliés. `volets` les rend par leur nom."""

    projectable = True

    def __init__(self, _context: Context) -> None:
        super().__init__("Aide")
        self.body.addWidget(
            label("Tout est ici, sans connexion. Dépliez ce qui vous arrive.", "doux")
        )
        self.volets: dict[str, Expander] = {}
        column = vertical(gap=E8)
        self.body.addLayout(column)
        for sujet in sujets():
            volet = self.volets[sujet.nom] = Expander(sujet.titre)
            volet.body.setContentsMargins(E40, 0, 0, E12)
            fill(volet.body, sujet)
            column.addLayout(narrow(volet))
        self.body.addStretch(1)

    def arrive(self, nom: str = "") -> None:
        """Déplie le sujet demandé, s'il y en a un."""
        if nom:
            self.volets[nom].toggle.setChecked(True)
            self.volets[nom].toggle.setFocus()
