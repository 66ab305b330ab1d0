"""Un document en PDF : A4, police embarquée, octets stables, aucune trace de qui l'a écrit."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import CondPageBreak, Flowable
from reportlab.platypus.frames import Frame
from reportlab.platypus.tables import Table, TableStyle

from tat_carnet.documents.interface import (
    LANGUE,
    PIED,
    Bloc,
    Document,
    Encadre,
    Fiche,
    Liste,
    Numeros,
    Paragraphe,
    Tableau,
    Titre,
)
from tat_carnet.documents.rendering import styles_pdf as st
from tat_carnet.documents.rendering.paragraphe_pdf import ParagraphePdf
from tat_carnet.documents.rendering.support_pdf import (
    Infos,
    refuse_signe_inconnu,
    sans_signature,
)

_LARGEUR: Final = st.PAGE[0] - 2 * st.MARGE


class _Feuille(Canvas):
    """Le support d'impression : il retient les pages, pour dire « page n / N » à la fin."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._pages: list[dict[str, object]] = []
        infos = Infos()
        infos.title = self._doc.info.title
        self._doc.info = infos
        self.setViewerPreference("DisplayDocTitle", "true")

    def showPage(self) -> None:
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        pages = self._pages
        for numero, page in enumerate(pages, 1):
            self.__dict__.update(page)
            self._pied(numero, len(pages))
            super().showPage()
        super().save()

    def _pied(self, numero: int, total: int) -> None:
        self.setFont(st.COURANTE, 9)
        self.setFillColor(st.ENCRE_DOUCE)
        self.drawString(st.MARGE, st.HAUTEUR_PIED, PIED)
        self.drawRightString(st.PAGE[0] - st.MARGE, st.HAUTEUR_PIED, f"page {numero} / {total}")


def rendre(document: Document) -> bytes:
    """Les octets du PDF ; `SortieRefusee` si la police n'a pas un caractère du document."""
    st.load_fonts()
    refuse_signe_inconnu(document)
    sortie = BytesIO()
    cadre = Frame(
        st.MARGE,
        st.MARGE_BASSE,
        _LARGEUR,
        st.PAGE[1] - st.MARGE_HAUTE - st.MARGE_BASSE,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    modele = BaseDocTemplate(
        sortie,
        pagesize=st.PAGE,
        pageTemplates=[PageTemplate(frames=[cadre])],
        title=document.titre,
        lang=LANGUE,
        invariant=1,
        initialFontName=st.COURANTE,
    )
    modele.build(list(_flux_de(document.blocs)), canvasmaker=_Feuille)
    return sans_signature(sortie.getvalue())


def _p(texte: str, style: object) -> ParagraphePdf:
    return ParagraphePdf(escape(texte), style)


def _flux_de(blocs: Sequence[Bloc]) -> Iterator[Flowable]:
    """Les éléments de tous les blocs ; un long tableau commence sous son titre, pas après."""
    for bloc, suivant in zip(blocs, (*blocs[1:], None), strict=True):
        if isinstance(bloc, Titre) and isinstance(suivant, Tableau):
            yield CondPageBreak(st.DEBUT_DE_TABLEAU)
            yield _p(bloc.texte, st.TITRE_DE_TABLEAU)
        else:
            yield from _flux(bloc)


def _flux(bloc: Bloc) -> Iterator[Flowable]:
    """Les éléments de page d'un bloc."""
    match bloc:
        case Titre():
            yield _p(bloc.texte, st.TITRES[bloc.niveau])
        case Paragraphe():
            yield _p(bloc.texte, st.PARAGRAPHES[bloc.ton])
        case Liste():
            yield from _liste(bloc.elements, itertools.repeat("•"))
        case Numeros():
            yield from _liste(bloc.elements, (f"{rang}." for rang in itertools.count(1)))
        case Tableau():
            yield _tableau(bloc)
        case Encadre():
            yield _encadre(bloc)
        case _:
            yield from _fiche(bloc)


def _liste(elements: Sequence[str], marques: Iterable[str]) -> Iterator[Flowable]:
    """Les puces ; ni la première ni la dernière ne reste seule sur sa page."""
    dernier = len(elements) - 1
    for rang, (element, marque) in enumerate(zip(elements, marques, strict=False)):
        style = st.PUCE_LIEE if rang in (0, dernier - 1) and rang != dernier else st.PUCE
        yield ParagraphePdf(escape(element), style, bulletText=marque)


def _fiche(fiche: Fiche) -> Iterator[Flowable]:
    """Les lignes d'un fait, qu'une page ne sépare pas (sauf un texte plus long qu'elle)."""
    appui = escape(" · ".join(filter(None, (fiche.titre, fiche.marque))))
    gras = f'<font name="{st.APPUYEE}">{appui}</font> · {escape(fiche.degre)}'
    yield ParagraphePdf(gras, st.FICHE_TITRE)
    yield _p(f"{fiche.lieu} · {fiche.quand}", st.FICHE_REPERE)
    for rang, ligne in enumerate(fiche.corps, 1):
        derniere = rang == len(fiche.corps) and not fiche.precisions
        yield _p(ligne, st.FICHE_FIN if derniere else st.FICHE_CORPS)
    if fiche.precisions:
        yield _p(fiche.precisions, st.FICHE_PRECISIONS)


def _tableau(tableau: Tableau) -> Table:
    largeurs = [_LARGEUR * part / sum(tableau.parts) for part in tableau.parts]
    entetes = [_p(texte, st.ENTETE) for texte in tableau.entetes]
    lignes = [[_p(texte, st.CELLULE) for texte in ligne] for ligne in tableau.lignes]
    filets = [
        ("FONT", (0, 0), (-1, -1), st.COURANTE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ("LINEBELOW", (0, 0), (-1, 0), 1, st.ENCRE),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, st.TRAIT),
    ]
    return Table([entetes, *lignes], largeurs, repeatRows=1, splitInRow=1, style=TableStyle(filets))


def _encadre(encadre: Encadre) -> Table:
    contenu = [_p(encadre.titre, st.ENCADRE_TITRE)]
    contenu += [_p(texte, st.ENCADRE) for texte in encadre.textes]
    cadre = [
        ("FONT", (0, 0), (-1, -1), st.COURANTE),
        ("BOX", (0, 0), (-1, -1), 0.75, st.TRAIT),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
        ("RIGHTPADDING", (0, 0), (-1, -1), 12),
        ("TOPPADDING", (0, 0), (-1, -1), 8),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
    ]
    return Table([[contenu]], [_LARGEUR], style=TableStyle(cadre), spaceBefore=8)
