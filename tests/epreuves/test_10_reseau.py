"""Épreuve 10. Rien sur le réseau : AF_UNIX seul, et la journée passe sans réseau du tout."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from epreuves.epreuve import ESSAIS, Bilan
from epreuves.trace import SANS_RESEAU, Trace, indisponible, isolement, suivre

TITRE = "Réseau : sockets vues par strace, puis les parcours sous `unshare -n`"
COMPLET = 2
PERMISES = {"AF_UNIX"}
PATIENCE_S = 1_800

pytestmark = pytest.mark.skipif(bool(indisponible()), reason=indisponible())


def eprouver(nombre: int, dossier: Path) -> Bilan:
    """Une journée privée de réseau et suivie par strace ; au second cas, tous les parcours."""
    lieu = dossier / "réseau"
    lieu.mkdir()
    trace = suivre(lieu)
    pertes = juger(trace)
    if nombre > 1 and isolement():
        pertes += parcours_sans_reseau()
    familles = ", ".join(sorted(trace.familles)) or "aucune socket"
    return Bilan(nombre, tuple(pertes), familles if isolement() else f"{familles} (sans unshare)")


def juger(trace: Trace) -> list[str]:
    """Les familles de sockets de trop, et la journée si elle n'a pas fini."""
    pertes = [f"socket {famille}" for famille in sorted(trace.familles - PERMISES)]
    return pertes + [trace.erreurs[-2000:]] * ("journée finie" not in trace.sortie)


def parcours_sans_reseau() -> list[str]:
    """Les essais de parcours, dans un espace sans aucune interface."""
    commande = [*SANS_RESEAU, sys.executable, "-m", "pytest", "-q", "-n", "2", "tests/parcours"]
    try:
        fini = subprocess.run(
            commande,
            cwd=ESSAIS.parent,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        )
    except subprocess.TimeoutExpired:
        return [f"sans réseau : les parcours n'ont pas fini en {PATIENCE_S} s"]
    return [] if fini.returncode == 0 else [f"sans réseau : {fini.stdout[-500:]}"]


@pytest.mark.xdist_group("journée")
def test_une_journee_n_ouvre_aucune_socket_internet(journee_saine: Trace) -> None:
    assert juger(journee_saine) == []


@pytest.mark.xdist_group("journée")
def test_temoin_une_socket_internet_est_prise(journee_trahie: Trace) -> None:
    """Témoin, vu échouer : la journée commence par ouvrir une socket UDP."""
    assert "socket AF_INET" in juger(journee_trahie)
