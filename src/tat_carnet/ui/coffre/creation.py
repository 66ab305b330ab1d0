"""Créer un cahier : une phrase de passe, un code de secours recopié, et c'est tout."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.ui.coffre.recovery_sheet import print_sheet
from tat_carnet.ui.coffre.secret_field import SecretField
from tat_carnet.ui.coffre.threshold import Threshold
from tat_carnet.ui.theme.tokens import E8, E12
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, horizontal, label, vertical
from tat_carnet.ui.widgets.field import Field
from tat_carnet.usecases.ports import Coffre


class CreationView(Threshold):
    """L’assistant en trois pages. `confirmed` porte la phrase et le code, une fois recopié."""

    confirmed = Signal(str, str)

    def __init__(self, coffre: Coffre) -> None:
        super().__init__()
        self._code = coffre.draw_code()
        self.phrase_page = PhrasePage(coffre, self._to_code)
        self.code_page = CodePage(self._code, self._to_copy)
        self.copy_page = CopyPage(self._code, coffre.same_code, self._to_code, self._confirm)
        self.pages = QStackedWidget()
        for page in (self.phrase_page, self.code_page, self.copy_page):
            self.pages.addWidget(page)
        self.body.addWidget(self.pages)
        self.setFocusProxy(self.phrase_page.secret)

    def refuse(self, error: ErreurConnue) -> None:
        """La création a échoué : dire pourquoi, garder ce qui est tapé."""
        self.copy_page.wait(False)
        self.copy_page.banner.tell(error.phrase, "danger")

    def _to_code(self) -> None:
        self.pages.setCurrentWidget(self.code_page)
        self.code_page.next.setFocus()

    def _to_copy(self) -> None:
        self.pages.setCurrentWidget(self.copy_page)
        self.copy_page.line.line.setFocus()

    def _confirm(self) -> None:
        self.copy_page.wait(True)
        self.confirmed.emit(self.phrase_page.secret.text, self._code)


class PhrasePage(QWidget):
    """Choisir la phrase, la taper deux fois, ou la tirer au sort."""

    def __init__(self, coffre: Coffre, then: Callable[[], None]) -> None:
        super().__init__()
        self._coffre, self._then = coffre, then
        column = vertical(self, gap=E12)
        column.addWidget(label("Créer votre cahier", "titre"))
        column.addWidget(
            label(
                "Tout ce que vous noterez sera chiffré sur cette machine. Choisissez une phrase de "
                "passe : plusieurs mots sans lien valent mieux qu’un mot compliqué.",
                "doux",
            )
        )
        self.secret = SecretField("Phrase de passe")
        self.secret.line.textChanged.connect(self._estimate)
        column.addWidget(Field("Phrase de passe", self.secret))
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
        column.addWidget(self.again_field)
        self.next = Button("Continuer", "premier")
        self.next.clicked.connect(self._continue)
        self.again.line.returnPressed.connect(self._continue)
        column.addWidget(self.next)
        column.addStretch(1)
        self._estimate()

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

    def _continue(self) -> None:
        self.again_field.absolve()
        if not self._coffre.estimate(self.secret.text).acceptee:
            self.advice.setText(
                "Cette phrase serait trop vite devinée. Ajoutez des mots, ou tirez-en une au sort."
            )
            self.secret.setFocus()
        elif self.secret.text != self.again.text:
            self.again_field.blame("Les deux phrases diffèrent. Retapez la seconde.")
            self.again.setFocus()
        else:
            self._then()


class CodePage(QWidget):
    """Montrer le code de secours, l'imprimer."""

    def __init__(self, code: str, then: Callable[[], None]) -> None:
        super().__init__()
        column = vertical(self, gap=E12)
        column.addWidget(label("Votre code de secours", "titre"))
        column.addWidget(
            label(
                "Il ouvre le cahier si la phrase est oubliée. Personne d’autre ne le connaît et "
                "il ne sera plus montré : notez-le sur papier, gardez-le loin de cette machine.",
                "doux",
            )
        )
        self.code = label(code, "code")
        self.code.setAccessibleName("Code de secours")
        column.addWidget(self.code)
        self.print = Button("Imprimer la fiche", icon_name="printer")
        self.print.clicked.connect(lambda: print_sheet(code, self))
        column.addWidget(self.print)
        self.next = Button("Je l’ai noté", "premier")
        self.next.clicked.connect(then)
        column.addWidget(self.next)
        column.addStretch(1)


class CopyPage(QWidget):
    """Faire recopier le code une fois : c'est la preuve qu'il est noté."""

    def __init__(
        self,
        code: str,
        same: Callable[[str, str], bool],
        back: Callable[[], None],
        then: Callable[[], None],
    ) -> None:
        super().__init__()
        self._code, self._same, self._then = code, same, then
        column = vertical(self, gap=E12)
        column.addWidget(label("Recopiez le code de secours", "titre"))
        column.addWidget(label("Une seule fois, pour être sûr qu’il est bien noté.", "doux"))
        self.line = SecretField("Code de secours recopié")
        self.line.eye.setChecked(True)
        self.line.line.returnPressed.connect(self._check)
        self.field = Field("Code de secours", self.line)
        column.addWidget(self.field)
        self.banner = Banner()
        column.addWidget(self.banner)
        row = horizontal(gap=E8)
        self.back = Button("Revoir le code", icon_name="arrow-left")
        self.back.clicked.connect(back)
        self.finish = Button("Créer le cahier", "premier")
        self.finish.clicked.connect(self._check)
        row.addWidget(self.back)
        row.addWidget(self.finish, 1)
        column.addLayout(row)
        column.addStretch(1)

    def wait(self, waiting: bool) -> None:
        """Pendant la création, on ne touche à rien."""
        self.finish.setEnabled(not waiting)
        self.finish.setText("Création…" if waiting else "Créer le cahier")

    def _check(self) -> None:
        self.field.absolve()
        if self._same(self._code, self.line.text):
            self._then()
        else:
            self.field.blame("Ce n’est pas le même code. Comparez groupe par groupe.")
            self.line.setFocus()
