"""La mesure elle-même : elle doit pouvoir échouer, et ne flatter ni qui se tait ni qui masque tout.

Témoins (vus échouer) : compter un direct trouvé dès la moitié couverte ; ne pas compter les mots en
trop ; centrer la marge sur la proportion brute.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymat.comptes import VARIANTES, Mesure, compter, couvert, marges, taux
from anonymat.corpus import LECTURE, lire
from anonymat.epreuve import Trouve
from corpus.lecture import Note, parse_line

LIGNE = (
    "Vu ⟦nom|Rose Bellanger⟧, ⟦age|14 ans⟧, avec ⟦lien_familial|la mère de⟧ ⟦nom|Théo⟧ ; "
    "prévenir le ⟦garder|bailleur⟧ demain."
)


def note(ligne: str = LIGNE) -> Note:
    texte, spans = parse_line(ligne)
    return Note("essai.txt", 1, "une voix", texte, spans)


def mesure(*passages: tuple[int, int]) -> Mesure:
    lue = note()
    return compter([lue], [lue.texte], [[Trouve(d, f) for d, f in passages]])


def rappel(m: Mesure, categories: frozenset[str]) -> float:
    trouves, total = m.part(categories)
    return trouves / total


def test_un_outil_parfait_a_tout_et_rien_de_trop() -> None:
    m = mesure(*((s.debut, s.fin) for s in note().identifying))

    assert rappel(m, LECTURE.DIRECT) == rappel(m, LECTURE.QUASI) == 1
    assert (m.sans_fuite, m.fausses, m.en_trop) == (1, 0, 0)
    assert m.part([LECTURE.KEEP]) == (0, 1)


def test_un_outil_muet_n_a_rien_et_laisse_fuir() -> None:
    m = mesure()

    assert rappel(m, LECTURE.DIRECT) == rappel(m, LECTURE.QUASI) == 0
    assert m.sans_fuite == 0


def test_masquer_toute_la_note_d_un_trait_se_paie() -> None:
    m = mesure((0, len(note().texte)))

    assert rappel(m, LECTURE.DIRECT) == 1
    assert m.en_trop == 5  # Vu, avec, prévenir, bailleur, demain
    assert m.part([LECTURE.KEEP]) == (1, 1)


def test_un_nom_couvert_a_demi_n_est_pas_trouve() -> None:
    debut = note().texte.index("Rose")
    m = mesure((debut, debut + len("Rose")))

    assert rappel(m, LECTURE.DIRECT) == 0
    assert m.fausses == 0


def test_un_age_couvert_a_demi_l_est_assez() -> None:
    debut = note().texte.index("14")
    assert rappel(mesure((debut, debut + len("14 a"))), frozenset({"age"})) == 1
    assert rappel(mesure((debut, debut + 1)), frozenset({"age"})) == 0


def test_un_article_laisse_dehors_ne_compte_pas() -> None:
    texte = note().texte
    debut = texte.index("mère")
    span = next(s for s in note().spans if s.categorie == "lien_familial")
    assert couvert(texte, span, [Trouve(debut, debut + 4)]) == 1


def test_un_passage_d_un_seul_article_se_couvre_quand_meme() -> None:
    lue = note("ce soir ⟦surnom|Le⟧ m'a dit bonjour devant le square")
    assert couvert(lue.texte, lue.spans[0], []) == 0
    assert couvert(lue.texte, lue.spans[0], [Trouve(8, 10)]) == 1


def test_un_passage_sans_lettre_se_couvre_signe_a_signe() -> None:
    lue = note("il signe toujours ⟦surnom|***⟧ sur les murs du square")
    assert couvert(lue.texte, lue.spans[0], [Trouve(18, 20)]) == pytest.approx(2 / 3)


def test_une_fausse_alerte_ne_touche_aucun_identifiant() -> None:
    debut = note().texte.index("bailleur")
    m = mesure((debut, debut + 8))

    assert (m.fausses, m.en_trop) == (1, 1)
    assert m.fausses_pour_mille == m.en_trop_pour_mille == pytest.approx(1000 / m.mots)


def test_les_fautes_se_suivent_avec_leur_voisinage() -> None:
    lue, m = note(), Mesure()
    m.ajouter(lue, lue.texte, [Trouve(0, 2)], suit=True)

    assert set(m.fautes) == {"nom", "age", "lien_familial", "FAUX"}
    assert m.fautes["FAUX"] == ["[Vu] Rose Bellanger, 14 ans, "]


def test_autant_de_reponses_que_de_notes_ou_rien() -> None:
    with pytest.raises(ValueError):
        compter([note()], [note().texte], [])


@pytest.mark.parametrize(
    ("trouves", "total", "bas", "haut"),
    [(0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (95, 100, 0.888, 0.978), (81, 263, 0.255, 0.366)],
)
def test_la_marge_est_celle_de_wilson(trouves: int, total: int, bas: float, haut: float) -> None:
    """Valeurs publiées avec la méthode (Newcombe, 1998, pour 81 sur 263) et calculées à la main."""
    assert marges(trouves, total) == pytest.approx((bas, haut), abs=0.001)


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_une_marge_contient_ce_qu_on_a_vu(compte: tuple[int, int]) -> None:
    trouves, total = compte
    bas, haut = marges(trouves, total)
    epsilon = 1e-12
    assert 0 <= bas <= trouves / total + epsilon
    assert trouves / total - epsilon <= haut <= 1
    assert marges(total - trouves, total) == pytest.approx((1 - haut, 1 - bas), abs=1e-9)


def test_ce_qu_on_n_a_pas_mesure_ne_se_chiffre_pas() -> None:
    assert marges(0, 0) == (0, 1)
    assert taux(0, 0).strip() == "–"
    assert taux(19, 20).strip() == "95.0 % [76.4–99.1]"


@given(st.text())
def test_une_variante_ne_deplace_aucun_indice(texte: str) -> None:
    assert {len(change(texte)) for change in VARIANTES.values()} == {len(texte)}


def test_les_autres_metiers_et_un_debut_de_nom_se_lisent_a_part() -> None:
    notes, autres = lire("reserve")

    assert {n.fichier for n in notes}.isdisjoint(n.fichier for n in autres)
    assert notes
    assert autres
    (seule, aucun) = lire("reserve", notes[0].fichier)
    assert seule == [n for n in notes if n.fichier == notes[0].fichier]
    assert aucun == []
