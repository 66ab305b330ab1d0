"""Un numéro ou une lettre qui tient lieu d'immeuble, seul ou à la file.

Témoins (vus une fois) : ôter de `reperage._REGLES` `numeros_seuls`, `lettres_seules` ou
`numeros_listes` fait échouer cinq ou six phrases, jamais les mêmes.
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier
from tat_carnet.anonymisation import Categorie, reperer

BATIMENT = (Categorie.batiment,)
PHRASES = [
    "le ⟦batiment|8⟧ reste le plus calme",
    "Le ménage dans le ⟦batiment|D⟧ le matin.",
    "il squatte ⟦batiment|la 14⟧ depuis lundi",
    "⟦batiment|24⟧ rien. ⟦batiment|26⟧ rien.",
    "⟦batiment|24⟧ : vide. ⟦batiment|26⟧ : trois petits",
    "⟦batiment?|24⟧ : vide.",
    "⟦batiment|24⟧, celle d'en haut râle",
    "⟦batiment|3 / 5 / 7⟧ : RAS",
    "monté à ⟦batiment|la 24⟧ hier",
    "rien dans ⟦batiment|la 8⟧",
    "⟦batiment|la 8⟧ sent le brûlé, ⟦batiment|la 9⟧ aussi",
    "il a dit ⟦batiment?|la 8⟧ je crois",
    "personne au ⟦batiment|quatorze⟧ personne au ⟦batiment|seize⟧",
    "la voiture en face du ⟦batiment|40⟧",
    "plus de minuterie dans la ⟦batiment|c⟧ depuis lundi",
    "ceux du ⟦batiment|e⟧ contre les autres",
    "Asc. en panne : ⟦batiment|Q⟧, ⟦batiment|R⟧",
    "⟦batiment|T⟧ puis ⟦batiment|V⟧. Rien.",
    "RAS sauf le ⟦batiment|H⟧.",
    "trois vélos dans le ⟦batiment|hall du 3⟧, ça sent l'huile",
    "sous l'⟦batiment|arche du 12⟧, deux mamies",
    "le ⟦batiment|porche du huit⟧, plus de lumière",
    "rien dans le ⟦batiment|hall du d⟧, personne",
    "ceux du ⟦batiment|d⟧ contre ceux du ⟦batiment|c⟧ en finale",
    "c'était au ⟦batiment|c⟧ qu'on criait",
    "c'est pas au ⟦batiment|f⟧ comme prévu",
    "on se retrouve entre ⟦batiment|la A⟧ et ⟦batiment|la verte⟧",
]
LEURRES = [
    "le 8 reste un jour férié",
    "1 : appeler la mère. 2 : rappeler. 3 : attendre.",
    "elle roule en 206, la 206 grise",
    "du 3 au 6 mai, fermé",
    "hépatites : B et C, dépistage fait",
    "il est dans la 4e",
    "la 3e fois",
    "les petits en C, les grands en D",
    "La A est fermée",
]


@pytest.mark.parametrize("phrase", PHRASES)
def test_un_numero_ou_une_lettre_tient_lieu_d_immeuble(phrase: str) -> None:
    verifier(phrase, *BATIMENT)


@pytest.mark.parametrize("phrase", LEURRES)
def test_un_plan_une_voiture_ou_une_date_n_en_est_pas_un(phrase: str) -> None:
    assert not [r for r in reperer(phrase) if r.categorie is Categorie.batiment]
