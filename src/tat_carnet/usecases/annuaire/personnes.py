"""Ce qui, dans une fiche de structure, désignerait une personne : l'annuaire n'en garde pas."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tat_carnet.anonymisation import Categorie, Niveau, reperer
from tat_carnet.anonymisation.masquage import clef
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.domain.recherche import fold

_PERSONNES: Final = frozenset(
    {Categorie.liste, Categorie.nom, Categorie.surnom, Categorie.naissance, Categorie.nir}
)
PUBLICS_PAR_NATURE: Final = frozenset({"nom", "adresse", "territoire", "telephone", "courriel"})
"""Ce par quoi une structure se fait connaître ; des noms propres y sont à leur place."""
_FIXES: Final = frozenset({"telephone", "courriel"})
"""Les champs où un numéro ou une adresse électronique est à sa place : ceux de la fonction."""

_MOBILE: Final = re.compile(r"(?:\+?33|0)\s*\(?0?\)?\s*[67](?:[\s.\-/]*\d{2}){4}")
_CIVILITES: Final = re.compile(
    r"\b(?:M\.|Mme|Mlle|Mr|Monsieur|Madame)\s+(?:[A-ZÉÈÀ][\w’'\-]+)", re.UNICODE
)
_CHEZ: Final = re.compile(r"(?i:\b(?:chez|c/o)\s+)(?:[A-ZÉÈÀ][\w’'\-]+)")
"""Une adresse dite par qui y habite."""
_GENRES: Final = {
    "adresse": "l’adresse",
    "attentes": "les attentes",
    "conditions": "les conditions",
    "courriel": "le courriel",
    "fonction": "la fonction",
    "horaires": "les horaires",
    "limites": "les limites",
    "nom": "le nom de la structure",
    "telephone": "le téléphone",
    "territoire": "le territoire",
}


@dataclass(frozen=True, slots=True)
class Soupcon:
    """Un mot d'une fiche qui pourrait nommer quelqu'un, et le champ où il est."""

    champ: str
    terme: str

    @property
    def phrase(self) -> str:
        """Ce qui se montre sous le champ."""
        return (
            f"« {self.terme} », dans {_GENRES[self.champ]}, ressemble au nom d’une personne. "
            "Gardez la fonction, pas la personne."
        )

    def a_reprendre(self, structure: str) -> str:
        """Où est ce mot, et qu'en faire, pour qui voulait faire sortir l'annuaire."""
        return (
            f"« {self.terme} », dans {_GENRES[self.champ]} de « {structure} » : ouvrez cette fiche "
            "et enregistrez-la, pour retirer ce mot ou dire qu’il ne nomme personne."
        )


def soupcons(partenaire: Partenaire, liste: Collection[str] = ()) -> list[Soupcon]:
    """Les mots à retirer, ou à confirmer un à un ; ceux déjà confirmés n'y sont plus.

    Le nom d'une structure et une adresse sont faits de noms propres : n'y comptent qu'une civilité,
    ou un nom de personne qui serait tout le nom de la structure.
    """
    confirmes = {fold(terme) for terme in partenaire.confirmes}
    trouves = [
        Soupcon(champ, terme)
        for champ, texte in partenaire.textes()
        if texte.strip()
        for terme in _termes(champ, texte, liste)
    ]
    return [soupcon for soupcon in dict.fromkeys(trouves) if fold(soupcon.terme) not in confirmes]


def est_mobile(numero: str) -> bool:
    """Vrai pour un 06 ou un 07 : le plus souvent, le numéro d'une personne."""
    return _MOBILE.search(numero) is not None


def _termes(champ: str, texte: str, liste: Collection[str]) -> Iterator[str]:
    civilites = [civilite[0] for civilite in _CIVILITES.finditer(texte)]
    if champ == "adresse" and not civilites:
        civilites = [chez[0] for chez in _CHEZ.finditer(texte)]
    yield from civilites
    if champ in _FIXES:
        if not civilites:
            yield from _dans_les_coordonnees(texte, liste)
        return
    if champ in PUBLICS_PAR_NATURE and (civilites or champ != "nom"):
        return
    for nom in _noms(texte, frozenset(liste)):
        dite = any(nom in civilite for civilite in civilites)
        if not dite and (champ != "nom" or len(nom) >= len(texte.strip()) - 2):
            yield nom


@lru_cache(maxsize=8192)
def _noms(texte: str, liste: frozenset[str]) -> tuple[str, ...]:
    """Les noms sûrs d'un texte ; les mêmes reviennent d'une fiche à l'autre."""
    return tuple(
        texte[repere.debut : repere.fin]
        for repere in reperer(texte, liste, categories=_PERSONNES)
        if repere.niveau is Niveau.masquer
    )


def _dans_les_coordonnees(texte: str, liste: Collection[str]) -> Iterator[str]:
    """« prenom.nom@ » désigne une personne ; « accueil@ », une fonction, quel que soit le domaine.

    Un portable, ou un compte d'un seul mot, n'est suspect que s'il est dans la liste.
    """
    compte = texte.partition("@")[0]
    if clef(compte) in map(clef, liste) and ("@" in texte or est_mobile(texte)):
        yield compte.strip()
        return
    mots = [mot.capitalize() for mot in re.split(r"[._\-+\d\s]+", compte) if len(mot) > 1]
    if len(mots) < 2:
        return
    if _noms(f"Vu {' '.join(mots)} ce matin.", frozenset(liste)):
        yield compte
