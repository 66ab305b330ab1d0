"""Le rectificatif : dire à qui l'on avait écrit qu'un fait cité s'est révélé faux.

Ce n'est pas un modèle que l'on choisit : il naît d'un fait infirmé après être parti.
"""

from __future__ import annotations

from collections.abc import Iterator

from tat_carnet.documents.courriers import paragraphes as p
from tat_carnet.documents.courriers.textes import Textes
from tat_carnet.documents.interface import Bloc, Mention, Paragraphe
from tat_carnet.documents.typographie import date_en_lettres, propre
from tat_carnet.domain.courrier_relu import CourrierRelu, Precedent

_SANS_TEXTES = Textes("", "", False, "", "", (), "")


def ecrire_rectificatif(courrier: CourrierRelu, precedent: Precedent) -> Iterator[Bloc]:
    """Les paragraphes d'un rectificatif ; aucun fait, aucune demande datée."""
    yield from p.qui_nous_sommes(courrier, _SANS_TEXTES)
    quand = f" du {date_en_lettres(precedent.le, semaine=False)}" if precedent.le else ""
    yield Paragraphe(
        Mention(
            f"Notre document {precedent.reference}{quand} citait un fait que notre instance de "
            "veille a depuis établi comme inexact, en réunion."
        )
    )
    if courrier.rectification is not None:
        yield Paragraphe(propre(courrier.rectification.texte))
    yield Paragraphe(
        Mention(
            "Nous vous demandons de ne plus en tenir compte, et de le faire savoir à qui vous "
            "l’auriez transmis. Le reste de ce document demeure."
        )
    )
    yield from p.disponibilite(courrier, _SANS_TEXTES)
    yield from p.clause(courrier, _SANS_TEXTES)
