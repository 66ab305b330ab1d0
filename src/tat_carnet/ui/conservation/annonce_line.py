"""Les lignes d'Aujourd'hui : ce qui va partir et quand, ce qui part, ce qui vient de partir."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tat_carnet.domain.conservation import PREAVIS
from tat_carnet.domain.libelles import libelle
from tat_carnet.ui.conservation.mots import avancee, duree, nombres
from tat_carnet.ui.conservation.suivi import Suivi
from tat_carnet.ui.theme.tokens import E4
from tat_carnet.ui.typographie import jour, nombre
from tat_carnet.ui.widgets.basics import Button, horizontal, label, vertical
from tat_carnet.usecases.conservation import Echeance, Etat


class AnnonceLine(QWidget):
    """Où en est une purge : une phrase et un geste, ou rien."""

    def __init__(self, suivi: Suivi, see: Callable[[], None]) -> None:
        super().__init__()
        self._suivi, self._see = suivi, see
        column = vertical(self, gap=E4)
        self.text = label("")
        column.addWidget(self.text)
        self.action = Button("Voir la conservation", "discret")
        self.action.clicked.connect(self._act)
        row = horizontal()
        row.addWidget(self.action)
        row.addStretch(1)
        column.addLayout(row)
        suivi.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Relit l'état ; caché s'il n'y a rien à dire."""
        sentence, verb = self._say()
        self.text.setText(sentence)
        self.action.setText(verb)
        self.setVisible(bool(sentence))

    def _act(self) -> None:
        if self._suivi.avancee is not None:
            self._suivi.stop()
        else:
            self._see()

    def _say(self) -> tuple[str, str]:
        suivi = self._suivi
        if suivi.avancee is not None:
            return avancee(*suivi.avancee), "Arrêter la purge"
        if suivi.failure:
            return f"La purge n’est pas achevée. {suivi.failure}", "Voir la conservation"
        if suivi.faites:
            last = suivi.faites[-1]
            what = nombres(last.objet, last.nombres) if last.objet else "rien"
            return f"Purge faite, comme annoncé : {what}.", "Voir le journal des purges"
        return "", "Voir la conservation"


def announced(etat: Etat) -> str:
    """Ce qui va s'effacer, et quand ; l'état en annonce au moins un."""
    due = {annonce.objet for annonce in etat.proposees}
    if due:
        what = _what([e for e in etat.a_annoncer if e.objet in due])
        return f"Annoncé pour aujourd’hui : {what} à effacer. Demain, cela se fera tout seul."
    dates = [e.annonce.prevue_le if e.annonce else etat.jour + PREAVIS for e in etat.a_annoncer]
    return f"Bientôt effacé, le {jour(min(dates))} : {_what(etat.a_annoncer)}."


def _what(echeances: tuple[Echeance, ...] | list[Echeance]) -> str:
    return ", ".join(
        f"{libelle(e.objet).lower()} de plus de {duree(e.mois)} ({nombre(e.nombre)})"
        for e in echeances
    )
