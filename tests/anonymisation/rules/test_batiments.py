"""Bâtiments, halls, tours, et le numéro seul qui en tient lieu.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier, verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie

CATEGORIES = (Categorie.batiment,)
TOUJOURS = [
    "des cris depuis ⟦batiment|la 8⟧ hier",
    "l'⟦batiment|entrée sud⟧ est vide",
    "⟦batiment|pav. 7⟧ : rien",
    "ascenseurs HS : ⟦batiment|8, 10⟧",
    "la meuf du ⟦batiment|16⟧ a crié",
    "⟦batiment|tour Debussy⟧, rien",
    "une dame de l'⟦batiment|immeuble Verlaine⟧",
    "⟦batiment|hall 2, 4 et 6⟧ propres",
    "⟦batiment|bâtiment Lavoisier⟧ fermé",
    "passé aux ⟦batiment|14-16-18⟧, rien",
    "du bruit, ⟦batiment|bâtiment des ifs 2⟧",
    "une locataire du ⟦batiment|18⟧ a écrit au bailleur",
    "un grand du ⟦batiment|18⟧ m'a souri",
    "la fille du ⟦batiment|9⟧ passe son bac",
    "ils squattent le ⟦batiment|41⟧ la nuit",
    "les caves des ⟦batiment|3 et 5⟧ sont ouvertes",
    "du monde o ⟦batiment|12⟧",
    "⟦batiment|lescalier 4⟧ est noir",
    "⟦batiment|escalié 4⟧",
    "⟦batiment|résidense B⟧",
    "⟦batiment|hall n 9⟧ et ⟦batiment|hall #8⟧",
    "⟦batiment|hall 12⟧ personne",
    "⟦batiment|bâtiment un⟧ et ⟦batiment|bâtiment deux⟧",
    "dans chaque hall : ⟦batiment|6, 8, 10 et 12⟧",
    "les ⟦batiment|escaliers C et D⟧ sans lumière",
    "la ⟦batiment|tour ronde⟧ est murée",
    "l'⟦batiment|immeuble à balcons bleus⟧",
    "le ⟦batiment|bâtiment en briques⟧",
    "le ⟦batiment|pavillon du bout⟧",
    "la ⟦batiment|deuxième tour⟧ en montant",
    "garé côté ⟦batiment|sept⟧, moteur allumé",
    "c'est au ⟦batiment|b deux⟧ qu'il dort",
    "sous le ⟦batiment|porche du n°18⟧",
    "le ⟦batiment|44⟧ est dans le noir",
    "la cage, ⟦batiment|la 5⟧, est sale",
    "le ⟦batiment|hall vert⟧",
    "dans le ⟦batiment|7⟧ la porte ferme mal",
    "devant le ⟦batiment|numéro 6⟧",
    "⟦batiment|escalier gauche⟧, la vitre",
    "⟦batiment|lotissement B⟧",
    "dans la ⟦batiment|case 12⟧",
    "à la ⟦batiment|tour des ifs⟧",
    "vu au ⟦batiment|batimetn 5⟧",
    "il dort ⟦batiment|kage 3⟧",
    "⟦batiment|bâtiment B⟧",
    "devant ⟦batiment|hall 3⟧",
    "⟦batiment|tour 12⟧ fermée",
    "le ⟦batiment|bât. 4⟧",
    "bruit au ⟦batiment|22⟧",
    "devant le ⟦batiment|C4⟧",
    "au ⟦batiment|17⟧ et au ⟦batiment|19⟧",
    "⟦batiment|hall trois⟧",
    "les gars du ⟦batiment|24⟧",
    "ds le ⟦batiment|btC⟧",
    "⟦batiment|Hall-B⟧ fermé",
    "⟦batiment|halle C⟧",
    "⟦batiment|plot 3⟧",
    "⟦batiment|bloc num 2⟧",
    "⟦batiment|bâtiments A et B⟧",
    "⟦batiment|bat A⟧ puis rien",
    "plus d'eau au ⟦batiment|22/24⟧",
    "ça crie derrière le ⟦batiment|huit⟧",
    "ceux de la ⟦batiment|tour bleue⟧",
    "le ⟦batiment|bloc du fond⟧",
    "l'⟦batiment|entrée côté parking⟧",
    "la ⟦batiment|cage de gauche⟧",
    "le ⟦batiment|bâtiment de la pharmacie⟧",
    "le ⟦batiment|dernier bloc⟧ avant la voie",
    "la ⟦batiment|petite tour près du métro⟧",
    "la ⟦batiment|tour nord⟧",
    "⟦batiment|Bat=C⟧",
    "⟦batiment|bâtiment (C⟧)",
    "⟦batiment|ponton B⟧",
    "la ⟦batiment|barre du haut⟧",
    "les ⟦batiment|tours jumelles⟧",
    "il sait ⟦batiment|block 9⟧",
    "sorti du ⟦batiment|hall des embruns⟧",
    "la ⟦batiment|tour kermorgant⟧",
    "⟦batiment|bât. Tilleul⟧",
]
TELS_QUELS = [
    "devant ⟦batiment|Résidence du Lac⟧ hier",
    "elle loge aux LHSS et va mieux",
    "mme ferrand, aux ⟦batiment|glycines⟧, 2e gauche",
    "aux voisins, 3e gauche",
    "il loge aux frais du foyer",
    "il loge aux halles",
    "il habite aux Abymes",
    "il habite aux urgences",
    "la ligne C est en panne, la D aussi",
    "rien dans ⟦batiment|la C⟧, bruit au fond",
    "⟦batiment|La D⟧ est calme",
    "au ⟦batiment|bâtiment A⟧ ce soir",
    "depuis le ⟦batiment|bât N⟧ et seul",
    "il loge aux ⟦batiment|Mimosas⟧",
    "aux ⟦batiment|Mimosas⟧, 3e gauche",
    "les ⟦batiment|Mimosas 2⟧ sont sans eau",
    "la voie B est fermée et le Vélo aussi",
    "⟦batiment|Tour des Lilas⟧",
    "du monde au ⟦batiment|H⟧ ce soir",
    "ceux de la ⟦batiment|Tour Bleuet⟧",
    "du monde devant ⟦batiment|bloc toboggan⟧",
    "elle est chez sa cousine ⟦batiment|bloc piscine⟧",
    "du monde devant ⟦batiment?|tour mobile⟧",
    "résidence la calme",
    "ceux de ⟦batiment|tour jonquille⟧",
    "⟦batiment|B4⟧ toujours pas de lumière",
    "rien ⟦batiment|au A⟧, bagarre au ⟦batiment|C⟧",
    "à la ⟦batiment|résidence Bellevue⟧",
    "⟦batiment|copropriété Les Pins⟧",
    "du bruit devant le ⟦batiment|hall Mimosa⟧",
    "⟦batiment|imm. Ponant⟧",
    "⟦batiment|rés. Les Embruns⟧",
]
LEURRES = [
    "il chausse du 42",
    "le 93 est loin",
    "un hall un peu sale",
    "l'escalier une fois lavé",
    "le numéro 02 61 91 55 30",
    "dans le 5 pièces",
    "le numéro 115",
    "hall du bailleur",
    "les 3 jeunes",
    "du 2 au 5 mai, rien",
    "on appelle le 115",
    "le hall sent le propre",
    "au 3 premiers",
    "une tour de garde",
    "le hall noir de monde",
    "un petit tour du quartier",
    "la première entrée d'argent",
    "le dernier tour de la coupe",
    "l'entrée du métro",
    "les pompiers du 18",
    "module de formation",
    "résidence autonomie",
    "le hall des expositions",
    "le hall des immeubles",
    "le bloc opératoire",
    "un bloc moteur sur le trottoir",
    "la tour est haute",
    "le tour de France",
]


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_un_batiment_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", TELS_QUELS)
def test_un_batiment_se_trouve_tel_qu_on_l_ecrit(phrase: str) -> None:
    verifier(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_un_hall_quelconque_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)
