"""Combien de temps le cahier garde chaque chose, et ce qu'une purge laisse comme trace.

Source : `domaine.md` §4, « Conservation par défaut » : réglable à la baisse, annoncée quinze jours
avant, journalisée, suspendable en cas de réquisition.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum, auto
from typing import Final
from uuid import uuid4

from tat_carnet.domain.errors import ErreurConnue


class Objet(StrEnum):
    """Ce qui se garde un temps, puis se purge."""

    textes_bruts = auto()
    tournees = auto()
    situations = auto()
    faits = auto()
    documents = auto()
    journaux = auto()


DUREES: Final[Mapping[Objet, int]] = {
    Objet.textes_bruts: 6,
    Objet.tournees: 24,
    Objet.situations: 24,
    Objet.faits: 60,
    Objet.documents: 60,
    Objet.journaux: 12,
}
"""Mois de conservation par défaut ; on ne règle qu'à la baisse."""

CHOIX: Final[tuple[int, ...]] = (1, 2, 3, 6, 12, 18, 24, 36, 48, 60)
"""Les durées proposées, en mois."""

PREAVIS: Final = timedelta(days=15)
"""Entre l'avertissement et la purge."""


class DureeTropLongue(ErreurConnue):
    """Une durée de conservation ne se règle qu'à la baisse."""


class PurgeSuspendue(ErreurConnue):
    """Une réquisition suspend toute purge."""


def verified_duree(objet: Objet, mois: int) -> int:
    """`mois`, ou `DureeTropLongue` hors de 1 à la durée par défaut de cet objet."""
    if not 1 <= mois <= DUREES[objet]:
        raise DureeTropLongue(
            f"La durée se règle à la baisse : de 1 à {DUREES[objet]} mois. Rien n’a changé."
        )
    return mois


def mois_avant(jour: date, mois: int) -> date:
    """Le même quantième `mois` mois plus tôt, ou le dernier jour du mois s'il n'existe pas."""
    rang = jour.year * 12 + jour.month - 1 - mois
    annee, indice = divmod(rang, 12)
    return date(annee, indice + 1, min(jour.day, monthrange(annee, indice + 1)[1]))


class GestePurge(StrEnum):
    """Ce qu'une ligne du journal des purges raconte."""

    purge = auto()
    suspension = auto()
    reprise = auto()


@dataclass(frozen=True, slots=True)
class Annonce:
    """Un avertissement montré : ce qui est daté d'avant `borne` partira le `prevue_le`."""

    objet: Objet
    annoncee_le: date
    prevue_le: date
    borne: date


@dataclass(frozen=True, slots=True)
class Apercu:
    """Exactement ce qu'une purge ôterait : combien, de quand, mois par mois ou année par année.

    `nombres` compte par table du cahier ; `periodes` va du plus ancien au plus récent ;
    `sans_relecture` compte les faits sans texte relu, qui n'auront plus que leurs codes.
    """

    objet: Objet
    borne: date
    nombres: Mapping[str, int]
    periodes: tuple[tuple[str, int], ...] = ()
    sans_relecture: int = 0

    @property
    def nombre(self) -> int:
        """Combien de lignes en tout."""
        return sum(self.nombres.values())


@dataclass(frozen=True, slots=True)
class Restes:
    """Ce que plus aucun texte ne dit, et qui part avec eux : sans date, donc sans borne.

    Des termes de masquage, des mots ajoutés au dictionnaire, des noms de recherches gardées.
    """

    termes: frozenset[str] = frozenset()
    mots: frozenset[str] = frozenset()
    filtres: frozenset[str] = frozenset()


SANS_RESTE: Final = Restes()


@dataclass(frozen=True, slots=True)
class PurgeEnCours:
    """Une purge commencée : un arrêt net la laisse là, et l'ouverture suivante l'achève."""

    objet: Objet
    borne: date
    nombres: Mapping[str, int]

    @property
    def nombre(self) -> int:
        """Combien de lignes sont déjà parties."""
        return sum(self.nombres.values())


@dataclass(frozen=True, slots=True)
class Suspension:
    """Depuis quand rien ne se purge, et pourquoi ; `motif` ne quitte pas le cahier."""

    depuis: datetime
    direction_prevenue: bool
    motif: str = ""


@dataclass(frozen=True, slots=True)
class LignePurge:
    """Une ligne du journal des purges : date, objet, nombres, empreinte ; aucun contenu.

    `empreinte` enchaîne en SHA-256 les identifiants, tirés au sort, des lignes parties, dans leur
    ordre : une sauvegarde d'avant permet de vérifier qu'il n'est parti que cela.
    """

    le: datetime
    geste: GestePurge
    objet: Objet | None = None
    borne: date | None = None
    nombres: Mapping[str, int] = field(default_factory=dict)
    empreinte: str = ""
    id: str = field(default_factory=lambda: str(uuid4()))

    @property
    def nombre(self) -> int:
        """Combien de lignes sont parties."""
        return sum(self.nombres.values())
