"""Ce que le disque et SQLCipher refusent, dit en une phrase ; nos défauts passent tels quels."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import sqlcipher3

from tat_carnet.domain.errors import CahierIllisible, EcritureImpossible, ErreurConnue

_FULL: Final = (
    "Le disque est plein : ce changement n’est pas enregistré. Ce qui l’était déjà reste intact. "
    "Libérez de la place, puis réessayez."
)
_READ_ONLY: Final = (
    "Ce cahier est dans un dossier où l’on ne peut pas écrire. Rien n’est perdu. "
    "Changez les droits du dossier, ou copiez le cahier ailleurs."
)
_DISK: Final = (
    "Le disque a refusé l’opération : ce changement n’est pas enregistré. "
    "Ce qui l’était déjà reste intact. Vérifiez que le disque est branché, puis réessayez."
)
_INTERRUPTED: Final = (
    "Le cahier s’est verrouillé pendant cette opération. "
    "Rien n’est perdu de ce qui était enregistré. Déverrouillez-le, puis recommencez."
)
_DAMAGED: Final = (
    "La base de ce cahier est abîmée, ou vient d’un autre cahier. Rien n’a été changé. "
    "Restaurez la sauvegarde la plus récente."
)

# Codes de résultat de SQLite (sqlite.org/rescode.html), réduits à leur octet de poids faible.
_READONLY_CODES: Final = frozenset({3, 8, 14, 23})  # PERM, READONLY, CANTOPEN, AUTH
_DISK_CODES: Final = frozenset({10, 22})  # IOERR, NOLFS
_FULL_CODE: Final = 13
_INTERRUPT_CODE: Final = 9
_DAMAGED_CODES: Final = frozenset({11, 26})  # CORRUPT, NOTADB


def known_sqlite_failure(error: sqlcipher3.Error) -> ErreurConnue | None:
    """La phrase pour une erreur de SQLite, ou `None` si c'est un défaut du programme."""
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code == _FULL_CODE:
        return EcritureImpossible(_FULL)
    if code == _INTERRUPT_CODE:
        return EcritureImpossible(_INTERRUPTED)
    if code in _READONLY_CODES:
        return EcritureImpossible(_READ_ONLY)
    if code in _DISK_CODES:
        return EcritureImpossible(_DISK)
    return CahierIllisible(_DAMAGED) if code in _DAMAGED_CODES else None


def known_os_failure(error: OSError) -> ErreurConnue:
    """La phrase pour un refus du système de fichiers."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return EcritureImpossible(_FULL)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return EcritureImpossible(_READ_ONLY)
    return EcritureImpossible(_DISK)


@contextmanager
def known_failures() -> Iterator[None]:
    """Change en phrases les refus du disque et de SQLCipher survenus dans le bloc.

    La cause est coupée : une trace ne montre ni chemin ni valeur liée à une requête.
    """
    try:
        yield
    except OSError as error:
        raise known_os_failure(error) from None
    except sqlcipher3.Error as error:
        known = known_sqlite_failure(error)
        if known is None:
            raise
        raise known from None
