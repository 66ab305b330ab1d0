"""Tout ce qu'un ODT dit : le texte de chaque partie, et ses attributs.

Ce qui n'est pas de notre gabarit (image, objet, aperçu, signature, commentaire) est refusé.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Final
from xml.etree import ElementTree
from zipfile import ZipFile, ZipInfo

from tat_carnet.documents.contre_lecture.mots import Illisible, Passage
from tat_carnet.documents.interface import PIED
from tat_carnet.documents.rendering.gabarit_odt import COLONNES, CONTENU, PARTIES, partie

_TEXTE: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLEAU: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_LIGNES: Final = frozenset(
    {f"{_TEXTE}p", f"{_TEXTE}h", f"{_TEXTE}line-break", f"{_TABLEAU}table-cell"}
)
"""Ce qui commence une ligne ; tout autre élément peut couper un mot sans qu'on le voie."""

_BLANCS: Final = frozenset({f"{_TEXTE}s", f"{_TEXTE}tab"})
_LIEUX: Final = {
    CONTENU: "le texte",
    "styles.xml": "le pied de page ou les styles",
    "meta.xml": "les métadonnées",
    "META-INF/manifest.xml": "le manifeste",
}


def lire(octets: bytes) -> Iterator[tuple[Passage, ...]]:
    """Le texte de chaque partie, d'une suite ; puis chaque attribut inconnu.

    `Illisible` si l'archive contient autre chose qu'un document de chez nous.
    """
    with ZipFile(BytesIO(octets)) as archive:
        _verifie_archive(archive)
        for nom, lieu in _LIEUX.items():
            racine = _racine(archive.read(nom))
            connus = _attributs_connus(nom)
            yield (Passage(lieu, _texte(racine)),)
            for valeur in sorted(_attributs(racine) - connus):
                yield (Passage(lieu, valeur),)


def _verifie_archive(archive: ZipFile) -> None:
    if archive.comment or archive.namelist() != list(PARTIES) or any(map(_parle, archive.filelist)):
        raise Illisible("il contient une partie qui n’est pas du texte")
    if archive.read("mimetype") != partie("mimetype"):
        raise Illisible("son type n’est pas celui d’un texte")


def _parle(entree: ZipInfo) -> bool:
    """Vrai si l'entrée porte un commentaire ou un champ de plus."""
    return bool(entree.comment or entree.extra)


def _racine(octets: bytes) -> ElementTree.Element:
    """La racine d'une partie ; un commentaire XML s'y cacherait, notre gabarit n'en a pas."""
    if b"<!" in octets or octets.count(b"<?") > 1:
        raise Illisible("il contient un commentaire caché")
    return ElementTree.fromstring(octets)


def _texte(racine: ElementTree.Element) -> str:
    """Tout le texte, une ligne par paragraphe ; le pied de page connu n'en est pas."""
    morceaux: list[str] = []
    _ajoute(racine, morceaux)
    return "".join(morceaux).replace(PIED, "")


def _ajoute(element: ElementTree.Element, morceaux: list[str]) -> None:
    morceaux.append("\n" if element.tag in _LIGNES else " " if element.tag in _BLANCS else "")
    morceaux.append(element.text or "")
    for enfant in element:
        _ajoute(enfant, morceaux)
        morceaux.append(enfant.tail or "")


def _attributs(racine: ElementTree.Element) -> set[str]:
    return {valeur for element in racine.iter() for valeur in element.attrib.values()}


def _attributs_connus(nom: str) -> set[str]:
    """Les valeurs du gabarit : noms de style, mesures, largeurs de colonne."""
    connus = _attributs(_racine(partie(nom)))
    if nom == CONTENU:
        connus |= _attributs(_racine(partie("styles.xml"))).union(*COLONNES.values())
    return connus
