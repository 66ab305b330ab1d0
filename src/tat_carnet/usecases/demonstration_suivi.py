"""Ce que la démonstration met dans les situations, les échéances, les plans et les réunions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.plan import PlanSecteur, Position
from tat_carnet.domain.reunion import Decision, Reunion
from tat_carnet.domain.situation import EtapeSituation, Situation
from tat_carnet.domain.vocabulaire import (
    Besoin,
    EtatDecision,
    GenreEcheance,
    MomentFragilite,
    NiveauDecision,
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


def reunions(lu: Entree, reference: date, identifiant: Identifiant) -> tuple[Reunion, ...]:
    """Les réunions du scénario, décisions comprises."""
    return tuple(_reunion(entree, reference, identifiant) for entree in lu["reunions"])


def _reunion(entree: Entree, reference: date, identifiant: Identifiant) -> Reunion:
    cle = entree["cle"]
    textes = {
        nom: TexteBrut("\n".join(entree.get(nom, ())))
        for nom in ("ordre_du_jour", "questions", "alertes")
    }
    return Reunion(
        instance=entree["instance"],
        tenue_le=reference + timedelta(days=entree["jour"]),
        lieu=entree["lieu"],
        structures=tuple(entree["structures"]),
        echanges=TexteBrut(entree.get("echanges", "")),
        decisions=tuple(
            _decision(decision, reference, identifiant(f"decision:{cle}:{rang}"))
            for rang, decision in enumerate(entree["decisions"])
        ),
        prochaine_le=_jour(entree["prochaine"], reference),
        id=identifiant(f"reunion:{cle}"),
        **textes,
    ).verified()


def _decision(entree: Entree, reference: date, decision_id: str) -> Decision:
    return Decision(
        quoi=TexteBrut(entree["quoi"]),
        structure=TexteBrut(entree["structure"]),
        echeance=_jour(entree["echeance"], reference),
        niveau=NiveauDecision(entree["niveau"]),
        etat=EtatDecision(entree.get("etat", EtatDecision.a_suivre)),
        etat_le=_jour(entree.get("etat_le"), reference),
        suite=TexteBrut(entree.get("suite", "")),
        id=decision_id,
    )


def _jour(decalage: int | None, reference: date) -> date | None:
    return None if decalage is None else reference + timedelta(days=decalage)


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
