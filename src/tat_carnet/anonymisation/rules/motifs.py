"""Chercher une expression régulière dans le texte plié."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere

_VERBES: Final = frozenset(("barre", "porte", "tente", "case", "cave", "entre"))
_RENDUS: Final = ("x", "y", "z", "w", "v", "u", "t")


def chercher(
    note: Note,
    motif: re.Pattern[str],
    categorie: Categorie,
    niveau: Niveau = Niveau.masquer,
    *,
    si: frozenset[str] | None = None,
) -> Iterable[Repere]:
    """Les occurrences de `motif` en indices du texte plié.

    `si` : des mots dont un au moins est nécessaire ; leur absence épargne la recherche.
    Si un de ses groupes `t` à `z` a servi, c'est lui qui est rendu.
    """
    places = note.departs.places(motif)
    if not places or (si is not None and si.isdisjoint(note.vocabulaire)):
        return ()  # le plus souvent
    trouves = note.departs.essayer(motif, places)
    return [Repere(*_bornes(trouve), categorie, niveau) for trouve in trouves]


def hors_participes(note: Lecture, reperes: Iterable[Repere]) -> Iterator[Repere]:
    """Ceux qu'un participe n'ouvre pas : « barré trois mots », « porté au crédit »."""
    for repere in reperes:
        rang = note.rangs.get(repere.debut, -1)
        if note.brut_de(rang)[-1:] not in ("é", "É") or note.forme(rang) not in _VERBES:
            yield repere


def _bornes(trouve: re.Match[str]) -> tuple[int, int]:
    nommes = trouve.groupdict()
    return trouve.span(next((nom for nom in _RENDUS if nommes.get(nom)), 0))


def juste_avant(
    motif: re.Pattern[str], texte: str, fin: int, portee: int = 48
) -> re.Match[str] | None:
    """Ce qu'un motif clos par `$` lit avant `fin`, en `portee` signes au plus.

    Le chercher depuis le début de la note coûterait le carré de sa longueur.
    """
    return motif.search(texte, max(0, fin - portee), fin)


def un_de(mots: Iterable[str]) -> str:
    """Le motif qui lit l'un de ces mots, le plus long d'abord."""
    return f"(?:{'|'.join(sorted(mots, key=lambda mot: (-len(mot), mot)))})"
