"""Une archive ne cache rien : chaque endroit où un mot pourrait se glisser la fait refuser."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from tat_carnet.documents.contre_lecture import archive as module
from tat_carnet.documents.contre_lecture.archive import membres
from tat_carnet.documents.contre_lecture.mots import Illisible

TEXTE = b"un adolescent, place haute " * 40


def entree(nom: str = "content.xml", **champs: object) -> ZipInfo:
    """Une entrée comme nous les écrivons, sauf `champs`."""
    une = ZipInfo(nom, date_time=(1980, 1, 1, 0, 0, 0))
    une.compress_type = ZIP_DEFLATED
    for champ, valeur in champs.items():
        setattr(une, champ, valeur)
    return une


def zippe(*entrees: tuple[ZipInfo, bytes], commentaire: bytes = b"") -> bytes:
    sortie = BytesIO()
    with ZipFile(sortie, "w") as ecrit:
        for une, octets in entrees:
            ecrit.writestr(une, octets)
        ecrit.comment = commentaire
    return sortie.getvalue()


SAINE = zippe((entree("mimetype", compress_type=0), b"texte"), (entree(), TEXTE))


def test_une_archive_de_chez_nous_rend_ses_membres_dans_l_ordre() -> None:
    """Témoin de tous les refus : sans défaut, elle se lit."""
    assert list(membres(SAINE).items()) == [("mimetype", b"texte"), ("content.xml", TEXTE)]


@pytest.mark.parametrize(
    ("octets", "raison"),
    [
        (zippe((entree(), TEXTE), commentaire=b"Karim"), "pas du texte"),
        (zippe((entree(comment=b"Karim"), TEXTE)), "pas du texte"),
        (zippe((entree(extra=b"\x99\x99\x04\x00Kari"), TEXTE)), "pas du texte"),
        (zippe((entree(date_time=(2026, 11, 21, 22, 4, 0)), TEXTE)), "pas du texte"),
        (zippe((entree(compress_type=ZIP_BZIP2), TEXTE)), "pas du texte"),
        (b"Karim" + SAINE, "à aucune de ses parties"),
        (zippe((entree("a.zip", compress_type=0), SAINE)), "archive dans l’archive"),
        (zippe((entree("a.gz"), b"\x1f\x8bKarim")), "archive dans l’archive"),
        (zippe(*((entree(f"{rang}"), b"x") for rang in range(65))), "trop nombreuses"),
    ],
)
def test_ce_qui_n_est_pas_un_membre_se_refuse(octets: bytes, raison: str) -> None:
    with pytest.raises(Illisible, match=raison):
        membres(octets)


def test_deux_membres_du_meme_nom_se_refusent() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        octets = zippe((entree(), TEXTE), (entree(), b"Karim"))
    with pytest.raises(Illisible, match="même nom"):
        membres(octets)


def test_une_archive_qui_enfle_se_refuse_avant_d_etre_depliee(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "OCTETS_AU_PLUS", 1000)
    with pytest.raises(Illisible, match="trop grosses"):
        membres(zippe((entree(), bytes(1001))))
    assert membres(zippe((entree(), bytes(1000))))


def test_une_date_en_tete_du_membre_seul_se_refuse() -> None:
    octets = bytearray(SAINE)
    octets[10:14] = b"\x84\xb0\x75\x5d"
    with pytest.raises(Illisible, match="pas du texte"):
        membres(bytes(octets))


def _retaille(octets: bytes, plie: bytes, taille: int) -> bytes:
    """L'archive d'un seul membre, son flux remplacé par `plie`, `taille` annoncée."""
    nom = len("content.xml")
    tete, centre = octets[: 30 + nom], octets[octets.index(b"PK\x01\x02") :]
    tete = tete[:18] + struct.pack("<II", len(plie), taille) + tete[26:]
    centre = centre[:20] + struct.pack("<II", len(plie), taille) + centre[28:]
    fin = centre.index(b"PK\x05\x06")
    place = struct.pack("<I", len(tete) + len(plie))
    return tete + plie + centre[: fin + 16] + place + centre[fin + 20 :]


def _plie(octets: bytes) -> bytes:
    return zlib.compress(octets, wbits=-15)


@pytest.mark.parametrize(
    "defaut",
    [
        lambda: _retaille(zippe((entree(), TEXTE)), _plie(TEXTE) + b"Karim", len(TEXTE)),
        lambda: _retaille(zippe((entree(), TEXTE)), _plie(TEXTE * 9000), len(TEXTE)),
        lambda: _retaille(zippe((entree(), TEXTE)), _plie(TEXTE)[:-4], len(TEXTE)),
    ],
)
def test_un_membre_qui_ment_sur_sa_taille_se_refuse(defaut: Callable[[], bytes]) -> None:
    """`zipfile` lirait le premier sans voir ce qui traîne après le flux."""
    with pytest.raises(Illisible, match="taille"):
        membres(defaut())


def test_la_retaille_seule_ne_fait_pas_refuser() -> None:
    assert membres(_retaille(zippe((entree(), TEXTE)), _plie(TEXTE), len(TEXTE)))


def test_un_membre_abime_se_refuse() -> None:
    octets = bytearray(SAINE)
    octets[octets.index(b"texte")] = ord("T")
    with pytest.raises(Illisible, match="abîmé"):
        membres(bytes(octets))


def test_des_octets_entre_deux_membres_se_refusent() -> None:
    sortie = BytesIO()
    with ZipFile(sortie, "w") as ecrit:
        ecrit.writestr(entree("a"), TEXTE)
        sortie.write(b"Karim")
        ecrit.start_dir = sortie.tell()
        ecrit.writestr(entree("b"), TEXTE)
    with pytest.raises(Illisible, match="à aucune de ses parties"):
        membres(sortie.getvalue())
