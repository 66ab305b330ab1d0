"""Une fiche, lue : à joindre, à quelles conditions, ce qu'on s'est dit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.partenaire import Echange, Partenaire
from tat_carnet.ui.annuaire.echange_form import EchangeForm
from tat_carnet.ui.theme.tokens import E8
from tat_carnet.ui.typographie import jour, majuscule
from tat_carnet.ui.widgets.basics import (
    Button,
    Card,
    Label,
    clear_layout,
    label,
    set_property,
    vertical,
)
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.reveal import reveal

ROWS = {
    "fonction": "À joindre",
    "telephone": "Téléphone",
    "courriel": "Courriel",
    "adresse": "Adresse",
    "territoire": "Territoire",
    "horaires": "Horaires",
    "conditions": "Conditions",
    "attentes": "Ce qu’on peut en attendre",
    "limites": "Limites",
}


class FichePane(Card):
    """La fiche d'une structure et les gestes qu'on y fait."""

    edit_asked = Signal(object)
    verified = Signal(object)
    removal_asked = Signal(object)
    echange_written = Signal(object)
    closed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.partenaire: Partenaire | None = None
        self.name = label("", "sous-titre")
        self.nature = label("", "doux")
        self.checked = label("")
        self.call = Button("Noter un appel", "premier", icon_name="notebook-pen")
        self.edit = Button("Modifier", icon_name="pencil-line")
        self.check = Button("Vérifiée aujourd’hui", icon_name="check")
        self.remove = Button("Retirer", "discret", icon_name="trash-2")
        self.close_fiche = Button("Fermer", "discret", icon_name="x")
        self.form = EchangeForm(today)
        self.form.hide()
        self.rows = vertical(gap=E8)
        self.exchanges = Expander("Échanges")
        self.exchange_rows = vertical(gap=E8)
        self.exchanges.body.addLayout(self.exchange_rows)
        self._lay_out()
        self._connect()

    def show_partenaire(self, fiche: Partenaire, echanges: Sequence[Echange]) -> None:
        """Montre une structure et ce qu'on s'est dit."""
        self.partenaire = fiche
        self.form.hide()
        self.name.setText(fiche.nom)
        self.nature.setText(majuscule(libelle(fiche.type)))
        old = fiche.a_verifier(self._today)
        self.checked.setText(_verified(fiche, old))
        set_property(self.checked, "role", "alerte" if old else "appui")
        clear_layout(self.rows)
        for name, title in ROWS.items():
            text = getattr(fiche, name)
            if text:
                self.rows.addWidget(_row(title, text))
        for title, codes in (("Sait agir sur", fiche.competences), ("Publics", fiche.publics)):
            if codes:
                self.rows.addWidget(_row(title, ", ".join(libelle(code) for code in codes)))
        self._show_exchanges(echanges)

    def _lay_out(self) -> None:
        for widget in (self.name, self.nature, self.checked):
            self.body.addWidget(widget)
        gestures = Flow()
        for button in (self.call, self.edit, self.check, self.remove, self.close_fiche):
            gestures.flow.addWidget(button)
        self.body.addWidget(gestures)
        self.body.addWidget(self.form)
        self.body.addLayout(self.rows)
        self.body.addWidget(self.exchanges)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.call.clicked.connect(self._call)
        self.edit.clicked.connect(lambda: self.edit_asked.emit(self.partenaire))
        self.check.clicked.connect(lambda: self.verified.emit(self.partenaire))
        self.remove.clicked.connect(lambda: self.removal_asked.emit(self.partenaire))
        self.close_fiche.clicked.connect(self.closed)
        self.form.cancelled.connect(self.form.hide)
        self.form.confirmed.connect(self.echange_written)

    def _call(self) -> None:
        assert self.partenaire is not None
        self.form.show()
        self.form.prepare(self.partenaire.id)
        reveal(self.form.save)

    def _show_exchanges(self, echanges: Sequence[Echange]) -> None:
        clear_layout(self.exchange_rows)
        self.exchanges.setVisible(bool(echanges))
        self.exchanges.set_title(f"Échanges ({len(echanges)})")
        for echange in echanges:
            text = f"{majuscule(jour(echange.le, annee=True))}, {libelle(echange.canal)}"
            said = " → ".join(filter(None, (echange.objet.lire(), echange.suite.lire())))
            self.exchange_rows.addWidget(label(f"{text} : {said}" if said else text))


def _verified(fiche: Partenaire, old: bool) -> str:
    if fiche.verifie_le is None:
        return "Jamais vérifiée : appelez avant de vous y fier."
    when = jour(fiche.verifie_le, annee=True)
    return f"À vérifier : la dernière fois, {when}." if old else f"Vérifiée {when}."


def _row(title: str, text: str) -> Label:
    row = label(f"{title} : {text}")
    row.setTextInteractionFlags(row.textInteractionFlags().TextSelectableByMouse)
    return row
