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
from tat_carnet.documents.rendering.liens import avec_le_suivant, puces_liees
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
    """Les éléments de tous les blocs ; un long tableau commence sous ses titres, pas après."""
    titres: list[Titre] = []
    for bloc, lie in avec_le_suivant(blocs):
        if isinstance(bloc, Titre):
            titres.append(bloc)
            continue
        yield from _titres(titres, bloc)
        titres.clear()
        yield from _flux(bloc, lie)
    yield from _titres(titres, None)


def _titres(titres: Sequence[Titre], sur: Bloc | None) -> Iterator[Flowable]:
    """Des titres qui se suivent, et ce qu'ils annoncent.

    reportlab garde avec un titre l'élément suivant en entier : un tableau d'une page le ferait
    sauter. Ceux d'un tableau demandent seulement la place de le commencer.
    """
    if isinstance(sur, Tableau) and titres:
        yield CondPageBreak(st.DEBUT_DE_TABLEAU * len(titres))
        yield from (_p(titre.texte, st.TITRES_DE_TABLEAU[titre.niveau]) for titre in titres)
    else:
        yield from (_p(titre.texte, st.TITRES[titre.niveau]) for titre in titres)


def _flux(bloc: Bloc, lie: bool) -> Iterator[Flowable]:
    """Les éléments de page d'un bloc qui n'est pas un titre."""
    match bloc:
        case Paragraphe():
            yield _p(bloc.texte, (st.PARAGRAPHES_LIES if lie else st.PARAGRAPHES)[bloc.ton])
        case Liste():
            yield from _liste(bloc.elements, itertools.repeat("•"), lie)
        case Numeros():
            yield from _liste(bloc.elements, (f"{rang}." for rang in itertools.count(1)), lie)
        case Tableau():
            yield _tableau(bloc)
        case Encadre():
            yield _encadre(bloc)
        case _:
            assert isinstance(bloc, Fiche), "un titre se pose avec ce qu'il annonce"
            yield from _fiche(bloc)


def _liste(elements: Sequence[str], marques: Iterable[str], lie: bool) -> Iterator[Flowable]:
    liees = puces_liees(len(elements), lie)
    for element, marque, liee in zip(elements, marques, liees, strict=False):
        style = st.PUCE_LIEE if liee else st.PUCE
        yield ParagraphePdf(escape(element), style, bulletText=marque)


def _fiche(fiche: Fiche) -> Iterator[Flowable]:
    """Les lignes d'un fait, qu'une page ne sépare pas (sauf un texte plus long qu'elle)."""
    appui = f'<font name="{st.APPUYEE}">{escape(fiche.appui)}</font>'
    flux = [(f"{appui} · {escape(fiche.reperes)}", "titre")]
    flux += ((escape(ligne), "corps") for ligne in fiche.corps)
    if fiche.precisions:
        flux.append((escape(fiche.precisions), "precisions"))
    *liees, (derniere, quoi) = flux
    yield from (ParagraphePdf(texte, st.FICHE_LIEE[ceci]) for texte, ceci in liees)
    yield ParagraphePdf(derniere, st.FICHE_FIN[quoi])


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
    return Table([[contenu]], [_LARGEUR], style=TableStyle(cadre), spaceBefore=8, spaceAfter=10)
