"""La page d'une lettre : la fenêtre de l'enveloppe, une page, l'ordre de lecture, rien de caché."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfReader
from reportlab.pdfbase.pdfmetrics import stringWidth

from documents.exemples import fait_relu, relu
from documents.lettres import courrier
from tat_carnet.documents.contre_lecture import contre_lire
from tat_carnet.documents.courriers import composer
from tat_carnet.documents.interface import Encadre, Lettre
from tat_carnet.documents.rendering import enveloppe, lettre_odt, lettre_pdf, rendre
from tat_carnet.documents.rendering.enveloppe import FEUILLE, PARFOIS, TOUJOURS, Zone
from tat_carnet.documents.rendering.image import image
from tat_carnet.documents.rendering.styles_pdf import COURANTE
from tat_carnet.domain.courrier_relu import DestinataireRelu
from tat_carnet.domain.errors import SortieRefusee
from tat_carnet.domain.journal import FormatDocument
from tat_carnet.domain.logo import Logo
from tat_carnet.domain.vocabulaire import TypeFait

MM = 72 / 25.4
LETTRE = composer(courrier("ville_traces"))


def mots(octets: bytes) -> Iterator[tuple[str, Zone]]:
    """Chaque morceau de texte du PDF, et le rectangle qu'il occupe, en millimètres."""
    (page,) = PdfReader(BytesIO(octets)).pages
    trouves: list[tuple[str, Zone]] = []

    def visite(texte: str, cm: Any, tm: Any, _police: Any, taille: float) -> None:
        if texte.strip():
            x, y = tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5]
            bas = FEUILLE[1] - y / MM
            corps = taille / MM
            large = stringWidth(texte.strip(), COURANTE, taille) / MM
            zone = Zone(x / MM, bas - corps * 0.75, x / MM + large, bas + corps * 0.22)
            trouves.append((texte.strip(), zone))

    page.extract_text(visitor_text=visite)
    yield from trouves


def test_la_fenetre_vient_des_mesures_de_l_enveloppe() -> None:
    assert Zone(100, 55, 190, 79) == TOUJOURS
    assert Zone(90, 44, 200, 90) == PARFOIS
    assert PARFOIS.contient(TOUJOURS)
    assert not TOUJOURS.contient(PARFOIS)
    assert not Zone(0, 0, 10, 10).touche(Zone(10, 0, 20, 10))
    assert not Zone(0, 0, 10, 10).touche(Zone(0, 10, 10, 20))
    assert not Zone(20, 0, 30, 10).touche(Zone(10, 0, 20, 10))
    assert not Zone(0, 20, 10, 30).touche(Zone(0, 10, 10, 20))
    assert Zone(0, 0, 10, 10).touche(Zone(5, 5, 20, 20))
    assert FEUILLE[1] == enveloppe.PLI * 3


SIX = (
    "Direction de la tranquillité publique et de la prévention",
    "Ville de Brumerive",
    "Service santé et propreté",
    "Bâtiment C",
    "1 place de la Fontaine",
    "99000 BRUMERIVE",
)


@pytest.mark.parametrize("lignes", [SIX, SIX[:3]])
def test_l_adresse_tient_dans_la_fenetre_et_rien_d_autre_ne_s_y_voit(
    lignes: tuple[str, ...],
) -> None:
    """Témoin : poser l'adresse à 90 mm du bord, ou la date à 85 mm du haut, fait échouer l'essai
    (vu une fois)."""
    lettre = replace(LETTRE, destinataire=lignes)
    adresse, autres = [], []
    for texte, zone in mots(lettre_pdf.rendre(lettre)):
        (adresse if texte in lignes else autres).append((texte, zone))

    assert [texte for texte, _ in adresse] == list(lignes)
    assert [texte for texte, zone in adresse if not TOUJOURS.contient(zone)] == []
    assert [texte for texte, zone in autres if PARFOIS.touche(zone)] == []


def test_une_adresse_trop_large_rapetisse_puis_se_refuse() -> None:
    longue = replace(LETTRE, destinataire=("Direction " * 7,))
    assert lettre_pdf.rendre(longue)
    with pytest.raises(SortieRefusee, match="raccourcissez-la dans l’annuaire"):
        lettre_pdf.rendre(replace(LETTRE, destinataire=("Direction " * 12,)))


