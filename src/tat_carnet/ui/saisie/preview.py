"""Ce que lirait le collectif, suivi à chaque touche ; ce qui désigne quelqu'un est souligné."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer

from tat_carnet.anonymisation import Niveau, Repere
from tat_carnet.anonymisation.publics import reperer_hors_publics
from tat_carnet.anonymisation.recriture import proposer
from tat_carnet.ui.saisie.marks import Mark, Marks, Trait
from tat_carnet.ui.saisie.vocabulaire import Vocabulaire
from tat_carnet.ui.typographie import compte
from tat_carnet.ui.widgets.texts import TextPane

FRAME_S: Final = 0.016
"""Une image : tant que relire tient dedans, on relit à chaque touche."""
SLOWEST_MS: Final = 400


class Preview(QObject):
    """Lie le papier à la surface : souligne à gauche, propose à droite.

    Un texte long, ou une machine lente, fait attendre que la main s'arrête : la frappe, jamais.
    """

    def __init__(
        self, raw: TextPane, shared: TextPane, marks: Marks, vocabulaire: Vocabulaire
    ) -> None:
        super().__init__(raw)
        self._raw, self._shared = raw, shared
        self._marks, self._vocabulaire = marks, vocabulaire
        self._liste: frozenset[str] = frozenset()
        self._publics: frozenset[str] = frozenset()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.refresh)
        raw.editor.textChanged.connect(self._timer.start)

    def set_terms(self, liste: frozenset[str], publics: frozenset[str]) -> None:
        """Change la liste de masquage et les noms publics."""
        self._liste, self._publics = liste, publics
        self.refresh()

    def refresh(self) -> None:
        """Relit le texte entier."""
        started = perf_counter()
        text = self._raw.text
        reperes = reperer_hors_publics(text, self._liste, self._publics)
        proposition = proposer(text, reperes)
        self._shared.set_text(proposition.texte)
        self._shared.note.setText(_found(reperes) if text else "")
        self._marks.show_layer("anonymat", [_mark(repere) for repere in reperes])
        self._vocabulaire.offer(text, proposition.morceaux)
        self._timer.setInterval(pause_ms(perf_counter() - started))


def pause_ms(taken_s: float) -> int:
    """Ce que la main s'arrête avant qu'on relise, si relire prend tant de secondes.

    D'une note énorme, autant qu'il en faut pour la relire : plus souvent, on ne taperait plus.
    """
    if taken_s < FRAME_S:
        return 0
    return min(int(taken_s * 4000), max(SLOWEST_MS, int(taken_s * 1000)))


def _mark(repere: Repere) -> Mark:
    sure = repere.niveau is Niveau.masquer
    return Mark(repere.debut, repere.fin, Trait.designe if sure else Trait.verifier)


def _found(reperes: Sequence[Repere]) -> str:
    """« 2 passages récrits, 1 à vérifier » : le soulignement, en mots."""
    sure = sum(repere.niveau is Niveau.masquer for repere in reperes)
    doubtful = len(reperes) - sure
    said = compte(sure, "passage récrit", "passages récrits")
    return f"{said}, {doubtful} à vérifier" if doubtful else said
