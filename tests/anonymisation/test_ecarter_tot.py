"""Écarter un mot avant d'y regarder de près ne fait rien perdre."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.lecture import read_notes
from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.rules import groupes

TRAVAIL = sorted((Path(__file__).parents[1] / "corpus" / "travail").glob("*.txt"))
TEXTES = [note.texte for chemin in TRAVAIL for note in read_notes(chemin)][::3]


class Tout:
    """Un lexique où tout mot se trouve."""

    def __contains__(self, forme: object) -> bool:
        return True


def groupes_trouves() -> list[object]:
    return [(n, r) for n, texte in enumerate(TEXTES) for r in groupes.reperer(Lecture.de(texte))]


def test_chercher_un_groupe_derriere_tout_mot_n_en_trouve_pas_davantage(monkeypatch):
    attendus = groupes_trouves()
    monkeypatch.setattr(groupes, "_ATTENDENT", Tout())
    assert groupes_trouves() == attendus


@pytest.mark.parametrize("mot", ["avec", "de", "est", "meme"])
def test_oublier_un_mot_derriere_lequel_on_cherche_se_verrait(monkeypatch, mot):
    """Contrôle positif du précédent."""
    attendus = groupes_trouves()
    monkeypatch.setattr(groupes, "_ATTENDENT", groupes._ATTENDENT - {mot})
    assert groupes_trouves() != attendus