def longue(nombre: int) -> Lettre:
    fait = fait_relu(TypeFait.bruit, "Du bruit, encore du bruit, toujours du bruit. " * 4)
    return composer(courrier("ville_traces", faits=(fait,) * nombre))


def test_une_lettre_qui_deborde_dit_de_combien_et_quoi_couper() -> None:
    assert lettre_pdf.lignes_de_trop(LETTRE) < 0
    assert lettre_pdf.lignes_de_trop(longue(14)) > 0
    for format_ in (FormatDocument.pdf, FormatDocument.odt):
        with pytest.raises(SortieRefusee, match=r"déborde d’une page, de \d+ lignes") as refus:
            rendre(longue(14), format_)
        assert "« Place haute, semaine du 16 novembre" in refus.value.phrase.replace("\u202f", " ")


def test_ce_que_l_application_ecrit_ne_se_propose_pas_a_couper() -> None:
    """Contrôle positif, vu échouer : la phrase de la période compte deux lignes."""
    demandes = courrier("ville_traces").demandes
    breve = replace(demandes[0], texte=relu("Agir"))
    fait = fait_relu(TypeFait.feu, "Un feu.")
    with pytest.raises(SortieRefusee) as refus:
        lettre_pdf.rendre(composer(courrier("ville_traces", faits=(fait,), demandes=(breve,) * 60)))
    for fixe in ("Du 2 au", "Ce courrier décrit", "Nous vous prions"):
        assert fixe not in refus.value.phrase


def test_une_seule_ligne_de_trop_se_dit_au_singulier() -> None:
    demandes = courrier("ville_traces").demandes
    for combien in range(4, 60):
        relue = courrier("ville_traces", demandes=demandes[:1] * combien)
        if lettre_pdf.lignes_de_trop(composer(relue)) == 1:
            with pytest.raises(SortieRefusee, match="d’une page, d’une ligne"):
                lettre_pdf.rendre(composer(relue))
            return
    raise AssertionError("aucune lettre ne déborde d'une seule ligne")


def test_le_corps_rapetisse_avant_de_refuser() -> None:
    tailles = set()
    for nombre in range(1, 14):
        if lettre_pdf.lignes_de_trop(longue(nombre)) <= 0:
            octets = lettre_pdf.rendre(longue(nombre))
            (page,) = PdfReader(BytesIO(octets)).pages
            hauteurs: list[float] = []
            page.extract_text(
                visitor_text=lambda *vus, h=hauteurs: h.append(vus[4]) if vus[0].strip() else None
            )
            tailles.add(max(hauteurs))
    assert len(tailles) > 1


def test_l_ordre_de_lecture_est_celui_d_une_lettre() -> None:
    (page,) = PdfReader(BytesIO(lettre_pdf.rendre(LETTRE))).pages
    texte = page.extract_text()
    reperes = ["Les Veilleurs", "Maire\n", "Nos références", "Objet", "Pièces",
               "Monsieur le Maire,", "nous avons relevé", "Faire ramasser", "Ce courrier décrit",
               "Nous vous prions", "la direction", "Copie"]  # fmt: skip
    places = [texte.index(repere) for repere in reperes]
    assert places == sorted(places)


def test_la_lettre_est_noire_ses_polices_embarquees_et_ne_dit_rien_de_qui_l_ecrit() -> None:
    octets = lettre_pdf.rendre(LETTRE)
    lecteur = PdfReader(BytesIO(octets))
    assert dict(lecteur.metadata or {}) == {"/Title": "Courrier d’alerte"}
    assert lecteur.trailer["/Root"]["/Lang"] == "fr-FR"
    (page,) = lecteur.pages
    for police in page["/Resources"]["/Font"].values():
        assert "/FontFile2" in police.get_object()["/FontDescriptor"].get_object()
    contenu = page.get_contents().get_data().decode("latin-1")
    couleurs = {ligne for ligne in contenu.split("\n") if ligne.endswith((" rg", " RG"))}
    assert couleurs <= {"0 0 0 rg", "0 0 0 RG"}
    assert rendre(LETTRE, FormatDocument.pdf) == octets
    assert rendre(LETTRE, FormatDocument.odt) == rendre(LETTRE, FormatDocument.odt)


