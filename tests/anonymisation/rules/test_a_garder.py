"""Ce qui se garde : choses, météo, remèdes, jeux, films, marques, tailles, durées, secours.

Témoins (vus une fois) : vider `choses.txt` fait échouer tous les essais de `CHOSES`, et deux autres
seulement ; vider `publics.txt` fait échouer dix phrases d'`ORDINAIRES`.
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier
from tat_carnet.anonymisation import Categorie, Niveau, reperer

ORDINAIRES = [
    "Crachin tout l'après-midi, on range vite.",
    "Averses, abribus pleins, rien d'autre.",
    "Dans son sac : trousse, agenda, portefeuille.",
    "une serpillière, un évier bouché, la minuterie en panne",
    "il a un hématome au tibia, une entorse au poignet",
    "elle prend du Keppra et de la Ventoline",
    "on a ramassé 4 Stericups",
    "une partie de Skyjo, puis un Cluedo",
    "ils regardent Le Grand Bain",
    "la petite veut le Gruffalo ce soir",
    "un sac Eastpak gris, une Yamaha sans phare",
    "stage refusé chez Manpower",
    "une sortie avec ATD Quart Monde",
    "elle mesure 1 m 63",
    "ils étaient entre 15 et 20 devant le hall",
    "il pousse la neige avec un balai",
    "il a signé son contrat : menuiserie, un an, à temps plein",
    "j'ai appelé à l'aide, le 15 au téléphone tout du long",
    "on a parlé des 24 heures du Mans",
    "Respire, lui dit la dame.",
    "la voiture s'arrête et repart, puis revient",
    "sans trottoire jusqu'au canal",
    "on a manjer des crepes ensenble",
    "Impayé de loyer, on appelle la CAF.",
    "Il a traversé la rue sans regarder.",
    "On a parlé de la Route du Rhum.",
    "La tempête a couché deux arbres.",
    "Le camion est passé, rien d'autre.",
    "La juge a dit non.",
    "On a fait du café.",
    "Ils jouent contre le mur du gymnase.",
    "Le médecin de la PASS passe jeudi.",
    "Une place au dispositif relais, 6 semaines.",
    "En 4ème il décroche, en 3eme aussi.",
    "jsui allé au local, moi jsui pas resté",
    "On appelle la mairie, puis le cent quinze.",
]
CHOSES = [
    "Verglas ce soir, on rentre.",
    "Tonnelle : à rendre jeudi.",
    "Kermesse samedi, tombola dimanche.",
    "Trottoirs glissants, on marche au milieu.",
    "Jerrican vide, on a partagé.",
    "Migraine, alors on éteint.",
    "Entorse, donc pas de foot.",
    "Bousculade, puis plus rien.",
    "Collégiens ce soir, calmes.",
    "Avec couture et poterie, la semaine passe vite.",
    "On attend chargeur et rallonge.",
    "Vu bordure cassée devant le gymnase.",
]


@pytest.mark.parametrize("phrase", ORDINAIRES + CHOSES)
def test_l_ordinaire_se_garde(phrase: str) -> None:
    """Ni masqué, ni à vérifier."""
    assert [phrase[r.debut : r.fin] for r in reperer(phrase)] == []


@pytest.mark.parametrize(
    "phrase",
    [
        "Présence : 1 h 20, six rencontres.",
        "La commune a payé 18 h de conduite.",
        "La commune a payé 18 h, pas plus.",
        "j'ai barré deux mots de ma note",
        "J'ai tenté deux fois, sans réponse.",
        "les lettres, je les porte au bailleur demain",
        "On s'est mis à l'abri sous l'auvent, trempés.",
        "Entre midi et deux, on a mangé dehors.",
        "il a tenu deux ans, puis il a replongé",
        "RDV non honoré, on rappelle lundi.",
        "Bref, petite victoire, on la prend.",
        "Il a perdu son doudou rouge.",
        "On a ramassé un boubou et un doudou.",
        "Le monsieur fatigué est reparti avec Lina.",
        "On a vu Beaucoup de monde sur la place.",
        "Le club l'a nommé bricoleur en chef.",
        "Ya une gourde oubliée au local.",
        "Il attend une place au 115 depuis lundi.",
        "Ma grande, il faut dormir.",
        "Tour au marché, rien à dire.",
    ],
)
def test_ce_qui_ressemble_se_garde(phrase: str) -> None:
    """Un participe, une durée, une peluche, une apostrophe : rien ne s'en masque."""
    masques = [r for r in reperer(phrase) if r.niveau is Niveau.masquer]
    assert [phrase[r.debut : r.fin] for r in masques] == ["Lina"] * ("Lina" in phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "Averse m'a dit que ⟦nom|Kelyan⟧ dort dehors.",
        "vu avec ⟦nom|zorhane⟧ hier",
        "⟦nom?|Khouya⟧, il m'attendait devant la gare.",
        "M. ⟦nom|Koné⟧ est passé.",
        "repas chez ⟦nom|Pikachu⟧ ce soir",
        "⟦nom|Tournevis⟧ a dit oui",
        "Et en bas ⟦nom|Soraya⟧ qui compte les petits.",
        "Reçu ⟦nom|Honoré⟧ et la petite ⟦nom|Victoire⟧.",
        "M. ⟦nom|Ferrandier⟧ attend dehors.",
    ],
)
def test_le_nom_reste_trouve(phrase: str) -> None:
    verifier(phrase, Categorie.nom)


