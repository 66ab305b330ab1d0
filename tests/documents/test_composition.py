"""Le contenu d'un compte-rendu, avant tout format."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from documents.exemples import compte_rendu, fait_relu, periode, relu, suivies
from tat_carnet.documents.comptes_rendus import composer
from tat_carnet.documents.comptes_rendus.faits import chronologie
from tat_carnet.documents.interface import (
    Document,
    Fiche,
    Liste,
    Mention,
    Paragraphe,
    Tableau,
    Titre,
)
from tat_carnet.domain.errors import SortieRefusee
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.relu import DecisionRelue, Effort, FaitRelu
from tat_carnet.domain.vocabulaire import (
    Attestation,
    Moment,
    TailleGroupe,
    Theme,
    TypeFait,
    TypePartenaire,
)

BRUIT = fait_relu(TypeFait.bruit, "Du bruit tard le soir.")
SOLIDARITE = fait_relu(TypeFait.solidarite, "Un repas partagé.")


def fiches(document: Document) -> list[Fiche]:
    return [bloc for bloc in document.blocs if isinstance(bloc, Fiche)]


def titres(document: Document, niveau: int) -> list[str]:
    return [b.texte for b in document.blocs if isinstance(b, Titre) and b.niveau == niveau]


def sous(document: Document, titre: str) -> list[object]:
    """Les blocs entre ce titre et le suivant."""
    blocs = list(document.blocs)
    debut = next(i for i, b in enumerate(blocs) if isinstance(b, Titre) and b.texte == titre)
    fin = next((i for i in range(debut + 1, len(blocs)) if isinstance(blocs[i], Titre)), len(blocs))
    return list(blocs[debut + 1 : fin])


def paragraphes(document: Document, titre: str) -> list[str]:
    return [b.texte for b in sous(document, titre) if isinstance(b, Paragraphe)]


@pytest.mark.parametrize("degre", [Attestation.rumeur, Attestation.infirme])
def test_une_rumeur_ou_un_fait_infirme_ne_se_compose_pas(degre: Attestation) -> None:
    """Contrôle positif : sans `_refuse_rumeur`, cet essai échoue (vu le 21 novembre 2026)."""
    with pytest.raises(SortieRefusee, match="rumeur"):
        composer(compte_rendu(faits=(BRUIT, replace(BRUIT, attestation=degre))))


@pytest.mark.parametrize(
    "degre", sorted(set(Attestation) - {Attestation.rumeur, Attestation.infirme})
)
def test_chaque_fait_dit_son_degre_en_toutes_lettres(degre: Attestation) -> None:
    document = composer(compte_rendu(faits=(replace(BRUIT, attestation=degre),)))

    assert fiches(document)[0].degre == libelle(degre)
    assert libelle(degre) in paragraphes(document, "Ce que nous avons vu")[1]


def test_les_six_themes_se_suivent_dans_l_ordre_de_la_demarche() -> None:
    faits = tuple(replace(BRUIT, themes=(theme,)) for theme in reversed(Theme))

    assert titres(composer(compte_rendu(faits=faits)), 3) == [libelle(theme) for theme in Theme]


def test_un_fait_a_deux_themes_ne_se_compte_qu_une_fois() -> None:
    fait = replace(BRUIT, themes=(Theme.cadre_de_vie, Theme.adolescence_sante))
    document = composer(compte_rendu(faits=(fait,)))

    assert len(fiches(document)) == 1
    assert fiches(document)[0].precisions == "touche aussi\u202f: adolescence et santé"


def test_un_theme_sans_fait_n_est_pas_donne_pour_calme() -> None:
    dernier = paragraphes(composer(compte_rendu(faits=(BRUIT,))), "Cadre de vie")[-1]

    assert dernier.startswith("Rien de relevé sur\u202f: économie de la débrouille, ")
    assert dernier.endswith("Ne rien avoir vu ne veut pas dire qu’il ne se passe rien.")


def test_dans_une_meme_soiree_l_ordre_ne_dit_pas_le_jour() -> None:
    """Le lundi puis le vendredi, ou l'inverse : le document est le même.

    Témoin (vu une fois) : trier par la seule partie du jour garde l'ordre donné, et échoue.
    """
    lundi, vendredi = replace(BRUIT, lieu=relu("Square")), replace(BRUIT, lieu=relu("Place"))

    def lieux(*faits: FaitRelu) -> list[str]:
        return [fait.lieu.texte for fait in sorted(faits, key=chronologie)]

    assert lieux(lundi, vendredi) == lieux(vendredi, lundi) == ["Place", "Square"]


def test_dans_un_theme_les_faits_suivent_le_temps() -> None:
    ordre = [("2026-S45", Moment.nuit), ("2026-S47", Moment.matin), ("2026-S47", Moment.soiree)]
    faits = tuple(replace(BRUIT, semaine=s, moment=m) for s, m in reversed(ordre))

    assert [fiche.quand for fiche in fiches(composer(compte_rendu(faits=faits)))] == [
        "semaine du 2 novembre, nuit",
        "semaine du 16 novembre, matin",
        "semaine du 16 novembre, soirée",
    ]


@pytest.mark.parametrize(
    ("faits", "effort", "phrase"),
    [
        (
            (BRUIT,) * 12,
            Effort(31, 14),
            "12 faits pour environ 30 tournées, dont environ 15 sans rien à signaler.",
        ),
        ((BRUIT,), Effort(1, 0), "1 fait pour moins de cinq tournées."),
        ((BRUIT,), Effort(0, 0), "1 fait\u202f; aucune tournée enregistrée sur la période."),
        (
            (BRUIT, SOLIDARITE),
            Effort(0, 0),
            "2 faits, dont 1 point fort\u202f; aucune tournée enregistrée sur la période.",
        ),
        (
            (BRUIT, SOLIDARITE),
            Effort(9, 0),
            "2 faits, dont 1 point fort, pour environ 10 tournées.",
        ),
        ((SOLIDARITE, SOLIDARITE), Effort(9, 0), "2 points forts pour environ 10 tournées."),
        ((), Effort(3, 3), "Aucun fait pour moins de cinq tournées."),
    ],
)
def test_l_effort_accompagne_le_nombre_de_faits(
    faits: tuple[object, ...], effort: Effort, phrase: str
) -> None:
    document = composer(compte_rendu(faits=faits, effort=effort))

    assert paragraphes(document, "Ce que nous avons vu")[0].replace("\u00a0", " ") == phrase


def test_un_point_fort_se_voit_autant_qu_un_probleme() -> None:
    bruit, solidarite = fiches(composer(compte_rendu(faits=(BRUIT, SOLIDARITE))))

    assert (bruit.titre, bruit.marque) == ("Bruit", "")
    assert (solidarite.titre, solidarite.marque) == ("Solidarité", "point fort")


@pytest.mark.parametrize(
    ("taille", "ecrit"),
    [
        (TailleGroupe.une, "une personne"),
        (TailleGroupe.de_2_4, "2 à 4 personnes"),
        (TailleGroupe.de_20_plus, "20 personnes et plus"),
        (TailleGroupe.non_observe, "nombre non observé"),
    ],
)
def test_la_taille_d_un_groupe_se_lit(taille: TailleGroupe, ecrit: str) -> None:
    fiche = fiches(composer(compte_rendu(faits=(replace(BRUIT, taille_groupe=taille),))))[0]

    assert fiche.precisions.replace("\u00a0", " ") == ecrit


def test_un_fait_sans_champ_facultatif_n_a_pas_de_precisions() -> None:
    assert fiches(composer(compte_rendu(faits=(BRUIT,))))[0].precisions == ""


def test_le_materiel_relu_s_imprime_et_se_contre_lit() -> None:
    """Ce n'est pas une mention de l'application : la contre-lecture le lit."""
    trace = fait_relu(TypeFait.dechets, "Un coin sali.", materiel=relu("deux bonbonnes"))
    (fiche,) = fiches(document := composer(compte_rendu(faits=(trace,))))

    assert fiche.corps == ("Un coin sali.", "Matériel\u202f: deux bonbonnes")
    assert not any("bonbonnes" in mention for mention in document.mentions())


@pytest.mark.parametrize(
    ("champs", "ecrit"),
    [
        (
            {"signale_a": TypePartenaire.bailleur, "signale_le": "2026-S47"},
            "signalé à : bailleur (la même semaine)",
        ),
        ({"signale_a": TypePartenaire.ville}, "signalé à : ville"),
        (
            {"signale_le": "2026-S47", "ramasse_le": "2026-S48"},
            "signalé : la même semaine · ramassé : semaine du 23 novembre",
        ),
        ({"semaine": "2026-11", "ramasse_le": "2026-11"}, "ramassé : le même mois"),
    ],
)
def test_une_trace_dit_ce_qu_il_en_est_advenu(champs: dict[str, Any], ecrit: str) -> None:
    trace = fait_relu(TypeFait.dechets, "Un coin sali.", **champs)
    (fiche,) = fiches(composer(compte_rendu(faits=(trace,))))

    assert re.sub("[\u00a0\u202f]", " ", fiche.precisions) == ecrit


def test_une_section_vide_se_tait_ou_le_dit_doucement() -> None:
    document = composer(
        compte_rendu(
            structures=(),
            suites=(relu("  "),),
            faits=(),
            questions=(),
            decisions=(),
            alertes=(),
            prochaine_date=None,
            ordre_du_jour=(relu(" "),),
            suivies=(),
        )
    )

    assert titres(document, 2) == [
        "Ce que nous avons vu",
        "Décisions",
        "Alertes",
        "Prochaine réunion",
    ]
    assert paragraphes(document, "Décisions") == ["Aucune décision n’est notée pour cette réunion."]
    assert paragraphes(document, "Alertes") == ["Aucune alerte n’est notée pour cette réunion."]
    assert paragraphes(document, "Prochaine réunion") == [
        "La date de la prochaine réunion reste à fixer."
    ]


def test_une_decision_dit_quoi_qui_et_pour_quand() -> None:
    incomplete = DecisionRelue(relu("Ouvrir le gymnase"), relu(" "))
    tableau = sous(composer(compte_rendu(decisions=(incomplete,))), "Décisions")[0]

    assert isinstance(tableau, Tableau)
    assert tableau.lignes == (("Ouvrir le gymnase", "à préciser", "à fixer", "terrain"),)
    assert sum(tableau.parts) == 100


def test_les_sections_du_metier_sont_dans_l_ordre() -> None:
    assert titres(composer(compte_rendu()), 2) == [
        "Structures présentes",
        "Ordre du jour",
        "Suites depuis la dernière réunion",
        "Suites des décisions",
        "Ce que nous avons vu",
        "Questions",
        "Décisions",
        "Alertes",
        "Prochaine réunion",
    ]


def test_une_periode_rend_compte_des_decisions_sans_en_prendre() -> None:
    cr = compte_rendu(**periode())
    assert titres(composer(cr), 2) == [
        "Structures présentes",
        "Suites",
        "Décisions de la période",
        "Ce que nous avons vu",
        "Ce qui arrive à des personnes, dit ensemble",
        "Questions",
    ]
    (tableau,) = sous(composer(cr), "Prises le 17 octobre")
    assert isinstance(tableau, Tableau)
    assert [ligne[2] for ligne in tableau.lignes] == [
        "Faite, semaine du 2 novembre",
        "À suivre, pour le 15 janvier 2027",
        "À suivre, sans échéance",
        "Abandonnée",
    ]


def test_les_decisions_d_une_periode_se_rangent_par_reunion() -> None:
    novembre = replace(suivies()[1], prise_le=date(2026, 11, 14))
    cr = compte_rendu(**periode() | {"suivies": (*suivies(), novembre), "faits": ()})

    assert titres(composer(cr), 3) == ["Prises le 17 octobre", "Prises le 14 novembre"]


def test_une_reunion_dit_ce_que_ses_decisions_sont_devenues() -> None:
    (tableau,) = sous(composer(compte_rendu()), "Suites des décisions")

    assert isinstance(tableau, Tableau)
    assert [ligne[1:] for ligne in tableau.lignes[:3]] == [
        ("Bailleur social", "Faite, semaine du 2 novembre", "Posé, et qui tient."),
        ("Ville", "À suivre, pour le 15 janvier 2027", "Relance à faire."),
        ("à préciser", "À suivre, sans échéance", "–"),
    ]
    assert "Suites des décisions" not in titres(composer(compte_rendu(suivies=())), 2)


def test_seul_ce_qu_ecrit_l_application_est_une_mention() -> None:
    """Une mention n'est pas contre-lue : aucun texte de personne ne doit en être une."""
    tape = "Texte d’une personne"
    cr = compte_rendu(
        instance=relu(tape),
        structures=(relu(tape),),
        suites=(relu(tape),),
        questions=(relu(tape),),
        alertes=(relu(tape),),
        decisions=(DecisionRelue(relu(tape), relu(tape)),),
        lieu=relu(tape),
        ordre_du_jour=(relu(tape),),
        suivies=(replace(suivies()[0], suite=relu(tape)),),
        faits=(replace(BRUIT, lieu=relu(tape), formulation=relu(tape), libelle_type=relu(tape)),),
    )
    textes = list(composer(cr).textes())

    assert textes.count(tape) == 13
    assert not any(isinstance(texte, Mention) for texte in textes if tape in texte)
    assert "semaine du 16 novembre, soirée" in composer(cr).mentions()


def test_le_titre_du_document_est_neutre() -> None:
    assert composer(compte_rendu()).titre == "Compte-rendu"


def test_la_liste_garde_l_ordre_donne() -> None:
    questions = sous(composer(compte_rendu()), "Questions")

    assert questions == [
        Liste(
            (
                "Qui peut ouvrir le gymnase pendant les vacances\u202f?",
                "Pourquoi l’effet des travaux n’est-il pas durable\u202f?",
            )
        )
    ]


def test_sans_une_suite_la_colonne_des_suites_laisse_sa_place() -> None:
    """Témoin (vu une fois) : la colonne gardée, quatre lignes de tirets cassaient les dates."""
    sans = tuple(replace(suivie, suite=relu("")) for suivie in suivies())
    (tableau,) = [
        bloc
        for bloc in composer(compte_rendu(suivies=sans)).blocs
        if isinstance(bloc, Tableau) and "Où on en est" in bloc.entetes
    ]
    assert tableau.entetes == ("Quoi", "Structure", "Où on en est")
    assert {len(ligne) for ligne in tableau.lignes} == {3}
    assert sum(tableau.parts) == 100
