"""Une image devient un plan de ses seuls pixels, ou se refuse avant d'être décodée."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tat_carnet.domain.plan import GenrePlan, PlanRefuse
from tat_carnet.usecases.plans import lire_plan
from tat_carnet.usecases.plans.image import COTE_AU_PLUS, PIXELS_AU_PLUS
from usecases.plans.fichiers import ecrit, entete_png, image, photo, rien

CANARI = "Zoé-fictive, 3 rue inventée"


def relue(octets: bytes) -> Image.Image:
    return Image.open(BytesIO(octets))


@pytest.mark.parametrize("octets", [image(), image(format_="JPEG"), photo()])
def test_une_image_devient_un_plan(octets: bytes, tmp_path: Path) -> None:
    plan = lire_plan(ecrit(tmp_path, octets), "Sud", rien)

    assert (plan.secteur, plan.genre, plan.rapport) == ("Sud", GenrePlan.image, 1.5)
    assert relue(plan.image).size == (300, 200)


def test_un_dessin_reste_net_et_une_photo_reste_legere(tmp_path: Path) -> None:
    dessin = lire_plan(ecrit(tmp_path, image()), "Sud", rien)
    cliche = lire_plan(ecrit(tmp_path, photo()), "Sud", rien)

    assert (relue(dessin.image).format, relue(cliche.image).format) == ("PNG", "JPEG")
    assert relue(dessin.image).getpixel((10, 10)) == (0, 0, 128)


def test_le_contenu_decide_et_non_l_extension(tmp_path: Path) -> None:
    plan = lire_plan(ecrit(tmp_path, image(), "contour.geojson"), "Sud", rien)

    assert plan.genre is GenrePlan.image


def test_les_metadonnees_ne_passent_pas(tmp_path: Path) -> None:
    """Témoin : enregistrer l'image d'origine au lieu de ses pixels fait tomber l'essai (vu)."""
    exif = Image.Exif()
    exif[0x010E] = CANARI
    exif[0x8825] = {1: "N", 2: (47.0, 12.0, 0.0)}
    texte = PngInfo()
    texte.add_text("Author", CANARI)
    avec = [
        photo(exif=exif, comment=CANARI.encode(), icc_profile=CANARI.encode()),
        image(pnginfo=texte, exif=exif),
    ]
    for octets in avec:
        assert b"Zo" in octets
        plan = lire_plan(ecrit(tmp_path, octets), "Sud", rien)
        assert b"fictive" not in plan.image
        gardee = relue(plan.image)
        assert not gardee.getexif()
        assert set(gardee.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_une_photo_couchee_se_redresse(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    plan = lire_plan(ecrit(tmp_path, photo(exif=exif)), "Sud", rien)

    assert relue(plan.image).size == (200, 300)


def test_la_transparence_devient_du_papier_blanc(tmp_path: Path) -> None:
    sortie = BytesIO()
    Image.new("RGBA", (100, 100), (255, 0, 0, 0)).save(sortie, "PNG")
    plan = lire_plan(ecrit(tmp_path, sortie.getvalue()), "Sud", rien)

    assert relue(plan.image).convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_une_grande_image_se_reduit(tmp_path: Path) -> None:
    plan = lire_plan(ecrit(tmp_path, image(4000, 2000, "JPEG")), "Sud", rien)

    assert max(relue(plan.image).size) == COTE_AU_PLUS
    assert plan.rapport == pytest.approx(2, abs=0.01)


@pytest.mark.parametrize("cotes", [(20_000, 10_000), (200_000, 200_000), (10_000, 5_001)])
def test_une_bombe_se_refuse_avant_de_decoder(
    cotes: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Deux cents millions de points : l'en-tête suffit. Décoder lèverait ici."""

    def decoder(*_: object) -> None:
        raise AssertionError("décodée")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", decoder)
    with pytest.raises(PlanRefuse, match=f"{PIXELS_AU_PLUS // 1_000_000} millions de points"):
        lire_plan(ecrit(tmp_path, entete_png(*cotes)), "Sud", rien)


@pytest.mark.parametrize(
    "octets",
    [
        image()[:200],
        photo()[: len(photo()) // 2],
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff pas une image",
        entete_png(300, 200),
    ],
)
def test_une_image_abimee_est_une_phrase(octets: bytes, tmp_path: Path) -> None:
    with pytest.raises(PlanRefuse, match=r"abîmée.*Rien n’a été importé"):
        lire_plan(ecrit(tmp_path, octets), "Sud", rien)


@pytest.mark.parametrize("octets", [b"GIF89a....", b"%PDF-1.7", b"bonjour", b"[1, 2]"])
def test_ce_qui_n_est_ni_image_ni_contour_est_une_phrase(octets: bytes, tmp_path: Path) -> None:
    with pytest.raises(PlanRefuse, match="ni une image PNG ou JPEG, ni un contour"):
        lire_plan(ecrit(tmp_path, octets), "Sud", rien)


def test_une_image_minuscule_est_refusee(tmp_path: Path) -> None:
    with pytest.raises(PlanRefuse, match="trop petite"):
        lire_plan(ecrit(tmp_path, image(30, 300)), "Sud", rien)


def test_une_image_en_bande_est_refusee(tmp_path: Path) -> None:
    with pytest.raises(PlanRefuse, match="trop étiré"):
        lire_plan(ecrit(tmp_path, image(1000, 100)), "Sud", rien)
