"""Ce qui arrive à des personnes, dit ensemble : des natures, et rien qui s'en soustraie.

Ni lieu, ni date, ni aucun autre code (décision 0032). D'une nature, on dit seulement si cinq faits
au moins en relèvent : un nombre exact, moins celui d'une période plus courte, dirait « un ».
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from tat_carnet.documents.interface import Bloc, Liste, Mention, Paragraphe, Titre, Ton
from tat_carnet.documents.typographie import FINE, accord, minuscule
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.relu import NatureRelue
from tat_carnet.domain.seuils import PETIT_EFFECTIF
from tat_carnet.domain.vocabulaire import FAMILLE_DU_TYPE, Famille, TypeFait

_TITRE: Final = Mention("Ce qui arrive à des personnes, dit ensemble")
_PARTOUT: Final = "sur toute la période et tout le territoire, sans lieu ni date"
AU_SECRET: Final = "on en parle de vive voix, entre personnes tenues au secret, pas ici"
_POURQUOI: Final = Mention(
    f"Derrière chaque mot, il y a quelqu’un{FINE}: {AU_SECRET}. Rien de cela n’est compté ailleurs "
    "dans ce document."
)
CINQ: Final = "cinq faits ou plus"


def blocs_ensemble(natures: Sequence[NatureRelue], tournees: int) -> Iterator[Bloc]:
    """La section, une famille par ligne ; rien s'il n'y a rien à dire."""
    if not natures:
        return
    effort = f"En {accord(tournees, 'tournée')}, " if tournees else ""
    dit = f"{effort}{_PARTOUT}"
    yield Titre(_TITRE, 2)
    yield Paragraphe(Mention(f"{dit[:1].upper()}{dit[1:]}{FINE}:"))
    yield Liste(tuple(_par_famille(natures)))
    yield Paragraphe(_POURQUOI, Ton.doux)


def ensemble_en_une_ligne(natures: Sequence[NatureRelue]) -> Mention:
    """« Sans lieu ni date, pour ne désigner personne : dette ou emprise ; deuil. »"""
    dites = f"{FINE}; ".join(natures_dites(natures))
    return Mention(f"Sans lieu ni date, pour ne désigner personne{FINE}: {dites}.")


def natures_dites(natures: Sequence[NatureRelue]) -> tuple[str, ...]:
    """Chaque nature une fois, dans l'ordre des types : celui des faits dirait celui des jours."""
    comptes = Counter(nature.type for nature in natures)
    return tuple(_nature(type_, comptes[type_]) for type_ in TypeFait if type_ in comptes)


def _nature(type_: TypeFait, faits: int) -> str:
    return minuscule(libelle(type_)) + (f" ({CINQ})" if faits >= PETIT_EFFECTIF else "")


def _par_famille(natures: Sequence[NatureRelue]) -> Iterator[Mention]:
    for famille in Famille:
        siennes = [nature for nature in natures if FAMILLE_DU_TYPE[nature.type] is famille]
        if siennes:
            yield Mention(f"{libelle(famille)}{FINE}: {', '.join(natures_dites(siennes))}")
