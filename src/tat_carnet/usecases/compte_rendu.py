"""Préparer un compte-rendu : choisir les faits d'une période, dire comment il s'assemble.

La relecture elle-même est celle de tous les documents (`usecases.relecture`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tat_carnet.anonymisation.echelle import Profil
from tat_carnet.documents.comptes_rendus import composer
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.relu import CompteRendu, Decision, Effort
from tat_carnet.domain.sas import Levee
from tat_carnet.domain.vocabulaire import NiveauDecision
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture import Dossier, Plan, Relu, TexteLibre, preparer

FAITS_AU_PLUS = 2000
"""Un compte-rendu au-delà ne se relit pas : la période est trop longue."""


@dataclass(frozen=True, slots=True)
class DecisionSaisie:
    """Une décision telle que tapée, avant relecture."""

    quoi: str
    structure: str
    echeance: date | None = None
    niveau: NiveauDecision = NiveauDecision.terrain


@dataclass(frozen=True, slots=True)
class Preparation:
    """Ce que la personne a rempli avant de relire ; `du` et `au` compris."""

    instance: str
    tenue_le: date
    du: date
    au: date
    destinataire: str
    structures: tuple[str, ...] = ()
    suites: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    decisions: tuple[DecisionSaisie, ...] = ()
    alertes: tuple[str, ...] = ()
    prochaine_date: date | None = None
    dementis: bool = False
    profil: Profil = Profil.collectif

    def verified(self) -> Preparation:
        """Cette préparation, ou `SaisieIncomplete` nommant le champ à reprendre."""
        if not self.instance.strip():
            raise SaisieIncomplete("Donnez le nom de l’instance.", champ="instance")
        if not self.destinataire.strip():
            raise SaisieIncomplete(
                "Dites à qui part ce document : le journal le retient.", champ="destinataire"
            )
        if self.au < self.du:
            raise SaisieIncomplete("La période finit avant d’avoir commencé.", champ="au")
        if any(not decision.quoi.strip() for decision in self.decisions):
            raise SaisieIncomplete("Une décision est vide.", champ="decisions")
        return self


def ouvrir_dossier(cahier: Cahier, preparation: Preparation) -> Dossier[CompteRendu]:
    """Rassemble les faits de la période, dans l'ordre du temps, et ce qu'il faut en relire."""
    preparation = preparation.verified()
    filtre = Filtre(du=preparation.du, au=preparation.au)
    if cahier.count_faits(filtre) > FAITS_AU_PLUS:
        raise SaisieIncomplete(
            "Cette période compte trop de faits pour être relue : raccourcissez-la.", champ="du"
        )
    return preparer_dossier(
        preparation,
        reversed(cahier.faits(filtre, FAITS_AU_PLUS)),
        {site.id: site for site in cahier.sites()},
        cahier.effort(preparation.du, preparation.au),
        cahier.termes_masquage(),
        cahier.levees(),
    )


def preparer_dossier(
    preparation: Preparation,
    faits: Iterable[Fait],
    sites: Mapping[str, Site],
    effort: Effort,
    liste: frozenset[str],
    levees: Iterable[Levee] = (),
) -> Dossier[CompteRendu]:
    """Le dossier de ces faits, sans cahier (le scénario de démonstration s'en sert aussi)."""
    plan = Plan(
        genre=GenreDocument.compte_rendu,
        jour=preparation.tenue_le,
        destinataire=preparation.destinataire,
        assembler=lambda relu: _assembler(preparation, effort, relu),
        composer=composer,
        dementis=preparation.dementis,
        profil=preparation.profil,
        libres=tuple(
            TexteLibre(texte, "Texte du compte-rendu", "ajouté en réunion")
            for texte in _textes_libres(preparation)
        ),
    )
    return preparer(plan, faits, sites, liste, levees)


def _assembler(p: Preparation, effort: Effort, relu: Relu) -> CompteRendu:
    return CompteRendu(
        instance=relu.texte(p.instance),
        tenue_le=p.tenue_le,
        du=p.du,
        au=p.au,
        effort=effort,
        faits=relu.faits,
        structures=relu.textes(p.structures),
        suites=relu.textes(p.suites),
        questions=relu.textes(p.questions),
        decisions=tuple(
            Decision(relu.texte(d.quoi), relu.texte(d.structure), d.echeance, d.niveau)
            for d in p.decisions
        ),
        alertes=relu.textes(p.alertes),
        prochaine_date=p.prochaine_date,
        dementis=relu.dementis,
    )


def _textes_libres(p: Preparation) -> tuple[str, ...]:
    decisions = [texte for d in p.decisions for texte in (d.quoi, d.structure)]
    return (p.instance, *p.structures, *p.suites, *p.questions, *decisions, *p.alertes)
