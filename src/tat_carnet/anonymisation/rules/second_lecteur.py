"""Un second lecteur, minuscule et appris : il montre ce qui ressemble à un nom, sans le masquer.

Quelques centaines de poids, appris des notes de travail par `scripts/apprendre_second_lecteur.py`
(régression logistique parcimonieuse, décision 0025), s'ajoutent aux doutes écrits à la main. Il ne
masque jamais : un poids ne s'explique pas assez pour décider, il suffit pour demander.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import colonnes, mots_de, nature_de, termes
from tat_carnet.anonymisation.marques import MAJUSCULE, marque
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import AMBIGU, FAMILIER, INCONNU, OUTIL, genre_de_mot
from tat_carnet.anonymisation.rules.lettres_expliquees import est_isolee
from tat_carnet.anonymisation.rules.noms_ambigus import est_une_locution, tient_a_un_mot
from tat_carnet.anonymisation.rules.structures import nomme_une_structure
from tat_carnet.anonymisation.sonorite import est_une_faute
from tat_carnet.anonymisation.traits import traits_de_forme, traits_de_place

_FICHIER: Final = "second_lecteur.tsv"
_SEUIL: Final = "seuil"
_COURT: Final = 3
_FAUTIF: Final = 6
"""Lettres à partir desquelles une faute sur un mot courant n'est plus un nom."""
_ABREGES: Final = mots_de("a e i o u y p ex")
_INDEFINIS: Final = mots_de("un une des ce cet cette ces quel quelle chaque plusieurs quelques")
_DEFINIS: Final = mots_de("le la l les")
_COMPLEMENTS: Final = mots_de("de du des d en au aux")
_ABSTRAITS: Final = (
    "tion", "sion", "ment", "ite", "ete", "isme", "ence", "ance", "age", "ure", "ise",
    "tions", "sions", "ments", "ages",
)  # fmt: skip
_LIEUX: Final = mots_de("parking square city stade gymnase skatepark boulodrome")
_MENENT: Final = mots_de("au du le")
"""« au Parking », « le City » : un lieu de tous, même écrit comme un nom."""
_CIVILITES: Final = mots_de("m mr mme mlle mrs monsieur madame mademoiselle messieurs mesdames")


@dataclass(frozen=True, slots=True)
class Poids:
    """Centièmes de logit par trait ; on doute au-delà de `seuil` (centièmes, biais compris)."""

    seuil: int
    par_trait: dict[str, int]

    def peser(self, traits: Iterable[str]) -> int:
        """La somme de ces traits ; ceux que rien n'a appris ne pèsent rien."""
        return sum([self.par_trait[trait] for trait in traits if trait in self.par_trait])


@cache
def poids() -> Poids:
    """Les poids livrés ; `FileNotFoundError` s'ils manquent."""
    lus = {trait: int(valeur) for trait, valeur in colonnes(_FICHIER)}
    return Poids(lus.pop(_SEUIL), lus)


def reperer(lecture: Lecture, candidats: Iterable[Repere]) -> Iterator[Repere]:
    """Les mots que nul candidat ne couvre et dont les poids dépassent le seuil, à vérifier."""
    poids()  # absents, rien ne sort : même d'une note où nul mot ne se pèse
    couverts = {
        rang
        for candidat in candidats
        for rang in range(
            bisect_right(lecture.fins, candidat.debut), bisect_left(lecture.debuts, candidat.fin)
        )
    }
    for rang in lecture.rangs_de(_PESE | MAJUSCULE):
        forme = lecture.forme(rang)
        if rang not in couverts and _soupconne(lecture, rang, forme):
            categorie = Categorie.nom if len(forme) >= _COURT else Categorie.initiales
            yield Repere(lecture.debuts[rang], lecture.fins[rang], categorie, Niveau.verifier)


def _soupconne(lecture: Lecture, rang: int, forme: str) -> bool:
    base = _poids_de_forme(forme)
    if base is None or (_est_banal(forme) and not lecture.majuscule_interne(rang)):
        return False
    appris = poids()
    somme = base + appris.peser(traits_de_place(lecture, rang))
    return somme > appris.seuil and not est_explique(lecture, rang)


def est_lisible(forme: str) -> bool:
    """Vrai d'une lettre, d'un nom concret ou d'un mot inconnu ; faux d'une civilité."""
    if not forme.isalpha() or forme in _CIVILITES:
        return False
    nature = nature_de(forme)
    if nature and (nature[0] in "oa" or "n" not in nature or forme.endswith(_ABSTRAITS)):
        return False
    if len(forme) < _COURT:
        return True
    genre = genre_de_mot(forme)
    usuel = forme in termes("surnoms") or forme in termes("surnoms_nus")
    if genre == INCONNU and len(forme) >= _FAUTIF and est_une_faute(forme):
        return False
    return genre != OUTIL and (genre != FAMILIER or usuel)


@cache
def _ordinaires() -> frozenset[str]:
    """Ce qui désigne n'importe qui ou n'importe quoi, et ne nomme que par une capitale."""
    return termes("generiques") | ctx.OUTILS | termes("choses")


def est_explique(lecture: Lecture, rang: int) -> bool:
    """Vrai d'une structure, d'une locution, de « une rose », de « la pierre du seuil », de
    « coup de fil »."""
    forme = lecture.forme(rang)
    if len(forme) < _COURT:
        return forme in _ABREGES or not est_isolee(lecture, rang)
    if forme in _LIEUX and lecture.forme(rang - 1) in _MENENT:
        return True
    if lecture.majuscule_interne(rang):
        return tient_a_un_mot(lecture, rang) or nomme_une_structure(lecture, rang)
    if forme in _ordinaires() or lecture.forme(rang - 1) in _INDEFINIS:
        return True
    if lecture.forme(rang - 1) in _DEFINIS and lecture.forme(rang + 1) in _COMPLEMENTS:
        return True
    if (lecture.forme(rang - 2), lecture.forme(rang - 1)) == ("coup", "de"):
        return True
    if tient_a_un_mot(lecture, rang) or nomme_une_structure(lecture, rang):
        return True
    return genre_de_mot(forme) == AMBIGU and est_une_locution(lecture, rang)


def _est_banal(forme: str) -> bool:
    """Vrai d'un mot qu'`est_explique` expliquera, où qu'il soit : le peser ne servirait à rien."""
    return len(forme) >= _COURT and forme in _ordinaires()


@lru_cache(maxsize=16_384)
def _poids_de_forme(forme: str) -> int | None:
    """Ce que pèse le mot seul ; `None` s'il ne peut rien nommer."""
    if not est_lisible(forme):
        return None
    return poids().peser(traits_de_forme(forme))


_PESE: Final = marque(lambda forme: est_lisible(forme) and not _est_banal(forme))
