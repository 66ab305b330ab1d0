"""Ce que Unicode ne décompose pas, et que le français attend."""

from __future__ import annotations

from typing import Final

LIGATURES: Final = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
"""Pour `str.translate` : « cœur » devient « coeur »."""
