"""Ce qu'un passage raconte de quelqu'un, à ses mots, et ce que ces mots ont gardé d'autres."""

from __future__ import annotations

import re
from typing import Final

from tat_carnet.anonymisation.recit import RecitDeFait
from tat_carnet.anonymisation.relecture import Passage, StatutAlerte
from tat_carnet.anonymisation.risque.tournures import raconte_quelqu_un, voit_quelqu_un
from tat_carnet.domain.recherche import fold, words
from tat_carnet.domain.vocabulaire import Profil
from tat_carnet.usecases.relecture.etape import Etape, Parole

_PROPRE_A_UN_NOM: Final = re.compile(r"\b(?:[A-ZÀ-Ý][a-zà-ÿ]{3,}|petite?s?)\b")


def est_de_peu(etape: Etape) -> bool:
    """Vrai des mots de la note, d'un fait de quatre personnes au plus ; redits, on les a voulus."""
    passage = etape.passage
    return isinstance(passage, RecitDeFait) and passage.peu and not passage.redit


def raconte(
    texte: str, profil: Profil, parole: Parole = Parole.recit, *, peu: bool = False
) -> bool:
    """Vrai d'un texte qui parle de quelqu'un ; pour tous, ou d'un fait de `peu` de personnes, d'un
    texte où quelques-uns se voient.

    Du nom d'un lieu (« Le hall où dort un jeune »), moins ses noms propres : « rue de la
    Dame-Blanche », « le petit bois » n'en parlent pas.
    """
    if parole is Parole.structure:
        return False
    if parole is Parole.nom:
        return raconte_quelqu_un(fold(_PROPRE_A_UN_NOM.sub("", texte)))
    return voit_quelqu_un(fold(texte), profil, peu=peu)


def se_lit(etape: Etape) -> bool:
    """Vrai d'un texte où s'arrêter, même si rien d'autre ne le fait lire : il alerte ou raconte."""
    passage = etape.passage
    return bool(passage.alertes) or raconte(passage.texte, passage.profil, etape.parole)


def a_perdu(gardes: str, passage: Passage) -> bool:
    """Vrai si ce passage ne diffère des mots gardés que par ce que l'outil y a récrit depuis."""
    for alerte in passage.alertes:
        if alerte.statut is StatutAlerte.acceptee:
            gardes = gardes.replace(alerte.terme, alerte.proposition, 1)
    return tuple(words(gardes)) == tuple(words(passage.texte))


def suites(texte: str) -> frozenset[tuple[str, ...]]:
    """Les suites de trois mots d'un texte, repliés ; d'un texte plus court, lui-même."""
    mots = tuple(words(texte))
    return frozenset(mots[i : i + 3] for i in range(max(1, len(mots) - 2)) if mots)
