"""Ce qui arrive à des personnes, dit ensemble : des natures, et rien qui s'en soustraie.

Ni lieu, ni date, ni aucun autre code (décision 0032), depuis un an : la liste est la même dans tout
document d'un même jour. D'une nature, on dit seulement si cinq faits au moins en relèvent : un
nombre exact, moins celui d'un document plus ancien, dirait « un ».
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from tat_carnet.documents.interface import Bloc, Liste, Mention, Paragraphe, Titre, Ton
from tat_carnet.documents.typographie import FINE, minuscule
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.relu import NatureRelue
from tat_carnet.domain.seuils import PETIT_EFFECTIF
from tat_carnet.domain.vocabulaire import FAMILLE_DU_TYPE, Famille, TypeFait

_TITRE: Final = Mention("Ce qui arrive à des personnes, dit ensemble")
_PARTOUT: Final = Mention(f"Depuis un an, sur tout le territoire, sans lieu ni date{FINE}:")
AU_SECRET: Final = "on en parle de vive voix, entre personnes tenues au secret, pas ici"
_POURQUOI: Final = Mention(
    f"Derrière chaque mot, il y a quelqu’un{FINE}: {AU_SECRET}. Cette liste vaut pour un an"
    f"{FINE}: elle ne dit ni où, ni quand."
)
CINQ: Final = "cinq faits ou plus"


def blocs_ensemble(natures: Sequence[NatureRelue]) -> Iterator[Bloc]:
    """La section, une famille par ligne ; rien s'il n'y a rien à dire."""
    if not natures:
        return
    yield Titre(_TITRE, 2)
    yield Paragraphe(_PARTOUT)
    yield Liste(tuple(_par_famille(natures)))
    yield Paragraphe(_POURQUOI, Ton.doux)


def ensemble_en_une_ligne(natures: Sequence[NatureRelue], depuis: str = "") -> Mention:
    """« Sans lieu ni date, pour ne désigner personne : dette ou emprise ; deuil. »"""
    dites = f"{FINE}; ".join(natures_dites(natures))
    sans = f"{depuis}, sans" if depuis else "Sans"
    return Mention(f"{sans} lieu ni date, pour ne désigner personne{FINE}: {dites}.")


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
