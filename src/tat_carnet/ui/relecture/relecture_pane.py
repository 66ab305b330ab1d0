"""Relire : les alertes, le brut sur papier, la proposition sur surface."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from tat_carnet.anonymisation.relecture_fait import RelectureFait
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.ui.relecture.alert_list import AlertList
from tat_carnet.ui.relecture.codes import dira_en_mots
from tat_carnet.ui.relecture.foot import Foot
from tat_carnet.ui.relecture.lights import light_up
from tat_carnet.ui.relecture.raccord import RaccordLine
from tat_carnet.ui.relecture.recit_card import RecitCard
from tat_carnet.ui.relecture.ties import tie, ties_of
from tat_carnet.ui.theme.theme import current_theme
from tat_carnet.ui.theme.tokens import E8, E12
from tat_carnet.ui.typographie import compte
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import label, vertical
from tat_carnet.ui.widgets.columns import Columns
from tat_carnet.ui.widgets.texts import TextPane
from tat_carnet.usecases.relecture import Dossier, Etape, Historique
from tat_carnet.usecases.risque import Connus

EDIT_DELAY_MS = 200
CHARS_PER_MS = 50
"""Ce que la relecture d'une frappe attend de plus, par signe du texte."""


class RelecturePane(QWidget):
    """La pile à lire. `step_done` porte l'étape lue, `signed` part quand tout est lu.

    `foot.status` (passages lus) et le titre de l'étape, que porte `headline_changed`, vont dans
    l'en-tête de l'écran : la place manque sur un petit écran.
    """

    step_done = Signal(object)
    signed = Signal()
    left = Signal()
    headline_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._dossier: Dossier[Any] | None = None
        self.history: Historique | None = None
        self._rank = 0
        self.alerts = AlertList()
        self.recit = RecitCard(self.gesture)
        self.raccord = RaccordLine()
        self.raw = TextPane("Vos mots — ils restent dans ce cahier", raw=True, read_only=True)
        self.shared = TextPane("Ce qui sortirait — vous pouvez l’écrire vous-même", raw=False)
        self.banner = Banner()
        self.foot = Foot()
        self.codes = label("", "doux")
        self._edit_timer = QTimer(self)
        self._edit_timer.setSingleShot(True)
        self._lay_out()
        self._connect()

    @property
    def etape(self) -> Etape:
        """L'étape à l'écran."""
        assert self._dossier is not None
        return self._dossier.etapes[self._rank]

    def open_dossier(self, dossier: Dossier[Any]) -> None:
        """Commence par la première étape à faire."""
        self._edit_timer.stop()
        self._dossier, self.recit.known = dossier, Connus()
        self.history = Historique(dossier)
        first = dossier.premiere_a_faire()
        if first is None:
            self.signed.emit()
            return
        self.go(first)

    def go(self, rank: int, alerte: int | None = None) -> None:
        """Montre l'étape de ce rang, une alerte éclairée ; ce qu'on tapait ailleurs est gardé."""
        self._reread_if_edited()
        self._rank = rank
        etape = self.etape
        self.headline_changed.emit(f"{etape.titre} ({etape.precision})")
        self.raw.set_text(etape.passage.brut)
        self.banner.hush()
        self._refresh(alerte if alerte is not None else etape.passage.prochaine())
        self._focus_decision()

    def _focus_decision(self) -> None:
        """Le curseur vient où il reste à décider, ou à revoir : une alerte, puis le récit."""
        lu = self.etape.tue or self.etape.passage.complete
        recit = lu and not self.recit.isHidden()
        (self.recit if recit else self.alerts).setFocus()
        if recit:
            self._area.ensureWidgetVisible(self.recit)

    def _lay_out(self) -> None:
        column = vertical(self, gap=E12)
        texts = Columns((self.raw, 5), (self.shared, 6), stack_below=480)
        decide = QWidget()
        left = vertical(decide, gap=E8)
        left.addWidget(self.raccord)
        left.addWidget(self.recit)
        left.addWidget(self.alerts)
        left.addStretch(1)
        columns = Columns((decide, 5), (texts, 11), stack_below=520)
        self._area = area = QScrollArea()
        area.viewport().installEventFilter(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        read = QWidget()
        content = vertical(read, gap=E12)
        content.addWidget(columns, 1)
        content.addWidget(self.codes)
        area.setWidget(read)
        column.addWidget(area, 1)
        column.addWidget(self.banner)
        column.addWidget(self.foot)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """La place change : les gestes restent sous les yeux, et les deux textes ensemble."""
        if watched is self._area.viewport() and event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        below = 0 if self.codes.isHidden() else self.codes.sizeHint().height() + E12
        if not self.recit.isHidden():
            below += self.recit.heightForWidth(self.alerts.width()) + E8
        if not self.raccord.isHidden():
            below += self.raccord.heightForWidth(self.alerts.width()) + E8
        self.alerts.fit_in(self._area.viewport().height() - below)

    def _connect(self) -> None:
        self.alerts.accepted.connect(lambda rang: self._decide(rang, "accepter"))
        self.alerts.reworded.connect(lambda rang, text: self._decide(rang, "reformuler", text))
        self.alerts.kept.connect(lambda rang, motif: self._decide(rang, "garder", motif))
        self.alerts.reopened.connect(lambda rang: self._decide(rang, "rouvrir"))
        self.alerts.widened.connect(self._widen)
        self.alerts.tied.connect(self._tie)
        self.recit.decided.connect(self._recit_decided)
        self.recit.told.connect(self.banner.tell)
        self.recit.reworded.connect(self.shared.setFocus)
        self.recit.put_aside.connect(self._set_aside)
        self.recit.next_asked.connect(self._next)
        self.recit.unfolded.connect(self._fit)
        self.raccord.silenced.connect(self._silence)
        current_theme().changed.connect(self._repaint)
        self.alerts.current_changed.connect(lambda _: self._light())
        self.alerts.next_asked.connect(self._next)
        self.foot.next.clicked.connect(self._next)
        self.foot.previous.clicked.connect(lambda: self.go(max(0, self._rank - 1)))
        self.foot.aside.clicked.connect(self._set_aside)
        self.foot.back.clicked.connect(self.left)
        self.foot.sign.clicked.connect(self._sign)
        self.shared.editor.textChanged.connect(self._typed)
        self._edit_timer.timeout.connect(self._reread)

    def _decide(self, rang: int, gesture: str, *words: str) -> None:
        """Un geste sur une alerte, puis la suivante qui attend."""
        self._reread_if_edited()
        self.banner.hush()
        try:
            with self.gesture():
                getattr(self.etape.passage, gesture)(rang, *words)
                self.etape.lue = False  # lue, elle dit maintenant autre chose
        except ErreurConnue as error:
            self.banner.tell(error.phrase, "alerte")
            return
        following = rang if gesture == "rouvrir" else self.etape.passage.prochaine()
        self._refresh(rang if following is None else following)
        self._focus_decision()

    def gesture(self) -> AbstractContextManager[None]:
        """Ce qui se fait là se défera d'un coup (Ctrl+Z) ; ce qu'on vient de taper, avant lui."""
        self._reread_if_edited()
        assert self.history is not None
        return self.history.geste(self._rank)

    def undo(self) -> str:
        """Défait le dernier geste et y mène ; rend ce qu'il faut en dire, ou rien."""
        self._reread_if_edited()
        undone = self.history.defaire() if self.history else None
        if undone is None:
            return ""
        self.go(undone.rang)
        said = compte(undone.passages, "passage est comme avant", "passages sont comme avant")
        return f"Annulé : {said}."

    def _recit_decided(self) -> None:
        """Le curseur revient à Entrée, qui passe au suivant."""
        self.banner.hush()
        self._refresh(self.alerts.current)
        self._focus_decision()

    def _recit_waits(self) -> bool:
        assert self._dossier is not None
        return self._dossier.recits.attend(self._rank)

    def _widen(self, rang: int) -> None:
        """Un échelon de plus pour cette alerte : elle attend toujours, moins précise."""
        with self.gesture():
            self.etape.passage.monter(rang)
        self._refresh(rang)

    def _tie(self, rang: int) -> None:
        """Dit, ou ne dit plus, que c'est la même personne ; ce qui change est à relire."""
        assert self._dossier is not None
        self._reread_if_edited()
        with self.gesture():
            sentence = tie(self._dossier, self._rank, rang)
        if sentence:
            self._refresh(rang)
            self.banner.tell(sentence, "alerte")

    def _reread_if_edited(self) -> None:
        if self._edit_timer.isActive():
            self._edit_timer.stop()
            self._reread()

    def _sign(self) -> None:
        """Ce qui vient d'être tapé se relit avant, aussi vite que l'on clique."""
        self._reread_if_edited()
        self.signed.emit()

    def _typed(self) -> None:
        """Relire une très longue note prend des secondes : on ne le fait pas à chaque pause."""
        length = self.shared.editor.document().characterCount()
        self._edit_timer.start(EDIT_DELAY_MS + length // CHARS_PER_MS)

    def _reread(self) -> None:
        """Ce que la personne a tapé est relu à son tour."""
        if not self.etape.tue and self.shared.text != self.etape.passage.texte:
            with self.gesture():
                self.etape.passage.modifier(self.shared.text)
                self.etape.lue = False
            self._refresh(self.etape.passage.prochaine(), keep_text=True)

    def _refresh(self, current: int | None, *, keep_text: bool = False) -> None:
        passage = self.etape.passage
        if not keep_text:
            self.shared.editor.blockSignals(True)
            self.shared.set_text("" if self.etape.tue else passage.texte)
            self.shared.editor.blockSignals(False)
        self.alerts.setVisible(not self.etape.tue)  # de mots qui ne sortent pas, rien à lever
        scales = [a.rang for a in passage.alertes if passage.echelon(a.rang) is not None]
        kept = self.etape.deja_gardes()
        assert self._dossier is not None
        ties = ties_of(self._dossier, self._rank)
        self.alerts.show_alertes(passage.alertes, current, scales, ties, kept)
        self._tell_codes()
        self.recit.show_passage(self._dossier, self._rank)
        self._show_raccord()
        self._fit()
        self._light()
        self.foot.show_step(self._dossier, self._rank)
        self.foot.undo.setVisible(bool(self.history))

    def know(self, connus: Connus) -> None:
        """Ce que le cahier sait autour de ces faits vient d'arriver : le raccord se voit."""
        self.recit.known = connus
        if self._dossier is not None:
            self._show_raccord()
            self._fit()

    def _show_raccord(self) -> None:
        """Ce que ce document, joint à un autre déjà sorti, dirait de ce fait."""
        assert self._dossier is not None
        expose = self._dossier.expose(self._rank)
        found = None if expose is None else self.recit.known.recoupement(expose)
        fait = self.etape.fait
        aligned = expose is not None and isinstance(fait, RelectureFait) and fait.aligne
        offered = self.recit.offers_silence
        self.raccord.show_recoupement(found, offered=offered, aligned=aligned)

    def _silence(self) -> None:
        assert self._dossier is not None
        with self.gesture():
            self._dossier.recits.taire(self._rank)
        self._recit_decided()

    def _tell_codes(self) -> None:
        """Ce que le document dira en codes ; d’un récit tu, rien d’autre ne sort."""
        fait = self.etape.fait
        silent = self.etape.tue
        self.shared.setEnabled(not silent)
        if isinstance(fait, RelectureFait):
            empty = bool(self.etape.passage.brut.strip()) and not self.etape.passage.texte.strip()
            self.codes.setText(dira_en_mots(fait, tu=silent or empty))
        self.codes.setVisible(isinstance(fait, RelectureFait))

    def _next(self) -> None:
        assert self._dossier is not None
        self._reread_if_edited()
        if self._recit_waits():
            self.banner.tell(self.recit.refusal, "alerte")
            self.recit.setFocus()
            return
        if not (self.etape.ecartee or self.etape.tue):
            try:
                with self.gesture():
                    self._dossier.marquer_lue(self._rank)
            except ErreurConnue as error:
                self.banner.tell(error.phrase, "alerte")
                return
            self.step_done.emit(self.etape)
        following = self._dossier.premiere_a_faire()
        if following is None:
            self._refresh(None)
            self.banner.tell("Tout est lu. Regardez le document une dernière fois, puis signez.")
            self.foot.sign.setFocus()
        else:
            later = next(
                (i for i, e in enumerate(self._dossier.etapes) if i > self._rank and not e.faite),
                following,
            )
            self.go(later)

    def _repaint(self) -> None:
        """L’apparence a changé : les couleurs des repères la suivent, pour se lire encore."""
        if self._dossier is not None:
            self._reread_if_edited()
            self._refresh(self.alerts.current)

    def _set_aside(self) -> None:
        assert self._dossier is not None
        with self.gesture():
            self._dossier.ecarter(self._rank, ecartee=not self.etape.ecartee)
        if self.etape.ecartee:
            self._next()
        else:
            self._refresh(self.etape.passage.prochaine())

    def _light(self) -> None:
        """Éclaire l'alerte courante dans les deux textes, souligne les autres."""
        light_up(self.raw, self.shared, self.etape.passage, self.alerts.current)
