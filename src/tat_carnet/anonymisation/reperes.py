"""Ce que rend le repérage : un passage, sa catégorie, et ce qu'il en faut faire."""

from __future__ import annotations

from enum import StrEnum, auto
from typing import Final, NamedTuple


class Niveau(StrEnum):
    """« masquer » : remplacé d'office dans la proposition ; « verifier » : montré, à décider."""

    masquer = auto()
    verifier = auto()


class Categorie(StrEnum):
    """Ce qu'un repère désigne ; les identifiants directs d'abord."""

    liste = auto()
    nom = auto()
    surnom = auto()
    initiales = auto()
    telephone = auto()
    courriel = auto()
    compte = auto()
    nir = auto()
    iban = auto()
    plaque = auto()
    naissance = auto()
    adresse = auto()
    age = auto()
    batiment = auto()
    etage_porte = auto()
    etablissement = auto()
    petit_lieu = auto()
    lien_familial = auto()
    role_unique = auto()
    date = auto()
    heure = auto()
    origine_religion = auto()
    nourrice = auto()
    lexique = auto()
    appreciation = auto()


DIRECTES: Final = frozenset(
    {
        Categorie.liste,
        Categorie.nom,
        Categorie.surnom,
        Categorie.initiales,
        Categorie.telephone,
        Categorie.courriel,
        Categorie.compte,
        Categorie.nir,
        Categorie.iban,
        Categorie.plaque,
        Categorie.naissance,
        Categorie.adresse,
    }
)
"""Catégories qui désignent une personne à elles seules."""


class Repere(NamedTuple):
    """Passage `texte[debut:fin]` (indices de caractères Python), sa catégorie et son niveau."""

    debut: int
    fin: int
    categorie: Categorie
    niveau: Niveau
