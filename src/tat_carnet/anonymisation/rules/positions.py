"""La place d'un mot dans sa phrase : sujet, possesseur, en tête de proposition."""

from __future__ import annotations

from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, nature_de, natures, prenoms, termes
from tat_carnet.anonymisation.marques import marque
from tat_carnet.anonymisation.rules import contextes as ctx

_ELIDES: Final = mots_de("ma sa ta la na ses sest se c cest mon")
"""« ma dit », « ses fait » : « m'a dit », « s'est fait » tapés sans apostrophe."""
_REGIMES: Final = mots_de("la le les")
_APPELS: Final = mots_de(
    "wallah wlh ptn putain wesh wsh frere frerot mdr bref bon alors eh hey hein bah ben oui non",
    "ouais hier aujourd ajd demain tjr tjrs apres samedi dimanche lundi mardi mercredi jeudi",
    "vendredi pcq parske psk sinon pareil sauf genre franchement normalement apparemment askip",
)
_MOMENTS: Final = mots_de("soir matin midi nuit aprem soiree hui")
_AVANT_MOMENT: Final = mots_de("ce cette le hier ajd d aujourd demain au")
_AUXILIAIRES: Final = mots_de("a avait est etait ont sont")
_PRONOMS: Final = mots_de("m t l s nous vous lui les n y")
OUVRENT_UN_ACTE: Final = _PRONOMS | _AUXILIAIRES
"""Ce par quoi commence tout ce que `agit` reconnaît."""
_LIAISONS: Final = mots_de("et mais donc car or parce quand si puis alors que qu ke comme")
_OUVREURS: Final = _LIAISONS | _APPELS


def possede(lecture: Lecture, rang: int) -> bool:
    """« la mère de X », « la maman à X »."""
    lien = lecture.forme(rang - 1)
    if lien not in ("de", "d", "a") or lecture.forme(rang - 2) not in ctx.PARENTS:
        return False
    return lien != "a" or not _est_un_auxiliaire(lecture, rang - 1)


def _est_un_auxiliaire(lecture: Lecture, rang: int) -> bool:
    """« sa sœur a chanté », « son frère, a revoir » : un verbe suit ce « a », non quelqu'un."""
    suivant = lecture.forme(rang + 1)
    if lecture.brut_de(rang) in ("à", "À") or suivant in prenoms():
        return False
    if lecture.brut_de(rang + 1).lower().endswith(("é", "oir")):
        return True
    return not {"p", "i"}.isdisjoint(nature_de(suivant)) or suivant in termes("verbes")


def est_sujet(lecture: Lecture, rang: int) -> bool:
    """Vrai si un verbe à la troisième personne suit."""
    if lecture.brut_de(rang + 1) in ("à", "À"):
        return False
    suivant = lecture.forme(rang + 1)
    if lecture.entre(rang + 1) not in (" ", ", "):
        return False
    if suivant in ctx.VERBES:
        return True
    if suivant in termes("verbes"):
        return lecture.brut_de(rang + 1)[-1:].lower() != "é"
    apres = lecture.forme(rang + 2)
    if suivant in _ELIDES:
        return "p" in natures().get(apres, "")
    agi = apres in termes("verbes") or (apres in ("a", "ont") and lecture.brut_de(rang + 2) != "à")
    return suivant in _REGIMES and agi


VERBAL: Final = marque(
    lambda forme: (
        forme in ctx.VERBES or forme in termes("verbes") or forme in _ELIDES or forme in _REGIMES
    )
)
"""Ce par quoi commence tout ce qui fait d'un mot un sujet, pour `est_sujet`."""


def agit(lecture: Lecture, rang: int, actes: frozenset[str]) -> bool:
    """« … a retrouvé du boulot », « … m'a pas dit » : le mot de ce rang a fait un de ces actes."""
    if lecture.forme(rang + 1) not in OUVRENT_UN_ACTE:
        return False
    suite = [lecture.forme(rang + pas) for pas in range(1, 5)]
    if suite[0] in _PRONOMS and suite[1] in _AUXILIAIRES:
        del suite[0]
    if suite[0] not in _AUXILIAIRES or lecture.entre(rang + 1) != " ":
        return False
    return suite[2 if suite[1] in ctx.ADVERBES else 1] in actes


def ouvre_une_proposition(lecture: Lecture, rang: int) -> bool:
    """Vrai en tête de phrase, derrière une virgule ou une liaison."""
    if lecture.ouvre_une_phrase(rang) or "," in lecture.entre(rang):
        return True
    avant = lecture.forme(rang - 1)
    if avant in _OUVREURS:
        return True
    return avant in _MOMENTS and lecture.forme(rang - 2) in _AVANT_MOMENT | {""}
