"""Le registre à l'écran : ce qui attend, chaque courrier et ses gestes, les délais."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tat_carnet.domain.courrier import SUITES, Courrier
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.vocabulaire import StatutCourrier
from tat_carnet.ui.courriers import mots
from tat_carnet.ui.courriers.barometre import Barometre
from tat_carnet.ui.courriers.effet import EffectForm
from tat_carnet.ui.courriers.suivi import SuiviForm
from tat_carnet.ui.theme.tokens import CIBLE, E4, E8, E16
from tat_carnet.ui.widgets.basics import Button, Card, clear_layout, label, vertical
from tat_carnet.ui.widgets.empty import EmptyState
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.reveal import reveal
from tat_carnet.usecases.courriers.aiguillage import HORS_OUTIL
from tat_carnet.usecases.courriers.effets import Suite
from tat_carnet.usecases.courriers.rectifier import Dementi, a_rectifier
from tat_carnet.usecases.courriers.registre import Registre
from tat_carnet.usecases.rectificatifs import DocumentCitant

SHOWN = 60
"""Courriers montrés d'abord, et à chaque « plus anciens »."""
_S = StatutCourrier
MOVES = {
    _S.envoye: "Envoyé",
    _S.recu: "Reçu",
    _S.sans_suite: "Sans suite",
    _S.abandonne: "Abandonner",
}
"""Les gestes d'un clic ; répondre, observer et relancer demandent plus."""


