"""Choisir une phrase de passe : ce qu'elle vaut, deux fois tapée, ou tirée au sort."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from tat_carnet.ui.coffre.secret_field import SecretField
from tat_carnet.ui.theme.tokens import E12
from tat_carnet.ui.widgets.basics import Button, label, vertical
from tat_carnet.ui.widgets.field import Field
from tat_carnet.usecases.ports import Coffre


class NewPhrase(QWidget):
    """Une phrase neuve. `entered` : Entrée dans le second champ."""

    entered = Signal()

    def __init__(self, coffre: Coffre, name: str = "Phrase de passe") -> None:
        super().__init__()
        self._coffre = coffre
        column = vertical(self, gap=E12)
        self.secret = SecretField(name)
        self.secret.line.textChanged.connect(self._estimate)
        column.addWidget(Field(name, self.secret))
        self.meter = QProgressBar()
        self.meter.setRange(0, 4)
        self.meter.setTextVisible(False)
        self.meter.setAccessibleName("Solidité de la phrase")
        column.addWidget(self.meter)
        self.advice = label("", "doux")
        column.addWidget(self.advice)
        self.draw = Button("En tirer une au sort", icon_name="dices")
        self.draw.clicked.connect(self._draw)
        column.addWidget(self.draw)
        self.again = SecretField("La même phrase, encore une fois")
        self.again_field = Field("La même phrase, encore une fois", self.again)
        self.again.line.returnPressed.connect(self.entered)
        column.addWidget(self.again_field)
        self.setFocusProxy(self.secret)
        self._estimate()

    @property
    def text(self) -> str:
        """La phrase tapée."""
        return self.secret.text

    def accepted(self) -> bool:
        """Vrai si elle est solide et deux fois la même ; sinon le dit, et y pose le curseur."""
        self.again_field.absolve()
        if not self._coffre.estimate(self.secret.text).acceptee:
            self.advice.setText(
                "Cette phrase serait trop vite devinée. Ajoutez des mots, ou tirez-en une au sort."
            )
            self.secret.setFocus()
            return False
        if self.secret.text != self.again.text:
            self.again_field.blame("Les deux phrases diffèrent. Retapez la seconde.")
            self.again.setFocus()
            return False
        return True

    def clear(self) -> None:
        """Oublie ce qui est tapé."""
        self.secret.clear()
        self.again.clear()
        self.again_field.absolve()

    def _estimate(self) -> None:
        if not self.secret.text:
            self.meter.setValue(0)
            self.advice.setText("Six mots tirés au sort se retiennent et résistent.")
            return
        estimation = self._coffre.estimate(self.secret.text)
        self.meter.setValue(max(1, estimation.score))
        self.advice.setText(estimation.phrase)

    def _draw(self) -> None:
        self.secret.line.setText(self._coffre.draw_phrase())
        self.secret.eye.setChecked(True)
        self.again.setFocus()
