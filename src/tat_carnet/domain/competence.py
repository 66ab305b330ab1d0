"""À qui s'adresser : les structures compétentes pour un type de fait et un lieu, et pourquoi."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.domain.recherche import words
from tat_carnet.domain.vocabulaire import FAMILLE_DU_TYPE, Famille, TypeFait, TypePartenaire

PROPOSES: Final = 3

_P = TypePartenaire
_PAR_FAMILLE: Final[dict[Famille, tuple[TypePartenaire, ...]]] = {
    Famille.espaces: (_P.bailleur, _P.syndic, _P.ville, _P.mediation),
    Famille.traces: (_P.ville, _P.caarud_csapa_cjc, _P.bailleur),
    Famille.revente: (_P.prefecture, _P.ville, _P.prevention_specialisee),
    Famille.tensions: (_P.prefecture, _P.mediation, _P.ville),
    Famille.sante: (_P.caarud_csapa_cjc, _P.ars, _P.sante_mentale),
    Famille.ecole_insertion: (_P.education_nationale, _P.emploi_insertion, _P.justice_pjj),
    Famille.familles: (_P.departement_ase, _P.bailleur, _P.aide_victimes, _P.ville),
    Famille.vie_locale: (_P.ville, _P.metropole, _P.centre_social),
    Famille.points_forts: (_P.centre_social, _P.association_habitants, _P.ville),
    Famille.autre: (_P.ville, _P.prefecture, _P.departement_ase),
}
"""Qui est compétent d'ordinaire, le plus proche de l'action d'abord (`domaine.md` §6)."""

_PAR_TYPE: Final[dict[TypeFait, tuple[TypePartenaire, ...]]] = {
    TypeFait.materiel_injection: (_P.caarud_csapa_cjc, _P.ville, _P.bailleur),
    TypeFait.equipement_hors_service: (_P.bailleur, _P.syndic, _P.ville),
    TypeFait.degradation: (_P.bailleur, _P.syndic, _P.ville),
    TypeFait.sollicitation_mineurs: (_P.prefecture, _P.departement_ase, _P.education_nationale),
    TypeFait.effets_operation_police: (_P.prefecture, _P.bailleur, _P.aide_victimes),
    TypeFait.produit_inhabituel: (_P.ars, _P.caarud_csapa_cjc, _P.soins_ville),
    TypeFait.souffrance_psychique: (_P.sante_mentale, _P.caarud_csapa_cjc, _P.soins_ville),
    TypeFait.sans_affectation: (_P.education_nationale, _P.emploi_insertion, _P.region),
    TypeFait.sortie_detention: (_P.justice_pjj, _P.emploi_insertion, _P.departement_ase),
    TypeFait.demande_relogement: (_P.departement_ase, _P.bailleur, _P.prefecture),
}
"""Les types de faits qui appellent d'autres que leur famille."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """Un destinataire possible et, en une phrase, pourquoi lui."""

    partenaire: Partenaire
    raison: str


def proposer_destinataires(
    partenaires: Iterable[Partenaire],
    type_fait: TypeFait,
    lieux: Sequence[str],
    jour: date,
    combien: int = PROPOSES,
) -> list[Proposition]:
    """Les `combien` structures les plus indiquées, une par nature tant qu'il s'en trouve.

    `lieux` : les noms du lieu, du plus fin au plus large (site, îlot, secteur). Une structure dont
    le territoire ne nomme aucun d'eux n'est pas proposée.
    """
    mots = {" ".join(words(lieu)) for lieu in lieux} - {""}
    notes = []
    for partenaire in partenaires:
        competence = _competence(partenaire, type_fait)
        local = _proximite(partenaire, mots) if competence else None
        if local is not None:
            note = (competence + 2 * bool(local), not partenaire.a_verifier(jour))
            raison = _raison(partenaire, type_fait, local, jour)
            notes.append((note, Proposition(partenaire, raison)))
    notes.sort(key=lambda paire: (paire[0], _a_l_envers(paire[1])), reverse=True)
    return _varier([proposition for _, proposition in notes])[:combien]


def _a_l_envers(proposition: Proposition) -> tuple[int, ...]:
    """À note égale, l'ordre alphabétique, que `reverse` ne retourne pas."""
    return tuple(-ord(lettre) for lettre in proposition.partenaire.nom)


def _competence(partenaire: Partenaire, type_fait: TypeFait) -> int:
    """De 0 (rien ne le dit) à 8 : sa nature, par rang, puis ce que sa fiche déclare."""
    famille = FAMILLE_DU_TYPE[type_fait]
    attendus = _PAR_TYPE.get(type_fait, _PAR_FAMILLE[famille])
    note = 5 - attendus.index(partenaire.type) if partenaire.type in attendus else 0
    return note + (3 if famille in partenaire.competences else 0)


def _proximite(partenaire: Partenaire, lieux: Collection[str]) -> str | None:
    """Le territoire qui répond, "" si la structure est là partout, `None` si elle n'y est pas.

    `lieux` : leurs noms, pliés.
    """
    if not partenaire.territoires:
        return ""
    for territoire in partenaire.territoires:
        plie = " ".join(words(territoire))
        if any(plie in lieu or lieu in plie for lieu in lieux):
            return territoire
    return None


def _raison(partenaire: Partenaire, type_fait: TypeFait, local: str | None, jour: date) -> str:
    famille = FAMILLE_DU_TYPE[type_fait]
    nature = libelle(partenaire.type)
    if famille in partenaire.competences:
        quoi = f"sa fiche dit : {libelle(famille).lower()}"
    else:
        quoi = f"compétent d’ordinaire ({nature})"
    ou = f"intervient sur {local}" if local else "intervient partout"
    vu = "fiche à vérifier" if partenaire.a_verifier(jour) else "fiche vérifiée"
    return f"{quoi} ; {ou} ; {vu}"


def _varier(propositions: Sequence[Proposition]) -> list[Proposition]:
    """Une structure par nature d'abord : trois bailleurs ne sont pas trois chances."""
    premieres: dict[TypePartenaire, Proposition] = {}
    for proposition in propositions:
        premieres.setdefault(proposition.partenaire.type, proposition)
    retenues = list(premieres.values())
    return retenues + [autre for autre in propositions if autre not in retenues]
