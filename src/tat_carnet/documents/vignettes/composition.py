"""Composer une vignette : une page, sans lieu, sans âge, sans date, pas même celle de sa sortie."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tat_carnet.documents.interface import (
    Bloc,
    Document,
    Encadre,
    Mention,
    Paragraphe,
    Titre,
    Ton,
)
from tat_carnet.documents.typographie import FINE, majuscule, propre
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.relu import TexteRelu, Vignette

_RAPPEL: Final = (
    Mention(
        "Cette situation est recomposée"
        f"{FINE}: elle ne décrit aucune personne, aucun lieu, aucun moment."
    ),
    Mention("Elle sert à réfléchir ensemble. Elle n’alimente aucun fichier."),
)


def composer(vignette: Vignette) -> Document:
    """Le document d'une vignette relue."""
    return Document(libelle(GenreDocument.vignette), tuple(_blocs(vignette)))


def _blocs(vignette: Vignette) -> Iterator[Bloc]:
    yield Paragraphe(Mention(libelle(GenreDocument.vignette)), Ton.chapeau)
    yield Titre(Mention("Une situation, sans lieu, ni âge, ni date"), 1)
    yield Encadre(Mention("Rappel de confidentialité"), _RAPPEL)
    yield from _section("Ce qui s’est passé", vignette.recit)
    yield from _section("Ce que l’on en retient", vignette.retenu)


def _section(titre: str, texte: TexteRelu) -> Iterator[Bloc]:
    """Un titre, et un paragraphe par ligne ; rien si le texte est vide."""
    lignes = [propre(ligne) for ligne in texte.texte.splitlines()]
    paragraphes = [majuscule(ligne) for ligne in lignes if ligne]
    if paragraphes:
        yield Titre(Mention(titre), 2)
        yield from map(Paragraphe, paragraphes)
