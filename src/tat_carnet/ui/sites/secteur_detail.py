"""Un secteur : son nom, son plan et les épingles de ses lieux."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar

from tat_carnet.domain.fait import Site
from tat_carnet.domain.plan import PlanSecteur
from tat_carnet.ui.sites.plan_view import Pin, PlanView
from tat_carnet.ui.theme.tokens import E8, E12, E16
from tat_carnet.ui.typographie import compte
from tat_carnet.ui.widgets.basics import Button, Card, horizontal, label, vertical
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.tall import Tall

HEIGHT = 340
VIDE = (
    "Une image PNG ou JPEG, ou un contour GeoJSON. Il reste dans le cahier, chiffré ; "
    "les coordonnées et les métadonnées sont jetées à l’import."
)


class SecteurDetail(Tall):
    """`renamed` porte le nom tapé ; `import_asked`, `import_stopped`, `plan_dropped` se suffisent.

    `site_chosen` porte l'identifiant d'un lieu cliqué sur le plan ; `site_asked` un lieu à créer.
    """

    renamed = Signal(str)
    import_asked = Signal()
    import_stopped = Signal()
    plan_dropped = Signal()
    site_chosen = Signal(str)
    site_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.secteur = ""
        self.name = label("", "sous-titre")
        self.about = label("", "doux")
        self.add_site = Button("Nouveau lieu ici", icon_name="plus")
        self.rename = Button("Renommer le secteur", icon_name="pencil-line")
        self.line = QLineEdit()
        self.line_field = Field("Nouveau nom du secteur", self.line)
        self.confirm = Button("Renommer", "premier")
        self.cancel = Button("Fermer")
        self.plan = PlanView(HEIGHT)
        self.hint = label(VIDE, "doux")
        self.load = Button("Importer un plan", "premier", icon_name="download")
        self.drop = Button("Retirer le plan", "danger", icon_name="trash-2")
        self.progress = QProgressBar()
        self.stop = Button("Arrêter l’import")
        self._lay_out()
        self._connect()

    def show_secteur(
        self, secteur: str, sites: Sequence[Site], plan: PlanSecteur | None, tournees: int
    ) -> None:
        """Montre un secteur, ses lieux et son plan."""
        self.secteur = secteur
        self.name.setText(secteur)
        lieux = compte(len(sites), "lieu", "lieux")
        walks = compte(tournees, "tournée", "tournées", feminin=True)
        self.about.setText(f"Secteur : {lieux}, {walks} en 12 mois")
        self.form.hide()
        self.show_progress(None)
        self.plan.setVisible(plan is not None)
        self.drop.setVisible(plan is not None)
        self.load.setText("Importer un autre plan" if plan else "Importer un plan")
        if plan is None:
            self.hint.setText(VIDE)
            return
        pins = [Pin(s.id, s.libelle_public, s.position_plan) for s in sites if s.position_plan]
        self.plan.show_plan(plan, pins)
        missing = len(sites) - len(pins)
        self.hint.setText(
            f"{compte(missing, 'lieu', 'lieux')} sans épingle : choisissez-en un dans la liste."
            if missing
            else "Cliquez sur une épingle pour voir le lieu."
        )

    def show_progress(self, part: float | None) -> None:
        """Où en est l'import, de 0 à 1 ; rien s'il n'y en a pas."""
        importing = part is not None
        self.progress.setVisible(importing)
        self.stop.setVisible(importing)
        self.load.setEnabled(not importing)
        self.progress.setValue(round((part or 0) * 100))

    def _lay_out(self) -> None:
        column = vertical(self, gap=E16)
        column.setContentsMargins(0, 0, E12, E16)
        head = vertical(gap=E8)
        head.addWidget(self.name)
        head.addWidget(self.about)
        gestures = Flow()
        gestures.flow.addWidget(self.add_site)
        gestures.flow.addWidget(self.rename)
        head.addWidget(gestures)
        column.addLayout(head)
        self.form = Card()
        self.form.body.addWidget(self.line_field)
        row = horizontal()
        row.addWidget(self.confirm)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.form.body.addLayout(row)
        column.addWidget(self.form)
        card = Card("Plan")
        card.body.addWidget(self.plan)
        card.body.addWidget(self.hint)
        card.body.addWidget(self.progress)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Import du plan")
        buttons = Flow()
        for button in (self.load, self.stop, self.drop):
            buttons.flow.addWidget(button)
        card.body.addWidget(buttons)
        column.addWidget(card)
        column.addStretch(1)

    def _connect(self) -> None:
        self.add_site.clicked.connect(self.site_asked)
        self.rename.clicked.connect(self._unfold)
        self.cancel.clicked.connect(self.form.hide)
        self.confirm.clicked.connect(self._rename)
        self.line.returnPressed.connect(self._rename)
        self.load.clicked.connect(self.import_asked)
        self.stop.clicked.connect(self.import_stopped)
        self.drop.clicked.connect(self.plan_dropped)
        self.plan.chosen.connect(self.site_chosen)

    def _unfold(self) -> None:
        self.line.setText(self.secteur)
        self.line_field.absolve()
        self.form.show()
        self.line.setFocus()
        self.line.selectAll()

    def _rename(self) -> None:
        if not self.line.text().strip():
            self.line_field.blame("Donnez un nom au secteur.")
            return
        self.renamed.emit(self.line.text().strip())
