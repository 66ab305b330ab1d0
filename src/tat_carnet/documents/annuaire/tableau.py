"""L'annuaire en un tableau : une ligne par structure, que les formats de listes savent écrire."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tat_carnet.documents.interface import Document, Mention, Tableau
from tat_carnet.documents.typographie import propre
from tat_carnet.domain.annuaire_relu import StructureRelue
from tat_carnet.domain.civilite import Civilite, TitreFonction, nom_du_titre
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.libelles import libelle

COLONNES: Final = (
    "Structure", "Nature", "Fonction", "Titre", "Civilité", "Adresse", "Téléphone", "Courriel",
    "Compétences", "Publics", "Territoire", "Conditions", "Horaires", "Attentes", "Limites",
    "Vérifié le",
)  # fmt: skip
"""Les titres, tels que l'import les comprend."""


def composer_tableau(structures: Sequence[StructureRelue]) -> Document:
    """Tout l'annuaire, dans l'ordre reçu."""
    lignes = tuple(map(_ligne, structures))
    tableau = Tableau(tuple(map(Mention, COLONNES)), lignes, (6,) * 15 + (10,))
    return Document(libelle(GenreDocument.annuaire), (tableau,))


def _ligne(structure: StructureRelue) -> tuple[str, ...]:
    s = structure
    titre = "" if s.titre is TitreFonction.aucun else nom_du_titre(s.titre)
    civilite = "" if s.civilite is Civilite.inconnue else s.civilite.value.capitalize()
    return (
        propre(s.nom.texte),
        Mention(libelle(s.type)),
        propre(s.fonction.texte),
        Mention(titre),
        Mention(civilite),
        propre(s.adresse.texte),
        propre(s.telephone.texte),
        propre(s.courriel.texte),
        Mention(", ".join(libelle(code) for code in s.competences)),
        Mention(", ".join(libelle(code) for code in s.publics)),
        propre(s.territoire.texte),
        propre(s.conditions.texte),
        propre(s.horaires.texte),
        propre(s.attentes.texte),
        propre(s.limites.texte),
        Mention(s.verifie_le.isoformat() if s.verifie_le else ""),
    )
