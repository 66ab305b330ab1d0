"""L'écran « Réquisition » : prévenir la direction, motif légitime, suspendre la purge."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from tat_carnet.domain.conservation import Suspension
from tat_carnet.ui.conservation.suivi import Suivi
from tat_carnet.ui.context import Context
from tat_carnet.ui.typographie import heure, jour
from tat_carnet.ui.widgets.basics import Button, Card, horizontal, label
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.narrow import narrow
from tat_carnet.ui.widgets.page import Page

PREVENIR: Final = (
    "Ne remettez rien et n’ouvrez pas le cahier devant la personne qui le demande. Demandez la "
    "réquisition par écrit, notez qui l’apporte, et appelez votre direction tout de suite : c’est "
    "elle qui répond, avec un avocat s’il le faut."
)
MOTIF: Final = (
    "Le secret professionnel (code pénal, articles 226-13 et 226-14) peut être opposé à une "
    "réquisition s’il existe un motif légitime. La direction en juge, pas vous seul, et pas cette "
    "application : ce qui est écrit ici n’est pas un avis juridique."
)
SUSPENDRE: Final = (
    "Effacer ce qu’une enquête demande peut être une faute grave. Suspendez la purge : plus rien "
    "ne s’efface, ni tout seul, ni à la main, et un ruban le rappelle sur chaque écran."
)
LIMITES: Final = (
    "Il n’y a ici ni effacement d’urgence, ni faux mot de passe, ni promesse que personne "
    "n’ouvrira jamais ce cahier."
)


class RequisitionView(Page):
    """Trois pas, dans l'ordre ; puis la suspension, qui se lève de même."""

    def __init__(self, context: Context) -> None:
        super().__init__("Réquisition")
        assert context.suivi is not None
        self._context: Context = context
        self._suivi: Suivi = context.suivi
        for title, text in (
            ("1. Prévenir la direction", PREVENIR),
            ("2. Le motif légitime", MOTIF),
        ):
            step = Card(title)
            step.body.addWidget(label(text))
            self.body.addWidget(step)
        self.step = Card("3. Suspendre la purge")
        self.step.body.addWidget(label(SUSPENDRE))
        self.warned = QCheckBox("La direction est prévenue")
        self.motif = QLineEdit()
        self.motif.setMaxLength(200)
        self.motif_field = Field(
            "Référence de la réquisition",
            self.motif,
            "facultatif, sans nom de personne ; ne sort jamais du cahier",
        )
        self.suspend = Button("Suspendre la purge", "premier")
        self.suspend.clicked.connect(self._suspend)
        self.state = label("")
        self.resume = Button("Lever la suspension")
        self.resume.clicked.connect(self._suivi.resume)
        self.told = Button("La direction est maintenant prévenue")
        self.told.clicked.connect(self._tell_direction)
        self.step.body.addWidget(self.warned)
        self.step.body.addLayout(narrow(self.motif_field))
        self.step.body.addWidget(self.state)
        for button in (self.suspend, self.told, self.resume):
            row = horizontal()
            row.addWidget(button)
            row.addStretch(1)
            self.step.body.addLayout(row)
        self.body.addWidget(self.step)
        self.body.addWidget(label(LIMITES, "doux"))
        self.body.addStretch(1)
        self._suivi.changed.connect(self._show)
        self._show()

    def arrive(self) -> None:
        """Relit l'état."""
        self._suivi.refresh()

    def _show(self) -> None:
        etat = self._suivi.etat
        suspension = etat.suspension if etat else None
        before: tuple[QWidget, ...] = (self.warned, self.motif_field, self.suspend)
        during: tuple[QWidget, ...] = (self.state, self.resume)
        for widget in (*before, *during):
            widget.setVisible((widget in during) is (suspension is not None))
        self.told.setVisible(suspension is not None and not suspension.direction_prevenue)
        if suspension is not None:
            self.state.setText(_sentence(suspension))

    def _tell_direction(self) -> None:
        etat = self._suivi.etat
        if etat is not None and etat.suspension is not None:
            self.banner.hush()
            self._suivi.suspend(replace(etat.suspension, direction_prevenue=True))

    def _suspend(self) -> None:
        now = self._context.clock()
        self._suivi.suspend(Suspension(now, self.warned.isChecked(), self.motif.text().strip()))
        self.motif.clear()
        if self.warned.isChecked():
            self.banner.tell("La purge est suspendue. C’est écrit au journal des purges.")
        else:
            self.banner.tell(
                "La purge est suspendue. Il reste à prévenir la direction, tout de suite.", "alerte"
            )


def _sentence(suspension: Suspension) -> str:
    since = f"{jour(suspension.depuis.date(), annee=True)}, {heure(suspension.depuis)}"
    told = (
        "La direction était prévenue."
        if suspension.direction_prevenue
        else ("La direction n’était pas encore prévenue.")
    )
    motif = f" Référence : {suspension.motif}." if suspension.motif else ""
    return (
        f"La purge est suspendue depuis le {since}. {told}{motif} Lever la suspension "
        "n’efface rien tout de suite : quinze jours d’avertissement d’abord."
    )
