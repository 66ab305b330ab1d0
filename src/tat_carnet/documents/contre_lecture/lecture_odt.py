"""Tout ce qu'un ODT dit : le texte et les attributs de son contenu.

Les autres parties sont celles du gabarit, à l'octet près, ou le fichier est refusé ; de même s'il
contient ce que nous n'écrivons pas (image, objet, aperçu, signature, commentaire).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree import ElementTree

from tat_carnet.documents.contre_lecture.archive import membres
from tat_carnet.documents.contre_lecture.mots import Illisible, Passage
from tat_carnet.documents.rendering.gabarit_odt import (
    COLONNES,
    CONTENU,
    GABARITS,
    LETTRE,
    LOGO,
    MANIFESTE,
    PARTIES,
    manifeste_avec_logo,
    partie,
)
from tat_carnet.documents.rendering.image import png
from tat_carnet.domain.logo import Logo

_TEXTE: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLEAU: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CORPS: Final = (
    "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}body/"
    "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"
)
_LIGNES: Final = frozenset(
    {f"{_TEXTE}p", f"{_TEXTE}h", f"{_TEXTE}line-break", f"{_TABLEAU}table-cell"}
)
"""Ce qui commence une ligne ; tout autre élément peut couper un mot sans qu'on le voie."""

_BLANCS: Final = frozenset({f"{_TEXTE}s", f"{_TEXTE}tab"})


def lire(octets: bytes, logo: Logo | None = None) -> Iterator[tuple[Passage, ...]]:
    """Le texte du contenu, d'une suite ; puis chaque attribut que le gabarit n'a pas.

    `Illisible` si l'archive contient autre chose qu'un document de chez nous ; `logo` est la seule
    image qu'elle puisse porter, et point pour point.
    """
    archive = membres(octets)
    gabarit = _gabarit(archive, logo)
    racine = _racine(archive[CONTENU])
    inconnus = _attributs(racine) - _attributs_connus(gabarit)
    yield tuple(_passages(racine))
    for valeur in sorted(inconnus):
        yield (Passage("les attributs du texte", valeur),)


def _gabarit(archive: Mapping[str, bytes], logo: Logo | None) -> str:
    """Le gabarit dont cette archive a toutes les parties, à l'octet près."""
    connues = dict.fromkeys(PARTIES)
    attendues = {gabarit: _parties(gabarit) for gabarit in GABARITS}
    if LOGO in archive and logo is not None:
        connues[LOGO] = None
        attendues = {LETTRE: _parties(LETTRE) | {MANIFESTE: manifeste_avec_logo(), LOGO: png(logo)}}
    if list(archive) != list(connues):
        raise Illisible("il contient une partie qui n’est pas du texte")
    for gabarit, parties in attendues.items():
        if all(archive[nom] == octets for nom, octets in parties.items()):
            return gabarit
    raise Illisible("ses styles ou ses métadonnées ne sont pas les nôtres")


def _parties(gabarit: str) -> dict[str, bytes]:
    """Les parties qui ne changent pas."""
    return {nom: partie(nom, gabarit) for nom in PARTIES if nom != CONTENU}


def _racine(octets: bytes) -> ElementTree.Element:
    """La racine du contenu ; un commentaire XML pourrait cacher un mot, nous n'en écrivons pas."""
    if b"<!" in octets or octets.count(b"<?") > 1:
        raise Illisible("il contient un commentaire caché")
    return ElementTree.fromstring(octets)


def _passages(racine: ElementTree.Element) -> Iterator[Passage]:
    """Un passage par élément du corps, situé par le titre de sa section ; puis tout le reste.

    Le corps est vidé à mesure qu'il est lu.
    """
    lieu = "le début du texte"
    corps = racine.find(_CORPS)
    for element in corps if corps is not None else ():
        texte = _texte(element)
        if element.tag == f"{_TEXTE}h" and element.get(f"{_TEXTE}outline-level") != "1":
            lieu = f"la section «\u202f{texte.strip()}\u202f»"
        yield Passage(lieu, texte + (element.tail or ""))
        element.clear()
    yield Passage("le texte", _texte(racine))


def _texte(element: ElementTree.Element) -> str:
    morceaux: list[str] = []
    _ajoute(element, morceaux)
    return "".join(morceaux)


def _ajoute(element: ElementTree.Element, morceaux: list[str]) -> None:
    morceaux.append("\n" if element.tag in _LIGNES else " " if element.tag in _BLANCS else "")
    morceaux.append(element.text or "")
    for enfant in element:
        _ajoute(enfant, morceaux)
        morceaux.append(enfant.tail or "")


def _attributs(racine: ElementTree.Element) -> set[str]:
    return {valeur for element in racine.iter() for valeur in element.attrib.values()}


def _attributs_connus(nom_gabarit: str) -> set[str]:
    """Les valeurs du gabarit : noms de style, mesures, largeurs de colonne."""
    noms = ("styles.xml", CONTENU)
    gabarit = (_attributs(_racine(partie(nom, nom_gabarit))) for nom in noms)
    return set().union(*gabarit, *COLONNES.values())
