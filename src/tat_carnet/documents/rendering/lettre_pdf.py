"""Une lettre en PDF : une page, l'adresse dans la fenêtre de l'enveloppe, noir sur blanc.

Le flux de la page suit l'ordre de lecture : expéditeur, destinataire, références, date, appel,
corps, formule, signature, copies. Un lecteur d'écran la lit comme elle se lit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from math import ceil
from typing import Final
from xml.sax.saxutils import escape

from reportlab.lib.colors import black
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.paragraph import Paragraph

from tat_carnet.documents.interface import LANGUE, Bloc, Lettre, Liste, Mention, Numeros, Paragraphe
from tat_carnet.documents.rendering import styles_pdf as st
from tat_carnet.documents.rendering.balises import ELEMENT, IMAGE, PARAGRAPHE, Balises
from tat_carnet.documents.rendering.enveloppe import FEUILLE, PLI, TOUJOURS
from tat_carnet.documents.rendering.image import image
from tat_carnet.documents.rendering.support_pdf import (
    Infos,
    refuse_signe_inconnu,
    sans_signature,
)
from tat_carnet.domain.errors import SortieRefusee

MARGE: Final = 20.0
HAUT: Final = 15.0
BAS: Final = 14.0
DEBUT_DU_CORPS: Final = 95.0
"""Sous la fenêtre et le pli : en millimètres du haut."""

LARGEUR_EXPEDITEUR: Final = 66.0
HAUTEUR_LOGO: Final = 18.0
_INTERLIGNE_ADRESSE: Final = 3.95
_ADRESSE: Final = 10.5
_ADRESSE_AU_MOINS: Final = 7.5
_HAUTEUR_CAPITALE: Final = 0.8
"""Ce qu'une capitale accentuée prend au-dessus de la ligne, en part du corps."""
_CORPS: Final = (11.0, 10.5, 10.0)
"""Tailles essayées, la plus lisible d'abord ; à la dernière, ce qui déborde est à couper."""

_ESPACE_SIGNATURE: Final = 15 * mm
"""De quoi signer à la main."""


class _Page(Canvas):
    """Le support d'une lettre : ni date, ni auteur, ni outil."""

    def __init__(self, sortie: BytesIO, titre: str) -> None:
        super().__init__(sortie, pagesize=st.PAGE, invariant=1, lang=LANGUE,
                         initialFontName=st.COURANTE)  # fmt: skip
        infos = Infos()
        infos.title = titre
        self._doc.info = infos


class _Styles:
    """Les styles d'une lettre dont le corps fait `taille` points."""

    def __init__(self, taille: float) -> None:
        self.interligne = taille * 1.26
        self.corps = ParagraphStyle(
            "lettre", fontName=st.COURANTE, bulletFontName=st.COURANTE, fontSize=taille,
            bulletFontSize=taille, leading=self.interligne, spaceAfter=taille * 0.55,
            textColor=black,
        )  # fmt: skip
        self.date = ParagraphStyle("date", self.corps, leftIndent=80 * mm, spaceBefore=taille * 0.8)
        self.ligne = ParagraphStyle("ligne", self.corps, spaceAfter=1)
        self.puce = ParagraphStyle("puce", self.corps, spaceAfter=2, leftIndent=13)
        self.fin = ParagraphStyle("fin", self.puce, spaceAfter=taille * 0.55)
        self.appel = ParagraphStyle("appel", self.corps, spaceBefore=taille * 0.8)
        self.signature = ParagraphStyle("signature", self.ligne, leftIndent=80 * mm)
        self.petit = ParagraphStyle("petit", self.corps, fontSize=9.5, leading=12, spaceAfter=0)

    @property
    def coupables(self) -> tuple[ParagraphStyle, ...]:
        """Les styles de ce qui peut se raccourcir."""
        return self.corps, self.puce, self.fin


@dataclass(frozen=True, slots=True)
class _Morceau:
    """Un paragraphe posé, et la hauteur qu'il prend, espaces compris ; un blanc s'il est absent.

    `element` : le texte de la lettre qu'il montre, si l'on peut le raccourcir. `marque` : celle
    d'un élément de liste.
    """

    paragraphe: Paragraph | None
    hauteur: float
    element: str = ""
    style: ParagraphStyle | None = None
    marque: str | None = None


