"""La marque d'un mot ne dit que ce que dit sa forme, et rien ne s'en garde sans fin."""

from __future__ import annotations

from tat_carnet.anonymisation import marques
from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.marques import MAJUSCULE


def test_chaque_question_a_son_bit():
    table = marques._Table()
    courte, finit = table.marque(lambda f: len(f) < 4), table.marque(lambda f: f.endswith("e"))
    assert [table[forme] for forme in ("vie", "vu", "mairie", "hall")] == [
        courte | finit,
        courte,
        finit,
        0,
    ]
    assert not (courte | finit) & MAJUSCULE


def test_une_question_de_plus_fait_relire_les_formes_deja_vues():
    table = marques._Table()
    assert table["vu"] == 0
    assert table.marque_de(["vu"]) == table["vu"]


def test_la_table_ne_grossit_pas_sans_fin(monkeypatch):
    monkeypatch.setattr(marques, "_GARDEES", 3)
    table = marques._Table()
    courte = table.marque(lambda forme: len(forme) < 4)
    assert [table[forme] for forme in ("a", "bb", "cccc", "ddddd", "e")] == [
        courte, courte, 0, 0, courte,
    ]  # fmt: skip
    assert len(table) <= 3


def test_une_note_vide_ou_d_un_mot_n_a_pas_de_voisins():
    assert list(Lecture.de("").voisinages()) == []
    ((rang, avant, _, apres),) = Lecture.de("vu").voisinages()
    assert (rang, avant) == (0, 0)
    assert apres == marques.TABLE[""]
