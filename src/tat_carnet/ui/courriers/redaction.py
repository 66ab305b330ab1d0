"""Écrire la lettre : un modèle, des faits cochés, à qui, ce qu'on demande et pour quand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from tat_carnet.domain.courrier import Courrier
from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.ui.courriers.demandes import DemandesEditor
from tat_carnet.ui.courriers.destinataires import CopiesChoice, RecipientChoice, chip
from tat_carnet.ui.courriers.faits import FactsPicker
from tat_carnet.ui.theme.tokens import E16
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, Card, vertical
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.lines import lines_editor, read_lines
from tat_carnet.usecases.courriers.preparer import Choix, ebaucher, readresser

PIECES_HEIGHT = 60
OBJET_HINT = "Gardé tel quel, il reçoit les lieux de la lettre, comme elle les dit."


class RedactionForm(QWidget):
    """Le formulaire. `confirmed` porte le courrier à relire, `kept` celui à garder.

    `choices_asked` demande les faits d'un modèle, sur tant de jours, ceux d'un brouillon compris.
    """

    choices_asked = Signal(str, int, object)
    confirmed = Signal(object)
    kept = Signal(object)
    left = Signal()

    def __init__(self, now: datetime, names: dict[str, str]) -> None:
        super().__init__()
        self._now, self._today = now, now.date()
        self._courrier: Courrier | None = None
        self._choix: Choix | None = None
        self._model = self._shown_model = ""
        self.models = {cle: chip(nom) for cle, nom in names.items()}
        self.facts = FactsPicker()
        self.recipient = RecipientChoice()
        self.copies = CopiesChoice()
        self.objet = QLineEdit()
        self.effets = lines_editor("Ce que ces faits produisent ; vide, les effets codés suffisent")
        self.demandes = DemandesEditor(self._today)
        self.disponibilite = QLineEdit()
        self.pieces = lines_editor(
            "Facultatif : un plan, un relevé ; jamais l’image d’une personne", PIECES_HEIGHT
        )
        self.banner = Banner()
        self.start = Button("Relire la lettre", "premier", icon_name="arrow-right")
        self.keep = Button("Garder le brouillon")
        self.back = Button("Revenir au registre", "discret", icon_name="arrow-left")
        self.fields = {
            "faits": Field("Faits", QWidget()),
            "destinataire_id": Field("À qui", self.recipient),
            "copies": Field("Copies", self.copies),
            "objet": Field("Objet", self.objet, OBJET_HINT),
            "effets": Field("Effets", self.effets),
            "demandes": Field("Demandes", self.demandes),
            "disponibilite": Field("Disponibilité", self.disponibilite),
            "pieces": Field("Pièces jointes", self.pieces, "une par ligne, à joindre à la main"),
        }
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Une lettre neuve : d'abord le modèle."""
        self._courrier, self._choix, self._model, self._shown_model = None, None, "", ""
        self.rest.hide()
        self.facts.reset()
        self._absolve()
        for button in self.models.values():
            button.setChecked(False)
        next(iter(self.models.values())).setFocus()

    def resume(self, courrier: Courrier) -> None:
        """Reprend un brouillon ; ses faits arrivent avec `show_choices`."""
        self.begin()
        self._courrier = courrier
        self._choose_model(courrier.modele)

    def show_choices(self, choix: Choix) -> None:
        """Les faits du modèle et les destinataires ; le brouillon repris est recopié.

        Une autre période du même modèle ne change que les faits : ce qui est écrit reste.
        """
        again = self._shown_model == self._model
        ticked = self.facts.ticked if again else ()
        self._choix = choix
        if again:
            self.facts.show_choices(choix, ticked)
            return
        self._shown_model = self._model
        known = self._courrier
        draft = known or ebaucher(choix, self._model, self._now, (), None)
        self.facts.show_choices(choix, draft.faits)
        self.recipient.offer(choix.propositions, choix.annuaire)
        if draft.destinataire_id is not None:
            self.recipient.choose(draft.destinataire_id)
        self.copies.offer(draft.copies, choix.annuaire)
        self.effets.setPlainText(draft.effets)
        self.demandes.set_demandes(draft.demandes)
        self.disponibilite.setText(draft.disponibilite)
        self.disponibilite.setCursorPosition(0)
        self.pieces.setPlainText("\n".join(draft.pieces))
        self.objet.setText(draft.objet)
        self.fields["demandes"].setVisible(draft.rectifie is None)
        self.facts.setVisible(draft.rectifie is None)
        self.rest.show()

    def refuse(self, error: ErreurConnue) -> None:
        """Montre la phrase sous le champ qu'elle nomme, et au-dessus du bouton."""
        if isinstance(error, SaisieIncomplete) and error.champ in self.fields:
            self.fields[error.champ].blame(error.phrase)
        self.banner.tell(error.phrase, "alerte")

    def _connect(self) -> None:
        for cle, button in self.models.items():
            button.clicked.connect(lambda _=False, c=cle: self._choose_model(c))
        self.facts.ticked_changed.connect(self._facts_changed)
        self.facts.period_chosen.connect(lambda _: self._ask_choices(self.facts.ticked))
        self.start.clicked.connect(lambda: self._confirm(self.confirmed))
        self.keep.clicked.connect(lambda: self._confirm(self.kept))
        self.back.clicked.connect(self.left)

    def _lay_out(self) -> None:
        column = vertical(self, gap=E16)
        first = Card("Quel courrier ?")
        row = Flow()
        for button in self.models.values():
            row.flow.addWidget(button)
        first.body.addWidget(row)
        column.addWidget(first)
        self.rest = QWidget()
        rest = vertical(self.rest, gap=E16)
        self.facts.body.insertWidget(self.facts.body.count() - 1, self.fields["faits"])
        self.fields["faits"].caption.hide()
        rest.addWidget(self.facts)
        to, text = Card(), Card()
        for name in ("destinataire_id", "copies"):
            to.body.addWidget(self.fields[name])
        for name in ("objet", "effets", "demandes", "disponibilite", "pieces"):
            text.body.addWidget(self.fields[name])
        for widget in (to, text, self.banner):
            rest.addWidget(widget)
        column.addWidget(self.rest)
        foot = Flow()
        for button in (self.start, self.keep, self.back):
            foot.flow.addWidget(button)
        column.addWidget(foot)
        column.addStretch(1)

    def _choose_model(self, cle: str) -> None:
        self._model = cle
        for other, button in self.models.items():
            button.setChecked(other == cle)
        self._ask_choices(self._courrier.faits if self._courrier else ())

    def _ask_choices(self, cites: Sequence[str]) -> None:
        self.choices_asked.emit(self._model, self.facts.days, tuple(cites))

    def _facts_changed(self) -> None:
        """Les destinataires proposés suivent les faits cochés."""
        if self._choix is None:
            return
        self.fields["faits"].absolve()
        proposed = readresser(self._choix, self._model, self.facts.ticked, self._today)
        self.recipient.propose(proposed)

    def _confirm(self, signal: object) -> None:
        self._absolve()
        if self._choix is None:
            self.banner.tell("Choisissez d’abord un modèle.", "alerte")
            self.rest.show()
            return
        courrier = self._written()
        try:
            if signal is not self.kept:
                courrier.verified(self._today)
        except SaisieIncomplete as error:
            self.refuse(error)
            return
        self._courrier = courrier
        signal.emit(courrier)  # type: ignore[attr-defined]

    def _written(self) -> Courrier:
        assert self._choix is not None
        base = self._courrier or ebaucher(self._choix, self._model, self._now, (), None)
        return replace(
            base,
            modele=self._model,
            destinataire_id=self.recipient.chosen,
            copies=tuple(c for c in self.copies.chosen if c != self.recipient.chosen),
            faits=self.facts.ticked if base.rectifie is None else (),
            objet=self.objet.text().strip(),
            effets=self.effets.toPlainText().strip(),
            demandes=self.demandes.demandes if base.rectifie is None else (),
            disponibilite=self.disponibilite.text().strip(),
            pieces=read_lines(self.pieces),
        )

    def _absolve(self) -> None:
        self.banner.hush()
        for field in self.fields.values():
            field.absolve()
