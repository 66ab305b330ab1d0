"""Ni vidage de la mémoire sur le disque, ni lecture par un autre processus du même compte."""

from __future__ import annotations

import ctypes
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tat_carnet.store.process import harden, keep_one_heap

DURCIR = "from tat_carnet.store.process import harden\nharden()"
PR_CAPBSET_DROP, PR_GET_DUMPABLE, CAP_SYS_PTRACE = 24, 3, 19  # linux/prctl.h, capability.h

SE_LAISSER_LIRE = """
import sys
{durcir}
print("prêt", flush=True)
sys.stdin.read()
"""

LIRE = """
import sys
try:
    open(f"/proc/{sys.argv[1]}/mem", "rb").close()
except PermissionError:
    print("refusé")
else:
    print("lisible")
"""


def perd_ses_droits() -> None:
    """Dans le fils : root lit la mémoire de tous, sauf s'il a perdu ce droit-là."""
    ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_SYS_PTRACE, 0, 0, 0)


def lance(code: str, *arguments: str) -> subprocess.Popen[str]:
    """Un Python sans droit particulier."""
    return subprocess.Popen(
        [sys.executable, "-I", "-c", code, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=perd_ses_droits,
    )


@pytest.mark.parametrize(("durcir", "lecture"), [(DURCIR, "refusé"), ("", "lisible")])
def test_un_autre_processus_ne_lit_pas_la_memoire(durcir: str, lecture: str) -> None:
    """Contrôle positif : sans durcir, le même compte la lit."""
    carnet = lance(SE_LAISSER_LIRE.format(durcir=durcir))
    assert carnet.stdout is not None
    carnet.stdout.readline()
    lue, _ = lance(LIRE, str(carnet.pid)).communicate()
    carnet.communicate("")

    assert lue.strip() == lecture


ETAT = (
    "import ctypes, resource\n"
    "print(*resource.getrlimit(resource.RLIMIT_CORE)[:1], ctypes.CDLL(None).prctl(3))"
)


def dit(code: str, dossier: Path) -> str:
    """Le dernier mot d'un Python lancé sur `code`, sa limite de vidage relevée d'abord."""
    relever = (
        "import resource\n_, most = resource.getrlimit(resource.RLIMIT_CORE)\n"
        "resource.setrlimit(resource.RLIMIT_CORE, (most, most))\n"
    )
    sortie = subprocess.run(
        [sys.executable, "-c", f"{relever}{code}\n{ETAT}"],
        cwd=dossier,
        capture_output=True,
        text=True,
        check=True,
    )
    return sortie.stdout.splitlines()[-1]


def test_durcir_pose_les_deux_interdits(tmp_path: Path) -> None:
    """Contrôle positif : sans cela, le noyau permet l'un et l'autre, autant qu'il le peut."""
    _, permis = resource.getrlimit(resource.RLIMIT_CORE)

    assert dit(DURCIR, tmp_path) == "0 0"
    assert dit("", tmp_path) == f"{permis} 1"


def test_le_depart_durcit_le_processus(tmp_path: Path) -> None:
    depart = (
        "from tat_carnet.__main__ import main\n"
        "try:\n    main(['--version'])\nexcept SystemExit:\n    pass"
    )

    assert dit(depart, tmp_path) == "0 0"


def test_un_systeme_qui_refuse_ne_fait_rien_echouer(monkeypatch: pytest.MonkeyPatch) -> None:
    demandes: list[object] = []

    def refuse(*asked: object) -> None:
        demandes.append(asked)
        raise ValueError("refusé")

    monkeypatch.setattr(resource, "setrlimit", refuse)
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    harden()

    assert demandes == [(resource.RLIMIT_CORE, (0, 0))]


def test_un_seul_tas_sert_tous_les_fils() -> None:
    """Dans un processus neuf : un autre fil y prend sa mémoire. Témoin, vu échouer : sans le dire,
    le fil a le sien, et `malloc_info` en compte deux."""
    assert tas("from tat_carnet.store.process import keep_one_heap; keep_one_heap()") == 1
    assert tas("") > 1


def tas(avant: str) -> int:
    """Combien de tas la glibc tient quand un second fil a travaillé."""
    program = f"""
import ctypes, threading
{avant}
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
fil = threading.Thread(target=lambda: [libc.malloc(100_000) for _ in range(99)])
fil.start(); fil.join()
libc.malloc_info(0, ctypes.c_void_p.in_dll(libc, "stdout")); libc.fflush(None)
"""
    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    return said.count("<heap nr=")


def test_demander_un_seul_tas_se_repete_sans_effet() -> None:
    keep_one_heap()
    keep_one_heap()

    assert tas("") > 1, "un autre processus n'en sait rien"
