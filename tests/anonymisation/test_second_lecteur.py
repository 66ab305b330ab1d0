"""Le second lecteur montre ce qui ressemble à un nom ; il ne masque rien et ne retient personne.

Témoins : `_soupconne` qui répond toujours non fait échouer le premier essai, toujours oui le
deuxième, et un repère `masquer` le troisième (vus).
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.lecture import read_notes
from tat_carnet.anonymisation import Niveau, lexiques, reperer
from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.rules import second_lecteur
from tat_carnet.anonymisation.rules.genres import SUR, genre_de_mot

TRAVAIL = Path(__file__).parents[1] / "corpus" / "travail"
GENRES_DE_TRAITS = {
    "apres", "apres2", "avant", "avant2", "casse,avant", "fin", "frequence", "genre",
    "genre,avant,apres", "genre,casse", "lexique", "longueur", "nature", "nature,apres",
    "nature,avant", "nature,frequence,casse", "prenom", "seuil",
}  # fmt: skip


def soupconnes(texte: str) -> list[str]:
    """Ce que le second lecteur montre, seul."""
    lecture = Lecture.de(texte)
    return [lecture.plie[r.debut : r.fin] for r in second_lecteur.reperer(lecture, ())]


@pytest.mark.parametrize(
    ("texte", "mot"),
    [
        ("merle du square a encore bu", "merle"),
        ("L'ancre a vendu sa caravane", "ancre"),
        ("un mot de brioche sur la porte : il part", "brioche"),
        ("rdv avec tourne broche, absent", "broche"),
    ],
)
def test_un_mot_courant_a_la_place_d_un_nom_se_montre(texte: str, mot: str) -> None:
    assert mot in soupconnes(texte)
    assert mot in [texte[r.debut : r.fin].lower() for r in reperer(texte)]


@pytest.mark.parametrize(
    "texte",
    [
        "une rose est venue",
        "la pierre du seuil",
        "il pèse 40 k",
        "relance à J+7 si besoin",
        "la C.P.A.M. et le C.M.P. ferment",
        "un·e ami·e est venu·e",
        "On a rangé le matériel, puis on est rentrés.",
        "avec Joueurs Info Service, en avril",
        "Il dort dans sa Mégane depuis lundi.",
        "Mme est venue, M. aussi",
        "Coup de fil du bailleur",
        "vus au Parking Leclerc",
    ],
)
def test_ce_que_la_langue_explique_ne_se_montre_pas(texte: str) -> None:
    assert soupconnes(texte) == []


def test_le_second_lecteur_ne_masque_jamais() -> None:
    notes = [note for fichier in sorted(TRAVAIL.glob("k_*.txt")) for note in read_notes(fichier)]
    lectures = [Lecture.de(note.texte) for note in notes]
    reperes = [r for lecture in lectures for r in second_lecteur.reperer(lecture, ())]
    assert reperes
    assert {r.niveau for r in reperes} == {Niveau.verifier}


@given(st.text(max_size=80))
def test_il_ne_montre_que_des_mots_de_la_note_que_rien_ne_couvre(texte: str) -> None:
    lecture = Lecture.de(texte)
    seul = list(second_lecteur.reperer(lecture, ()))
    bornes = set(zip(lecture.debuts, lecture.fins, strict=True))
    assert {(r.debut, r.fin) for r in seul} <= bornes
    assert not list(second_lecteur.reperer(lecture, seul))


def test_les_poids_ne_retiennent_aucun_nom() -> None:
    """Un voisin reconnu est un mot de tous ; d'un mot, trois lettres au plus se retiennent."""
    traits = {ligne[0] for ligne in lexiques.colonnes("second_lecteur.tsv")}
    assert {trait.partition("=")[0] for trait in traits} == GENRES_DE_TRAITS
    assert all(len(trait) <= len("fin=xyz") for trait in traits if trait.startswith("fin="))
    reconnus = lexiques.termes("second_lecteur_voisins")
    assert not [mot for mot in reconnus if genre_de_mot(mot) == SUR]


def test_sans_ses_poids_rien_ne_sort(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(*parts: str) -> Path:
        return Path("absent").joinpath(*parts)

    second_lecteur.poids.cache_clear()
    monkeypatch.setattr(lexiques, "resource", absent)
    with pytest.raises(FileNotFoundError):
        reperer("un tabouret bancal")
    monkeypatch.undo()
    assert second_lecteur.poids().par_trait
