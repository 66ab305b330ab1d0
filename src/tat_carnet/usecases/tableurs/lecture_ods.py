"""Un ODS : la première feuille qui a des lignes, sans se laisser déborder par ses répétitions."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any, Final

from odfdo import Document as Classeur

from tat_carnet.domain.importation import COLONNES_MAX, OCTETS_MAX, Feuille, FichierRefuse
from tat_carnet.usecases.tableurs.lecture_csv import refuser_trop_long, tableau

_CELLULES: Final = "table:table-cell | table:covered-table-cell"
_RANGEES: Final = "descendant::table:table-row"
_PAS: Final = 200
_VIDES_TOLEREES: Final = 1_000
"""Des lignes vides répétées au-delà ne sont que la fin de la feuille."""


def lire_ods(octets: bytes, empreinte: str, avance: Callable[[int], None]) -> Feuille:
    """Le tableau d'un ODS ; `FichierRefuse` s'il est chiffré, abîmé, démesuré, ou vide."""
    _verifier(octets)
    try:
        tables = Classeur(io.BytesIO(octets)).body.tables
    except FichierRefuse:
        raise
    except Exception:  # odfdo et lxml lèvent ce qu'ils veulent d'un fichier abîmé
        raise FichierRefuse(
            "Ce classeur est abîmé, ou n’est pas un tableau. Rien n’est importé. "
            "Ouvrez-le dans le tableur et enregistrez-le de nouveau, en ODS ou en CSV."
        ) from None
    for table in tables:
        lignes = list(_rangees(table, avance))
        while lignes and not any(lignes[-1]):
            lignes.pop()
        titres_a = next((rang for rang, ligne in enumerate(lignes) if any(ligne)), None)
        if titres_a is not None and len(lignes) > titres_a + 1:
            titres = lignes[titres_a]
            return tableau(titres, lignes[titres_a + 1 :], empreinte, titres_a + 2)
    return tableau((), [], empreinte, 0)


def _verifier(octets: bytes) -> None:
    """Refuse avant de déplier : un classeur chiffré, d'un autre format, ou qui gonflerait."""
    try:
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            noms = {info.filename: info.file_size for info in archive.infolist()}
            manifeste = (
                archive.read("META-INF/manifest.xml")
                if noms.get("META-INF/manifest.xml", OCTETS_MAX) < 1_000_000
                else b""
            )
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError):
        noms, manifeste = {}, b""
    if b"encryption-data" in manifeste:
        raise FichierRefuse(
            "Ce classeur est protégé par un mot de passe. Rien n’est importé. "
            "Dans le tableur, enregistrez-en une copie sans mot de passe, puis recommencez."
        )
    if "content.xml" not in noms:
        raise FichierRefuse(
            "Ce fichier n’est pas un classeur ODS. Rien n’est importé. "
            "Dans le tableur, choisissez « Enregistrer sous », ODS ou CSV."
        )
    if noms["content.xml"] > OCTETS_MAX:
        raise FichierRefuse(
            "Ce classeur est démesuré une fois déplié. Rien n’est importé. "
            "N’en gardez que la feuille des faits."
        )


def _rangees(table: Any, avance: Callable[[int], None]) -> Iterator[tuple[str, ...]]:
    """Les lignes d'une feuille, les répétées comprises, sauf les vides de la fin."""
    nombre = 0
    for rangee in table.xpath(_RANGEES):
        cellules = _cellules(rangee)
        fois = _repete(rangee, "table:number-rows-repeated")
        if not any(cellules) and fois > _VIDES_TOLEREES:
            continue
        for _ in range(fois):
            nombre += 1
            refuser_trop_long(nombre)
            if nombre % _PAS == 0:
                avance(nombre)
            yield cellules


def _cellules(rangee: Any) -> tuple[str, ...]:
    textes: list[str] = []
    for cellule in rangee.xpath(_CELLULES):
        texte = _texte(cellule)
        fois = _repete(cellule, "table:number-columns-repeated")
        if not texte and len(textes) + fois > COLONNES_MAX:
            break  # la fin vide de la ligne
        if len(textes) + fois > COLONNES_MAX:
            raise FichierRefuse(
                f"Ce tableau a plus de {COLONNES_MAX} colonnes. Rien n’est importé. "
                "N’en gardez que celles qui décrivent des faits."
            )
        textes += [texte] * fois
    while textes and not textes[-1]:
        textes.pop()
    return tuple(textes)


def _repete(element: Any, attribut: str) -> int:
    valeur = element.get_attribute(attribut)
    return max(1, int(valeur)) if valeur and str(valeur).isdigit() else 1


def _texte(cellule: Any) -> str:
    """La date ou l'heure en ISO, sinon ce que la cellule montre ; le résultat d'une formule."""
    for attribut in ("office:date-value", "office:time-value"):
        valeur = cellule.get_attribute(attribut)
        if valeur:
            return str(valeur)
    paragraphes = [str(p.inner_text) for p in cellule.xpath("text:p")]
    return "\n".join(paragraphes).strip()
