"""Les démentis d'un compte-rendu : ce qui s'est dit et s'est révélé faux. Jamais des faits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from tat_carnet.documents.interface import Bloc, Liste, Mention, Paragraphe, Titre, Ton
from tat_carnet.documents.typographie import FINE, majuscule, propre, semaine_en_lettres
from tat_carnet.domain.periode import debut_de_periode
from tat_carnet.domain.relu import DementiRelu

_RAPPEL: Final = (
    "Ce qui suit s’est dit et s’est révélé faux, en réunion. Ce ne sont pas des faits"
    f"{FINE}: rien n’en est compté plus haut."
)


def blocs_dementis(dementis: Sequence[DementiRelu], annee: int) -> Iterator[Bloc]:
    """La section des démentis ; rien s'il n'y en a pas."""
    if not dementis:
        return
    yield Titre(Mention("Démentis"), 2)
    yield Paragraphe(Mention(_RAPPEL), Ton.doux)
    yield Liste(lignes_des_dementis(dementis, annee))


def lignes_des_dementis(dementis: Sequence[DementiRelu], annee: int) -> tuple[str, ...]:
    """Un démenti par ligne ; à période égale, l'alphabet : l'ordre reçu serait celui des jours."""
    dites = [
        (debut_de_periode(d.semaine) if d.semaine else date.max, _ligne(d, annee)) for d in dementis
    ]
    return tuple(ligne for _, ligne in sorted(dites))


def _ligne(dementi: DementiRelu, annee: int) -> str:
    """« Place haute, semaine du 9 novembre, démenti : … », ou « Démenti, sans lieu ni date : … »"""
    texte = " ".join(propre(dementi.texte.texte).split("\n"))
    if not dementi.semaine:
        return f"Démenti, sans lieu ni date{FINE}: {texte}"
    ou, quand = propre(dementi.lieu.texte), semaine_en_lettres(dementi.semaine, annee)
    return f"{majuscule(ou)}, {quand}, démenti{FINE}: {texte}"
