"""Préparer et tenir une réunion : ce qui s'est passé depuis la dernière, ce qui s'y décide."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.partenaire import FiltreAnnuaire, Partenaire
from tat_carnet.domain.recherche import fold
from tat_carnet.domain.relu import Effort
from tat_carnet.domain.reunion import (
    RAPPEL,
    Decision,
    Reunion,
    a_rappeler,
    lignes_de,
    precedente,
)
from tat_carnet.domain.vocabulaire import EtatDecision, TypePartenaire
from tat_carnet.usecases.annuaire.personnes import soupcons
from tat_carnet.usecases.annuaire.tenir import TOUTES
from tat_carnet.usecases.compte_rendu import Preparation
from tat_carnet.usecases.ports import Cahier

SANS_PRECEDENTE: Final = timedelta(weeks=5)
"""La période d'une première réunion."""

FAITS_MONTRES: Final = 40
INSTANCE: Final = "Instance de veille"
A_PRECISER: Final = TexteBrut("À préciser")

_MORCEAUX: Final = re.compile(r"[,;:()/–—]")
_NOMME: Final = (
    "« {} » ressemble au nom d’une personne. Écrivez la structure ou la fonction, jamais qui "
    "l’occupe."
)


@dataclass(frozen=True, slots=True)
class Seance:
    """Une réunion ouverte, et ce qu'elle a devant elle.

    `rappels` : les décisions dont elle rend compte, chacune avec la réunion qui l'a prise. Les
    faits et l'effort sont ceux de la période, de la réunion d'avant à celle-ci, jours compris ;
    `compte` les compte tous, `faits` montre les derniers.
    """

    reunion: Reunion
    rappels: Sequence[tuple[Reunion, Decision]]
    du: date
    compte: int
    faits: Sequence[Fait]
    sites: Mapping[str, Site]
    effort: Effort


def nouvelle_reunion(cahier: Cahier, jour: date) -> Reunion:
    """La suivante de la dernière réunion : même instance, mêmes structures, un ordre du jour.

    Elle n'est pas encore écrite.
    """
    derniere = next(iter(cahier.reunions(limite=1)), None)
    if derniere is None:
        reunion = Reunion(INSTANCE, jour)
    else:
        convenu = derniere.prochaine_le
        reunion = Reunion(
            derniere.instance,
            convenu if convenu is not None and convenu >= jour else jour,
            lieu=derniere.lieu,
            structures=derniere.structures,
        )
    return replace(reunion, ordre_du_jour=_proposer(ouvrir_seance(cahier, reunion)))


def ouvrir_seance(cahier: Cahier, reunion: Reunion) -> Seance:
    """Ce que cette réunion a devant elle."""
    toutes = [connue for connue in cahier.reunions() if connue.id != reunion.id]
    du = _depuis(reunion, toutes)
    filtre = Filtre(du=du, au=reunion.tenue_le)
    return Seance(
        reunion,
        a_rappeler(reunion, toutes),
        du,
        cahier.count_faits(filtre),
        cahier.faits(filtre, FAITS_MONTRES),
        {site.id: site for site in cahier.sites()},
        cahier.effort(du, reunion.tenue_le),
    )


def reunion_de(cahier: Cahier, cle: str) -> Reunion | None:
    """La réunion de cet identifiant ; ou celle où se suit la décision de cet identifiant.

    C'est la dernière de la même instance : une décision s'y rappelle, ou s'y est prise.
    """
    toutes = cahier.reunions()
    for reunion in toutes:
        if reunion.id == cle:
            return reunion
        if any(decision.id == cle for decision in reunion.decisions):
            return next(autre for autre in toutes if autre.meme_instance(reunion))
    return None


def enregistrer_reunion(cahier: Cahier, reunion: Reunion) -> Reunion:
    """Écrit une réunion ; `SaisieIncomplete` s'il lui manque un champ, ou si elle nomme quelqu'un.

    Une structure que l'annuaire connaît se dit telle quelle.
    """
    _sans_personne(cahier, reunion.verified())
    cahier.save_reunion(reunion)
    return reunion


def garder_reunion(cahier: Cahier, reunion: Reunion) -> None:
    """Écrit une réunion en cours de frappe : ce qui manque se précisera, rien ne se perd."""
    prochaine = reunion.prochaine_le
    cahier.save_reunion(
        replace(
            reunion,
            instance=reunion.instance.strip() or INSTANCE,
            prochaine_le=prochaine if prochaine and prochaine > reunion.tenue_le else None,
            decisions=tuple(_gardable(d, reunion.tenue_le) for d in reunion.decisions),
        )
    )


