"""Ce qui situe se voit, où que ce soit dans la phrase ; ce qui ne situe pas passe."""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation.situer import ce_qui_situe

LIEUX = frozenset({"Place du Lavoir", "chez Fenouil", "Aubépines-Haut"})


@pytest.mark.parametrize(
    ("texte", "trouve"),
    [
        ("Vu place du lavoir", "place du lavoir"),
        ("tout Aubépines-Haut le sait", "Aubépines-Haut"),
        ("il attend chez Fenouil", "chez Fenouil"),
        ("le 12 novembre, rien", "le 12 novembre"),
        ("vers 21h30", "21h30"),
        ("devant le hall A", "hall A"),
        ("sorti du collège Zéphyr", "collège Zéphyr"),
        ("Depuis janvier, rien", "janvier"),
        ("en 2026", "2026"),
    ],
)
def test_un_lieu_ou_une_date_se_voit(texte: str, trouve: str) -> None:
    """Témoin : ôter une catégorie de `SITUENT`, ou les mois, en fait tomber un (vu une fois)."""
    (passage,) = ce_qui_situe(texte, LIEUX)

    assert trouve.casefold() in passage.casefold()


@pytest.mark.parametrize(
    "texte",
    [
        "",
        "Un jeune de quinze ans, au collège, un atelier le mercredi.",
        "Trois mois plus tard, au printemps, la semaine suivante.",
        "Dans un hall, sur une place, devant un commerce.",
    ],
)
def test_ce_qui_ne_situe_pas_passe(texte: str) -> None:
    assert ce_qui_situe(texte, LIEUX) == ()


def test_chaque_passage_se_dit_une_fois_dans_l_ordre() -> None:
    assert ce_qui_situe("en mars, en 2026, puis en mars", LIEUX) == ("mars", "2026")
