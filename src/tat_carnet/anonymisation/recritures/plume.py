"""La plume : à chaque catégorie de repère sa récriture, et ce qui se suit le temps d'un texte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from tat_carnet.anonymisation.recritures import ages, lexique, lieux, proches, temps, termes
from tat_carnet.anonymisation.recritures.contexte import Contexte, Remplacement
from tat_carnet.anonymisation.recritures.effacements import PERSONNES
from tat_carnet.anonymisation.recritures.personnes import Distribution
from tat_carnet.anonymisation.recritures.precisions import effacer_la_precision
from tat_carnet.anonymisation.reperes import Categorie

_SEULS: Final[dict[Categorie, Callable[[Contexte], Remplacement]]] = {
    Categorie.date: temps.recrire_date,
    Categorie.naissance: temps.recrire_naissance,
    Categorie.adresse: lieux.recrire_adresse,
    Categorie.etablissement: lieux.recrire_etablissement,
    Categorie.petit_lieu: lieux.recrire_petit_lieu,
    Categorie.lien_familial: proches.recrire_lien,
    Categorie.role_unique: proches.recrire_role,
    Categorie.origine_religion: termes.recrire_appartenance,
    Categorie.nourrice: termes.recrire_nourrice,
    Categorie.lexique: lexique.recrire_lexique,
    Categorie.appreciation: termes.recrire_appreciation,
}


@dataclass(slots=True)
class Plume:
    """Ce qui doit rester cohérent le temps d'un texte."""

    personnes: Distribution = field(default_factory=Distribution)
    batiments: lieux.Batiments = field(default_factory=lieux.Batiments)

    def recrire(self, contexte: Contexte, precedent: Contexte | None) -> Remplacement:
        """Le remplacement d'un repère, au vu de celui qui le précède."""
        categorie = contexte.repere.categorie
        if precedent and (rien := effacer_la_precision(contexte, precedent)):
            return rien
        if categorie in PERSONNES:
            return self.personnes.recrire(contexte, precedent)
        if categorie is Categorie.batiment:
            return self.batiments.recrire(contexte, precedent)
        if categorie is Categorie.heure:
            return temps.recrire_heure(contexte, temps.suit_une_heure(contexte, precedent))
        avant = precedent.repere.categorie if precedent and _colle(contexte) else None
        if categorie is Categorie.age:
            if precedent and (suite := ages.suit_un_age(contexte, precedent)):
                return suite
            return ages.recrire_age(contexte, avant in PERSONNES)
        if categorie is Categorie.etage_porte:
            return lieux.recrire_etage(contexte, avant is Categorie.etage_porte, precedent)
        return _SEULS.get(categorie, termes.recrire_fixe)(contexte)


def _colle(contexte: Contexte) -> bool:
    """Vrai si rien d'autre qu'un signe ou deux ne sépare le repère de celui qui le précède."""
    return len(contexte.gauche) <= 3 and not contexte.gauche.strip(" ,:/-(")
