"""Les canaris : des mots introuvables ailleurs, et toutes les formes où un disque les trahirait."""

from __future__ import annotations

import base64
import json
import unicodedata
from collections.abc import Iterable
from typing import Final

SECRETS: Final = {
    "phrase de passe": "crécelle mouflon zéphyr tournevis bégonia rizière",
    "seconde phrase": "théorbe calicot ouragan mélèze pistache fjord",
}
"""Ils passent, par un tuyau sans nom, au processus qui dérive la clé ; nulle part ailleurs."""

NOTES: Final = {
    "texte": "Zéphirinnelune",
    "autre fait": "Quonésibroque",
    "correction": "Vlaméridoux",
    "brouillon": "Ombrétéquine",
    "lieu": "Fjélourdinet",
    "binôme": "Wakénibruste",
    "recherche": "Jubilétroque",
    "presse-papiers": "Gnéoplistine",
    "usage": "Trubénochard",
}


def formes(mot: str) -> frozenset[bytes]:
    """UTF-8, UTF-16, UTF-32, sans accents, replié, échappé en JSON, hexadécimal, base64."""
    nu = "".join(s for s in unicodedata.normalize("NFD", mot) if not unicodedata.combining(s))
    ecritures = {mot, unicodedata.normalize("NFD", mot), nu, nu.lower(), mot.lower(), mot.upper()}
    trouvees: set[bytes] = {json.dumps(mot)[1:-1].encode()}
    for ecriture in ecritures:
        for code in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "latin-1"):
            trouvees.add(ecriture.encode(code, "ignore"))
        trouvees.add(ecriture.encode().hex().encode())
        trouvees.update(_base64(ecriture.encode()))
    return frozenset(forme for forme in trouvees if len(forme) >= 8)


def _base64(octets: bytes) -> Iterable[bytes]:
    """Les trois suites de signes que ces octets donnent selon ce qui les précède."""
    for decalage in range(3):
        code = base64.b64encode(bytes(decalage) + octets)
        debut, fin = (decalage * 8 + 5) // 6, (decalage + len(octets)) * 8 // 6
        yield code[debut:fin]


class Guet:
    """Cherche dans des octets toutes les formes de plusieurs mots à la fois."""

    def __init__(self, mots: dict[str, str]) -> None:
        self._noms = {forme: nom for nom, mot in mots.items() for forme in formes(mot)}

    def trouves(self, octets: bytes) -> set[str]:
        """Les noms des canaris présents."""
        return {nom for forme, nom in self._noms.items() if forme in octets}
