"""Ce que rien n'explique se montre à qui relit, sans être masqué.

Témoin : ôter `doutes` de `reperage._REGLES` fait échouer le premier essai (vu).
"""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation import Niveau, reperer


def montres(texte: str) -> list[str]:
    """Ce que le texte a de masqué ou à vérifier."""
    return [texte[r.debut : r.fin] for r in reperer(texte)]


@pytest.mark.parametrize(
    ("texte", "terme"),
    [
        ("Le courrier parle de W sans rien dire.", "W"),
        ("on a repris le sujet de v ensuite", "v"),
        ("le dossier qz traîne encore", "qz"),
    ],
)
def test_une_lettre_inexpliquee_se_montre(texte: str, terme: str) -> None:
    assert terme in montres(texte)


@pytest.mark.parametrize(
    "texte",
    ["il pèse 40 k", "qu'il vienne, s'il peut", "on y va à pied", "pr info, rien ce soir, tt va"],
)
def test_une_unite_ou_une_elision_ne_se_montre_pas(texte: str) -> None:
    assert not [r for r in reperer(texte) if r.niveau is Niveau.verifier]
