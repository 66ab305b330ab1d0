"""Ce qui ne change pas d'un ODT à l'autre : styles, pied de page, manifeste, métadonnées vides.

Rien de ces fichiers ne vient d'un cahier : la contre-lecture tient leurs valeurs pour connues.
"""

from __future__ import annotations

from typing import Final

from tat_carnet.paths import resource

CONTENU: Final = "content.xml"
MANIFESTE: Final = "META-INF/manifest.xml"
PARTIES: Final = ("mimetype", MANIFESTE, "meta.xml", "styles.xml", CONTENU)
"""Les parties du fichier, dans leur ordre ; le type d'abord, comme le demande le format."""

COLONNES: Final = {part: (f"Colonne_20_{part}", f"{part * 655}*") for part in range(1, 101)}
"""Nom de style et largeur relative d'une colonne, par part de largeur (1 à 100)."""


DOCUMENT: Final = "odt"
LETTRE: Final = "lettre"
GABARITS: Final = (DOCUMENT, LETTRE)
"""Les deux gabarits : celui des documents, celui d'une lettre."""


LOGO: Final = "Pictures/logo.png"
_IMAGE: Final = (
    f' <manifest:file-entry manifest:full-path="{LOGO}" manifest:media-type="image/png"/>\n'
)


def manifeste_avec_logo() -> bytes:
    """Le manifeste d'une lettre qui porte un logo."""
    fin = b"</manifest:manifest>"
    return partie(MANIFESTE, LETTRE).replace(fin, _IMAGE.encode() + fin)


def partie(nom: str, gabarit: str = DOCUMENT) -> bytes:
    """Les octets d'une partie d'un gabarit ; `content.xml` y est vide."""
    return resource("gabarits", gabarit, *nom.split("/")).read_bytes()
