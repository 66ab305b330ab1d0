"""Noms, surnoms, initiales : « un premier jeune… le même jeune », le temps d'un texte."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from tat_carnet.anonymisation.lexiques import mots_de, prenoms
from tat_carnet.anonymisation.masquage import clef
from tat_carnet.anonymisation.pliage import plier
from tat_carnet.anonymisation.recritures.accords import Contexte, Remplacement, lier
from tat_carnet.anonymisation.recritures.temps import ages_dits
from tat_carnet.anonymisation.reperes import Categorie, Niveau

PERSONNES: Final = frozenset(
    {Categorie.liste, Categorie.nom, Categorie.surnom, Categorie.initiales}
)
_ORDINAUX: Final = ("premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième")
_AVANT: Final = re.compile(
    r"(?i:(?:(?<![\w'’])(?P<prep>de |d['’]|à |que |qu['’])?"
    r"(?P<det>(?:le|la|l['’]|un|une|ce|cet|cette|les|notre|mon|ma|du|au)[ ]?)?"
    r"(?P<adj>(?:(?:certaine?|petite?|grande?|gros|grosse|jeunes?|vieux|vieille|fameux|fameuse"
    r"|d[ée]nomm[ée]e?|nomm[ée]e?|dit|famille|m[.]|mr|mme|mlle|monsieur|madame|mademoiselle"
    r"|ma[iî]tre|me|tonton|tata|docteur|dr)[ ]+)*))?)$"
)
_FONCTION: Final = re.compile(
    r"(?i:(?<!\w)(?:coll[èe]gue|[ée]ducateur|[ée]ducatrice|[ée]duc|gardien|gardienne|prof"
    r"|directeur|directrice|m[ée]diateur|m[ée]diatrice|infirmi[èe]re?|animateur|animatrice)[ ]+)$"
)
_PRONOM: Final = re.compile(r"\b(?:il|elle)\b")
_CIVILITES: Final = mots_de("m. mr mme mlle monsieur madame mademoiselle docteur dr maitre me")
_FEMININ: Final = re.compile(
    r"\b(?:la|une|cette|ma|certaine|petite|grande|grosse|vieille|mme|mlle|madame|mademoiselle"
    r"|tata|denommee|nommee|fameuse)\b"
)
_MASCULIN: Final = re.compile(
    r"\b(?:le|un|ce|mon|certain|petit|grand|gros|vieux|m|mr|monsieur|tonton|du|au|denomme|nomme)\b"
)


@dataclass(slots=True)
class Personne:
    """Quelqu'un le temps d'un texte : de quoi l'accorder, puis rien."""

    clefs: set[str]
    nom: str
    feminin: bool
    rang: int = 0
    citee: bool = False


@dataclass(slots=True)
class Distribution:
    """Les personnes d'un texte, dans l'ordre où elles paraissent."""

    personnes: list[Personne] = field(default_factory=list)

    def preparer(self, contextes: Iterable[Contexte]) -> None:
        """Compte d'avance les personnes distinctes : un « premier » suppose un deuxième."""
        for contexte in contextes:
            masque = contexte.repere.niveau is Niveau.masquer
            if masque and contexte.repere.categorie in PERSONNES:
                self._personne(contexte)

    def recrire(self, contexte: Contexte) -> Remplacement:
        """Le groupe nominal qui remplace un nom et ce qui le détermine."""
        if contexte.repere.niveau is Niveau.verifier and self.personnes:
            return Distribution().recrire(contexte)
        if fonction := contexte.avant(_FONCTION):
            espaces = len(fonction[0]) - len(fonction[0].rstrip())
            return Remplacement("", avant=espaces)
        trouve = contexte.avant(_AVANT)
        assert trouve is not None
        groupe = self._groupe(self._personne(contexte))
        return Remplacement(lier(_preposition(trouve), groupe), avant=len(trouve[0]))

    def _personne(self, contexte: Contexte) -> Personne:
        clefs = {clef(mot) for mot in re.findall(r"[^\W_]+", contexte.extrait)}
        for personne in self.personnes:
            if personne.clefs & clefs:
                personne.clefs |= clefs
                return personne
        nom, feminin = _portrait(contexte)
        rang = sum(p.nom == nom and p.feminin == feminin for p in self.personnes)
        self.personnes.append(Personne(clefs, nom, feminin, rang))
        return self.personnes[-1]

    def _groupe(self, personne: Personne) -> str:
        semblables = [
            p for p in self.personnes if (p.nom, p.feminin) == (personne.nom, personne.feminin)
        ]
        seul = len(semblables) == 1 or personne.rang >= len(_ORDINAUX)
        ordinal = "" if seul else _ordinal(personne)
        article = ("une" if personne.feminin else "un", "la" if personne.feminin else "le")
        qualite = ordinal or ("même " if personne.citee else "")
        groupe = f"{article[personne.citee]} {qualite}{personne.nom}"
        personne.citee = True
        return groupe


def _ordinal(personne: Personne) -> str:
    mot = _ORDINAUX[personne.rang]
    return ("première " if mot == "premier" else f"{mot} ") if personne.feminin else f"{mot} "


def _preposition(trouve: re.Match[str]) -> str:
    """La préposition absorbée, contractée ou non."""
    prep, det = plier(trouve["prep"] or "").strip(), plier(trouve["det"] or "").strip()
    if prep in ("de", "d'") or det == "du":
        return "de"
    if (trouve["prep"] and trouve["prep"].strip().lower() == "à") or det == "au":
        return "à"
    return "que" if prep in ("que", "qu'") else ""


def _portrait(contexte: Contexte) -> tuple[str, bool]:
    """Le nom commun qui convient, et s'il est féminin."""
    trouve = contexte.avant(_AVANT)
    assert trouve is not None
    indices = plier(trouve[0])
    if re.search(r"\b(?:famille|les)\b", indices):
        return "famille", True
    feminin = _est_feminin(contexte, indices)
    if _CIVILITES & set(indices.split()):
        return ("personne", True) if feminin else ("adulte", False)
    return _nom_selon_age(contexte, feminin)


def _est_feminin(contexte: Contexte, indices: str) -> bool:
    if _FEMININ.search(indices):
        return True
    if _MASCULIN.search(indices):
        return False
    premier = re.split(r"[^\w]+", contexte.plie)[0]
    connu = prenoms().get(premier)
    if connu is not None and connu.genre != "e":
        return connu.genre == "f"
    pronom = _PRONOM.search(plier(contexte.droite))
    return pronom is not None and pronom[0] == "elle"


def _nom_selon_age(contexte: Contexte, feminin: bool) -> tuple[str, bool]:
    """« Enzo, 14 ans » est un adolescent ; sans âge, un jeune."""
    dit = re.match(r"[ ,(]{0,3}(\d{1,2}) ?(?:ans?|a|piges?)\b", plier(contexte.droite[:12]))
    ages = ages_dits(dit[1]) if dit else []
    if not ages:
        return "jeune", feminin
    age = ages[0]
    if age >= 26:
        return ("femme", True) if feminin else ("homme", False)
    nom = "enfant" if age < 11 else "adolescent" if age < 18 else "jeune adulte"
    return (f"{nom}e" if feminin and nom == "adolescent" else nom), feminin
