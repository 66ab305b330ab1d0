"""Le repérage : pur, déterministe, disjoint, et aveugle à ce qui ne change pas le sens."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tat_carnet.anonymisation import Categorie, Niveau, reperer
from tat_carnet.anonymisation import lexiques as lexiques_module
from tat_carnet.anonymisation.reperage import preparer

TEXTES = st.text(
    alphabet=st.one_of(
        st.sampled_from("abcdeéèêàçœKMZ0123456789 .,;:!?'’\"«»@_-/\n()"),
        st.characters(exclude_categories=("Cs",)),
    ),
    max_size=200,
)
MORCEAUX = st.lists(
    st.sampled_from(
        [
            "vu Karim", "chez Mme Diallo", "14 ans", "au 3e gauche", "bât C", "06 39 98 12 34",
            "sa mère", "la sœur de Lina", "le gardien", "vers 22h30", "le 3 mai", "le kebab",
            "12 rue des Lilas", "La Duchesse", "K.B.", "@lina_13", "AA-000-AA", "rien à signaler",
            "le bailleur", "nourrice", "dealer", "famille syrienne", "né le 02/03/2009",
        ]
    ),
    max_size=12,
).map(" ".join)  # fmt: skip


@given(st.one_of(TEXTES, MORCEAUX))
@settings(max_examples=150, deadline=None)
def test_les_reperes_sont_tries_disjoints_et_dans_le_texte(texte: str) -> None:
    reperes = reperer(texte)
    assert list(reperes) == sorted(reperes)
    assert all(0 <= r.debut < r.fin <= len(texte) for r in reperes)
    assert all(a.fin <= b.debut for a, b in pairwise(reperes))


@given(MORCEAUX)
@settings(max_examples=40, deadline=None)
def test_deux_lectures_du_meme_texte_rendent_la_meme_chose(texte: str) -> None:
    assert reperer(texte) == reperer(texte)


def test_ce_que_la_liste_laisse_d_un_nom_ne_dit_rien() -> None:
    """« le gros Hakim » : le nom pris, la taille qui reste n'est pas une seconde personne."""
    texte = "On a vu le gros Zorkan au local hier."
    lus = [texte[r.debut : r.fin] for r in reperer(texte, ["Zorkan"])]
    assert lus == ["Zorkan"]


def test_un_lexique_absent_empeche_toute_lecture(monkeypatch: pytest.MonkeyPatch) -> None:
    """Un lexique vide à la place laisserait tout passer : l'absence doit lever."""

    def absent(*parts: str) -> None:
        raise FileNotFoundError("/".join(parts))

    lexiques_module.prenoms.cache_clear()
    monkeypatch.setattr(lexiques_module, "resource", absent)
    try:
        with pytest.raises(FileNotFoundError):
            reperer("Zorglubinotte est passée")
    finally:
        monkeypatch.undo()
        lexiques_module.prenoms.cache_clear()


def test_une_categorie_ecartee_ne_cache_pas_les_autres() -> None:
    seuls = reperer("Garage de Karim", categories=frozenset({Categorie.nom}))
    assert [r.categorie for r in seuls] == [Categorie.nom]


def test_ce_que_deux_regles_couvrent_a_moitie_reste_couvert_en_entier() -> None:
    texte = "la mère de Karim Belhadi, 3e étage"
    lettres = {i for r in reperer(texte) for i in range(r.debut, r.fin)}
    assert set(range(texte.index("Karim"), texte.index(","))) <= lettres


@pytest.mark.parametrize(
    ("texte", "masques"),
    [
        ("rue des Lilas, sa voisine rue des Ormes", ["rue des Lilas", "rue des Ormes"]),
        ("on a vu ADIL hier", []),
        ("le dossier MAIA avance", []),
        ("Karim dit Rouge arrive demain", ["Karim", "Rouge"]),
        ("Vu Momo alias le Rouge arrive demain", ["Momo", "le Rouge"]),
        ("insta fermé, puis une très longue histoire de vélo, momo tiret bas", ["momo"]),
        ("à la rue depuis un an", []),
        ("insta et tiktok : le tiret de la phrase", []),
        ("jé vu kevine hier", ["kevine"]),
        ("Il vit chez la", []),
        ("Vu la Poste de la dalle fermée", []),
    ],
)
def test_ces_tournures_sont_lues_comme_une_personne_les_lit(texte: str, masques: list[str]) -> None:
    lus = [texte[r.debut : r.fin] for r in reperer(texte) if r.niveau is Niveau.masquer]
    assert [terme for terme in lus if terme not in ("sa voisine",)] == masques


def test_prepare_la_lecture_n_ouvre_plus_de_lexique(monkeypatch: pytest.MonkeyPatch) -> None:
    """Témoin (vu une fois) : une préparation qui ne lit rien fait échouer cet essai."""

    def refuser(*nom: str) -> Path:
        raise FileNotFoundError("/".join(nom))

    for gardee in (preparer, lexiques_module.termes, lexiques_module.prenoms):
        gardee.cache_clear()
    preparer()
    monkeypatch.setattr(lexiques_module, "resource", refuser)
    assert [r.categorie for r in reperer("vu Karim au hall 4")] == [
        Categorie.nom,
        Categorie.batiment,
    ]
