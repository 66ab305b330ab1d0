"""Le rapport, ligne par ligne : ce qui entre, ce qui reste dehors, et pourquoi."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView

from tat_carnet.domain.importation import Bilan, Remarque
from tat_carnet.ui.typographie import compte, francais, majuscule, nombre
from tat_carnet.ui.widgets.basics import Button, Card, label, set_property
from tat_carnet.ui.widgets.flow import Flow

HAUTEUR: Final = 260


class RapportCard(Card):
    """Les nombres, puis une ligne par remarque ; « Importer » dit combien."""

    def __init__(self) -> None:
        super().__init__("Le rapport")
        self.summary = label("", "fort")
        self.places = label("", "doux")
        self.lines = QListView()
        self.lines.setAccessibleName("Remarques, ligne par ligne")
        self.lines.setUniformItemSizes(True)
        self.lines.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.lines.setFixedHeight(HAUTEUR)
        self.model = QStringListModel(self)
        self.lines.setModel(self.model)
        self.go = Button("Importer", "premier", icon_name="download")
        self.again = Button("Relire le fichier corrigé", icon_name="refresh-cw")
        row = Flow()
        row.flow.addWidget(self.go)
        row.flow.addWidget(self.again)
        for widget in (self.summary, self.places, self.lines, row):
            self.body.addWidget(widget)

    def show_bilan(self, bilan: Bilan) -> None:
        """Montre ce que donnerait l'import."""
        ready = compte(bilan.importables, "ligne prête", "lignes prêtes", feminin=True)
        out = compte(bilan.refusees, "ligne reste", "lignes restent", feminin=True)
        rest = f" ; {out} dehors, corrigez-les ou laissez-les" if bilan.refusees else ""
        self.summary.setText(majuscule(ready) + rest + ".")
        set_property(self.summary, "role", "fort" if bilan.importables else "alerte")
        self.places.setVisible(bool(bilan.lieux))
        names = ", ".join(lieu.libelle_public for lieu in bilan.lieux[:12])
        more = " …" if len(bilan.lieux) > 12 else ""
        self.places.setText(f"Lieux créés : {names}{more}")
        self.model.setStringList([_sentence(remarque) for remarque in bilan.remarques])
        self.lines.setVisible(bool(bilan.remarques))
        self.go.setEnabled(bilan.importables > 0)
        count = compte(bilan.importables, "fait", "faits")
        self.go.setText(f"Importer {count}" if bilan.importables else "Rien à importer")


def _sentence(remarque: Remarque) -> str:
    fate = "entre" if remarque.importable else "reste dehors"
    return francais(f"Ligne {nombre(remarque.numero)}, {fate} : {remarque.phrase}")
