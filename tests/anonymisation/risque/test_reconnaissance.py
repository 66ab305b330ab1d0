"""Ce qu'un voisin reconnaîtrait : chaque fuite que l'épreuve de l'intrus a trouvée, refermée.

Témoin (vu une fois) : `_seul` qui rend toujours `None` fait échouer cinq de ces essais.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from tat_carnet.anonymisation.risque import (
    Bilan,
    Cause,
    Expose,
    Pas,
    evaluer,
    reconnaissances,
    redites,
)
from tat_carnet.domain.vocabulaire import Public, TailleGroupe, TrancheAge, TypeFait

OU_ET_QUAND = frozenset({Pas.mois, Pas.secteur})
GROUPE = Expose(
    "f0",
    ("Galerie du Lavoir", "Sud"),
    "2026-S47",
    "2026-11",
    TypeFait.bruit,
    TrancheAge.de_13_15,
    frozenset({Public.adolescents}),
    taille=TailleGroupe.de_2_4,
    texte="Des adolescents discutent.",
)


def causes(*exposes: Expose) -> dict[Cause, frozenset[Pas]]:
    return {trouve.cause: trouve.pas for trouve in reconnaissances(exposes)}


def dit(texte: str, **changes: object) -> Expose:
    return replace(GROUPE, texte=texte, **changes)  # type: ignore[arg-type]


def test_un_groupe_qui_discute_ne_fait_reconnaitre_personne() -> None:
    assert causes(GROUPE) == {}


@pytest.mark.parametrize(
    "seule",
    [
        replace(GROUPE, taille=TailleGroupe.une),
        dit("Une adolescente aide chaque jour au centre social."),
        dit("On parle à l’élève."),
        dit("Un premier jeune attend un deuxième jeune."),
        dit("Une soignante s’inquiète."),
        dit("Vu une personne sur le palier."),
    ],
    ids=["codée", "dite", "élidée", "au pseudonyme", "au métier", "récrite"],
)
def test_une_personne_seule_se_dit_au_mois_et_au_secteur(seule: Expose) -> None:
    assert causes(seule) == {Cause.seul: OU_ET_QUAND}
    assert causes(replace(seule, pas=OU_ET_QUAND)) == {}


def test_un_pas_deja_fait_n_est_pas_reclame() -> None:
    seule = replace(GROUPE, taille=TailleGroupe.une, pas=frozenset({Pas.mois}))
    assert causes(seule) == {Cause.seul: frozenset({Pas.secteur})}


@pytest.mark.parametrize(
    "connu",
    [
        replace(GROUPE, type=TypeFait.deuil),
        dit("Les repas d’une famille en deuil."),
        dit("Des élèves exclus attendent."),
        dit("Après l’opération de police."),
    ],
)
def test_un_evenement_connu_perd_son_lieu_et_sa_semaine(connu: Expose) -> None:
    assert causes(connu) == {Cause.evenement: OU_ET_QUAND}
    assert causes(replace(connu, pas=OU_ET_QUAND)) == {}


def test_un_nombre_de_personnes_se_tait_un_nombre_de_choses_se_garde() -> None:
    compte = replace(GROUPE, quantite=14)
    assert causes(compte) == {Cause.nombre: {Pas.nombre}}
    assert causes(replace(compte, pas=frozenset({Pas.nombre}))) == {}
    assert causes(replace(compte, type=TypeFait.materiel_injection)) == {}
    assert causes(replace(compte, quantite=0)) == {}
    assert causes(replace(compte, tranche_age=None, publics=frozenset())) == {}


def test_un_jour_compte_depuis_un_evenement_public_est_a_redire() -> None:
    date = dit("La revente a repris dix jours après l’opération de police.", pas=OU_ET_QUAND)
    assert causes(date) == {Cause.repere: frozenset({Pas.recit})}
    assert causes(dit("Le banc est posé dix jours après la demande.")) == {}


@pytest.mark.parametrize(
    "texte",
    [
        "Les voisins, qui nous l’ont dit.",
        "Deux collégiens racontent.",
        "Selon une mère, c’est fini.",
    ],
)
def test_qui_a_parle_a_l_equipe_ne_se_dit_pas(texte: str) -> None:
    assert causes(dit(texte, pas=OU_ET_QUAND)) == {Cause.source: frozenset({Pas.recit})}


def test_une_phrase_citee_est_une_voix_un_mot_cite_non() -> None:
    assert causes(dit("Entendu : « on ne demande pas un palais »")) == {
        Cause.parole: frozenset({Pas.recit})
    }
    assert causes(dit("Un reportage parle de « zone de non-droit ».")) == {}


def test_un_metier_que_peu_tiennent_se_dit_au_secteur_sur_un_sujet_sensible() -> None:
    soignant = replace(
        GROUPE, type=TypeFait.consommation_problematique, publics=frozenset({Public.soignants})
    )
    assert causes(soignant) == {Cause.role: {Pas.secteur}}
    assert causes(replace(soignant, pas=frozenset({Pas.secteur}))) == {}
    assert causes(replace(soignant, type=TypeFait.travaux)) == {}
    assert causes(replace(soignant, publics=frozenset({Public.habitants}))) == {}


SUIVI = dit("Accueilli au dispositif relais, il vient à l’atelier vélo.", taille=TailleGroupe.une)
RETOUR = dit(
    "Revenu du dispositif relais avec ce que l’atelier lui apprend.",
    taille=TailleGroupe.une,
    reference="f1",
)


def test_deux_faits_que_des_mots_rares_rapprochent_sont_le_meme_recit() -> None:
    trouves = [t for t in reconnaissances([SUIVI, RETOUR]) if t.cause is Cause.meme]
    assert [(t.references, t.pas) for t in trouves] == [(("f0", "f1"), frozenset())]


@pytest.mark.parametrize(
    "autre",
    [
        replace(RETOUR, taille=TailleGroupe.de_2_4),
        replace(RETOUR, tranche_age=TrancheAge.de_21_25),
        replace(RETOUR, texte="Une collégienne du quartier revient au dispositif."),
    ],
    ids=["un groupe", "un autre âge", "un seul mot rare"],
)
def test_deux_faits_de_personnes_differentes_ne_se_rapprochent_pas(autre: Expose) -> None:
    assert Cause.meme not in causes(SUIVI, autre)


ELLE, LUI = frozenset({1}), frozenset({2})


@pytest.mark.parametrize(
    ("un", "autre", "relies"),
    [
        ("La lumière a un carton mort.", "La lumière revient, un carton.", True),
        ("La lumière reste éteinte.", "La lumière revient.", False),
    ],
)
def test_deux_faits_qui_nomment_la_meme_personne_se_relient_par_deux_mots(
    un: str, autre: str, relies: bool
) -> None:
    """« lumière » est un mot de tous : il compte quand les bruts disent que c'est la même."""
    elle = replace(SUIVI, texte=f"Une dame. {un}", nommes=ELLE)
    encore = replace(RETOUR, texte=f"Une dame. {autre}", nommes=ELLE | LUI)
    assert (Cause.meme in causes(elle, encore)) is relies
    inconnue = replace(encore, nommes=frozenset())
    assert Cause.meme not in causes(elle, inconnue)


