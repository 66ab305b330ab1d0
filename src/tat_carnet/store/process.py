"""Le processus lui-même : ni vidage de sa mémoire sur le disque, ni débogueur, un seul tas."""

from __future__ import annotations

import ctypes
from contextlib import suppress
from typing import Final

PR_SET_DUMPABLE: Final = 4  # linux/prctl.h
M_ARENA_MAX: Final = -8  # malloc.h de la glibc


def harden() -> None:
    """Interdit les vidages mémoire et qu'un processus du même compte lise cette mémoire.

    Sans effet, et sans bruit, là où le système ne le permet pas.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # La limite ne vaut rien quand le noyau confie le vidage à un programme ; ceci, si.
    with suppress(AttributeError, OSError, TypeError):
        nothing = ctypes.c_ulong(0)
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, nothing, nothing, nothing, nothing)


def keep_one_heap() -> None:
    """Un seul tas pour tous les fils, douze mégaoctets de moins à 100 000 faits.

    Chaque fil aurait le sien, et ce que l'un rend n'y servirait pas aux autres ; ici, un seul fil
    Python travaille à la fois. À demander avant le premier fil ; sans effet hors de la glibc.
    """
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1)
