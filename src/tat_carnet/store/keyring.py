"""Le fichier de clés d'un cahier : ses fentes, scellées, en deux copies.

Deux sceaux, pour deux questions. L'empreinte, sans clé, dit avant toute phrase si le fichier est
abîmé ; le MAC, sous la clé de données, dit après l'ouverture si quelqu'un l'a récrit.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from tat_carnet.domain.errors import CahierIllisible, CahierPlusRecent
from tat_carnet.store.atomic import write_atomic
from tat_carnet.store.cles import (
    NONCE_BYTES,
    PHRASE,
    SECOURS,
    WRAPPED_BYTES,
    DataKey,
    Slot,
)
from tat_carnet.store.kdf import SALT_BYTES, KdfSettings
from tat_carnet.store.layout import KEYRINGS

FORMAT: Final = 1
MAX_BYTES: Final = 16 * 1024
"""Un fichier de clés fait 1 Kio : au-delà de 16, ce n'en est pas un, et on ne le lit pas."""

NAMES: Final = (PHRASE, SECOURS)


class DamagedCopy(Exception):
    """Cette copie est illisible ; l'autre peut suffire."""


@dataclass(frozen=True, slots=True)
class Keyring:
    """Les fentes d'un cahier ; `generation` croît à chaque réécriture.

    `releve` : après un renouvellement, le MAC de ce trousseau sous la clé d'avant. Qui a encore
    l'ancienne phrase apprend ainsi que sa clé a été remplacée, et non que la base est abîmée.
    """

    cahier_id: str
    generation: int
    slots: dict[str, Slot]
    mac: str = ""
    releve: str = ""

    def _body(self) -> dict[str, Any]:
        fentes = {name: _slot_to_json(slot) for name, slot in self.slots.items()}
        return {"format": FORMAT, "cahier": self.cahier_id, "generation": self.generation,
                "fentes": fentes}  # fmt: skip

    def sealed(self, key: DataKey) -> Keyring:
        """Ce trousseau, avec le MAC de la clé de données."""
        return replace(self, mac=key.mac("fentes", _canonical(self._body())))

    def authentic(self, key: DataKey) -> bool:
        """Vrai si le MAC est celui de la clé de données."""
        return hmac.compare_digest(self.mac, self.sealed(key).mac)

    def relieving(self, former: DataKey) -> Keyring:
        """Ce trousseau, qui dit à la clé d'avant qu'il la remplace."""
        return replace(self, releve=former.mac("relève", _canonical(self._body())))

    def relieves(self, former: DataKey) -> bool:
        """Vrai si ce trousseau remplace celui de la clé `former`, et que c'est elle qui le dit."""
        return bool(self.releve) and hmac.compare_digest(self.releve, self.relieving(former).releve)

    def to_bytes(self) -> bytes:
        """Le fichier, empreinte comprise. Hors du MAC, `releve` se lie lui-même au reste."""
        content = self._body() | {"mac": self.mac}
        if self.releve:
            content["releve"] = self.releve
        content["empreinte"] = hashlib.sha256(_canonical(content)).hexdigest()
        return json.dumps(content, indent=1).encode() + b"\n"


def _canonical(content: dict[str, Any]) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()


def _slot_to_json(slot: Slot) -> dict[str, Any]:
    return {
        "kdf": "argon2id",
        "memoire_kio": slot.settings.memory_kib,
        "passes": slot.settings.passes,
        "voies": slot.settings.lanes,
        "sel": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "cle": slot.wrapped.hex(),
    }


def _slot_from_json(content: dict[str, Any]) -> Slot:
    settings = KdfSettings(
        int(content["memoire_kio"]), int(content["passes"]), int(content["voies"])
    )
    if content["kdf"] != "argon2id" or not settings.acceptable:
        raise CahierIllisible(
            "Le fichier de clés de ce cahier demande un calcul hors des bornes permises : "
            "il a été modifié. Rien n’a été changé. Restaurez la sauvegarde la plus récente."
        )
    salt, nonce, wrapped = (bytes.fromhex(content[field]) for field in ("sel", "nonce", "cle"))
    if (len(salt), len(nonce), len(wrapped)) != (SALT_BYTES, NONCE_BYTES, WRAPPED_BYTES):
        raise DamagedCopy
    return Slot(settings, salt, nonce, wrapped)


def parse(data: bytes) -> Keyring:
    """Lit un fichier de clés.

    `DamagedCopy` s'il est abîmé, `CahierPlusRecent` s'il vient d'une version plus récente,
    `CahierIllisible` s'il demande une dérivation hors bornes.
    """
    try:
        content = json.loads(data)
        digest = content.pop("empreinte")
        if hashlib.sha256(_canonical(content)).hexdigest() != digest:
            raise DamagedCopy
        if content["format"] > FORMAT:
            raise CahierPlusRecent(
                "Ce cahier vient d’une version plus récente de l’application. "
                "Rien n’a été changé. Mettez tat_carnet à jour, puis rouvrez-le."
            )
        slots = {name: _slot_from_json(content["fentes"][name]) for name in NAMES}
        return Keyring(
            str(content["cahier"]),
            int(content["generation"]),
            slots,
            str(content["mac"]),
            str(content.get("releve", "")),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise DamagedCopy from None


def _read_copy(path: Path) -> Keyring | None:
    try:
        with path.open("rb") as file:
            return parse(file.read(MAX_BYTES))
    except (OSError, DamagedCopy):
        return None


def read_copies(folder: Path) -> list[Keyring]:
    """Les copies lisibles et distinctes, la plus récente d'abord ; `CahierIllisible` sans aucune.

    Deux copies distinctes : une réécriture a été coupée. On essaie alors l'une puis l'autre.
    """
    copies: list[Keyring] = []
    for name in KEYRINGS:
        copy = _read_copy(folder / name)
        if copy is not None and copy not in copies:
            copies.append(copy)
    if not copies:
        raise CahierIllisible(
            "Les deux fichiers de clés de ce cahier sont abîmés ou absents. Rien n’a été changé. "
            "Restaurez la sauvegarde la plus récente : elle contient une copie des clés."
        )
    return sorted(copies, key=lambda copy: copy.generation, reverse=True)


def write_copies(folder: Path, keyring: Keyring) -> None:
    """Écrit les deux copies, l'une après l'autre : il en reste toujours une entière."""
    content = keyring.to_bytes()
    for name in KEYRINGS:
        write_atomic(folder / name, content)


def repair_copies(folder: Path, keyring: Keyring) -> None:
    """Remet `keyring`, qui vient d'ouvrir le cahier, dans la copie qui en diffère."""
    content = keyring.to_bytes()
    for name in KEYRINGS:
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            write_atomic(path, content)
