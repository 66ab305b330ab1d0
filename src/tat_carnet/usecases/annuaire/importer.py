"""Faire entrer un annuaire : lire tout le fichier, dire ce qu'on en fera, puis tout écrire ou rien.

Un fichier se lit en entier avant qu'une seule fiche soit écrite. Ce qui nomme une personne n'entre
pas ; une carte de visite n'entre que réduite à sa fonction, si on le demande.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.domain.partenaire import FiltreAnnuaire, Partenaire, empreinte, fusionner
from tat_carnet.usecases.annuaire import fiches_csv
from tat_carnet.usecases.annuaire.lues import Lue
from tat_carnet.usecases.annuaire.personnes import soupcons
from tat_carnet.usecases.annuaire.tenir import TOUTES
from tat_carnet.usecases.ports import Cahier

OCTETS_AU_PLUS: Final = 20_000_000
FICHES_AU_PLUS: Final = 50_000
PAS: Final = 50
"""Fiches lues entre deux nouvelles de l'avancée."""


@dataclass(frozen=True, slots=True)
class Double:
    """Une fiche du fichier et celle, déjà là ou plus haut dans le fichier, qu'elle répète."""

    connue: Partenaire
    lue: Partenaire


@dataclass(slots=True)
class PlanImport:
    """Ce qu'un fichier ferait à l'annuaire ; rien n'est encore écrit.

    `nouvelles` entreront. `doubles` attendent une décision : fusionner ou laisser. `personnes`
    sont des cartes d'individus, réduites à leur fonction, qui n'entrent que si on le demande.
    `refus` : rang et phrase de ce qui n'entre pas.
    """

    nouvelles: list[Partenaire] = field(default_factory=list)
    doubles: list[Double] = field(default_factory=list)
    personnes: list[Partenaire] = field(default_factory=list)
    refus: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Bilan:
    """Ce qu'un import a fait."""

    ajoutees: int
    fusionnees: int
    laissees: int


def lire_fichier(chemin: Path) -> list[Lue]:
    """Les fiches d'un CSV ou d'un vCard, tout le fichier ; `ErreurConnue` s'il ne se lit pas."""
    try:
        if chemin.stat().st_size > OCTETS_AU_PLUS:
            raise ErreurConnue("Ce fichier est trop gros pour un annuaire. Rien n’a changé.")
        octets = chemin.read_bytes()
    except OSError:
        raise ErreurConnue("Ce fichier ne se lit pas. Rien n’a changé.") from None
    if octets[:64].lstrip(b"\xef\xbb\xbf \r\n").upper().startswith(b"BEGIN:VCARD"):
        from tat_carnet.usecases.annuaire import fiches_vcard

        lues = fiches_vcard.lire(octets)
    else:
        lues = fiches_csv.lire(octets)
    if not lues:
        raise ErreurConnue("Ce fichier ne contient aucune fiche. Rien n’a changé.")
    if len(lues) > FICHES_AU_PLUS:
        raise ErreurConnue("Ce fichier compte trop de fiches. Rien n’a changé.")
    return lues


def preparer(
    cahier: Cahier, lues: Sequence[Lue], avancer: Callable[[float], None] = lambda _part: None
) -> PlanImport:
    """Ce que ces fiches feraient à l'annuaire.

    `avancer` reçoit, toutes les cinquante fiches, la part lue (de 0 à 1) ; ce qu'il lève arrête
    tout, et rien n'a changé.
    """
    connues = {empreinte(p): p for p in cahier.partenaires(FiltreAnnuaire(), TOUTES)}
    liste = cahier.termes_masquage()
    plan = PlanImport()
    for rang, lue in enumerate(lues):
        if rang % PAS == 0:
            avancer(rang / len(lues))
        refus = _refus(lue, liste)
        if refus or lue.fiche is None:
            plan.refus.append((lue.rang, refus))
        elif lue.personne:
            plan.personnes.append(lue.fiche)
        else:
            _ranger(plan, lue.fiche, connues)
    return plan


def importer(
    cahier: Cahier, plan: PlanImport, *, fusionner_doubles: bool, garder_fonctions: bool
) -> Bilan:
    """Écrit le plan d'un seul bloc : tout, ou rien si l'écriture échoue."""
    fiches = {fiche.id: fiche for fiche in plan.nouvelles}
    doubles = list(plan.doubles)
    if garder_fonctions:
        connues = {empreinte(p): p for p in cahier.partenaires(FiltreAnnuaire(), TOUTES)}
        connues |= {empreinte(fiche): fiche for fiche in fiches.values()}
        ajout = PlanImport()
        for fiche in plan.personnes:
            _ranger(ajout, fiche, connues)
        fiches |= {fiche.id: fiche for fiche in ajout.nouvelles}
        doubles += ajout.doubles
    ajoutees = len(fiches)
    if fusionner_doubles:
        for double in doubles:
            base = fiches.get(double.connue.id, double.connue)
            fiches[base.id] = fusionner(base, double.lue)
    cahier.save_partenaires(fiches.values())
    laissees = len(plan.refus) + (0 if garder_fonctions else len(plan.personnes))
    return Bilan(
        ajoutees=ajoutees,
        fusionnees=len(doubles) if fusionner_doubles else 0,
        laissees=laissees + (0 if fusionner_doubles else len(doubles)),
    )


def _refus(lue: Lue, liste: Collection[str]) -> str:
    """Pourquoi cette fiche n'entre pas ; vide si elle entre."""
    if lue.fiche is None:
        return lue.refus
    try:
        lue.fiche.verified()
    except SaisieIncomplete as manque:
        return manque.phrase
    trouves = soupcons(lue.fiche, liste)
    return trouves[0].phrase if trouves else ""


def _ranger(
    plan: PlanImport, fiche: Partenaire, connues: dict[tuple[str, str], Partenaire]
) -> None:
    connue = connues.get(empreinte(fiche))
    if connue is None:
        connues[empreinte(fiche)] = fiche
        plan.nouvelles.append(fiche)
    else:
        plan.doubles.append(Double(connue, replace(fiche, id=connue.id)))
