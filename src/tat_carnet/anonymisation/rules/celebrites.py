"""Marques et célébrités dont on se sert comme surnoms : « Kinder l'attend », « avec Booba »."""

from __future__ import annotations

import re
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, nature_de, termes
from tat_carnet.anonymisation.reperes import Niveau
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.positions import agit, est_sujet, possede

_LOGIS: Final = mots_de(
    "bloc tour hall bat batiment bt cage rdc petit petite grand grande foyer city"
)
_PRECISENT: Final = mots_de("il elle pas le la celui celle un une c notre")
_CITENT: Final = mots_de("comme de que fan chanson chante ecoute son maillot")
_NOMMENT_UNE_BETE: Final = mots_de("nomme nommee nommes denomme certain certaine appelle")
"""« un poisson nommé Pelé » : souvent une bête."""
_AGE_DIT: Final = re.compile(r",? \(?\d{1,2} ?(?:a|ans?|piges)\b")


def marque_personnifiee(lecture: Lecture, rang: int) -> Niveau | None:
    """« Kinder l'attend » : une marque ou un personnage public sert parfois de surnom."""
    forme = lecture.forme(rang)
    if forme in termes("celebrites") and _est_d_ici(lecture, rang):
        return Niveau.masquer
    if not lecture.majuscule(rang) or lecture.sigle(rang) or forme not in termes("publics"):
        return None
    if nature_de(forme)[:1] == "v" or forme in termes("metier"):
        return None
    if lecture.entre(rang + 1) != " " and not possede(lecture, rang):
        return None
    if lecture.forme(rang - 1) in ctx.DETERMINANTS - {"de", "d"}:
        return None
    if possede(lecture, rang) or (
        est_sujet(lecture, rang) and lecture.forme(rang + 1) in ctx.ACTES
    ):
        return Niveau.masquer
    return Niveau.verifier if est_sujet(lecture, rang) else None


def _est_d_ici(lecture: Lecture, rang: int) -> bool:
    """« Ronaldo a raté son stage », « avec Booba », « Messi du bloc 6 » : quelqu'un d'ici."""
    avant, suivant = lecture.forme(rang - 1), lecture.forme(rang + 1)
    if not (lecture.majuscule(rang) or lecture.sans_casse) or avant in ctx.ARTICLES:
        return False
    appele = (avant in ctx.FORTES or avant in ctx.QUALITES) and avant not in _NOMMENT_UNE_BETE
    if appele and lecture.entre(rang) == " ":
        return True
    if possede(lecture, rang) or _AGE_DIT.match(lecture.plie, lecture.fins[rang]):
        return True
    if suivant in ("du", "le", "la") and lecture.forme(rang + 2) in _LOGIS:
        return True
    if lecture.entre(rang + 1) == " (":
        return suivant in _PRECISENT
    if lecture.entre(rang + 1) != " " or avant in _CITENT:
        return False
    return suivant in ctx.ACTES or agit(lecture, rang, ctx.GESTES)
