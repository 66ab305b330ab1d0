"""Ce qu'un genre de document demande au sas : ses textes, ses degrés, comment l'assembler."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum, auto
from typing import Generic, TypeVar

from tat_carnet.anonymisation.relecture import DEGRES_EXPORTABLES
from tat_carnet.documents.interface import Document
from tat_carnet.domain.journal import FORMATS_DE_DOCUMENT, FormatDocument, GenreDocument
from tat_carnet.domain.relu import DementiRelu, FaitRelu, NatureRelue, TexteRelu
from tat_carnet.domain.vocabulaire import Attestation, Profil
from tat_carnet.usecases.relecture.etape import Parole

ContenuT = TypeVar("ContenuT")


class Recit(StrEnum):
    """Ce qu'un genre de document fait des phrases des faits.

    `admis` : il les dit, et chacune qui raconte quelqu'un se décide (`recits`). `sans_personne` :
    il les dit, si elles ne racontent personne. `absent` : il n'en dit aucune.
    """

    admis = auto()
    sans_personne = auto()
    absent = auto()


@dataclass(frozen=True, slots=True)
class TexteLibre:
    """Un texte tapé pour ce document, qui n'est pas un fait.

    On ne s'y arrête que s'il alerte, sauf `toujours` (le corps d'un courrier). `structure` : ce que
    dit une structure d'elle-même ; seul y compte ce qui nommerait quelqu'un, et `connus` y sont les
    mots dont on sait qu'ils ne nomment personne. `confirmes` : ceux dont une personne l'a dit ; eux
    seuls valent pour un terme de la liste de masquage.
    """

    texte: str
    titre: str
    precision: str = ""
    toujours: bool = False
    structure: bool = False
    connus: frozenset[str] = frozenset()
    confirmes: frozenset[str] = frozenset()

    @property
    def parole(self) -> Parole:
        """Ce qu'est ce texte pour la relecture."""
        return Parole.structure if self.structure else Parole.recit


@dataclass(frozen=True, slots=True)
class Relu:
    """Ce que la relecture rend : de quoi assembler un contenu, et rien d'autre.

    `ensemble` : ce qui arrive à des personnes, dont rien d'autre ne sort. `a_quelqu_un` : vrai s'il
    y en a, dites ou tues : ce qu'on ne dit pas ne se nie pas non plus.
    """

    faits: tuple[FaitRelu, ...]
    _textes: Mapping[str, TexteRelu]
    dementis: tuple[DementiRelu, ...] = ()
    ensemble: tuple[NatureRelue, ...] = ()
    a_quelqu_un: bool = False

    def texte(self, tape: str) -> TexteRelu:
        """Ce qu'est devenu un texte libre du plan ; `KeyError` s'il n'y était pas."""
        return self._textes[tape]

    def textes(self, tapes: Iterable[str]) -> tuple[TexteRelu, ...]:
        """Les mêmes, dans l'ordre."""
        return tuple(map(self.texte, tapes))


@dataclass(frozen=True, slots=True)
class Plan(Generic[ContenuT]):
    """Ce qu'un genre de document demande au sas.

    `assembler` fait un contenu (un type de `domain.relu`) de ce qui est relu ; `composer` (de la
    salle `documents`) en fait un document. `degres` : les attestations qu'il admet. `nom` : celui
    du fichier, sans extension ; vide, il dit le genre et le jour. `publics` : des noms publics de
    plus que ceux des lieux (les structures de l'annuaire). `dementis` : dire aussi ce qui a été
    infirmé, comme tel. `profil` : à qui va le document, dont dépend l'échelon de chaque détail.
    `sans_regard` : pourquoi le test de l'intrus n'a pas d'objet ici (« des structures seules ») ;
    `ValueError` si ce plan porte pourtant un texte sur le quartier. `recit` : s'il raconte.
    `notes` : le brut qu'il recompose. `refuser` : pourquoi un texte ne peut pas y sortir, motif ou
    non, dit dès qu'on le lit ; vide s'il le peut.
    """

    genre: GenreDocument
    jour: date
    destinataire: str
    assembler: Callable[[Relu], ContenuT]
    composer: Callable[[ContenuT], Document]
    libres: tuple[TexteLibre, ...] = ()
    degres: frozenset[Attestation] = DEGRES_EXPORTABLES
    formats: tuple[FormatDocument, ...] = FORMATS_DE_DOCUMENT
    nom: str = ""
    dementis: bool = False
    profil: Profil = Profil.collectif
    publics: frozenset[str] = frozenset()
    sans_regard: str = ""
    recit: Recit = Recit.admis
    notes: str = field(default="", repr=False)
    refuser: Callable[[str], str] = lambda _: ""

    def __post_init__(self) -> None:
        if self.sans_regard and not all(libre.structure for libre in self.libres):
            raise ValueError("Un texte sur le quartier se regarde toujours.")

    @property
    def nom_de_fichier(self) -> str:
        """Un nom neutre, sans lieu ni personne : « compte-rendu-2026-11-21 »."""
        return self.nom or f"{self.genre.value.replace('_', '-')}-{self.jour.isoformat()}"
