"""Une lettre en ODT : mêmes mots, même page, à retravailler dans un traitement de texte.

Un tableau d'une ligne, de hauteur fixe, met l'adresse dans la fenêtre ; tout se lit dans l'ordre.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import odfdo
from odfdo import Element, List, ListItem, Paragraph

from tat_carnet.documents.interface import Bloc, Lettre, Liste, Numeros, Paragraphe
from tat_carnet.documents.rendering.gabarit_odt import (
    CONTENU,
    LETTRE,
    LOGO,
    MANIFESTE,
    PARTIES,
    manifeste_avec_logo,
    partie,
)
from tat_carnet.documents.rendering.image import png
from tat_carnet.documents.rendering.odt import archive
from tat_carnet.domain.logo import Logo

HAUTEUR_LOGO: Final = 1.8
LARGEUR_LOGO: Final = 6.6
"""Au plus, en centimètres."""


def rendre(lettre: Lettre) -> bytes:
    """Les octets de l'ODT, toujours les mêmes pour la même lettre."""
    classeur = odfdo.Document("text")
    classeur.set_part(CONTENU, partie(CONTENU, LETTRE))
    corps = classeur.body
    for element in _elements(lettre):
        corps.append(element)
    contenu = classeur.content.serialize()
    parties = {nom: contenu if nom == CONTENU else partie(nom, LETTRE) for nom in PARTIES}
    if lettre.logo is not None:
        parties |= {MANIFESTE: manifeste_avec_logo(), LOGO: png(lettre.logo)}
    return archive(parties)


def _elements(lettre: Lettre) -> Iterator[Element]:
    yield _entete(lettre)
    for reference in lettre.references:
        yield _p(reference, "Reference")
    yield _p(lettre.lieu_date, "Date")
    yield _p(lettre.appel, "Appel")
    for bloc in lettre.blocs:
        yield _bloc(bloc)
    yield _p(lettre.formule, "Text_20_body")
    for ligne in lettre.signature:
        yield _p(ligne, "Signature")
    for rang, copie in enumerate(lettre.copies):
        premiere = rang == 0
        texte = f"Copie\u202f: {copie}" if premiere else copie
        yield _p(texte, "Copie_20_premiere" if premiere else "Expediteur")


def _entete(lettre: Lettre) -> Element:
    """L'expéditeur à gauche, le destinataire à droite, sous la fenêtre."""
    table = Element.from_tag("table:table")
    table.set_attribute("table:style-name", "Entete")
    for nom in ("Gauche", "Droite"):
        colonne = Element.from_tag("table:table-column")
        colonne.set_attribute("table:style-name", nom)
        table.append(colonne)
    ligne = Element.from_tag("table:table-row")
    ligne.set_attribute("table:style-name", "Haut")
    styles = ["Expediteur_20_nom"] + ["Expediteur"] * (len(lettre.expediteur) - 1)
    case = _case("Case_20_expediteur", lettre.expediteur, styles)
    if lettre.logo is not None:
        case.insert(_image(lettre.logo), position=0)
    ligne.append(case)
    styles = ["Adresse_20_premiere"] + ["Adresse"] * (len(lettre.destinataire) - 1)
    ligne.append(_case("Case_20_destinataire", lettre.destinataire, styles))
    table.append(ligne)
    return table


def _case(style: str, lignes: Sequence[str], styles: Sequence[str]) -> Element:
    case = Element.from_tag("table:table-cell")
    case.set_attribute("table:style-name", style)
    for texte, nom in zip(lignes, styles, strict=True):
        case.append(_p(texte, nom))
    return case


def _image(logo: Logo) -> Paragraph:
    """Le logo, ancré comme un caractère, seul sur sa ligne."""
    hauteur = min(HAUTEUR_LOGO, LARGEUR_LOGO * logo.hauteur / logo.largeur)
    cadre = Element.from_tag("draw:frame")
    for nom, valeur in (
        ("draw:style-name", "Logo"),
        ("text:anchor-type", "as-char"),
        ("svg:width", f"{hauteur * logo.largeur / logo.hauteur:.2f}cm"),
        ("svg:height", f"{hauteur:.2f}cm"),
    ):
        cadre.set_attribute(nom, valeur)
    contenu = Element.from_tag("draw:image")
    contenu.set_attribute("xlink:href", LOGO)
    contenu.set_attribute("xlink:type", "simple")
    cadre.append(contenu)
    paragraphe = Paragraph(style="Logo_20_ligne")
    paragraphe.append(cadre)
    return paragraphe


def _bloc(bloc: Bloc) -> Element:
    if isinstance(bloc, Paragraphe):
        return _p(bloc.texte, "Text_20_body")
    if not isinstance(bloc, Liste | Numeros):
        raise TypeError(f"Une lettre n'a pas de {type(bloc).__name__}.")
    liste = List(style="Numeros" if isinstance(bloc, Numeros) else "Puces")
    for texte in bloc.elements:
        element = ListItem()
        element.append(_p(texte, "List"))
        liste.append(element)
    return liste


def _p(texte: str, style: str) -> Paragraph:
    return Paragraph(texte, style=style, formatted=False)
