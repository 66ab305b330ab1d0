"""Les nombres écrits en lettres : lus dans le texte plié, et les rangs que l'on écrit."""

from __future__ import annotations

import re
from typing import Final

from tat_carnet.anonymisation.pliage import CHIFFRES

_VALEURS: Final = {
    "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6,
    "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
    "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20, "trente": 30,
    "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "nonante": 90,
    "cent": 100, "mille": 1000,
    "dizuit": 18, "disuit": 18, "dizneuf": 19, "diznef": 19,
    "disept": 17, "dizset": 17, "disset": 17,
    "onz": 11, "douz": 12, "treiz": 13, "trez": 13, "treze": 13, "quatorz": 14, "katorz": 14,
    "katorze": 14, "quinz": 15, "kinz": 15, "kinze": 15, "seiz": 16, "saiz": 16, "saize": 16,
    "seze": 16, "trante": 30, "karante": 40, "sinkante": 50, "sinquante": 50, "cinkante": 50,
    "soissante": 60, "katoz": 14, "kenz": 15, "diset": 17, "dizwit": 18, "venn": 20,
    "doze": 12, "catorze": 14, "dezasseis": 16, "dezesseis": 16, "dezassete": 17,
    "dezessete": 17, "dezoito": 18, "dezanove": 19, "dezenove": 19, "vinte": 20, "trinta": 30,
    "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "dieciseis": 16, "diecisiete": 17,
    "dieciocho": 18, "diecinueve": 19, "veinte": 20, "undeci": 11, "dodici": 12, "tredeci": 13,
    "quattordeci": 14, "quindeci": 15, "sedeci": 16,
}  # fmt: skip
"""Les secondes lignes : les nombres comme on les entend, d'une voix dyslexique ou créole ; puis en
portugais, en espagnol et en corse."""

DES_CHIFFRES: Final = r"(?=\d)"
"""En tête d'un motif qui commence par un chiffre : ailleurs, le reste ne s'essaie pas."""
_UNITE: Final = "(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf)"
_DIX_A_SEIZE: Final = (
    "(?:dix[ -]?(?:sept|huit|neuf)|diz?s?[uw]it|dis(?:ept|set)|dizset|dizn(?:eu|e)f"
    "|dix|onze?|douze?|tre(?:ize?|ze?)|(?:qu?a|ka)torze?|(?:qu|k)inze?|s(?:eize?|aize?|eze))"
)
# Ses premières lettres d'abord : un motif qui le porte s'essaie à chaque mot de la note.
EN_LETTRES: Final = (
    rf"(?:(?=[cdhknoqstuvz])(?:(?:soixante|quatre[ -]vingts?)(?:[ -]et)?[ -]{_DIX_A_SEIZE}"
    r"|(?:vingt|tr[ea]nte|quarante|karante|cinquante|[cs]in(?:k|qu)ante|soixante|soissante"
    r"|quatre[ -]vingts?|septante|nonante)"
    rf"(?:(?:[ -]et)?[ -]{_UNITE})?"
    rf"|{_DIX_A_SEIZE}|{_UNITE}|zero))"
)
"""Motif d'un nombre de 0 à 99 en lettres."""

EN_TOUTES_LETTRES: Final = frozenset(_VALEURS) - {"un", "une"}
"""Les mots de ces nombres, « un » excepté, qui est partout."""
NOMBRES: Final = EN_TOUTES_LETTRES | {CHIFFRES, "un", "une"}
"""Ce dont un au moins figure dans toute note où un nombre est écrit."""

_NOMBRE: Final = re.compile(r"\d+|[a-z]+")


def nombre_dit(texte: str) -> int | None:
    """La valeur d'un nombre plié, en chiffres ou en lettres ; `None` s'il n'y en a pas."""
    total, trouve = 0, False
    for mot in _NOMBRE.findall(texte):
        if mot.isdigit():
            return int(mot)
        valeur = _VALEURS.get(mot)
        if valeur is not None:
            trouve = True
            total = total * valeur if valeur == 20 and total == 4 else total + valeur
    return total if trouve else None


_RANGS: Final = (
    "", "un", "deux", "trois", "quatre", "cinqu", "six", "sept", "huit", "neuv", "dix", "onz",
    "douz", "treiz", "quatorz", "quinz", "seiz", "dix-sept", "dix-huit", "dix-neuv",
)  # fmt: skip
_DIZAINES: Final = {
    2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 8: "quatre-vingt",
}  # fmt: skip
_JUSQU_A: Final = 100


def ordinal(rang: int, feminin: bool = False) -> str:
    """Le mot d'un rang compté de zéro : « première », « vingt et unième », « 100e »."""
    nombre = rang + 1
    if nombre == 1:
        return "première" if feminin else "premier"
    return f"{_radical(nombre)}ième" if nombre < _JUSQU_A else f"{nombre}e"


def _radical(nombre: int) -> str:
    """« deux », « quatr », « trent », « soixante et onz » : ce que suit « ième »."""
    if nombre < len(_RANGS):
        return _RANGS[nombre].removesuffix("e")
    dizaine, reste = divmod(nombre, 10)
    if dizaine not in _DIZAINES:
        dizaine, reste = dizaine - 1, reste + 10
    mot = _DIZAINES[dizaine]
    if not reste:
        return mot.removesuffix("e")
    lien = " et " if reste in (1, 11) and dizaine != 8 else "-"
    return f"{mot}{lien}{_radical(reste)}"
