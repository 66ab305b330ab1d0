"""Écrire d'une phrase ce qu'on attend du repérage : « vu ⟦nom|Karim⟧ », « ⟦nom?|zorh⟧ »."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from tat_carnet.anonymisation import Categorie, Niveau, Repere, reperer
from tat_carnet.anonymisation.recriture import proposer
from tat_carnet.domain.vocabulaire import Profil

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


DIRECTS = frozenset((Categorie.nom, Categorie.surnom, Categorie.initiales, Categorie.compte))


def verifier_couvert(phrase: str, *, doute: bool = False) -> None:
    """Échoue si une lettre d'un passage marqué n'est pas masquée ; `doute` : à vérifier suffit."""
    texte = _MARQUE.sub(lambda marque: marque[3], phrase)
    pris = {
        place
        for repere in reperer(texte)
        if doute or repere.niveau is Niveau.masquer
        for place in range(repere.debut, repere.fin)
    }
    ote = 0
    for marque in _MARQUE.finditer(phrase):
        debut = marque.start() - ote
        ote += len(marque[0]) - len(marque[3])
        lettres = {debut + rang for rang, signe in enumerate(marque[3]) if signe.isalnum()}
        assert lettres <= pris, f"{texte} : {marque[3]}"


def verifier_sans_direct(texte: str, *, jusque: int | None = None) -> None:
    """Échoue si un nom, un surnom, des initiales ou un compte se masque (avant `jusque`)."""
    masques = [r for r in reperer(texte) if r.niveau is Niveau.masquer and r.categorie in DIRECTS]
    lus = [texte[r.debut : r.fin] for r in masques if jusque is None or r.debut < jusque]
    assert not lus, f"{texte} : {lus}"


def recrire_a_la_main(
    texte: str, *passages: tuple[str, Categorie], profil: Profil = Profil.collectif
) -> str:
    """La proposition pour des repères donnés, dans l'ordre du texte."""
    reperes, lu = [], 0
    for extrait, categorie in passages:
        debut = texte.index(extrait, lu)
        lu = debut + len(extrait)
        reperes.append(Repere(debut, lu, categorie, Niveau.masquer))
    return proposer(texte, reperes, profil).texte
