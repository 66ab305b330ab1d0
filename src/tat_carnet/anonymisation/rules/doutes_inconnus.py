"""Doutes d'un mot que le français ne connaît pas, sauf une faute où l'on n'attend personne."""

from __future__ import annotations

from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots, mots_de, nature_de
from tat_carnet.anonymisation.nombres import EN_TOUTES_LETTRES
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import COMMUN
from tat_carnet.anonymisation.rules.positions import est_sujet, possede
from tat_carnet.anonymisation.sonorite import est_une_faute, sonne_comme_un_prenom

_FUTURS: Final = tuple(mots_de("rai ras ra rons rez ront rais rait rions riez raient"))
_IMPARFAITS: Final = tuple(mots_de("ait aient ais ent e es"))
_FAUTIVE: Final = 6
"""Lettres à partir desquelles une faute ne ressemble plus à un nom."""
FREQUENTES: Final = mots_de(
    "connais connait avec vu croise surnomme appelle maitre madame monsieur gros grosse vieux papa",
    "vainqueur finaliste capitaine chez",
)
"""« connu », « chez », « gros » : ce qui suit, sans article, est souvent quelqu'un."""
TRES_COURANT: Final = 20_000


def est_inconnu(lecture: Lecture, rang: int, genre: int) -> bool:
    """Un mot que le français ne connaît pas, sauf une faute où l'on n'attend personne."""
    forme = lecture.forme(rang)
    if genre == COMMUN:
        rare = mots().get(forme, 0) < TRES_COURANT and forme not in EN_TOUTES_LETTRES
        return rare and not _est_conjugue(forme)
    if not est_une_faute(forme):
        return True
    return not (est_determine(lecture, rang) or _est_banale(lecture, rang))


def _est_banale(lecture: Lecture, rang: int) -> bool:
    """« sans trottoire », « on a manjé » : une faute assez longue, où l'on n'attend personne."""
    avant, forme = lecture.forme(rang - 1), lecture.forme(rang)
    if len(forme) < _FAUTIVE or lecture.majuscule(rang) or sonne_comme_un_prenom(forme):
        return False
    if avant in ctx.FORTES or avant in ctx.QUALITES or avant in FREQUENTES:
        return False
    return not (possede(lecture, rang) or avant == "d" or avant == "de" or est_sujet(lecture, rang))


def _est_conjugue(forme: str) -> bool:
    """« orienterons » : un futur ou un conditionnel, que la liste des natures n'a pas."""
    fins = (fin for fin in _FUTURS if forme.endswith(fin))
    if any("i" in nature_de(f"{forme.removesuffix(fin)}r") for fin in fins):
        return True
    bases = (forme.removesuffix(fin) for fin in _IMPARFAITS if forme.endswith(fin))
    return any("i" in nature_de(f"{base}{fin}") for base in bases for fin in ("er", "ir", "re"))


def est_determine(lecture: Lecture, rang: int) -> bool:
    avant = rang - 1 - (lecture.forme(rang - 1) == "meme")
    return lecture.forme(avant) in ctx.DETERMINANTS and lecture.entre(rang) in (" ", "'")