def rendre(lettre: Lettre) -> bytes:
    """Les octets du PDF ; `SortieRefusee` si la lettre déborde d'une page, et dit quoi couper."""
    st.load_fonts()
    refuse_signe_inconnu(lettre)
    morceaux = _composition(lettre)
    sortie = BytesIO()
    page = _Page(sortie, lettre.titre)
    balises = Balises(page)
    _pose_entete(page, balises, lettre)
    _pose_adresse(page, balises, lettre.destinataire)
    y = (FEUILLE[1] - DEBUT_DU_CORPS) * mm
    for morceau in morceaux:
        if morceau.paragraphe is not None:
            haut = y - morceau.paragraphe.getSpaceBefore()
            with balises.dessiner(PARAGRAPHE if morceau.marque is None else ELEMENT):
                morceau.paragraphe.drawOn(page, MARGE * mm, haut - morceau.paragraphe.height)
        y -= morceau.hauteur
    with balises.taire():
        _pose_repere(page)
    page.showPage()
    balises.poser()
    page.save()
    return sans_signature(sortie.getvalue())


def lignes_de_trop(lettre: Lettre) -> int:
    """Combien de lignes débordent, au plus petit corps ; zéro ou moins si la lettre tient."""
    st.load_fonts()
    styles = _Styles(_CORPS[-1])
    return _de_trop(_morceaux(lettre, styles), styles)


def _composition(lettre: Lettre) -> list[_Morceau]:
    """Les morceaux au plus grand corps qui tienne en une page ; `SortieRefusee` si aucun."""
    for taille in _CORPS:
        styles = _Styles(taille)
        morceaux = _morceaux(lettre, styles)
        de_trop = _de_trop(morceaux, styles)
        if de_trop <= 0:
            return morceaux
    raise _debordement(morceaux, styles, de_trop)


def _morceaux(lettre: Lettre, styles: _Styles) -> list[_Morceau]:
    """Tout ce qui suit l'adresse, dans l'ordre de lecture."""
    morceaux = [_p(reference, styles.ligne) for reference in lettre.references]
    morceaux.append(_p(lettre.lieu_date, styles.date))
    morceaux.append(_p(lettre.appel, styles.appel))
    for bloc in lettre.blocs:
        morceaux += _bloc(bloc, styles)
    morceaux.append(_p(lettre.formule, styles.corps))
    morceaux += [_p(ligne, styles.signature) for ligne in lettre.signature]
    morceaux.append(_Morceau(None, _ESPACE_SIGNATURE))
    morceaux += [
        _p(f"Copie\u202f: {copie}" if rang == 0 else copie, styles.petit)
        for rang, copie in enumerate(lettre.copies)
    ]
    coupables = styles.coupables
    return [m if _se_coupe(m, coupables) else replace(m, element="") for m in morceaux]


def _se_coupe(morceau: _Morceau, coupables: Collection[ParagraphStyle]) -> bool:
    """Vrai si la personne peut le raccourcir : le corps, mais ni la clause ni la formule."""
    return morceau.style in coupables and not isinstance(morceau.element, Mention)


def _bloc(bloc: Bloc, styles: _Styles) -> Iterator[_Morceau]:
    match bloc:
        case Paragraphe():
            yield _p(bloc.texte, styles.corps)
        case Liste() | Numeros():
            for rang, element in enumerate(bloc.elements, 1):
                marque = f"{rang}." if isinstance(bloc, Numeros) else "•"
                dernier = rang == len(bloc.elements)
                yield _p(element, styles.fin if dernier else styles.puce, marque)
        case _:
            raise TypeError(f"Une lettre n'a pas de {type(bloc).__name__}.")


def _p(texte: str, style: ParagraphStyle, marque: str | None = None) -> _Morceau:
    paragraphe = Paragraph(escape(texte), style, bulletText=marque)
    _, hauteur = paragraphe.wrap((FEUILLE[0] - 2 * MARGE) * mm, st.PAGE[1])
    total = paragraphe.getSpaceBefore() + hauteur + paragraphe.getSpaceAfter()
    return _Morceau(paragraphe, total, texte, style, marque)


