"""Après le verrouillage, la clé n'est plus dans la mémoire du processus."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from store.aides import PHRASE
from tat_carnet.store.cahier import unlock

TEMOIN = """
import sys
from pathlib import Path
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store.cahier import unlock

cahier = unlock(Path(sys.argv[1]), sys.stdin.readline().rstrip("\\n"))
cahier.faits(Filtre(texte="note"))
print("ouvert", flush=True)
sys.stdin.readline()
cahier.close()
print("verrouillé", flush=True)
sys.stdin.readline()
"""


def memoire(pid: int) -> bytes:
    """Toute la mémoire inscriptible d'un processus."""
    zones = []
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for ligne in Path(f"/proc/{pid}/maps").read_text().splitlines():
            bornes, droits = ligne.split()[:2]
            if droits.startswith("rw"):
                debut, fin = (int(borne, 16) for borne in bornes.split("-"))
                memory.seek(debut)
                zones.append(memory.read(fin - debut))
    return b"".join(zones)


def test_la_cle_n_est_plus_en_memoire_apres_le_verrouillage(dossier: Path) -> None:
    """Brute, ou en hexadécimal comme SQLCipher la reçoit. Témoin : ouverte, elle y est.

    La phrase, elle, peut rester : Python n'efface pas un texte tapé (`docs/decisions`).
    """
    with unlock(dossier, PHRASE) as cahier:
        cle = bytes(cahier._key.raw)
    with subprocess.Popen(
        [sys.executable, "-c", TEMOIN, str(dossier)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as autre:
        assert autre.stdin is not None
        assert autre.stdout is not None
        print(PHRASE, file=autre.stdin, flush=True)
        assert autre.stdout.readline() == "ouvert\n"
        ouverte = lire_ou_passer(autre.pid)
        print(file=autre.stdin, flush=True)
        assert autre.stdout.readline() == "verrouillé\n"
        verrouillee = lire_ou_passer(autre.pid)

    assert cle in ouverte
    assert cle not in verrouillee
    assert cle.hex().encode() not in verrouillee


def lire_ou_passer(pid: int) -> bytes:
    """La mémoire d'un processus fils, si le noyau la laisse lire."""
    try:
        return memoire(pid)
    except PermissionError:
        pytest.skip("le noyau ne laisse pas lire la mémoire d'un autre processus")
