"""Les styles d'une page imprimée : une police, des graisses, du blanc. Mesures en points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from tat_carnet.documents.interface import Ton
from tat_carnet.paths import resource

COURANTE: Final = "SourceSans3"
APPUYEE: Final = "SourceSans3-SemiBold"

PAGE: Final = A4
MARGE: Final = 24 * mm
MARGE_HAUTE: Final = 22 * mm
MARGE_BASSE: Final = 26 * mm
HAUTEUR_PIED: Final = 14 * mm

ENCRE: Final = HexColor(0x1E2329)
ENCRE_DOUCE: Final = HexColor(0x566069)
TRAIT: Final = HexColor(0x9AA0A6)
"""Plus foncé qu'à l'écran : un filet doit survivre à une photocopie."""


def load_fonts() -> None:
    """Enregistre les deux graisses auprès de reportlab ; sans effet si c'est déjà fait."""
    for nom, fichier in ((COURANTE, "Regular"), (APPUYEE, "SemiBold")):
        if nom not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(nom, resource("polices", f"SourceSans3-{fichier}.ttf")))


@dataclass(frozen=True, slots=True)
class _Mesure:
    corps: float
    interligne: float
    avant: float = 0
    apres: float = 0
    police: str = COURANTE
    couleur: Color = ENCRE
    suit: bool = False
    retrait: float = 0


def _style(nom: str, mesure: _Mesure) -> ParagraphStyle:
    """Un style sans Helvetica cachée (la puce aussi) ni ligne seule en haut ou en bas de page."""
    return ParagraphStyle(
        nom,
        fontName=mesure.police,
        bulletFontName=mesure.police,
        fontSize=mesure.corps,
        leading=mesure.interligne,
        spaceBefore=mesure.avant,
        spaceAfter=mesure.apres,
        textColor=mesure.couleur,
        keepWithNext=mesure.suit,
        leftIndent=mesure.retrait,
        allowWidows=0,
        allowOrphans=0,
    )


TITRES: Final = {
    1: _style("titre1", _Mesure(21, 26, apres=4, police=APPUYEE, suit=True)),
    2: _style("titre2", _Mesure(14.5, 19, avant=20, apres=5, police=APPUYEE, suit=True)),
    3: _style("titre3", _Mesure(11.5, 16, avant=13, apres=1, police=APPUYEE, suit=True)),
}
TITRES_DE_TABLEAU: Final = {
    2: _style("titre-tableau", _Mesure(14.5, 19, 20, 5, APPUYEE)),
    3: _style("titre3-tableau", _Mesure(11.5, 16, 13, 1, APPUYEE)),
}
DEBUT_DE_TABLEAU: Final = 45 * mm
"""Ce qu'un titre de tableau demande sous lui : lui-même, les en-têtes et une première ligne."""

_PARAGRAPHES: Final = {
    Ton.courant: _Mesure(10.5, 15.2, apres=6),
    Ton.doux: _Mesure(9.5, 13.4, avant=8, apres=6, couleur=ENCRE_DOUCE),
    Ton.chapeau: _Mesure(10.5, 15.2, apres=2, couleur=ENCRE_DOUCE, suit=True),
    Ton.theme: _Mesure(9.5, 13.4, apres=6, couleur=ENCRE_DOUCE, suit=True),
    Ton.date: _Mesure(11.5, 16, apres=2, suit=True),
}
PARAGRAPHES: Final = {ton: _style(ton, mesure) for ton, mesure in _PARAGRAPHES.items()}
PARAGRAPHES_LIES: Final = {
    ton: _style(f"{ton}-lie", replace(mesure, suit=True)) for ton, mesure in _PARAGRAPHES.items()
}
PUCE: Final = _style("puce", _Mesure(10.5, 15.2, apres=4, retrait=12))
PUCE_LIEE: Final = _style("puce-liee", _Mesure(10.5, 15.2, apres=4, retrait=12, suit=True))
_FICHE: Final = {
    "titre": _Mesure(10.5, 15.2, avant=7, apres=1),
    "corps": _Mesure(10.5, 15.2, apres=2),
    "precisions": _Mesure(9.5, 13.4, couleur=ENCRE_DOUCE),
}
FICHE_FIN: Final = {nom: _style(nom, mesure) for nom, mesure in _FICHE.items()}
"""Les lignes d'un fait : la dernière, et plus bas celles qui ne la quittent pas."""
FICHE_LIEE: Final = {
    nom: _style(f"{nom}-lie", replace(_FICHE[nom], suit=True)) for nom in ("titre", "corps")
}
CELLULE: Final = _style("cellule", _Mesure(10, 14))
ENTETE: Final = _style("entete", _Mesure(10, 14, police=APPUYEE))
ENCADRE_TITRE: Final = _style("encadre", _Mesure(10, 14, apres=2, police=APPUYEE))
ENCADRE: Final = _style("encadre-texte", _Mesure(9.5, 13.4, apres=2))
