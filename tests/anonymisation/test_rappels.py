"""Retrouver d'une lecture tous les termes masqués ailleurs."""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation import rappels as module
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.rappels import Rappels, dit
from tat_carnet.anonymisation.reperes import Niveau


def trouves(texte: str, *termes: str) -> list[tuple[str, Niveau]]:
    return [(texte[r.debut : r.fin], r.niveau) for r in Rappels(termes).reperer(texte)]


@pytest.mark.parametrize(
    ("texte", "terme", "ecrit"),
    [
        ("hier KELYAN criait", "Kelyan", "KELYAN"),
        ("chez Mehdi Zerrouki", "mehdi zerrouki", "Mehdi Zerrouki"),
        ("chez mehdizerrouki", "Mehdi Zerrouki", "mehdizerrouki"),
        ("le compte superzorglubinet", "Zorglubi", "superzorglubinet"),
    ],
)
def test_un_terme_se_retrouve_aux_memes_mots_ou_d_un_bloc(
    texte: str, terme: str, ecrit: str
) -> None:
    assert trouves(texte, terme) == [(ecrit, Niveau.masquer)]
    assert dit(texte, terme)


def test_un_terme_court_ne_se_cherche_pas_dans_un_mot_plus_long() -> None:
    assert trouves("rien ne ressemble à recommencements", "comme", "🦊") == []
    assert trouves("une incompatibilité rare", "Zorglubi") == []


def test_un_mot_de_tous_reste_a_verifier_sauf_si_un_autre_terme_est_sur() -> None:
    assert trouves("une vitre au sol", "vitre") == [("vitre", Niveau.verifier)]
    assert ("dupont", Niveau.masquer) in trouves("chez dupont", "Du Pont", "Dupont")


def test_la_phrase_se_lit_une_fois_quel_que_soit_le_nombre_de_termes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Trois cents noms gelaient la fenêtre sept secondes au dernier passage lu.

    Témoin (vu une fois) : relire la phrase pour chaque terme.
    """
    rappels = Rappels([f"Kelyan{rang}" for rang in range(300)])
    lues: list[str] = []

    class Comptee:
        @staticmethod
        def de(texte: str) -> Note:
            lues.append(texte)
            return Note.de(texte)

    monkeypatch.setattr(module, "Note", Comptee)
    assert list(rappels.reperer("une vitre brisée sur la place")) == []
    assert lues == ["une vitre brisée sur la place"]
