"""La relecture d'un fait : formulation, lieu, libellé ; ni rumeur ni démenti ne passe."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, datetime

import pytest

from tat_carnet.anonymisation.field_policy import SORTIES, SORTS, Sort
from tat_carnet.anonymisation.relecture import relire_lieux
from tat_carnet.anonymisation.relecture_fait import RelectureFait
from tat_carnet.anonymisation.risque import Pas
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import ErreurConnue, RelectureIncomplete, SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.relu import FaitRelu, NatureRelue
from tat_carnet.domain.vocabulaire import Attestation, TypeFait, TypePartenaire, TypeSite

INSTANT = datetime(2026, 11, 3, 22, 15)
SITE = Site("Square des Merles", "Les Aubépines", TypeSite.square)
FAIT = Fait(INSTANT, SITE.id, TypeFait.bruit, TexteBrut("Vu Karim vers 22h15."))


def relire(fait: Fait = FAIT, site: Site = SITE) -> RelectureFait:
    """La relecture d'un fait, chaque alerte acceptée."""
    relecture = RelectureFait(fait, site)
    for _, passage in relecture.passages:
        while (rang := passage.prochaine()) is not None:
            passage.accepter(rang)
    return relecture


@pytest.mark.usefixtures("recits_entiers")
def test_un_fait_relu_ne_porte_ni_le_nom_ni_l_heure() -> None:
    relu = relire().signer()
    assert relu.formulation.texte == "Vu un jeune dans la nuit."
    assert (relu.semaine, relu.lieu.texte) == ("2026-S45", "Square des Merles")
    assert relu.libelle_type.texte == "Bruit"
    # L'identifiant tiré au sort peut contenir n'importe quels chiffres.
    assert "22" not in repr(replace(relu, reference="")).replace("2026", "")


@pytest.mark.usefixtures("recits_entiers")
def test_la_premiere_alerte_en_attente_dit_son_passage() -> None:
    relecture = RelectureFait(FAIT, SITE)
    assert not relecture.complete
    with pytest.raises(RelectureIncomplete) as refus:
        relecture.signer()
    assert (refus.value.passage, refus.value.alerte) == (0, 0)


@pytest.mark.parametrize("attestation", [Attestation.rumeur, Attestation.infirme])
def test_ni_rumeur_ni_fait_infirme_ne_se_signe(attestation: Attestation) -> None:
    """Témoin : retirer le refus laisse signer une rumeur et fait échouer cet essai (vu)."""
    fait = replace(FAIT, attestation=attestation, reunion_le=date(2026, 11, 5))
    relecture = relire(fait)
    assert relecture.refus is not None
    assert not relecture.complete
    with pytest.raises(ErreurConnue, match=r"document|ne sort pas"):
        relecture.signer()


def test_un_fait_sans_type_ne_se_relit_pas() -> None:
    with pytest.raises(SaisieIncomplete):
        RelectureFait(replace(FAIT, type=None), SITE)


def test_un_libelle_autre_et_un_lieu_ne_levent_que_des_identifiants_directs() -> None:
    fait = replace(FAIT, type=TypeFait.autre, libelle_autre="Fête chez Karim à 14 ans")
    relecture = relire(fait, replace(SITE, libelle_public="Rue des Lilas"))
    assert [nom for nom, _ in relecture.passages] == ["Formulation", "Lieu", "Libellé"]
    relu = relecture.signer()
    assert relu.libelle_type.texte == "Fête chez un jeune à 14 ans"
    assert relu.lieu.texte == "Rue des Lilas"


def test_un_petit_hall_sort_sous_le_nom_de_son_ilot() -> None:
    hall = Site(
        "Hall 7", "Les Aubépines", TypeSite.hall, ilot="Îlot des Merles", logements_approx=6
    )
    assert relire(FAIT, hall).signer().lieu.texte == "Îlot des Merles"


def test_une_formulation_deja_relue_sert_de_depart_et_est_relue() -> None:
    deja = FAIT.relu("Un jeune et Lina.", INSTANT)
    relecture = RelectureFait(deja, SITE)
    passage = relecture.passages[0][1]
    assert passage.texte == "Un jeune et Lina."
    assert [a.terme for a in passage.alertes] == ["Lina"]


def test_les_termes_masques_excluent_ce_qu_un_passage_garde() -> None:
    site = replace(SITE, libelle_public="Foyer Karim")
    relecture = RelectureFait(FAIT, site)
    relecture.passages[1][1].garder(0, "nom public du foyer")
    assert relecture.termes_masques == frozenset()
    assert RelectureFait(FAIT, SITE).termes_masques == {"Karim"}


def test_un_lieu_deja_relu_se_partage_entre_faits() -> None:
    lieux = relire_lieux(SITE)
    assert RelectureFait(FAIT, SITE, lieux=lieux).passages[1][1] is lieux[SITE.libelle_public]


@pytest.mark.parametrize("entite", [Fait, Site, Tournee])
def test_chaque_champ_d_une_entite_declare_son_sort(entite: type) -> None:
    """Témoin : retirer « binome » de la politique fait échouer cet essai (vu)."""
    assert {champ.name for champ in fields(entite)} == set(SORTS[entite])


def test_un_fait_relu_ne_porte_que_des_champs_dont_le_sort_le_permet() -> None:
    for champ in fields(FaitRelu):
        entite, source = SORTIES.get(champ.name, (Fait, champ.name))
        assert SORTS[entite][source] is not Sort.jeter


