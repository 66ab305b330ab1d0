"""Ce que tout PDF de chez nous partage : la coupure des mots, l'absence de toute signature."""

from __future__ import annotations

import re
from typing import Final

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.platypus import paragraph as platypus_paragraph

from tat_carnet.documents.interface import Document
from tat_carnet.documents.rendering import styles_pdf as st
from tat_carnet.domain.errors import SortieRefusee

_BLANCS: Final = re.compile("[ \t\n\r\x0b\x0c]+")
_SIGNATURES: Final = (
    b" ReportLab Generated PDF document (opensource)",
    b"% ReportLab generated PDF document -- digest (opensource)",
)


def _couper(texte: str | bytes, separateur: str | None = None) -> list[str]:
    """La coupure des mots de reportlab, l'espace fine insécable comprise.

    La sienne tient U+202F pour une espace ordinaire : elle rejetterait « ; » en début de ligne et
    écrirait une espace simple à la place.
    """
    clair = texte.decode("utf-8") if isinstance(texte, bytes) else texte
    if separateur is not None:
        return clair.split(separateur)
    return [mot for mot in _BLANCS.split(clair) if mot]


platypus_paragraph.split = _couper


class Infos(pdfdoc.PDFInfo):
    """Les métadonnées : un titre neutre, et rien d'autre (ni date, ni auteur, ni outil)."""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        entrees = pdfdoc.PDFDictionary({"Title": pdfdoc.PDFString(self.title)})
        octets: bytes = entrees.format(document)
        return octets


def refuse_signe_inconnu(document: Document) -> None:
    connus = pdfmetrics.getFont(st.COURANTE).face.charToGlyph
    for texte in document.textes():
        for signe in dict.fromkeys(texte):
            if ord(signe) not in connus and not signe.isspace():
                raise SortieRefusee(
                    f"Le PDF ne sait pas écrire le signe « {signe} ». Rien n’est sorti, rien n’est "
                    "perdu\u202f: remplacez-le à la relecture, ou choisissez le format ODT."
                )


def sans_signature(octets: bytes) -> bytes:
    """Le même PDF sans les commentaires qui nomment l'outil ; les positions ne bougent pas."""
    for signature in _SIGNATURES:
        octets = octets.replace(signature, b" " * len(signature))
    return octets
