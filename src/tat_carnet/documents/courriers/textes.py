"""Les mots d'un modèle, lus dans `resources/courriers/<clé>.txt`.

Des sections « == titre ». Dans `demandes`, une ligne par demande : « 7 | Réparer l'éclairage », le
nombre de jours d'abord.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from tat_carnet.paths import resource

_SECTIONS: Final = ("nom", "objet", "ouverture", "demande", "demandes", "disponibilite")
_LIEUX: Final = ", {lieux}"


@dataclass(frozen=True, slots=True)
class Textes:
    """Ce qu'un modèle propose d'écrire.

    `objet_situe` : la lettre ajoute à l'objet les lieux de ses faits (« {lieux} » dans le fichier).
    `ouverture` présente les faits, `demande` les demandes ; `demandes` : jours pour agir et texte.
    """

    nom: str
    objet: str
    objet_situe: bool
    ouverture: str
    demande: str
    demandes: tuple[tuple[int, str], ...]
    disponibilite: str


@cache
def load_textes(cle: str) -> Textes:
    """Les textes de ce modèle ; `FileNotFoundError` ou `ValueError` s'il est mal fait."""
    return read_textes(resource("courriers", f"{cle}.txt"))


def read_textes(chemin: Path) -> Textes:
    """Les textes d'un fichier ; `ValueError` s'il y manque une section."""
    sections: dict[str, list[str]] = {}
    for ligne in chemin.read_text(encoding="utf-8").splitlines():
        if ligne.startswith("== "):
            sections[ligne[3:].strip()] = lignes = []
        elif ligne.strip():
            lignes.append(ligne.strip())
    if tuple(sections) != _SECTIONS:
        raise ValueError(f"{chemin.name} doit avoir, dans l'ordre : {', '.join(_SECTIONS)}.")
    unis = {titre: " ".join(lignes) for titre, lignes in sections.items()}
    return Textes(
        nom=unis["nom"],
        objet=unis["objet"].removesuffix(_LIEUX),
        objet_situe=unis["objet"].endswith(_LIEUX),
        ouverture=unis["ouverture"],
        demande=unis["demande"],
        demandes=tuple(map(_demande, sections["demandes"])),
        disponibilite=unis["disponibilite"],
    )


def _demande(ligne: str) -> tuple[int, str]:
    jours, _, texte = ligne.partition("|")
    return int(jours), texte.strip()