@pytest.mark.parametrize(
    ("phrase", "age"),
    [
        ("elle a un contrat, et sa fille, deux ans, tousse", "deux ans"),
        ("un apprentissage pour Malo : maçon, seize ans", "seize ans"),
        ("un gamin a dit 12, pas plus", "12"),
    ],
)
def test_un_age_reste_un_age(phrase: str, age: str) -> None:
    ages = [phrase[r.debut : r.fin] for r in reperer(phrase) if r.categorie is Categorie.age]
    assert ages == [age]


def test_les_halls_entre_deux_numeros_se_masquent() -> None:
    verifier("il dort entre ⟦batiment|12 et 14⟧", Categorie.batiment)


@pytest.mark.parametrize("phrase", ["La mère de Chausure est là.", "On a vu Chausure hier."])
def test_une_faute_a_la_place_de_quelqu_un_n_echappe_pas(phrase: str) -> None:
    assert "Chausure" in [phrase[r.debut : r.fin] for r in reperer(phrase)]


@pytest.mark.parametrize(
    "phrase",
    [
        "On l'appelle la Fouine.",
        "Les petits l'appellent le gros.",
        "Il se fait appeler l'Amiral.",
        "celui que les gosses du bas appellent le canard",
    ],
)
def test_qui_l_on_appelle_reste_un_surnom(phrase: str) -> None:
    assert Categorie.surnom in [r.categorie for r in reperer(phrase)]


@pytest.mark.parametrize(
    "phrase",
    [
        "⟦surnom|Tournevis⟧, un retraité du quai, répare tout.",
        "⟦surnom|Virgule⟧, ainsi nommé par les petits.",
        "⟦surnom|la tempête⟧ a dit qu'elle viendrait",
        "⟦surnom|le Z⟧ veut parler",
    ],
)
def test_un_surnom_presente_se_masque(phrase: str) -> None:
    verifier(phrase, Categorie.surnom)


@pytest.mark.parametrize(
    "phrase",
    ["il attend le Z à l'arrêt", "elle prend le z a la gare", "⟦surnom|le Z⟧ a pris le bus"],
)
def test_la_ligne_qu_on_attend_n_est_pas_un_surnom(phrase: str) -> None:
    """Témoin (vu une fois) : vider `_PRENNENT` fait échouer les deux premières phrases."""
    verifier(phrase, Categorie.surnom)


def test_une_traverse_a_son_nom_reste_une_adresse() -> None:
    verifier("il dort ⟦adresse|traverse des Câpriers⟧", Categorie.adresse)
    verifier("la porte de Mme ⟦nom|Zorhane⟧ est forcée", Categorie.adresse, Categorie.nom)
