"""De repères à une phrase : articles, élisions, « un premier jeune… le même »."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tat_carnet.anonymisation import Categorie, Niveau, Repere, reperer
from tat_carnet.anonymisation.recriture import proposer
from tat_carnet.anonymisation.recritures.accords import lier


def recrire(texte: str, liste: tuple[str, ...] = ()) -> str:
    """La proposition pour un texte."""
    return proposer(texte, reperer(texte, liste)).texte


@pytest.mark.parametrize(
    ("brut", "propose"),
    [
        ("Enzo, 14 ans, est venu.", "Un adolescent de 13-15 ans, est venu."),
        ("le vélo de Karim", "le vélo d’un jeune"),
        ("on dit qu'Enzo dort", "on dit qu’un jeune dort"),
        ("chez Mme Diallo", "chez une personne"),
        ("parlé à M. Diop", "parlé à un adulte"),
        ("la petite Inès et le grand Moussa", "une jeune et un jeune"),
        ("la famille Diallo part", "une famille part"),
        ("Lina a vu Sarah. Lina a ri.", "Une première jeune a vu une deuxième jeune. "
         "La première jeune a ri."),
        ("Karim rit. Vu Karim.", "Un jeune rit. Vu le même jeune."),
        ("le nom de Karim, Karim ! parlé à Karim", "le nom d’un jeune, le même jeune ! "
         "parlé au même jeune"),
        ("mon collègue Karim est là", "mon collègue est là"),
        ("Sofia, 8 ans, et Rayan, 30 ans", "Une enfant de moins de 11 ans, et un homme de "
         "26-59 ans"),
        ("Rachida, 40 ans", "Une femme de 26-59 ans"),
        ("Yanis, 19 ans", "Un jeune adulte de 18-20 ans"),
        ("J'ai eu N.Z au phone. Elle rit.", "J'ai eu une jeune au phone. Elle rit."),
        ("la mère d'Enzo", "un parent d’un jeune"),
        ("elle vit avec sa mère et son cousin", "elle vit avec un de ses parents et un proche"),
        ("sa grande sœur est là", "un membre de sa fratrie est là"),
        ("le frère de Lina", "un membre de la fratrie d’une jeune"),
        ("un garçon de 14 ans", "un garçon de 13-15 ans"),
        ("un monsieur d'une soixantaine d'années", "un monsieur de 60 ans et plus"),
        ("Gabin, la trentaine, rit", "Un jeune, 26-59 ans, rit"),
        ("un garçon né le 02/03/2009", "un garçon d’âge non précisé"),
        ("vers 22h30", "dans la nuit"),
        ("depuis 9h", "depuis la matinée"),
        ("à 15h, à midi trente, à 20h", "dans l’après-midi, vers midi, en soirée"),
        ("vers onze heures du soir", "dans la nuit"),
        ("parti le 3 mai", "parti cette semaine-là"),
        ("la nuit du 3 mai", "la nuit de cette semaine-là"),
        ("jusqu'au 3 mai, mardi 3 mai", "jusqu'à cette semaine-là, cette semaine-là"),
        ("au collège des Amandiers", "dans un collège"),
        ("exclu du collège des Amandiers", "exclu d’un collège"),
        ("au pied du bât C", "au pied d’un bâtiment du secteur"),
        ("devant le hall 7", "devant une partie commune du secteur"),
        ("au 3e étage, porte 12", "dans les étages"),
        ("au 3e étage - appt 42", "dans les étages"),
        ("22h30 : un feu", "Dans la nuit : un feu"),
        ("habite appt 42", "habite un logement"),
        ("habite au 12 rue des Lilas", "habite à une adresse du secteur"),
        ("rue des Lilas", "une rue du secteur"),
        ("devant le kebab", "devant un commerce"),
        ("devant la mosquée", "devant un lieu de culte"),
        ("tellement que le chauffeur rit", "tellement qu’une personne du quartier rit"),
        ("appel au 06 39 98 12 34", "appel à un numéro de téléphone"),
        ("une famille syrienne", "une famille"),
        ("un Syrien et des Comoriens", "une personne et des personnes"),
        ("il est nourrice", "il est (…)"),
        ("123Karim", "123un jeune"),
    ],
)  # fmt: skip
def test_la_proposition_est_une_phrase_francaise(brut: str, propose: str) -> None:
    assert recrire(brut).replace("’", "'") == propose.replace("’", "'")


@pytest.mark.parametrize(
    ("brut", "conseil"),
    [
        ("le dealer est là", "une personne impliquée dans la revente"),
        ("les dealers sont là", "des personnes impliquées dans la revente"),
        ("un toxicomane", "une personne usagère de drogues"),
        ("un guetteur", "un jeune en position de guet"),
        ("le point de deal", "un lieu de revente"),
        ("zone de non-droit", "le quartier"),
        ("les jeunes", "des jeunes de 13-15 ans"),
    ],
)
def test_un_mot_du_lexique_reste_et_son_accord_est_offert(brut: str, conseil: str) -> None:
    proposition = proposer(brut, reperer(brut))
    (morceau,) = proposition.morceaux
    assert proposition.texte == brut
    assert morceau.remplacement == conseil


def test_une_appreciation_se_retire() -> None:
    repere = Repere(3, 7, Categorie.appreciation, Niveau.masquer)
    assert proposer("un sale type", [repere]).texte == "un type"


def test_un_terme_sans_regle_garde_ses_mots() -> None:
    repere = Repere(0, 5, Categorie.lexique, Niveau.verifier)
    assert proposer("objet", [repere]).morceaux[0].remplacement == "objet"


def test_au_dela_de_six_personnes_on_ne_compte_plus() -> None:
    noms = "Karim, Yanis, Enzo, Bilal, Mehdi, Nassim, Walid"
    assert recrire(noms).endswith("un sixième jeune, un jeune")


def test_un_nom_a_verifier_ne_compte_pas_parmi_les_personnes() -> None:
    texte = "Zorg et Karim"
    reperes = [
        Repere(8, 13, Categorie.nom, Niveau.masquer),
    ]
    seul = [Repere(0, 4, Categorie.nom, Niveau.verifier), *reperes]
    assert proposer(texte, seul).texte == "Zorg et un jeune"


@pytest.mark.parametrize(
    ("preposition", "groupe", "lie"),
    [("", "un jeune", "un jeune"), ("de", "un jeune", "d’un jeune"), ("de", "le même", "du même"),
     ("à", "le même", "au même"), ("de", "la même", "de la même"), ("que", "une", "qu’une"),
     ("de", "les étages", "des étages"), ("dans", "un bât", "dans un bât")],
)  # fmt: skip
def test_lier_contracte_et_elide(preposition: str, groupe: str, lie: str) -> None:
    assert lier(preposition, groupe) == lie


PHRASES = st.lists(
    st.sampled_from(
        ["Karim", "la mère de Lina", ", 14 ans,", "au 3e étage", "bât C", "vers 22h", "dit", "et",
         "sa sœur", "le gardien", "06 39 98 12 34", "rue des Lilas", "un Syrien", "le kebab"]
    ),
    max_size=8,
).map(" ".join)  # fmt: skip


@given(PHRASES)
@settings(max_examples=60, deadline=None)
def test_les_morceaux_disent_ou_ils_sont_et_ne_laissent_rien_de_masque(texte: str) -> None:
    reperes = reperer(texte)
    proposition = proposer(texte, reperes)
    assert [m.repere for m in proposition.morceaux] == list(reperes)
    for morceau in proposition.morceaux:
        montre = proposition.texte[morceau.debut : morceau.fin]
        if morceau.repere.niveau is Niveau.masquer:
            assert montre == morceau.remplacement
        else:
            assert montre == texte[morceau.debut_brut : morceau.fin_brut]
    assert "Karim" not in proposition.texte


@given(PHRASES)
@settings(max_examples=40, deadline=None)
def test_une_proposition_relue_ne_contient_plus_d_identifiant(texte: str) -> None:
    """Témoin : proposer « Karim » tel quel pour un prénom fait échouer cet essai (vu)."""
    from tat_carnet.anonymisation import DIRECTES

    propose = recrire(texte)
    restes = [r for r in reperer(propose) if r.categorie in DIRECTES and r.niveau == "masquer"]
    assert not restes
