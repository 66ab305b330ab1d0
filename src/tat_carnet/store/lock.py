"""Un seul écrivain par cahier."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from tat_carnet.domain.errors import CahierDejaOuvert
from tat_carnet.store.layout import LOCK


class WriterLock:
    """Le verrou d'un dossier de cahier, tenu de la construction à `release`.

    C'est un verrou du noyau (`flock`) : il tombe avec le processus, même tué. Un fichier oublié
    ne bloque donc personne, et le même dossier par un lien symbolique est le même verrou.
    `CahierDejaOuvert` s'il est tenu ; `OSError` si le dossier ne s'écrit pas.
    """

    def __init__(self, folder: Path) -> None:
        self._descriptor: int | None = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.release()
            raise CahierDejaOuvert(
                "Ce cahier est déjà ouvert dans une autre fenêtre. Rien n’est perdu : "
                "retournez à cette fenêtre, ou fermez-la."
            ) from None

    def release(self) -> None:
        """Rend le verrou ; sans effet la seconde fois."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)
