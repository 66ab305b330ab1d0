"""Ce qui précède un nom et en fait partie : taille, initiale, civilité d'un personnage.

Témoin : rendre `rang` de `debut_du_nom` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier_couvert, verifier_sans_direct

MASQUES = [
    "On dit tout de ⟦surnom|Monsieur Propre⟧ ici. Bien.",
    "⟦surnom|Madame Chapeau⟧ nourrit les pigeons. Bien.",
    "vu ⟦surnom|madame chapeau⟧ hier soir",
    "On parle de ⟦surnom|Monsieur Zo⟧ partout. Bien.",
    "le ⟦surnom|grand duduche⟧ dort",
    "On attend toujours le ⟦surnom|grand Zorkan⟧ au local.",
    "tu demandes ⟦surnom|u Zoppu⟧ au port. Bien.",
    "Il faudra rappeler ⟦nom|Y. Benali⟧ demain matin.",
    "Il faudra contacter ⟦nom|Ph. Moreau⟧ demain matin.",
    "Hier soir ⟦nom|J-Baptiste⟧ a encore rappelé.",
    "Hier soir ⟦nom|J.Baptiste⟧ a encore rappelé.",
    "vu ⟦nom|med-ali⟧ au local hier",
    "Dossier de ⟦nom|ROY Emma⟧ à finir pour la rentrée.",
    "Vu la maman de ⟦nom|Y. Sow⟧ ; elle attend toujours.",
    "⟦surnom|Mister T⟧ est passé au local. Bien.",
    "⟦surnom|ti coq⟧ vend des mangues",
    "⟦surnom|ti coq⟧ et sa sœur",
    "la nièce de ⟦surnom|mamie tulipe⟧ attend",
    "⟦surnom|Papi Domino⟧ gagne encore. Bien.",
    "⟦surnom|papi domino⟧ gagne encore",
    "⟦surnom|ammo bachir⟧ vend des oeufs",
]
LAISSES = [
    "Monsieur le maire est là. Bien.",
    "DJ annoncé. Bien.",
    "ti peu",
    "hall B. Le bus part",
]


@pytest.mark.parametrize("phrase", MASQUES)
def test_ce_qui_precede_le_nom_se_masque_avec_lui(phrase: str) -> None:
    verifier_couvert(phrase)


@pytest.mark.parametrize("phrase", LAISSES)
def test_ce_qui_precede_un_mot_ordinaire_reste(phrase: str) -> None:
    verifier_sans_direct(phrase)


@pytest.mark.parametrize(
    ("phrase", "reste"),
    [
        ("Vu monsieur Berger hier. Bien.", "monsieur"),
        ("Vu Madame Berger hier. Bien.", "Madame"),
        ("Hall B. Karim dort. Bien.", "Hall"),
        ("M. Diallo est là. Bien.", "M"),
        ("Vu monsieur Propre hier. Bien.", "monsieur"),
    ],
)
def test_une_civilite_ordinaire_reste(phrase: str, reste: str) -> None:
    verifier_sans_direct(phrase, jusque=len(phrase.partition(reste)[0]) + len(reste))
