"""Écrire un document dans un format ouvert : en PDF ou en ODT ; un tableau, en CSV ou en cartes.

Les bibliothèques de rendu ne se chargent qu'au premier export : le démarrage n'en paie rien.
"""

from __future__ import annotations

from tat_carnet.documents.interface import Document, Lettre
from tat_carnet.domain.journal import FormatDocument


def rendre(document: Document, format_: FormatDocument) -> bytes:
    """Les octets du fichier, toujours les mêmes pour le même document.

    `SortieRefusee` si un caractère ne peut pas s'écrire.
    """
    if isinstance(document, Lettre):
        return _rendre_lettre(document, format_)
    if format_ is FormatDocument.pdf:
        from tat_carnet.documents.rendering import pdf

        return pdf.rendre(document)
    if format_ is FormatDocument.csv:
        from tat_carnet.documents.rendering import csv_

        return csv_.rendre(document)
    if format_ is FormatDocument.vcf:
        from tat_carnet.documents.rendering import vcf

        return vcf.rendre(document)
    from tat_carnet.documents.rendering import odt

    return odt.rendre(document)


def _rendre_lettre(lettre: Lettre, format_: FormatDocument) -> bytes:
    """Une lettre tient en une page dans tous ses formats : le PDF la mesure pour les deux."""
    from tat_carnet.documents.rendering import lettre_pdf

    octets = lettre_pdf.rendre(lettre)
    if format_ is FormatDocument.pdf:
        return octets
    from tat_carnet.documents.rendering import lettre_odt

    return lettre_odt.rendre(lettre)


def compter_pages(document: Document) -> int:
    """Combien de pages prend ce document, imprimé."""
    from tat_carnet.documents.rendering import pdf

    return pdf.rendre(document).count(b"/Type /Page\n")
