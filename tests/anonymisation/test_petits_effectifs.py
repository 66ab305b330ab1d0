"""Petits effectifs : ce qui est masqué le reste, même pour qui sait tout le reste et additionne.

L'attaquant est un programme linéaire exact : toutes les sommes publiées sont des équations, rien
n'est négatif, et il cherche la plus grande valeur possible de chaque case masquée.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tat_carnet.anonymisation import petits_effectifs
from tat_carnet.anonymisation.petits_effectifs import TableauMasque, masquer
from tat_carnet.domain.seuils import PETIT_EFFECTIF

Equation = tuple[dict[int, int], int]


def equations(montre: TableauMasque) -> tuple[list[Equation], dict[tuple[int, int], int]]:
    """Ce que sait l'attaquant, et le numéro de chaque case masquée (totaux compris)."""
    lignes = zip(montre.lignes, montre.totaux_lignes, strict=True)
    grille = [[*ligne, total] for ligne, total in lignes]
    grille.append([*montre.totaux_colonnes, montre.total])
    masquees = [(i, j) for i, ligne in enumerate(grille) for j, n in enumerate(ligne) if n is None]
    numeros = {case: rang for rang, case in enumerate(masquees)}
    sommes = [[(i, j) for j in range(len(grille[0]))] for i in range(len(grille))]
    sommes += [[(i, j) for i in range(len(grille))] for j in range(len(grille[0]))]
    lues = []
    for *parts, total in sommes:
        coefficients: dict[int, int] = {}
        reste = 0
        for case, signe in [*((part, 1) for part in parts), (total, -1)]:
            valeur = grille[case[0]][case[1]]
            if valeur is None:
                coefficients[numeros[case]] = signe
            else:
                reste -= signe * valeur
        lues.append((coefficients, reste))
    return lues, numeros


def plus_grande(lues: list[Equation], variables: int, cherchee: int) -> Fraction | None:
    """La plus grande valeur possible d'une case ; `None` si rien ne la borne. Simplexe exact."""
    lignes = []
    for rang, (coefficients, reste) in enumerate(lues):
        signe = -1 if reste < 0 else 1
        ligne = [Fraction(signe * coefficients.get(v, 0)) for v in range(variables)]
        ligne += [Fraction(int(rang == autre)) for autre in range(len(lues))]
        lignes.append([*ligne, Fraction(signe * reste)])
    base = [variables + rang for rang in range(len(lues))]
    cout = [Fraction(int(v >= variables)) for v in range(variables + len(lues))]
    assert _minimiser(lignes, base, cout) == 0, "la vraie grille est une solution"
    cout = [Fraction(-int(v == cherchee)) for v in range(variables)]
    cout += [Fraction(10**6)] * len(lues)
    minimum = _minimiser(lignes, base, cout)
    return None if minimum is None else -minimum


def _minimiser(
    lignes: list[list[Fraction]], base: list[int], cout: list[Fraction]
) -> Fraction | None:
    """Le minimum, règle de Bland ; `None` s'il n'y en a pas."""
    while True:
        reduits = [
            cout[v] - sum(cout[b] * ligne[v] for b, ligne in zip(base, lignes, strict=True))
            for v in range(len(cout))
        ]
        entrante = next((v for v, c in enumerate(reduits) if c < 0), None)
        if entrante is None:
            valeurs = (cout[b] * ligne[-1] for b, ligne in zip(base, lignes, strict=True))
            return sum(valeurs, Fraction())
        sorties = [
            (ligne[-1] / ligne[entrante], base[rang], rang)
            for rang, ligne in enumerate(lignes)
            if ligne[entrante] > 0
        ]
        if not sorties:
            return None
        *_, pivot = min(sorties)
        facteur = lignes[pivot][entrante]
        lignes[pivot] = [valeur / facteur for valeur in lignes[pivot]]
        for rang, ligne in enumerate(lignes):
            if rang != pivot and ligne[entrante]:
                lignes[rang] = [
                    a - ligne[entrante] * b for a, b in zip(ligne, lignes[pivot], strict=True)
                ]
        base[pivot] = entrante


