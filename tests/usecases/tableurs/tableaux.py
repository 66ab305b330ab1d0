"""Des tableurs fictifs, bons et mauvais."""

from __future__ import annotations

import io
import zipfile

from odfdo import Cell, Document, Row, Table

TITRES = ("Date", "Heure", "Lieu", "Type", "Observation", "Degré")
LIGNES = (
    ("21/11/2026", "21h45", "Place du Lavoir", "Bruit", "Musique forte, calmée en parlant", "vu"),
    ("samedi 14 novembre 2026", "nuit", "Square des Lucioles", "Seringues", "Deux par terre", ""),
)


def csv(lignes: tuple[tuple[str, ...], ...] = LIGNES, separateur: str = ";") -> str:
    """Un CSV, titres compris."""
    return "\r\n".join(separateur.join(ligne) for ligne in (TITRES, *lignes)) + "\r\n"


def ods(
    lignes: tuple[tuple[str, ...], ...] = (TITRES, *LIGNES),
    *,
    fin: str = "",
    cellules_repetees: int = 1,
    rangees_repetees: int = 1,
) -> bytes:
    """Un ODS d'une feuille ; la dernière cellule et la dernière ligne se répètent au besoin."""
    document = Document("spreadsheet")
    document.body.clear()
    table = Table("Feuille")
    for rang, ligne in enumerate(lignes):
        rangee = Row()
        for texte in ligne:
            rangee.append_cell(Cell(text=texte))
        if cellules_repetees > 1:
            derniere = Cell(text=fin) if fin else Cell()
            derniere.set_attribute("table:number-columns-repeated", str(cellules_repetees))
            rangee.append_cell(derniere)
        if rang == len(lignes) - 1 and rangees_repetees > 1:
            rangee.set_attribute("table:number-rows-repeated", str(rangees_repetees))
        table.append_row(rangee)
    document.body.append(table)
    sortie = io.BytesIO()
    document.save(sortie)
    return sortie.getvalue()


def remplacer(octets: bytes, nom: str, contenu: bytes | None) -> bytes:
    """Le même classeur, un de ses fichiers remplacé, ou ôté."""
    sortie = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(octets)) as avant, zipfile.ZipFile(sortie, "w") as apres:
        for info in avant.infolist():
            if info.filename != nom:
                apres.writestr(info.filename, avant.read(info.filename))
        if contenu is not None:
            apres.writestr(nom, contenu)
    return sortie.getvalue()
