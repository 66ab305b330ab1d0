"""Ce qui, dans un texte relu, dirait encore où, quand, quel âge : une vignette n'en garde rien."""

from __future__ import annotations

import re
from typing import Final

from tat_carnet.anonymisation.publics import bornes_des_noms
from tat_carnet.anonymisation.reperage import reperer
from tat_carnet.anonymisation.reperes import Categorie

SITUENT: Final = frozenset(
    {
        Categorie.adresse,
        Categorie.batiment,
        Categorie.etage_porte,
        Categorie.etablissement,
        Categorie.petit_lieu,
        Categorie.date,
        Categorie.heure,
        Categorie.naissance,
    }
)
_MOIS: Final = re.compile(
    r"\b(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b"
    r"|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""Un mois ou une année seuls : ailleurs ils se gardent, ici ils datent."""


_AGE: Final = re.compile(
    r"\b(?:(?<!moins de )(?<!plus de )\d{1,2}(?: ?(?:-|à|et) ?\d{1,2})? ans"
    r"(?<!\b18 ans(?= et plus| ou plus))"
    r"|(?:nouveau-né|bébé|nourrisson|pré-?ado|ado(?:lescent)?|collégien(?:ne)?|lycéen(?:ne)?"
    r"|jeune adulte|jeune majeur|trentenaire|quadragénaire|quinquagénaire|sexagénaire"
    r"|septuagénaire|octogénaire|retraité)e?"
    r"|en (?:[3-6](?:e|è|ème)|sixième|cinquième|quatrième|troisième|terminale))\b",
    re.IGNORECASE,
)
"""Un âge, par un nombre, un mot, une classe. « Des adolescents » sont plusieurs ; « un mineur »,
l'échelon le plus large, se dit.
"""
_MAJEUR: Final = re.compile(
    r"(?:adulte|majeure?|naire|retraitée?)$|^(?:1[89]|[2-9]\d)\b", re.IGNORECASE
)


def ce_qui_dit_un_age(texte: str) -> tuple[str, ...]:
    """Les passages qui disent l'âge de quelqu'un : à côté d'un besoin, ils sont une personne."""
    return tuple(dict.fromkeys(trouve[0] for trouve in _AGE.finditer(texte)))


def sans_l_age(dit: str) -> str:
    """Le mot qui dirait la même chose sans l'âge : « un adolescent » est « un mineur »."""
    mot = "adulte" if _MAJEUR.search(dit) else "mineur"
    feminin = mot == "mineur" and re.search(r"(?:cente|enne)$", dit, re.IGNORECASE)
    return f"{mot}e" if feminin else mot


def ce_qui_situe(texte: str, lieux: frozenset[str]) -> tuple[str, ...]:
    """Les passages qui nomment un de ces lieux, un bâtiment, un jour, une heure, un mois.

    Contrairement au sas, rien ne s'y garde : un motif n'y change rien.
    """
    bornes = [
        *((repere.debut, repere.fin) for repere in reperer(texte, (), categories=SITUENT)),
        *bornes_des_noms(texte, lieux),
        *(mois.span() for mois in _MOIS.finditer(texte)),
    ]
    entiers = [
        (debut, fin)
        for debut, fin in sorted(set(bornes))
        if not any(d <= debut and fin <= f and (d, f) != (debut, fin) for d, f in bornes)
    ]
    return tuple(dict.fromkeys(texte[debut:fin] for debut, fin in entiers))
