"""Un passage qui raconte quelqu'un : une touche pour en décider, jamais celle qui passe au suivant.

N n'en dit que la nature, R le redit, A le laisse de côté, G le garde en disant pourquoi (1, 2, 3 :
un motif prêt), T n'en dit que la nature pour tous ceux qui restent, que L montre, V revoit ce qui
est décidé. De ce qui arrive à quelqu'un, P dit la nature à part, en disant pourquoi. S montre les
phrases où quelqu'un se tient, restées dehors : un chiffre en remet une, avec un motif, ou l'ôte ;
et les autres, qu'un chiffre laisse dans le cahier, ou reprend.
Entrée ne décide de rien : on ne garde pas un récit en allant trop vite.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.ui.relecture.reason_line import ReasonLine
from tat_carnet.ui.relecture.recit_words import (
    MOTIFS_A_PART,
    RecitState,
    before_putting_back,
    explanation,
    heading,
    reasons_to_keep,
    silenced,
    state_of,
)
from tat_carnet.ui.relecture.remede import Remede, Silence
from tat_carnet.ui.relecture.sentences import Sentences
from tat_carnet.ui.theme.tokens import E8, E12
from tat_carnet.ui.typographie import francais
from tat_carnet.ui.widgets.basics import Button, clear_layout, label, set_property, vertical
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.usecases.relecture import Dossier
from tat_carnet.usecases.risque import Connus

REFUSED = "Décidez d’abord de ce passage, qui raconte quelqu’un : {}."
REFUSED_TYPED = "Récrivez d’abord ce passage, qui raconte quelqu’un."


class RecitCard(QFrame):
    """La carte du récit d'un passage, et ses gestes. `gesture` : ce dans quoi chacun se fait.

    `decided` : la décision a changé ; `told` : ce qu'il faut en dire, et sur quel ton. `reworded`
    et `put_aside` demandent à l'écran, `next_asked` part sur Entrée, `unfolded` quand la liste de
    ceux qui restent prend de la place.
    """

    decided = Signal()
    told = Signal(str, str)
    reworded = Signal()
    put_aside = Signal()
    next_asked = Signal()
    unfolded = Signal()

    def __init__(self, gesture: Callable[[], AbstractContextManager[None]]) -> None:
        super().__init__()
        self._gesture = gesture
        self._dossier: Dossier[Any] | None = None
        self._rank = 0
        self.known = Connus()
        self._state: RecitState | None = None
        self._asked: Callable[[str], None] = lambda _: None
        self.setProperty("role", "carte")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = vertical(self, margin=E12, gap=E8)
        self.heading = label("", "fort")
        self.why = label("", "doux")
        column.addWidget(self.heading)
        column.addWidget(self.why)
        self.silence = Button("N’en dire que la nature", hint="N")
        self.reword = Button("Redire", hint="R")
        self.aside = Button("Laisser de côté", hint="A")
        self.keep = Button("Garder", hint="G")
        self.apart = Button("Dire à part", hint="P")
        self.sentences = Button("Remettre une phrase", hint="S")
        self.rest = Button("", hint="T")
        self.which = Button("Voir lesquels", icon_name="chevron-down", hint="L")
        self.remede: Remede | None = None
        self.listed: tuple[Button, ...] = ()
        self.reopen = Button("Revoir", icon_name="undo-2", hint="V")
        self._decisive = (self.silence, self.reword, self.aside, self.keep)
        self._gestures = row = Flow()
        others = (self.sentences, self.apart, self.reopen, self.rest, self.which)
        for button in (*self._decisive, *others):
            row.flow.addWidget(button)
        column.addWidget(row)
        self._listed = vertical()
        column.addLayout(self._listed)
        self.asking = ReasonLine()
        self.asking.given.connect(lambda words: self._asked(words))
        self.asking.left.connect(self._give_up)
        column.addWidget(self.asking)
        self.silence.clicked.connect(lambda: self._decide(self._told.recits.taire))
        self.reword.clicked.connect(self.reworded)
        self.aside.clicked.connect(self.put_aside)
        self.keep.clicked.connect(self.ask_why)
        self.apart.clicked.connect(self.ask_why_apart)
        self.sentences.clicked.connect(self._list_sentences)
        self.rest.clicked.connect(lambda: self._silence_rest())
        self.which.clicked.connect(self._list_rest)
        self.reopen.clicked.connect(self._reopen)
        self._fold()

    def show_passage(self, dossier: Dossier[Any], rank: int) -> None:
        """Montre où en est ce récit ; rien, si ce passage ne raconte personne.

        Les alertes d'abord : elles changent les mots dont on décide ensuite.
        """
        etape = dossier.etapes[rank]
        self._dossier, self._rank = dossier, rank
        self._state = state = state_of(dossier, rank)
        self._fold()
        self.setVisible(state.shown and (etape.passage.complete or etape.tue))
        self.heading.setText(heading(state))
        self.setAccessibleName(heading(state))
        self.why.setText(explanation(state))
        self.silence.setVisible(state.waiting and state.can_be_silent)
        self.aside.setVisible(state.waiting and state.can_be_aside)
        self.reword.setVisible(state.waiting)
        self.keep.setVisible(state.waiting and state.kept_allowed)
        self.rest.setVisible(state.waiting and state.silenceable > 1)
        self.rest.setText(f"La nature seule, pour les {state.silenceable} qui restent")
        self.which.setVisible(not self.rest.isHidden())
        self.apart.setVisible(state.gathered and state.apart_allowed)
        self.reopen.setVisible(state.revisable)
        self.sentences.setVisible(state.open_phrases)
        self.sentences.setText(state.choose)

    @property
    def _told(self) -> Dossier[Any]:
        assert self._dossier is not None
        return self._dossier

    @property
    def offers_silence(self) -> bool:
        """Vrai si la carte est là, et propose de n'en dire que la nature."""
        return not (self.isHidden() or self.silence.isHidden())

    @property
    def refusal(self) -> str:
        """Pourquoi l'on ne passe pas au suivant."""
        offered = [
            key for key, button in zip("NRAG", self._decisive, strict=True) if not button.isHidden()
        ]
        if len(offered) == 1:
            return REFUSED_TYPED
        return REFUSED.format(f"{', '.join(offered[:-1])} ou {offered[-1]}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Une lettre décide ; tenue, elle ne décide pas du suivant."""
        buttons = {
            Qt.Key.Key_N: self.silence,
            Qt.Key.Key_R: self.reword,
            Qt.Key.Key_A: self.aside,
            Qt.Key.Key_G: self.keep,
            Qt.Key.Key_P: self.apart,
            Qt.Key.Key_S: self.sentences,
            Qt.Key.Key_T: self.rest,
            Qt.Key.Key_L: self.which,
            Qt.Key.Key_V: self.reopen,
        }
        key = Qt.Key(event.key())
        if event.isAutoRepeat() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key is Qt.Key.Key_Escape and (self.remede is not None or self.listed):
            self._give_up()
        elif 0 <= key - Qt.Key.Key_1 < len(self.listed):
            self.listed[key - Qt.Key.Key_1].click()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_asked.emit()
        elif key in buttons and not buttons[key].isHidden():
            buttons[key].click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Le cadre dit que c'est ici qu'on décide."""
        set_property(self, "actif", "oui")
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Le cadre ne le dit plus."""
        set_property(self, "actif", "")
        super().focusOutEvent(event)

    def ask_why(self) -> None:
        """Un motif de garder : 1, 2 ou 3 en prend un prêt, toute autre lettre en écrit un."""
        assert self._state is not None
        self._ask("Pourquoi le garder ?", self._state.reasons, self._told.recits.garder)

    def ask_why_apart(self) -> None:
        """Un motif de dire à part, de même."""
        self._ask("Pourquoi le dire à part ?", MOTIFS_A_PART, self._told.a_part.dire)

    def _ask(
        self, question: str, ready: Sequence[str], gesture: Callable[[int, str], None]
    ) -> None:
        self._asked = lambda words: self._decide(gesture, words)
        self.why.hide()
        self._gestures.hide()
        self.asking.ask(question, ready)

    def _give_up(self) -> None:
        self._fold()
        self.setFocus()

    def _reopen(self) -> None:
        """Ce qui est dit à part rejoint les autres ; le reste attend de nouveau."""
        apart = self._told.a_part.motif(self._rank)
        self._decide(self._told.a_part.rejoindre if apart else self._told.recits.rouvrir)

    def _decide(self, gesture: Callable[..., None], *words: str) -> None:
        try:
            with self._gesture():
                gesture(self._rank, *words)
        except ErreurConnue as error:
            self.told.emit(error.phrase, "alerte")
            return
        self.decided.emit()

    def _list_sentences(self) -> None:
        """Une par bouton, un chiffre ou un clic : celles où quelqu'un se tient, puis les autres."""
        state = self._state
        assert state is not None
        self._fold()
        self.why.hide()
        self._gestures.hide()
        sentences = Sentences(state, self._told.phrases)
        sentences.wanted.connect(self._ask_why_sentence)
        sentences.chosen.connect(self._decide)
        self._listed.addWidget(sentences)
        self.listed = sentences.buttons
        self.listed[0].setFocus()
        self.unfolded.emit()

    def _ask_why_sentence(self, rank: int, words: str) -> None:
        phrases = self._told.phrases
        reasons = reasons_to_keep(self._told, self._rank, words)
        said = before_putting_back(self._told, self.known, self._rank, words)
        self._fold()
        self._ask(
            "Pourquoi la remettre ?", reasons, lambda at, why: phrases.remettre(at, rank, why)
        )
        if said:
            self.why.setText(francais(said))
            self.why.show()

    def _list_rest(self) -> None:
        """Ceux que T tairait, un par ligne, à côté de leurs gestes : on en ôte."""
        exposes = list(filter(None, map(self._told.expose, self._told.recits.a_taire())))
        references = tuple(expose.reference for expose in exposes)
        self._fold()
        self.why.hide()
        self._gestures.hide()
        self.remede = Remede(Silence(references), exposes)
        self.remede.asked.connect(self._silence_chosen)
        self._listed.addWidget(self.remede)
        self.remede.list.setFocus()
        self.unfolded.emit()

    def _silence_chosen(self, chosen: Silence) -> None:
        waiting = {rank: self._told.expose(rank) for rank in self._told.recits.a_taire()}
        self._silence_rest(
            [rank for rank, e in waiting.items() if e and e.reference not in chosen.references]
        )

    def _silence_rest(self, but: Collection[int] = ()) -> None:
        with self._gesture():
            ranks = self._told.recits.taire_le_reste(but)
        gathered = sum(map(self._told.a_part.ensemble, ranks))
        self.decided.emit()
        self.told.emit(silenced(len(ranks) - gathered, gathered), "appui")

    def _fold(self) -> None:
        clear_layout(self._listed)
        self.remede, self.listed = None, ()
        if self._state is not None:
            self.why.setText(explanation(self._state))
        self.why.show()
        self._gestures.show()
        self.asking.hide()
