"""Le scénario de démonstration : un quartier inventé, dix semaines, et sa relecture.

Tout vient de `resources/demonstration/scenario.json`. Les jours y sont comptés depuis un jour de
référence, et les identifiants tirés des clés : le même jour donne toujours le même cahier.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Final, TypeVar
from uuid import UUID, uuid5

from tat_carnet.anonymisation.risque import Pas
from tat_carnet.domain.attestation import ChangementAttestation
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.courrier import Courrier
from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.entete import Entete
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.partenaire import Echange, Partenaire
from tat_carnet.domain.plan import PlanSecteur, Position
from tat_carnet.domain.recherche import fold
from tat_carnet.domain.reunion import Reunion
from tat_carnet.domain.situation import Situation
from tat_carnet.domain.vocabulaire import (
    Attestation,
    Gravite,
    Impact,
    Maille,
    Moment,
    NatureSource,
    Public,
    Recurrence,
    TailleGroupe,
    Theme,
    TrancheAge,
    TypeFait,
    TypePartenaire,
    TypeSite,
    Urgence,
)
from tat_carnet.paths import resource
from tat_carnet.usecases import demonstration_annuaire, demonstration_suivi
from tat_carnet.usecases.compte_rendu import Preparation
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.reunions import preparation_de

_ESPACE: Final = UUID("6f1d0c1e-7a6b-5c39-9a52-7d1f0b2a4e10")
"""Espace de noms des identifiants du scénario ; le changer changerait chaque identifiant."""

Entree = Mapping[str, Any]
"""Un objet du JSON."""

_Code = TypeVar("_Code", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Scenario:
    """Ce que la démonstration met dans un cahier, et ce que sa personne décide en relisant.

    `gardes` : terme gardé, plié → motif. `recits` : identifiant du fait dont elle garde le récit →
    motif. `formulations` : identifiant du fait → phrase de la
    personne. `echelons` : identifiant → pas qu'elle a montés, sur proposition. `ecartes` :
    identifiants des faits qu'elle ne laisse pas sortir.
    """

    sites: tuple[Site, ...]
    tournees: tuple[Tournee, ...]
    faits: tuple[Fait, ...]
    changements: tuple[ChangementAttestation, ...]
    masquage: frozenset[str]
    reunions: tuple[Reunion, ...]
    preparation: Preparation
    gardes: Mapping[str, str]
    recits: Mapping[str, str]
    formulations: Mapping[str, str]
    echelons: Mapping[str, frozenset[Pas]]
    ecartes: frozenset[str]
    partenaires: tuple[Partenaire, ...]
    echanges: tuple[Echange, ...]
    entete: Entete
    courriers: tuple[Courrier, ...]
    situations: tuple[Situation, ...]
    echeances: tuple[Echeance, ...]
    plans: tuple[PlanSecteur, ...]


def identifiant(cle: str) -> str:
    """L'identifiant stable d'une clé du scénario, « fait:hall-01 » par exemple."""
    return str(uuid5(_ESPACE, cle))


def load_scenario(reference: date) -> Scenario:
    """Le scénario tel qu'il se lit le jour `reference` ; tout y est vérifié par le domaine."""
    lu = json.loads(resource("demonstration", "scenario.json").read_text(encoding="utf-8"))
    tournees = [(entree, _tournee(entree, reference)) for entree in lu["tournees"]]
    faits = [
        _fait(fait, tournee, reference)
        for entree, tournee in tournees
        for fait in entree.get("faits", ())
    ]
    decisions = lu["relecture"]
    reunions = demonstration_suivi.reunions(lu, reference, identifiant)
    return Scenario(
        sites=tuple(_site(entree) for entree in lu["sites"]),
        tournees=tuple(tournee for _, tournee in tournees),
        faits=tuple(faits),
        changements=tuple(
            _changement(fait, reference)
            for entree, _ in tournees
            for fait in entree.get("faits", ())
            if "degre" in fait
        ),
        masquage=frozenset(lu["masquage"]),
        reunions=reunions,
        preparation=_preparation(lu["compte_rendu"], reunions),
        gardes={fold(terme): motif for terme, motif in decisions["gardes"].items()},
        recits={identifiant(f"fait:{cle}"): motif for cle, motif in decisions["recits"].items()},
        formulations={
            identifiant(f"fait:{cle}"): phrase for cle, phrase in decisions["formulations"].items()
        },
        echelons={
            identifiant(f"fait:{cle}"): frozenset(map(Pas, pas))
            for cle, pas in decisions["echelons"].items()
        },
        ecartes=frozenset(identifiant(f"fait:{cle}") for cle in decisions["ecartes"]),
        partenaires=demonstration_annuaire.partenaires(lu, reference, identifiant),
        echanges=demonstration_annuaire.echanges(lu, reference, identifiant),
        entete=demonstration_annuaire.entete(lu),
        courriers=demonstration_annuaire.courriers(lu, reference, identifiant),
        situations=demonstration_suivi.situations(lu, reference, identifiant),
        echeances=demonstration_suivi.echeances(lu, reference, identifiant),
        plans=demonstration_suivi.plans(lu),
    )


