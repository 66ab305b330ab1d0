"""Les documents qui ne sont pas des lettres et citent un fait infirmé depuis ; leur rectificatif.

Le journal dit quels faits un document citait, à qui il est parti et quand. Un document sorti après
le démenti n'a pu citer le fait que comme tel : il n'est pas à rectifier, il rectifie.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from tat_carnet.documents.rectificatifs import composer_rectificatif
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.fait import Fait
from tat_carnet.domain.journal import GenreDocument, LigneJournal
from tat_carnet.domain.rectificatif_relu import Rectificatif
from tat_carnet.domain.vocabulaire import Attestation, Profil
from tat_carnet.usecases.infirmes import Infirmes, infirmes_sortis
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture import Dossier, Plan, Relu, TexteLibre, ouvrir

_LETTRES: Final = frozenset({GenreDocument.courrier, GenreDocument.rectificatif})
"""Les lettres ont leur registre ; un rectificatif ne cite que pour démentir."""


@dataclass(frozen=True, slots=True)
class DocumentCitant:
    """Un document sorti qui citait des faits infirmés depuis, tous formats réunis.

    `rectifie_le` : quand son destinataire l'a appris, pour tous ces faits ; rien s'il l'ignore.
    """

    genre: GenreDocument
    sorti_le: datetime
    destinataire: str
    faits: tuple[Fait, ...]
    rectifie_le: datetime | None = None

    @property
    def cle(self) -> str:
        """De quoi le retrouver ; ses deux formats s'écrivent au même instant."""
        return f"{self.genre.value} {self.sorti_le.isoformat()} {self.destinataire}"


def documents_citant(cahier: Cahier, lus: Infirmes) -> list[DocumentCitant]:
    """Chaque document qui citait un fait infirmé depuis, le plus récent d'abord."""
    dementis = {fait.id: fait for fait in lus.faits}
    journal = lus.sorties
    sortis = {cite for ligne in journal for cite in ligne.faits} & dementis.keys()
    infirmes = {
        cite: (dementis[cite], le)
        for cite in sortis
        if (le := _infirme_le(cahier, dementis[cite])) is not None
    }
    documents: dict[str, DocumentCitant] = {}
    for ligne in journal:
        cites = tuple(
            infirmes[cite]
            for cite in ligne.faits
            if cite in infirmes and ligne.le < infirmes[cite][1]
        )
        if cites and ligne.genre not in _LETTRES:
            document = _document(ligne, cites, journal)
            documents.setdefault(document.cle, document)
    return list(documents.values())


def a_rectifier(cahier: Cahier, lus: Infirmes) -> list[DocumentCitant]:
    """Ceux dont le destinataire ne sait pas encore."""
    return [document for document in documents_citant(cahier, lus) if document.rectifie_le is None]


def ouvrir_rectificatif(
    cahier: Cahier, cle: str, mot: str, maintenant: datetime
) -> Dossier[Rectificatif]:
    """Le dossier de relecture du rectificatif de ce document, pour le même destinataire.

    `ErreurConnue` si plus rien n'y est à rectifier : un fait a pu être effacé, ou rétabli.
    """
    cites = documents_citant(cahier, infirmes_sortis(cahier))
    document = next((d for d in cites if d.cle == cle), None)
    if document is None:
        raise ErreurConnue(
            "Ce document ne cite plus de fait infirmé. Rien n’est sorti, rien n’est perdu."
        )
    jour = maintenant.date()
    plan = Plan(
        genre=GenreDocument.rectificatif,
        jour=jour,
        destinataire=document.destinataire,
        assembler=lambda relu: _assembler(document, mot, jour, relu),
        composer=composer_rectificatif,
        libres=(TexteLibre(mot, "Ce que nous ajoutons", "écrit par vous", toujours=True),),
        dementis=True,
        profil=Profil.institution,
    )
    return ouvrir(cahier, plan, document.faits)


def _assembler(document: DocumentCitant, mot: str, jour: date, relu: Relu) -> Rectificatif:
    return Rectificatif(
        document.genre, document.sorti_le.date(), jour, relu.dementis, relu.texte(mot)
    )


def _document(
    ligne: LigneJournal, cites: Sequence[tuple[Fait, datetime]], journal: Iterable[LigneJournal]
) -> DocumentCitant:
    appris = [_appris(ligne.destinataire, fait, le, journal) for fait, le in cites]
    sus = [le for le in appris if le is not None]
    return DocumentCitant(
        ligne.genre,
        ligne.le,
        ligne.destinataire,
        tuple(fait for fait, _ in cites),
        max(sus) if len(sus) == len(cites) else None,
    )


def _appris(
    destinataire: str, fait: Fait, le: datetime, journal: Iterable[LigneJournal]
) -> datetime | None:
    """Quand ce destinataire a reçu un document qui dit ce démenti."""
    recus = [
        ligne.le
        for ligne in journal
        if ligne.destinataire == destinataire and fait.id in ligne.faits and ligne.le >= le
    ]
    return min(recus, default=None)


def _infirme_le(cahier: Cahier, fait: Fait) -> datetime | None:
    """Quand ce fait a été infirmé ; rien s'il l'était déjà quand on l'a noté."""
    changements = [c for c in cahier.changements(fait.id) if c.nouveau is Attestation.infirme]
    return changements[-1].le if changements else None
