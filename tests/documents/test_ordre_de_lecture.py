"""Ce qu'un lecteur d'écran rencontre : le texte dans l'ordre où il se lit, la langue, le titre."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from documents.exemples import compte_rendu, periode
from documents.test_notes import note
from documents.test_rectificatifs import rectificatif
from tat_carnet.documents.comptes_rendus import composer
from tat_carnet.documents.contre_lecture import lecture_odt
from tat_carnet.documents.interface import Document
from tat_carnet.documents.notes import composer_note
from tat_carnet.documents.rectificatifs import composer_rectificatif
from tat_carnet.documents.rendering import rendre
from tat_carnet.domain.journal import FormatDocument

DOCUMENTS = {
    "compte-rendu": composer(compte_rendu()),
    "compte-rendu-periode": composer(compte_rendu(**periode())),
    "note-synthese": composer_note(note()),
    "rectificatif": composer_rectificatif(rectificatif()),
}
PIEDS = re.compile(r"Ce que nous avons vu, non ce qui existe\s+page \d+ / \d+")


def serre(texte: str) -> str:
    """Sans aucun blanc : les lignes d'un PDF coupent où elles veulent."""
    return re.sub(r"\s+", "", texte)


def manquent(document: Document, lu: str) -> list[str]:
    """Les textes du document qu'on ne retrouve pas à la suite du précédent."""
    place, absents = 0, []
    for texte in document.textes():
        trouve = lu.find(serre(texte), place)
        if trouve < 0:
            absents.append(texte)
        else:
            place = trouve + len(serre(texte))
    return absents


@pytest.mark.parametrize("nom", DOCUMENTS)
def test_un_pdf_se_lit_dans_l_ordre_dit_sa_langue_et_montre_son_titre(nom: str) -> None:
    lecteur = PdfReader(BytesIO(rendre(DOCUMENTS[nom], FormatDocument.pdf)))
    lu = serre(PIEDS.sub("", "\n".join(page.extract_text() for page in lecteur.pages)))
    racine = lecteur.trailer["/Root"]

    assert manquent(DOCUMENTS[nom], lu) == []
    assert racine["/Lang"] == "fr-FR"
    assert racine["/ViewerPreferences"]["/DisplayDocTitle"] is not None
    assert lecteur.metadata is not None
    assert lecteur.metadata.title == DOCUMENTS[nom].titre


@pytest.mark.parametrize("nom", DOCUMENTS)
def test_un_odt_se_lit_dans_l_ordre(nom: str) -> None:
    (suite, *_) = lecture_odt.lire(rendre(DOCUMENTS[nom], FormatDocument.odt))

    assert manquent(DOCUMENTS[nom], serre("".join(passage.texte for passage in suite))) == []


def test_l_essai_voit_un_ordre_renverse() -> None:
    document = DOCUMENTS["note-synthese"]
    renverse = Document(document.titre, document.blocs[::-1])
    lecteur = PdfReader(BytesIO(rendre(renverse, FormatDocument.pdf)))

    assert manquent(document, serre("".join(p.extract_text() for p in lecteur.pages)))
