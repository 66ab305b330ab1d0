"""Un bâtiment en liste, décrit par ce qui le touche, ou nommé par ce qui en dépend.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie, Niveau, reperer

CATEGORIES = (Categorie.batiment,)
SOUS_TOUTE_GRAPHIE = [
    "les ⟦batiment|halls 2, 4 et 6⟧ sont tagués",
    "⟦batiment|cages B, C et D⟧ nettoyées",
    "rien entre le ⟦batiment|142 et le 144⟧, sombre",
    "intervention au ⟦batiment|34 et 36⟧.",
    "une famille dans la ⟦batiment|caravane verte⟧",
    "la ⟦batiment|maison jaune⟧ du bout",
    "le ⟦batiment|petit bâtiment derrière l'église⟧",
    "un chien dans l'⟦batiment|immeuble au-dessus du tabac⟧",
    "le ⟦batiment|hlm de la gare⟧ est ouvert",
    "l'⟦batiment|annexe B⟧ est fermée",
    "il loge ⟦batiment|n° 14⟧",
    "devant la ⟦batiment|B12⟧",
    "bruit dans l'⟦batiment|escalier de derrière⟧",
    "au pied de la ⟦batiment|tour d'angle⟧",
    "ils passent de ⟦batiment|la 3 vers la 5⟧ tous les soirs",
    "un feu devant le grand ⟦batiment|ensemble rouge⟧",
]
RIEN = [
    "entre 12 et 14 ans, des petits",
    "entre 8 et 10 h, personne",
    "la maison de quartier a fermé",
    "les halls 2 fois par semaine",
    "22 h, tour. Soraya dort.",
]


@pytest.mark.parametrize("phrase", SOUS_TOUTE_GRAPHIE)
def test_un_batiment_se_trouve_sans_numero_ou_en_liste(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", RIEN)
def test_une_tranche_ou_une_structure_n_en_est_pas_un(phrase: str) -> None:
    assert not [r for r in reperer(phrase) if r.categorie is Categorie.batiment]


@pytest.mark.parametrize(
    ("texte", "nom", "niveau"),
    [
        ("On a nettoyé les caves du Ronsard hier.", "Ronsard", Niveau.masquer),
        ("Du bruit dans la cage Lamartine tard.", "cage Lamartine", Niveau.masquer),
        ("Elle loge en résidence sociale Les Hirondelles, au fond.", "Hirondelles", Niveau.masquer),
        ("Vu les gens des Sablières au local.", "Sablières", Niveau.verifier),
        ("Appel d'une locataire de Verlaine, elle attend.", "Verlaine", Niveau.masquer),
        ("On a bu un café en bas du Ronsard.", "Ronsard", Niveau.masquer),
    ],
)
def test_la_capitale_nomme_ce_dont_dependent_les_caves(
    texte: str, nom: str, niveau: Niveau
) -> None:
    (repere,) = [r for r in reperer(texte) if r.categorie is Categorie.batiment]
    assert (texte[repere.debut : repere.fin], repere.niveau) == (nom, niveau)


@pytest.mark.parametrize(
    "texte",
    [
        "Rendez-vous dans le hall du Carrefour à midi.",
        "on a nettoyé les caves du grivet",
        "Le toit de la CAF fuit.",
        "Et en bas Soraya qui compte.",
        "Le balcon de Soraya est fleuri.",
        "Les gens de Marseille sont venus.",
        "La locataire de Soraya attend.",
        "Le HALL DU GRIVET ferme tôt, on a nettoyé le reste.",
    ],
)
def test_une_enseigne_ou_une_minuscule_ne_nomme_pas_de_batiment(texte: str) -> None:
    assert "batiment" not in [r.categorie for r in reperer(texte)]
