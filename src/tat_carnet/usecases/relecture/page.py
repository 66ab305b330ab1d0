"""Le document tel qu'on le regarde avant de signer : ses lignes, et ce que chacune est pour l'œil.

L'écran ne connaît pas les documents : il reçoit ces lignes, et les met en page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum, auto
from typing import Final, NamedTuple

from tat_carnet.documents.interface import (
    Bloc,
    Document,
    Encadre,
    Fiche,
    Lettre,
    Liste,
    Numeros,
    Paragraphe,
    Tableau,
    Titre,
    Ton,
)


class Role(StrEnum):
    """Ce qu'une ligne est. Une `rangee` porte autant de morceaux que son `entete`."""

    titre = auto()
    section = auto()
    theme = auto()
    courant = auto()
    doux = auto()
    a_part = auto()
    puce = auto()
    numero = auto()
    entete = auto()
    rangee = auto()
    rappel_titre = auto()
    rappel = auto()
    fiche = auto()
    precisions = auto()


class Ligne(NamedTuple):
    """Une ligne, en morceaux ; le premier d'une `fiche` est appuyé.

    `source` : les mots d'une personne qui l'expliquent, ceux du fait pour toutes ses lignes ; vide,
    la ligne elle-même. `espace` : elle commence quelque chose.
    """

    role: Role
    morceaux: tuple[str, ...]
    source: str = ""
    espace: bool = False


_TONS: Final = {Ton.courant: Role.courant, Ton.date: Role.courant}
_TITRES: Final = {1: Role.titre, 2: Role.section, 3: Role.theme}


def page(document: Document) -> tuple[Ligne, ...]:
    """Les lignes du document, dans l'ordre où elles se lisent."""
    return tuple(_lettre(document) if isinstance(document, Lettre) else _blocs(document.blocs))


def _lettre(lettre: Lettre) -> Iterator[Ligne]:
    yield from _lignes(Role.courant, lettre.expediteur)
    yield from _lignes(Role.a_part, lettre.destinataire)
    yield from _lignes(Role.courant, lettre.references)
    yield from _lignes(Role.a_part, (lettre.lieu_date,))
    yield from _lignes(Role.courant, (lettre.appel,))
    yield from _blocs(lettre.blocs)
    yield from _lignes(Role.courant, (lettre.formule,))
    yield from _lignes(Role.a_part, lettre.signature)
    yield from _lignes(Role.courant, lettre.copies)


def _lignes(role: Role, textes: Iterable[str]) -> Iterator[Ligne]:
    """Une ligne par texte ; la première se détache de ce qui précède."""
    for rang, texte in enumerate(textes):
        yield Ligne(role, (texte,), espace=rang == 0)


def _blocs(blocs: Iterable[Bloc]) -> Iterator[Ligne]:
    for bloc in blocs:
        match bloc:
            case Titre():
                yield Ligne(_TITRES[bloc.niveau], (bloc.texte,), espace=True)
            case Paragraphe():  # sous un titre, ce qui le précise le touche
                yield Ligne(
                    _TONS.get(bloc.ton, Role.doux), (bloc.texte,), espace=bloc.ton is Ton.courant
                )
            case Liste():
                yield from (Ligne(Role.puce, (element,)) for element in bloc.elements)
            case Numeros():
                yield from (Ligne(Role.numero, (element,)) for element in bloc.elements)
            case Tableau():
                yield Ligne(Role.entete, bloc.entetes)
                yield from (Ligne(Role.rangee, ligne) for ligne in bloc.lignes)
            case Encadre():
                yield Ligne(Role.rappel_titre, (bloc.titre,))
                yield from (Ligne(Role.rappel, (texte,)) for texte in bloc.textes)
            case _:
                yield from _fiche(bloc)


def _fiche(fiche: Fiche) -> Iterator[Ligne]:
    source = fiche.corps[0] if fiche.corps else ""
    yield Ligne(Role.fiche, (fiche.appui, f" · {fiche.reperes}"), source, espace=True)
    for ligne in fiche.corps:
        yield Ligne(Role.courant, (ligne,))
    if fiche.precisions:
        yield Ligne(Role.precisions, (fiche.precisions,), source)
