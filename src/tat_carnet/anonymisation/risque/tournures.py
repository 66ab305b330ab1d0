"""Des tournures que l'épreuve de l'intrus a lues contre l'équipe, cherchées dans la phrase repliée.

Un jour de la semaine, joint à la semaine que le document dit, est une date ; « six familles », le
nombre des foyers d'un îlot, en donne le hall ; « celui de la poubelle » renvoie à un autre fait.
"""

from __future__ import annotations

import re
from typing import Final

_JOURS: Final = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_JOUR: Final = re.compile(
    rf"(?<!le )(?<!les )(?<!chaque )(?<!du )(?<!des )(?<! et )(?<! ou )\b(?:{_JOURS})\b"
    rf"(?! (?:et|ou) (?:le )?(?:{_JOURS}))"
)
"""« le mercredi », « mardi et jeudi » : une habitude, un horaire, qui ne datent rien."""
_PEU: Final = "(?:deux|trois|quatre|cinq|six|sept|huit|neuf|[2-9])"
_FOYERS: Final = re.compile(
    rf"\b{_PEU} (?:familles|foyers|logements|menages|appartements|locataires)\b"
)
_RENVOI: Final = re.compile(r"\b(?:celui|celle) (?:de |du |des |d['’]|qui |dont |que |qu['’])")
_UNE_PERSONNE: Final = re.compile(
    r"\b(?:une?|l['’])\s*(?:seule? |autre |jeune |petite? |premiere? |\w+ieme )?"
    r"(?:adolescente?|collegien(?:ne)?|lyceen(?:ne)?|eleve|enfant|jeune|garcon|fille|homme|femme"
    r"|dame|monsieur|mere|pere|proche|habitante?|mineure?|majeure?"
    r"|adulte|personne|voisine?|commercante?|soignante?|professionnel(?:le)?|gardien(?:ne)?"
    r"|benevole|responsable|intervenante?|membre)\b"
)
"""Les mots de l'équipe, et ceux que la récriture écrit elle-même pour quelqu'un."""


def parle_d_une_personne(phrase: str) -> bool:
    """« une adolescente », « un premier jeune », « une soignante » ; `phrase` est repliée."""
    return _UNE_PERSONNE.search(phrase) is not None


def dit_un_jour(phrase: str) -> bool:
    """« dimanche », « depuis lundi » ; ni « le mercredi », ni « mardi et jeudi »."""
    return _JOUR.search(phrase) is not None


def compte_des_foyers(phrase: str) -> bool:
    """« six familles » : moins de dix, le compte d'un hall."""
    return _FOYERS.search(phrase) is not None


def renvoie_a_quelqu_un(phrase: str) -> bool:
    """« celui de la poubelle », « celle qui a parlé » : un autre fait dit qui c'est."""
    return _RENVOI.search(phrase) is not None
