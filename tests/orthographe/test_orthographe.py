"""L'orthographe : ce que le dictionnaire ignore, sans gêner les noms, les sigles ni les codes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tat_carnet.orthographe import charger, fautes
from tat_carnet.orthographe.formes import Formes
from tat_carnet.orthographe.hunspell_fr import Hunspell

CONNUS = {"la", "le", "accueil", "aujourd'hui", "calme", "était", "vis-à-vis"}


class Petit:
    """Un dictionnaire de quelques mots."""

    def connait(self, mot: str) -> bool:
        return mot in CONNUS

    def suggestions(self, _mot: str) -> Sequence[str]:
        return []


def lues(texte: str, *ajoutes: str) -> list[str]:
    return [texte[debut:fin] for debut, fin in fautes(texte, Petit(), ajoutes)]


@pytest.mark.parametrize(
    ("texte", "attendues"),
    [
        ("L’accueil était calme aujourd’hui", []),
        ("L'acceuil etait calme", ["L'acceuil", "etait"]),
        ("Calme. Kelyan était calme, vis-à-vis", ["Kelyan"]),
        ("calme, Kelyan était calme", []),
        ("le CAARUD, le 21h30, la B2, a@exemple.fr, @compte", []),
        ("", []),
    ],
)
def test_ce_que_le_dictionnaire_ignore(texte: str, attendues: list[str]) -> None:
    assert lues(texte) == attendues


def test_un_mot_ajoute_au_cahier_n_est_plus_une_faute() -> None:
    assert lues("le chichon, d’chichon") == ["chichon", "d’chichon"]
    assert lues("le chichon, d’chichon", "Chichon") == []


def test_le_dictionnaire_de_la_machine_est_pris_d_abord(tmp_path: Path) -> None:
    (tmp_path / "fr.aff").write_text("SET UTF-8\nTRY esan\n", "utf-8")
    (tmp_path / "fr.dic").write_text("2\nseringue\naccueil\n", "utf-8")
    correcteur = charger([tmp_path / "absent", tmp_path])

    assert isinstance(correcteur, Hunspell)
    assert correcteur.connait("seringue")
    assert not correcteur.connait("seringe")
    assert correcteur.suggestions("seringe") == ["seringue"]


def test_a_defaut_de_dictionnaire_les_formes_francaises_suffisent(tmp_path: Path) -> None:
    correcteur = charger([tmp_path])

    assert isinstance(correcteur, Formes)
    assert correcteur.connait("seringue")
    assert correcteur.connait("seringue-seringue")
    assert not correcteur.connait("serinque")
    assert correcteur.suggestions("serinque") == ["seringue"]