class RegistrePane(QWidget):
    """`alert_asked` : écrire une lettre ; `resumed` : reprendre un brouillon."""

    alert_asked = Signal()
    resumed = Signal(object)
    moved = Signal(str, object)
    rectify_asked = Signal(object, object)
    documents_asked = Signal()
    effect_asked = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._registre: Registre | None = None
        self._ordered: list[Courrier] = []
        self.buttons: dict[tuple[str, str], Button] = {}
        column = vertical(self, gap=E16)
        row = Flow()
        self.alert = Button("Alerter", "premier", icon_name="triangle-alert")
        self.alert.clicked.connect(self.alert_asked)
        row.flow.addWidget(self.alert)
        column.addWidget(row)
        self.due = Card("À faire")
        self.due_rows = vertical(gap=E8)
        self.due.body.addLayout(self.due_rows)
        column.addWidget(self.due)
        self.answer = SuiviForm("Réponse reçue", "Inscrire la réponse", today)
        self.effect = EffectForm(today)
        for form in (self.answer, self.effect):
            form.hide()
            form.cancelled.connect(form.hide)
            column.addWidget(form)
        self.rows = vertical(gap=E8)
        column.addLayout(self.rows)
        self._shown = SHOWN
        self.older = Button("", "discret", icon_name="chevron-down")
        self.older.clicked.connect(self._show_older)
        older = Flow()
        older.flow.addWidget(self.older)
        column.addWidget(older)
        self.barometre = Barometre()
        column.addWidget(self.barometre)
        column.addStretch(1)

    def show_registre(
        self,
        registre: Registre,
        dementis: Sequence[Dementi],
        documents: Sequence[DocumentCitant],
        wanted: str = "",
    ) -> None:
        """Montre le registre et ce qu'il faut rectifier ; le courrier `wanted` vient en tête."""
        self._registre = registre
        self.buttons = {}
        self._show_due(registre, dementis, documents)
        self._ordered = sorted(registre.courriers, key=lambda courrier: courrier.id != wanted)
        self._show_cards()
        self.barometre.show_delais(registre.delais)

    def _show_cards(self) -> None:
        clear_layout(self.rows)
        for courrier in self._ordered[: self._shown]:
            self.rows.addWidget(self._card(courrier))
        if not self._ordered:
            self.rows.addWidget(EmptyState("file-text", "Aucun courrier n’est encore écrit."))
        left = len(self._ordered) - self._shown
        self.older.setVisible(left > 0)
        self.older.setText(f"Montrer de plus anciens ({left})")

    def _show_older(self) -> None:
        self._shown += SHOWN
        self._show_cards()

    def _show_due(
        self,
        registre: Registre,
        dementis: Sequence[Dementi],
        documents: Sequence[DocumentCitant],
    ) -> None:
        clear_layout(self.due_rows)
        count = 0
        for courrier in registre.courriers:
            if courrier.relance_de and courrier.statut is _S.brouillon:
                who = registre.noms.get(courrier.destinataire_id or "", "sans destinataire")
                self._due(f"Une relance est prête pour {who}.",
                          "Relire la relance", partial(self.resumed.emit, courrier),
                          (courrier.id, "relance"))  # fmt: skip
                count += 1
        for dementi in dementis:
            for courrier in a_rectifier(dementi):
                text = f"Un fait cité par {courrier.reference} a été infirmé."
                self._due(text, "Rédiger le rectificatif",
                          partial(self.rectify_asked.emit, courrier, dementi),
                          (courrier.id, "rectifier"))  # fmt: skip
                count += 1
        for document in documents:
            name = f"{libelle(document.genre)} pour {document.destinataire}"
            text = f"{name} : un fait y est infirmé."
            self._due(text, "Rectifier", self.documents_asked.emit, (document.cle, "rectifier"))
            count += 1
        self.due.setVisible(count > 0)

    def _due(self, text: str, verb: str, gesture: Callable[[], None], key: tuple[str, str]) -> None:
        row = Flow()
        sentence = label(text, wrap=False)
        sentence.setMinimumHeight(CIBLE)
        row.flow.addWidget(sentence)
        button = Button(verb, "discret")
        button.clicked.connect(lambda: gesture())
        row.flow.addWidget(button)
        self.buttons[key] = button
        self.due_rows.addWidget(row)

    def _card(self, courrier: Courrier) -> Card:
        card = Card()
        card.body.setSpacing(E4)
        card.body.addWidget(label(self._name(courrier), "fort"))
        if courrier.modele == HORS_OUTIL:
            return card
        if courrier.objet:
            card.body.addWidget(label(courrier.objet))
        for said in (mots.demands(courrier), self._copies(courrier)):
            if said:
                card.body.addWidget(label(said, "doux"))
        late = courrier.a_relancer(self._today)
        card.body.addWidget(label(mots.state(courrier, self._today), "alerte" if late else "doux"))
        if courrier.reponse is not None and courrier.reponse.texte:
            card.body.addWidget(label(f"Réponse : {courrier.reponse.texte.lire()}", "doux"))
        for effet in courrier.observes:
            card.body.addWidget(label(mots.effect(effet), "doux"))
        gestures = Flow()
        for verb, gesture in self._gestures(courrier):
            button = Button(verb, "discret")
            button.clicked.connect(lambda _=False, act=gesture: act())
            button.setAccessibleName(f"{verb}, {self._name(courrier)}")
            gestures.flow.addWidget(button)
            self.buttons[courrier.id, verb] = button
        card.body.addWidget(gestures)
        return card

    def _name(self, courrier: Courrier) -> str:
        assert self._registre is not None
        return mots.name(courrier, self._registre.noms)

    def _copies(self, courrier: Courrier) -> str:
        assert self._registre is not None
        return mots.copies(courrier, self._registre.noms)

    def _gestures(self, courrier: Courrier) -> list[tuple[str, Callable[[], None]]]:
        found: list[tuple[str, Callable[[], None]]] = []
        following = SUITES[courrier.statut]
        if courrier.statut in (_S.brouillon, _S.relu, _S.valide):
            verb = "Reprendre" if courrier.statut is _S.brouillon else "Modifier"
            found.append((verb, partial(self.resumed.emit, courrier)))
        if courrier.le(_S.envoye) and courrier.statut in (_S.envoye, _S.recu, _S.relance,
                                                          _S.sans_suite):  # fmt: skip
            found.append(("Réponse reçue", partial(self._open_answer, courrier)))
        if courrier.le(_S.envoye) and courrier.rectifie is None:
            found.append(("Effet observé", partial(self.effect_asked.emit, courrier)))
        for statut, verb in MOVES.items():
            if statut in following:
                found.append((verb, partial(self.moved.emit, courrier.id, statut)))
        return found

    def open_effect(self, courrier: Courrier, suite: Suite) -> None:
        """Montre les tournées d'après l'envoi, et de quoi en dire l'effet."""
        self._show_form(self.effect)
        self.effect.prepare(courrier.id, self._name(courrier), suite)

    def _open_answer(self, courrier: Courrier) -> None:
        self._show_form(self.answer)
        self.answer.prepare(courrier.id, self._name(courrier))

    def _show_form(self, form: SuiviForm | EffectForm) -> None:
        for other in (self.answer, self.effect):
            other.setVisible(other is form)
        reveal(form)
