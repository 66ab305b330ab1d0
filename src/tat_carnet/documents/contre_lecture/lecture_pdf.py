"""Tout ce qu'un PDF dit : le texte de ses pages, et chaque chaîne de ses objets.

Ce que la contre-lecture ne saurait pas lire (image, pièce jointe, police muette, page vide) est
refusé : un PDF de chez nous n'en a pas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from tat_carnet.documents.contre_lecture.mots import Illisible, Passage
from tat_carnet.documents.interface import LANGUE, PIED
from tat_carnet.domain.logo import Logo

_NUMERO: Final = re.compile(r"page \d+ / \d+")


def lire(octets: bytes, logo: Logo | None = None) -> Iterator[tuple[Passage, ...]]:
    """Le texte des pages, d'une suite ; puis chaque chaîne hors des pages.

    `Illisible` si quelque chose échappe à la lecture ; `logo` est la seule image qui puisse y être,
    et point pour point.
    """
    lecteur = PdfReader(BytesIO(octets), strict=True)
    if lecteur.is_encrypted:
        raise Illisible("il est chiffré")
    yield tuple(_pages(lecteur))
    for chaine in _chaines(lecteur, logo):
        yield (Passage("métadonnées", chaine),)


def _pages(lecteur: PdfReader) -> Iterator[Passage]:
    for numero, page in enumerate(lecteur.pages, 1):
        lignes = page.extract_text().splitlines()
        texte = "\n".join(ligne for ligne in lignes if not _est_pied(ligne))
        if not texte.strip():
            raise Illisible(f"la page {numero} ne rend aucun texte")
        yield Passage(f"page {numero}", texte)


def _est_pied(ligne: str) -> bool:
    nette = ligne.strip()
    return nette == PIED or _NUMERO.fullmatch(nette) is not None


def _chaines(lecteur: PdfReader, logo: Logo | None) -> Iterator[str]:
    """Les chaînes de tous les objets, le flux des pages mis à part."""
    connus = _flux_connus(lecteur)
    for generation, objets in lecteur.xref.items():
        for numero in objets:
            objet = lecteur.get_object(IndirectObject(numero, generation, lecteur))
            if (
                isinstance(objet, StreamObject)
                and numero not in connus
                and not _est_le_logo(objet, logo)
            ):
                raise Illisible("il contient un élément qui n’est pas du texte")
            yield from _dans(objet)


def _est_le_logo(objet: StreamObject, logo: Logo | None) -> bool:
    """Vrai pour une image grise qui a exactement les points du logo."""
    return (
        logo is not None
        and objet.get("/Subtype") == "/Image"
        and objet.get("/ColorSpace") == "/DeviceGray"
        and (objet.get("/Width"), objet.get("/Height")) == (logo.largeur, logo.hauteur)
        and objet.get_data() == logo.points
    )


def _flux_connus(lecteur: PdfReader) -> set[int]:
    """Les flux lus autrement, ou qui ne portent pas de texte : pages, polices."""
    connus: set[int] = set()
    for page in lecteur.pages:
        connus.update(_references(page, "/Contents"))
        for police in _objets(_objet(page, "/Resources"), "/Font"):
            if "/ToUnicode" not in police:
                raise Illisible("une police n’y dit pas quelles lettres elle dessine")
            connus.update(_references(police, "/ToUnicode"))
            connus.update(_references(_objet(police, "/FontDescriptor"), "/FontFile2"))
    return connus


def _objet(parent: DictionaryObject, clef: str) -> DictionaryObject:
    """Le dictionnaire rangé sous `clef`, sa référence suivie."""
    objet = parent[clef].get_object()
    if not isinstance(objet, DictionaryObject):
        raise Illisible("sa structure est inattendue")
    return objet


def _objets(parent: DictionaryObject, clef: str) -> Iterator[DictionaryObject]:
    dictionnaire = _objet(parent, clef)
    return (_objet(dictionnaire, nom) for nom in dictionnaire)


def _references(parent: DictionaryObject, clef: str) -> Iterator[int]:
    """Le numéro de l'objet rangé sous `clef`."""
    reference = parent.raw_get(clef)
    if isinstance(reference, IndirectObject):
        yield reference.idnum


def _dans(objet: PdfObject | None) -> Iterator[str]:
    """Les chaînes d'un objet ; la langue du document n'en est pas une."""
    if isinstance(objet, TextStringObject):
        if objet != LANGUE:
            yield str(objet)
    elif isinstance(objet, ByteStringObject):
        yield objet.decode("utf-8", errors="replace")
    elif isinstance(objet, DictionaryObject):
        for valeur in objet.values():
            yield from _dans(valeur)
    elif isinstance(objet, ArrayObject):
        for valeur in objet:
            yield from _dans(valeur)
