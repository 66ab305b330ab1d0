"""Le scénario de démonstration tient ce qu'il promet, et reste une fiction."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from signatures import regarder_et_signer
from tat_carnet.anonymisation.alertes import StatutAlerte
from tat_carnet.anonymisation.risque import Cause, Pas, reconnaissances
from tat_carnet.domain.fait import Fait
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.recherche import fold
from tat_carnet.domain.relu import CompteRendu
from tat_carnet.domain.vocabulaire import Attestation, Evolution, Famille, NatureSource
from tat_carnet.paths import resource
from tat_carnet.store.cahier import open_demo
from tat_carnet.usecases.compte_rendu import ouvrir_dossier
from tat_carnet.usecases.demonstration import Scenario, fill, load_scenario
from tat_carnet.usecases.demonstration_relecture import (
    AlerteSansReponse,
    relire_dossier,
    relire_scenario,
)
from tat_carnet.usecases.relecture import Dossier, Etape

REFERENCE = date(2026, 11, 20)
TELEPHONE = re.compile(r"(?<!\d)0\d(?:[ .]?\d{2}){4}(?!\d)")
TRANCHES_DE_FICTION = ("019900", "026191", "035301", "046571", "053649", "063998")

NOMMES = frozenset({"Ilyan", "Sami", "Jade", "Yanis", "Aminata", "Romarin"}) | frozenset(
    {"Angélique", "Myrtille", "Célia", "Loïc", "Glycine", "Noé"}
)
"""Les noms du scénario que la liste de masquage ne connaît pas."""
BINOMES = frozenset({"Mado", "Nadir"})


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load_scenario(REFERENCE)


def telephones_reels(texte: str) -> list[str]:
    """Les numéros qui ne sont pas dans une tranche réservée à la fiction."""
    numeros = [re.sub(r"\D", "", numero) for numero in TELEPHONE.findall(texte)]
    return [numero for numero in numeros if not numero.startswith(TRANCHES_DE_FICTION)]


def test_le_scenario_a_la_taille_promise(scenario: Scenario) -> None:
    assert len(scenario.faits) >= 66
    assert len(scenario.tournees) >= 36
    assert sum(tournee.ras for tournee in scenario.tournees) >= 25
    assert len(scenario.sites) >= 6
    assert len({site.secteur for site in scenario.sites}) in (2, 3)


def test_le_scenario_couvre_dix_semaines_jusqu_au_jour_de_reference(scenario: Scenario) -> None:
    semaines = {(REFERENCE - tournee.jour).days // 7 for tournee in scenario.tournees}
    assert semaines == set(range(10))
    assert all(tournee.jour <= REFERENCE for tournee in scenario.tournees)


def test_l_effet_d_un_courrier_se_fonde_sur_des_tournees_du_scenario(scenario: Scenario) -> None:
    connues = {tournee.id: tournee.jour for tournee in scenario.tournees}
    effets = [effet for courrier in scenario.courriers for effet in courrier.observes]

    assert [(effet.evolution, len(effet.tournees)) for effet in effets] == [(Evolution.mieux, 3)]
    for effet in effets:
        assert all(connues[tournee] <= effet.le for tournee in effet.tournees)


def test_toutes_les_familles_attestations_et_sources_y_sont(scenario: Scenario) -> None:
    assert {fait.famille for fait in scenario.faits} == set(Famille)
    assert {fait.attestation for fait in scenario.faits} == set(Attestation)
    assert {n for fait in scenario.faits for n in fait.natures_source} == set(NatureSource)


def test_chaque_fait_a_lieu_pendant_sa_tournee_et_dans_son_secteur(scenario: Scenario) -> None:
    tournees = {tournee.id: tournee for tournee in scenario.tournees}
    secteurs = {site.id: site.secteur for site in scenario.sites}
    for fait in scenario.faits:
        tournee = tournees[fait.tournee_id or ""]
        assert not tournee.ras
        assert fait.instant.date() == tournee.jour
        assert fait.moment is tournee.plage
        assert secteurs[fait.site_id or ""] == tournee.secteur


def test_tout_est_verifie_et_chaque_identifiant_est_unique(scenario: Scenario) -> None:
    objets = [*scenario.sites, *scenario.tournees, *scenario.faits]
    assert all(objet.verified() is objet for objet in objets)
    assert len({objet.id for objet in objets}) == len(objets)


def test_le_recit_va_dans_l_ordre_du_temps(scenario: Scenario) -> None:
    instants = [fait.instant for fait in scenario.faits]
    assert all(avant < apres for avant, apres in pairwise(instants))


def test_le_meme_jour_donne_le_meme_scenario_et_un_autre_jour_les_memes_identifiants(
    scenario: Scenario,
) -> None:
    autre = load_scenario(date(2027, 2, 1))
    assert load_scenario(REFERENCE) == scenario
    assert [fait.id for fait in autre.faits] == [fait.id for fait in scenario.faits]
    assert autre.faits[0].instant.date() != scenario.faits[0].instant.date()


def test_les_textes_ont_la_longueur_du_metier(scenario: Scenario) -> None:
    longueurs = [len(fait.texte_brut.lire()) for fait in scenario.faits]
    assert max(longueurs) <= 1000
    assert sum(longueur >= 850 for longueur in longueurs) >= 2
    assert longueurs.count(0) >= 4


def test_une_rumeur_du_scenario_a_ete_infirmee_apres_avoir_couru(scenario: Scenario) -> None:
    def dits(attestation: Attestation) -> list[Fait]:
        return [fait for fait in scenario.faits if fait.attestation is attestation]

    libelles = {fait.libelle_autre for fait in dits(Attestation.rumeur)} - {""}
    dementis = [f for f in dits(Attestation.infirme) if f.libelle_autre in libelles]
    assert dementis
    assert all(fait.reunion_le and fait.reunion_le > fait.instant.date() for fait in dementis)


def test_aucun_telephone_hors_des_tranches_de_fiction() -> None:
    """Témoin : un numéro ordinaire, écrit de trois façons, est vu."""
    for ordinaire in ("06 12 34 56 78", "0612345678", "01.42.34.56.78"):
        assert telephones_reels(f"son num {ordinaire} ou au 06 39 98 11 22"), ordinaire
    texte = resource("demonstration", "scenario.json").read_text(encoding="utf-8")
    assert TELEPHONE.search(texte)
    assert telephones_reels(texte) == []


def test_la_relecture_enregistree_repond_a_chaque_alerte_une_a_une(scenario: Scenario) -> None:
    dossier = relire_scenario(scenario)
    alertes = [alerte for etape in lues(dossier) for alerte in etape.passage.alertes]
    statuts = {alerte.statut for alerte in alertes}
    assert statuts == {StatutAlerte.acceptee, StatutAlerte.gardee, StatutAlerte.reformulee}
    assert all(alerte.motif for alerte in alertes if alerte.statut is StatutAlerte.gardee)
    assert len(regarder_et_signer(dossier).contenu.faits) >= 30


def test_retirer_les_motifs_arrete_la_relecture(scenario: Scenario) -> None:
    """Témoin : aucune alerte ne passe parce qu'on aurait oublié d'y répondre."""
    with pytest.raises(AlerteSansReponse):
        relire_scenario(replace(scenario, gardes={}))


def test_une_phrase_de_la_personne_qui_nomme_quelqu_un_arrete_la_relecture(
    scenario: Scenario,
) -> None:
    fautive = dict.fromkeys(scenario.formulations, "Enzo était là, prévenir au 06 39 98 11 22.")
    with pytest.raises(AlerteSansReponse):
        relire_scenario(replace(scenario, formulations=fautive))


def test_chaque_phrase_et_chaque_mise_a_l_ecart_concerne_un_fait(scenario: Scenario) -> None:
    contenu = regarder_et_signer(relire_scenario(scenario)).contenu
    sortis = {nature.reference: "" for nature in contenu.ensemble}
    sortis |= {fait.reference: str(fait.formulation) for fait in contenu.faits}
    for fait_id, phrase in scenario.formulations.items():
        tu = Pas.recit in scenario.echelons.get(fait_id, ())
        assert sortis[fait_id] == ("" if tu else phrase)
    assert scenario.ecartes <= {fait.id for fait in scenario.faits} - set(sortis)


def test_un_voisin_ne_reconnait_plus_personne_dans_le_compte_rendu(scenario: Scenario) -> None:
    """Témoin : sans les échelons que la personne monte, seize faits désignent."""
    assert reconnaissances(relire_scenario(scenario).exposes()) == ()

    tus = {fait: pas & {Pas.recit} for fait, pas in scenario.echelons.items()}
    sans = relire_scenario(replace(scenario, echelons=tus))
    trouves = {trouve.cause: len(trouve.exposes) for trouve in reconnaissances(sans.exposes())}
    assert trouves == {Cause.seul: 5, Cause.evenement: 2, Cause.nombre: 9}


def test_le_compte_rendu_ne_nomme_personne_du_scenario(scenario: Scenario) -> None:
    """Témoin : les textes bruts, eux, nomment bien chacun ; la liste ne vient pas du repérage."""
    sorti = fold(" ".join(textes(regarder_et_signer(relire_scenario(scenario)).contenu)))
    brut = fold(" ".join(fait.texte_brut.lire() for fait in scenario.faits))
    for nom in scenario.masquage | NOMMES:
        motif = rf"\b{re.escape(fold(nom))}\b"
        assert re.search(motif, brut) or nom in BINOMES, nom
        assert not re.search(motif, sorti), nom


def test_le_compte_rendu_montre_des_traces_signalees_puis_ramassees(scenario: Scenario) -> None:
    """Dans la semaine, et plus tard : la démonstration montre les deux façons de le dire."""
    faits = regarder_et_signer(relire_scenario(scenario)).contenu.faits
    suivies = [fait for fait in faits if fait.signale_a]
    assert {fait.ramasse_le == fait.signale_le for fait in suivies} == {True, False}
    assert all(fait.ramasse_le for fait in suivies)


def test_ni_rumeur_ni_fait_infirme_ne_sort(scenario: Scenario) -> None:
    retenus = {
        fait.reference for fait in regarder_et_signer(relire_scenario(scenario)).contenu.faits
    }
    tus = (Attestation.rumeur, Attestation.infirme)
    assert not retenus & {fait.id for fait in scenario.faits if fait.attestation in tus}


def lues(dossier: Dossier[CompteRendu]) -> list[Etape]:
    return [etape for etape in dossier.etapes if not etape.ecartee]


def textes(compte_rendu: CompteRendu) -> list[str]:
    """Tout ce qui se lit dans le compte-rendu, sans passer par un document."""
    return [
        str(compte_rendu.instance),
        *(str(texte) for fait in compte_rendu.faits for texte in (fait.lieu, fait.formulation)),
        *(str(texte) for texte in (*compte_rendu.structures, *compte_rendu.suites)),
        *(str(texte) for texte in (*compte_rendu.questions, *compte_rendu.alertes)),
        *(f"{decision.quoi} {decision.structure}" for decision in compte_rendu.decisions),
    ]


def test_un_vrai_cahier_rempli_du_scenario_donne_le_meme_compte_rendu(
    scenario: Scenario, tmp_path: Path
) -> None:
    cahier = open_demo(tmp_path)
    try:
        fill(cahier, scenario)
        dossier = ouvrir_dossier(cahier, scenario.preparation)
        relire_dossier(dossier, scenario)
        assert cahier.count_faits(Filtre()) == len(scenario.faits)
        assert cahier.open_tournee() is None
    finally:
        cahier.close()
    attendu = relire_scenario(scenario)
    assert regarder_et_signer(dossier).contenu == regarder_et_signer(attendu).contenu
    assert dossier.termes_masques() == attendu.termes_masques()
