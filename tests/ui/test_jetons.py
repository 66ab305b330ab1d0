"""Les jetons : assez de contraste pour lire à 21 h 50, et jamais la seule couleur."""

from __future__ import annotations

import pytest

from tat_carnet.ui.theme.style import style_sheet
from tat_carnet.ui.theme.tokens import CLAIRE, SOMBRE, Palette

PALETTES = [pytest.param(CLAIRE, id="claire"), pytest.param(SOMBRE, id="sombre")]
TEXTE, SECONDAIRE = 12.0, 4.5
# encre, fond, contraste exigé
PAIRES = [
    ("encre", "fond", TEXTE),
    ("encre", "surface", TEXTE),
    ("encre", "papier", TEXTE),
    ("encre_douce", "fond", SECONDAIRE),
    ("encre_douce", "surface", SECONDAIRE),
    ("encre_douce", "papier", SECONDAIRE),
    ("accent", "surface", SECONDAIRE),
    ("accent", "fond", SECONDAIRE),
    ("accent", "accent_fond", SECONDAIRE),
    ("sur_accent", "accent", SECONDAIRE),
    ("sur_accent", "accent_survol", SECONDAIRE),
    ("alerte", "surface", SECONDAIRE),
    ("alerte", "alerte_fond", SECONDAIRE),
    ("encre", "alerte_fond", SECONDAIRE),
    ("danger", "surface", SECONDAIRE),
    ("danger", "papier", SECONDAIRE),
    ("danger", "danger_fond", SECONDAIRE),
    ("appui", "surface", SECONDAIRE),
    ("appui", "appui_fond", SECONDAIRE),
]


def canal(value: int) -> float:
    """Composante linéaire d'un canal sRVB (WCAG 2.2)."""
    part = value / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(color: str) -> float:
    """Luminance relative d'un `#RRVVBB` (WCAG 2.2)."""
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return 0.2126 * canal(red) + 0.7152 * canal(green) + 0.0722 * canal(blue)


def contraste(one: str, other: str) -> float:
    """Rapport de contraste (WCAG 2.2), de 1 à 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_la_mesure_du_contraste_est_celle_de_la_norme() -> None:
    """Témoin : le noir sur blanc vaut 21, et un gris #777 sur blanc échoue à 4,5."""
    assert contraste("#000000", "#FFFFFF") == pytest.approx(21)
    assert contraste("#777777", "#FFFFFF") < SECONDAIRE


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("encre", "fond", "exige"), PAIRES)
def test_chaque_encre_se_lit_sur_son_fond(
    palette: Palette, encre: str, fond: str, exige: float
) -> None:
    assert contraste(getattr(palette, encre), getattr(palette, fond)) >= exige


@pytest.mark.parametrize("palette", PALETTES)
def test_le_brut_et_le_partage_n_ont_pas_le_meme_fond(palette: Palette) -> None:
    assert palette.papier != palette.surface


@pytest.mark.parametrize("palette", PALETTES)
def test_la_feuille_de_style_n_oublie_aucun_jeton(palette: Palette) -> None:
    sheet = style_sheet(palette, chevron="c.png", coche="k.png")
    assert "$" not in sheet
    assert palette.papier in sheet
