"""Ramène un numéro de téléphone, même épelé, à ses dix chiffres, pour en vérifier la tranche."""

from __future__ import annotations

import re
from typing import Final

_SMALL: Final = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)
_TENS: Final = {"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50}
_WORDS: Final = (
    {word: value for value, word in enumerate(_SMALL.split())} | _TENS | {"soixante": 60}
)

FICTION_PREFIXES: Final = ("019900", "026191", "035301", "046571", "053649", "063998")
"""Tranches que l'Arcep réserve aux œuvres de fiction."""

_LOOKALIKES: Final = str.maketrans({"o": "0", "O": "0", "i": "1", "I": "1", "l": "1"})

LOOKS_LIKE_PHONE: Final = re.compile(
    r"(?<![\w.])(?:\+33[ .]?[1-9]|[0oO][1-9])(?:[ ./-]?[\doOIl]{2}){4}(?![\w-])"
)


def digits(written: str) -> str:
    """Les chiffres d'un numéro écrit en chiffres, avec des lettres à leur place, ou en mots."""
    text = written.lower()
    if any(word in _WORDS for word in re.findall(r"[a-zé]{2,}", text)):
        return "".join(_spelled(text))
    figures = re.sub(r"[^\d+]", "", written.translate(_LOOKALIKES))
    return re.sub(r"^(?:\+|00)33\(?0?", "0", figures)


def in_fiction_range(written: str) -> bool:
    """Vrai si le numéro, ou ce qu'on en a écrit, appartient à une tranche de fiction."""
    number = digits(written)
    return len(number) == 10 and number.startswith(FICTION_PREFIXES)


def _spelled(text: str) -> list[str]:
    """Groupes de deux chiffres dits un à un : « zéro six trente-neuf » rend 06 et 39."""
    groups: list[str] = []
    leading_zero = False
    for token in text.replace(" et ", "-").split():
        if token in {"zéro", "0"} and not leading_zero:
            leading_zero = True
            continue
        value = int(token) if token.isdigit() else _value(token)
        groups.append(f"{value:02d}")
        leading_zero = False
    return groups


def _value(token: str) -> int:
    """La valeur d'un nombre composé, de 0 à 99 : « quatre-vingt-dix-huit » vaut 98."""
    parts = token.split("-")
    if parts[:2] == ["quatre", "vingt"] or parts[:2] == ["quatre", "vingts"]:
        return 80 + sum(_WORDS[part] for part in parts[2:])
    return sum(_WORDS[part] for part in parts)
