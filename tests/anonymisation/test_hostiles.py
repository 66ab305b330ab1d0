"""Entrées hostiles : trouvées ou montrées, en temps borné."""

from __future__ import annotations

import time

import pytest

from tat_carnet.anonymisation import Categorie, reperer

UNITE = 20_000


def duree(texte: str) -> float:
    """Secondes de processeur pour lire un texte."""
    debut = time.process_time()
    reperer(texte)
    return time.process_time() - debut


@pytest.mark.parametrize(
    "motif",
    [
        "a",
        "é",
        "Aa",
        "Karim ",
        "1 ",
        "06 ",
        "« ",
        "_a",
        "@a ",
        "K.",
        "la mère de ",
        "vingt et ",
        "fr76 ",
    ],
)
def test_le_temps_de_lecture_croit_comme_la_longueur(motif: str) -> None:
    """Témoin : un « [a-z]+ » sans borne devant un nombre rendait « aaa… » quadratique (vu)."""
    reperer("Un premier texte charge les lexiques, Zorglubix.")
    court, long = (motif * UNITE)[:UNITE], (motif * UNITE * 4)[: UNITE * 4]
    reference = max(min(duree(court) for _ in range(2)), 0.02)
    assert duree(long) < 12 * reference


def test_deux_cent_mille_signes_et_dix_mille_termes_se_lisent_en_temps_borne() -> None:
    phrase = "Ce soir on a croisé Karim devant le hall 7, sa mère attendait le bus 14. "
    texte = (phrase * 3000)[:200_000]
    liste = [f"terme{i:05d}x" for i in range(10_000)]
    debut = time.process_time()
    reperes = reperer(texte, liste)
    assert time.process_time() - debut < 30
    assert sum(r.categorie is Categorie.nom for r in reperes) >= 2_600


@pytest.mark.parametrize(
    "texte",
    [
        "vu Ka\u200brim hier",
        "vu K\u0061\u0301rim hier",
        "vu Каrim hier",
        "vu \u202eKarim\u202c hier",
        "(Karim)",
        "…Karim…",
        "Karim/Sofiane",
        "#Karim",
        "Karim😀",
        "😀Karim",
        "avec كريم ce soir",
        "avec Карим ce soir",
        "vu ＫＡＲＩＭ hier",
        "Karim,14 ans",
        "«Karim»",
        "Karim\u00a0:",
    ],
)
def test_un_prenom_deguise_est_trouve(texte: str) -> None:
    assert any(r.categorie in (Categorie.nom, Categorie.surnom) for r in reperer(texte))


@pytest.mark.parametrize("texte", ["", " ", "\n\n", "\u200b", "😀😀", "...", "\x00\x01", "é" * 50])
def test_un_texte_sans_mot_ne_rend_rien_et_ne_leve_rien(texte: str) -> None:
    assert reperer(texte) == () or texte.startswith("é")
