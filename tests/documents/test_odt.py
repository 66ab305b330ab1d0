"""L'ODT : le même contenu, de vrais styles, et rien sur qui l'a écrit."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest

from documents.exemples import compte_rendu, periode, restitution
from documents.test_pdf import VIDE
from tat_carnet.documents.comptes_rendus import composer
from tat_carnet.documents.interface import LANGUE, PIED
from tat_carnet.documents.rendering import rendre
from tat_carnet.domain.journal import FormatDocument

NS = {
    nom: f"urn:oasis:names:tc:opendocument:xmlns:{chemin}:1.0"
    for nom, chemin in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("meta", "meta"),
    )
}


def ecrire(**champs: object) -> ZipFile:
    octets = rendre(composer(compte_rendu(**champs)), FormatDocument.odt)
    return ZipFile(BytesIO(octets))


def racine(archive: ZipFile, nom: str) -> ElementTree.Element:
    return ElementTree.fromstring(archive.read(nom))


def valeurs(element: ElementTree.Element, prefixe: str, nom: str) -> list[str]:
    clef = f"{{{NS[prefixe]}}}{nom}"
    return [e.attrib[clef] for e in element.iter() if clef in e.attrib]


def lignes(archive: ZipFile) -> list[str]:
    corps = racine(archive, "content.xml").find(".//office:text", NS)
    assert corps is not None
    marques = {f"{{{NS['text']}}}{m}": m for m in ("p", "h")}
    return ["".join(e.itertext()) for e in corps.iter() if e.tag in marques]


@pytest.mark.parametrize(
    ("nom", "champs"),
    [
        ("compte-rendu", {}),
        ("compte-rendu-periode", periode()),
        ("compte-rendu-vide", VIDE),
        ("restitution", restitution()),
    ],
)
def test_le_texte_entier_est_celui_attendu(
    attendu: Callable[[str, str], None], nom: str, champs: dict[str, object]
) -> None:
    attendu(f"{nom}.odt.txt", "\n".join(lignes(ecrire(**champs))) + "\n")


def test_l_odt_dit_tout_ce_que_dit_le_document() -> None:
    ecrites = "\n".join(lignes(ecrire()))

    assert [t for t in composer(compte_rendu()).textes() if t not in ecrites] == []


def test_le_meme_contenu_donne_les_memes_octets() -> None:
    document = composer(compte_rendu())

    assert rendre(document, FormatDocument.odt) == rendre(document, FormatDocument.odt)


def test_l_archive_ne_date_de_rien_et_commence_par_son_type() -> None:
    archive = ecrire()

    assert archive.namelist()[0] == "mimetype"
    assert archive.filelist[0].compress_type == ZIP_STORED
    assert {entree.date_time for entree in archive.filelist} == {(1980, 1, 1, 0, 0, 0)}
    assert {(e.create_system, e.external_attr >> 16 & 0o077) for e in archive.filelist} == {(0, 0)}


def test_le_manifeste_nomme_chaque_partie() -> None:
    archive = ecrire()
    manifeste = racine(archive, "META-INF/manifest.xml")
    chemin = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}full-path"
    declarees = {e.attrib[chemin] for e in manifeste} - {"/"}

    assert declarees == set(archive.namelist()) - {"mimetype", "META-INF/manifest.xml"}


def test_les_metadonnees_ne_disent_que_la_langue() -> None:
    """Contrôle positif : le gabarit d'odfdo, lui, nomme son outil, sa machine et ses dates."""
    meta = racine(ecrire(), "meta.xml")

    assert [(e.tag.rpartition("}")[2], e.text) for e in meta[0]] == [("language", LANGUE)]


def test_chaque_style_employe_existe() -> None:
    archive = ecrire()
    contenu, styles = racine(archive, "content.xml"), racine(archive, "styles.xml")
    definis = {*valeurs(styles, "style", "name"), *valeurs(contenu, "style", "name")}
    employes = {
        *valeurs(contenu, "text", "style-name"),
        *valeurs(contenu, "table", "style-name"),
        *valeurs(styles, "style", "parent-style-name"),
        *valeurs(styles, "text", "style-name"),
        *valeurs(styles, "style", "next-style-name"),
    }

    assert employes - definis == set()


def test_les_titres_sont_de_vrais_titres() -> None:
    contenu = racine(ecrire(), "content.xml")
    titres = contenu.findall(".//text:h", NS)
    niveaux = [
        (t.attrib[f"{{{NS['text']}}}outline-level"], t.attrib[f"{{{NS['text']}}}style-name"])
        for t in titres
    ]

    assert set(niveaux) == {(n, f"Heading_20_{n}") for n in "123"}
    assert [n for n, _ in niveaux].count("1") == 1


def test_le_document_est_en_francais_et_en_a4() -> None:
    styles = racine(ecrire(), "styles.xml")

    assert set(valeurs(styles, "fo", "language")) == {"fr"}
    assert set(valeurs(styles, "fo", "country")) == {"FR"}
    assert valeurs(styles, "fo", "page-width") == ["21cm"]
    assert valeurs(styles, "fo", "page-height") == ["29.7cm"]


def test_le_pied_de_page_porte_la_phrase_et_les_numeros() -> None:
    pied = racine(ecrire(), "styles.xml").find(".//style:footer/text:p", NS)

    assert pied is not None
    assert "".join(pied.itertext()) == f"{PIED}page 1 / 1"
    assert [e.tag.rpartition("}")[2] for e in pied] == ["tab", "page-number", "page-count"]


def test_les_en_tetes_d_un_tableau_se_repetent() -> None:
    entetes = racine(ecrire(suivies=()), "content.xml").find(".//table:table-header-rows", NS)

    assert entetes is not None
    assert [t for t in entetes.itertext() if t.strip()] == [
        "Quoi",
        "Structure",
        "Échéance",
        "Niveau",
    ]


def test_un_tableau_a_autant_de_colonnes_que_d_en_tetes() -> None:
    contenu = racine(ecrire(suivies=()), "content.xml")

    assert len(contenu.findall(".//table:table-column", NS)) == 4
    largeurs = valeurs(contenu, "style", "rel-column-width")
    assert len(largeurs) == len(set(valeurs(contenu, "table", "style-name"))) - 3
