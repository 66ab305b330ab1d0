"""Met les mesures en tableaux Markdown : un outil par ligne, une mesure par colonne."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anonymat.comptes import Mesure, marges
from anonymat.corpus import LECTURE

_COUVERTURE = (
    "outil",
    "directs",
    "quasi",
    "notes sans fuite",
    "fausses alertes /1000 mots",
    "mots en trop /1000",
    "à garder, touchés",
)
_ECRITURES = ("outil", "minuscules", "capitales", "sans accents")
_MACHINE = ("outil", "mots/s", "mémoire (Mo)", "chargement (s)", "tentatives réseau")


@dataclass(frozen=True, slots=True)
class Machine:
    """Ce qu'un outil coûte ; `reseau` est `None` quand rien ne permet de le voir."""

    mots_s: float
    memoire_mo: float
    chargement_s: float
    reseau: int | None


def couverture(mesures: Mapping[str, Mesure]) -> str:
    """Ce que chaque outil trouve et masque à tort, avec les marges à 95 %."""
    lignes = [
        (
            nom,
            part(*m.part(LECTURE.DIRECT)),
            part(*m.part(LECTURE.QUASI)),
            part(m.sans_fuite, m.notes),
            nombre(m.fausses_pour_mille),
            nombre(m.en_trop_pour_mille),
            part(*m.part([LECTURE.KEEP])),
        )
        for nom, m in mesures.items()
    ]
    return markdown(_COUVERTURE, lignes)


def ecritures(mesures: Mapping[str, Sequence[Mesure]]) -> str:
    """Les directs trouvés en minuscules, en capitales, sans accents."""
    lignes = [
        (nom, *(part(*m.part(LECTURE.DIRECT)) for m in variantes))
        for nom, variantes in mesures.items()
    ]
    return markdown(_ECRITURES, lignes)


def machine(mesures: Mapping[str, Machine]) -> str:
    """La vitesse, la mémoire, le chargement, le réseau."""
    lignes = [
        (
            nom,
            f"{m.mots_s:,.0f}".replace(",", " "),
            f"{m.memoire_mo:.0f}",
            nombre(m.chargement_s),
            "non mesuré" if m.reseau is None else str(m.reseau),
        )
        for nom, m in mesures.items()
    ]
    return markdown(_MACHINE, lignes)


def part(trouves: int, total: int) -> str:
    """« 96,7 % (93,6–98,3) », ou un tiret quand on n'a rien mesuré."""
    if not total:
        return "–"
    bas, haut = marges(trouves, total)
    valeur, bornes = (
        nombre(100 * trouves / total),
        f"{nombre(100 * bas)}–{nombre(100 * haut)}",
    )
    return f"{valeur} % ({bornes})"


def nombre(valeur: float) -> str:
    """Une décimale, à la française."""
    return f"{valeur:.1f}".replace(".", ",")


def markdown(titres: Sequence[str], lignes: Sequence[Sequence[str]]) -> str:
    """Un tableau : le nom à gauche, les chiffres à droite."""
    regle = ["---", *("---:" for _ in titres[1:])]
    return "\n".join("| " + " | ".join(ligne) + " |" for ligne in (titres, regle, *lignes))
