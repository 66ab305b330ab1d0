"""Les petits effectifs d'un tableau : masqués, et protégés de la soustraction.

`domaine.md` §5 : « tout croisement avec âge ou public inférieur à 5 est masqué, avec suppression
complémentaire pour empêcher la soustraction. Les comptes de traces par site ne sont pas masqués. »
Un tableau sans âge ni public (les traces d'un site) ne passe donc pas ici.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tat_carnet.domain.seuils import PETIT_EFFECTIF

_PRIX_D_UN_TOTAL: Final = 1_000_000
"""Un total masqué coûte plus que n'importe quelles cases : on n'en vient là qu'à défaut."""

Case = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TableauMasque:
    """Un tableau tel qu'il peut sortir ; `None` : masqué. Rien ne dit si c'est d'office ou non.

    `lignes[i][j]`, les totaux de chaque ligne, de chaque colonne, et le total général.
    """

    lignes: tuple[tuple[int | None, ...], ...]
    totaux_lignes: tuple[int | None, ...]
    totaux_colonnes: tuple[int | None, ...]
    total: int | None


def masquer(comptes: Sequence[Sequence[int]]) -> TableauMasque:
    """Masque ce qui est inférieur à cinq, et ce qu'il faut pour qu'on ne le retrouve pas.

    `comptes` : au moins une ligne et une colonne, rectangulaire, sans négatif ; `ValueError` sinon.
    Qui connaît tout ce qui reste, et sait additionner, ne peut exclure d'aucune case masquée
    d'office qu'elle vaille cinq ou plus. Si rien n'y suffit, tout le tableau est masqué.
    """
    largeurs = {len(ligne) for ligne in comptes}
    if len(largeurs) != 1 or not max(largeurs) or min(map(min, comptes)) < 0:
        raise ValueError("Un tableau de comptes est rectangulaire, non vide, sans négatif.")
    return _Grille(comptes).masquee()


class _Grille:
    """Le tableau et ses totaux, rangés comme une ligne et une colonne de plus (les dernières)."""

    def __init__(self, comptes: Sequence[Sequence[int]]) -> None:
        lignes = [[*ligne, sum(ligne)] for ligne in comptes]
        self._grille: list[list[int]] = [
            *lignes,
            [sum(colonne) for colonne in zip(*lignes, strict=True)],
        ]
        self._hauteur, self._largeur = len(self._grille), len(self._grille[0])
        self._general = (self._hauteur - 1, self._largeur - 1)
        self._tus: set[Case] = set()

    def masquee(self) -> TableauMasque:
        """Le tableau à faire sortir."""
        petites = [case for case in self._cases() if self._valeur(case) < PETIT_EFFECTIF]
        self._tus.update(petites)
        if self._general in self._tus or not all(map(self._proteger, petites)):
            self._tus.update(self._cases())
        if self._valeur(self._general) >= PETIT_EFFECTIF:
            self._tus.discard(self._general)
        montree = [
            [None if (i, j) in self._tus else n for j, n in enumerate(ligne)]
            for i, ligne in enumerate(self._grille)
        ]
        return TableauMasque(
            lignes=tuple(tuple(ligne[:-1]) for ligne in montree[:-1]),
            totaux_lignes=tuple(ligne[-1] for ligne in montree[:-1]),
            totaux_colonnes=tuple(montree[-1][:-1]),
            total=montree[-1][-1],
        )

    def _proteger(self, case: Case) -> bool:
        """Tait le rectangle le moins cher qui laisse croire que la case vaut cinq ; faux à défaut.

        Augmenter la case, et changer les trois autres coins d'autant, ne change aucune somme : un
        lecteur ne peut donc pas dire laquelle des deux grilles est la vraie.
        """
        coins = min(self._rectangles(case), key=self._prix, default=None)
        if coins is None:
            return False
        self._tus.update(coins)
        return True

    def _rectangles(self, case: Case) -> Iterator[tuple[Case, ...]]:
        """Les trois autres coins de chaque rectangle possible, sans le total général."""
        manque = PETIT_EFFECTIF - self._valeur(case)
        i, j = case
        for autre_i in range(self._hauteur):
            for autre_j in range(self._largeur):
                if autre_i == i or autre_j == j:
                    continue
                ligne = self._oppose(i, autre_i, self._hauteur)
                colonne = self._oppose(j, autre_j, self._largeur)
                sens = {(i, autre_j): colonne, (autre_i, j): ligne}
                sens[autre_i, autre_j] = ligne * colonne
                baisses = [coin for coin, signe in sens.items() if signe < 0]
                if self._general not in sens and all(self._valeur(c) >= manque for c in baisses):
                    yield tuple(sens)

    def _oppose(self, rang: int, autre: int, taille: int) -> int:
        """Le sens où va l'autre rang : un total suit ce qu'il additionne, une case compense."""
        return 1 if taille - 1 in (rang, autre) else -1

    def _prix(self, coins: Sequence[Case]) -> int:
        """Ce qu'on n'aurait plus à lire."""
        return sum(
            (_PRIX_D_UN_TOTAL if self._est_total(coin) else 1 + self._valeur(coin))
            for coin in coins
            if coin not in self._tus
        )

    def _est_total(self, case: Case) -> bool:
        return case[0] == self._hauteur - 1 or case[1] == self._largeur - 1

    def _valeur(self, case: Case) -> int:
        return self._grille[case[0]][case[1]]

    def _cases(self) -> Iterator[Case]:
        return ((i, j) for i in range(self._hauteur) for j in range(self._largeur))
