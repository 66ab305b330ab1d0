"""La fiche de secours, imprimée : le code, ce qu'il ouvre, et rien d'autre."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import partial
from html import escape
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from tat_carnet.ui.theme.tokens import FAMILLE_POLICE
from tat_carnet.ui.typographie import francais

MARGIN_MM: Final = 20.0

_TRACES: Final = (
    (re.compile(rb"(/(?:Creation|Mod)Date \(D:)([^)]*)"), b"20000101000000Z"),
    (re.compile(rb'(xmp:\w+Date=")([^"]*)'), b"2000-01-01T00:00:00+00:00"),
    (re.compile(rb'(pdf:Producer=")([^"]*)'), b""),
    (re.compile(rb"(/Producer \((?:\xfe\xff)?)([^)]*)"), b""),
)
"""Où Qt date et signe un PDF, et ce qu'on y met, à longueur égale."""

_SHEET: Final = """
<html><body style="color:#000000">
<p style="font-size:20pt; font-weight:600">Code de secours</p>
<p>Ce code ouvre un carnet chiffré, et ses sauvegardes, si sa phrase de passe est oubliée.</p>
<table border="1" cellspacing="0" cellpadding="14" width="100%"><tr><td align="center">
<span style="font-size:17pt; font-weight:600; white-space:pre">{code}</span></td></tr></table>
<p>Pour l’employer : tapez-le à la place de la phrase de passe, tirets compris ou non.</p>
<p>Gardez cette feuille loin de l’ordinateur, sous enveloppe fermée. Quiconque la lit peut ouvrir
le carnet. Personne ne peut refaire ce code.</p>
<p>Si elle est perdue ou lue : « Réglages », puis « Refaire la fiche de secours ».</p>
</body></html>
"""


def sheet_document(code: str) -> QTextDocument:
    """La page à imprimer, en noir ; aucun nom, aucun lieu, aucune machine."""
    document = QTextDocument()
    document.setDefaultFont(QFont(FAMILLE_POLICE, 12))
    document.setHtml(francais(_SHEET).format(code=escape(code)))
    return document


def new_printer() -> QPrinter:
    """Une imprimante A4 dont le travail ne porte qu'un nom neutre."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Fiche")
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    return printer


def print_on(printer: QPrinter, code: str) -> None:
    """Imprime la fiche sur une page, sans numéro : Qt en met un à un document sans page."""
    document = sheet_document(code)
    width, height = printer.pageRect(QPrinter.Unit.Inch).size().toTuple()
    screen = QGuiApplication.primaryScreen().logicalDotsPerInch()
    document.setPageSize(QSizeF(width * screen, height * screen))
    document.print_(printer)


def print_sheet(code: str, parent: QWidget) -> None:
    """Demande une imprimante et imprime ; annuler n'imprime rien et n'écrit rien."""
    printer = new_printer()
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Imprimer la fiche de secours")
    if dialog.exec() == QDialog.DialogCode.Accepted:
        print_on(printer, code)
        if printer.outputFileName():
            forget_when(Path(printer.outputFileName()))


def forget_when(pdf: Path) -> None:
    """Ôte d'un PDF ce que Qt y inscrit de lui-même : le jour, l'heure, le fuseau, le programme.

    Chaque octet est remplacé à sa place : le fichier reste valable. S'il ne se récrit pas, il reste
    tel que Qt l'a fait.
    """
    with suppress(OSError):
        content = pdf.read_bytes()
        for pattern, neutral in _TRACES:
            content = pattern.sub(partial(_same_size, neutral), content)
        pdf.write_bytes(content)


def _same_size(neutral: bytes, found: re.Match[bytes]) -> bytes:
    kept, traced = found.groups()
    return kept + (neutral + b" " * len(traced))[: len(traced)]
