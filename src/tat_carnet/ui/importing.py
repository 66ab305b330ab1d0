"""Un seul fil importe à la fois, tant que l'application s'ouvre.

L'un qui charge un paquet, l'autre un de ses modules : chacun tient ce que l'autre attend, et Python
arrête l'un des deux (vu une fois, machine chargée, à l'ouverture de la démonstration).
"""

from __future__ import annotations

from threading import Lock
from typing import Final

IMPORTING: Final = Lock()
"""Tenu par qui ouvre le cahier, ou par qui lit d'avance."""
