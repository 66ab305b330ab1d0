"""Relire le fichier écrit : tout ce qu'il dit, et refuser ce qui ne se lit pas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile, ZipInfo

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from documents.exemples import compte_rendu, fait_relu, relu
from tat_carnet.documents.comptes_rendus import composer
from tat_carnet.documents.contre_lecture import Trouvaille, contre_lire
from tat_carnet.documents.interface import Document, Fiche
from tat_carnet.documents.rendering import rendre
from tat_carnet.domain.errors import SortieRefusee
from tat_carnet.domain.journal import FORMATS_DE_DOCUMENT, FormatDocument
from tat_carnet.domain.relu import DecisionRelue
from tat_carnet.domain.vocabulaire import TypeFait

PDF, ODT = FormatDocument.pdf, FormatDocument.odt
FUITE = fait_relu(TypeFait.bruit, "Ce soir-là, Karimou-Test a crié sur la place.")
DOCUMENT = composer(compte_rendu())
TERME = "karimou test"
chaque_format = pytest.mark.parametrize("format_", list(FORMATS_DE_DOCUMENT))


def relire(octets: bytes, format_: FormatDocument, *termes: str) -> tuple[Trouvaille, ...]:
    return contre_lire(
        octets,
        format_,
        termes or (TERME,),
        nom=f"compte-rendu.{format_}",
        mentions=DOCUMENT.mentions(),
    )


@chaque_format
def test_un_terme_passe_dans_un_fait_est_retrouve(format_: FormatDocument) -> None:
    """Le contrôle positif de la promesse 2 : un terme brut, laissé passer, est vu."""
    octets = rendre(composer(compte_rendu(faits=(FUITE,))), format_)

    assert {t.terme for t in relire(octets, format_)} == {TERME}


@chaque_format
def test_un_document_bien_relu_ne_dit_aucun_terme(format_: FormatDocument) -> None:
    octets = rendre(DOCUMENT, format_)
    termes = ("Karim", "Al", "16 novembre", "15 ans", "11 ans", "Delaporte", "gardiens", "12 h")

    assert relire(octets, format_, *termes) == ()


@chaque_format
@pytest.mark.parametrize("ou", ["instance", "structures", "suites", "questions", "alertes"])
def test_un_terme_est_retrouve_dans_chaque_section(format_: FormatDocument, ou: str) -> None:
    texte = relu("avec Karimou Test")
    champ = texte if ou == "instance" else (texte,)

    assert relire(rendre(composer(compte_rendu(**{ou: champ})), format_), format_)


@chaque_format
@pytest.mark.parametrize("ou", ["quoi", "structure"])
def test_un_terme_est_retrouve_dans_une_decision(format_: FormatDocument, ou: str) -> None:
    decision = replace(DecisionRelue(relu("Écrire"), relu("Ville")), **{ou: relu("KARIMOU TEST")})

    assert relire(rendre(composer(compte_rendu(decisions=(decision,))), format_), format_)


@chaque_format
@pytest.mark.parametrize("ou", ["lieu", "libelle_type", "formulation"])
def test_un_terme_est_retrouve_dans_chaque_texte_d_un_fait(
    format_: FormatDocument, ou: str
) -> None:
    fait = replace(FUITE, formulation=relu("Rien."))
    fait = replace(fait, **{ou: relu("Chez Karimou Test")})

    assert relire(rendre(composer(compte_rendu(faits=(fait,))), format_), format_)


def test_le_pdf_dit_la_page_et_l_odt_la_section() -> None:
    document = composer(compte_rendu(faits=(FUITE,)))

    assert relire(rendre(document, PDF), PDF) == (Trouvaille("page 2", TERME),)
    assert relire(rendre(document, ODT), ODT) == (
        Trouvaille("la section «\u202fCadre de vie\u202f»", TERME),
    )


@chaque_format
def test_un_terme_est_retrouve_dans_le_nom_du_fichier(format_: FormatDocument) -> None:
    octets = rendre(DOCUMENT, format_)
    nom = f"compte-rendu_karimou-TEST.{format_}"

    assert contre_lire(octets, format_, (TERME,), nom=nom) == (Trouvaille("nom du fichier", TERME),)


def test_un_terme_coupe_par_un_saut_de_page_est_retrouve_en_pdf() -> None:
    """Les deux mots tombent de part et d'autre d'une page : le pied ne les sépare pas."""
    trouvees = 0
    for combien in range(30, 90):
        lignes = tuple("ligne" for _ in range(combien))
        fiche = Fiche("T", "", "observé", "L", "Q", (*lignes, "Karimou"), "Test")
        trouvees += bool(relire(rendre(Document("E", (fiche,)), PDF), PDF))

    assert trouvees == 60


@chaque_format
@pytest.mark.parametrize(
    "abimer",
    [
        lambda _: b"",
        lambda b: b[: len(b) // 2],
        lambda b: b"x" + b[200:],
        lambda b: bytes(len(b)),
    ],
)
def test_un_fichier_abime_est_refuse(
    format_: FormatDocument, abimer: Callable[[bytes], bytes]
) -> None:
    with pytest.raises(SortieRefusee, match="contre-lecture"):
        relire(abimer(rendre(DOCUMENT, format_)), format_)


# PDF : ce qui n'est pas sur la page.


def pdf_modifie(geste: Callable[[PdfWriter], object]) -> bytes:
    auteur = PdfWriter(clone_from=PdfReader(BytesIO(rendre(DOCUMENT, PDF))))
    geste(auteur)
    sortie = BytesIO()
    auteur.write(sortie)
    return sortie.getvalue()


def _note(auteur: PdfWriter) -> None:
    page = auteur.pages[0]
    page[NameObject("/Annots")] = ArrayObject(
        [
            DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/Annot"),
                    NameObject("/Contents"): TextStringObject("voir Karimou Test"),
                }
            )
        ]
    )


def _octets(auteur: PdfWriter) -> None:
    auteur._add_object(DictionaryObject({NameObject("/X"): ByteStringObject(b"\x9f KARIMOU TEST")}))


@pytest.mark.parametrize(
    "geste",
    [
        lambda a: a.add_metadata({"/Author": "Karimou Test"}),
        lambda a: a.add_outline_item(title="Karimou Test", page_number=0),
        _note,
        _octets,
    ],
    ids=["auteur", "signet", "note", "octets"],
)
def test_un_terme_hors_des_pages_est_retrouve(geste: Callable[[PdfWriter], object]) -> None:
    assert Trouvaille("métadonnées", TERME) in relire(pdf_modifie(geste), PDF)


def _image(auteur: PdfWriter) -> None:
    flux = DecodedStreamObject()
    flux.set_data(b"\x00")
    flux[NameObject("/Subtype")] = NameObject("/Image")
    flux[NameObject("/Width")] = flux[NameObject("/Height")] = NumberObject(1)
    auteur._add_object(flux)


def _page_muette(auteur: PdfWriter) -> None:
    auteur.add_blank_page()


def _polices(auteur: PdfWriter) -> list[DictionaryObject]:
    return [p.get_object() for p in auteur.pages[0]["/Resources"]["/Font"].values()]


def _police_muette(auteur: PdfWriter) -> None:
    for police in _polices(auteur):
        del police["/ToUnicode"]


def _police_de_travers(auteur: PdfWriter) -> None:
    _polices(auteur)[0][NameObject("/FontDescriptor")] = NumberObject(3)


def _unicode_de_travers(auteur: PdfWriter) -> None:
    _polices(auteur)[0][NameObject("/ToUnicode")] = NameObject("/Identity-H")


@pytest.mark.parametrize(
    ("geste", "raison"),
    [
        (_image, "pas du texte"),
        (lambda a: a.add_attachment("x.txt", b"Karimou Test"), "pas du texte"),
        (_page_muette, "page 4 ne rend aucun texte"),
        (_police_muette, "quelles lettres"),
        (_police_de_travers, "structure"),
        (_unicode_de_travers, "pas du texte"),
        (lambda a: a.encrypt("", "autre"), "chiffré"),
    ],
    ids=["image", "piece-jointe", "page-muette", "police", "descripteur", "unicode", "chiffre"],
)
def test_un_pdf_qui_ne_se_lit_pas_en_entier_est_refuse(
    geste: Callable[[PdfWriter], object], raison: str
) -> None:
    with pytest.raises(SortieRefusee, match=raison):
        relire(pdf_modifie(geste), PDF)


# ODT : ce qui n'est pas dans les paragraphes.


def odt_modifie(nom: str, geste: Callable[[bytes], bytes]) -> bytes:
    sortie = BytesIO()
    with ZipFile(BytesIO(rendre(DOCUMENT, ODT))) as lu, ZipFile(sortie, "w") as ecrit:
        for entree in lu.filelist:
            octets = lu.read(entree)
            ecrit.writestr(entree, geste(octets) if entree.filename == nom else octets)
    return sortie.getvalue()


def dans_le_contenu(avant: str, apres: str) -> bytes:
    def geste(octets: bytes) -> bytes:
        assert avant.encode() in octets
        return octets.replace(avant.encode(), apres.encode(), 1)

    return odt_modifie("content.xml", geste)


@pytest.mark.parametrize(
    ("avant", "apres"),
    [
        ('text:style-name="Doux"', 'text:style-name="karimou test"'),
        ("Centre social", "Kari<text:span>mou</text:span><text:s/>Test"),
        ("Centre social", "Karimou<text:tab/>Test"),
        ("Centre social", "Karimou<text:line-break/>Test"),
        ("</office:text>", "<table:table>Karimou Test</table:table></office:text>"),
        ("</office:text>", "</office:text>Karimou Test"),
        ("</office:body>", "</office:body><office:x>Karimou Test</office:x>"),
    ],
)
def test_un_terme_est_retrouve_partout_dans_le_contenu(avant: str, apres: str) -> None:
    assert {t.terme for t in relire(dans_le_contenu(avant, apres), ODT)} == {TERME}


def test_un_contenu_sans_corps_se_lit_quand_meme() -> None:
    octets = odt_modifie("content.xml", lambda _: b"<x>Karimou Test</x>")

    assert relire(octets, ODT) == (Trouvaille("le texte", TERME),)


@pytest.mark.parametrize("nom", ["meta.xml", "styles.xml", "META-INF/manifest.xml", "mimetype"])
def test_une_partie_qui_n_est_pas_celle_du_gabarit_est_refusee(nom: str) -> None:
    with pytest.raises(SortieRefusee, match="métadonnées"):
        relire(odt_modifie(nom, lambda octets: octets + b" "), ODT)


@pytest.mark.parametrize("cache", ["<!-- Karimou Test -->", "<?note Karimou Test?>"])
def test_un_commentaire_cache_est_refuse(cache: str) -> None:
    with pytest.raises(SortieRefusee, match="commentaire"):
        relire(dans_le_contenu("<office:body>", f"{cache}<office:body>"), ODT)


def _ajoute_une_partie(archive: ZipFile) -> None:
    archive.writestr("Thumbnails/thumbnail.png", b"image")


def _commente(archive: ZipFile) -> None:
    archive.comment = b"Karimou Test"


def _commente_une_partie(archive: ZipFile) -> None:
    archive.filelist[0].comment = b"Karimou Test"
    archive._didModify = True


def _ajoute_une_partie_sans_date(archive: ZipFile) -> None:
    archive.writestr(ZipInfo("Thumbnails/thumbnail.png"), b"image")


@pytest.mark.parametrize(
    "geste", [_ajoute_une_partie, _ajoute_une_partie_sans_date, _commente, _commente_une_partie]
)
def test_une_archive_qui_contient_autre_chose_est_refusee(
    geste: Callable[[ZipFile], None],
) -> None:
    sortie = BytesIO(rendre(DOCUMENT, ODT))
    with ZipFile(sortie, "a") as archive:
        geste(archive)

    with pytest.raises(SortieRefusee, match="pas du texte"):
        relire(sortie.getvalue(), ODT)


def test_une_partie_au_champ_cache_est_refusee() -> None:
    sortie = BytesIO()
    with ZipFile(BytesIO(rendre(DOCUMENT, ODT))) as lu, ZipFile(sortie, "w") as ecrit:
        for entree in lu.filelist:
            neuve = ZipInfo(entree.filename)
            neuve.extra = b"\x99\x99\x04\x00Kari"
            ecrit.writestr(neuve, lu.read(entree))

    with pytest.raises(SortieRefusee, match="pas du texte"):
        relire(sortie.getvalue(), ODT)
