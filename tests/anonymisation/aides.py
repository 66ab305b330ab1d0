"""Écrire d'une phrase ce qu'on attend du repérage : « vu ⟦nom|Karim⟧ », « ⟦nom?|zorh⟧ »."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from tat_carnet.anonymisation import Categorie, Niveau, reperer

_MARQUE = re.compile(r"⟦(\w+)(\??)\|([^⟧]*)⟧")

Attendu = tuple[Categorie, str, Niveau]


def lire_marques(phrase: str) -> tuple[str, list[Attendu]]:
    """Le texte sans ses marques, et ce qu'elles annoncent ; « ? » : à vérifier seulement."""
    attendus = [
        (Categorie(nom), terme, Niveau.verifier if doute else Niveau.masquer)
        for nom, doute, terme in _MARQUE.findall(phrase)
    ]
    return _MARQUE.sub(lambda marque: marque[3], phrase), attendus


def trouves(texte: str, categories: Collection[Categorie]) -> list[Attendu]:
    """Ce que le repérage trouve de ces catégories, dans l'ordre du texte."""
    return [
        (r.categorie, texte[r.debut : r.fin], r.niveau)
        for r in reperer(texte)
        if r.categorie in categories
    ]


def verifier(phrase: str, *categories: Categorie) -> None:
    """Échoue si le repérage de ces catégories n'est pas exactement ce que la phrase marque."""
    texte, attendus = lire_marques(phrase)
    lus = trouves(texte, categories)
    assert lus == attendus, f"{texte} : {lus}"


def sans_accents(texte: str) -> str:
    """Le texte sans accents, de même longueur s'il est composé."""
    return "".join(
        c for c in unicodedata.normalize("NFD", texte) if unicodedata.category(c) != "Mn"
    )


def verifier_sous_toute_graphie(phrase: str, *categories: Categorie) -> None:
    """La même exigence en minuscules, en capitales et sans accents."""
    texte, attendus = lire_marques(phrase)
    for graphie in (str, str.lower, str.upper, sans_accents):
        voulus = [(categorie, graphie(terme), niveau) for categorie, terme, niveau in attendus]
        lus = trouves(graphie(texte), categories)
        assert lus == voulus, f"{graphie(texte)} : {lus}"
