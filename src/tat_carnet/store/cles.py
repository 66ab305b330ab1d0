"""La clé de données, et les deux fentes qui l'emballent : phrase de passe, code de secours."""

from __future__ import annotations

import hashlib
import hmac
import os
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tat_carnet.store.kdf import KEY_BYTES, SALT_BYTES, KdfSettings
from tat_carnet.store.kdf_process import derive_apart

PHRASE: Final = "phrase"
SECOURS: Final = "secours"
NONCE_BYTES: Final = 12
WRAPPED_BYTES: Final = KEY_BYTES + 16
"""La clé emballée et l'étiquette d'AES-GCM."""

_HEX: Final = b"0123456789abcdef"


class DataKey:
    """La clé aléatoire de 256 bits qui chiffre un cahier, effaçable.

    Un `bytearray` et non des `bytes` : ces derniers restent en mémoire jusqu'à réemploi.
    """

    __slots__ = ("_raw", "wiped")

    def __init__(self, raw: bytes | bytearray) -> None:
        if len(raw) != KEY_BYTES:
            raise ValueError("une clé de données fait 32 octets")
        self._raw = bytearray(raw)
        self.wiped = False

    @classmethod
    def draw(cls) -> DataKey:
        """Une clé nouvelle, tirée du système."""
        return cls(os.urandom(KEY_BYTES))

    @property
    def raw(self) -> bytearray:
        """Les 32 octets, à ne pas copier ; `ValueError` après `wipe`.

        Emballer une clé effacée, dans un cahier verrouillé, en perdrait l'accès à jamais.
        """
        if self.wiped:
            raise ValueError("cette clé est effacée")
        return self._raw

    def sqlcipher(self) -> bytearray:
        """La clé sous la forme brute que `set_key` attend, x'…' en hexadécimal ; à effacer."""
        text = bytearray(2 * KEY_BYTES + 3)  # d'un coup : s'il grandissait, il se recopierait
        text[:2], text[-1:] = b"x'", b"'"
        for rank, byte in enumerate(self.raw):
            text[2 * rank + 2] = _HEX[byte >> 4]
            text[2 * rank + 3] = _HEX[byte & 15]
        return text

    def mac(self, purpose: str, message: bytes) -> str:
        """HMAC-SHA256 de `message` (hexadécimal), sous une sous-clé propre à `purpose`."""
        subkey = hmac.digest(self.raw, b"tat-carnet " + purpose.encode(), "sha256")
        return hmac.new(subkey, message, hashlib.sha256).hexdigest()

    def wipe(self) -> None:
        """Met la clé à zéro ; sans effet la seconde fois."""
        self._raw[:] = bytes(KEY_BYTES)
        self.wiped = True

    def __repr__(self) -> str:
        return "‹clé›"


@dataclass(frozen=True, slots=True)
class Slot:
    """Une fente : de quoi rendre la clé de données à qui connaît le secret."""

    settings: KdfSettings
    salt: bytes
    nonce: bytes
    wrapped: bytes


def _context(cahier_id: str, name: str, settings: KdfSettings) -> bytes:
    """Ce que l'étiquette d'AES-GCM garde : ni fente, ni réglage, ni cahier ne s'échangent."""
    parts = (cahier_id, name, settings.memory_kib, settings.passes, settings.lanes)
    return ("tat-carnet v1|argon2id|" + "|".join(map(str, parts))).encode()


def wrap(secret: str, key: DataKey, cahier_id: str, name: str, settings: KdfSettings) -> Slot:
    """Emballe `key` sous `secret`, avec un sel et un nonce neufs."""
    salt, nonce = os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES)
    kek = derive_apart(secret, salt, settings)
    wrapped = AESGCM(kek).encrypt(nonce, key.raw, _context(cahier_id, name, settings))
    return Slot(settings, salt, nonce, wrapped)


def unwrap(secret: str, slot: Slot, cahier_id: str, name: str) -> DataKey | None:
    """La clé de données, ou `None` si `secret` n'est pas celui de cette fente."""
    kek = derive_apart(secret, slot.salt, slot.settings)
    try:
        raw = AESGCM(kek).decrypt(
            slot.nonce, slot.wrapped, _context(cahier_id, name, slot.settings)
        )
    except InvalidTag:
        return None
    return DataKey(raw)
