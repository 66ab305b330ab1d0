"""Le corpus tient ses promesses : bien annoté, fictif, sans redite, avec une vraie réserve.

Chaque vérification a son témoin : une note fautive que le vérificateur doit refuser. Retirer une
ligne de `_CHECKS` ou renvoyer `[]` de `faults_in_marks` fait échouer les témoins (vu une fois).
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.lecture import CATEGORIES, DIRECT, KEEP, AnnotationFautive, Note, parse_line, read_notes
from corpus.telephones import digits, in_fiction_range
from corpus.verifier import (
    SIMILARITY_LIMIT,
    candidates,
    corpus_files,
    counts,
    duplicates,
    faults_in_marks,
    faults_in_note,
    jaccard,
    main,
    notes_by_folder,
    share_of_reserve,
    share_without_identifier,
)
from tat_carnet.anonymisation.reperes import DIRECTES, Categorie

OTHER_TRADES = "autres_metiers"

JUDGED_ELSEWHERE = {"liste", "nourrice", "lexique", "appreciation"}


@pytest.fixture(scope="module")
def folders() -> dict[str, list[Note]]:
    return {
        folder: [note for note in notes if OTHER_TRADES not in note.fichier]
        for folder, notes in notes_by_folder().items()
    }


def note_of(line: str) -> Note:
    texte, spans = parse_line(line)
    return Note("essai.txt", 1, "une voix", texte, spans)


def test_toutes_les_marques_du_corpus_sont_bien_formees() -> None:
    assert faults_in_marks(corpus_files()) == []


def test_aucune_note_ne_sort_de_la_fiction_ni_de_sa_longueur() -> None:
    notes = [note for group in notes_by_folder().values() for note in group]
    assert [fault for note in notes for fault in faults_in_note(note)] == []


def test_la_reserve_est_environ_un_tiers_et_suffit_a_juger(
    folders: dict[str, list[Note]],
) -> None:
    travail, reserve = folders["travail"], folders["reserve"]
    assert 0.28 < share_of_reserve(travail, reserve) < 0.38
    assert len(reserve) >= 600
    assert len({note.voix for note in reserve}) >= 50


def test_une_note_sur_six_environ_ne_designe_personne(folders: dict[str, list[Note]]) -> None:
    for notes in folders.values():
        assert 0.08 < share_without_identifier(notes) < 0.24


def test_une_voix_n_est_que_d_un_cote() -> None:
    """Qui écrit les règles n'a jamais entendu une voix de la réserve, autres métiers compris.

    Témoin (vu échouer) : donner à une voix de `travail/` le nom d'une voix de la réserve.
    """
    travail, reserve = notes_by_folder().values()
    assert not {note.voix for note in travail} & {note.voix for note in reserve}
    assert not {note.fichier for note in travail} & {note.fichier for note in reserve}


def test_chaque_categorie_est_dans_les_deux_dossiers(folders: dict[str, list[Note]]) -> None:
    for notes in folders.values():
        assert set(counts(notes)) == CATEGORIES
        assert min(counts(notes).values()) >= 12


def test_le_corpus_et_les_reperes_nomment_les_memes_categories() -> None:
    assert {str(categorie) for categorie in Categorie} - JUDGED_ELSEWHERE == CATEGORIES - {KEEP}
    assert {str(categorie) for categorie in DIRECTES} - JUDGED_ELSEWHERE == DIRECT


def test_remettre_les_marques_redonne_la_ligne_ecrite() -> None:
    for path in corpus_files():
        lines = path.read_text(encoding="utf-8").splitlines()
        for note in read_notes(path):
            assert marked(note) == lines[note.ligne - 1]


def marked(note: Note) -> str:
    texte = note.texte
    for span in reversed(note.spans):
        mark = f"⟦{span.categorie}|{note.words(span)}⟧"
        texte = texte[: span.debut] + mark + texte[span.fin :]
    return texte


def test_le_verificateur_ne_trouve_ni_faute_ni_redite(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    assert "part de la réserve" in capsys.readouterr().out


@pytest.mark.parametrize(
    "line",
    [
        "vu ⟦nom|Rose devant le hall",
        "vu ⟦nom|Rose⟧⟧ devant le hall",
        "vu ⟦prenom|Rose⟧ devant le hall",
        "vu ⟦nom|⟧ devant le hall",
        "vu ⟦nom| Rose⟧ devant le hall",
        "vu ⟦nom|⟦surnom|Rosie⟧⟧ devant le hall",
        "vu nom|Rose devant le hall",
    ],
)
def test_une_marque_fausse_est_refusee_et_situee(line: str, tmp_path: Path) -> None:
    path = tmp_path / "voix.txt"
    path.write_text(f"# une voix\nbonne note\n{line}\n", encoding="utf-8")
    with pytest.raises(AnnotationFautive, match=r"voix\.txt, ligne 3"):
        read_notes(path)
    assert len(faults_in_marks([path])) == 1


@pytest.mark.parametrize(
    "line",
    [
        "rappeler sa sœur demain matin au ⟦telephone|06 12 34 56 78⟧ sans faute",
        "rappeler sa sœur demain matin au ⟦telephone|zéro six douze trente-quatre⟧",
        "rappeler sa sœur demain matin au 06 39 98 12 34 sans faute",
        "rappeler sa sœur demain matin au o639981234 sans faute",
        "écrire à la famille avant jeudi : ⟦courriel|rose@fournisseur.test⟧",
        "écrire à la famille avant jeudi : rose@example.org merci",
        "carte retrouvée dans le bac à sable ⟦nir|2 09 05 99 999 012 59⟧",
        "virement attendu pour la bourse, compte ⟦iban|FR76 3000 6000 0112 3456 7890 188⟧",
        "voiture mal garée devant la borne ⟦plaque|AB-123-CD⟧ depuis hier",
        "trop court",
    ],
)
def test_une_note_hors_de_la_fiction_est_signalee(line: str) -> None:
    assert list(faults_in_note(note_of(line)))


def test_une_note_recrite_en_changeant_deux_mots_est_reperee() -> None:
    first = note_of("vu Rose au pied du hall ce soir elle attendait son frère sous la pluie")
    second = note_of("vu Inès au pied du hall ce matin elle attendait son frère sous la pluie")
    other = note_of("la lumière du passage est cassée depuis trois semaines, relancer le bailleur")
    assert len(duplicates([first, second, other])) == 1


SACS = st.lists(st.frozensets(st.sampled_from("abcdefgh"), min_size=1), max_size=12)


@given(SACS)
def test_ne_comparer_que_des_mots_rares_ne_laisse_passer_aucune_redite(
    bags: list[frozenset[str]],
) -> None:
    """Témoin, vu échouer : ne retenir de chaque note qu'un mot rare de moins."""
    proches = {
        (first, second)
        for first, second in combinations(range(len(bags)), 2)
        if jaccard(bags[first], bags[second]) > SIMILARITY_LIMIT
    }
    assert proches <= candidates(bags)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("06.39.98.12.34", "0639981234"),
        ("o6 39 98 7o 11", "0639987011"),
        ("+33 6 39 98 05 51", "0639980551"),
        ("zéro six trente-neuf quatre-vingt-dix-huit zéro deux soixante et onze", "0639980271"),
    ],
)
def test_un_numero_se_ramene_a_ses_dix_chiffres(written: str, expected: str) -> None:
    assert digits(written) == expected
    assert in_fiction_range(written)
