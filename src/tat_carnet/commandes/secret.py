"""Demander la phrase : au terminal, sans la montrer, ou sur un descripteur de fichier.

Jamais en argument ni dans une variable : la liste des processus et l'historique du terminal les
montrent.
"""

from __future__ import annotations

import getpass
import os
import warnings
from pathlib import Path
from typing import Final

from tat_carnet.domain.errors import ErreurConnue, PhraseErronee
from tat_carnet.store.cles import DataKey
from tat_carnet.store.keyring import read_copies
from tat_carnet.store.unlocking import authentic_keys

_MAX_BYTES: Final = 64 * 1024


class SecretAbsent(ErreurConnue):
    """Personne n'a donné de phrase."""


def ask_secret(descriptor: int | None) -> str:
    """La phrase de passe ou le code de secours, sans son retour à la ligne. `SecretAbsent` sinon.

    `descriptor` : où la lire ; `None` la demande au terminal.
    """
    secret = _ask_terminal() if descriptor is None else _read(descriptor)
    if not secret:
        raise SecretAbsent("Aucune phrase de passe n’a été donnée. Rien n’a été fait.")
    return secret


def _ask_terminal() -> str:
    with warnings.catch_warnings():
        # Sans terminal, `getpass` montrerait la phrase en clair : mieux vaut renoncer.
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass("Phrase de passe, ou code de secours : ")
        except (getpass.GetPassWarning, EOFError, KeyboardInterrupt):
            raise SecretAbsent(
                "Il n’y a pas de terminal où taper la phrase de passe. Rien n’a été fait. "
                "Donnez-la par « --phrase-fd »."
            ) from None


def _read(descriptor: int) -> str:
    try:
        with os.fdopen(descriptor, "rb") as file:
            line = file.readline(_MAX_BYTES)
        return line.rstrip(b"\r\n").decode("utf-8")
    except (OSError, ValueError, OverflowError):
        raise SecretAbsent(
            "La phrase de passe n’a pas pu être lue sur ce descripteur. Rien n’a été fait."
        ) from None


def key_of(folder: Path, secret: str) -> DataKey:
    """La clé que `secret` ouvre dans ce dossier, à effacer ensuite. Environ une seconde.

    `PhraseErronee` s'il n'en ouvre aucune, `CahierIllisible` si les clés sont abîmées.
    """
    for _, key in authentic_keys(read_copies(folder), secret):
        return key
    raise PhraseErronee(
        "Cette phrase n’ouvre pas ce cahier. Rien n’a été changé. Pour une sauvegarde, tapez la "
        "phrase qui servait ce jour-là, ou le code de secours."
    )
