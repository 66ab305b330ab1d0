"""Un document tel qu'on le pense : un titre et des blocs, sans format, sans police, sans page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Final

from tat_carnet.domain.logo import Logo

PIED: Final = "Ce que nous avons vu, non ce qui existe"
"""La phrase du bas de chaque page ; la contre-lecture la retire pour lire d'une page à l'autre."""

LANGUE: Final = "fr-FR"


class Mention(str):
    """Texte que l'application écrit d'elle-même (date, code, phrase fixe), jamais une personne.

    La contre-lecture n'y cherche pas les termes masqués : « semaine du 16 novembre » n'est pas une
    fuite du « 16 novembre » d'une note. Tout autre `str` d'un document vient d'un texte relu.
    """

    __slots__ = ()


class Ton(StrEnum):
    """Ce qu'un paragraphe est pour l'œil."""

    courant = auto()
    doux = auto()
    chapeau = auto()
    date = auto()
    theme = auto()


@dataclass(frozen=True, slots=True)
class Titre:
    """Titre de niveau 1 (un seul, celui du document), 2 (section) ou 3 (thème)."""

    texte: str
    niveau: int


@dataclass(frozen=True, slots=True)
class Paragraphe:
    """Un paragraphe d'un seul tenant."""

    texte: str
    ton: Ton = Ton.courant


@dataclass(frozen=True, slots=True)
class Liste:
    """Liste à puces, non vide."""

    elements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numeros:
    """Liste numérotée à partir de 1, non vide."""

    elements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tableau:
    """Lignes de même longueur que les en-têtes ; `parts`, de somme 100, leurs largeurs."""

    entetes: tuple[str, ...]
    lignes: tuple[tuple[str, ...], ...]
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Encadre:
    """Un rappel entouré d'un filet."""

    titre: str
    textes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fiche:
    """Un fait, ou une sorte de faits : d'une ligne, son titre et sa marque, appuyés, où, quand,
    d'où on le sait ; dessous, les mots relus, puis les précisions.

    `marque`, `quand`, `corps` et `precisions` peuvent être vides.
    """

    titre: str
    marque: str
    lieu: str
    quand: str
    degre: str
    corps: tuple[str, ...]
    precisions: str = ""

    @property
    def appui(self) -> str:
        """Ce qui s'appuie : « Solidarité · point fort »."""
        return " · ".join(filter(None, (self.titre, self.marque)))

    @property
    def reperes(self) -> str:
        """Le reste de sa ligne : « Place haute · en novembre · vu par l’équipe »."""
        return " · ".join(filter(None, (self.lieu, self.quand, self.degre)))


Bloc = Titre | Paragraphe | Liste | Numeros | Tableau | Encadre | Fiche


@dataclass(frozen=True, slots=True)
class Document:
    """Un document prêt à écrire ; `titre` est neutre (il va dans les métadonnées)."""

    titre: str
    blocs: tuple[Bloc, ...]

    def textes(self) -> Iterator[str]:
        """Tous les textes du document, dans l'ordre de lecture."""
        for bloc in self.blocs:
            for nom in bloc.__slots__:
                yield from _textes(getattr(bloc, nom))

    def mentions(self) -> frozenset[str]:
        """Les textes que personne n'a écrits : dates, codes, phrases fixes."""
        return frozenset(texte for texte in self.textes() if isinstance(texte, Mention))


@dataclass(frozen=True, slots=True)
class Lettre(Document):
    """Une lettre d'une page (usage NF Z 11-001) ; `blocs` en est le corps.

    `expediteur`, `destinataire`, `signature`, `copies` : une ligne par élément. `references` : nos
    références, l'objet, les pièces jointes. `logo` : une image en tête, ou rien.
    """

    expediteur: tuple[str, ...]
    destinataire: tuple[str, ...]
    references: tuple[str, ...]
    lieu_date: str
    appel: str
    formule: str
    signature: tuple[str, ...]
    copies: tuple[str, ...] = ()
    logo: Logo | None = None

    def textes(self) -> Iterator[str]:
        """Tous les textes, dans l'ordre où ils se lisent."""
        yield from self.expediteur
        yield from self.destinataire
        yield from self.references
        yield self.lieu_date
        yield self.appel
        yield from Document.textes(self)
        yield self.formule
        yield from self.signature
        yield from self.copies


def _textes(valeur: object) -> Iterator[str]:
    if isinstance(valeur, Ton):
        return
    if isinstance(valeur, str):
        yield valeur
    elif isinstance(valeur, tuple):
        for element in valeur:
            yield from _textes(element)
