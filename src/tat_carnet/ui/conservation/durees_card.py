"""Les durées de conservation : on les raccourcit, on ne les allonge jamais."""

from __future__ import annotations

from collections.abc import Mapping

from tat_carnet.domain.conservation import CHOIX, DUREES, Objet
from tat_carnet.domain.libelles import libelle
from tat_carnet.ui.conservation.mots import duree
from tat_carnet.ui.conservation.suivi import Suivi
from tat_carnet.ui.widgets.basics import Button, Card, clear_layout, label, vertical
from tat_carnet.ui.widgets.flow import Flow


class DureesCard(Card):
    """Une rangée de durées par objet, jusqu'à celle par défaut."""

    def __init__(self, suivi: Suivi) -> None:
        super().__init__("Combien de temps le cahier garde")
        self._suivi = suivi
        self.buttons: dict[tuple[Objet, int], Button] = {}
        text = (
            "Ces durées se raccourcissent ; aucune ne dépasse celle de départ. Raccourcir n’efface "
            "rien tout de suite : quinze jours d’avertissement d’abord."
        )
        self.body.addWidget(label(text, "doux"))
        self.rows = vertical()
        self.body.addLayout(self.rows)

    def show_durees(self, durees: Mapping[Objet, int]) -> None:
        """Coche les durées réglées."""
        if {objet for objet, _ in self.buttons} != set(durees):
            self._build(tuple(durees))
        for (objet, mois), button in self.buttons.items():
            button.setChecked(durees[objet] == mois)

    def _build(self, objets: tuple[Objet, ...]) -> None:
        clear_layout(self.rows)
        self.buttons.clear()
        for objet in objets:
            self.rows.addWidget(label(_NAMES[objet], "fort"))
            row = Flow()
            for mois in CHOIX:
                if mois <= DUREES[objet]:
                    button = Button(duree(mois), "puce")
                    button.setAccessibleName(f"{libelle(objet)} : {duree(mois)}")
                    button.setCheckable(True)
                    button.clicked.connect(
                        lambda _=False, o=objet, m=mois: self._suivi.set_duree(o, m)
                    )
                    row.flow.addWidget(button)
                    self.buttons[objet, mois] = button
            self.rows.addWidget(row)


_NAMES = {
    Objet.textes_bruts: "Textes bruts : vos mots, les notes de tournée, les mots que vous masquez",
    Objet.tournees: "Tournées",
    Objet.situations: "Situations, après le dernier contact",
    Objet.faits: "Faits codés, et leur texte relu",
    Objet.documents: "Courriers et documents",
    Objet.journaux: "Journaux des sorties et des purges",
}
