"""Deux fiches qui s'impriment vides, se remplissent avec la personne, et ne se gardent jamais."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tat_carnet.documents.interface import (
    Bloc,
    Document,
    Encadre,
    Mention,
    Paragraphe,
    Tableau,
    Titre,
    Ton,
)
from tat_carnet.documents.typographie import FINE, INSECABLE
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.libelles import libelle

_VIDE: Final = Mention(INSECABLE)
_LIAISON: Final = (
    ("Ce que la personne demande", 3),
    ("Ce qu’elle accepte que l’on dise, et à qui", 3),
    ("Ce qui a déjà été fait", 3),
    ("Ce que nous attendons de vous, et pour quand", 3),
    ("Votre réponse", 3),
)
_PARCOURS: Final = ("Étape", "Avec quelle structure", "Pour quand", "Fait")


def composer_liaison() -> Document:
    """La fiche de liaison : d'une structure à une autre, avec l'accord de la personne."""
    return Document(libelle(GenreDocument.fiche_liaison), tuple(_liaison()))


def composer_parcours() -> Document:
    """La fiche de parcours : les étapes, tenues par la personne elle-même."""
    return Document(libelle(GenreDocument.fiche_parcours), tuple(_parcours()))


def _liaison() -> Iterator[Bloc]:
    yield Titre(Mention("Fiche de liaison"), 1)
    chapeau = "D’une structure à une autre, avec l’accord de la personne."
    yield Paragraphe(Mention(chapeau), Ton.doux)
    yield _rappel("Elle se remplit avec la personne, qui la relit et en garde le double.")
    yield _tableau(
        ("De la part de (structure, fonction)", "Pour (structure, fonction)"), 2, (50, 50)
    )
    for titre, lignes in _LIAISON:
        yield _tableau((titre,), lignes, (100,))
    yield _tableau(("Fait le", "Accord de la personne"), 1, (50, 50))


def _parcours() -> Iterator[Bloc]:
    yield Titre(Mention("Fiche de parcours"), 1)
    yield Paragraphe(Mention("Elle appartient à la personne, qui la garde."), Ton.doux)
    yield _rappel("Elle se remplit avec la personne, étape par étape, à son rythme.")
    yield _tableau(("Ce que je veux changer",), 4, (100,))
    yield _tableau(("Ce qui m’aide déjà",), 3, (100,))
    yield _tableau(_PARCOURS, 8, (43, 23, 21, 13))
    yield _tableau(("Le prochain rendez-vous",), 2, (100,))


def _rappel(phrase: str) -> Encadre:
    return Encadre(
        Mention("Rappel"),
        (
            Mention(phrase),
            Mention(
                f"Elle ne se recopie dans aucun fichier{FINE}: cette application l’imprime vide."
            ),
        ),
    )


def _tableau(entetes: tuple[str, ...], lignes: int, parts: tuple[int, ...]) -> Tableau:
    """Des lignes vides à remplir au stylo."""
    vide = tuple(_VIDE for _ in entetes)
    return Tableau(tuple(map(Mention, entetes)), tuple(vide for _ in range(lignes)), parts)
