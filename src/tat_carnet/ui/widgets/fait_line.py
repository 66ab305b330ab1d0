"""Un fait en une phrase, là où la place manque pour des colonnes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.libelles import libelle
from tat_carnet.ui.theme.tokens import E8
from tat_carnet.ui.typographie import jour_court
from tat_carnet.ui.widgets.basics import Button, horizontal, label
from tat_carnet.ui.widgets.fait_rows import fait_type


class FaitLine(QWidget):
    """« jeu. 19 nov. : Raccrochage, Place du Lavoir (observé) », et ses gestes."""

    def __init__(
        self,
        fait: Fait,
        site: Site | None,
        today: date,
        *gestures: tuple[str, Callable[[], None]],
    ) -> None:
        super().__init__()
        where = f", {site.libelle_public}" if site else ""
        day, degree = jour_court(fait.instant.date(), today), libelle(fait.attestation)
        text = f"{day} : {fait_type(fait)}{where} ({degree})"
        row = horizontal(self, gap=E8)
        row.addWidget(label(text), 1)
        for verb, gesture in gestures:
            button = Button(verb, "discret")
            button.setAccessibleName(f"{verb} : {text}")
            button.clicked.connect(lambda _=False, g=gesture: g())
            row.addWidget(button)
