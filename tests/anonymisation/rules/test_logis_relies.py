"""Ce qui touche un logement en est un, et ce qu'on a désigné l'est partout dans la note.

Témoin (vu une fois) : ôter `logis_relies` de `reperage.reperer_lecture` fait échouer neuf phrases ;
« violettes » et « bâtiment P » se trouvent aussi sans lui.
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier
from tat_carnet.anonymisation import Categorie, reperer

LOGIS = (Categorie.batiment, Categorie.etage_porte)
PHRASES = [
    "Mme Koné (⟦etage_porte|9e⟧) a appelé",
    "le ⟦batiment|hall b⟧ est sale, le ⟦batiment|d⟧ aussi",
    "Le ⟦batiment|hall B⟧ est sale, le ⟦batiment|D⟧ ça va.",
    "⟦batiment|Bât A⟧ ok. Rien en ⟦batiment|C⟧. ⟦batiment|D⟧ fermé.",
    "Le ⟦batiment|hall 4⟧ fait la fête, le ⟦batiment|6⟧ boude.",
    "⟦batiment|L4⟧ / ⟦etage_porte|3D⟧ / absent. ⟦batiment|L4⟧ / ⟦etage_porte|9A⟧ / ouvert",
    "colis monté, ⟦batiment|L4⟧-⟦etage_porte|11e-gauche⟧",
    "lina (⟦batiment|20⟧ ⟦etage_porte|rdc gauche⟧) est venue",
    "un chien, ⟦batiment|filatures⟧ ⟦etage_porte|rez⟧ ⟦etage_porte|fond de couloir⟧",
    "⟦batiment|violettes⟧ ⟦etage_porte|rdc⟧, vitre cassée",
    "vu hier ⟦batiment|bât D⟧ ⟦etage_porte|deuxième⟧ chez elle",
    "il vit ⟦etage_porte|porte 6⟧ je crois ou ⟦etage_porte|7⟧",
    "M. Koné, ⟦etage_porte|117⟧, tousse",
    "Le ⟦batiment|bâtiment P⟧ est calme. Rien au ⟦batiment|P⟧. Et le ⟦batiment|P⟧ dort.",
    "devant le ⟦batiment|hall G⟧ et ⟦batiment|la bleue⟧.",
    "⟦batiment|résidence Brigantin⟧ calme, puis ⟦batiment|Brigantin⟧ agité",
]


@pytest.mark.parametrize("phrase", PHRASES)
def test_un_logis_en_fait_voir_un_autre(phrase: str) -> None:
    verifier(phrase, *LOGIS)


LEURRES = [
    "il a trouvé un F3 au 8e",
    "des bruits au sous-sol",
    "la dame rdc",
    "police 3e gauche",
    "tolérants rdc",
    "gosses rdc",
]


@pytest.mark.parametrize("phrase", LEURRES)
def test_un_type_de_logement_ou_un_mot_de_tous_n_est_pas_un_batiment(phrase: str) -> None:
    assert not [r for r in reperer(phrase) if r.categorie is Categorie.batiment]


def test_des_initiales_ne_sont_pas_la_lettre_d_un_batiment() -> None:
    """Témoin (vu une fois) : ôter le point de `_COLLENT` fait échouer cet essai."""
    texte = "K.B. est devant le hall B avec A.B., hier."
    initiales = [
        texte[r.debut : r.fin] for r in reperer(texte) if r.categorie is Categorie.initiales
    ]
    assert initiales == ["K.B.", "A.B."]


def test_une_lettre_reprise_dans_une_note_en_capitales_reste_un_mot() -> None:
    texte = "HALL L, RIEN. LA MAMAN A DIT QUE L'ENFANT DORT."
    assert [
        texte[r.debut : r.fin] for r in reperer(texte) if r.categorie is Categorie.batiment
    ] == ["HALL L"]