def _de_trop(morceaux: Sequence[_Morceau], styles: _Styles) -> int:
    place = (FEUILLE[1] - DEBUT_DU_CORPS - BAS) * mm
    debord = sum(morceau.hauteur for morceau in morceaux) - place
    return ceil(debord / styles.interligne)


def _debordement(morceaux: Sequence[_Morceau], styles: _Styles, de_trop: int) -> SortieRefusee:
    """Dit de combien la lettre déborde, et les passages les plus longs : ceux à couper."""
    longs = sorted((m for m in morceaux if m.element), key=lambda m: -m.hauteur)[:2]
    extraits = "\u202f; ".join(
        f"«\u202f{_extrait(m.element)}\u202f» ({round(m.hauteur / styles.interligne)} lignes)"
        for m in longs
    )
    lignes = "d’une ligne" if de_trop == 1 else f"de {de_trop} lignes"
    return SortieRefusee(
        f"La lettre déborde d’une page, {lignes}. Rien n’est sorti, rien n’est perdu. "
        f"Raccourcissez d’abord ou décochez\u202f: {extraits}."
    )


def _extrait(texte: str) -> str:
    mots = texte.split()
    return " ".join(mots[:6]) + ("…" if len(mots) > 6 else "")


def _pose_entete(page: Canvas, balises: Balises, lettre: Lettre) -> None:
    y = (FEUILLE[1] - HAUT) * mm
    if lettre.logo is not None:
        logo = lettre.logo
        hauteur = HAUTEUR_LOGO * mm
        largeur = min(hauteur * logo.largeur / logo.hauteur, LARGEUR_EXPEDITEUR * mm)
        hauteur = largeur * logo.hauteur / logo.largeur
        with balises.dessiner(IMAGE, "Logo"):
            page.drawImage(ImageReader(image(logo)), MARGE * mm, y - hauteur, largeur, hauteur)
        y -= hauteur + 2 * mm
    for rang, ligne in enumerate(lettre.expediteur):
        police = st.APPUYEE if rang == 0 else st.COURANTE
        style = ParagraphStyle("e", fontName=police, fontSize=9.5, leading=12, textColor=black)
        paragraphe = Paragraph(escape(ligne), style)
        _, hauteur = paragraphe.wrap(LARGEUR_EXPEDITEUR * mm, st.PAGE[1])
        y -= hauteur
        with balises.dessiner(PARAGRAPHE):
            paragraphe.drawOn(page, MARGE * mm, y)


def _pose_adresse(page: Canvas, balises: Balises, lignes: Sequence[str]) -> None:
    """L'adresse, ligne à ligne ; sa plus longue ligne choisit la taille."""
    place = (TOUJOURS.droite - TOUJOURS.gauche - 2) * mm
    large = max(stringWidth(ligne, st.COURANTE, _ADRESSE) for ligne in lignes)
    taille = min(_ADRESSE, _ADRESSE * place / large)
    if taille < _ADRESSE_AU_MOINS:
        raise SortieRefusee(
            "Une ligne de l’adresse est trop longue pour la fenêtre de l’enveloppe. Rien n’est "
            "sorti\u202f: raccourcissez-la dans l’annuaire, ou coupez-la en deux."
        )
    page.setFont(st.COURANTE, taille)
    page.setFillColor(black)
    y = (FEUILLE[1] - TOUJOURS.haut) * mm - taille * _HAUTEUR_CAPITALE
    for ligne in lignes:
        with balises.dessiner(PARAGRAPHE):
            page.drawString((TOUJOURS.gauche + 1) * mm, y, ligne)
        y -= _INTERLIGNE_ADRESSE * mm


def _pose_repere(page: Canvas) -> None:
    """Un trait au bord, là où plier."""
    page.setLineWidth(0.3)
    page.line(4 * mm, (FEUILLE[1] - PLI) * mm, 8 * mm, (FEUILLE[1] - PLI) * mm)
