"""Met le nôtre et trois autres anonymiseurs devant les mêmes notes, dans une même passe.

    make bench-anonymat                            # toute la réserve
    python scripts/comparer_anonymat.py --bref     # une note sur douze, pour essayer
    python scripts/comparer_anonymat.py --sans-installer    # avec ce qui est déjà installé

Les autres outils s'installent dans `.comparaison/`, ignoré de git, aux versions de
`scripts/anonymat/exigences.txt`. Chacun lit dans son processus, réseau coupé. On leur compte tout
ce qu'ils désignent, sous quelque nom que ce soit : la lecture qui leur est la plus favorable.

La vitesse se prend trois fois, à tour de rôle, chaque outil à froid : la plus haute est la moins
troublée par ce que la machine faisait d'autre (c'est le conseil de `timeit`).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path
from platform import python_version
from typing import Any

from anonymat import tableau
from anonymat.comptes import VARIANTES, Mesure, compter
from anonymat.corpus import lire
from anonymat.epreuve import OutilMuet, Reponse, eprouver
from anonymat.outils import OUTILS

RACINE = Path(__file__).resolve().parents[1]
ENVIRONNEMENT = RACINE / ".comparaison"
EXIGENCES = Path(__file__).with_name("anonymat") / "exigences.txt"
NOUS = "tat_carnet"
BREF = 12
"""Une note sur tant, avec `--bref`."""
REPRISES = 2
"""Lectures à froid de plus, pour la seule vitesse."""


def main() -> int:
    """Affiche les tableaux ; 1 si un outil a manqué."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bref", action="store_true", help=f"une note sur {BREF}")
    parser.add_argument("--sans-installer", action="store_true")
    choix = parser.parse_args()
    if not choix.sans_installer:
        installer()
    pas = BREF if choix.bref else 1
    notes, autres = (groupe[::pas] for groupe in lire("reserve"))
    demande = demander(notes, autres)
    reponses: dict[str, Reponse] = {}
    absents: list[str] = []
    for nom in OUTILS:
        print(f"{nom} lit {len(notes) + len(autres)} notes…", file=sys.stderr)
        try:
            reponses[nom] = eprouver(interprete(nom), nom, demande)
        except (OutilMuet, OSError) as faute:
            absents.append(f"- {nom} n'a pas pu être mesuré : {faute}")
    for reprise in range(REPRISES):
        for nom in reponses:
            print(f"{nom} relit, {reprise + 2}e vitesse…", file=sys.stderr)
            try:
                encore = eprouver(interprete(nom), nom, chronometrer(demande))
            except OutilMuet as faute:
                absents.append(f"- {nom} n'a pas relu : {faute}")
                continue
            reponses[nom] = reponses[nom].plus_vite(encore)
    print("\n".join([*tableaux(notes, autres, demande["series"], reponses), *absents]))
    return int(bool(absents))


def installer() -> None:
    """Prépare l'environnement des autres outils ; ce qui échoue se verra au moment de lire."""
    if not interprete("presidio").exists():
        venv.create(ENVIRONNEMENT, with_pip=True)
    commande = [
        str(interprete("presidio")),
        "-m",
        "pip",
        "install",
        "--quiet",
        "-r",
        str(EXIGENCES),
    ]
    if subprocess.run(commande, check=False).returncode:
        print("Un outil au moins ne s'est pas installé ; on mesure les autres.", file=sys.stderr)
        for ligne in EXIGENCES.read_text(encoding="utf-8").splitlines():
            if "==" in ligne:
                subprocess.run([*commande[:-2], ligne], check=False)


def interprete(nom: str) -> Path:
    """Le Python de l'outil."""
    return Path(sys.executable) if nom == NOUS else ENVIRONNEMENT / "bin" / "python"


def demander(notes: Sequence[Any], autres: Sequence[Any]) -> dict[str, Any]:
    """Les mêmes textes pour tous : chaque façon d'écrire, la liste, les autres métiers."""
    noms = sorted({n.words(s) for n in notes for s in n.spans if s.categorie in ("nom", "surnom")})
    series: dict[str, dict[str, list[str]]] = {
        variante: {"textes": [change(n.texte) for n in notes], "liste": []}
        for variante, change in VARIANTES.items()
    }
    tels_quels = series["telle quelle"]["textes"]
    series["liste"] = {"textes": tels_quels, "liste": noms}
    series["autres"] = {"textes": [n.texte for n in autres], "liste": []}
    return {"series": series, "chrono": "telle quelle"}


def chronometrer(demande: dict[str, Any]) -> dict[str, Any]:
    """La demande réduite à ce qui se chronomètre."""
    chrono = demande["chrono"]
    return {"series": {chrono: demande["series"][chrono]}, "chrono": chrono}


def tableaux(
    notes: Sequence[Any],
    autres: Sequence[Any],
    series: dict[str, Any],
    reponses: dict[str, Reponse],
) -> list[str]:
    """Le rapport entier, en Markdown."""

    def mesure(nom: str, serie: str, tout: bool = False) -> Mesure:
        lues = autres if serie == "autres" else notes
        return compter(lues, series[serie]["textes"], reponses[nom].passages(serie, tout=tout))

    def lignes(serie: str) -> dict[str, Mesure]:
        trouvees = {nom: mesure(nom, serie) for nom in reponses}
        if NOUS in reponses and serie != "autres":
            trouvees[f"{NOUS}, avec la liste"] = mesure(NOUS, "liste")
            trouvees[f"{NOUS}, masqué ou à vérifier"] = mesure(NOUS, serie, tout=True)
        return trouvees

    parts = (("Réserve", "telle quelle", notes), ("Autres métiers", "autres", autres))
    rapport = [
        f"## {titre} ({len(lues)} notes)\n\n{tableau.couverture(lignes(serie))}\n"
        for titre, serie, lues in parts
    ]
    variantes = {
        nom: [mesure(nom, v) for v in VARIANTES if v != "telle quelle"] for nom in reponses
    }
    rapport.append(f"## Directs, selon l'écriture\n\n{tableau.ecritures(variantes)}\n")
    couts = {
        nom: tableau.Machine(r.mots_s, r.memoire_mo, r.chargement_s, r.reseau)
        for nom, r in reponses.items()
    }
    rapport.append(f"## Machine, Python {python_version()}\n\n{tableau.machine(couts)}\n")
    return rapport


if __name__ == "__main__":
    sys.exit(main())