def test_deux_faits_qui_nomment_d_autres_gens_demandent_plus_de_mots() -> None:
    """Trouvé le 26 novembre : la bande du hall était reliée à l'opération de police.

    Témoin (vu une fois) : deux mots partout, le premier échoue.
    """
    elle, lui = replace(SUIVI, nommes=ELLE), replace(RETOUR, nommes=LUI)
    deux = replace(lui, texte="Revenu du dispositif relais.")
    assert Cause.meme not in causes(elle, deux)
    assert Cause.meme in causes(elle, replace(RETOUR, nommes=LUI))
    assert Cause.meme in causes(elle, replace(deux, nommes=frozenset()))


def test_un_mot_de_tous_ou_le_nom_du_lieu_ne_rapproche_personne() -> None:
    un = replace(SUIVI, texte="Une dame arrive en partie par la galerie du lavoir.")
    autre = replace(RETOUR, texte="Une dame repart, arrive, en partie, galerie du lavoir.")
    assert Cause.meme not in causes(un, autre)


def test_un_mot_que_l_elision_coupe_n_est_pas_rare() -> None:
    """Trouvé le 26 novembre : « descendues » et « jusqu’ » reliaient deux chauffeurs.

    Témoin (vu une fois) : sans « jusqu » parmi les mots ordinaires, ils se relient.
    """
    un = replace(SUIVI, texte="Une dame descendue, marche jusqu’au canal, quelqu’un l’aide.")
    autre = replace(RETOUR, texte="Une dame descendue, ouvert jusqu’à vingt heures.")
    assert Cause.meme not in causes(un, autre)


def test_ce_que_tous_les_faits_disent_ne_rapproche_personne() -> None:
    partout = [replace(RETOUR, reference=f"g{n}") for n in range(4)]
    assert Cause.meme not in causes(*partout)


