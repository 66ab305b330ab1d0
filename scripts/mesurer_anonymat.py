"""Mesure l'anonymiseur sur un corpus annoté (`tests/corpus/<part>/*.txt`).

    python scripts/mesurer_anonymat.py travail --manques    # ce qui manque, ce qui déborde
    python scripts/mesurer_anonymat.py reserve              # des chiffres, jamais une note

La réserve n'est jamais montrée : `--manques` y est refusé. Un passage direct est trouvé si chacun
de ses mots (articles et prépositions exceptés) est couvert ; un quasi-identifiant, si la moitié de
ses lettres l'est. « Liste » : les noms et surnoms du corpus ont tous été confirmés une fois.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import re
import resource
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any

from tat_carnet.anonymisation import Niveau, Repere, reperer

CORPUS = Path(__file__).resolve().parents[1] / "tests" / "corpus"
ARTICLES = frozenset(
    [
        "le",
        "la",
        "les",
        "l",
        "de",
        "du",
        "des",
        "d",
        "au",
        "aux",
        "a",
        "à",
        "un",
        "une",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "en",
        "et",
        "o",
        "é",
    ]
)
CONSEILS = frozenset(("lexique", "appreciation"))
"""Ce qui conseille un mot sans désigner personne : ni trouvaille, ni fausse alerte."""
AUTRES = "autres_metiers"
"""Fichiers de prose d'autres métiers, mesurés à part."""
MOT = re.compile(r"[^\W_]+")


