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
_LISTE: Final = frozenset({Categorie.liste})
_SEPARE: Final = re.compile(r"[._\-+@]")
"""Ce qui sépare les mots d'une adresse électronique."""
_FIXES: Final = frozenset({"telephone", "courriel"})
"""Les champs où un numéro ou une adresse électronique est à sa place : ceux de la fonction."""

_MOBILE: Final = re.compile(r"(?:\+?33|0)\s*\(?0?\)?\s*[67](?:[\s.\-/]*\d{2}){4}")
_CIVILITES: Final = re.compile(
    r"\b(?:M\.|Mme|Mlle|Mr|Monsieur|Madame)\s+(?:[A-ZÉÈÀ][\w’'\-]+)", re.UNICODE
)
_CHEZ: Final = re.compile(r"(?i:\b(?:chez|c/o)\s+)(?:[A-ZÉÈÀ][\w’'\-]+)")
"""Une adresse dite par qui y habite."""
_POURQUOI: Final = ("ressemble au nom d’une personne", "est dans votre liste de masquage")
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
    """Un mot d'une fiche qui pourrait nommer quelqu'un, et le champ où il est.

    `liste` : c'est un terme de la liste de masquage.
    """

    champ: str
    terme: str
    liste: bool = False

    @property
    def phrase(self) -> str:
        """Ce qui se montre sous le champ."""
        return (
            f"« {self.terme} », dans {_GENRES[self.champ]}, {_POURQUOI[self.liste]}. "
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
    un nom de personne qui serait tout le nom de la structure, et un terme de la liste de masquage.
    """
    confirmes = {fold(terme) for terme in partenaire.confirmes}
    listes = frozenset(map(clef, liste))
    trouves = [
        Soupcon(champ, terme, clef(terme) in listes)
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
    public = champ in PUBLICS_PAR_NATURE
    listes = _noms(texte, frozenset(liste), _LISTE) if public and liste else ()
    noms = () if public and (civilites or champ != "nom") else _noms(texte, frozenset(liste))
    entiers = (nom for nom in noms if champ != "nom" or len(nom) >= len(texte.strip()) - 2)
    for nom in dict.fromkeys((*entiers, *listes)):
        if not any(nom in civilite for civilite in civilites):
            yield nom


@lru_cache(maxsize=8192)
def _noms(
    texte: str, liste: frozenset[str], categories: frozenset[Categorie] = _PERSONNES
) -> tuple[str, ...]:
    """Les noms sûrs d'un texte ; les mêmes reviennent d'une fiche à l'autre."""
    return tuple(
        texte[repere.debut : repere.fin]
        for repere in reperer(texte, liste, categories=categories)
        if repere.niveau is Niveau.masquer
    )


def _dans_les_coordonnees(texte: str, liste: Collection[str]) -> Iterator[str]:
    """« prenom.nom@ » désigne une personne ; « accueil@ », une fonction, quel que soit le domaine.

    Un numéro, un compte d'un seul mot, un domaine ne sont suspects que s'ils disent un terme de la
    liste.
    """
    compte = texte.partition("@")[0]
    if clef(compte) in map(clef, liste):
        yield compte.strip()
        return
    if liste:
        listes = _noms(_SEPARE.sub(" ", texte), frozenset(liste), _LISTE)
        yield from listes
        if listes:
            return
    mots = [mot.capitalize() for mot in re.split(r"[._\-+\d\s]+", compte) if len(mot) > 1]
    if len(mots) < 2:
        return
    if _noms(f"Vu {' '.join(mots)} ce matin.", frozenset(liste)):
        yield compte
