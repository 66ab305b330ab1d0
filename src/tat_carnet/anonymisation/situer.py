"""Ce qui, dans un texte relu, dirait encore où et quand : une vignette n'en garde rien."""

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