def suivre_decision(
    cahier: Cahier,
    reunion_id: str,
    decision_id: str,
    etat: EtatDecision,
    suite: TexteBrut,
    jour: date,
) -> Reunion:
    """Dit ce qu'une décision est devenue ; le jour ne change que si l'état change."""
    reunion = cahier.reunion(reunion_id)
    suivie = replace(
        reunion,
        decisions=tuple(
            replace(decision, suite=suite).devenue(etat, jour)
            if decision.id == decision_id
            else decision
            for decision in reunion.decisions
        ),
    )
    cahier.save_reunion(suivie)
    return suivie


def decisions_dues(cahier: Cahier, jour: date) -> Sequence[Decision]:
    """Les décisions à suivre dont l'échéance vient ou est passée, la plus proche d'abord.

    Le jour même de la réunion qui les prend, il n'y a encore rien à en dire.
    """
    return cahier.decisions_a_suivre(jour, jour + RAPPEL)


def reunions_a_preparer(cahier: Cahier, jour: date) -> Sequence[Reunion]:
    """Les réunions des sept jours qui viennent, celle d'aujourd'hui comprise."""
    return cahier.reunions_entre(jour, jour + RAPPEL)


def preparer_de_reunion(cahier: Cahier, reunion_id: str, destinataire: str) -> Preparation:
    """Le compte-rendu d'une réunion : tout vient d'elle, de la précédente et des faits d'entre."""
    return preparation_de(cahier.reunion(reunion_id), cahier.reunions(), destinataire)


def preparation_de(reunion: Reunion, toutes: Sequence[Reunion], destinataire: str) -> Preparation:
    """La même, sans cahier (le scénario de démonstration s'en sert aussi)."""
    return Preparation(
        instance=reunion.instance,
        tenue_le=reunion.tenue_le,
        du=_depuis(reunion, toutes),
        au=reunion.tenue_le,
        destinataire=destinataire,
        lieu=reunion.lieu,
        structures=reunion.structures,
        ordre_du_jour=lignes_de(reunion.ordre_du_jour),
        questions=lignes_de(reunion.questions),
        alertes=lignes_de(reunion.alertes),
        decisions=reunion.decisions,
        rappels=tuple((prise.tenue_le, d) for prise, d in a_rappeler(reunion, toutes)),
        prochaine_date=reunion.prochaine_le,
        de_reunion=True,
    )


def _depuis(reunion: Reunion, toutes: Sequence[Reunion]) -> date:
    """Le jour de la réunion d'avant, compris : ce qui s'y est vu le soir n'était pas dit."""
    avant = precedente(reunion, toutes)
    return avant.tenue_le if avant is not None else reunion.tenue_le - SANS_PRECEDENTE


def _proposer(seance: Seance) -> TexteBrut:
    """Un ordre du jour d'avance : ce qui est dû, ce qu'on a vu, ce qu'on en fait."""
    points = []
    if seance.rappels:
        points.append("Suites des décisions de la dernière réunion")
    points += ["Ce que nous avons vu depuis", "Ce que nous décidons"]
    return TexteBrut("\n".join(points))


def _gardable(decision: Decision, tenue_le: date) -> Decision:
    echeance = decision.echeance
    return replace(
        decision,
        quoi=decision.quoi or A_PRECISER,
        echeance=echeance if echeance and echeance >= tenue_le else None,
    )


def _sans_personne(cahier: Cahier, reunion: Reunion) -> None:
    """`SaisieIncomplete` si une structure, présente ou chargée d'une décision, nomme quelqu'un."""
    connues = {fold(fiche.nom) for fiche in cahier.partenaires(FiltreAnnuaire(), TOUTES)}
    liste = cahier.termes_masquage()
    dites = [("structures", structure) for structure in reunion.structures]
    dites += [("decisions", d.structure.lire()) for d in reunion.decisions if d.structure]
    for champ, dite in dites:
        if fold(dite) in connues:
            continue
        for morceau in _MORCEAUX.split(dite):
            for soupcon in soupcons(Partenaire(morceau, TypePartenaire.recherche), liste):
                raise SaisieIncomplete(_NOMME.format(soupcon.terme), champ=champ)
