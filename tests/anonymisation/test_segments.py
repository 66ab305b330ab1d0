"""Le texte coupé en segments reste le même texte, et un segment entamé se libère."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tat_carnet.anonymisation.segments import (
    Segment,
    bornes,
    couper,
    poser,
    remplacer,
    remplacer_texte,
    renumeroter,
    tenir,
    texte_de,
)

SEGMENTS = [Segment("vu "), Segment("un jeune", 0), Segment(" au "), Segment("hall", 1)]
LISTES = st.lists(st.builds(Segment, st.text("abé ", max_size=6)), max_size=5)


@given(LISTES, st.integers(0, 40))
def test_couper_ne_perd_rien(segments: list[Segment], position: int) -> None:
    gauche, droite = couper(segments, position)
    assert texte_de([*gauche, *droite]) == texte_de(segments)
    assert texte_de(gauche) == texte_de(segments)[:position]


@given(LISTES, st.text("abé ", max_size=12))
def test_remplacer_le_texte_donne_ce_texte(segments: list[Segment], nouveau: str) -> None:
    assert texte_de(remplacer_texte(segments, nouveau)) == nouveau


def test_un_segment_tenu_a_ses_bornes_et_un_oublie_n_en_a_pas() -> None:
    assert bornes(SEGMENTS).get(1) == (15, 19)
    assert bornes(SEGMENTS).get(7) is None


def test_une_frappe_ailleurs_laisse_les_alertes_en_place() -> None:
    apres = remplacer_texte(SEGMENTS, "revu un jeune au hall")
    assert texte_de(apres)[slice(*(bornes(apres).get(0) or (0, 0)))] == "un jeune"
    assert bornes(apres).get(1) is not None


def test_une_frappe_dans_un_segment_le_libere() -> None:
    apres = remplacer_texte(SEGMENTS, "vu un joune au hall")
    assert bornes(apres).get(0) is None
    assert bornes(apres).get(1) is not None


def test_tenir_puis_remplacer_change_ce_seul_passage() -> None:
    tenus = tenir([Segment("vu Karim hier")], 3, 8, 4)
    assert texte_de(remplacer(tenus, 4, "un jeune")) == "vu un jeune hier"


def test_une_alerte_oubliee_rend_son_segment_libre() -> None:
    renumerotes = renumeroter(SEGMENTS, {1: 0})
    assert [s.alerte for s in renumerotes] == [None, None, None, 0]
    assert texte_de(renumerotes) == texte_de(SEGMENTS)


@given(LISTES, st.integers(0, 20), st.integers(0, 6), st.integers(0, 6), st.integers(0, 6))
def test_poser_plusieurs_segments_vaut_les_poser_un_a_un(
    segments: list[Segment], debut: int, long: int, ecart: int, autre: int
) -> None:
    fin, suivant = debut + long, debut + long + ecart
    if suivant + autre > len(texte_de(segments)):
        return
    un, deux = [Segment("X", 8)], [Segment("YY", 9)]
    un_a_un = poser(poser(segments, [(suivant, suivant + autre, deux)]), [(debut, fin, un)])

    assert poser(segments, [(debut, fin, un), (suivant, suivant + autre, deux)]) == un_a_un
    assert bornes(un_a_un)[8] == (debut, debut + 1)
