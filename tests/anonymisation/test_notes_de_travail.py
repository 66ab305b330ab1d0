"""Récrites, les notes de travail ne perdent que ce qui désignait quelqu'un."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus.lecture import parse_line
from mesurer_anonymat import Passe
from passes import TELLE_QUELLE, passe, sur_tout_le_corpus
from tat_carnet.anonymisation import reperer
from tat_carnet.anonymisation.recriture import proposer

MISES_AU_POINT = Path(__file__).with_name("notes.txt")


def mises_au_point() -> Iterator[Passe]:
    for ligne in MISES_AU_POINT.read_text("utf-8").splitlines():
        if ligne and not ligne.startswith("#"):
            texte, _ = parse_line(ligne)
            yield None, texte, reperer(texte)


@sur_tout_le_corpus
def test_la_proposition_ne_reprend_aucun_passage_masque_et_garde_le_reste() -> None:
    """Les morceaux se suivent, et ce qui les sépare est le texte d'origine."""
    for _, texte, reperes in [*passe(TELLE_QUELLE), *mises_au_point()]:
        proposition = proposer(texte, reperes)
        lu, reconstruit = 0, ""
        for morceau, repere in zip(proposition.morceaux, reperes, strict=True):
            assert lu <= morceau.debut_brut <= repere.debut < morceau.fin_brut
            reconstruit += texte[lu : morceau.debut_brut]
            assert len(reconstruit) == morceau.debut
            reconstruit += proposition.texte[morceau.debut : morceau.fin]
            lu = morceau.fin_brut
        assert reconstruit + texte[lu:] == proposition.texte
