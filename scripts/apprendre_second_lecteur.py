"""Apprend les poids du second lecteur, des seules notes de travail.

    make second-lecteur

Refait `second_lecteur.tsv` et `second_lecteur_voisins.txt` dans `resources/lexiques/`, et affiche
ce qu'il trouve de plus, aucune note n'étant lue par des poids qu'elle a appris (six parts, une voix
d'un seul côté). Demande scikit-learn, que rien d'autre n'emploie. Deux passages donnent les mêmes
poids. À refaire quand les règles ou le corpus de travail ont beaucoup changé.
"""

from __future__ import annotations

import importlib
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from unittest import mock

from anonymat.corpus import CORPUS, LECTURE
from tat_carnet.anonymisation import Niveau, reperer
from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.rules import second_lecteur
from tat_carnet.anonymisation.rules.second_lecteur import est_explique, est_lisible
from tat_carnet.anonymisation.traits import traits_de_forme, traits_de_place

LEXIQUES: Final = Path(__file__).resolve().parents[1] / "resources" / "lexiques"
CHERCHES: Final = frozenset(("nom", "surnom", "initiales", "adresse", "compte"))
"""Ce qu'on apprend à soupçonner ; le reste se reconnaît à sa forme, par des règles."""
CONSEILS: Final = frozenset(("lexique", "appreciation"))
FAUSSES: Final = 6
"""Doutes de trop admis pour mille mots, en plus de ceux des règles."""
RECONNU: Final = 25
"""Fois qu'un mot doit paraître pour être un voisin vu pour lui-même."""
RARE: Final = 2
"""Traits vus moins souvent : du bruit."""
PARCIMONIE: Final = 0.8
"""Inverse de la pénalité L1 : plus petit, moins de poids."""
MANQUE: Final = 5.0
"""Ce que compte un nom que les règles ne masquent pas, quand un nom masqué compte 1."""
PARTS: Final = 6


@dataclass
class Mot:
    """Un mot lisible d'une note de travail : ses traits, sa voix, ce qu'il est."""

    voix: str
    traits: frozenset[str]
    nomme: bool
    designe: bool
    masque: bool
    vu: bool


def main() -> int:
    """Apprend, mesure et écrit."""
    notes = [
        (fichier.stem, note)
        for fichier in sorted((CORPUS / "travail").glob("*.txt"))
        for note in LECTURE.read_notes(fichier)
    ]
    formes = Counter(forme for _, note in notes for forme in Lecture.de(note.texte).formes)
    reconnus = frozenset(m for m, n in formes.items() if n >= RECONNU and m.isalpha())
    _ecrire("second_lecteur_voisins.txt", ["# Mots vus pour eux-mêmes, appris.", *sorted(reconnus)])
    with mock.patch.object(second_lecteur, "reperer", return_value=()):
        mots = [mot for voix, note in notes for mot in _lire(voix, note)]
    compte = Counter(trait for mot in mots for trait in mot.traits)
    traits = sorted(trait for trait, nombre in compte.items() if nombre >= RARE)
    total = sum(formes.values())
    seuil = _seuil(mots, _scores_croises(mots, traits), total)
    modele = _ajuster(mots, traits, range(len(mots)))
    poids = zip(traits, (round(100 * poids) for poids in modele.coef_[0]), strict=True)
    appris = [f"{trait}\t{valeur}" for trait, valeur in poids if valeur]
    _ecrire(
        "second_lecteur.tsv", [*appris, f"seuil\t{round(100 * (seuil - modele.intercept_[0]))}"]
    )
    print(f"{len(appris) - 1} poids, {len(reconnus)} voisins reconnus")
    return 0


def _lire(voix: str, note: Any) -> list[Mot]:
    """Les mots lisibles d'une note, étiquetés par ses annotations et par nos règles."""
    lecture = Lecture.de(note.texte)
    reperes = [r for r in reperer(note.texte) if r.categorie not in CONSEILS]
    mots = []
    for rang, forme in enumerate(lecture.formes):
        if not est_lisible(forme) or est_explique(lecture, rang):
            continue
        debut, fin = lecture.bornes(lecture.debuts[rang], lecture.fins[rang])
        sur = {s.categorie for s in note.identifying if s.debut < fin and debut < s.fin}
        niveaux = {r.niveau for r in reperes if r.debut < fin and debut < r.fin}
        mots.append(
            Mot(
                voix,
                frozenset((*traits_de_forme(forme), *traits_de_place(lecture, rang))),
                nomme=bool(sur & CHERCHES),
                designe=bool(sur),
                masque=Niveau.masquer in niveaux,
                vu=bool(niveaux),
            )
        )
    return mots


def _ajuster(mots: Sequence[Mot], traits: Sequence[str], rangs: Sequence[int]) -> Any:
    """Une régression logistique parcimonieuse ; ce qui désigne sans nommer ne s'apprend pas."""
    lus = [mots[rang] for rang in rangs if mots[rang].nomme or not mots[rang].designe]
    poids = [MANQUE if mot.nomme and not mot.masque else 1.0 for mot in lus]
    modele = importlib.import_module("sklearn.linear_model").LogisticRegression(
        C=PARCIMONIE, l1_ratio=1, solver="liblinear", random_state=0
    )
    return modele.fit(_matrice(lus, traits), [mot.nomme for mot in lus], sample_weight=poids)


def _matrice(mots: Sequence[Mot], traits: Sequence[str]) -> Any:
    """Une ligne par mot, une colonne par trait (0 ou 1)."""
    place = {trait: rang for rang, trait in enumerate(traits)}
    indices, bornes = [], [0]
    for mot in mots:
        indices += sorted(place[trait] for trait in mot.traits if trait in place)
        bornes.append(len(indices))
    creuse = importlib.import_module("scipy.sparse")
    valeurs = [1.0] * len(indices)
    return creuse.csr_matrix((valeurs, indices, bornes), shape=(len(mots), len(traits)))


def _scores_croises(mots: Sequence[Mot], traits: Sequence[str]) -> list[float]:
    """Le logit de chaque mot, par des poids qui n'ont pas appris de sa voix."""
    voix = sorted({mot.voix for mot in mots})
    part = {nom: rang % PARTS for rang, nom in enumerate(voix)}
    scores = [0.0] * len(mots)
    for tour in range(PARTS):
        dehors = [rang for rang, mot in enumerate(mots) if part[mot.voix] == tour]
        dedans = [rang for rang, mot in enumerate(mots) if part[mot.voix] != tour]
        modele = _ajuster(mots, traits, dedans)
        lus = modele.decision_function(_matrice([mots[rang] for rang in dehors], traits))
        for rang, score in zip(dehors, lus, strict=True):
            scores[rang] = float(score)
    return scores


def _seuil(mots: Sequence[Mot], scores: Sequence[float], total: int) -> float:
    """Le logit au-delà duquel on montre au plus `FAUSSES` mots de trop pour mille."""
    libres = [(score, mot) for score, mot in zip(scores, mots, strict=True) if not mot.vu]
    fausses = sorted((score for score, mot in libres if not mot.designe), reverse=True)
    manques = [score for score, mot in libres if mot.nomme]
    for nombre in (FAUSSES // 3, FAUSSES, 2 * FAUSSES):
        montres = sum(score > fausses[nombre * total // 1000] for score in manques)
        print(f"{montres} des {len(manques)} mots manqués pour {nombre} doutes de trop sur mille")
    return fausses[FAUSSES * total // 1000]


def _ecrire(nom: str, lignes: Sequence[str]) -> None:
    (LEXIQUES / nom).write_text("\n".join(lignes) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
