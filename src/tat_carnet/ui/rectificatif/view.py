"""L'écran « Rectifier » : tout document qui citait un fait infirmé depuis, et son rectificatif."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.libelles import libelle
from tat_carnet.ui.context import Context
from tat_carnet.ui.relecture.page import SasPage
from tat_carnet.ui.theme.tokens import E4, E12, E16
from tat_carnet.ui.typographie import jour, majuscule
from tat_carnet.ui.widgets.basics import Button, Card, clear_layout, horizontal, label, vertical
from tat_carnet.ui.widgets.empty import EmptyState
from tat_carnet.ui.widgets.fait_rows import fait_type
from tat_carnet.ui.widgets.field import Field
from tat_carnet.usecases.courriers.rectifier import a_rectifier as courriers_a_rectifier
from tat_carnet.usecases.courriers.rectifier import dementis
from tat_carnet.usecases.infirmes import infirmes_sortis
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.rectificatifs import (
    DocumentCitant,
    documents_citant,
    ouvrir_rectificatif,
)

REGLE: Final = (
    "Un fait s’est révélé faux après être sorti : voici chaque document qui le citait. Son "
    "rectificatif part au même destinataire, par la même relecture."
)


@dataclass(frozen=True, slots=True)
class Sortis:
    """Les documents qui citent un fait infirmé depuis, et les courriers à rectifier."""

    documents: Sequence[DocumentCitant]
    courriers: Sequence[tuple[str, str]]
    sites: Mapping[str, Site]


class RectificatifView(SasPage):
    """La liste, puis le sas, document par document."""

    def __init__(self, context: Context) -> None:
        self.buttons: dict[str, Button] = {}
        desk = QWidget()
        column = vertical(desk, gap=E16)
        column.addWidget(label(REGLE, "doux"))
        self.rows = vertical(gap=E12)
        column.addLayout(self.rows)
        self.words = QPlainTextEdit()
        self.words.setProperty("role", "champ")
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(84)
        self.words_field = Field("Un mot à ajouter", self.words, "facultatif, relu comme le reste")
        column.addWidget(self.words_field)
        column.addStretch(1)
        super().__init__(context, "Rectifier ce qui est sorti", desk)

    def arrive(self) -> None:
        """Relit ce qui est sorti, sauf au milieu d'une relecture."""
        if self.preparing:
            self._context.tasks.query(_load, self._show, self)

    def _show(self, sortis: Sortis) -> None:
        clear_layout(self.rows)
        self.buttons = {}
        for document in sortis.documents:
            self.rows.addWidget(self._card(document, sortis.sites))
        for name, courrier_id in sortis.courriers:
            card = Card()
            card.body.addWidget(label(name, "fort"))
            gesture = partial(self._context.go, "courriers", courrier_id)
            self._add(card, courrier_id, "Rectifier dans les courriers", gesture)
            self.rows.addWidget(card)
        self.words_field.setVisible(bool(sortis.documents))
        if not sortis.documents and not sortis.courriers:
            text = "Aucun document sorti ne cite un fait infirmé depuis."
            self.rows.addWidget(EmptyState("circle-check", text))

    def _card(self, document: DocumentCitant, sites: Mapping[str, Site]) -> Card:
        card = Card()
        card.body.setSpacing(E4)
        day = jour(document.sorti_le.date(), annee=True)
        name = f"{libelle(document.genre)} pour {document.destinataire}, {day}"
        card.body.addWidget(label(name, "fort"))
        for fait in document.faits:
            card.body.addWidget(label(_described(fait, sites), "doux"))
        if document.rectifie_le is not None:
            told = f"Rectifié {jour(document.rectifie_le.date(), annee=True)}."
            card.body.addWidget(label(told, "appui"))
        else:
            gesture = partial(self._open, document)
            self._add(card, document.cle, "Rédiger le rectificatif", gesture)
        return card

    def _add(self, card: Card, key: str, verb: str, gesture: Callable[[], None]) -> None:
        button = Button(verb, "discret", icon_name="file-pen-line")
        button.clicked.connect(lambda: gesture())
        self.buttons[key] = button
        row = horizontal()
        row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)

    def _open(self, document: DocumentCitant) -> None:
        words, now = " ".join(self.words.toPlainText().split()), self._context.clock()
        self.start(
            lambda cahier: ouvrir_rectificatif(cahier, document.cle, words, now),
            lambda error: self.banner.tell(error.phrase, "alerte"),
        )


def _load(cahier: Cahier) -> Sortis:
    lus = infirmes_sortis(cahier)
    courriers = [
        (f"Courrier {courrier.reference}", courrier.id)
        for dementi in dementis(cahier, lus)
        for courrier in courriers_a_rectifier(dementi)
    ]
    return Sortis(documents_citant(cahier, lus), courriers, {s.id: s for s in cahier.sites()})


def _described(fait: Fait, sites: Mapping[str, Site]) -> str:
    """« Bruit, Place haute, vendredi 14 novembre : infirmé depuis »."""
    site = sites.get(fait.site_id or "")
    where = f", {site.libelle_public}" if site is not None else ""
    return f"{majuscule(fait_type(fait))}{where}, {jour(fait.instant.date())} : infirmé depuis"
