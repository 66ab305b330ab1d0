"""Ce qui peut s'imprimer d'une structure : sa fiche, relue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tat_carnet.domain.civilite import Civilite, TitreFonction
from tat_carnet.domain.relu import TexteRelu
from tat_carnet.domain.vocabulaire import Famille, Public, TypePartenaire


@dataclass(frozen=True, slots=True)
class StructureRelue:
    """Une fiche d'annuaire dont aucun mot ne nomme une personne.

    `verifie_le` : la dernière vérification ; `a_verifier` : elle est trop vieille, ou n'est pas.
    """

    nom: TexteRelu
    type: TypePartenaire
    fonction: TexteRelu
    titre: TitreFonction
    civilite: Civilite
    telephone: TexteRelu
    courriel: TexteRelu
    adresse: TexteRelu
    competences: tuple[Famille, ...]
    publics: tuple[Public, ...]
    territoire: TexteRelu
    conditions: TexteRelu
    horaires: TexteRelu
    attentes: TexteRelu
    limites: TexteRelu
    verifie_le: date | None
    a_verifier: bool