def test_une_lettre_n_accueille_pas_un_bloc_qu_elle_ne_sait_pas_poser() -> None:
    etrange = replace(LETTRE, blocs=(Encadre("a", ("b",)),))
    for module in (lettre_pdf, lettre_odt):
        with pytest.raises(TypeError, match="Encadre"):
            module.rendre(etrange)


def test_un_destinataire_d_une_ligne_suffit() -> None:
    relue = courrier("ville_traces")
    seul = DestinataireRelu((relu("Mairie"),), relue.destinataire.titre,
                            relue.destinataire.civilite)  # fmt: skip
    assert "Mairie" in "\n".join(composer(replace(relue, destinataire=seul)).textes())


LOGO = Logo(4, 2, bytes((0, 64, 128, 255, 255, 128, 64, 0)))


def test_un_logo_se_pose_et_sa_contre_lecture_n_accepte_que_lui() -> None:
    """Une image pourrait porter un mot : seule celle de l'en-tête, point pour point, passe."""
    lettre = replace(LETTRE, logo=LOGO)
    octets = rendre(lettre, FormatDocument.pdf)

    assert not contre_lire(octets, FormatDocument.pdf, [], nom="x", logo=LOGO)
    for autre in (None, replace(LOGO, points=bytes(8)), replace(LOGO, largeur=2, hauteur=4)):
        with pytest.raises(SortieRefusee, match="pas du texte"):
            contre_lire(octets, FormatDocument.pdf, [], nom="x", logo=autre)
    entete = [texte for texte, zone in mots(octets) if zone.haut < 80 and zone.gauche < 90]
    assert entete[0] == "Les Veilleurs des Aubépines"


def test_un_logo_se_pose_aussi_en_odt() -> None:
    lettre = replace(LETTRE, logo=LOGO)
    octets = rendre(lettre, FormatDocument.odt)

    assert not contre_lire(octets, FormatDocument.odt, [], nom="x", logo=LOGO)
    with pytest.raises(SortieRefusee, match="pas du texte"):
        contre_lire(octets, FormatDocument.odt, [], nom="x")
    with pytest.raises(SortieRefusee, match="ne sont pas les nôtres"):
        contre_lire(octets, FormatDocument.odt, [], nom="x", logo=replace(LOGO, points=bytes(8)))


def _png_bavard(**metadonnees: Any) -> bytes:
    """Le PNG du logo, les mêmes points, et ce qu'un appareil y aurait ajouté."""
    sortie = BytesIO()
    image(LOGO).save(sortie, "PNG", **metadonnees)
    return sortie.getvalue()


def _texte_png() -> PngInfo:
    texte = PngInfo()
    texte.add_text("Author", "Karim Benali")
    texte.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>Karim Benali</x:xmpmeta>")
    return texte


@pytest.mark.parametrize(
    "metadonnees",
    [
        {"pnginfo": _texte_png()},
        {"exif": b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00"},
        {"icc_profile": b"Karim Benali, son profil"},
        {"dpi": (300, 300)},
    ],
)
def test_un_logo_qui_parle_est_refuse_meme_aux_points_justes(
    metadonnees: dict[str, Any],
) -> None:
    """Texte, XMP, EXIF, profil de couleur : l'image de l'ODT est la nôtre à l'octet près.

    Témoin : la même image sans métadonnée passe.
    """
    octets = rendre(replace(LETTRE, logo=LOGO), FormatDocument.odt)
    for image_, passe in ((_png_bavard(), True), (_png_bavard(**metadonnees), False)):
        sortie = BytesIO()
        with ZipFile(BytesIO(octets)) as lu, ZipFile(sortie, "w") as ecrit:
            for entree in lu.infolist():
                est_image = entree.filename.endswith(".png")
                ecrit.writestr(entree, image_ if est_image else lu.read(entree))
        if passe:
            assert not contre_lire(sortie.getvalue(), FormatDocument.odt, [], nom="x", logo=LOGO)
        else:
            with pytest.raises(SortieRefusee, match="ne sont pas les nôtres"):
                contre_lire(sortie.getvalue(), FormatDocument.odt, [], nom="x", logo=LOGO)
