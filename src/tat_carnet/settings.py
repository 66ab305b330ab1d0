"""Les préférences d'affichage : une valeur figée, écrite en JSON, sans rien du cahier."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum, auto
from pathlib import Path
from typing import Any, Final


class Apparence(StrEnum):
    """Clair, sombre, ou ce que dit le système."""

    systeme = auto()
    claire = auto()
    sombre = auto()


VERROU_MINUTES_AU_PLUS: Final = 60


@dataclass(frozen=True, slots=True)
class Settings:
    """Préférences de cette machine.

    `verrou_minutes` : sans geste pendant ce temps (de 1 à 60), le cahier se verrouille.
    `verrou_reduit` : réduire la fenêtre le verrouille aussi.
    """

    apparence: Apparence = Apparence.systeme
    verrou_minutes: int = 5
    verrou_reduit: bool = False


def load_settings(path: Path) -> Settings:
    """Les préférences de `path` ; ce qui manque ou ne se comprend pas prend sa valeur d'usage."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _understood(raw) if isinstance(raw, dict) else Settings()


def _understood(raw: dict[str, Any]) -> Settings:
    kept: dict[str, Any] = {}
    if raw.get("apparence") in list(Apparence):
        kept["apparence"] = Apparence(raw["apparence"])
    minutes = raw.get("verrou_minutes")
    if type(minutes) is int and 1 <= minutes <= VERROU_MINUTES_AU_PLUS:
        kept["verrou_minutes"] = minutes
    if isinstance(raw.get("verrou_reduit"), bool):
        kept["verrou_reduit"] = raw["verrou_reduit"]
    return Settings(**kept)


def save_settings(path: Path, settings: Settings) -> None:
    """Écrit les préférences ; un échec se tait, il ne vaut pas d'interrompre la personne."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(settings)), encoding="utf-8")
    except OSError:
        return
