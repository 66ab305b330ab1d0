"""L'orthographe de ce qu'on écrit, quand la main s'arrête ; le dictionnaire reste sur la machine.

Il se charge à la première pause, dans un fil à lui, et s'oublie avec l'écran.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from tat_carnet.orthographe import Correcteur, Faute, charger, fautes
from tat_carnet.ui.context import Context
from tat_carnet.ui.saisie.marks import Mark, Marks, Trait
from tat_carnet.ui.widgets.texts import TextPane
from tat_carnet.usecases.ports import Cahier

PAUSE_MS: Final = 600
SUGGESTIONS: Final = 5


class Orthographe(QObject):
    """Souligne de points ce que le dictionnaire ne connaît pas ; le menu propose et ajoute."""

    loaded = Signal(object)

    def __init__(
        self,
        pane: TextPane,
        marks: Marks,
        context: Context,
        load: Callable[[], Correcteur] = charger,
    ) -> None:
        super().__init__(pane)
        self._pane, self._marks, self._context, self._load = pane, marks, context, load
        self._correcteur: Correcteur | None = None
        self._loading = False
        self._known: frozenset[str] = frozenset()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.check)
        self.loaded.connect(self._take)
        pane.editor.textChanged.connect(self._changed)

    def set_words(self, words: frozenset[str]) -> None:
        """Les mots que ce cahier a ajoutés."""
        self._known = words
        self.check()

    def check(self) -> None:
        """Relit l'orthographe ; charge le dictionnaire s'il y a de quoi lire."""
        text = self._pane.text
        if self._correcteur is not None:
            found = fautes(text, self._correcteur, self._known)
            self._marks.show_layer("orthographe", [self._mark(text, fault) for fault in found])
        elif text.strip() and not self._loading:
            self._loading = True
            load, done = self._load, self.loaded.emit

            def work() -> None:
                correcteur = load()
                with suppress(RuntimeError):  # l'écran a disparu entre-temps : verrouillé
                    done(correcteur)

            threading.Thread(target=work, daemon=True).start()

    def _changed(self) -> None:
        self._marks.show_layer("orthographe", ())
        self._timer.start()

    def _take(self, correcteur: Correcteur) -> None:
        self._correcteur = correcteur
        self.check()

    def _mark(self, text: str, fault: Faute) -> Mark:
        word = text[fault.debut : fault.fin]
        mark = Mark(fault.debut, fault.fin, Trait.faute)
        return Mark(fault.debut, fault.fin, Trait.faute, partial(self._choices, mark, word))

    def _choices(self, mark: Mark, word: str) -> Sequence[tuple[str, Callable[[], None]]]:
        assert self._correcteur is not None
        found = self._correcteur.suggestions(word)[:SUGGESTIONS]
        choices = [(better, partial(self._marks.replace, mark, better)) for better in found]
        return [*choices, ("Ajouter au dictionnaire de ce cahier", partial(self._add, word))]

    def _add(self, word: str) -> None:
        def add(cahier: Cahier) -> frozenset[str]:
            cahier.add_mot(word)
            return cahier.mots_ajoutes()

        self._context.tasks.query(add, self.set_words, self)
