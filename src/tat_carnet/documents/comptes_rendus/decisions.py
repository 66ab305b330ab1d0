"""Les décisions d'un compte-rendu : celles qu'on prend, celles qu'on suit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tat_carnet.documents.interface import Bloc, Mention, Paragraphe, Tableau, Titre
from tat_carnet.documents.typographie import (
    date_en_lettres,
    majuscule,
    propre,
    semaine_en_lettres,
)
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.relu import DecisionRelue, DecisionSuivie
from tat_carnet.domain.vocabulaire import EtatDecision


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
    """Ce que des décisions sont devenues ; `datees` dit aussi quel jour elles ont été prises.

    Tant qu'aucune n'a de suite, la colonne qui les dirait laisse sa place aux autres.
    """
    if not suivies:
        return
    yield Titre(Mention(titre), 2)
    entetes = tuple(map(Mention, ("Quoi", "Structure", "Où on en est", "Suite")))
    lignes = tuple(_suivie(suivie, annee, datees) for suivie in suivies)
    if any(propre(suivie.suite.texte) for suivie in suivies):
        yield Tableau(entetes, lignes, (32, 19, 21, 28))
    else:
        yield Tableau(entetes[:3], tuple(ligne[:3] for ligne in lignes), (43, 26, 31))


def _prise(decision: DecisionRelue) -> tuple[str, ...]:
    echeance = decision.echeance
    return (
        propre(decision.quoi.texte),
        _structure(decision),
        Mention(date_en_lettres(echeance, semaine=False) if echeance else "à fixer"),
        Mention(libelle(decision.niveau)),
    )


def _suivie(suivie: DecisionSuivie, annee: int, datee: bool) -> tuple[str, ...]:
    prise = f"Prise le {_jour(suivie.prise_le, annee)}, " if datee else ""
    etat = f"{prise}{_etat(suivie, annee)}"
    return (
        propre(suivie.decision.quoi.texte),
        _structure(suivie.decision),
        Mention(majuscule(etat)),
        propre(suivie.suite.texte) or Mention("–"),
    )


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
