"""Plier n'oublie pas d'où vient chaque lettre, si étrange que soit le texte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tat_carnet.anonymisation.pliage import _SIGNES_GARDES, Note, plier

ETRANGES = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("éÉœŒß…’«»\u200b\u202e\u0301😀\u00a0\r\n\tаΑＫ"),
    ),
    max_size=60,
)


@given(ETRANGES)
def test_plier_deux_fois_n_y_change_rien(texte: str) -> None:
    assert plier(plier(texte)) == plier(texte)


@given(ETRANGES)
def test_chaque_mot_plie_retrouve_ce_qui_etait_ecrit(texte: str) -> None:
    note = Note.de(texte)
    assert note.plie == plier(texte)
    for mot in note.mots:
        debut, fin = note.bornes(mot.debut, mot.fin)
        assert 0 <= debut < fin <= len(texte)
        assert mot.forme in plier(texte[debut:fin])
        assert note.extrait(mot) == texte[debut:fin]


@pytest.mark.parametrize(
    "ecrit",
    ["Zoé", "ZOÉ", "zoe", "Zoe\u0301", "Z\u200boé", "Ｚoé", "zоé", "z\u00ado\u200dé"],
)
def test_un_prenom_se_plie_pareil_sous_tout_deguisement(ecrit: str) -> None:
    assert plier(ecrit) == "zoe"


@pytest.mark.parametrize(
    ("ecrit", "plie"),
    [
        ("l’été", "l'ete"),
        ("Cœur", "coeur"),
        ("a\u00a0b", "a b"),
        ("a\r\nb", "a\n\nb"),
        ("«\u202foui\u202f»", '" oui "'),
        ("fin…", "fin..."),
        ("a—b", "a-b"),
    ],
)
def test_la_typographie_se_ramene_a_des_signes_simples(ecrit: str, plie: str) -> None:
    assert plier(ecrit) == plie


def test_un_mot_qui_finit_dans_une_ligature_la_prend_entiere() -> None:
    note = Note.de("œ")
    assert note.bornes(0, 1) == (0, 1)
    assert note.bornes(0, 2) == (0, 1)


def test_plus_de_signes_qu_on_n_en_garde_se_plient_encore() -> None:
    """La table des signes déjà vus a une fin ; au-delà, chacun se plie comme les autres."""
    signes = "".join(map(chr, range(0x4E00, 0x4E00 + _SIGNES_GARDES + 50)))
    note = Note.de(signes + "Œ Zoé")

    assert note.plie == signes + "oe zoe"
    assert len(note.origines) == len(note.plie) + 1
    assert note.bornes(len(signes), len(signes) + 2) == (len(signes), len(signes) + 1)


def test_une_capitale_grecque_se_plie_en_la_lettre_dont_elle_a_l_air() -> None:
    """« Νadia », au nu majuscule : sa minuscule ressemble à un v. Témoin : plier sa minuscule."""
    assert plier("Νadia, Ηugo, Υanis, ᴋᴀʀɪᴍ") == "nadia, hugo, yanis, karim"
