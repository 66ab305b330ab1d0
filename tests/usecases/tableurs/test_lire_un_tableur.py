"""Lire un tableur : tout encodage, tout séparateur ; et chaque mauvais fichier a sa phrase."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tat_carnet.domain.importation import FichierRefuse, ImportArrete
from tat_carnet.usecases.tableurs import lecture_csv, lecture_ods, lire
from tat_carnet.usecases.tableurs.dates import lire_heure, lire_instant

from .tableaux import LIGNES, TITRES, csv, ods, remplacer


def ecrire(dossier: Path, octets: bytes, nom: str = "faits.csv") -> Path:
    path = dossier / nom
    path.write_bytes(octets)
    return path


@pytest.mark.parametrize("encodage", ["utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252"])
@pytest.mark.parametrize("separateur", [";", ",", "\t", "|"])
def test_un_csv_se_lit_quels_que_soient_encodage_et_separateur(
    tmp_path: Path, encodage: str, separateur: str
) -> None:
    sans_virgule = tuple(tuple(c.replace(",", " puis") for c in ligne) for ligne in LIGNES)
    octets = csv(sans_virgule, separateur).encode(encodage)

    tableau = lire(ecrire(tmp_path, octets))

    assert tableau.titres == TITRES
    assert tuple(tableau.lignes) == sans_virgule
    assert tableau.premiere == 2


def test_les_signes_de_windows_se_lisent(tmp_path: Path) -> None:
    texte = "Date;Observation\n21/11/2026;L’œuvre d’un été coûte 3 € à la mairie, déjà abîmée\n"

    tableau = lire(ecrire(tmp_path, texte.encode("cp1252")))

    assert tableau.lignes[0][1] == "L’œuvre d’un été coûte 3 € à la mairie, déjà abîmée"


def test_un_guillemet_garde_ses_retours_a_la_ligne(tmp_path: Path) -> None:
    tableau = lire(ecrire(tmp_path, b'Date;Observation\n1/1/2026;"un\ndeux ; trois"\n\n\n'))

    assert list(tableau.lignes) == [("1/1/2026", "un\ndeux ; trois")]


@pytest.mark.parametrize("lignes", [("", "\n\n", "Date;Lieu\n", "\n \nDate;Lieu\n\n")])
def test_un_fichier_vide_le_dit(tmp_path: Path, lignes: tuple[str, ...]) -> None:
    for texte in lignes:
        with pytest.raises(FichierRefuse, match="vide, ou n’a que des titres"):
            lire(ecrire(tmp_path, texte.encode()))


@pytest.mark.parametrize(
    ("octets", "phrase"),
    [
        (bytes(range(256)) * 40, "n’est pas un tableau"),
        (b"\xff\xfe\x00\xd8\x00", "n’est pas un tableau"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "n’est pas un tableau"),
        (b"PK\x03\x04 pas une archive", "n’est pas un classeur ODS"),
        ((";".join("abcdefghij" * 11)).encode(), "plus de 100 colonnes"),
        (b'Date;Lieu\n1;"' + b"x" * 200_000, "un guillemet reste ouvert"),
    ],
)
def test_un_mauvais_fichier_a_sa_phrase(tmp_path: Path, octets: bytes, phrase: str) -> None:
    with pytest.raises(FichierRefuse, match=phrase):
        lire(ecrire(tmp_path, octets))


def test_un_fichier_disparu_ou_demesure_le_dit(tmp_path: Path) -> None:
    with pytest.raises(FichierRefuse, match="ne se laisse pas lire"):
        lire(tmp_path / "absent.csv")
    enorme = tmp_path / "enorme.csv"
    with enorme.open("wb") as creux:
        creux.truncate(200_000_001)
    with pytest.raises(FichierRefuse, match="dépasse 200 Mo"):
        lire(enorme)


def test_trop_de_lignes_se_dit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lecture_csv, "LIGNES_MAX", 10)
    path = ecrire(tmp_path, b"Date;Lieu\n" + b"1;2\n" * 11)

    with pytest.raises(FichierRefuse, match="plus de 200 000 lignes"):
        lire(path)


def test_lire_se_raconte_et_s_arrete(tmp_path: Path) -> None:
    path = ecrire(tmp_path, b"Date;Lieu\n" + b"1;2\n" * 2_500)
    vues: list[int] = []
    lire(path, vues.append)
    assert vues == [1_000, 2_000]

    def arreter(_: int) -> None:
        raise ImportArrete("stop")

    with pytest.raises(ImportArrete):
        lire(path, arreter)


def test_un_ods_se_lit(tmp_path: Path) -> None:
    tableau = lire(ecrire(tmp_path, ods(), "faits.ods"))

    assert tableau.titres == TITRES
    assert list(tableau.lignes) == [LIGNES[0], LIGNES[1][:5]]


@pytest.mark.parametrize("fois", [50, 16_384, 10**9])
def test_des_cellules_vides_repetees_ne_debordent_pas(tmp_path: Path, fois: int) -> None:
    """La fin de chaque ligne d'un vrai tableur ; et un milliard, d'un faux."""
    tableau = lire(ecrire(tmp_path, ods(cellules_repetees=fois), "faits.ods"))

    assert tableau.titres == TITRES


def test_une_bombe_de_cellules_ou_de_lignes_est_refusee(tmp_path: Path) -> None:
    with pytest.raises(FichierRefuse, match="plus de 100 colonnes"):
        lire(ecrire(tmp_path, ods(cellules_repetees=10**9, fin="x"), "faits.ods"))
    with pytest.raises(FichierRefuse, match="plus de 200 000 lignes"):
        lire(ecrire(tmp_path, ods(rangees_repetees=10**9), "faits.ods"))


def test_un_ods_protege_abime_ou_vide_le_dit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chiffre = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    for octets, phrase in (
        (remplacer(ods(), "META-INF/manifest.xml", chiffre), "mot de passe"),
        (remplacer(ods(), "content.xml", None), "n’est pas un classeur ODS"),
        (remplacer(ods(), "content.xml", b"<office:document"), "est abîmé"),
        (ods((TITRES,)), "vide, ou n’a que des titres"),
        (ods(()), "vide, ou n’a que des titres"),
    ):
        with pytest.raises(FichierRefuse, match=phrase):
            lire(ecrire(tmp_path, octets, "faits.ods"))
    monkeypatch.setattr(lecture_ods, "OCTETS_MAX", 10)
    with pytest.raises(FichierRefuse, match="démesuré"):
        lire(ecrire(tmp_path, ods(), "faits.ods"))


def test_une_date_et_une_formule_de_tableur_se_lisent(tmp_path: Path) -> None:
    contenu = (
        b'<?xml version="1.0"?><office:document-content '
        b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        b'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
        b"<office:spreadsheet><table:table><table:table-row><table:table-cell><text:p>Date</text:p>"
        b"</table:table-cell><table:table-cell><text:p>Nombre</text:p></table:table-cell>"
        b"</table:table-row><table:table-row>"
        b'<table:table-cell office:value-type="date" office:date-value="2026-11-21">'
        b"<text:p>21/11/26</text:p></table:table-cell>"
        b'<table:table-cell table:formula="of:=1+2" office:value="3"><text:p>3</text:p>'
        b"</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"
        b"</office:document-content>"
    )

    tableau = lire(ecrire(tmp_path, remplacer(ods(), "content.xml", contenu), "faits.ods"))

    assert list(tableau.lignes) == [("2026-11-21", "3")]


JOUR = datetime(2026, 11, 21)


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("21/11/2026", JOUR),
        ("21/11/26", JOUR),
        ("21.11.2026", JOUR),
        ("2026-11-21", JOUR),
        ("2026-11-12", datetime(2026, 11, 12)),
        ("samedi 21 novembre 2026", JOUR),
        ("Sam. 21 nov. 2026", JOUR),
        ("1er mars 2026", datetime(2026, 3, 1)),
        ("3 août 2026 à 21h45", datetime(2026, 8, 3, 21, 45)),
        ("21/11/2026 21:45", datetime(2026, 11, 21, 21, 45)),
        ("03 FÉVRIER 2026", datetime(2026, 2, 3)),
        ("46347", JOUR),
        ("novembre 2026", None),
        ("21 novembre", None),
        ("31/02/2026", None),
        ("hier", None),
        ("12", None),
        ("", None),
    ],
)
def test_une_date_se_lit_entiere_ou_pas_du_tout(texte: str, attendu: datetime | None) -> None:
    assert lire_instant(texte) == attendu


@given(st.dates(datetime(2000, 1, 1).date(), datetime(2049, 12, 31).date()))
def test_toute_date_francaise_se_relit(jour: object) -> None:
    assert lire_instant(f"{jour:%d/%m/%Y}") == lire_instant(f"{jour:%Y-%m-%d}")
    assert lire_instant(f"{jour:%Y-%m-%d}").date() == jour  # type: ignore[union-attr]


@given(st.text(max_size=40))
def test_nul_texte_ne_fait_tomber_la_lecture_d_une_date(texte: str) -> None:
    lu = lire_instant(texte)

    assert lu is None or isinstance(lu, datetime)


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("21h45", time(21, 45)),
        ("21:45", time(21, 45)),
        ("9 h", time(9)),
        ("21 heures", time(21)),
        ("PT21H45M00S", time(21, 45)),
        ("25h", None),
        ("tard", None),
        ("", None),
    ],
)
def test_une_heure_se_lit(texte: str, attendu: time | None) -> None:
    assert lire_heure(texte) == attendu
