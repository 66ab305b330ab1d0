"""Lance un outil dans son propre processus, sans réseau, et compte ce qu'il a tenté d'y faire."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from anonymat.outils import MASQUER

_OUTILS: Final = Path(__file__).with_name("outils.py")
_INTERNET: Final = re.compile(
    r"\b(?:connect|sendto|sendmsg|sendmmsg)\(\d+, .*?sa_family=AF_INET6?\b"
)
"""Un appel vers une adresse d'Internet ; ouvrir une prise sans rien viser n'en est pas un."""


class OutilMuet(Exception):
    """L'outil n'a pas rendu de réponse ; le message dit pourquoi."""


@dataclass(frozen=True, slots=True, order=True)
class Trouve:
    """Ce qu'un outil désigne : `texte[debut:fin]`."""

    debut: int
    fin: int


@dataclass(frozen=True, slots=True)
class Reponse:
    """Ce qu'un outil a rendu : par série, pour chaque texte, ses passages et leur niveau."""

    series: Mapping[str, Sequence[Sequence[tuple[Trouve, str]]]]
    chargement_s: float
    mots_s: float
    memoire_mo: float
    reseau: int | None
    """Tentatives d'aller sur Internet ; `None` si rien ici ne permet de les voir."""

    def passages(self, serie: str, *, tout: bool = False) -> list[list[Trouve]]:
        """Ce qui serait masqué dans chaque texte ; `tout` y ajoute ce qui est à vérifier."""
        return [
            [t for t, niveau in note if tout or niveau == MASQUER] for note in self.series[serie]
        ]

    def plus_vite(self, reprise: Reponse) -> Reponse:
        """La même réponse, à la plus haute des deux vitesses."""
        return replace(self, mots_s=max(self.mots_s, reprise.mots_s))


def eprouver(python: Path, nom: str, demande: Mapping[str, Any]) -> Reponse:
    """La réponse de l'outil `nom`, lancé par `python` ; `OutilMuet` s'il échoue.

    Une maison vide : ce qu'un essai précédent aurait gardé en cache ne cache pas un appel.
    """
    with tempfile.TemporaryDirectory() as dossier:
        trace = Path(dossier) / "reseau"
        fait = subprocess.run(
            [*_isolement(trace), str(python), str(_OUTILS), nom],
            input=json.dumps(demande),
            env={**os.environ, "HOME": dossier, "XDG_CACHE_HOME": dossier},
            capture_output=True,
            text=True,
            check=False,
        )
        if fait.returncode:
            derniere = (fait.stderr.strip().splitlines() or ["sans un mot"])[-1]
            raise OutilMuet(f"{nom} s'est arrêté : {derniere}")
        reseau = tentatives(trace.read_text(errors="replace")) if trace.exists() else None
    return lue(json.loads(fait.stdout), reseau)


def lue(brut: Mapping[str, Any], reseau: int | None) -> Reponse:
    """La réponse typée."""
    series = {
        serie: [[(Trouve(debut, fin), niveau) for debut, fin, niveau in note] for note in notes]
        for serie, notes in brut["series"].items()
    }
    mesures = {cle: float(brut[cle]) for cle in ("chargement_s", "mots_s", "memoire_mo")}
    return Reponse(series, **mesures, reseau=reseau)


def tentatives(trace: str) -> int:
    """Nombre d'appels qui visent Internet dans une trace de `strace`."""
    return len(_INTERNET.findall(trace))


def _isolement(trace: Path) -> list[str]:
    """De quoi couper le réseau et noter qui l'appelle, selon ce que la machine offre."""
    coupe = ["unshare", "--map-root-user", "--net"]
    if not shutil.which("unshare") or subprocess.run([*coupe, "true"], check=False).returncode:
        coupe = []
    if not shutil.which("strace"):
        return coupe
    return [*coupe, "strace", "-f", "--seccomp-bpf", "-e", "trace=network", "-o", str(trace)]
