"""D'une phrase à une clé : Argon2id, lent exprès, dans des bornes."""

from __future__ import annotations

import os
import time
import unicodedata
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from tat_carnet.domain.errors import ErreurConnue

KEY_BYTES: Final = 32
SALT_BYTES: Final = 16
_MIB: Final = 1024


class MemoireInsuffisante(ErreurConnue):
    """La machine n'a pas la mémoire que demande la dérivation."""


@dataclass(frozen=True, slots=True)
class KdfSettings:
    """Réglage d'Argon2id : mémoire en Kio, nombre de passes, voies de calcul."""

    memory_kib: int
    passes: int = 3
    lanes: int = 4

    @property
    def acceptable(self) -> bool:
        """Faux sous le plancher (cahier affaibli) ou au-dessus du plafond (machine figée)."""
        return (
            FLOOR.memory_kib <= self.memory_kib <= CEILING.memory_kib
            and FLOOR.passes <= self.passes <= CEILING.passes
            and 1 <= self.lanes <= CEILING.lanes
        )


FLOOR: Final = KdfSettings(64 * _MIB, passes=3)
DEFAULT: Final = KdfSettings(256 * _MIB, passes=3)
CEILING: Final = KdfSettings(512 * _MIB, passes=8, lanes=8)
TARGET_SECONDS: Final = 1.0


def normalise(secret: str) -> bytes:
    """Les octets d'une phrase, en NFC : « é » tapé en un ou deux signes donne la même clé."""
    return unicodedata.normalize("NFC", secret).encode("utf-8", "surrogatepass")


def derive(secret: str, salt: bytes, settings: KdfSettings) -> bytes:
    """32 octets. Prend environ une seconde, sans tenir le verrou de Python.

    `ValueError` si le réglage est hors bornes, `MemoireInsuffisante` si la mémoire manque.
    """
    if not settings.acceptable:
        raise ValueError("réglage d'Argon2id hors bornes")
    kdf = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=settings.passes,
        lanes=settings.lanes,
        memory_cost=settings.memory_kib,
    )
    try:
        return kdf.derive(normalise(secret))
    except MemoryError:
        raise MemoireInsuffisante(memory_sentence(settings)) from None


def memory_sentence(settings: KdfSettings) -> str:
    """La phrase qui dit combien de mémoire il manque."""
    return (
        f"Il faut {settings.memory_kib // _MIB} Mio de mémoire libre pour ouvrir ce cahier. "
        "Rien n’est perdu : fermez d’autres applications, puis réessayez."
    )


def calibrate() -> KdfSettings:
    """Le réglage d'environ une seconde sur cette machine, entre `FLOOR` et `DEFAULT`.

    La durée croît comme la mémoire : un essai au plancher suffit.
    """
    start = time.perf_counter()
    derive("mesure", os.urandom(SALT_BYTES), FLOOR)
    elapsed = time.perf_counter() - start
    memory = int(FLOOR.memory_kib * TARGET_SECONDS / elapsed)
    return KdfSettings(max(FLOOR.memory_kib, min(DEFAULT.memory_kib, memory)), DEFAULT.passes)
