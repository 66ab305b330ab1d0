"""Le dictionnaire de Hunspell, tel que le livre la distribution."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import hunspell


class Hunspell:
    """Un `Correcteur` qui connaît les accords et les conjugaisons."""

    def __init__(self, dossier: Path, nom: str) -> None:
        self._dictionnaire = hunspell.Hunspell(  # type: ignore[attr-defined]
            nom, hunspell_data_dir=str(dossier)
        )

    def connait(self, mot: str) -> bool:
        """Vrai si ce mot est au dictionnaire ; son apostrophe est une apostrophe droite."""
        return bool(self._dictionnaire.spell(mot))

    def suggestions(self, mot: str) -> Sequence[str]:
        """Les mots que Hunspell propose."""
        return list(self._dictionnaire.suggest(mot))
