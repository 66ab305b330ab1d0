"""La fiche de secours, imprimée : le code, ce qu'il ouvre, et rien d'autre."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget


def sheet_document(code: str) -> QTextDocument:
    """La page à imprimer ; aucun nom, aucun lieu, aucune machine."""
    document = QTextDocument()
    document.setHtml(
        "<h1>Code de secours</h1>"
        "<p>Ce code ouvre un cahier de veille chiffré si sa phrase de passe est oubliée.</p>"
        f"<p style='font-size:22pt; letter-spacing:2px'><b>{code}</b></p>"
        "<p>Gardez cette feuille loin de l’ordinateur, sous enveloppe fermée. "
        "Quiconque la lit peut ouvrir le cahier. Personne ne peut refaire ce code.</p>"
    )
    return document


def print_sheet(code: str, parent: QWidget) -> None:
    """Demande une imprimante et imprime ; annuler n'imprime rien et n'écrit rien."""
    printer = QPrinter()
    printer.setDocName("Fiche")
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Imprimer la fiche de secours")
    if dialog.exec() == QDialog.DialogCode.Accepted:
        sheet_document(code).print_(printer)
