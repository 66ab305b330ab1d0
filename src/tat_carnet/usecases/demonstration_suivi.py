"""Ce que la démonstration met dans les situations, les échéances et le plan d'un secteur."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.plan import PlanSecteur, Position
from tat_carnet.domain.situation import EtapeSituation, Situation
from tat_carnet.domain.vocabulaire import (
    Besoin,
    GenreEcheance,
    MomentFragilite,
    StatutSituation,
    TrancheAge,
)

Entree = Mapping[str, Any]
Identifiant = Callable[[str], str]


def situations(lu: Entree, reference: date, identifiant: Identifiant) -> tuple[Situation, ...]:
    """Les situations du scénario, étapes et faits liés compris."""
    return tuple(_situation(entree, reference, identifiant) for entree in lu["situations"])


def echeances(lu: Entree, reference: date, identifiant: Identifiant) -> tuple[Echeance, ...]:
    """Les échéances du scénario ; une clé de situation les y rattache."""
    return tuple(
        Echeance(
            reference + timedelta(days=entree["jour"]),
            GenreEcheance(entree["genre"]),
            TexteBrut(entree.get("quoi", "")),
            annuelle=entree.get("annuelle", False),
            situation_id=(
                identifiant(f"situation:{entree['situation']}") if "situation" in entree else None
            ),
            id=identifiant(f"echeance:{entree['cle']}"),
        ).verified()
        for entree in lu["echeances"]
    )


def plans(lu: Entree) -> tuple[PlanSecteur, ...]:
    """Les plans dessinés à la main du scénario."""
    return tuple(
        PlanSecteur(
            entree["secteur"],
            entree["rapport"],
            traits=tuple(tuple(Position(x, y) for x, y in trait) for trait in entree["traits"]),
        ).verified()
        for entree in lu["plans"]
    )


def _situation(entree: Entree, reference: date, identifiant: Identifiant) -> Situation:
    cle = entree["cle"]
    etapes = tuple(
        EtapeSituation(
            reference + timedelta(days=etape["jour"]),
            TexteBrut(etape["quoi"]),
            identifiant(f"etape:{cle}:{etape['jour']}"),
        )
        for etape in entree["etapes"]
    )
    return Situation(
        code=entree["code"],
        dernier_contact=max(etape.jour for etape in etapes),
        tranche_age=TrancheAge(entree["tranche_age"]),
        besoins=tuple(map(Besoin, entree["besoins"])),
        moments=tuple(map(MomentFragilite, entree.get("moments", ()))),
        etapes=etapes,
        faits=tuple(identifiant(f"fait:{fait}") for fait in entree.get("faits", ())),
        statut=StatutSituation(entree["statut"]),
        id=identifiant(f"situation:{cle}"),
    ).verified()
