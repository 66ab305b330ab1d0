"""La place d'un mot suffit à le désigner, quelle que soit la casse ; le reste se montre.

Contrôle : sans `nom_nu`, « ficelle » et « moineau » ne sont plus masqués et ces essais échouent.
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier_couvert, verifier_sans_direct
from tat_carnet.anonymisation import Niveau, reperer


@pytest.mark.parametrize("graphie", [str, str.lower, str.upper])
@pytest.mark.parametrize(
    ("phrase", "nom"),
    [
        ("demandé à moineau comment ça allait", "moineau"),
        ("appel de jean-baptiste n'diaye ce soir", "jean-baptiste n'diaye"),
        ("fati7a m'a appelé", "fati7a"),
        ("je pense que sean o'connor ment", "sean o'connor"),
        ("les martinelli n'en peuvent plus", "martinelli"),
        ("vu avec fatou mint ahmed hier", "fatou mint ahmed"),
        ("ce soir aimé avait la voix cassée", "aimé"),
    ],
)
def test_un_nom_se_masque_par_sa_place(phrase: str, nom: str, graphie: type[str]) -> None:
    """Chaque lettre du nom est masquée."""
    texte, voulu = graphie(phrase), graphie(nom)
    debut = texte.index(voulu)
    pris = {i for r in reperer(texte) if r.niveau is Niveau.masquer for i in range(r.debut, r.fin)}
    assert {i for i in range(debut, debut + len(voulu)) if texte[i].isalnum()} <= pris


@pytest.mark.parametrize(
    ("phrase", "nom"),
    [
        ("la pension de désiré part ailleurs", "désiré"),
        ("c'est l'anniversaire surprise de prune, née un dimanche", "prune"),
        ("dispute entre cocotte et moineau pour une chaise", "cocotte"),
        ("dispute entre cocotte et moineau pour une chaise", "moineau"),
        ("cherchez papillon, bonnet vert", "papillon"),
        ("rose (« comme la fleur ») a accepté", "rose"),
        ("à la sortie, claire montreval, souriante", "claire montreval"),
        ("appelé le foyer pour modeste. pas de place", "modeste"),
        ("tu repenses à pierre, assis sur les marches", "pierre"),
        ("il dit s'appeler anton, puis zelku. on note", "zelku"),
    ],
)
def test_sans_majuscules_un_nom_se_masque_par_ce_qui_l_entoure(phrase: str, nom: str) -> None:
    verifier_couvert(phrase.replace(nom, f"⟦nom|{nom}⟧"))


@pytest.mark.parametrize(
    "phrase",
    ["la pension de base part le lundi", "une robe simple et claire.", "le jus de prune est bon"],
)
def test_sans_majuscules_une_couleur_ou_un_fruit_ne_nomme_personne(phrase: str) -> None:
    verifier_sans_direct(phrase)


@pytest.mark.parametrize("phrase", ["rappeler gros sel demain", "chez fil de fer tout va bien"])
def test_un_surnom_de_plusieurs_mots_se_montre(phrase: str) -> None:
    """Rien de masqué à tort, mais quelque chose à vérifier."""
    assert reperer(phrase)


@pytest.mark.parametrize(
    "phrase", ["Lina avait 17 ans.", "La revente a repris dix jours plus tard.", "Sous 48h."]
)
def test_un_verbe_ni_une_chose_ne_sont_des_noms(phrase: str) -> None:
    """Ni « avait », ni « revente », ni « h »."""
    lus = {phrase[r.debut : r.fin] for r in reperer(phrase)}
    assert lus.isdisjoint({"avait", "revente", "h"})


@pytest.mark.parametrize("phrase", ["vu sami ou moineau hier", "nora et ficelle, ensemble"])
def test_un_mot_relie_a_un_prenom_nomme_quelqu_un(phrase: str) -> None:
    """« moineau » et « ficelle » se masquent comme le prénom qui les précède."""
    pris = {phrase[r.debut : r.fin] for r in reperer(phrase) if r.niveau is Niveau.masquer}
    assert pris & {"moineau", "ficelle"}


@pytest.mark.parametrize("phrase", ["exclu huit jours avec sursis", "son bac avec mention"])
def test_un_mot_d_institution_sans_article_ne_nomme_personne(phrase: str) -> None:
    """« avec ficelle », que rien n'explique, se masque toujours."""
    assert Niveau.masquer not in {r.niveau for r in reperer(phrase)}
    assert Niveau.masquer in {r.niveau for r in reperer("parti avec ficelle hier")}
