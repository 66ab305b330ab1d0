"""Relire le compte-rendu de démonstration : les décisions que sa personne a enregistrées."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from tat_carnet.anonymisation.relecture import Passage
from tat_carnet.anonymisation.risque import Pas
from tat_carnet.domain.recherche import fold
from tat_carnet.domain.relu import CompteRendu, Effort
from tat_carnet.domain.sas import EssaiIntrus
from tat_carnet.usecases.compte_rendu import preparer_dossier
from tat_carnet.usecases.demonstration import Scenario
from tat_carnet.usecases.relecture import Dossier, Regarde


class AlerteSansReponse(LookupError):
    """Le scénario ne dit pas quoi faire d'une alerte : il ne suit plus l'anonymiseur."""


def relire_scenario(scenario: Scenario) -> Dossier[CompteRendu]:
    """Le dossier du compte-rendu, relu en entier, sans passer par un cahier.

    `signer(regarder_dossier(…))` en donne le `CompteRendu` et ses `FaitRelu` ; lève
    `AlerteSansReponse` si une alerte n'a pas de décision enregistrée.
    """
    prevu = scenario.preparation
    tournees = [t for t in scenario.tournees if prevu.du <= t.jour <= prevu.au]
    faits = [f for f in scenario.faits if prevu.du <= f.instant.date() <= prevu.au]
    effort = Effort(len(tournees), sum(tournee.ras for tournee in tournees))
    sites = {site.id: site for site in scenario.sites}
    annee = [f for f in scenario.faits if f.instant.date() <= prevu.tenue_le]
    dossier = preparer_dossier(prevu, faits, sites, effort, scenario.masquage, annee=annee)
    relire_dossier(dossier, scenario)
    return dossier


def relire_dossier(dossier: Dossier[CompteRendu], scenario: Scenario) -> None:
    """Prend, alerte par alerte, les décisions que la personne du scénario a enregistrées.

    Ce que l'anonymiseur propose pour le texte brut d'un fait s'accepte ; ce que la personne a
    écrit elle-même, ou un nom public, ne se garde qu'avec son motif. Lève `AlerteSansReponse`.
    """
    for fait_id, pas in scenario.echelons.items():
        dossier.generaliser([fait_id], pas)
    for rang, etape in enumerate(dossier.etapes):
        fait_id = etape.fait.fait.id if etape.fait is not None else ""
        if fait_id in scenario.ecartes:
            dossier.ecarter(rang)
            continue
        try:
            voulus = fait_id in scenario.formulations
            if etape.tue and voulus and Pas.recit not in scenario.echelons.get(fait_id, ()):
                dossier.recits.rouvrir(rang)
            if etape.fait is not None and etape.passage is etape.fait.passages[0][1]:
                _relire_fait(etape.passage, scenario, fait_id)
            _decider(etape.passage, scenario.gardes)
            if dossier.recits.attend(rang):
                _garder_le_recit(dossier, rang, scenario.recits.get(fait_id))
        except AlerteSansReponse as manque:
            manque.add_note(f"Étape {rang} du dossier, fait {fait_id or 'aucun'}.")
            raise
        dossier.marquer_lue(rang)


def regarder_dossier(dossier: Dossier[CompteRendu], le: datetime) -> tuple[EssaiIntrus, Regarde]:
    """Les trois « non » de la personne du scénario, et ce qu'ils valent devant le document."""
    essai = EssaiIntrus(le, dossier.plan.genre, famille=False, gardien=False, policier=False)
    return essai, dossier.regarder(dossier.apercu(), essai)


def _relire_fait(passage: Passage, scenario: Scenario, fait_id: str) -> None:
    """Lève les alertes du brut, puis écrit la phrase de la personne s'il y en a une."""
    phrase = scenario.formulations.get(fait_id)
    if phrase is None:
        _decider(passage, scenario.gardes, accepter=True)
    else:
        _decider(passage, {}, accepter=True)  # un terme gardé l'est dans la phrase, pas avant
        passage.modifier(phrase)


def _garder_le_recit(dossier: Dossier[CompteRendu], rang: int, motif: str | None) -> None:
    if motif is None:
        raise AlerteSansReponse("Ce passage raconte quelqu’un, et le scénario n’en décide rien.")
    dossier.recits.garder(rang, motif)


def _decider(passage: Passage, gardes: Mapping[str, str], *, accepter: bool = False) -> None:
    while (rang := passage.prochaine()) is not None:
        alerte = passage.alertes[rang]
        motif = gardes.get(fold(alerte.terme))
        if motif is not None:
            passage.garder(rang, motif)
        elif accepter:
            passage.accepter(rang)
        else:
            raise AlerteSansReponse(
                f"Alerte « {alerte.categorie} » sans décision au scénario, "
                f"caractères {alerte.debut} à {alerte.fin}."
            )
