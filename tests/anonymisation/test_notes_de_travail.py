"""Récrites, les notes de travail ne perdent que ce qui désignait quelqu'un."""

from __future__ import annotations

from pathlib import Path

from corpus.lecture import Note, parse_line, read_notes
from tat_carnet.anonymisation import reperer
from tat_carnet.anonymisation.recriture import proposer

ICI = Path(__file__).parent
TRAVAIL = sorted((ICI.parent / "corpus" / "travail").glob("*.txt"))


def mises_au_point() -> list[Note]:
    lignes = (ICI / "notes.txt").read_text("utf-8").splitlines()
    lues = (parse_line(ligne) for ligne in lignes if ligne and not ligne.startswith("#"))
    return [Note("notes.txt", rang, "mise au point", *lue) for rang, lue in enumerate(lues)]


NOTES = [note for chemin in TRAVAIL for note in read_notes(chemin)] + mises_au_point()


def test_la_proposition_ne_reprend_aucun_passage_masque_et_garde_le_reste() -> None:
    """Les morceaux se suivent, et ce qui les sépare est le texte d'origine."""
    for note in NOTES:
        reperes = reperer(note.texte)
        proposition = proposer(note.texte, reperes)
        lu, reconstruit = 0, ""
        for morceau, repere in zip(proposition.morceaux, reperes, strict=True):
            assert lu <= morceau.debut_brut <= repere.debut < morceau.fin_brut
            reconstruit += note.texte[lu : morceau.debut_brut]
            assert len(reconstruit) == morceau.debut
            reconstruit += proposition.texte[morceau.debut : morceau.fin]
            lu = morceau.fin_brut
        assert reconstruit + note.texte[lu:] == proposition.texte
