"""Lire ce qui précède un passage ne relit pas la note, et n'en change rien."""

from __future__ import annotations

import re

from tat_carnet.anonymisation.rules.motifs import juste_avant

ARTICLE = re.compile(r"(?:(?<!\w)l'|\b(?:le|au) )$")


def test_ce_qui_precede_se_lit_comme_depuis_le_debut_de_la_note():
    for texte in (
        "au club",
        "hier, au club",
        "bateau club",
        "l'club",
        "il'club",
        "au club, le club",
    ):
        fin = texte.rindex("club")
        pres, depuis_le_debut = juste_avant(ARTICLE, texte, fin, 3), ARTICLE.search(texte, 0, fin)
        assert (pres and pres.span()) == (depuis_le_debut and depuis_le_debut.span())


def test_au_dela_de_sa_portee_il_ne_lit_rien():
    """Contrôle positif : une portée trop courte perdrait l'article."""
    assert juste_avant(ARTICLE, "vu au club", 6, 3) is not None
    assert juste_avant(ARTICLE, "vu au club", 6, 2) is None
