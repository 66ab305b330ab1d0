"""Ce que le dernier regard a trouvé, chaque chose avec le geste qui la règle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tat_carnet.anonymisation.risque import Bilan, Cause, Expose, Pas, Reconnaissance
from tat_carnet.ui.relecture.codes import (
    deduction_en_mots,
    isolement_en_mots,
    raccord_en_mots,
    recits_en_mots,
    reconnaissance_en_mots,
    recoupements_en_mots,
    redit_en_mots,
    rendu_en_mots,
)
from tat_carnet.ui.relecture.remede import Ecart, Geste, Montee, Remede
from tat_carnet.ui.theme.tokens import E12
from tat_carnet.ui.typographie import compte
from tat_carnet.ui.widgets.basics import Button, clear_layout, label, vertical
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.usecases.relecture import Dossier

DELIER: Final = "Ne plus relier ces faits"


class Findings(QWidget):
    """La liste de ce que le document révèle encore.

    `raised` porte une `Montee`, `aside_asked` un `Ecart`, `untied` les références de faits à ne
    plus relier.
    """

    raised = Signal(object)
    aside_asked = Signal(object)
    untied = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._dossier: Dossier[Any] | None = None
        self._set_aside: frozenset[str] = frozenset()
        self.rows = vertical(self, gap=E12)

    def show_bilan(self, dossier: Dossier[Any], bilan: Bilan) -> None:
        """Montre ce bilan ; ce qu'on a laissé de côté d'un autre dossier est oublié."""
        if dossier is not self._dossier:
            self._dossier, self._set_aside = dossier, frozenset()
        clear_layout(self.rows)
        self._show_aside(dossier)
        for reconnue in bilan.reconnaissances:
            self._finding(reconnaissance_en_mots(reconnue))
            if reconnue.cause is Cause.relies:
                self._untying(reconnue)
            else:
                self._remedy(Montee(reconnue.references, reconnue.pas), reconnue.exposes)
                if reconnue.pas == {Pas.recit}:  # ou la redire
                    self._remedy(Montee(reconnue.references, frozenset()), reconnue.exposes)
        for isole in bilan.isolements:
            self._finding(isolement_en_mots(isole))
            self._remedy(Montee(isole.references, isole.pas), isole.exposes)
        told = [recoupement.expose for recoupement in bilan.recoupements if recoupement.pas]
        if told:
            references = tuple(expose.reference for expose in told)
            self._finding(raccord_en_mots(told))
            self._remedy(Montee(references, frozenset({Pas.recit})), told)
        joined = [recoupement for recoupement in bilan.recoupements if not recoupement.pas]
        if joined:
            exposes = [recoupement.expose for recoupement in joined]
            self._finding(recoupements_en_mots(joined))
            self._remedy(Ecart(tuple(expose.reference for expose in exposes)), exposes)
        for redit in bilan.redits:
            self._finding(redit_en_mots(redit))
        for expose, ecrit in bilan.rendus:
            self._finding(rendu_en_mots(expose, ecrit))
            self._remedy(Ecart((expose.reference,)), [expose])
        dits = {expose.reference: expose for expose in dossier.exposes()}
        for deduction in bilan.deductions:
            self._finding(deduction_en_mots(deduction))
            groupe = [dits[reference] for reference in deduction.references if reference in dits]
            self._remedy(Montee(deduction.references, deduction.pas), groupe)
        if bilan.recits:
            self._finding(recits_en_mots(bilan.recits))
        if bilan.gardes:
            kept = "Un blocage a été gardé" if bilan.gardes == 1 else "Des blocages ont été gardés"
            self._finding(f"{kept}, motif à l’appui : vérifiez qu’il le faut.")

    def _show_aside(self, dossier: Dossier[Any]) -> None:
        """Ce que l'on a laissé de côté d'ici se reprend d'ici."""
        aside = [e for e in dossier.exposes_ecartes() if e.reference in self._set_aside]
        if aside:
            facts = compte(len(aside), "fait", "faits")
            self._finding(f"Vous avez laissé {facts} de côté sur cette page : rien n’en sort.")
            self._remedy(Ecart(tuple(e.reference for e in aside), reprise=True), aside)

    def _finding(self, text: str) -> None:
        self.rows.addWidget(label(text))

    def _remedy(self, geste: Geste, exposes: Sequence[Expose]) -> None:
        remede = Remede(geste, exposes)
        remede.asked.connect(self._ask)
        self.rows.addWidget(remede)

    def _untying(self, reconnue: Reconnaissance) -> None:
        button = Button(DELIER, icon_name="shield-check")
        button.clicked.connect(lambda: self.untied.emit(reconnue.references))
        row = Flow()
        row.flow.addWidget(button)
        self.rows.addWidget(row)

    def _ask(self, geste: Geste) -> None:
        if isinstance(geste, Montee):
            self.raised.emit(geste)
            return
        self._set_aside = self._set_aside.symmetric_difference(geste.references)
        self.aside_asked.emit(geste)
