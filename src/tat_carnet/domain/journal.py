"""Le journal des sorties : ce qui est parti, sans rien de ce que cela disait."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum, auto
from typing import Final
from uuid import uuid4


class GenreDocument(StrEnum):
    """Les genres de documents qui peuvent sortir."""

    annuaire = auto()
    cahier_papier = auto()
    compte_rendu = auto()
    courrier = auto()
    fiche_liaison = auto()
    fiche_parcours = auto()
    livret = auto()
    note_synthese = auto()
    rectificatif = auto()
    vignette = auto()


class FormatDocument(StrEnum):
    """Les formats ouverts d'une sortie ; la valeur est l'extension du fichier."""

    pdf = auto()
    odt = auto()
    csv = auto()
    vcf = auto()


FORMATS_DE_DOCUMENT: Final = (FormatDocument.pdf, FormatDocument.odt)
"""Les formats d'un document composé ; les autres sont ceux de listes."""


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
