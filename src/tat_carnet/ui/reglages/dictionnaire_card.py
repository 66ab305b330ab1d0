"""Les mots ajoutés au dictionnaire : les voir, en retirer un, le reprendre."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import Final

from tat_carnet.domain.recherche import fold
from tat_carnet.ui.tasks import Tasks
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, Card, label
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.usecases.ports import Cahier

MONTRES: Final = 200


class DictionnaireCard(Card):
    """Un bouton par mot : un clic le retire, et le bandeau le reprend."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__("Dictionnaire")
        self._tasks = tasks
        self.text = label("", "doux")
        self.banner = Banner()
        self.words = Flow()
        self.buttons: dict[str, Button] = {}
        for widget in (self.text, self.banner, self.words):
            self.body.addWidget(widget)

    def refresh(self) -> None:
        """Relit les mots."""
        self._tasks.query(lambda cahier: cahier.mots_ajoutes(), self._show, self)

    def _show(self, mots: Collection[str]) -> None:
        for button in self.buttons.values():
            self.words.flow.removeWidget(button)
            button.deleteLater()
        shown = sorted(mots, key=fold)[:MONTRES]
        self.buttons = {mot: Button(mot, "puce", icon_name="x") for mot in shown}
        for mot, button in self.buttons.items():
            button.setAccessibleName(f"Retirer du dictionnaire : {mot}")
            button.setToolTip(f"Retirer « {mot} » du dictionnaire")
            button.clicked.connect(partial(self._remove, mot))
            self.words.flow.addWidget(button)
        self.words.setVisible(bool(mots))
        self.text.setText(
            "Les mots que vous avez ajoutés ; un clic en retire un. Ils partent avec les derniers "
            "textes qui les disent."
            if mots
            else "Aucun mot ajouté : en notant, un clic droit sur un mot souligné l’ajoute."
        )

    def _remove(self, mot: str) -> None:
        def remove(cahier: Cahier) -> Collection[str]:
            cahier.delete_mot(mot)
            return cahier.mots_ajoutes()

        self._tasks.change(remove, partial(self._removed, mot), self)

    def _removed(self, mot: str, mots: Collection[str]) -> None:
        self._show(mots)
        undo = partial(self._put_back, mot)
        self.banner.tell(f"« {mot} » n’est plus au dictionnaire.", action=("Le reprendre", undo))

    def _put_back(self, mot: str) -> None:
        self._tasks.change(lambda cahier: cahier.add_mot(mot), lambda _: self._back(), self)

    def _back(self) -> None:
        self.banner.hush()
        self.refresh()