@pytest.mark.parametrize("texte", ["Mort dimanche sur la rocade.", "Il remonte depuis lundi."])
def test_un_jour_nomme_et_sa_semaine_font_une_date(texte: str) -> None:
    """Trouvé le 26 novembre : « dimanche » et « semaine du 12 octobre » donnaient le 18."""
    assert causes(dit(texte)) == {Cause.jour: {Pas.mois}}
    assert causes(dit(texte, pas=frozenset({Pas.mois}))) == {}
    assert causes(dit(texte, tranche_age=None, publics=frozenset())) == {}


@pytest.mark.parametrize("texte", ["Ouvert mardi et jeudi.", "Le mercredi, un atelier."])
def test_une_habitude_ou_un_horaire_ne_datent_rien(texte: str) -> None:
    assert causes(dit(texte)) == {}


def test_un_nombre_de_foyers_donne_le_hall() -> None:
    """Trouvé le 26 novembre : l’îlot cachait le hall, « six familles » le rendait."""
    assert causes(dit("Six familles au milieu des gravats.")) == {
        Cause.foyers: frozenset({Pas.recit})
    }
    assert causes(dit("Quatorze familles ont signé.")) == {}


def test_celui_de_la_poubelle_renvoie_a_un_autre_fait() -> None:
    assert causes(dit("Celui de la poubelle fait du café.")) == {
        Cause.renvoi: frozenset({Pas.recit})
    }
    assert causes(dit("Pour celles qui partent travailler.")) == {}


def test_un_on_dit_ne_passe_pas_dans_un_fait_observe() -> None:
    """Trouvé le 26 novembre : « on parle d’une nourrice au rdc du F », un foyer sur six."""
    assert causes(dit("On parle d’un logement de l’îlot.")) == {
        Cause.on_dit: frozenset({Pas.recit})
    }
    assert causes(dit("Il paraît que tout ferme.")) == {Cause.on_dit: frozenset({Pas.recit})}
    assert causes(dit("On en parle en équipe.")) == {}


def test_ce_que_la_note_garde_pour_elle_se_voit() -> None:
    texte = "Les visages sont durs, je l’écris ici et nulle part ailleurs."
    assert causes(dit(texte)) == {Cause.entre_nous: frozenset({Pas.recit})}


def test_un_jour_compte_depuis_l_operation_suffit_a_la_dater() -> None:
    texte = "La revente a repris dix jours après l’opération."
    assert causes(dit(texte, pas=OU_ET_QUAND)) == {Cause.repere: frozenset({Pas.recit})}


def test_un_recit_sans_lieu_qui_redit_un_fait_sorti_se_voit() -> None:
    """Trouvé le 26 novembre : la vignette du collégien, et le compte-rendu qui dit où et quand."""
    sorti = replace(RETOUR, reference="sorti")
    assert redites(["Entrée au dispositif relais, un atelier."], [GROUPE, sorti]) == (sorti,)
    assert redites(["Une entrée au dispositif."], [GROUPE, sorti]) == ()
    partout = [replace(sorti, reference=f"s{n}") for n in range(4)]
    assert redites(["Entrée au dispositif relais, un atelier."], partout) == ()
    assert not Bilan(redits=(sorti,)).anonyme


def test_qui_se_reconnait_n_est_pas_anonyme() -> None:
    seule = replace(GROUPE, taille=TailleGroupe.une)
    seule = replace(seule, texte="")
    trouves = evaluer([seule], [replace(seule, reference=f"p{n}") for n in range(5)])
    assert trouves.isolements == ()
    assert not trouves.anonyme
    assert trouves.trouve
    assert Bilan().anonyme


POUBELLE = dit(
    "On a vidé une poubelle sur le canapé, en robe de chambre, devant tout le monde.",
    pas=frozenset({Pas.mois, Pas.secteur, Pas.age, Pas.publics}),
)


def test_ce_qui_raconte_n_est_jamais_anonyme_a_aucun_echelon() -> None:
    """Trouvé le 26 novembre : la poubelle, au mois et au secteur, passait pour anonyme.

    Témoin (vu une fois) : sans compter les phrases, le premier échoue.
    """
    population = [replace(POUBELLE, reference=f"p{n}") for n in range(5)]
    bilan = evaluer([POUBELLE], population)
    assert not bilan.anonyme
    assert not bilan.trouve
    muet = replace(POUBELLE, texte="")
    assert evaluer([muet], population).anonyme
