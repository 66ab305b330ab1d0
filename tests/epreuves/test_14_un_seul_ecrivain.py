"""Épreuve 14. Un seul écrivain par cahier : double lancement, lien, verrou oublié après un kill."""

from __future__ import annotations

import fcntl
import os
import signal
import time
from contextlib import ExitStack
from functools import partial
from itertools import islice
from pathlib import Path
from unittest.mock import patch

from epreuves.epreuve import TOUT, Bilan, Dire, cahier_neuf, processus
from store.aides import PHRASE
from tat_carnet.domain.errors import CahierDejaOuvert
from tat_carnet.store.cahier import unlock

TITRE = "Un seul écrivain : lancements simultanés, lien symbolique, verrou après un kill"
COMPLET = 50


def tenir(path: Path, depart: float, dire: Dire) -> None:
    """Ouvre à l'heure dite, dit « tient » ou le refus, et ne rend plus."""
    time.sleep(max(0.0, depart - time.time()))
    try:
        cahier = unlock(path, PHRASE)
    except CahierDejaOuvert:
        dire("refus")
        return
    dire("tient")
    time.sleep(60)
    cahier.close()


def eprouver(nombre: int, dossier: Path) -> Bilan:
    """`nombre` lancements à la même seconde, par le dossier ou par un lien, puis un kill."""
    path = cahier_neuf(dossier, "Carnet")
    lien = dossier / "Raccourci.cahier"
    lien.symlink_to(path)
    unlock(path, PHRASE).close()  # dérive une fois pour tous les fils
    depart, reponses, tenant = time.time() + 0.02 * nombre, [], 0
    with ExitStack() as fils:
        lances = [
            fils.enter_context(processus(partial(tenir, (path, lien)[rang % 2], depart)))
            for rang in range(nombre)
        ]
        for numero, lignes in lances:
            reponse = next(islice(lignes, 1), "silence")
            tenant = numero if reponse == "tient" else tenant
            reponses.append(reponse)
        pertes = [] if reponses.count("tient") == 1 else [f"{reponses.count('tient')} écrivains"]
        pertes += ["un lancement a échoué"] * (len(set(reponses) - {"tient", "refus"}) > 0)
        os.kill(tenant, signal.SIGKILL) if tenant else None
        pertes += reprendre(path)
    return Bilan(nombre, tuple(pertes))


def reprendre(path: Path) -> list[str]:
    """Le verrou d'un processus tué ne retient personne, et le cahier est entier."""
    limite = time.monotonic() + 5
    while time.monotonic() < limite:
        try:
            with unlock(path, PHRASE) as cahier:
                cahier.verify()
                return [] if cahier.count_faits(TOUT) == 3 else ["des faits manquent"]
        except CahierDejaOuvert:
            time.sleep(0.01)
    return ["le verrou d'un processus tué tient encore"]


def test_un_seul_lancement_tient_le_cahier(tmp_path: Path) -> None:
    assert eprouver(12, tmp_path).pertes == ()


def test_temoin_sans_verrou_du_noyau_deux_ecrivains_sont_pris(tmp_path: Path) -> None:
    """Témoin, vu échouer : `flock` sans effet."""
    with patch.object(fcntl, "flock", lambda *_: None):
        assert eprouver(4, tmp_path).pertes[0].endswith(" écrivains")
