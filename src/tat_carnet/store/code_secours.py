"""Le code de secours : 130 bits tirés au sort, lisibles, qui se vérifient à la saisie.

Vingt-six signes tirés et deux de contrôle (Reed-Solomon sur GF(32)) : toute faute d'un ou deux
signes, tout échange de deux voisins se voit, et une faute seule se situe à son groupe près.
"""

from __future__ import annotations

import secrets
from typing import Final

from tat_carnet.domain.errors import ErreurConnue

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Trente-deux signes, sans I, L, O ni U, que l'œil confond avec 1, 0 et V."""

GROUP: Final = 4
SYMBOLS: Final = 28
_DATA: Final = 26
_LOOKALIKES: Final = str.maketrans("ILOU", "110V")
_SEPARATORS: Final = frozenset(" -‐‑‒–—_.·\u00a0\u202f\t\r\n")


class CodeSecoursInvalide(ErreurConnue):
    """Ce qui est tapé n'est pas un code de secours ; la phrase dit où regarder."""


def _powers() -> list[int]:
    """Les puissances de α, racine de x⁵ + x² + 1, dans GF(32)."""
    powers = [1]
    for _ in range(30):
        doubled = powers[-1] << 1
        powers.append(doubled ^ 0b100101 if doubled & 32 else doubled)
    return powers


_POWERS: Final = _powers()
# Ce que pèse le dernier signe une fois l'avant-dernier éliminé : α^53 + α^54.
_DETERMINANT: Final = _POWERS[(2 * _DATA + 1) % 31] ^ _POWERS[(2 * _DATA + 2) % 31]
_LOGS: Final = {value: exponent for exponent, value in enumerate(_POWERS)}


def _times_power(value: int, exponent: int) -> int:
    return _POWERS[(_LOGS[value] + exponent) % 31] if value else 0


def _syndromes(values: list[int]) -> tuple[int, int]:
    """Deux sommes nulles pour un code sans faute : Σ vᵢ·αⁱ et Σ vᵢ·α²ⁱ."""
    first = second = 0
    for index, value in enumerate(values):
        first ^= _times_power(value, index)
        second ^= _times_power(value, 2 * index)
    return first, second


def _check_symbols(data: list[int]) -> list[int]:
    """Les deux signes qui annulent les syndromes : deux équations, deux inconnues."""
    first, second = _syndromes(data)
    numerator = second ^ _times_power(first, _DATA)
    last = _times_power(numerator, -_LOGS[_DETERMINANT])
    return [_times_power(first, -_DATA) ^ _times_power(last, 1), last]


def display(code: str) -> str:
    """Le code en sept groupes de quatre signes, séparés par des tirets."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def draw() -> str:
    """Un code nouveau, prêt à imprimer : « 7K2M-… », sept groupes."""
    data = [secrets.randbelow(32) for _ in range(_DATA)]
    return display("".join(ALPHABET[value] for value in data + _check_symbols(data)))


def normalise(saisie: str) -> str:
    """Le code canonique (28 signes, sans tirets) ; `CodeSecoursInvalide` s'il contient une faute.

    Casse, espaces et tirets sont libres ; O vaut 0, I et L valent 1, U vaut V.
    """
    signs = "".join(sign for sign in saisie if sign not in _SEPARATORS)
    code = signs.upper().translate(_LOOKALIKES)
    unknown = next((sign for sign in code if sign not in ALPHABET), None)
    if unknown is not None:
        raise CodeSecoursInvalide(
            f"« {unknown} » ne figure dans aucun code de secours. Recopiez les sept groupes."
        )
    if len(code) != SYMBOLS:
        raise CodeSecoursInvalide(
            f"Le code de secours compte sept groupes de quatre signes : il y a {len(code)} signes "
            f"au lieu de {SYMBOLS}."
        )
    first, second = _syndromes([ALPHABET.index(sign) for sign in code])
    if first or second:
        raise CodeSecoursInvalide(_where(first, second))
    return code


def _where(first: int, second: int) -> str:
    """La phrase qui situe la faute, si une seule l'explique."""
    if first and second:
        position = (_LOGS[second] - _LOGS[first]) % 31
        if position < SYMBOLS:
            return (
                "Ce code contient une faute de copie. "
                f"Vérifiez d’abord le groupe {position // GROUP + 1}."
            )
    return "Ce code contient des fautes de copie. Comparez chaque groupe à votre feuille."
