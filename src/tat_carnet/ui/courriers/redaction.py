"""Écrire la lettre : un modèle, des faits cochés, à qui, ce qu'on demande et pour quand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from tat_carnet.domain.courrier import Courrier
from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.domain.libelles import libelle
from tat_carnet.ui.courriers.demandes import DemandesEditor
from tat_carnet.ui.courriers.destinataires import CopiesChoice, RecipientChoice, chip
from tat_carnet.ui.theme.tokens import E4, E16
from tat_carnet.ui.typographie import compte, jour_court
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, Card, clear_layout, label, vertical
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.fait_rows import fait_type
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.usecases.courriers.preparer import Choix, FaitProposable, ebaucher

SHOWN = 30
"""Faits montrés : au-delà, on ne choisit plus."""


class RedactionForm(QWidget):
    """Le formulaire. `model_chosen` demande les faits, `confirmed` porte le courrier à relire."""

    model_chosen = Signal(str)
    confirmed = Signal(object)
    kept = Signal(object)
    left = Signal()

    def __init__(self, now: datetime, names: dict[str, str]) -> None:
        super().__init__()
        self._now, self._today = now, now.date()
        self._courrier: Courrier | None = None
        self._choix: Choix | None = None
        self._model = ""
        self.boxes: dict[str, QCheckBox] = {}
        self.models = {cle: chip(nom) for cle, nom in names.items()}
        self.recipient = RecipientChoice()
        self.copies = CopiesChoice()
        self.objet = QLineEdit()
        self.effets = _editor("Ce que ces faits produisent ; vide, les effets codés sont repris")
        self.demandes = DemandesEditor(self._today)
        self.disponibilite = QLineEdit()
        self.banner = Banner()
        self.start = Button("Relire la lettre", "premier", icon_name="arrow-right")
        self.keep = Button("Garder le brouillon")
        self.back = Button("Revenir au registre", "discret", icon_name="arrow-left")
        self.fields = {
            "faits": Field("Faits", QWidget()),
            "destinataire_id": Field("À qui", self.recipient),
            "copies": Field("Copies", self.copies),
            "objet": Field("Objet", self.objet),
            "effets": Field("Effets", self.effets),
            "demandes": Field("Demandes", self.demandes),
            "disponibilite": Field("Disponibilité", self.disponibilite),
        }
        self._lay_out()
        for cle, button in self.models.items():
            button.clicked.connect(lambda _=False, c=cle: self._choose_model(c))
        self.start.clicked.connect(lambda: self._confirm(self.confirmed))
        self.keep.clicked.connect(lambda: self._confirm(self.kept))
        self.back.clicked.connect(self.left)

    def begin(self) -> None:
        """Une lettre neuve : d'abord le modèle."""
        self._courrier, self._choix, self._model = None, None, ""
        self.rest.hide()
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
        """Les faits du modèle et les destinataires ; le brouillon repris est recopié."""
        self._choix = choix
        self._show_facts(choix)
        known = self._courrier
        draft = known or ebaucher(choix, self._model, self._now, (), None)
        self.recipient.offer(choix.propositions, choix.annuaire)
        if draft.destinataire_id is not None:
            self.recipient.choose(draft.destinataire_id)
        self.copies.offer(draft.copies, choix.annuaire)
        self.effets.setPlainText(draft.effets)
        self.demandes.set_demandes(draft.demandes)
        self.disponibilite.setText(draft.disponibilite)
        for fait_id in draft.faits:
            if fait_id in self.boxes:
                self.boxes[fait_id].setChecked(True)
        self.objet.setText(draft.objet)
        self.objet.setModified(known is not None)
        self.fields["demandes"].setVisible(draft.rectifie is None)
        self.facts_card.setVisible(draft.rectifie is None)
        self.rest.show()

    def refuse(self, error: ErreurConnue) -> None:
        """Montre la phrase sous le champ qu'elle nomme, et au-dessus du bouton."""
        if isinstance(error, SaisieIncomplete) and error.champ in self.fields:
            self.fields[error.champ].blame(error.phrase)
        self.banner.tell(error.phrase, "alerte")

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
        self.facts_card = Card("Quels faits ?")
        self.effort = label("", "doux")
        self.facts = vertical(gap=E4)
        self.refused = Expander("Faits qui n’entrent pas")
        self.refused_rows = vertical(gap=E4)
        self.refused.body.addLayout(self.refused_rows)
        self.facts_card.body.addWidget(self.effort)
        self.facts_card.body.addLayout(self.facts)
        self.facts_card.body.addWidget(self.fields["faits"])
        self.facts_card.body.addWidget(self.refused)
        self.fields["faits"].caption.hide()
        rest.addWidget(self.facts_card)
        to = Card()
        to.body.addWidget(self.fields["destinataire_id"])
        to.body.addWidget(self.fields["copies"])
        rest.addWidget(to)
        text = Card()
        for name in ("objet", "effets", "demandes", "disponibilite"):
            text.body.addWidget(self.fields[name])
        rest.addWidget(text)
        rest.addWidget(self.banner)
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
        self.model_chosen.emit(cle)

    def _show_facts(self, choix: Choix) -> None:
        clear_layout(self.facts)
        clear_layout(self.refused_rows)
        self.boxes = {}
        citables = [p for p in choix.faits if not p.refus]
        tournees = compte(choix.tournees, "tournée", "tournées", feminin=True)
        found = compte(len(citables), "fait assez solide", "faits assez solides")
        self.effort.setText(f"{found}, pour {tournees} en deux mois")
        for proposable in citables[:SHOWN]:
            box = QCheckBox(_line(proposable))
            box.toggled.connect(self._facts_changed)
            self.facts.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
            self.boxes[proposable.fait.id] = box
        refused = [p for p in choix.faits if p.refus]
        self.refused.setVisible(bool(refused))
        self.refused.set_title(f"Faits qui n’entrent pas ({len(refused)})")
        for proposable in refused[:SHOWN]:
            self.refused_rows.addWidget(label(f"{_line(proposable)} — {proposable.refus}", "doux"))

    def _checked(self) -> Sequence[str]:
        return [fait_id for fait_id, box in self.boxes.items() if box.isChecked()]

    def _facts_changed(self) -> None:
        """L'objet suit les lieux cochés, tant que la personne n'y a pas touché."""
        if self._choix is None or self.objet.isModified():
            return
        draft = ebaucher(self._choix, self._model, self._now, self._checked(), None)
        self.objet.setText(draft.objet)

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
        signal.emit(courrier)  # type: ignore[attr-defined]

    def _written(self) -> Courrier:
        assert self._choix is not None
        base = self._courrier or ebaucher(self._choix, self._model, self._now, (), None)
        ticked = set(self._checked())
        shown = [fait_id for fait_id in reversed(list(self.boxes)) if fait_id in ticked]
        written = replace(
            base,
            destinataire_id=self.recipient.chosen,
            copies=self.copies.chosen,
            faits=tuple(shown),
            objet=self.objet.text().strip(),
            effets=self.effets.toPlainText().strip(),
            demandes=self.demandes.demandes if base.rectifie is None else (),
            disponibilite=self.disponibilite.text().strip(),
        )
        self._courrier = written
        return written

    def _absolve(self) -> None:
        self.banner.hush()
        for field in self.fields.values():
            field.absolve()


def _line(proposable: FaitProposable) -> str:
    fait = proposable.fait
    day: date = fait.instant.date()
    return (
        f"{proposable.site.libelle_public} · {fait_type(fait)} · {libelle(fait.attestation)} · "
        f"{jour_court(day)}"
    )


def _editor(placeholder: str) -> QPlainTextEdit:
    editor = QPlainTextEdit()
    editor.setProperty("role", "champ")
    editor.setPlaceholderText(placeholder)
    editor.setTabChangesFocus(True)
    editor.setFixedHeight(84)
    return editor
