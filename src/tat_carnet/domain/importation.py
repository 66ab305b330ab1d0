"""Un tableau venu d'ailleurs, et ce que chacune de ses lignes devient."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum, auto
from typing import Final

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.fait import Site, new_id

LIGNES_MAX: Final = 200_000
COLONNES_MAX: Final = 100
OCTETS_MAX: Final = 200_000_000


class FichierRefuse(ErreurConnue):
    """Ce fichier n'est pas un tableau qu'on sache lire ; rien n'a été importé."""


class ImportArrete(ErreurConnue):
    """La personne, ou un verrouillage, a arrêté l'import : rien n'a été importé."""


class Champ(StrEnum):
    """Ce qu'une colonne peut devenir."""

    jour = auto()
    heure = auto()
    lieu = auto()
    secteur = auto()
    type = auto()
    texte = auto()
    quantite = auto()
    taille_groupe = auto()
    tranche_age = auto()
    publics = auto()
    attestation = auto()
    source = auto()
    gravite = auto()
    urgence = auto()
    recurrence = auto()


@dataclass(frozen=True, slots=True)
class Feuille:
    """Un tableau lu : ses titres, ses lignes, et le numéro de la première dans le fichier.

    Les cellules sont des textes ; une date de tableur y est écrite en ISO 8601. `empreinte` est le
    SHA-256 des octets du fichier.
    """

    titres: tuple[str, ...]
    lignes: Sequence[tuple[str, ...]]
    empreinte: str
    premiere: int = 2


@dataclass(frozen=True, slots=True)
class Choix:
    """Quelle colonne (rang, à partir de 0) donne quel champ, et dans quel secteur créer un lieu.

    `creer_lieux` : un lieu inconnu est créé ; sinon sa ligne reste dehors.
    """

    colonnes: Mapping[Champ, int]
    secteur: str = ""
    creer_lieux: bool = True


@dataclass(frozen=True, slots=True)
class Remarque:
    """Une ligne du rapport : son numéro dans le fichier, une phrase, et si elle s'importe."""

    numero: int
    phrase: str
    importable: bool = False


@dataclass(frozen=True, slots=True)
class Bilan:
    """Ce que donnerait un import : lignes importables, remarques, lieux qui seraient créés."""

    importables: int
    remarques: tuple[Remarque, ...] = ()
    lieux: tuple[Site, ...] = ()

    @property
    def refusees(self) -> int:
        """Combien de lignes restent dehors."""
        return sum(not remarque.importable for remarque in self.remarques)


@dataclass(frozen=True, slots=True)
class Import:
    """Un import accompli : quand, d'un fichier de quelle empreinte, combien de faits y restent.

    `relus` : parmi eux, ceux qu'une personne a relus depuis. Le nom du fichier n'est pas gardé.
    """

    le: datetime
    empreinte: str
    nombre: int = 0
    relus: int = 0
    id: str = field(default_factory=new_id)
