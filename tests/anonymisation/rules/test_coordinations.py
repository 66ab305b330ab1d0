"""Un mot coordonné à un nom sûr en est souvent un ; une chose, jamais.

Témoin : ôter `coordinations` de `reperage.reperer` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier_couvert
from tat_carnet.anonymisation import Niveau, reperer


def lus(phrase: str, niveau: Niveau) -> list[str]:
    """Les passages de ce niveau."""
    return [phrase[r.debut : r.fin] for r in reperer(phrase) if r.niveau is niveau]


@pytest.mark.parametrize(
    ("phrase", "attendu"),
    [
        ("karim et bouchon ont nettoyé le local", "bouchon"),
        ("bouchon et karim ont nettoyé le local", "bouchon"),
        ("avec karim, brioche et moustique ce soir", "moustique"),
        ("vu karim ou moutarde dehors", "moutarde"),
        ("vu karim et avec colombe ce soir", "colombe"),
        ("surnommé « Coco 😀 » et bouchon dort", "bouchon"),
        ("bouchon et « 😀 Coco » dort", "bouchon"),
        ("vu karim + trzebiak, tout va bien", "trzebiak"),
    ],
)
def test_un_surnom_ou_un_prenom_possible_coordonne_se_masque(phrase: str, attendu: str) -> None:
    assert attendu in lus(phrase, Niveau.masquer)


@pytest.mark.parametrize(
    "phrase",
    [
        "vu karim et le bouchon de la bouteille",
        "vu karim et retour au local",
        "karim et aujourd'hui",
        "vu karim, police en bas",
        "vu karim et mange",
        "vu karim et brioches pour tous",
        "vu karim et bleu.",
    ],
)
def test_une_chose_coordonnee_ne_se_masque_pas(phrase: str) -> None:
    assert lus(phrase, Niveau.masquer) == ["karim"] or lus(phrase, Niveau.masquer) == []


def test_un_autre_nom_commun_coordonne_se_verifie() -> None:
    assert "montagne" in lus("vu karim et montagne.", Niveau.verifier)


def test_un_nom_qui_finit_la_note_sur_un_et_ne_coordonne_rien() -> None:
    assert lus("vu karim et", Niveau.masquer) == ["karim"]


@pytest.mark.parametrize(
    "phrase",
    [
        "⟦surnom|Messi⟧ et ⟦nom|Karim⟧ ont pelleté.",
        "⟦surnom|Shorzy⟧, ⟦nom|Karim⟧ et le petit ⟦nom|Noam⟧ jouent.",
    ],
)
def test_la_capitale_d_une_file_de_noms_en_fait_un(phrase: str) -> None:
    verifier_couvert(phrase)
