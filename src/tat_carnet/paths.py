"""Où sont les données et les ressources : en développement, installé, empaqueté."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from platformdirs import user_config_path, user_data_path

APP: Final = "tat_carnet"


def _resources_root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    installed = Path(__file__).parent / "resources"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "resources"


def resource(*parts: str) -> Path:
    """Le chemin d'une ressource livrée avec l'application ; `FileNotFoundError` si elle manque."""
    path = _resources_root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError("/".join(("resources", *parts)))
    return path


def cahiers_folder() -> Path:
    """Le dossier des cahiers de cette personne (créé au besoin par qui y écrit)."""
    return user_data_path(APP, appauthor=False)


def settings_file() -> Path:
    """Le fichier des préférences : ni secret, ni chemin, ni mot du cahier."""
    return user_config_path(APP, appauthor=False) / "preferences.json"
