"""Les commerces que tout le quartier situe ; un équipement public, un snack quelconque, non.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier, verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie

CATEGORIES = (Categorie.petit_lieu,)
TOUJOURS = [
    "sous le ⟦petit_lieu|talus de l'autoroute⟧",
    "au ⟦petit_lieu|chemin derrière le stade⟧",
    "au fond, le ⟦petit_lieu|dernier box avant la rampe⟧",
    "la ⟦petit_lieu|péniche amarrée sous le pont⟧",
    "le ⟦petit_lieu|sas de la banque⟧",
    "la ⟦petit_lieu|boîte aux livres du square⟧",
    "l'⟦petit_lieu|arrière-salle du café⟧",
    "le ⟦petit_lieu|dojo du sous-sol⟧",
    "le ⟦petit_lieu|kebab de l'écluse⟧",
    "au ⟦petit_lieu|bar de la jetée⟧",
    "au ⟦petit_lieu|lavoir de la gare⟧",
    "le ⟦petit_lieu|dépôt de pain du port⟧",
    "sur les ⟦petit_lieu|marches de la médiathèque⟧",
    "au ⟦petit_lieu|club derrière la poste⟧",
    "à la ⟦petit_lieu|friche de la tuilerie⟧",
    "vu devant ⟦petit_lieu|kebab⟧ hier",
    "le ⟦petit_lieu|kebab⟧",
    "l'⟦petit_lieu|épicerie d'en bas⟧",
    "le ⟦petit_lieu|snack de la place⟧",
    "la ⟦petit_lieu|laverie⟧ est pleine",
    "le ⟦petit_lieu|kebab à côté du tram⟧",
    "la ⟦petit_lieu|chicha derrière la gare⟧",
    "sur le ⟦petit_lieu|banc derrière l'école⟧",
    "dans l'⟦petit_lieu|appart au-dessus du tabac⟧",
    "la ⟦petit_lieu|maison abandonnée derrière le cimetière⟧",
    "l'⟦petit_lieu|ancien bowling⟧",
    "il dort dans l'⟦petit_lieu|ancienne laiterie⟧",
    "l'⟦petit_lieu|abribus de la pharmacie⟧",
    "le ⟦petit_lieu|chinois d'en face⟧",
    "au ⟦petit_lieu|hanout⟧",
    "la ⟦petit_lieu|bouclangerie⟧",
    "la ⟦petit_lieu|laevrie⟧",
    "la ⟦petit_lieu|pharmacei⟧",
    "la ⟦petit_lieu|buvette du stade⟧",
    "un ⟦petit_lieu|squat au fond⟧, derrière",
    "un ⟦petit_lieu|resto derrière la poste⟧",
    "le ⟦petit_lieu|night shop⟧",
    "l'⟦petit_lieu|estaminet⟧",
    "au ⟦petit_lieu|blockhaus⟧",
    "la ⟦petit_lieu|maison abandonnée⟧",
    "le ⟦petit_lieu|coin derrière le gymnase⟧",
    "la ⟦petit_lieu|salle des fêtes⟧",
    "les ⟦petit_lieu|anciens abattoirs⟧",
    "le ⟦petit_lieu|local fibre⟧",
    "au ⟦petit_lieu|douka du virage⟧",
    "sur les ⟦petit_lieu|marches de la poste⟧",
    "au ⟦petit_lieu|campement du canal⟧",
    "devant ⟦petit_lieu|lepicerie⟧",
    "derrière le ⟦petit_lieu|loto-presse⟧",
    "la ⟦petit_lieu|salle du presbytère⟧",
    "la ⟦petit_lieu|recyclerie⟧",
]
TELS_QUELS = [
    "une pizza du ⟦petit_lieu|camion à pizzas⟧ ce soir",
    "il range au ⟦petit_lieu|local sous l'escalier⟧",
    "à la ⟦petit_lieu|quincaille d'en face⟧",
    "⟦petit_lieu|gymnase Lebon⟧",
    "⟦petit_lieu|parking Nord⟧",
    "⟦petit_lieu|le bar des Amis⟧ ferme",
    "⟦petit_lieu|Stade Paul Velo⟧",
]
LEURRES = [
    "devant le transfo, trois jeunes",
    "il dort à la salle paroissiale",
    "les courses au Franprix, puis au Lidl",
    "on s'est mis à l'abri sous l'auvent, trempés",
    "le café était froid",
    "un snack",
    "le parc",
    "la pharmacie de garde",
    "le gymnase municipal",
    "l'épicerie solidaire",
    "un café au pied du bâtiment",
    "la buvette sans alcool",
    "au magasin",
    "une tente pour deux",
    "le banc devant le hall",
    "la chaufferie",
    "l'agence d'intérim",
    "le mur du fond",
    "le wagon 12",
    "le camp de nuit",
    "un mec la loge rue Haute",
    "ils lui descendent du café",
]


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_un_petit_lieu_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", TELS_QUELS)
def test_un_petit_lieu_se_trouve_tel_qu_on_l_ecrit(phrase: str) -> None:
    verifier(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_un_lieu_quelconque_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)
