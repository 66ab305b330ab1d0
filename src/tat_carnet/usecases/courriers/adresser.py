"""À qui écrire : trois structures, pour ce modèle, ces faits et leurs lieux, et pourquoi elles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from tat_carnet.documents.courriers.modele import Modele
from tat_carnet.domain.competence import PROPOSES, Proposition, proposer_destinataires
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.domain.vocabulaire import TypeFait, TypePartenaire


def adresser(
    modele: Modele, cites: Sequence[tuple[Fait, Site]], annuaire: Sequence[Partenaire], jour: date
) -> Sequence[Proposition]:
    """Trois structures : le bailleur d'un lieu cité, puis celles du modèle, puis les compétentes.

    Le type de fait et les lieux qui comptent sont ceux des faits cités. Une lettre qui touche à la
    vie d'une famille suit l'ordre de son modèle (`domaine.md` §6), et ne va jamais d'abord à qui la
    loge : un deuil, une dette, n'ont rien à y faire.
    """
    possibles = [p for p in annuaire if p.type in modele.destinataires]
    type_fait, lieux = _dominants(cites)
    loges = Counter(site.bailleur_id for _, site in cites)
    siens = sorted((p for p in possibles if p.id in loges), key=lambda p: -loges[p.id])
    trouves = [Proposition(p, "bailleur d’un lieu de ces faits") for p in siens]
    if modele.intime:
        type_fait = TypeFait.demande_aide
        trouves += proposer_destinataires(possibles, type_fait, lieux, jour, len(possibles))
        trouves.sort(key=lambda p: modele.destinataires.index(p.partenaire.type))
    else:
        trouves += proposer_destinataires(possibles, type_fait, lieux, jour)
    if not trouves:
        trouves += [Proposition(p, "le modèle s’adresse à lui") for p in possibles[:PROPOSES]]
    if len(trouves) < PROPOSES:
        autres = [p for p in annuaire if p.type not in modele.destinataires]
        trouves += proposer_destinataires(autres, type_fait, lieux, jour)
    if modele.intime and trouves and _loge(trouves[0]):
        trouves.sort(key=_loge)
    uniques: dict[str, Proposition] = {}
    for proposition in trouves:
        uniques.setdefault(proposition.partenaire.id, proposition)
    return list(uniques.values())[:PROPOSES]


def _loge(proposition: Proposition) -> bool:
    return proposition.partenaire.type is TypePartenaire.bailleur


def _dominants(cites: Sequence[tuple[Fait, Site]]) -> tuple[TypeFait, Sequence[str]]:
    """Le type le plus fréquent, et le nom de chaque lieu, du plus fin au plus large."""
    types = Counter(fait.type for fait, _ in cites if fait.type).most_common(1)
    lieux = {nom for _, site in cites for nom in (site.libelle_public, site.ilot, site.secteur)}
    return (types[0][0] if types else TypeFait.autre), sorted(lieux)
