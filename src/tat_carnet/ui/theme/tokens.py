"""Les jetons du dessin (`docs/decisions`, page du dessin) : couleurs, tailles, espaces."""

from __future__ import annotations

from typing import Final, NamedTuple


class Palette(NamedTuple):
    """Les couleurs d'une apparence, en `#RRVVBB`.

    `papier` porte le brut, `surface` ce qui peut être partagé : nulle part l'un à la place de
    l'autre. `accent_fond`, `alerte_fond`, `danger_fond`, `appui_fond` sont les aplats pâles.
    """

    fond: str
    surface: str
    papier: str
    encre: str
    encre_douce: str
    trait: str
    accent: str
    sur_accent: str
    accent_survol: str
    alerte: str
    danger: str
    appui: str
    accent_fond: str
    alerte_fond: str
    danger_fond: str
    appui_fond: str
    papier_trait: str


CLAIRE: Final = Palette(
    fond="#F7F6F3",
    surface="#FFFFFF",
    papier="#FBF5E6",
    encre="#1E2329",
    encre_douce="#566069",
    trait="#DEDBD3",
    accent="#1F5D5B",
    sur_accent="#FFFFFF",
    accent_survol="#174846",
    alerte="#8A5A00",
    danger="#A3262A",
    appui="#2E6B34",
    accent_fond="#E3EEED",
    alerte_fond="#F8EBCF",
    danger_fond="#F9E2E1",
    appui_fond="#E1EFE2",
    papier_trait="#E3D7B8",
)
SOMBRE: Final = Palette(
    fond="#17191C",
    surface="#1F2226",
    papier="#2A2620",
    encre="#E8E6E1",
    encre_douce="#A7ADB4",
    trait="#353A40",
    accent="#6FC2BD",
    sur_accent="#10201F",
    accent_survol="#8DD3CE",
    alerte="#E7B65C",
    danger="#F08A86",
    appui="#8CCB92",
    accent_fond="#213837",
    alerte_fond="#3A2F18",
    danger_fond="#402524",
    appui_fond="#213323",
    papier_trait="#4A4232",
)

FAMILLE_POLICE: Final = "Source Sans 3"
TEXTE: Final = 15
PETIT: Final = 13
TITRE: Final = 26
SOUS_TITRE: Final = 20
RAYON: Final = 8
CIBLE: Final = 36
E4: Final = 4
E8: Final = 8
E12: Final = 12
E16: Final = 16
E24: Final = 24
E40: Final = 40
