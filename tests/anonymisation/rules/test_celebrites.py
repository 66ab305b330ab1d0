"""Une célébrité qui agit, loge ou a un âge ici est un surnom ; celle dont on parle, non.

Témoin : vider `celebrites.txt` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier_couvert, verifier_sans_direct

MASQUES = [
    "⟦surnom|Ronaldo⟧ a raté son entretien. Dommage.",
    "on a discuté avec ⟦surnom|Rihanna⟧ au local. Bien.",
    "⟦surnom|mbappé⟧ (pas le vrai) s'est foulé la cheville",
    "⟦surnom|Jul⟧ le petit du bloc, m'a fait écouter un son",
    "⟦surnom|Neymar⟧, 15 ans, cherche un club. Bien.",
    "la mère de ⟦surnom|Drake⟧ est venue. Merci.",
    "Non, mon pote ⟦surnom|Stromae⟧, du bloc. Et puis ⟦surnom|Stromae⟧ rit.",
    "⟦surnom|damso⟧ cherche un stage",
    "⟦surnom|Messi⟧ du hall B attend. Bien.",
]
LAISSES = [
    "il écoute Ronaldo à la télé. Bien.",
    "le Ronaldo du quartier. Bien.",
    "On a vu un poisson rouge nommé Messi.",
    "le maillot de Messi est trop grand. Bien.",
    "Stromae, c'est bien. Voilà",
    "Un fan de Messi a dit oui à tout.",
    "damso, le disque",
    "Jul (album de mars). Bien.",
]


@pytest.mark.parametrize("phrase", MASQUES)
def test_une_celebrite_d_ici_est_un_surnom(phrase: str) -> None:
    verifier_couvert(phrase)


@pytest.mark.parametrize("phrase", LAISSES)
def test_une_celebrite_dont_on_parle_n_est_personne(phrase: str) -> None:
    verifier_sans_direct(phrase)
