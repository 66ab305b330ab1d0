"""D'un texte et de ses repères à une proposition : une phrase plutôt qu'un trait noir."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tat_carnet.anonymisation.recritures import lieux, temps, termes
from tat_carnet.anonymisation.recritures.accords import LIEN_FINAL, Contexte, Remplacement
from tat_carnet.anonymisation.recritures.personnes import PERSONNES, Distribution
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere

_VOISINAGE: Final = 120
"""Signes regardés de part et d'autre d'un repère."""
_DEBUT_DE_PHRASE: Final = re.compile(r"(?:^|[.!?…]\s+|\n\s*)$")

_SEULS: Final[dict[Categorie, Callable[[Contexte], Remplacement]]] = {
    Categorie.heure: temps.recrire_heure,
    Categorie.date: temps.recrire_date,
    Categorie.naissance: temps.recrire_naissance,
    Categorie.batiment: lieux.recrire_batiment,
    Categorie.adresse: lieux.recrire_adresse,
    Categorie.etablissement: lieux.recrire_etablissement,
    Categorie.petit_lieu: lieux.recrire_petit_lieu,
    Categorie.lien_familial: termes.recrire_lien,
    Categorie.origine_religion: termes.recrire_appartenance,
    Categorie.nourrice: termes.recrire_nourrice,
    Categorie.lexique: termes.recrire_lexique,
    Categorie.appreciation: termes.recrire_appreciation,
}


@dataclass(frozen=True, slots=True)
class Morceau:
    """`texte[debut_brut:fin_brut]` (le repère et ce qui s'accorde avec lui) et son remplacement.

    `debut` et `fin` sont ses bornes dans le texte proposé, où il vaut `remplacement` si le niveau
    est « masquer », et le texte d'origine s'il est « verifier ».
    """

    repere: Repere
    debut_brut: int
    fin_brut: int
    remplacement: str
    debut: int
    fin: int


@dataclass(frozen=True, slots=True)
class Proposition:
    """Le texte proposé et ses morceaux, un par repère, dans l'ordre."""

    texte: str
    morceaux: tuple[Morceau, ...]


def proposer(texte: str, reperes: Sequence[Repere]) -> Proposition:
    """Récrit `texte` ; `reperes` sont triés et disjoints, comme les rend `reperer`."""
    contextes = list(_contextes(texte, reperes))
    distribution = Distribution()
    distribution.preparer(contextes)
    pieces: list[str] = []
    morceaux: list[Morceau] = []
    lu = longueur = 0
    for rang, contexte in enumerate(contextes):
        precedent = contextes[rang - 1] if rang else None
        choix = _recrire(contexte, precedent, distribution)
        debut = max(lu, contexte.repere.debut - choix.avant)
        fin = contexte.fin
        nouveau = _capitale(texte, debut, choix.texte)
        montre = nouveau if contexte.repere.niveau is Niveau.masquer else texte[debut:fin]
        pieces += [texte[lu:debut], montre]
        longueur += debut - lu
        morceaux.append(
            Morceau(contexte.repere, debut, fin, nouveau, longueur, longueur + len(montre))
        )
        longueur += len(montre)
        lu = fin
    return Proposition("".join([*pieces, texte[lu:]]), tuple(morceaux))


def _contextes(texte: str, reperes: Sequence[Repere]) -> Iterator[Contexte]:
    lu = 0
    for repere in reperes:
        gauche, fin = max(repere.debut - _VOISINAGE, lu), repere.fin
        if repere.categorie is Categorie.lien_familial:
            lien = LIEN_FINAL.search(texte[repere.debut : fin])
            fin -= len(lien[0]) if lien else 0
        yield Contexte(
            repere,
            texte[repere.debut : fin],
            texte[gauche : repere.debut],
            texte[fin : fin + _VOISINAGE],
        )
        lu = fin


def _recrire(
    contexte: Contexte, precedent: Contexte | None, distribution: Distribution
) -> Remplacement:
    categorie = contexte.repere.categorie
    if categorie in PERSONNES:
        return distribution.recrire(contexte)
    avant = precedent.repere.categorie if precedent and _colle(contexte) else None
    if categorie is Categorie.age:
        return temps.recrire_age(contexte, avant in PERSONNES)
    if categorie is Categorie.etage_porte:
        return lieux.recrire_etage(contexte, avant is Categorie.etage_porte)
    return _SEULS.get(categorie, termes.recrire_fixe)(contexte)


def _colle(contexte: Contexte) -> bool:
    """Vrai si rien d'autre qu'un signe ou deux ne sépare le repère de celui qui le précède."""
    return len(contexte.gauche) <= 3 and not contexte.gauche.strip(" ,:/-")


def _capitale(texte: str, debut: int, nouveau: str) -> str:
    """Met la capitale d'un début de phrase."""
    capitale = not texte[debut : debut + 1].islower()
    if capitale and _DEBUT_DE_PHRASE.search(texte[max(0, debut - 5) : debut]):
        return nouveau[:1].upper() + nouveau[1:]
    return nouveau
