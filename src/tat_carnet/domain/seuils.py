"""Les seuils du métier, écrits une fois."""

from __future__ import annotations

from typing import Final

PETIT_EFFECTIF: Final = 5
"""En deçà de cinq, un compte qui dit un âge ou un public désigne quelqu'un (`domaine.md` §5)."""