def fill(cahier: Cahier, scenario: Scenario) -> None:
    """Écrit le scénario dans un cahier ouvert, dans l'ordre où il aurait été noté."""
    cahier.save_partenaires(scenario.partenaires)
    for site in scenario.sites:
        cahier.save_site(site)
    for tournee in scenario.tournees:
        cahier.save_tournee(tournee)
    for fait in scenario.faits:
        cahier.save_fait(fait)
    faits = {fait.id: fait for fait in scenario.faits}
    for changement in scenario.changements:
        cahier.save_changement(faits[changement.fait_id], changement)
    cahier.add_termes_masquage(scenario.masquage)
    for echange in scenario.echanges:
        cahier.save_echange(echange)
    cahier.save_entete(scenario.entete)
    for courrier in scenario.courriers:
        cahier.give_reference(courrier, courrier.cree_le.year)
    for situation in scenario.situations:
        cahier.save_situation(situation)
    for echeance in scenario.echeances:
        cahier.save_echeance(echeance)
    for reunion in scenario.reunions:
        cahier.save_reunion(reunion)
    for plan in scenario.plans:
        cahier.save_plan(plan)


def _site(entree: Entree) -> Site:
    return Site(
        libelle_public=entree["libelle_public"],
        secteur=entree["secteur"],
        type=TypeSite(entree["type"]),
        maille=Maille(entree.get("maille", Maille.lieu)),
        ilot=entree.get("ilot", ""),
        nom_usage=TexteBrut(entree.get("nom_usage", "")),
        logements_approx=entree.get("logements_approx"),
        position_plan=Position(*entree["epingle"]) if "epingle" in entree else None,
        bailleur_id=identifiant(f"structure:{entree['bailleur']}")
        if "bailleur" in entree
        else None,
        id=identifiant(f"site:{entree['cle']}"),
    ).verified()


def _tournee(entree: Entree, reference: date) -> Tournee:
    return Tournee(
        jour=reference + timedelta(days=entree["jour"]),
        plage=Moment(entree["plage"]),
        secteur=entree["secteur"],
        binome=TexteBrut(entree["binome"]),
        note=TexteBrut(entree.get("note", "")),
        ras=entree.get("ras", False),
        terminee=True,
        id=identifiant(f"tournee:{entree['jour']}:{entree['plage']}"),
    ).verified()


def _fait(entree: Entree, tournee: Tournee, reference: date) -> Fait:
    return Fait(
        instant=datetime.combine(tournee.jour, time.fromisoformat(entree["heure"])),
        site_id=identifiant(f"site:{entree['site']}"),
        type=TypeFait(entree["type"]),
        texte_brut=TexteBrut(entree.get("texte", "")),
        libelle_autre=entree.get("libelle_autre", ""),
        tournee_id=tournee.id,
        themes=_codes(entree, "themes", Theme),
        quantite=entree.get("quantite"),
        taille_groupe=_code(entree, "taille_groupe", TailleGroupe),
        tranche_age=_code(entree, "tranche_age", TrancheAge),
        publics=_codes(entree, "publics", Public),
        impacts=_codes(entree, "impacts", Impact),
        attestation=Attestation(entree["attestation"]),
        natures_source=_codes(entree, "natures_source", NatureSource),
        reunion_le=_jour(entree.get("reunion"), reference),
        gravite=_code(entree, "gravite", Gravite),
        urgence=_code(entree, "urgence", Urgence),
        recurrence=_code(entree, "recurrence", Recurrence),
        signale_a=_code(entree, "signale_a", TypePartenaire),
        signale_le=_jour(entree.get("signale_le"), reference),
        ramasse_le=_jour(entree.get("ramasse_le"), reference),
        id=identifiant(f"fait:{entree['cle']}"),
    ).verified()


def _changement(entree: Entree, reference: date) -> ChangementAttestation:
    degre = entree["degre"]
    le = datetime.combine(reference + timedelta(days=degre["jour"]), time(10))
    return ChangementAttestation(
        fait_id=identifiant(f"fait:{entree['cle']}"),
        ancien=Attestation(degre["avant"]),
        nouveau=Attestation(entree["attestation"]),
        le=le,
        motif=TexteBrut(degre["motif"]),
        reunion_le=_jour(entree.get("reunion"), reference),
        id=identifiant(f"degre:{entree['cle']}"),
    )


def _code(entree: Entree, nom: str, code: type[_Code]) -> _Code | None:
    return code(entree[nom]) if nom in entree else None


def _codes(entree: Entree, nom: str, code: type[_Code]) -> tuple[_Code, ...]:
    return tuple(code(valeur) for valeur in entree.get(nom, ()))


def _preparation(entree: Entree, reunions: Sequence[Reunion]) -> Preparation:
    tenue = next(r for r in reunions if r.id == identifiant(f"reunion:{entree['reunion']}"))
    return preparation_de(tenue, reunions, entree["destinataire"]).verified()


def _jour(decalage: int | None, reference: date) -> date | None:
    return None if decalage is None else reference + timedelta(days=decalage)
