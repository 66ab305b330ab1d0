"""Le processus lui-même : ni vidage de sa mémoire sur le disque, ni débogueur."""

from __future__ import annotations

import ctypes
from contextlib import suppress
from typing import Final

PR_SET_DUMPABLE: Final = 4  # linux/prctl.h


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
