"""Ce qu'il est advenu d'une trace : à qui elle est signalée, quand elle est ramassée."""

from __future__ import annotations

from collections.abc import Iterator

from tat_carnet.documents.typographie import FINE, insecable, semaine_en_lettres
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.periode import dit_le_mois
from tat_carnet.domain.relu import FaitRelu


def suites(fait: FaitRelu, annee: int) -> Iterator[str]:
    """« signalé à : bailleur (la même semaine) », « ramassé : semaine du 23 novembre »."""
    if fait.signale_a is not None:
        quand = f" ({_periode(fait.signale_le, fait, annee)})" if fait.signale_le else ""
        yield f"signalé à{FINE}: {insecable(libelle(fait.signale_a))}{quand}"
    elif fait.signale_le:
        yield f"signalé{FINE}: {_periode(fait.signale_le, fait, annee)}"
    if fait.ramasse_le:
        yield f"ramassé{FINE}: {_periode(fait.ramasse_le, fait, annee)}"


def _periode(periode: str, fait: FaitRelu, annee: int) -> str:
    if periode == fait.semaine:
        return "le même mois" if dit_le_mois(periode) else "la même semaine"
    return semaine_en_lettres(periode, annee)
