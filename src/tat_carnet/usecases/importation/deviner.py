"""Deviner ce que chaque colonne est : à son titre, sinon à ce qu'elle contient."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from tat_carnet.domain.fait import Site
from tat_carnet.domain.importation import Champ, Feuille
from tat_carnet.domain.recherche import fold, words
from tat_carnet.usecases.importation.codes import TYPES
from tat_carnet.usecases.tableurs.dates import lire_heure, lire_instant

_TITRES: Final[Mapping[Champ, str]] = {
    Champ.jour: "date jour quand le",
    Champ.heure: "heure horaire moment plage",
    Champ.lieu: "lieu site endroit ou place emplacement",
    Champ.secteur: "secteur quartier zone",
    Champ.type: "type nature categorie fait evenement",
    Champ.texte: "texte description observation observations commentaire note details",
    Champ.quantite: "quantite nombre nb combien",
    Champ.taille_groupe: "taille groupe effectif",
    Champ.tranche_age: "age ages tranche",
    Champ.publics: "public publics population",
    Champ.attestation: "attestation degre fiabilite certitude",
    Champ.source: "source origine",
    Champ.gravite: "gravite",
    Champ.urgence: "urgence",
    Champ.recurrence: "recurrence frequence",
}
_VUES: Final = 50
"""Lignes regardées pour deviner."""
_TEXTE_LONG: Final = 12


def deviner(tableau: Feuille, sites: Sequence[Site]) -> dict[Champ, int]:
    """Le rang de colonne de chaque champ reconnu ; une colonne ne sert qu'une fois."""
    choisis: dict[Champ, int] = {}
    for rang, titre in enumerate(tableau.titres):
        champ = _du_titre(titre, choisis)
        if champ is not None:
            choisis[champ] = rang
    vues = tableau.lignes[:_VUES]
    noms = {fold(site.libelle_public) for site in sites}
    essais: tuple[tuple[Champ, Callable[[str], object]], ...] = (
        (Champ.jour, lire_instant),
        (Champ.heure, lire_heure),
        (Champ.lieu, lambda texte: fold(texte) in noms),
        (Champ.type, lambda texte: fold(texte) in TYPES),
    )
    for champ, convient in essais:
        for rang in range(len(tableau.titres)):
            if champ in choisis or rang in choisis.values():
                continue
            cellules = [ligne[rang] for ligne in vues if rang < len(ligne) and ligne[rang]]
            if cellules and sum(bool(convient(c)) for c in cellules) * 5 >= len(cellules) * 4:
                choisis[champ] = rang
    if Champ.texte not in choisis:
        libres = [rang for rang in range(len(tableau.titres)) if rang not in choisis.values()]
        longueurs = {rang: _longueur(vues, rang) for rang in libres}
        bavarde = max(libres, key=longueurs.__getitem__, default=None)
        if bavarde is not None and longueurs[bavarde] >= _TEXTE_LONG:
            choisis[Champ.texte] = bavarde
    return choisis


def _longueur(vues: Sequence[tuple[str, ...]], rang: int) -> float:
    """La longueur moyenne des cellules remplies d'une colonne."""
    cellules = [ligne[rang] for ligne in vues if rang < len(ligne) and ligne[rang]]
    return sum(map(len, cellules)) / len(cellules) if cellules else 0.0


def _du_titre(titre: str, choisis: Mapping[Champ, int]) -> Champ | None:
    mots = words(titre)
    for champ, attendus in _TITRES.items():
        if champ not in choisis and not set(mots[:2]).isdisjoint(attendus.split()):
            return champ
    return None
