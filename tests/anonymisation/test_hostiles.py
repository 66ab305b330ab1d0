"""Entrées hostiles : trouvées ou montrées, en temps borné."""

from __future__ import annotations

import time

import pytest

from tat_carnet.anonymisation import Categorie, masquage, reperer

LONG = pytest.mark.no_cover
"""Lire si long sous le traceur de couverture ne couvrirait rien de plus, en trois fois le temps."""

UNITE = 20_000


def duree(texte: str) -> float:
    """Secondes de processeur pour lire un texte."""
    debut = time.process_time()
    reperer(texte)
    return time.process_time() - debut


@LONG
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


@LONG
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
        "vu K\u200da\u200dr\u200di\u200dm hier",
        "vu Ka\u00adrim hier",
        "vu K\u0336a\u0336r\u0336i\u0336m\u0336 hier",
        "avec יוסף ce soir",
        "vu Κarim et Sоfiane",
        "Karim👨‍👩‍👧est là",
        "[Karim]",
        "Karim…Sofiane",
        "Karim;14 ans",
        "\u2067Karim\u2069 est venu",
    ],
)
def test_un_prenom_deguise_est_trouve(texte: str) -> None:
    assert any(r.categorie in (Categorie.nom, Categorie.surnom) for r in reperer(texte))


@pytest.mark.parametrize("texte", ["", " ", "\n\n", "\u200b", "😀😀", "...", "\x00\x01", "é" * 50])
def test_un_texte_sans_mot_ne_rend_rien_et_ne_leve_rien(texte: str) -> None:
    assert reperer(texte) == () or texte.startswith("é")


@LONG
def test_dix_mille_termes_et_deux_cent_mille_signes_rendent_chaque_terme_ecrit() -> None:
    """Chaque terme posé dans une longue note est trouvé, en toute casse, et lui seul."""
    liste = [
        f"zq{chr(97 + i // 676 % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i % 26)}x"
        for i in range(10_000)
    ]
    ecrits = [terme.upper() if rang % 2 else terme for rang, terme in enumerate(liste[::50])]
    texte = " ; puis ".join(f"{'le banc était vide et la pluie fine, ' * 25}{t}" for t in ecrits)
    assert len(texte) > 180_000
    trouves = [r for r in reperer(texte, liste) if r.categorie is Categorie.liste]
    assert [texte[r.debut : r.fin] for r in trouves] == ecrits


@LONG
def test_la_recherche_dans_la_liste_ne_lit_pas_chaque_terme(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Mille fois plus de termes ne font pas comparer plus de mots : on compte.

    Témoin : parcourir les termes à chaque mot multiplierait les comparaisons par mille.
    """
    comparees = 0
    vraie = masquage._une_faute

    def compter(forme: str, terme: str) -> bool:
        nonlocal comparees
        comparees += 1
        return vraie(forme, terme)

    monkeypatch.setattr(masquage, "_une_faute", compter)
    texte = "Ce soir on a croisé Zorglubine devant le portail, personne d'autre. " * 50
    comptes = []
    for nombre in (10, 10_000):
        comparees = 0
        reperer(texte, [f"terme{i:05d}x" for i in range(nombre)] + ["zorglubina"])
        comptes.append(comparees)
    assert 0 < comptes[0] == comptes[1]
