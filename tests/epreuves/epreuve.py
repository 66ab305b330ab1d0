"""Ce que partagent les épreuves : un bilan, un cahier modèle, des processus que l'on tue."""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from unittest.mock import patch

from store.aides import CODE, PHRASE, remplir
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store import cles
from tat_carnet.store.cahier import create
from tat_carnet.store.cahier_ouvert import CahierOuvert
from tat_carnet.store.kdf import FLOOR, derive

ESSAIS = Path(__file__).parents[1]
TOUT = Filtre()
Dire = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Bilan:
    """Combien de cas ont été joués, une phrase par perte, et une mesure à rapporter au besoin."""

    nombre: int
    pertes: tuple[str, ...] = ()
    mesure: str = ""


_derive_une_fois = cache(derive)


@contextmanager
def derivation_rapide() -> Iterator[None]:
    """La vraie Argon2id, au plancher, sur place, et une seule fois par fente et par secret."""
    with patch.object(cles, "derive_apart", _derive_une_fois):
        yield


@cache
def _modele() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="epreuves-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "Carnet d’été.cahier"
    with derivation_rapide(), create(path, PHRASE, CODE, kdf=FLOOR) as cahier:
        remplir(cahier, 3)
    return path


def cahier_neuf(dossier: Path, nom: str) -> Path:
    """Une copie fermée du cahier modèle : un site, trois faits, `PHRASE` et `CODE`."""
    return Path(shutil.copytree(_modele(), dossier / f"{nom}.cahier"))


def contenu(cahier: CahierOuvert) -> tuple[object, ...]:
    """Tout ce qu'un cahier contient, pour le comparer à un autre."""
    return (
        tuple(cahier.faits(TOUT, 99_999)),
        tuple(cahier.sites()),
        tuple(cahier.tournees(9_999)),
        tuple(cahier.journal()),
        cahier.brouillon(),
    )


@contextmanager
def processus(action: Callable[[Dire], None]) -> Iterator[tuple[int, Iterator[str]]]:
    """Joue `action` dans un processus fils ; rend son numéro et les lignes qu'il dit.

    Un fils vaut mieux qu'un programme à part : un défaut posé ici est aussi posé là. Il est tué
    à la sortie du bloc.
    """
    lecture, ecriture = os.pipe()
    fils = os.fork()
    if fils == 0:
        os.close(lecture)
        _jouer(action, ecriture)
    os.close(ecriture)
    with os.fdopen(lecture, encoding="utf-8") as lignes:
        try:
            yield fils, (ligne.rstrip("\n") for ligne in iter(lignes.readline, ""))
        finally:
            os.kill(fils, signal.SIGKILL)
            os.waitpid(fils, 0)


def _jouer(action: Callable[[Dire], None], ecriture: int) -> None:
    """La vie du fils, qui ne rend jamais la main à pytest."""
    try:
        action(lambda mot: os.write(ecriture, mot.encode() + b"\n") and None)
    except BaseException:
        traceback.print_exc()
        os.write(ecriture, b"echec du fils\n")
    os._exit(0)


def tuer_en_route(action: Callable[[Dire], None], lignes: int, secondes: float) -> list[str]:
    """Joue `action`, la tue `secondes` après sa `lignes`-ième ligne, rend tout ce qu'elle a dit."""
    with processus(action) as (fils, suite):
        dites = list(islice(suite, lignes))
        time.sleep(secondes)
        os.kill(fils, signal.SIGKILL)
        dites += suite
    return dites


def lancer(
    module: str, *arguments: str, devant: tuple[str, ...] = (), **environnement: str
) -> subprocess.CompletedProcess[str]:
    """Lance `python -m epreuves.module`, au besoin précédé d'une commande (strace, unshare)."""
    return subprocess.run(
        [*devant, sys.executable, "-m", f"epreuves.{module}", *arguments],
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environnement},
        capture_output=True,
        text=True,
        cwd=ESSAIS,
        check=False,
    )
