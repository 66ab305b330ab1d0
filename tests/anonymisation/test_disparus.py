"""Ce que la contre-lecture cherchera : les termes sûrs, et les doutes que plus rien ne dit."""

from __future__ import annotations

from tat_carnet.anonymisation import Categorie, Niveau, Repere
from tat_carnet.anonymisation.disparus import directs, disparus
from tat_carnet.anonymisation.relecture import Passage

BRUT = "vu Zorkan et krazbule au hall 7"
REPERES = [
    Repere(3, 9, Categorie.nom, Niveau.masquer),
    Repere(13, 21, Categorie.nom, Niveau.verifier),
    Repere(25, 31, Categorie.batiment, Niveau.masquer),
]


def test_un_lieu_n_est_pas_un_identifiant_direct() -> None:
    assert directs(BRUT, REPERES, Niveau.masquer) == {"Zorkan"}
    assert directs(BRUT, REPERES, Niveau.verifier) == {"krazbule"}


def test_un_doute_encore_dit_n_a_pas_disparu() -> None:
    """Témoin : rendre `doutes` sans regarder `texte` fait échouer cet essai (vu une fois)."""
    assert disparus(BRUT, REPERES, (), "vu un jeune et krazbule") == {"Zorkan"}
    assert disparus(BRUT, REPERES, (), "vu deux jeunes") == {"Zorkan", "krazbule"}


def test_un_terme_de_moins_de_trois_lettres_n_est_pas_donne_a_la_contre_lecture() -> None:
    passage = Passage("vu K hier")
    passage.accepter(0)
    assert passage.termes_masques == frozenset()


def test_un_mot_de_tous_dont_on_doutait_ne_refuse_pas_la_sortie() -> None:
    """Qui récrit toute la phrase n'a pas dit que « merle » était quelqu'un.

    Témoin : `est_un_mot_de_tous` qui répond toujours non fait échouer cet essai (vu une fois).
    """
    passage = Passage("merle du square a encore bu")
    assert [alerte.douteuse for alerte in passage.alertes] == [True]
    passage.modifier("Un habitant a bu.")
    assert passage.termes_masques == frozenset()


def test_un_passage_repris_ne_refuse_pas_davantage_pour_un_mot_de_tous() -> None:
    """Relu une autre fois, sa formulation en main : le doute du brut n'a plus d'alerte.

    Témoin : ne filtrer que les alertes, et non le brut, fait échouer cet essai (vu une fois).
    """
    passage = Passage("merle du square a encore bu", depart="Un habitant a bu.")
    assert passage.termes_masques == frozenset()


def test_un_doute_accepte_reste_masque_jusqu_au_fichier_meme_si_tout_est_recrit() -> None:
    """Témoin : ne pas retenir la décision dans `_decider` le fait échouer (vu une fois)."""
    passage = Passage("merle du square a encore bu")
    passage.accepter(0)
    assert passage.termes_masques == {"merle"}
    passage.modifier("Un habitant a bu.")
    assert passage.termes_masques == {"merle"}


def test_un_meme_mot_accepte_une_fois_et_laisse_une_autre_reste_masque() -> None:
    """Témoin : ôter `surs` de `termes_masques` le fait échouer (vu une fois)."""
    passage = Passage("merle du square a encore bu. merle du parking a encore bu.")
    assert [alerte.terme for alerte in passage.alertes] == ["merle", "merle"]
    passage.accepter(0)
    passage.modifier("Un habitant a bu.")
    assert passage.termes_masques == {"merle"}


def test_un_mot_inconnu_reste_masque_meme_sans_decision() -> None:
    passage = Passage("Zorbanule a encore bu, voir krzt")
    passage.modifier("Un habitant a bu.")
    assert "Zorbanule" in passage.termes_masques
