"""Lancer une commande comme le ferait une personne : un vrai processus, la phrase par un tube."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.vocabulaire import TypeFait
from tat_carnet.store import code_secours
from tat_carnet.store.cahier import CahierOuvert

PHRASE = "lampe violon prairie théière nuage"
CODE = code_secours.draw()
CANARI = "Zébulonnet"
"""Un mot du cahier, qu'aucune commande ne doit dire."""


def remplir(cahier: CahierOuvert, nombre: int, depuis: int = 0) -> None:
    """Un lieu et des faits fictifs, qui portent tous le canari."""
    lieu = Site(f"Place {CANARI}", "Sud")
    cahier.save_site(lieu)
    for rang in range(depuis, depuis + nombre):
        instant = datetime(2026, 11, 21, 9) + timedelta(minutes=rang)
        texte = TexteBrut(f"{CANARI}, note numéro {rang}")
        cahier.save_fait(Fait(instant, site_id=lieu.id, type=TypeFait.bruit, texte_brut=texte))


def lancer(
    *arguments: str | Path, phrase: str = PHRASE, code: str = "-m tat_carnet"
) -> subprocess.CompletedProcess[str]:
    """La commande achevée ; `phrase` passe par un tube, jamais par les arguments."""
    lecture, ecriture = os.pipe()
    os.write(ecriture, phrase.encode() + b"\n")
    os.close(ecriture)
    lance = code.split(maxsplit=1)
    try:
        return subprocess.run(
            [sys.executable, *lance, *map(str, arguments), "--phrase-fd", str(lecture)],
            pass_fds=(lecture,),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    finally:
        os.close(lecture)


def ce_qui_fuit(essai: subprocess.CompletedProcess[str]) -> list[str]:
    """Ce qu'une commande n'aurait pas dû dire : un mot du cahier, la phrase, une trace."""
    dit = essai.stdout + essai.stderr
    return [mot for mot in (CANARI, PHRASE, CODE, "Traceback") if mot in dit]


def retourner_un_octet(fichier: Path, rang: int) -> None:
    """Abîme un fichier d'un seul octet."""
    octets = bytearray(fichier.read_bytes())
    octets[rang] ^= 0xFF
    fichier.write_bytes(octets)
