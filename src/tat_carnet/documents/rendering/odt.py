"""Un document en ODT : de vrais styles, la même lecture qu'en PDF, rien sur qui l'a écrit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import odfdo
from odfdo import Element, Header, HeaderRows, List, ListItem, Paragraph, Span

from tat_carnet.documents.interface import (
    Bloc,
    Document,
    Encadre,
    Fiche,
    Liste,
    Numeros,
    Paragraphe,
    Tableau,
    Titre,
    Ton,
)
from tat_carnet.documents.rendering.gabarit_odt import COLONNES, CONTENU, PARTIES, partie
from tat_carnet.documents.rendering.liens import avec_le_suivant, puces_liees

_BLANCS: Final = re.compile("[ \t\n\r]+")
_STYLES: Final = {
    Ton.courant: "Text_20_body",
    Ton.doux: "Doux",
    Ton.chapeau: "Chapeau",
    Ton.date: "Date",
    Ton.theme: "Effort",
}
_LIES: Final = _STYLES | {Ton.courant: "Text_20_body_20_lie", Ton.doux: "Doux_20_lie"}
"""Les mêmes, qui ne quittent pas ce qui suit."""


def rendre(document: Document) -> bytes:
    """Les octets de l'ODT : parties du gabarit, contenu composé, archive sans date ni machine."""
    classeur = odfdo.Document("text")
    classeur.set_part(CONTENU, partie(CONTENU))
    corps = classeur.body
    for bloc, lie in avec_le_suivant(document.blocs):
        for element in _elements(bloc, lie):
            corps.append(element)
    _pose_colonnes(classeur, document)
    contenu = classeur.content.serialize()
    return archive({nom: contenu if nom == CONTENU else partie(nom) for nom in PARTIES})


def archive(parties: dict[str, bytes]) -> bytes:
    """Une archive aux dates fixes ; le type n'y est pas comprimé, comme le demande le format."""
    sortie = BytesIO()
    with ZipFile(sortie, "w") as archive:
        for nom, octets in parties.items():
            entree = ZipInfo(nom, date_time=(1980, 1, 1, 0, 0, 0))
            entree.create_system = 0
            entree.compress_type = ZIP_STORED if nom == "mimetype" else ZIP_DEFLATED
            archive.writestr(entree, octets)
    return sortie.getvalue()


def _elements(bloc: Bloc, lie: bool) -> Iterator[Element]:
    """Les éléments d'un bloc, dans l'ordre."""
    match bloc:
        case Titre():
            yield _titre(bloc)
        case Paragraphe():
            yield _p(bloc.texte, (_LIES if lie else _STYLES)[bloc.ton])
        case Liste():
            yield _liste(bloc.elements, "Puces", lie)
        case Numeros():
            yield _liste(bloc.elements, "Numeros", lie)
        case Tableau():
            yield _tableau(bloc)
        case Encadre():
            yield _p(bloc.titre, "Encadre_20_titre")
            yield from (_p(texte, "Encadre") for texte in bloc.textes)
        case _:
            yield from _fiche(bloc)


def _titre(titre: Titre) -> Header:
    element = Header(titre.niveau, titre.texte, formatted=False)
    element.style = f"Heading_20_{titre.niveau}"
    return element


def _p(texte: str, style: str) -> Paragraph:
    """Un paragraphe ; copier un modèle coûte moitié moins que d'en faire un."""
    paragraphe: Paragraph = _modele(style).clone
    paragraphe.text = _BLANCS.sub(" ", texte)
    return paragraphe


@cache
def _modele(style: str) -> Paragraph:
    return Paragraph(style=style, formatted=False)


def _liste(textes: Sequence[str], style: str, lie: bool) -> List:
    elements = List(style=style)
    for texte, liee in zip(textes, puces_liees(len(textes), lie), strict=True):
        puce = ListItem()
        puce.append(_p(texte, "List_20_lie" if liee else "List"))
        elements.append(puce)
    return elements


def _fiche(fiche: Fiche) -> Iterator[Element]:
    """Les lignes d'un fait, liées pour qu'une page ne les sépare pas."""
    suites = [(ligne, "Fait") for ligne in fiche.corps]
    if fiche.precisions:
        suites.append((fiche.precisions, "Fait_20_precisions"))
    appui = Span(fiche.appui, style="Appui", formatted=False)
    appui.tail = f" · {fiche.reperes}"
    titre = Paragraph(style="Fait_20_titre_20_lie" if suites else "Fait_20_titre")
    titre.append(appui)
    yield titre
    yield from (_p(texte, f"{style}_20_lie") for texte, style in suites[:-1])
    yield from (_p(texte, style) for texte, style in suites[-1:])


def _tableau(tableau: Tableau) -> Element:
    table = Element.from_tag("table:table")
    table.set_attribute("table:style-name", "Tableau")
    for part in tableau.parts:
        colonne = Element.from_tag("table:table-column")
        colonne.set_attribute("table:style-name", COLONNES[part][0])
        table.append(colonne)
    entetes = HeaderRows()
    entetes.append(_ligne(tableau.entetes, "Entete", "Table_20_Heading"))
    table.append(entetes)
    for ligne in tableau.lignes:
        table.append(_ligne(ligne, "Cellule", "Table_20_Contents"))
    return table


def _ligne(textes: Sequence[str], cellule: str, paragraphe: str) -> Element:
    ligne = Element.from_tag("table:table-row")
    for texte in textes:
        case = Element.from_tag("table:table-cell")
        case.set_attribute("table:style-name", cellule)
        case.append(_p(texte, paragraphe))
        ligne.append(case)
    return ligne


def _pose_colonnes(classeur: odfdo.Document, document: Document) -> None:
    """Un style automatique par largeur de colonne employée."""
    tableaux = [bloc for bloc in document.blocs if isinstance(bloc, Tableau)]
    styles = classeur.content.get_element("//office:automatic-styles")
    assert styles is not None, "le gabarit a ses styles automatiques"
    for part in sorted({part for tableau in tableaux for part in tableau.parts}):
        style = Element.from_tag("style:style")
        nom, largeur = COLONNES[part]
        style.set_attribute("style:name", nom)
        style.set_attribute("style:family", "table-column")
        mesure = Element.from_tag("style:table-column-properties")
        mesure.set_attribute("style:rel-column-width", largeur)
        style.append(mesure)
        styles.append(style)
