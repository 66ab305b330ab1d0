"""Préparer un compte-rendu : choisir les faits d'une période, dire comment il s'assemble.

La relecture elle-même est celle de tous les documents (`usecases.relecture`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tat_carnet.documents.comptes_rendus import composer
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.periode import dit_le_mois, periode_de
from tat_carnet.domain.relu import CompteRendu, DecisionRelue, DecisionSuivie, Effort
from tat_carnet.domain.reunion import Decision
from tat_carnet.domain.sas import Levee, Sillage
from tat_carnet.domain.vocabulaire import Profil
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture import (
    Dossier,
    Plan,
    Relu,
    TexteLibre,
    deja_sortis,
    faits_de_l_annee,
    preparer,
)

FAITS_AU_PLUS = 2000
"""Un compte-rendu au-delà ne se relit pas : la période est trop longue."""


Rappel = tuple[date, Decision]
"""Une décision d'avant, et le jour où elle a été prise."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """Ce qui est à relire ; `du` et `au` compris.

    `de_reunion` : celui d'une réunion, tenue le `tenue_le` ; sinon celui d'une période, écrit ce
    jour-là, qui ne prend aucune décision. `rappels` : les décisions dont il rend compte.
    """

    instance: str
    tenue_le: date
    du: date
    au: date
    destinataire: str
    structures: tuple[str, ...] = ()
    suites: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    alertes: tuple[str, ...] = ()
    prochaine_date: date | None = None
    dementis: bool = False
    lieu: str = ""
    ordre_du_jour: tuple[str, ...] = ()
    rappels: tuple[Rappel, ...] = ()
    de_reunion: bool = False
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
        return self


def ouvrir_dossier(cahier: Cahier, preparation: Preparation) -> Dossier[CompteRendu]:
    """Rassemble les faits de la période, dans l'ordre du temps, et ce qu'il faut en relire."""
    preparation = preparation.verified()
    filtre = Filtre(du=preparation.du, au=preparation.au)
    if cahier.count_faits(filtre) > FAITS_AU_PLUS:
        raise SaisieIncomplete(
            "Cette période compte trop de faits pour être relue : raccourcissez-la.", champ="du"
        )
    if not preparation.de_reunion:
        prises = decisions_de_la_periode(cahier, preparation.du, preparation.au)
        preparation = replace(preparation, rappels=prises)
    faits = list(reversed(cahier.faits(filtre, FAITS_AU_PLUS)))
    return preparer_dossier(
        preparation,
        faits,
        {site.id: site for site in cahier.sites()},
        cahier.effort(preparation.du, preparation.au),
        cahier.termes_masquage(),
        cahier.levees(),
        deja_sortis(cahier, faits),
        faits_de_l_annee(cahier, preparation.tenue_le),
    )


def decisions_de_la_periode(cahier: Cahier, du: date, au: date) -> tuple[Rappel, ...]:
    """Les décisions des réunions de ces jours, la plus ancienne d'abord."""
    return tuple(
        (reunion.tenue_le, decision)
        for reunion in cahier.reunions_entre(du, au)
        for decision in reunion.decisions
    )


def preparer_dossier(
    preparation: Preparation,
    faits: Iterable[Fait],
    sites: Mapping[str, Site],
    effort: Effort,
    liste: frozenset[str],
    levees: Sequence[Levee] = (),
    sortis: Sequence[Sillage] = (),
    annee: Iterable[Fait] = (),
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
    return preparer(plan, faits, sites, liste, levees, sortis, annee)


def _assembler(p: Preparation, effort: Effort, relu: Relu) -> CompteRendu:
    au_mois = relu.a_quelqu_un or any(dit_le_mois(fait.semaine) for fait in relu.faits)
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
        decisions=tuple(_decision_relue(decision, relu) for decision in p.decisions),
        alertes=relu.textes(p.alertes),
        prochaine_date=p.prochaine_date,
        dementis=relu.dementis,
        lieu=relu.texte(p.lieu),
        ordre_du_jour=relu.textes(p.ordre_du_jour),
        suivies=tuple(
            DecisionSuivie(
                _decision_relue(decision, relu),
                prise_le,
                decision.etat,
                periode_de(decision.etat_le, au_mois=au_mois),
                relu.texte(decision.suite.lire()),
            )
            for prise_le, decision in p.rappels
        ),
        de_reunion=p.de_reunion,
        public=p.profil.public,
        ensemble=relu.ensemble,
        a_quelqu_un=relu.a_quelqu_un,
    )


def _decision_relue(decision: Decision, relu: Relu) -> DecisionRelue:
    return DecisionRelue(
        relu.texte(decision.quoi.lire()),
        relu.texte(decision.structure.lire()),
        decision.echeance,
        decision.niveau,
    )


def _textes_libres(p: Preparation) -> tuple[str, ...]:
    """Dans l'ordre où le document les dira."""
    suivies = [t for _, d in p.rappels for t in (d.quoi, d.structure, d.suite)]
    prises = [t for d in p.decisions for t in (d.quoi, d.structure)]
    return (
        p.instance,
        p.lieu,
        *p.structures,
        *p.ordre_du_jour,
        *p.suites,
        *(texte.lire() for texte in suivies),
        *p.questions,
        *(texte.lire() for texte in prises),
        *p.alertes,
    )
