"""Où en est la lecture, et les boutons qui y avancent."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QProgressBar, QWidget

from tat_carnet.ui.theme.tokens import E8, E12
from tat_carnet.ui.widgets.basics import Button, horizontal, label
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.usecases.relecture import Dossier

PROGRESS_WIDTH: Final = 140


class Foot(Flow):
    """Les boutons du pied ; `status` (combien de passages lus) va dans l'en-tête de l'écran."""

    def __init__(self) -> None:
        super().__init__(gap=E8)
        self.status = QWidget()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Passages lus")
        self.progress.setFixedWidth(PROGRESS_WIDTH)
        self.read_count = label("", "doux", wrap=False)
        bar = horizontal(self.status, gap=E12)
        bar.addWidget(self.progress)
        bar.addWidget(self.read_count)
        self.next = Button("Lu, suivant", "premier", hint="↵")
        self.sign = Button("Regarder une dernière fois", "premier", icon_name="eye")
        self.previous = Button("Précédent", icon_name="arrow-left")
        self.undo = undo_button()
        self.aside = Button("Laisser ce fait de côté")
        self.back = Button("Revenir à la préparation")
        for button in (self.next, self.sign, self.previous, self.undo, self.aside, self.back):
            self.flow.addWidget(button)

    def show_step(self, dossier: Dossier[Any], rank: int) -> None:
        """Ce qu'il reste à lire, et ce que l'on peut faire de cette étape."""
        etape = dossier.etapes[rank]
        # Un passage sans un mot à lire, personne ne l'a lu : il ne compte ni fait, ni à faire.
        empty = sum(step.vide and not step.tue and step.faite for step in dossier.etapes)
        total, done = len(dossier.etapes) - empty, dossier.faites - empty
        self.progress.setMaximum(max(total, 1))
        self.progress.setValue(done)
        self.read_count.setText(f"{done} sur {total} lus" if total else "rien à lire")
        self.next.setEnabled(etape.passage.complete or etape.faite)
        self.next.setVisible(not dossier.complet)
        self.sign.setVisible(dossier.complet)
        self.previous.setEnabled(rank > 0)
        self.aside.setVisible(etape.fait is not None)
        self.aside.setText("Reprendre ce fait" if etape.ecartee else "Laisser ce fait de côté")


def undo_button() -> Button:
    """Défaire le dernier geste, quel qu'il soit ; caché tant qu'il n'y en a pas."""
    button = Button("Annuler", icon_name="undo-2", hint="Ctrl+Z")
    button.setToolTip("Défaire le dernier geste de cette relecture")
    button.hide()
    return button
