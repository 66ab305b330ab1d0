"""Mesure l'anonymiseur sur un corpus annoté (`tests/corpus/<part>/*.txt`).

    python scripts/mesurer_anonymat.py travail --manques    # ce qui manque, ce qui déborde
    python scripts/mesurer_anonymat.py reserve              # des chiffres, jamais une note

La réserve n'est jamais montrée : `--manques` y est refusé. « Liste » : les noms et surnoms du
corpus ont tous été confirmés une fois. `scripts/comparer_anonymat.py` met les autres outils à côté.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from anonymat.comptes import MOT, VARIANTES, Mesure, taux
from anonymat.corpus import LECTURE, lire
from tat_carnet.anonymisation import Niveau, Repere, reperer

CONSEILS = frozenset(("lexique", "appreciation"))
"""Ce qui conseille un mot sans désigner personne : ni trouvaille, ni fausse alerte."""


Passe = tuple[Any, str, Sequence[Repere]]
"""Une note, son texte écrit d'une façon, et ses repères dans ce texte."""


def passer(notes: Iterable[Any], variante: str, liste: Collection[str]) -> Iterator[Passe]:
    """Lit chaque note, écrite selon `variante` (une clé de `VARIANTES`)."""
    for note in notes:
        texte = VARIANTES[variante](note.texte)
        yield note, texte, reperer(texte, liste)


def juger(passes: Iterable[Passe], tout: bool = False) -> Mesure:
    """Ce que valent des passes ; `tout` compte aussi ce qui est « à vérifier »."""
    mesure = Mesure()
    for note, texte, reperes in passes:
        comptes = [
            r
            for r in reperes
            if r.categorie not in CONSEILS and (tout or r.niveau is Niveau.masquer)
        ]
        mesure.ajouter(note, texte, comptes, suit=True)
    return mesure


def mesurer(notes: list[Any], variante: str, liste: Collection[str], tout: bool) -> Mesure:
    """Passe le corpus, et juge."""
    return juger(passer(notes, variante, liste), tout)


def ligne(nom: str, mesure: Mesure) -> str:
    """Une ligne du tableau."""
    return (
        f"{nom:24} direct {taux(*mesure.part(LECTURE.DIRECT))}  "
        f"quasi {taux(*mesure.part(LECTURE.QUASI))}  "
        f"sans fuite {100 * mesure.sans_fuite / max(1, mesure.notes):5.1f} %  "
        f"fausses/1000 {mesure.fausses_pour_mille:5.1f}  "
        f"gardés touchés {taux(*mesure.part([LECTURE.KEEP]))}"
    )


def vitesse(notes: list[Any]) -> float:
    """Mots par seconde de processeur, une fois les lexiques chargés."""
    textes = [note.texte for note in notes]
    debut = time.process_time()
    for texte in textes:
        reperer(texte)
    duree = time.process_time() - debut
    return sum(len(MOT.findall(texte)) for texte in textes) / max(duree, 1e-9)


def main() -> None:
    """Le tableau, puis les catégories, puis les fautes si on les demande."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=LECTURE.FOLDERS)
    parser.add_argument("--manques", action="store_true")
    parser.add_argument("--variante", choices=VARIANTES, default="telle quelle")
    parser.add_argument("--prefixe", default="", help="début des noms de fichiers à lire")
    choix = parser.parse_args()
    if choix.manques and choix.part == "reserve":
        parser.error("la réserve ne se regarde pas")
    notes, autres = lire(choix.part, choix.prefixe)
    if notes:
        afficher(notes)
    if autres:
        print(ligne("autres métiers", mesurer(autres, "telle quelle", (), False)))
    if choix.manques:
        for nom, fautes in sorted(mesurer(notes, choix.variante, (), False).fautes.items()):
            print(f"\n== {nom} ({len(fautes)})")
            print("\n".join(f"   {faute}" for faute in fautes))


def afficher(notes: list[Any]) -> None:
    """Les mesures d'un corpus."""
    debut = time.process_time()
    reperer("Un premier texte charge les lexiques.")
    charge = time.process_time() - debut
    brute = mesurer(notes, "telle quelle", (), False)
    print(f"{brute.notes} notes, {brute.mots} mots, lexiques chargés en {charge:.2f} s")
    resumer(notes, brute)
    for variante in list(VARIANTES)[1:]:
        print(ligne(variante, mesurer(notes, variante, (), False)))
    for categorie in sorted(LECTURE.CATEGORIES):
        print(f"   {categorie:18} {taux(*brute.part([categorie]))} sur {brute.total[categorie]}")
    memoire = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{vitesse(notes):,.0f} mots/s, {memoire:.0f} Mo au plus")


def resumer(notes: list[Any], brute: Mesure) -> None:
    """Les trois lignes qui comptent : masqué, avec la liste, masqué ou à vérifier."""
    noms = {n.words(s) for n in notes for s in n.spans if s.categorie in ("nom", "surnom")}
    print(ligne("masqués", brute))
    print(ligne("masqués, avec la liste", mesurer(notes, "telle quelle", noms, False)))
    print(ligne("masqués et à vérifier", mesurer(notes, "telle quelle", (), True)))


if __name__ == "__main__":
    main()
