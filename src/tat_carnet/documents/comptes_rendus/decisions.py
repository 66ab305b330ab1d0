"""Les décisions d'un compte-rendu : celles qu'on prend, celles qu'on suit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from tat_carnet.documents.interface import Bloc, Liste, Mention, Paragraphe, Tableau, Titre
from tat_carnet.documents.typographie import (
    date_en_lettres,
    majuscule,
    propre,
    semaine_en_lettres,
)
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.relu import DecisionRelue, DecisionSuivie
from tat_carnet.domain.vocabulaire import EtatDecision

_TITRES: Final = {
    EtatDecision.faite: "Ce qui a été fait",
    EtatDecision.a_suivre: "Ce qui reste à faire",
    EtatDecision.abandonnee: "Ce qui ne se fera pas",
}


def blocs_decisions(decisions: Sequence[DecisionRelue]) -> Iterator[Bloc]:
    """Ce que la réunion décide : quoi, structure, échéance, niveau ; ou qu'elle ne décide rien."""
    yield Titre(Mention("Décisions"), 2)
    if not decisions:
        yield Paragraphe(Mention("Aucune décision n’est notée pour cette réunion."))
        return
    entetes = tuple(map(Mention, ("Quoi", "Structure", "Échéance", "Niveau")))
    yield Tableau(entetes, tuple(map(_prise, decisions)), (43, 23, 21, 13))


def blocs_suivies(
    suivies: Sequence[DecisionSuivie], titre: str, annee: int, *, datees: bool
) -> Iterator[Bloc]:
    """Ce que des décisions sont devenues ; `datees` les range par le jour où on les a prises."""
    if not suivies:
        return
    yield Titre(Mention(titre), 2)
    if not datees:
        yield _tableau(suivies, annee)
        return
    for prise_le, siennes in groupby(suivies, key=lambda suivie: suivie.prise_le):
        yield Titre(Mention(f"Prises le {_jour(prise_le, annee)}"), 3)
        yield _tableau(tuple(siennes), annee)


def _tableau(suivies: Sequence[DecisionSuivie], annee: int) -> Tableau:
    """Tant qu'aucune n'a de suite, la colonne qui les dirait laisse sa place aux autres."""
    entetes = tuple(map(Mention, ("Quoi", "Structure", "Où on en est", "Suite")))
    lignes = tuple(_suivie(suivie, annee) for suivie in suivies)
    if any(propre(suivie.suite.texte) for suivie in suivies):
        return Tableau(entetes, lignes, (29, 18, 18, 35))
    return Tableau(entetes[:3], tuple(ligne[:3] for ligne in lignes), (42, 24, 34))


def decisions_aux_habitants(suivies: Sequence[DecisionSuivie]) -> Iterator[Bloc]:
    """Les mêmes, sans tableau ni date : fait, à faire, laissé."""
    for etat, titre in _TITRES.items():
        dites = tuple(_phrase(suivie) for suivie in suivies if suivie.etat is etat)
        if dites:
            yield Titre(Mention(titre), 2)
            yield Liste(dites)


def _prise(decision: DecisionRelue) -> tuple[str, ...]:
    echeance = decision.echeance
    return (
        propre(decision.quoi.texte),
        _structure(decision),
        Mention(date_en_lettres(echeance, semaine=False) if echeance else "à fixer"),
        Mention(libelle(decision.niveau)),
    )


def _suivie(suivie: DecisionSuivie, annee: int) -> tuple[str, ...]:
    return (
        propre(suivie.decision.quoi.texte),
        _structure(suivie.decision),
        Mention(majuscule(_etat(suivie, annee))),
        propre(suivie.suite.texte) or Mention("–"),
    )


def _phrase(suivie: DecisionSuivie) -> str:
    """« Réparer l’éclairage (Bailleur social). Posé, et qui tient. »"""
    quoi = propre(suivie.decision.quoi.texte).rstrip(".")
    structure = propre(suivie.decision.structure.texte)
    qui = f" ({structure})" if structure else ""
    return f"{quoi}{qui}. {propre(suivie.suite.texte)}".strip()


def _etat(suivie: DecisionSuivie, annee: int) -> str:
    """« faite, semaine du 9 novembre » ; « à suivre, pour le 1er décembre »."""
    if suivie.etat is EtatDecision.a_suivre:
        echeance = suivie.decision.echeance
        pour = f", pour le {_jour(echeance, annee)}" if echeance else ", sans échéance"
        return f"{libelle(suivie.etat)}{pour}"
    depuis = f", {semaine_en_lettres(suivie.depuis, annee)}" if suivie.depuis else ""
    return f"{libelle(suivie.etat)}{depuis}"


def _structure(decision: DecisionRelue) -> str:
    return propre(decision.structure.texte) or Mention("à préciser")


def _jour(jour: date, annee: int) -> str:
    return date_en_lettres(jour, semaine=False, annee=jour.year != annee)
