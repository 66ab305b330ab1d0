"""Vérifie le corpus : marques, tranches de fiction, clés, doublons, comptes, part de la réserve.

Depuis le dossier `tests` : `python -m corpus.verifier`.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Final

from stdnum import iban
from stdnum.fr import nir

from corpus.lecture import FOLDERS, AnnotationFautive, Note, read_notes
from corpus.telephones import LOOKS_LIKE_PHONE, in_fiction_range

ROOT: Final = Path(__file__).resolve().parent

WORDS_PER_NOTE: Final = range(6, 161)

SIMILARITY_LIMIT: Final = 0.55
"""Part de mots communs (Jaccard) au-delà de laquelle une note en récrit une autre."""

_EXAMPLE_DOMAIN: Final = re.compile(
    r"(?:@|\barobase |\(at\) ?|\[at\] ?)example(?:\.| point )(?:org|net|com)$", re.IGNORECASE
)
_WORD: Final = re.compile(r"\w+")


def corpus_files(root: Path = ROOT) -> list[Path]:
    """Les fichiers de voix, travail puis réserve."""
    return [path for folder in FOLDERS for path in sorted((root / folder).glob("*.txt"))]


def faults_in_marks(files: Iterable[Path]) -> list[str]:
    """Les marques mal formées, une phrase chacune (la première de chaque fichier)."""
    faults: list[str] = []
    for path in files:
        try:
            read_notes(path)
        except AnnotationFautive as fault:
            faults.append(f"{path.parent.name}/{fault}")
    return faults


def faults_in_note(note: Note) -> Iterator[str]:
    """Ce qui, dans une note, ne devrait pas être écrit."""
    where = f"{note.fichier}, ligne {note.ligne}"
    if not note.voix:
        yield f"{where} : voix sans nom"
    if len(_WORD.findall(note.texte)) not in WORDS_PER_NOTE:
        yield f"{where} : note trop courte ou trop longue"
    for span in note.spans:
        if not _CHECKS.get(span.categorie, _always)(note.words(span)):
            yield f"{where} : {span.categorie} à revoir, « {note.words(span)} »"
    for found in LOOKS_LIKE_PHONE.finditer(note.texte):
        if not _covered(note, found.start(), "telephone"):
            yield f"{where} : numéro sans marque, « {found.group()} »"
    for found in re.finditer("@example", note.texte):
        if not _covered(note, found.start(), "courriel"):
            yield f"{where} : courriel sans marque"


def duplicates(notes: Sequence[Note]) -> list[str]:
    """Les paires de notes identiques ou récrites l'une sur l'autre."""
    bags = [frozenset(_WORD.findall(fold(note.texte))) for note in notes]
    return [
        f"{_where(notes[second])} et {_where(notes[first])} se répètent"
        for first, second in sorted(candidates(bags))
        if jaccard(bags[first], bags[second]) > SIMILARITY_LIMIT
    ]


def candidates(bags: Sequence[frozenset[str]]) -> set[tuple[int, int]]:
    """Les paires qui peuvent dépasser la limite, sans les comparer toutes.

    Deux notes qui la dépassent ont plus de `limite × taille` mots communs. Ôter à chacune presque
    autant de ses mots les plus courants laisse donc au moins un mot commun parmi les plus rares.
    """
    frequency = Counter(word for bag in bags for word in bag)
    having: dict[str, list[int]] = defaultdict(list)
    for rank, bag in enumerate(bags):
        by_rarity = sorted(bag, key=lambda word: (frequency[word], word))
        for word in by_rarity[: len(bag) - int(SIMILARITY_LIMIT * len(bag))]:
            having[word].append(rank)
    return {pair for ranks in having.values() for pair in combinations(ranks, 2)}


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """La part de mots communs, de 0 à 1."""
    return len(one & other) / len(one | other)


def counts(notes: Iterable[Note]) -> Counter[str]:
    """Nombre de passages par catégorie."""
    return Counter(span.categorie for note in notes for span in note.spans)


def share_without_identifier(notes: Sequence[Note]) -> float:
    """Part des notes où rien n'est à masquer."""
    return sum(not note.identifying for note in notes) / len(notes)


def share_of_reserve(travail: Sequence[Note], reserve: Sequence[Note]) -> float:
    """Part des notes tenues à l'écart."""
    return len(reserve) / (len(travail) + len(reserve))


def fold(texte: str) -> str:
    """Le texte sans accents ni majuscules."""
    decomposed = unicodedata.normalize("NFD", texte)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower()


def _where(note: Note) -> str:
    return f"{note.fichier}:{note.ligne} « {note.texte[:40]} »"


def _covered(note: Note, position: int, category: str) -> bool:
    return any(s.debut <= position < s.fin and s.categorie == category for s in note.spans)


def _always(_: str) -> bool:
    return True


def _fake_plate(words: str) -> bool:
    """Une plaque sans numéro n'existe pas : les trois zéros ne sont jamais attribués."""
    return "000" in words or "zéro zéro zéro" in words.lower()


_CHECKS: Final = {
    "telephone": in_fiction_range,
    "courriel": lambda words: bool(_EXAMPLE_DOMAIN.search(words)),
    "nir": nir.is_valid,
    "iban": iban.is_valid,
    "plaque": _fake_plate,
}


def notes_by_folder(root: Path = ROOT) -> dict[str, list[Note]]:
    """Toutes les notes, par dossier."""
    found: dict[str, list[Note]] = defaultdict(list)
    for path in corpus_files(root):
        found[path.parent.name] += read_notes(path)
    return found


def report(folders: dict[str, list[Note]]) -> str:
    """Les comptes, en lignes à lire."""
    lines = []
    for folder, notes in folders.items():
        lines.append(f"{folder} : {len(notes)} notes, {len({n.voix for n in notes})} voix")
        lines.append(f"  sans identifiant : {share_without_identifier(notes):.0%}")
        lines += [f"  {name:18} {count}" for name, count in counts(notes).most_common()]
    share = share_of_reserve(folders["travail"], folders["reserve"])
    return "\n".join([*lines, f"part de la réserve : {share:.0%}"])


def main() -> int:
    """Affiche les fautes, puis les comptes ; 1 s'il y a une faute."""
    faults = faults_in_marks(corpus_files())
    if not faults:
        folders = notes_by_folder()
        notes = [note for group in folders.values() for note in group]
        faults = [fault for note in notes for fault in faults_in_note(note)] + duplicates(notes)
        sys.stdout.write(report(folders) + "\n")
    sys.stdout.write("".join(f"FAUTE {fault}\n" for fault in faults))
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
