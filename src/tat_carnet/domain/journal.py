"""Le journal des sorties : ce qui est parti, sans rien de ce que cela disait."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum, auto
from uuid import uuid4


class GenreDocument(StrEnum):
    """Les genres de documents qui peuvent sortir."""

    compte_rendu = auto()


class FormatDocument(StrEnum):
    """Les formats ouverts d'une sortie ; la valeur est l'extension du fichier."""

    pdf = auto()
    odt = auto()


@dataclass(frozen=True, slots=True)
class LigneJournal:
    """Une sortie : genre, format, instant, destinataire, empreinte SHA-256 (64 hexadécimaux).

    `faits` garde les identifiants des faits cités, pour retrouver un document qui citerait un fait
    infirmé plus tard ; aucun contenu.
    """

    le: datetime
    genre: GenreDocument
    format: FormatDocument
    destinataire: str
    empreinte: str
    faits: tuple[str, ...] = ()
    id: str = field(default_factory=lambda: str(uuid4()))
