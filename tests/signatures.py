"""Signer un document pour un essai, sans passer par l'écran du sas."""

from __future__ import annotations

from datetime import date

from tat_carnet.documents.comptes_rendus import composer
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.relu import CompteRendu
from tat_carnet.usecases.relecture import CACHET, Plan, Signe

JOUR = date(2026, 11, 21)


def signer(cr: CompteRendu, termes: tuple[str, ...] = ()) -> Signe[CompteRendu]:
    """Un compte-rendu signé, comme le sas l'aurait fait."""
    plan = Plan(
        GenreDocument.compte_rendu, JOUR, "Bailleur social", lambda _: cr, composer=composer
    )
    references = tuple(fait.reference for fait in cr.faits)
    return Signe(plan, cr, composer(cr), references, frozenset(termes), (), CACHET)
