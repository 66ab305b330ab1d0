"""Ce que strace a vu d'un programme : octets écrits, fichiers ouverts en écriture, sockets."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from epreuves.canaris import NOTES, SECRETS, Guet
from epreuves.epreuve import ESSAIS, lancer

ECRITURES = "write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,sendmmsg"
SANS_RESEAU = ("unshare", "-rn")
NOMS = "open,openat,creat,rename,renameat,renameat2,link,symlink,mkdir,mknod"
_LIGNE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)", re.DOTALL)
_CHAINE = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_VERS = re.compile(r"^\d+<([^>]*)>")
_FAMILLE = re.compile(r"AF_\w+")
ENTRE_DEUX = b"\xff"
"""Entre deux écritures : aucune forme d'un canari n'a cet octet, ni ne naît d'un voisinage."""


def indisponible() -> str:
    """Pourquoi strace ne peut pas servir ici ; vide s'il peut."""
    if shutil.which("strace") is None:
        return "strace n'est pas installé"
    sortie = os.system("strace -o /dev/null true 2>/dev/null")
    return "strace ne peut pas suivre un processus ici (ptrace refusé)" if sortie else ""


@dataclass
class Trace:
    """Le relevé d'une journée."""

    dossier: Path
    ecritures: int = 0
    octets: int = 0
    fuites: list[str] = field(default_factory=list)
    fichiers: set[str] = field(default_factory=set)
    familles: set[str] = field(default_factory=set)
    sortie: str = ""
    erreurs: str = ""


def isolement() -> bool:
    """Vrai si l'on peut se priver de réseau ici."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*SANS_RESEAU, "true"], capture_output=True, check=False).returncode == 0


def suivre(dossier: Path, *defauts: str) -> Trace:
    """Joue la journée sous strace, sans réseau, dans une maison vide ; lit son relevé."""
    journal = dossier / "appels"
    maison = dossier / "maison"
    for nom in ("maison", "tmp", "bureau", "runtime"):
        (dossier / nom).mkdir(mode=0o700)
    isole = SANS_RESEAU if isolement() else ()
    strace = ("strace", "-f", "-y", "-xx", "-s", "2000000", "--seccomp-bpf", "-o", str(journal))
    fini = lancer(
        "journee",
        str(dossier / "bureau"),
        *defauts,
        devant=(*isole, *strace, "-e", f"trace={ECRITURES},{NOMS},network"),
        HOME=str(maison),
        TMPDIR=str(dossier / "tmp"),
        QT_QPA_PLATFORM="offscreen",
        XDG_RUNTIME_DIR=str(dossier / "runtime"),
        **{f"XDG_{nom}_HOME": str(maison / nom.lower()) for nom in ("DATA", "CONFIG", "CACHE")},
    )
    trace = Trace(dossier, sortie=fini.stdout, erreurs=fini.stderr)
    _lire(journal, trace)
    return trace


def _lire(journal: Path, trace: Trace) -> None:
    ecrits: defaultdict[str, list[bytes]] = defaultdict(list)
    with journal.open(encoding="ascii", errors="replace") as lignes:
        for ligne in lignes:
            trouve = _LIGNE.match(ligne)
            if trouve is None:
                continue
            appel, reste = trouve.groups()
            if appel in ECRITURES.split(","):
                vers = _VERS.match(reste)
                ecrits[vers.group(1) if vers else "?"].append(_octets(reste))
            elif appel in NOMS.split(","):
                trace.fichiers.update(_noms_crees(appel, reste))
            trace.familles.update(_FAMILLE.findall(reste) if appel == "socket" else ())
    _chercher(ecrits, trace)


def _octets(reste: str) -> bytes:
    """Ce qu'un appel écrit, tous morceaux bout à bout."""
    return bytes.fromhex("".join(_CHAINE.findall(reste)).replace(r"\x", ""))


def _chercher(ecrits: Mapping[str, list[bytes]], trace: Trace) -> None:
    """Les canaris, dans tout ce qui va au même endroit : bien plus vite qu'appel par appel."""
    notes, secrets = Guet(NOTES), Guet(SECRETS)
    for vers, morceaux in ecrits.items():
        cible, donnees = _clair(vers), ENTRE_DEUX.join(morceaux)
        trace.ecritures += len(morceaux)
        trace.octets += sum(map(len, morceaux))
        trouves = notes.trouves(donnees)
        if not cible.startswith("pipe:"):
            trouves |= secrets.trouves(donnees)
        trace.fuites += [f"{nom} dans {_relatif(cible, trace)}" for nom in sorted(trouves)]


def _clair(texte: str) -> str:
    return re.sub(r"\\x([0-9a-f]{2})", lambda code: chr(int(code.group(1), 16)), texte)


def _relatif(cible: str, trace: Trace) -> str:
    return cible.replace(str(trace.dossier), "…")


def _noms_crees(appel: str, reste: str) -> Iterator[str]:
    """Les chemins qu'un appel crée ou ouvre pour écrire."""
    if appel in ("open", "openat") and not re.search(r"O_WRONLY|O_RDWR|O_CREAT", reste):
        return
    for chaine in _CHAINE.findall(reste):
        yield bytes.fromhex(chaine.replace(r"\x", "")).decode(errors="replace")


def etrangers(trace: Trace) -> list[str]:
    """Les fichiers écrits hors du cahier, des sorties choisies et des préférences.

    Sur une machine neuve, fontconfig range aussi la liste des polices du système : rien du cahier,
    et le guet relit ces écritures comme les autres.
    """
    permis = ("bureau/", "maison/config/tat_carnet/", "tmp/tat_carnet", "runtime/")
    polices = ("maison/.fontconfig/", "maison/cache/fontconfig/")
    prefixes = (
        *(str(trace.dossier / dossier) for dossier in permis + polices),
        "/var/cache/fontconfig/",
    )
    return sorted(
        nom
        for nom in trace.fichiers
        if nom.startswith("/")
        and not nom.startswith((*prefixes, "/dev/", str(ESSAIS)))
        # Le code compilé, que Python écrit la première fois, ne dit rien d'un cahier.
        and "/__pycache__" not in nom
    )


def restes(trace: Trace) -> list[str]:
    """Les canaris lisibles dans un fichier laissé sur le disque, presse-papiers compris."""
    guet = Guet(NOTES | SECRETS)
    fichiers = (path for path in sorted(trace.dossier.rglob("*")) if path.is_file())
    return [
        f"{nom} dans {path.name}"
        for path in fichiers
        if path.name != "appels"
        for nom in sorted(guet.trouves(path.read_bytes()))
    ]
