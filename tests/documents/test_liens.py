"""Ce qu'une fin de page ne sépare pas, en PDF comme en ODT."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from tat_carnet.documents.interface import (
    Bloc,
    Document,
    Fiche,
    Liste,
    Paragraphe,
    Tableau,
    Titre,
    Ton,
)
from tat_carnet.documents.rendering import rendre
from tat_carnet.documents.rendering.liens import avec_le_suivant, puces_liees
from tat_carnet.domain.journal import FormatDocument

FICHE = Fiche("Bruit", "", "Place haute", "semaine du 16 novembre", "observé", ())
ENTIERE = Fiche("Bruit", "", "Place haute", "en novembre", "vu", ("Un cri.", "Deux."), "effets")
LIGNE = Paragraphe("Une ligne.")


def pages(*blocs: Bloc) -> list[list[str]]:
    """Les lignes de chaque page, sans son pied."""
    pdf = PdfReader(BytesIO(rendre(Document("Essai", blocs), FormatDocument.pdf)))
    return [page.extract_text().strip().split("\n")[:-2] for page in pdf.pages]


@pytest.mark.parametrize(
    "suite",
    [
        (Titre("Titre", 2), Paragraphe("Annonce :"), Liste(("un", "deux", "trois"))),
        (Titre("Titre", 2), Paragraphe("Annonce."), Titre("Thème", 3), FICHE),
        (Titre("Titre", 2), Titre("Prises", 3), Tableau(("Quoi",), (("une",), ("deux",)), (100,))),
        (ENTIERE,),
    ],
)
def test_un_titre_et_ce_qu_il_annonce_restent_ensemble(suite: tuple[Bloc, ...]) -> None:
    """Où que tombe la fin de la page. Témoin (vu une fois) : `puces_liees` toujours faux, ou les
    titres d'un tableau sans place demandée, une page finit sur un titre ou une puce seule."""
    seule = pages(*suite)
    assert len(seule) == 1
    entiers = set()
    for avant in range(20, 46):
        derniere = pages(*([LIGNE] * avant), *suite)[-1]
        entiers.add(tuple(ligne for ligne in derniere if ligne != LIGNE.texte))
    assert entiers == {tuple(seule[0])}


def test_deux_faits_sans_mots_ne_restent_pas_ensemble() -> None:
    """Témoin (vu une fois) : le repère lié à ce qui suit, vingt faits n'en font qu'un et la page
    d'avant reste vide."""
    premiere, *_ = pages(*([LIGNE] * 20), *([FICHE] * 20))
    assert len(premiere) > 30


def test_une_longue_liste_se_coupe_mais_ne_laisse_personne_seul() -> None:
    assert puces_liees(1) == [False]
    assert puces_liees(5) == [True, True, True, True, False]
    assert puces_liees(2, fin=True) == [True, True]
    assert puces_liees(7) == [True, False, False, False, False, True, False]


def test_un_paragraphe_qui_n_annonce_rien_peut_finir_la_page() -> None:
    """Une phrase douce commente la liste d'avant : elle ne commence pas une page."""
    liste, section = Liste(("un",)), Titre("Section", 2)
    douce = Paragraphe("Ce qui suit une liste.", Ton.doux)
    assert [lie for _, lie in avec_le_suivant((liste, douce, Titre("Thème", 3)))] == [
        True, True, False,
    ]  # fmt: skip
    lies = [lie for _, lie in avec_le_suivant((LIGNE, LIGNE, liste, LIGNE, section, LIGNE))]
    assert lies == [False, True, False, False, False, False]


def test_l_odt_lie_les_memes_lignes() -> None:
    blocs = (LIGNE, LIGNE, Liste(("un", "deux")), ENTIERE, FICHE)
    with ZipFile(BytesIO(rendre(Document("Essai", blocs), FormatDocument.odt))) as archive:
        contenu = archive.read("content.xml").decode()
    styles = [bout.split('"')[0] for bout in contenu.split('<text:p text:style-name="')[1:]]
    assert styles == [
        "Text_20_body", "Text_20_body_20_lie", "List_20_lie", "List",
        "Fait_20_titre_20_lie", "Fait_20_lie", "Fait_20_lie", "Fait_20_precisions", "Fait_20_titre",
    ]  # fmt: skip
