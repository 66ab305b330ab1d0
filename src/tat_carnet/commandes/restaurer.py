"""`tat-carnet restaurer` : une sauvegarde redevient un cahier, à côté de tout ce qui existe."""

from __future__ import annotations

import shutil
from pathlib import Path

from tat_carnet.commandes.secret import key_of
from tat_carnet.store.atomic import refuse_taken_name
from tat_carnet.store.cahier import CahierOuvert, unlock
from tat_carnet.store.layout import check_folder
from tat_carnet.store.sauvegardes import restore


def restaurer(sauvegarde: Path, destination: Path, secret: str) -> str:
    """Recopie `sauvegarde` en `destination` et relit tout ; rend la phrase à dire.

    La phrase est essayée d'abord : si elle est erronée, `PhraseErronee`, et rien n'est écrit.
    """
    with open_restored(sauvegarde, destination, secret) as opened:
        opened.verify()
    return (
        f"Le cahier « {destination.name} » est restauré et relu. Rien d’autre n’a été changé : "
        "la sauvegarde et l’ancien cahier sont toujours là."
    )


def open_restored(sauvegarde: Path, destination: Path, secret: str) -> CahierOuvert:
    """Le cahier restauré en `destination`, ouvert ; s'il ne s'ouvre pas, il n'en reste rien."""
    refuse_taken_name(destination)
    check_folder(sauvegarde)
    key_of(sauvegarde, secret).wipe()
    restore(sauvegarde, destination)
    try:
        return unlock(destination, secret)
    except BaseException:
        shutil.rmtree(destination)
        raise
