"""Le nom qui remplace, accordé : déterminants, élisions, contractions, genres."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tat_carnet.anonymisation.pliage import plier
from tat_carnet.anonymisation.recritures.contexte import Contexte, Remplacement

_CONTRACTIONS: Final = {
    ("de", "le"): "du",
    ("de", "les"): "des",
    ("à", "le"): "au",
    ("à", "les"): "aux",
}
_VOYELLES: Final = "aeiouy"
_MUETTES: Final = ("habit", "homme")
_SON_DETERMINANT: Final = re.compile(
    r"(?i:(?<![\w'’])(?P<prep>de |d['’]|[àa] |que |qu['’])?"
    r"(?P<det>du|aux?|l['’]|(?:le|la|les|une?|des|cet?|cette|ces|mon|ma|mes|ton|ta|tes|son|sa|ses"
    r"|notre|nos|leurs?)(?=[ ]))?[ ]*)$"
)
_FUSIONNES: Final = {"du": ("de", "le"), "au": ("à", "le"), "aux": ("à", "les")}


@dataclass(frozen=True, slots=True)
class Groupe:
    """Un nom sans déterminant, de quoi l'accorder : « personne impliquée », féminin, singulier."""

    nom: str
    feminin: bool = False
    pluriel: bool = False

    @property
    def elide(self) -> bool:
        """Vrai si « le » et « de » s'élident devant lui."""
        plie = plier(self.nom)
        return plie[:1] in _VOYELLES or plie.startswith(_MUETTES)

    def avec(self, determinant: str) -> str:
        """Le groupe sous un déterminant de même sens, accordé : « cet » + « usagère » : « cette ».

        `determinant` est plié ; inconnu ou vide, il donne le groupe nu.
        """
        for formes in _DETERMINANTS:
            if determinant in formes.lues:
                article = formes.accorder(self)
                return f"{article}{'' if article.endswith('’') else ' '}{self.nom}"
        return self.nom


@dataclass(frozen=True, slots=True)
class _Determinant:
    """Un déterminant sous ses formes : masculin, féminin, devant voyelle, pluriel."""

    lues: tuple[str, ...]
    masculin: str
    feminin: str
    voyelle: str
    pluriel: str

    def accorder(self, groupe: Groupe) -> str:
        if groupe.pluriel:
            return self.pluriel
        if groupe.elide and (self.voyelle.endswith("’") or not groupe.feminin or self.possessif):
            return self.voyelle
        return self.feminin if groupe.feminin else self.masculin

    @property
    def possessif(self) -> bool:
        """« son usagère » : le possessif féminin cède devant une voyelle."""
        return self.voyelle in ("mon", "ton", "son")


_DETERMINANTS: Final = (
    _Determinant(("le", "la", "les", "l'"), "le", "la", "l’", "les"),
    _Determinant(("un", "une", "des"), "un", "une", "un", "des"),
    _Determinant(("ce", "cet", "cette", "ces"), "ce", "cette", "cet", "ces"),
    _Determinant(("mon", "ma", "mes"), "mon", "ma", "mon", "mes"),
    _Determinant(("son", "sa", "ses"), "son", "sa", "son", "ses"),
    _Determinant(("notre", "nos"), "notre", "notre", "notre", "nos"),
    _Determinant(("leur", "leurs"), "leur", "leur", "leur", "leurs"),
)


def lier(preposition: str, groupe: str) -> str:
    """« de » + « un jeune » : « d’un jeune » ; « à » + « le même » : « au même »."""
    if not preposition:
        return groupe
    article, _, suite = groupe.partition(" ")
    if (preposition, article) == ("de", "des"):
        return f"de {suite}"
    if (preposition, article) in _CONTRACTIONS:
        return f"{_CONTRACTIONS[preposition, article]} {suite}"
    if preposition in ("de", "que") and plier(groupe[:1]) in _VOYELLES:
        return f"{preposition[:-1]}’{groupe}"
    return f"{preposition} {groupe}"


def accorde(contexte: Contexte, groupe: Groupe) -> Remplacement:
    """Remplace l'extrait par `groupe` en gardant le sens de son déterminant, accordé.

    « les dealers » : « les personnes impliquées » ; « du dealer » : « de la personne impliquée ».
    """
    trouve = contexte.avant(_SON_DETERMINANT)
    assert trouve is not None
    prep, det = plier(trouve["prep"] or "").strip(), plier(trouve["det"] or "").strip()
    if not prep and not det:  # l'espace d'un guillemet n'est pas la sienne
        return Remplacement(groupe.nom)
    prep = {"d'": "de", "a": "à", "qu'": "que"}.get(prep, prep)
    if det in _FUSIONNES:
        prep, det = _FUSIONNES[det]
    return Remplacement(lier(prep, groupe.avec(det)), avant=len(trouve[0]))
