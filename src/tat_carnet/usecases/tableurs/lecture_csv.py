"""Un CSV : son encodage, son séparateur, ses lignes."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable
from typing import Final

from charset_normalizer import from_bytes

from tat_carnet.domain.importation import COLONNES_MAX, LIGNES_MAX, Feuille, FichierRefuse

_SEPARATEURS: Final = ";\t,|"
_MARQUES: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ECHANTILLON: Final = 200_000
_PAS: Final = 1_000
_PAS_UN_TABLEAU: Final = (
    "Ce fichier n’est pas un tableau : on n’y lit pas de texte. Rien n’est importé. "
    "Dans le tableur, choisissez « Enregistrer sous », CSV ou ODS."
)


def decoder(octets: bytes) -> str:
    """Le texte d'un CSV : sa marque, sinon UTF-8, sinon ce que ses lettres françaises disent.

    Windows-1252 et Latin-1 se ressemblent : le premier contient les signes du second que l'on
    tape (« œ », « € », apostrophe courbe), il est essayé d'abord.
    """
    for marque, encodage in _MARQUES:
        if octets.startswith(marque):
            return _strict(octets, encodage)
    if b"\x00" in octets:
        raise FichierRefuse(_PAS_UN_TABLEAU)
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        trouve = from_bytes(
            octets[:_ECHANTILLON],
            cp_isolation=["cp1252", "latin_1", "cp850", "mac_roman"],
            language_threshold=0.0,
        ).best()
        if trouve is None:
            raise FichierRefuse(_PAS_UN_TABLEAU) from None
        return octets.decode(trouve.encoding, errors="replace")


def _strict(octets: bytes, encodage: str) -> str:
    try:
        return octets.decode(encodage)
    except UnicodeDecodeError:
        raise FichierRefuse(_PAS_UN_TABLEAU) from None


def separateur(texte: str) -> str:
    """Celui qui coupe le plus régulièrement les premières lignes ; le point-virgule sinon."""
    lignes = [ligne for ligne in texte[:_ECHANTILLON].splitlines() if ligne.strip()][:20]

    def regularite(signe: str) -> tuple[int, int]:
        comptes = [ligne.count(signe) for ligne in lignes]
        titres = comptes[0] if comptes else 0
        return sum(compte == titres for compte in comptes) if titres else 0, titres

    return max(_SEPARATEURS, key=regularite)


def lire_csv(octets: bytes, empreinte: str, avance: Callable[[int], None]) -> Feuille:
    """Le tableau d'un CSV ; `FichierRefuse` s'il est vide, binaire, ou démesuré."""
    texte = decoder(octets)
    rangees = csv.reader(io.StringIO(texte, newline=""), delimiter=separateur(texte))
    titres: tuple[str, ...] = ()
    premiere, lignes = 0, list[tuple[str, ...]]()
    try:
        for numero, rangee in enumerate(rangees, start=1):
            if numero % _PAS == 0:
                avance(numero)
            cellules = tuple(cellule.strip() for cellule in rangee)
            if not titres:
                titres, premiere = (cellules, numero + 1) if any(cellules) else ((), 0)
                _refuser_trop_large(titres)
            else:
                lignes.append(cellules)
                refuser_trop_long(len(lignes))
    except csv.Error:
        raise FichierRefuse(
            "Une cellule de ce fichier ne finit pas : un guillemet reste ouvert. Rien n’est "
            "importé. Ouvrez-le dans le tableur et enregistrez-le de nouveau."
        ) from None
    while lignes and not any(lignes[-1]):
        lignes.pop()
    return tableau(titres, lignes, empreinte, premiere)


def _refuser_trop_large(titres: tuple[str, ...]) -> None:
    if len(titres) > COLONNES_MAX:
        raise FichierRefuse(
            f"Ce tableau a plus de {COLONNES_MAX} colonnes. Rien n’est importé. "
            "N’en gardez que celles qui décrivent des faits."
        )


def refuser_trop_long(nombre: int) -> None:
    """`FichierRefuse` au-delà de deux cent mille lignes."""
    if nombre > LIGNES_MAX:
        raise FichierRefuse(
            "Ce tableau a plus de 200 000 lignes. Rien n’est importé. "
            "Coupez-le en plusieurs fichiers, puis recommencez."
        )


def tableau(
    titres: tuple[str, ...], lignes: list[tuple[str, ...]], empreinte: str, premiere: int
) -> Feuille:
    """Le tableau, ou `FichierRefuse` s'il n'a rien sous ses titres."""
    if not titres or not lignes:
        raise FichierRefuse(
            "Ce fichier est vide, ou n’a que des titres. Rien n’est importé. "
            "Vérifiez que c’est le bon fichier."
        )
    return Feuille(titres, lignes, empreinte, premiere)
