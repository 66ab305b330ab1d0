"""Signer un document pour un essai, sans passer par l'écran du sas."""

from __future__ import annotations

from datetime import date, datetime
from typing import TypeVar

from tat_carnet.documents.comptes_rendus import composer
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.relu import CompteRendu
from tat_carnet.domain.sas import EssaiIntrus
from tat_carnet.usecases.relecture import Dossier, Plan, Signe
from tat_carnet.usecases.relecture.inchange import Lu
from tat_carnet.usecases.relecture.signature import CACHET

JOUR = date(2026, 11, 21)
ContenuT = TypeVar("ContenuT")


def garder_les_recits(dossier: Dossier[ContenuT]) -> None:
    """Garde, un à un, chaque passage qui raconte quelqu'un, là où le document l'admet."""
    for rang in dossier.recits.attendent():
        if dossier.recits.se_gardent:
            dossier.recits.garder(rang, "toute la place y était")


def regarder_et_signer(dossier: Dossier[ContenuT]) -> Signe[ContenuT]:
    """Signe après trois « non » devant le document ; une relecture inachevée se dit avant."""
    if not dossier.complet:
        return dossier.signer()
    garder_les_recits(dossier)
    essai = EssaiIntrus(datetime(2026, 11, 21, 18), dossier.plan.genre, False, False, False)
    return dossier.signer(dossier.regarder(dossier.apercu(), essai))


def signer(cr: CompteRendu, termes: tuple[str, ...] = ()) -> Signe[CompteRendu]:
    """Un compte-rendu signé, comme le sas l'aurait fait."""
    plan = Plan(
        GenreDocument.compte_rendu, JOUR, "Bailleur social", lambda _: cr, composer=composer
    )
    references = tuple(fait.reference for fait in cr.faits)
    return Signe(plan, cr, composer(cr), references, frozenset(termes), (), Lu(), CACHET)