def test_une_trace_dit_a_qui_elle_est_signalee_et_la_semaine_jamais_le_jour() -> None:
    """Témoin : rendre `signale_le.isoformat()` fait échouer cet essai (vu une fois)."""
    trace = replace(
        FAIT,
        type=TypeFait.dechets,
        signale_a=TypePartenaire.bailleur,
        signale_le=date(2026, 11, 20),
        ramasse_le=date(2026, 11, 24),
    )
    relu = relire(trace).signer()
    assert relu.signale_a is TypePartenaire.bailleur
    assert (relu.signale_le, relu.ramasse_le) == ("2026-S47", "2026-S48")

    relecture = RelectureFait(trace, SITE)
    relecture.generaliser([Pas.mois])
    for _, passage in relecture.passages:
        while (rang := passage.prochaine()) is not None:
            passage.accepter(rang)
    relu = relecture.signer()
    assert (relu.semaine, relu.signale_le, relu.ramasse_le) == ("2026-11",) * 3


def test_un_fait_qui_n_est_signale_a_personne_n_en_dit_rien() -> None:
    relu = relire(FAIT).signer()
    assert (relu.signale_a, relu.signale_le, relu.ramasse_le) == (None, "", "")


@pytest.mark.usefixtures("recits_entiers")
def test_le_materiel_d_une_trace_se_relit_comme_le_reste() -> None:
    """Témoin : passer `fait.materiel` tel quel laisse « Karim » dans le fait relu (vu une fois)."""
    trace = replace(FAIT, type=TypeFait.dechets, materiel="le sac de Karim, deux bonbonnes")
    relecture = RelectureFait(trace, SITE)
    assert [nom for nom, _ in relecture.passages] == ["Formulation", "Lieu", "Matériel"]
    assert relecture.passages[2][1].prochaine() == 0
    assert not relecture.complete

    materiel = relire(trace).signer().materiel
    assert materiel is not None
    assert materiel.texte == "le sac d’un jeune, deux bonbonnes"
    assert relire(replace(trace, materiel=" ")).signer().materiel is None


LAVOIR = Site("Place du Lavoir", "Les Aubépines", TypeSite.place, ilot="Îlot Nord")
DIT = replace(FAIT, texte_brut=TexteBrut("Verre brisé place du Lavoir, puis Îlot Nord."))


@pytest.mark.parametrize(
    ("pas", "noms"),
    [(Pas.ilot, ["place du Lavoir"]), (Pas.secteur, ["place du Lavoir", "Îlot Nord"])],
)
def test_dit_par_plus_large_un_fait_ne_nomme_plus_son_lieu(pas: Pas, noms: list[str]) -> None:
    """Le titre disait le secteur, et la phrase encore la place.

    Témoin (vu une fois) : sans `taire_les_lieux`, le fait est complet et la nomme.
    """
    relecture = RelectureFait(DIT, LAVOIR, publics=frozenset({"Place du Lavoir", "Îlot Nord"}))
    _, phrase = relecture.passages[0]
    assert phrase.complete, phrase.alertes
    relecture.generaliser([pas])
    assert [alerte.terme for alerte in phrase.alertes] == noms
    while (rang := phrase.prochaine()) is not None:
        phrase.accepter(rang)

    assert "lavoir" not in relecture.signer().formulation.texte.casefold()
    assert "dans un lieu du secteur" in phrase.texte


def test_un_lieu_dont_on_a_ote_le_nom_ne_se_nomme_pas_davantage_dans_la_phrase() -> None:
    chez = Site("Chez Karim", "Les Aubépines", TypeSite.autre)
    fait = replace(FAIT, texte_brut=TexteBrut("Verre brisé chez Karim."), site_id=chez.id)
    relecture = RelectureFait(fait, chez, publics=frozenset({"Chez Karim"}))
    (_, phrase), (_, lieu), *_ = relecture.passages
    relecture.taire_les_lieux()
    assert phrase.complete, "rien n'en est encore décidé"
    while (rang := lieu.prochaine()) is not None:
        lieu.accepter(rang)
    relecture.taire_les_lieux()

    assert phrase.alertes[phrase.prochaine() or 0].terme == "chez Karim"


def test_un_lieu_garde_avec_un_motif_se_nomme_aussi_dans_la_phrase() -> None:
    chez = Site("Chez Karim", "Les Aubépines", TypeSite.autre)
    fait = replace(FAIT, texte_brut=TexteBrut("Verre brisé chez Karim."), site_id=chez.id)
    relecture = RelectureFait(fait, chez, publics=frozenset({"Chez Karim"}))
    (_, phrase), (_, lieu), *_ = relecture.passages
    while (rang := lieu.prochaine()) is not None:
        lieu.garder(rang, "l’enseigne, connue de tous")
    relecture.taire_les_lieux()

    assert phrase.complete


def test_ce_qui_se_dit_ensemble_ne_se_signe_que_comme_une_nature() -> None:
    """Témoin (vu une fois) : sans ce refus, la fiche d'un deuil dit son lieu."""
    deuil = replace(FAIT, type=TypeFait.deuil, texte_brut=TexteBrut(""))
    assert relire(deuil).signer_nature() == NatureRelue(deuil.id, TypeFait.deuil)
    with pytest.raises(AssertionError, match="pas une fiche"):
        relire(deuil).signer()
    with pytest.raises(ErreurConnue, match="rumeur"):
        relire(replace(deuil, attestation=Attestation.rumeur)).signer_nature()
