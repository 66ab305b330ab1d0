"""Créer un cahier : une phrase de passe, un code de secours recopié, et c'est tout."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.ui.coffre.new_phrase import NewPhrase
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
    """Choisir la phrase qui ouvrira le cahier."""

    def __init__(self, coffre: Coffre, then: Callable[[], None]) -> None:
        super().__init__()
        self._then = then
        column = vertical(self, gap=E12)
        column.addWidget(label("Créer votre cahier", "titre"))
        column.addWidget(
            label(
                "Tout ce que vous noterez sera chiffré sur cette machine. Choisissez une phrase de "
                "passe : plusieurs mots sans lien valent mieux qu’un mot compliqué.",
                "doux",
            )
        )
        self.phrase = NewPhrase(coffre)
        self.secret, self.again = self.phrase.secret, self.phrase.again
        self.phrase.entered.connect(self._continue)
        column.addWidget(self.phrase)
        self.next = Button("Continuer", "premier")
        self.next.clicked.connect(self._continue)
        column.addWidget(self.next)
        column.addStretch(1)

    def _continue(self) -> None:
        if self.phrase.accepted():
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
        *,
        verb: str = "Créer le cahier",
        doing: str = "Création…",
    ) -> None:
        super().__init__()
        self._code, self._same, self._then = code, same, then
        self._verb, self._doing = verb, doing
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
        self.finish = Button(verb, "premier")
        self.finish.clicked.connect(self._check)
        row.addWidget(self.back)
        row.addWidget(self.finish, 1)
        column.addLayout(row)
        column.addStretch(1)

    def wait(self, waiting: bool) -> None:
        """Pendant le travail, on ne touche à rien."""
        self.finish.setEnabled(not waiting)
        self.finish.setText(self._doing if waiting else self._verb)

    def _check(self) -> None:
        self.field.absolve()
        if self._same(self._code, self.line.text):
            self._then()
        else:
            self.field.blame("Ce n’est pas le même code. Comparez groupe par groupe.")
            self.line.setFocus()
