"""Ce qui part, pour un objet : combien, de quand, quels faits, et l'effacer tout de suite."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from tat_carnet.domain.conservation import PREAVIS, Apercu, Objet
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.libelles import libelle
from tat_carnet.ui.conservation.mots import duree, nombres, periode
from tat_carnet.ui.conservation.suivi import Suivi
from tat_carnet.ui.context import Context
from tat_carnet.ui.theme.tokens import CIBLE, E4, E8
from tat_carnet.ui.typographie import compte, jour, majuscule, nombre
from tat_carnet.ui.widgets.basics import Button, Card, clear_layout, label, vertical
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.fait_rows import FaitRow
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.usecases.conservation import Echeance, Etat, faits_concernes
from tat_carnet.usecases.ports import Cahier

FAITS_MONTRES: Final = 30


class Depart(QWidget):
    """Un objet dont des lignes vont partir. Effacer se demande deux fois, au même endroit."""

    def __init__(self, context: Context, suivi: Suivi, etat: Etat, echeance: Echeance) -> None:
        super().__init__()
        self._context, self._suivi, self._echeance = context, suivi, echeance
        column = vertical(self, gap=E4)
        column.addWidget(
            label(f"{libelle(echeance.objet)} de plus de {duree(echeance.mois)}", "fort")
        )
        when = echeance.annonce.prevue_le if echeance.annonce else etat.jour + PREAVIS
        self._when = f"Le {jour(when, annee=True)}"
        self.what = label("")
        self.periods = label("", "doux")
        self.codes = label("", "alerte")
        for line in (self.what, self.periods, self.codes):
            line.hide()
            column.addWidget(line)
        self.faits = Expander("Voir les faits concernés")
        self.rows = vertical(gap=0)
        self.faits.body.addLayout(self.rows)
        self.faits.toggle.toggled.connect(self._open_faits)
        column.addWidget(self.faits)
        self.faits.setVisible(echeance.objet in (Objet.textes_bruts, Objet.faits))
        self.now = Button(f"Effacer maintenant ce qui a fait son temps : {self._due}")
        self.now.clicked.connect(self._ask)
        row = Flow()
        row.flow.addWidget(self.now)
        column.addWidget(row)
        row.setVisible(echeance.nombre_echu > 0)
        self.sure = Card(role="carte")
        self.question = label("")
        self.yes = Button("Effacer", "danger")
        self.no = Button("Ne rien effacer")
        self.yes.clicked.connect(self._purge)
        self.no.clicked.connect(self.sure.hide)
        answers = Flow(gap=E8)
        answers.flow.addWidget(self.yes)
        answers.flow.addWidget(self.no)
        self.sure.body.addWidget(self.question)
        self.sure.body.addWidget(answers)
        self.sure.hide()
        column.addWidget(self.sure)
        self._query(echeance.prochaine, self._show)

    @property
    def _due(self) -> str:
        return nombre(self._echeance.nombre_echu)

    def _query(self, borne: date, then: Callable[[Apercu], None]) -> None:
        objet = self._echeance.objet
        self._context.tasks.query(lambda cahier: cahier.apercu(objet, borne), then, self)

    def _show(self, apercu: Apercu) -> None:
        what = nombres(apercu.objet, apercu.nombres)
        self.what.setText(f"{self._when}, ceci sera effacé : {what}.")
        self.what.show()
        shown = [f"{majuscule(periode(code))} : {nombre(count)}" for code, count in apercu.periodes]
        self.periods.setText(" · ".join(shown))
        self.periods.setVisible(bool(shown))
        if apercu.sans_relecture:
            count = compte(apercu.sans_relecture, "fait n’a", "faits n’ont")
            self.codes.setText(
                f"{majuscule(count)} pas de texte relu : il n’en restera que le lieu, le type "
                "et les codes. Relisez-les avant si leur texte compte."
            )
            self.codes.show()

    def _open_faits(self, opened: bool) -> None:
        if not opened:
            return
        objet, borne = self._echeance.objet, self._echeance.prochaine

        def load(cahier: Cahier) -> tuple[list[Fait], dict[str, Site]]:
            faits = faits_concernes(cahier, objet, borne, FAITS_MONTRES)
            return faits, {site.id: site for site in cahier.sites()}

        self._context.tasks.query(load, self._show_faits, self)

    def _show_faits(self, answer: tuple[Sequence[Fait], dict[str, Site]]) -> None:
        faits, sites = answer
        clear_layout(self.rows)
        today = self._context.clock().date()
        for fait in faits:
            row = FaitRow(fait, sites.get(fait.site_id or ""), today)
            row.setMinimumHeight(CIBLE)
            row.clicked.connect(partial(self._context.go, "cahier", fait.id))
            self.rows.addWidget(row)
        if len(faits) == FAITS_MONTRES:
            rest = f"Les {FAITS_MONTRES} plus récents. Le Cahier les montre tous, par période."
            self.rows.addWidget(label(rest, "doux"))

    def _ask(self) -> None:
        self._query(self._echeance.echue, self._confirm)

    def _confirm(self, apercu: Apercu) -> None:
        what = nombres(apercu.objet, apercu.nombres)
        self.question.setText(
            f"Effacer {what}, d’avant le {jour(apercu.borne, annee=True)} ? Ce qui part ne revient "
            "pas, sauf d’une sauvegarde faite avant."
        )
        self.sure.show()
        self.no.setFocus()

    def _purge(self) -> None:
        self.sure.hide()
        self._suivi.purge([(self._echeance.objet, self._echeance.echue)])
