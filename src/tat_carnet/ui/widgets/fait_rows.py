"""Une ligne par fait : quand, où, quoi, à quel degré, et un cadenas s'il n'est que brut."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QPushButton

from tat_carnet.domain.brut import TexteVoile
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.libelles import libelle
from tat_carnet.ui.theme.tokens import E8, E12
from tat_carnet.ui.typographie import heure, jour, jour_court, majuscule, mois_court
from tat_carnet.ui.widgets.basics import ElidedLabel, IconLabel, horizontal, label

WHEN_WIDTH = 140


def fait_type(fait: Fait) -> str:
    """Le libellé du type, ou celui que la personne a donné à « autre »."""
    if fait.type is None:
        return ""
    return fait.libelle_autre or libelle(fait.type)


def fait_when(fait: Fait, today: date) -> str:
    """« sam. 21 nov.  21 h 50 », « 27 mars 2023  7 h 03 » ; projeté, « sem. du 16 nov. »."""
    if isinstance(fait.texte_brut, TexteVoile):
        return f"sem. du {_day(fait, today)}"
    return f"{jour_court(fait.instant.date(), today)}  {heure(fait.instant)}"


def fait_when_narrow(fait: Fait, today: date) -> str:
    """« 21 nov. », « mars 2023 » ; projeté, « sem. 47 »."""
    if isinstance(fait.texte_brut, TexteVoile):
        return f"sem. {fait.semaine[-2:]}"
    if fait.instant.year != today.year:
        return f"{mois_court(fait.instant.date())} {fait.instant.year}"
    return _day(fait, today)


def _day(fait: Fait, today: date) -> str:
    """« 21 nov. », « 27 mars 2023 »."""
    text = jour_court(fait.instant.date(), today)
    return text if fait.instant.year != today.year else text.split(" ", 1)[1]


def fait_when_long(fait: Fait) -> str:
    """« Samedi 21 novembre 2026, 21 h 50 » ; projeté, « Semaine du 16 novembre 2026, soirée »."""
    day = jour(fait.instant.date(), annee=True)
    if isinstance(fait.texte_brut, TexteVoile):
        return f"Semaine du {day.split(' ', 1)[1]}, {libelle(fait.moment)}"
    return f"{majuscule(day)}, {heure(fait.instant)}"


class FaitRow(QPushButton):
    """La ligne, cliquable, de l'accueil."""

    def __init__(self, fait: Fait, site: Site | None, today: date) -> None:
        super().__init__()
        self.setProperty("role", "lateral")
        when = fait_when(fait, today)
        where = site.libelle_public if site else ""
        what, degree = fait_type(fait), libelle(fait.attestation)
        self.setAccessibleName(f"{when}, {where}, {what}, {degree}")
        row = horizontal(self, gap=E12)
        row.setContentsMargins(E8, 0, E8, 0)
        when_label = label(when, "doux", wrap=False)
        when_label.setFixedWidth(WHEN_WIDTH)
        where_label = ElidedLabel(where)
        where_label.setProperty("role", "fort")
        row.addWidget(when_label)
        row.addWidget(where_label, 4)
        row.addWidget(ElidedLabel(what), 5)
        row.addWidget(label(degree, "doux", wrap=False))
        row.addWidget(IconLabel("check" if fait.relu_le else "lock", "encre_douce", 16))
