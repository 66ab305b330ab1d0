"""La phrase, la fiche de secours, la clé."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal

from tat_carnet.ui.reglages.code_form import CodeForm, CodeGesture, Follow
from tat_carnet.ui.reglages.phrase_form import PhraseForm
from tat_carnet.ui.tasks import Tasks
from tat_carnet.ui.widgets.basics import Card
from tat_carnet.ui.widgets.narrow import narrow
from tat_carnet.usecases.ports import Coffre, OpenedCahier


def _new_code(cahier: OpenedCahier, _phrase: str, code: str, _follow: Follow) -> None:
    cahier.change_code_secours(code)


def _new_key(cahier: OpenedCahier, phrase: str, code: str, follow: Follow) -> None:
    cahier.renew_key(phrase, code, follow.progress, follow.cancelled)


FICHE: Final = CodeGesture(
    title="Refaire la fiche de secours",
    explanation=(
        "Si la fiche est perdue, ou si quelqu’un l’a lue. Un code neuf remplace l’ancien, qui "
        "n’ouvrira plus que les sauvegardes d’avant."
    ),
    verb="Remplacer le code",
    doing="Remplacement du code…",
    done="Le code est remplacé. Détruisez l’ancienne fiche.",
    work=_new_code,
)
CLE: Final = CodeGesture(
    title="Renouveler la clé",
    explanation=(
        "Si quelqu’un a pu copier ce cahier en connaissant une phrase ou un code. Tout est "
        "rechiffré sous une clé neuve : une ancienne phrase, un ancien code ou une copie des clés "
        "n’ouvrent plus ce cahier. Les sauvegardes déjà faites, elles, gardent leur clé."
    ),
    verb="Renouveler la clé",
    doing="Rechiffrement et relecture ; on peut arrêter jusqu’au bout…",
    done="La clé est renouvelée. Votre phrase reste la même ; détruisez l’ancienne fiche.",
    work=_new_key,
    stoppable=True,
)


class CleCard(Card):
    """Trois gestes repliés. `secrets_changed` : une sauvegarde neuve s'impose."""

    secrets_changed = Signal()

    def __init__(self, tasks: Tasks, coffre: Coffre) -> None:
        super().__init__("Phrase de passe et clé")
        self.phrase = PhraseForm(tasks, coffre)
        self.fiche = CodeForm(tasks, coffre, FICHE)
        self.cle = CodeForm(tasks, coffre, CLE)
        self.phrase.phrase_changed.connect(self.secrets_changed)
        for form in (self.fiche, self.cle):
            form.finished.connect(self.secrets_changed)
        for unfolding in (self.phrase, self.fiche, self.cle):
            self.body.addLayout(narrow(unfolding))