def charger_lecture() -> Any:
    """Le module qui lit le corpus (il vit avec lui)."""
    spec = importlib.util.spec_from_file_location("lecture", CORPUS / "lecture.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["lecture"] = module
    spec.loader.exec_module(module)
    return module


LECTURE = charger_lecture()


def sans_accents(texte: str) -> str:
    """Chaque lettre sans son accent, à la même place."""
    return "".join(unicodedata.normalize("NFD", c)[0] for c in texte)


def meme_longueur(change: Callable[[str], str]) -> Callable[[str], str]:
    """`change` appliqué signe à signe, sans déplacer les indices."""
    return lambda texte: "".join(r if len(r := change(c)) == 1 else c for c in texte)


VARIANTES: dict[str, Callable[[str], str]] = {
    "telle quelle": lambda texte: texte,
    "minuscules": meme_longueur(str.lower),
    "capitales": meme_longueur(str.upper),
    "sans accents": sans_accents,
}


def couvert(texte: str, span: Any, reperes: Iterable[Repere]) -> float:
    """Part des lettres du passage, articles exceptés, que couvrent les repères."""
    lettres = [
        i
        for mot in MOT.finditer(texte, span.debut, span.fin)
        if mot[0].lower() not in ARTICLES or mot.end() - mot.start() == span.fin - span.debut
        for i in range(mot.start(), mot.end())
    ] or list(range(span.debut, span.fin))
    pris = [i for i in lettres if any(r.debut <= i < r.fin for r in reperes)]
    return len(pris) / len(lettres)


class Mesure:
    """Des comptes qui s'additionnent note après note."""

    def __init__(self) -> None:
        self.trouves: Counter[str] = Counter()
        self.total: Counter[str] = Counter()
        self.mots = self.fausses = self.notes = self.sans_fuite = 0
        self.fautes: dict[str, list[str]] = defaultdict(list)

    def ajouter(self, note: Any, texte: str, reperes: Collection[Repere], suit: bool) -> None:
        """Compte une note."""
        self.mots += len(MOT.findall(texte))
        self.notes += 1
        fuite = False
        for span in note.spans:
            part = couvert(texte, span, reperes)
            direct = span.categorie in LECTURE.DIRECT
            trouve = part == 1 if direct else part >= 0.5
            if span.categorie == LECTURE.KEEP:
                trouve = part > 0
            self.total[span.categorie] += 1
            self.trouves[span.categorie] += trouve
            fuite |= direct and not trouve
            if suit and trouve == (span.categorie == LECTURE.KEEP):
                self.fautes[span.categorie].append(extrait(texte, span.debut, span.fin))
        self.sans_fuite += not fuite
        for repere in reperes:
            if not any(s.debut < repere.fin and repere.debut < s.fin for s in note.identifying):
                self.fausses += 1
                if suit:
                    ou = extrait(texte, repere.debut, repere.fin)
                    self.fautes["FAUX " + repere.categorie].append(ou)

    def part(self, categories: Iterable[str]) -> tuple[int, int]:
        """Trouvés et total pour des catégories."""
        noms = list(categories)
        return sum(self.trouves[c] for c in noms), sum(self.total[c] for c in noms)


def extrait(texte: str, debut: int, fin: int) -> str:
    """Le passage entre crochets, dans son voisinage."""
    return f"{texte[max(0, debut - 35) : debut]}[{texte[debut:fin]}]{texte[fin : fin + 25]}"


def taux(trouves: int, total: int) -> str:
    """Un pourcentage et sa marge à 95 % (Wilson)."""
    if not total:
        return "   –"
    p, z = trouves / total, 1.96
    centre = (p + z * z / (2 * total)) / (1 + z * z / total)
    marge = z * math.sqrt(p * (1 - p) / total + z * z / (4 * total**2)) / (1 + z * z / total)
    return f"{100 * p:5.1f} % [{100 * (centre - marge):.1f}–{100 * (centre + marge):.1f}]"


def mesurer(notes: list[Any], variante: str, liste: Collection[str], tout: bool) -> Mesure:
    """Passe le corpus ; `tout` compte aussi ce qui est « à vérifier »."""
    mesure = Mesure()
    for note in notes:
        texte = VARIANTES[variante](note.texte)
        reperes = [
            r
            for r in reperer(texte, liste)
            if r.categorie not in CONSEILS and (tout or r.niveau is Niveau.masquer)
        ]
        mesure.ajouter(note, texte, reperes, suit=True)
    return mesure


def ligne(nom: str, mesure: Mesure) -> str:
    """Une ligne du tableau."""
    return (
        f"{nom:24} direct {taux(*mesure.part(LECTURE.DIRECT))}  "
        f"quasi {taux(*mesure.part(LECTURE.QUASI))}  "
        f"sans fuite {100 * mesure.sans_fuite / max(1, mesure.notes):5.1f} %  "
        f"fausses/1000 {1000 * mesure.fausses / max(1, mesure.mots):5.1f}  "
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
    fichiers = sorted((CORPUS / choix.part).glob(f"{choix.prefixe}*.txt"))
    notes = [n for f in fichiers if AUTRES not in f.name for n in LECTURE.read_notes(f)]
    autres = [n for f in fichiers if AUTRES in f.name for n in LECTURE.read_notes(f)]
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
    noms = {n.words(s) for n in notes for s in n.spans if s.categorie in ("nom", "surnom")}
    debut = time.process_time()
    reperer("Un premier texte charge les lexiques.")
    charge = time.process_time() - debut
    brute = mesurer(notes, "telle quelle", (), False)
    print(f"{brute.notes} notes, {brute.mots} mots, lexiques chargés en {charge:.2f} s")
    print(ligne("masqués", brute))
    print(ligne("masqués, avec la liste", mesurer(notes, "telle quelle", noms, False)))
    print(ligne("masqués et à vérifier", mesurer(notes, "telle quelle", (), True)))
    for variante in list(VARIANTES)[1:]:
        print(ligne(variante, mesurer(notes, variante, (), False)))
    for categorie in sorted(LECTURE.CATEGORIES):
        print(f"   {categorie:18} {taux(*brute.part([categorie]))} sur {brute.total[categorie]}")
    memoire = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{vitesse(notes):,.0f} mots/s, {memoire:.0f} Mo au plus")


if __name__ == "__main__":
    main()
