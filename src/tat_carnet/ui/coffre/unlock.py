"""Verrouillé, rien n'est perdu : un seul champ, rien d'autre."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.ui.coffre.secret_field import SecretField
from tat_carnet.ui.coffre.threshold import Threshold
from tat_carnet.ui.typographie import jour
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, IconLabel, label, set_property

if TYPE_CHECKING:
    from tat_carnet.ui.widgets.expander import Expander
    from tat_carnet.usecases.ports import SauvegardeGardee


class UnlockView(Threshold):
    """La page du seuil. `attempted` porte le secret tapé ; `refuse` dit pourquoi cela n'ouvre pas.

    Un cahier illisible qui a une sauvegarde intacte offre de la restaurer : `rescue_asked` porte
    alors le secret tapé et le dossier de la sauvegarde. Une phrase erronée ne change
    rien : ni délai, ni punition, ni indice.
    """

    attempted = Signal(str)
    rescue_asked = Signal(str, object)

    def __init__(self, *, returning: bool) -> None:
        super().__init__()
        self.body.addWidget(IconLabel("lock", "accent", 32))
        headline = "Verrouillé, rien n’est perdu" if returning else "Votre cahier est fermé"
        self.headline = label(headline, "titre")
        self.body.addWidget(self.headline)
        self.secret = SecretField("Phrase de passe, ou code de secours")
        self.body.addWidget(label("Phrase de passe, ou code de secours", "fort"))
        self.body.addWidget(self.secret)
        self.banner = Banner()
        self.body.addWidget(self.banner)
        self.button = Button("Ouvrir le cahier", "premier")
        self.button.clicked.connect(self._attempt)
        self.secret.line.returnPressed.connect(self._attempt)
        self.body.addWidget(self.button)
        self._kept: SauvegardeGardee | None = None
        self.rescue = Button("", "premier", icon_name="archive")
        self.rescue.clicked.connect(self._ask_rescue)
        self.rescue.hide()
        self.body.addWidget(self.rescue)
        self.explanation = label(
            "Elle s’ouvrira à côté, avec la phrase de passe de ce jour-là ou le code de secours. "
            "Le cahier abîmé reste où il est : rien n’est effacé.",
            "doux",
        )
        self.explanation.hide()
        self.body.addWidget(self.explanation)
        self.help: Expander | None = None
        self.setFocusProxy(self.secret)

    def refuse(self, error: ErreurConnue) -> None:
        """Montre la phrase, garde le champ prêt ; offre la sauvegarde d'un cahier illisible."""
        self._wait(False)
        self.banner.tell(error.phrase, "alerte")
        self._offer_help()
        from tat_carnet.usecases.coffre import CahierASecourir

        if isinstance(error, CahierASecourir):
            self._offer(error.sauvegarde)
        else:
            self.secret.clear()
            self.secret.setFocus()

    def _offer_help(self) -> None:
        """Une page nue tant que tout va ; au premier refus, de quoi s'en sortir, plié."""
        if self.help is not None:
            return
        from tat_carnet.ui.aide.page import fill
        from tat_carnet.ui.aide.sujets import sujet
        from tat_carnet.ui.widgets.expander import Expander

        self.help = Expander("Que faire ?")
        for name in ("phrase-refusee", "phrase-perdue", "illisible"):
            topic = sujet(name)
            self.help.body.addWidget(label(topic.titre, "fort"))
            fill(self.help.body, topic)
        self.body.addWidget(self.help)

    def _offer(self, kept: SauvegardeGardee) -> None:
        """La phrase déjà tapée reste : c'est sans doute celle de la sauvegarde."""
        self._kept = kept
        self.headline.setText("Ce cahier ne s’ouvre pas, sa sauvegarde est là")
        self.rescue.setText(f"Restaurer la sauvegarde du {jour(kept.faite_le.date())}")
        self.rescue.show()
        self.explanation.show()
        set_property(self.button, "role", "normal")
        self.rescue.setFocus()

    def _attempt(self) -> None:
        if self._secret_typed():
            self._wait(True)
            self.attempted.emit(self.secret.text)

    def _ask_rescue(self) -> None:
        if self._kept is not None and self._secret_typed():
            self._wait(True)
            self.rescue_asked.emit(self.secret.text, self._kept.path)

    def _secret_typed(self) -> bool:
        if self.secret.text:
            self.banner.hush()
            return True
        self.banner.tell("Tapez votre phrase de passe.", "alerte")
        self.secret.setFocus()
        return False

    def _wait(self, waiting: bool) -> None:
        for widget in (self.button, self.secret, self.rescue):
            widget.setEnabled(not waiting)
        self.button.setText("Ouverture…" if waiting else "Ouvrir le cahier")
