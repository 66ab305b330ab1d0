"""La contre-lecture d'un CSV : case par case, et rien qui s'exécute.

Témoin (vu une fois) : ne plus regarder la tête des cases laisse passer « =1+1 ».
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tat_carnet.documents.contre_lecture import contre_lire
from tat_carnet.documents.contre_lecture.lecture_csv import lire
from tat_carnet.documents.contre_lecture.mots import Illisible
from tat_carnet.documents.interface import Document, Tableau
from tat_carnet.documents.rendering import rendre
from tat_carnet.domain.errors import SortieRefusee
from tat_carnet.domain.journal import FormatDocument


def cases(octets: bytes) -> list[tuple[str, str]]:
    return [(passage.lieu, passage.texte) for flux in lire(octets) for passage in flux]


def test_chaque_case_se_lit_avec_sa_place() -> None:
    assert cases('\ufeffNom;Rôle\r\n"a;b";c\r\n'.encode()) == [
        ("ligne 1, case 1", "Nom"),
        ("ligne 1, case 2", "Rôle"),
        ("ligne 2, case 1", "a;b"),
        ("ligne 2, case 2", "c"),
    ]


def test_un_terme_cache_entre_guillemets_est_trouve_a_sa_place() -> None:
    octets = 'Nom;Note\r\nRégie;"vu ""KARIM"" hier"\r\n'.encode()
    (trouvaille,) = contre_lire(octets, FormatDocument.csv, {"Karim"}, nom="annuaire.csv")

    assert trouvaille.lieu == "ligne 2, case 2"


@pytest.mark.parametrize(
    "case",
    [
        "=1+1",
        "+33",
        "-2",
        "@SUM(A1)",
        "\t=1",
        " =1",
        "\u00a0=1",
        "＝1",
        '"=1;2"',
        "x,=1",
        "x, @SUM(A1)",
    ],
)
def test_une_case_qui_s_executerait_est_refusee(case: str) -> None:
    with pytest.raises(Illisible, match="s’exécuterait"):
        cases(f"Nom\r\n{case}\r\n".encode())


@pytest.mark.parametrize(
    ("octets", "raison"),
    [
        (b"\xff\xfe", "UTF-8"),
        (b"a\x00b", "autre chose"),
        (b"a;b\r\nc\r\n", "autant de cases"),
    ],
)
def test_un_csv_abime_est_refuse(octets: bytes, raison: str) -> None:
    with pytest.raises(Illisible, match=raison):
        cases(octets)


def test_un_guillemet_jamais_ferme_refuse_la_sortie() -> None:
    with pytest.raises(SortieRefusee, match="contre-lecture"):
        contre_lire(b'a;"b\r\n', FormatDocument.csv, (), nom="x.csv")


@given(st.lists(st.text(max_size=8), min_size=1, max_size=3))
def test_ce_que_nous_ecrivons_passe_toujours(textes: list[str]) -> None:
    lisibles = tuple(t.replace("\0", "").encode("utf-8", "ignore").decode() for t in textes)
    tableau = Tableau(lisibles, (lisibles,), (100,) * len(lisibles))
    octets = rendre(Document("Liste", (tableau,)), FormatDocument.csv)

    assert contre_lire(octets, FormatDocument.csv, (), nom="x.csv") == ()
