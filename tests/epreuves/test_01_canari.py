"""Épreuve 1. Une journée entière sous strace : aucun canari dans aucune écriture.

Une note sort seulement par l'export choisi, relue. Les phrases de passe ne passent que par un
tuyau sans nom, vers le processus qui dérive la clé et meurt.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from epreuves.canaris import NOTES, SECRETS, Guet, formes
from epreuves.epreuve import Bilan
from epreuves.trace import ENTRE_DEUX, Trace, etrangers, indisponible, restes, suivre

TITRE = "Canari : une journée sous strace, rien en clair dans aucune écriture"
COMPLET = 1

pytestmark = pytest.mark.skipif(bool(indisponible()), reason=indisponible())


def eprouver(nombre: int, dossier: Path) -> Bilan:
    """Joue `nombre` journées ; compte les canaris retrouvés et les fichiers écrits ailleurs."""
    pertes, mesures = [], []
    for rang in range(nombre):
        lieu = dossier / f"journée-{rang}"
        lieu.mkdir()
        trace = suivre(lieu)
        pertes += juger(trace)
        mesures.append(f"{trace.ecritures} écritures, {trace.octets // 1024} Kio lus")
    return Bilan(nombre, tuple(pertes), " ; ".join(mesures))


def juger(trace: Trace) -> list[str]:
    """Tout ce qui ne va pas dans un relevé."""
    pertes = sorted(set(trace.fuites)) + restes(trace)
    pertes += [f"fichier écrit ailleurs : {nom}" for nom in etrangers(trace)]
    if "journée finie" not in trace.sortie:
        pertes.append(f"la journée n'a pas fini : {trace.erreurs[-2000:]}")
    return pertes


@pytest.mark.xdist_group("journée")
def test_rien_du_cahier_ne_s_ecrit_en_clair_pendant_une_journee(journee_saine: Trace) -> None:
    assert juger(journee_saine) == []
    assert journee_saine.ecritures > 1_000


@pytest.mark.xdist_group("journée")
def test_temoin_un_tri_sur_fichier_est_pris(journee_trahie: Trace) -> None:
    """Témoin, vu échouer : `temp_store=FILE`, et SQLite trie les lieux dans un fichier en clair."""
    assert any(fuite.startswith("usage dans") for fuite in journee_trahie.fuites)


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "utf-16-be"])
def test_temoin_le_guet_voit_chaque_forme(code: str) -> None:
    """Témoin : chaque canari, dans chaque code, et une phrase dans du base64 décalé."""
    guet = Guet(NOTES | SECRETS)
    assert not any(
        ENTRE_DEUX in forme for mot in (NOTES | SECRETS).values() for forme in formes(mot)
    )
    for nom, mot in (NOTES | SECRETS).items():
        assert guet.trouves(b"\x00\x01" + mot.encode(code) + b"\xff") == {nom}
    assert guet.trouves(b"rien de tout cela") == set()