def trahies(comptes: list[list[int]], montre: TableauMasque) -> list[tuple[int, int]]:
    """Les cases, totaux compris, inférieures à cinq, dont l'attaquant est sûr qu'elles le sont."""
    lues, numeros = equations(montre)
    total = sum(chain.from_iterable(comptes))
    if total < PETIT_EFFECTIF:
        return []  # rien n'est montré, pas même le total
    lignes = [[*ligne, sum(ligne)] for ligne in comptes]
    vraie = [*lignes, [sum(colonne) for colonne in zip(*lignes, strict=True)]]
    return [
        case
        for case, numero in numeros.items()
        if vraie[case[0]][case[1]] < PETIT_EFFECTIF
        and (haut := plus_grande(lues, len(numeros), numero)) is not None
        and haut < PETIT_EFFECTIF
    ]


tableaux = st.integers(1, 4).flatmap(
    lambda largeur: st.lists(
        st.lists(st.integers(0, 14), min_size=largeur, max_size=largeur), min_size=1, max_size=4
    )
)


@settings(deadline=None, max_examples=150)
@given(tableaux)
def test_qui_sait_tous_les_totaux_ne_retrouve_aucun_petit_effectif(
    comptes: list[list[int]],
) -> None:
    assert trahies(comptes, masquer(comptes)) == []


@given(tableaux)
def test_aucun_petit_effectif_ne_se_lit(comptes: list[list[int]]) -> None:
    montre = masquer(comptes)
    lus = chain(*montre.lignes, montre.totaux_lignes, montre.totaux_colonnes, [montre.total])

    assert all(n is None or n >= PETIT_EFFECTIF for n in lus)


@given(tableaux)
def test_ce_qui_se_lit_est_vrai(comptes: list[list[int]]) -> None:
    montre = masquer(comptes)
    for ligne, vraie in zip(montre.lignes, comptes, strict=True):
        assert all(n in (None, v) for n, v in zip(ligne, vraie, strict=True))


def test_sans_suppression_complementaire_la_soustraction_trahit() -> None:
    """Le contrôle positif : l'attaquant trouve, quand on ne masque que les petites cases."""
    comptes = [[3, 9, 8], [7, 6, 12]]
    naif = TableauMasque(((None, 9, 8), (7, 6, 12)), (20, 25), (10, 15, 20), 45)

    assert trahies(comptes, naif) == [(0, 0)]
    assert trahies(comptes, masquer(comptes)) == []


def test_la_suppression_complementaire_prend_le_rectangle_le_moins_cher() -> None:
    montre = masquer([[3, 9, 8], [7, 6, 12]])

    assert montre.lignes == ((None, 9, None), (None, 6, None)) or montre.lignes == (
        (None, None, 8),
        (None, None, 12),
    )
    assert montre.totaux_lignes == (20, 25)
    assert montre.total == 45


def test_un_tableau_sans_petit_effectif_ne_change_pas() -> None:
    montre = masquer([[5, 6], [7, 8]])

    assert montre == TableauMasque(((5, 6), (7, 8)), (11, 15), (12, 14), 26)


def test_une_seule_ligne_fait_taire_ses_totaux() -> None:
    montre = masquer([[2, 9, 9]])

    assert montre.lignes[0][0] is None
    assert montre.totaux_colonnes[0] is None
    assert montre.total == 20


@pytest.mark.parametrize("comptes", [[[3]], [[1, 1], [1, 1]]])
def test_un_tableau_trop_petit_ne_montre_rien(comptes: list[list[int]]) -> None:
    montre = masquer(comptes)

    assert set(chain(*montre.lignes, montre.totaux_lignes, montre.totaux_colonnes)) == {None}
    assert montre.total is None


def test_quand_rien_ne_protege_tout_se_tait_sauf_le_total() -> None:
    montre = masquer([[4, 0, 2]])

    assert set(chain(*montre.lignes, montre.totaux_lignes, montre.totaux_colonnes)) == {None}
    assert montre.total == 6


@pytest.mark.parametrize("comptes", [[], [[]], [[1, 2], [3]], [[-1, 9]]])
def test_ce_qui_n_est_pas_un_tableau_de_comptes_est_refuse(comptes: list[list[int]]) -> None:
    with pytest.raises(ValueError, match="rectangulaire"):
        masquer(comptes)


def test_le_seuil_est_celui_du_domaine() -> None:
    assert petits_effectifs.PETIT_EFFECTIF == 5
