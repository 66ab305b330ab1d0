"""Les préférences d'affichage : une valeur figée, écrite en JSON, sans rien du cahier."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum, auto
from pathlib import Path


class Apparence(StrEnum):
    """Clair, sombre, ou ce que dit le système."""

    systeme = auto()
    claire = auto()
    sombre = auto()


@dataclass(frozen=True, slots=True)
class Settings:
    """Préférences de cette machine."""

    apparence: Apparence = Apparence.systeme


def load_settings(path: Path) -> Settings:
    """Les préférences de `path`, ou celles par défaut si le fichier manque ou est illisible."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return Settings(apparence=Apparence(raw["apparence"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Settings()


def save_settings(path: Path, settings: Settings) -> None:
    """Écrit les préférences ; un échec se tait, il ne vaut pas d'interrompre la personne."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(settings)), encoding="utf-8")
    except OSError:
        return
