"""Ce qui ne change pas d'un ODT à l'autre : styles, pied de page, manifeste, métadonnées vides.

Rien de ces fichiers ne vient d'un cahier : la contre-lecture tient leurs valeurs pour connues.
"""

from __future__ import annotations

from typing import Final

from tat_carnet.paths import resource

CONTENU: Final = "content.xml"
PARTIES: Final = ("mimetype", "META-INF/manifest.xml", "meta.xml", "styles.xml", CONTENU)
"""Les parties du fichier, dans leur ordre ; le type d'abord, comme le demande le format."""

COLONNES: Final = {part: (f"Colonne_20_{part}", f"{part * 655}*") for part in range(1, 101)}
"""Nom de style et largeur relative d'une colonne, par part de largeur (1 à 100)."""


def partie(nom: str) -> bytes:
    """Les octets d'une partie du gabarit ; `content.xml` y est vide."""
    return resource("gabarits", "odt", *nom.split("/")).read_bytes()
