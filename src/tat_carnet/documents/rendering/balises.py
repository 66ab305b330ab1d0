"""Les balises d'un PDF : ce qu'un lecteur d'écran lit, dans l'ordre, et ce qu'il tait.

reportlab ne balise pas. Ici, chaque morceau dessiné porte un numéro, et un arbre (ISO 32000, 14.7)
dit s'il est un paragraphe, un élément de liste ou une image ; un trait d'ornement n'en fait pas
partie.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString
from reportlab.pdfgen.canvas import Canvas

PARAGRAPHE: Final = "P"
LISTE: Final = "L"
ELEMENT: Final = "LI"
IMAGE: Final = "Figure"


@dataclass(slots=True)
class _Noeud:
    """Un élément de l'arbre : son genre, le numéro de son dessin ou ses enfants."""

    genre: str
    numero: int | None = None
    dit: str = ""
    enfants: list[_Noeud] = field(default_factory=list)


class Balises:
    """Les balises d'un PDF d'une page ; `poser` les écrit quand la page est dessinée."""

    def __init__(self, page: Canvas) -> None:
        self._page = page
        self._racine = _Noeud("Document")
        self._dessines = 0

    @contextmanager
    def dessiner(self, genre: str, dit: str = "") -> Iterator[None]:
        """Ce qui se dessine ici est un morceau de ce genre ; `dit` : les mots d'une image.

        Des éléments de liste qui se suivent forment une seule liste.
        """
        numero = self._dessines
        self._dessines += 1
        noeud = _Noeud(genre, numero, dit)
        enfants = self._racine.enfants
        if genre == ELEMENT:
            if not enfants or enfants[-1].genre != LISTE:
                enfants.append(_Noeud(LISTE))
            corps = _Noeud("LBody", numero)
            enfants[-1].enfants.append(_Noeud(ELEMENT, enfants=[corps]))
        else:
            enfants.append(noeud)
        self._page._code.append(f"/{genre} <</MCID {numero}>> BDC")
        yield
        self._page._code.append("EMC")

    @contextmanager
    def taire(self) -> Iterator[None]:
        """Ce qui se dessine ici est un ornement : aucun lecteur d'écran ne le lit."""
        self._page._code.append("/Artifact BMC")
        yield
        self._page._code.append("EMC")

    def poser(self) -> None:
        """Écrit l'arbre ; à appeler une fois la page finie, avant d'enregistrer."""
        document = self._page._doc
        nom = next(nom for nom in document.idToObject if nom.startswith("Page1"))
        feuille = document.idToObject[nom]
        self._feuille = PDFObjectReference(nom)
        self._par_numero: dict[int, PDFObjectReference] = {}
        arbre = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        racine = document.Reference(arbre)
        arbre["K"] = PDFArray([self._ecrire(self._racine, racine)])
        nums = PDFArray([self._par_numero[numero] for numero in range(self._dessines)])
        arbre["ParentTree"] = PDFDictionary({"Nums": PDFArray([0, nums])})
        vars(document.Catalog).update(
            StructTreeRoot=arbre, MarkInfo=PDFDictionary({"Marked": "true"})
        )
        feuille.StructParents = 0
        feuille.__NoDefault__ = [*feuille.__NoDefault__, "StructParents"]

    def _ecrire(self, noeud: _Noeud, parent: PDFObjectReference) -> PDFObjectReference:
        element = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(noeud.genre)})
        element["P"] = parent
        ici: PDFObjectReference = self._page._doc.Reference(element)
        if noeud.numero is None:
            element["K"] = PDFArray([self._ecrire(enfant, ici) for enfant in noeud.enfants])
        else:
            element["Pg"] = self._feuille
            element["K"] = noeud.numero
            self._par_numero[noeud.numero] = ici
        if noeud.dit:
            element["Alt"] = PDFString(noeud.dit)
        return ici
