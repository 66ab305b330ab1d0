"""Surnoms de plusieurs mots, sans article ; une expression, une description, un compte, non.

Témoin : ôter `composes` de `surnoms.reperer` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier_couvert, verifier_sans_direct

MASQUES = [
    "⟦surnom|Peau de Banane⟧ nous a aidés à ranger.",
    "⟦surnom|tête d'ampoule⟧ a perdu son portable",
    "⟦surnom|poil de carotte⟧ s'est fait exclure",
    "⟦surnom|corne de brume⟧ a demandé un stage",
    "revu ⟦surnom|pattes d'eph⟧ au city",
    "on a raccompagné ⟦surnom|cul de jatte⟧ à pied",
    "Aujourd'hui ⟦surnom|Pas-de-Bol⟧ dort au local.",
    "⟦surnom|Bout de Ficelle⟧ tient le portail. Rien.",
    "⟦surnom|nez rouge⟧ s'est endormi sur le banc",
    "j'ai parlé à ⟦surnom|grande gueule⟧ ce matin",
    "pas de nouvelles de ⟦surnom|cheveux bleus⟧",
    "discuté longuement avec ⟦surnom|gros cœur⟧",
    "on sait que ⟦surnom|brin d'osier⟧ dort dehors",
    "chez ⟦surnom|corne de brume⟧ il fait froid",
    "⟦surnom|Six-Doigts⟧ a trouvé une chambre. Bien.",
    "demande à ⟦surnom|trois-pommes⟧, il sait",
    "⟦surnom|cinq euros⟧ demande une pièce",
    "⟦surnom|Trois Pommes⟧ a grandi. Bravo.",
    "⟦surnom|zéro pointé⟧ a grandi",
    "Personne n'a vu ⟦surnom|Rase-Bitume⟧ ce soir.",
    "⟦surnom|Porte-Bonheur⟧ veut un stage. Bien.",
    "reçu par ⟦surnom|boum-boum⟧ hier soir",
    "« ⟦surnom|la machine⟧ » a repris la boxe",
    "On l'appelle ⟦surnom|Pas-de-Bol⟧.",
    "⟦surnom|jojo l'éponge⟧ a un entretien",
    "Hier encore, ici. ⟦surnom|Bras de Fer⟧, de la cage du fond, a gagné.",
    "je crois que c'est ⟦surnom|corne de brume⟧ qui a crié",
    "même ⟦surnom|dents longues⟧, en cravate, pleurait",
    "⟦surnom|doudoune rouge⟧ a craché sur le bus",
    "« ⟦surnom|Sale Type⟧ » m'a volé mon vélo",
    "⟦surnom|boule-glaçon⟧ dort encore ici",
    "appelle moi ⟦surnom|requin⟧ et pas autrement",
    "Il dit toujours appelle moi ⟦surnom|Vortex⟧ aux autres.",
]
LAISSES = [
    "le fil de fer dépasse du grillage",
    "la boîte à gants est cassée",
    "vu seul, yeux rouges, dit que ça va",
    "Bras cassé, il attend aux urgences",
    "le coup de feu a été entendu",
    "un deux-roues a été volé",
    "Deux-roues interdits. Merci",
    "trois jeunes, deux filles",
    "quatre-vingt places",
    "le point de rendez-vous change",
    "la tête, il a mal",
    "tête-t-il son pouce",
    "vends vélo, roue avant-arrière",
    "Fin de mission. Retour au local",
    "Ouverture de saison réussie",
    "dents longues ou dents courtes, la pub est drôle",
    "à nez rouge tout le monde rit",
    "de plus",
    "mal de tête depuis hier",
    "« la suite » a été dite au chef",
    "un va-et-vient",
    "sac-à-dos oublié",
    "le bus l'a dit",
    "même le gardien est là",
    "Rendez-vous pris",
    "nez-à-nez",
    "sans sucre ni lait",
    "mille mercis",
    "demi-lune",
    "six-doigts-là",
    "Voir l'association Peau de Banane au sujet de la salle.",
    "lui/nez rouge a ri",
    "appelle moi demain, appelle moi. Dis moi tout",
    "appelle-moi vite",
]


@pytest.mark.parametrize("phrase", MASQUES)
def test_un_surnom_compose_se_masque(phrase: str) -> None:
    verifier_couvert(phrase)


@pytest.mark.parametrize("phrase", LAISSES)
def test_une_expression_ordinaire_n_en_est_pas(phrase: str) -> None:
    verifier_sans_direct(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "vu ⟦surnom|brin de paille⟧ hier",
        "avec ⟦surnom|corne de brume⟧ et lui",
        "croisé ⟦x|brin d'osier⟧",
    ],
)
def test_sans_rien_qui_le_confirme_il_se_verifie(phrase: str) -> None:
    verifier_couvert(phrase, doute=True)
