"""Une adresse ou une voie nommée ; une place, la rue, un passage n'en sont pas.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier, verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie

CATEGORIES = (Categorie.adresse,)
TOUJOURS = [
    "rdv ⟦adresse|quai n°4 des tanneurs⟧",
    "il loge ⟦adresse|faubourg de Pierrefonds, numéro 31⟧",
    "au ⟦adresse|PK 18⟧, la maison bleue",
    "rez de chaussée ⟦adresse|allée des Grives⟧",
    "⟦adresse|12 bis rue des Lilas⟧",
    "devant la ⟦adresse|rue du Lavoir⟧",
    "⟦adresse|12 rue du Lavoir 13990⟧",
    "⟦adresse|avenue de la république⟧",
    "loge ⟦adresse|3, impasse du Four⟧, seul",
    "⟦adresse|rue des Lilas 14⟧",
    "au ⟦adresse|8 allée des Pins⟧ avec sa mère",
    "⟦adresse|rue de la Gare⟧",
    "⟦adresse|12 de la rue des Lilas⟧",
    "⟦adresse|douze rue des lilas⟧",
    "⟦adresse|n°12 rue Basse⟧",
    "⟦adresse|12/14 rue Basse⟧",
    "⟦adresse|rue des lilas, au 14⟧",
    "⟦adresse|clos des Vignes⟧ hier",
    "⟦adresse|rte de Lyon⟧",
    "⟦adresse|imp. du Four⟧",
    "⟦adresse|venelle du Puits⟧",
    "⟦adresse|14 boulvard Voltaire⟧",
    "⟦adresse|9 impace des Roses⟧",
    "⟦adresse|12 ru du Lavoir⟧",
    "⟦adresse|5 alée des Tilleuls⟧",
    "⟦adresse|8 ch. des Vignes⟧",
    "⟦adresse|14 boul. Saint-Laurent⟧",
    "⟦adresse|7 morne Pichon⟧",
    "⟦adresse|3 levée des Mariniers⟧",
    "⟦adresse|quatre allée des Pins⟧",
    "⟦adresse|14 Grand-Rue⟧",
    "⟦adresse|12 rue Grande⟧",
    "⟦adresse|numéro 4 rue Haute⟧",
    "⟦adresse|angle rue du Puits⟧ / ⟦adresse|sente des Ânes⟧",
    "à l'⟦adresse|angle de la rue Pasteur⟧",
    "⟦adresse|12 rue du Lavoir, 13990 Valdoré⟧",
    "⟦adresse|rue des Lilas numéro douze⟧",
    "⟦adresse|rue Ontario Nord⟧",
    "⟦adresse|place Gambetta⟧",
    "⟦adresse|pl. Gambetta⟧",
    "⟦adresse|quai Jean-Jaurès⟧",
    "⟦adresse|route de l'Étang⟧",
    "⟦adresse|boulvard Voltaire⟧",
    "⟦adresse|lieu-dit La Grange Haute⟧",
    "habite ⟦adresse|PK 12⟧",
    "⟦adresse|12 r Pasteur⟧",
]
TELS_QUELS = [
    "au ⟦adresse|lieu-dit la grande lande⟧, une caravane",
    "il dort ⟦adresse|12 côté des tilleuls⟧",
    "il dort ⟦adresse|12 côté des Tilleuls⟧",
    "sous la ⟦adresse|porte de Vincelles⟧",
    "⟦adresse|quai n°4 des Tanneurs⟧",
    "⟦adresse|lot 24 Les Flamboyants⟧, au bout",
    "⟦adresse|escalier des Pêcheurs⟧, la grand-mère",
    "à la ⟦adresse|tribu de Tiari⟧ hier",
    "vu ⟦adresse|place Jaurès⟧",
    "habite ⟦adresse|cours Gouffé⟧",
    "⟦adresse|rue du Puits⟧ avec les autres",
    "sur la ⟦adresse?|place torrelli⟧",
    "vu ⟦adresse|montée des accoules⟧",
    "du monde ⟦adresse|rue du Moulin à Vent⟧ ce soir",
    "⟦adresse|route du Morne-Cabri, kilomètre 4⟧",
    "⟦adresse|chaussée de Mons 14⟧",
    "⟦adresse|r Jean Jaurès⟧",
    "vu ⟦adresse|all. Jean-Jaurès⟧",
    "⟦adresse|digue du Braek⟧",
    "⟦adresse|carrefour des Quatre-Routes⟧",
    "dans la ⟦adresse|rue de la Cité⟧",
    "⟦adresse|3 rue A. Camus⟧",
]
LEURRES = [
    "il porte du Nike et elle porte du Lacoste",
    "1 place LHSS trouvée",
    "la porte de la cuisine",
    "il prend la voie B",
    "en 2019, place LHSS trouvée",
    "à côté des tomates",
    "un squat au foyer",
    "la rue est vide",
    "dans la rue principale",
    "le passage est fermé",
    "passage au bat de droite",
    "passage à la tour",
    "la rue principale",
    "sur la montée des accoules",
    "la rue du quartier",
    "un mail du bailleur",
    "la chaussée glisse",
    "deux rues plus loin",
    "rue calme, personne dehors",
    "2 cours de maths",
    "3 cours par semaine",
    "place LHSS trouvée",
    "une place au CHRS",
    "chemin de fer",
    "son chemin de vie",
    "le domaine de la santé",
    "la montée des violences",
    "av. AS secteur",
    "sa place. On note le 3919",
    "3 crs devant la gare",
    "5 allées vides",
    "chemin faisant",
    "Passage hall 2",
    "Carrefour Market",
    "lieu dit calme",
    "r. 3 fois par semaine",
]


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_une_adresse_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", TELS_QUELS)
def test_une_adresse_se_trouve_tel_qu_on_l_ecrit(phrase: str) -> None:
    verifier(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_une_rue_sans_nom_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)
