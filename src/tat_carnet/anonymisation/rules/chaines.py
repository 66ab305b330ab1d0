"""Où finit un nom : « Yanis Le Goff », « aya mint ahmed », « jean-baptiste n'diaye »."""

from __future__ import annotations

from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import COURANT, mots, mots_de, natures, termes
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import (
    AMBIGU,
    COMMUN,
    FAMILLE,
    INCONNU,
    OUTIL,
    SUR,
    genre_de_mot,
)
from tat_carnet.anonymisation.sonorite import est_une_faute

FORTES: Final = mots_de(
    "da do dos del della di el al ben bin van von ould mint bint thi der den abd abdel ait hadj",
    "ibn",
    "abu mac mc ag",
)
"""Particules qui n'ont pas d'autre sens en français."""
PARTICULES: Final = FORTES | mots_de("de du le la bel")
_CLOSENT: Final = frozenset(",.;:)!?")
ELISIONS: Final = frozenset("nmtodk")
"""Lettres qu'une apostrophe attache à un nom : « N'Diaye », « M'Barek », « O'Connor »."""


def elide_un_nom(lecture: Lecture, rang: int) -> bool:
    """Vrai si la lettre de ce rang et le mot qui la suit forment un nom."""
    if lecture.forme(rang) not in ELISIONS or lecture.entre(rang + 1) != "'":
        return False
    suivant = lecture.forme(rang + 1)
    if len(suivant) < 3:
        return False
    if lecture.majuscule(rang):
        return lecture.majuscule(rang + 1) or genre_de_mot(suivant) in (FAMILLE, INCONNU)
    if lecture.forme(rang) == "d":
        return False
    if lecture.forme(rang) == "o" and genre_de_mot(suivant) == SUR:
        return True
    return genre_de_mot(suivant) in (FAMILLE, INCONNU) and not est_une_faute(suivant)


def est_breton(lecture: Lecture, rang: int) -> bool:
    """« Floc'h », « Guivarc'h » : aucun mot français ne s'élide devant un « h » après son « c »."""
    if lecture.entre(rang + 1) != "'" or lecture.forme(rang + 1)[:1] != "h":
        return False
    return len(lecture.forme(rang)) > 2 and lecture.forme(rang)[-1] == "c"


def ouvre_par_une_particule(lecture: Lecture, rang: int) -> bool:
    """« ait ahmed », « Van der Berg » : une particule forte, puis un nom."""
    if lecture.forme(rang) not in FORTES or not lecture.colle(rang + 1):
        return False
    suivant = rang + 1
    while lecture.forme(suivant) in FORTES and lecture.colle(suivant + 1):
        suivant += 1
    if lecture.majuscule(rang):
        return lecture.majuscule(suivant)
    forme = lecture.forme(suivant)
    return genre_de_mot(forme) in (SUR, FAMILLE) or _est_neuf(forme)


def fin_de_chaine(lecture: Lecture, rang: int) -> int:
    """Le rang du dernier mot du nom qui commence ici."""
    fin = rang
    while lecture.forme(fin) in PARTICULES and fin + 1 < len(lecture.formes):
        fin += 1
    if (fin == rang and elide_un_nom(lecture, rang)) or est_breton(lecture, fin):
        fin += 1
    while fin + 1 < len(lecture.formes) and lecture.colle(fin + 1):
        pas = _pas(lecture, fin + 1)
        if not pas:
            break
        fin += pas + est_breton(lecture, fin + pas)
    return fin


def suivi_d_un_nom(lecture: Lecture, rang: int) -> bool:
    """Vrai devant un autre nom, accolé (« junior amoussou ») ou coordonné (« rose et basile »)."""
    suivant = lecture.forme(rang + 1)
    if rang + 1 < len(lecture.formes) and lecture.colle(rang + 1):
        genre = genre_de_mot(suivant)
        capitale = lecture.majuscule(rang + 1) and not lecture.sigle(rang + 1)
        if genre in (SUR, FAMILLE) or (capitale and genre in (AMBIGU, COMMUN)):
            return True
        if len(suivant) == 1 and lecture.entre(rang + 2)[:1] == "." and suivant not in "cjlmnst":
            return True
        if genre == INCONNU and len(suivant) > 3:
            clos = lecture.entre(rang + 2).strip()[:1] in _CLOSENT or rang + 2 == len(
                lecture.formes
            )
            if clos or not est_une_faute(suivant):
                return True
    return _coordonne(lecture, rang, 1) or _coordonne(lecture, rang, -1)


def _coordonne(lecture: Lecture, rang: int, sens: int) -> bool:
    """Vrai si « et », « ou », « + », « / » relient ce mot à un prénom sûr."""
    voisin = rang + sens
    signe = lecture.entre(max(rang, voisin)).strip()
    if signe in ("+", "/", "&"):
        return genre_de_mot(lecture.forme(voisin)) in (SUR, AMBIGU)
    if lecture.forme(voisin) not in ("et", "ou"):
        return False
    suivant = voisin + sens
    if lecture.forme(suivant) in ("de", "a", "avec", "chez"):
        suivant += sens
    return genre_de_mot(lecture.forme(suivant)) == SUR


def _pas(lecture: Lecture, rang: int) -> int:
    """De combien de mots le nom se prolonge à ce rang."""
    if elide_un_nom(lecture, rang):
        return 2
    if est_breton(lecture, rang):
        return 1
    if _prolonge(lecture, rang):
        return 1
    if lecture.forme(rang) not in PARTICULES:
        return 0
    pas = 1
    while lecture.forme(rang + pas) in PARTICULES and lecture.colle(rang + pas):
        pas += 1
    return pas + 1 if _prolonge_apres_particule(lecture, rang + pas) else 0


def _prolonge(lecture: Lecture, rang: int) -> bool:
    """Vrai si ce mot fait partie du nom commencé avant lui."""
    forme = lecture.forme(rang)
    genre = genre_de_mot(forme)
    if lecture.entre(rang) == "-":
        return forme.isalpha() and forme not in ctx.INVERSIONS
    if genre in (SUR, FAMILLE):
        return True
    if len(forme) == 1:
        return _initiale(lecture, rang)
    if lecture.majuscule(rang):
        public = forme in termes("publics") and genre_de_mot(lecture.forme(rang - 1)) == SUR
        return genre == INCONNU if lecture.sigle(rang) else genre < OUTIL or public
    if lecture.majuscule(rang - 1):
        return False
    if genre_de_mot(lecture.forme(rang - 1)) == SUR and _est_repandu(forme):
        return _est_un_nom_de_famille(lecture, rang)
    if len(forme) < 3:
        return False
    if genre == COMMUN and mots()[forme] <= 2 * COURANT:
        return not forme.endswith(ctx.DESINENCES)
    if genre == INCONNU and est_une_faute(forme):
        suite = lecture.entre(rang + 1).strip()[:1]
        return len(forme) > 4 and suite in (",", "(", ";", ")") and lecture.entre(rang) == " "
    return genre == INCONNU


def _est_un_nom_de_famille(lecture: Lecture, rang: int) -> bool:
    """« kévin petit ce matin », mais non « kévin petit frère de » ni « sonia berger allemand »."""
    forme, suivant = lecture.forme(rang), lecture.forme(rang + 1)
    nature = natures().get(forme, "n")
    if nature[0] in "ovi" and forme not in _COURTS:
        rare = mots().get(forme, 0) < _RARE
        return rare and suivant not in ctx.DETERMINANTS and lecture.entre(rang + 1) != "'"
    if lecture.entre(rang + 1) != " " or suivant in ctx.VERBES or suivant in ctx.DETERMINANTS:
        return True
    return natures().get(suivant, "o")[0] not in ("na" if "a" in nature else "a")


def _est_repandu(forme: str) -> bool:
    """Vrai d'un nom de famille, même s'il est aussi un mot : « petit », « marchand »."""
    if forme in termes("noms_de_famille"):
        return True
    return forme in termes("noms_ine") and mots().get(forme, 0) < _RARE


_RARE: Final = 3000
_COURTS: Final = mots_de("ba li sy ly dia he ho lo wu")


_APRES_INITIALE: Final = mots_de("qui et ou ni il elle dans devant chez avec pour hier aussi")
"""Ce qui, derrière une lettre qu'on élide, dit qu'elle ne l'est pas."""
_ELISIONS: Final = frozenset(("s il", "t il", "t elle", "d ou", "l ou", "c et"))


def _initiale(lecture: Lecture, rang: int) -> bool:
    """« Lina B », « sohan r. » : une lettre qui n'est ni un mot ni une élision."""
    suite = lecture.entre(rang + 1)[:1]
    if lecture.majuscule(rang):
        return suite in ("", " ", ".", ",", ")", ":", "?", "!")
    if suite == "." and lecture.forme(rang) == "a":
        return genre_de_mot(lecture.forme(rang - 1)) == SUR
    if suite in (".", ",", "") or lecture.entre(rang + 1) == " (":
        return lecture.forme(rang) not in ("a", "y", "o")
    if not (lecture.sans_casse and suite == " "):
        return False
    if lecture.forme(rang) in "cdjlmnpst":  # « moussa t qui dort », mais « karim s est battu »
        return f"{lecture.forme(rang)} {lecture.forme(rang + 1)}" not in _ELISIONS and (
            lecture.forme(rang + 1) in _APRES_INITIALE
        )
    return lecture.forme(rang) in "bfghkqrvwxz"


def _prolonge_apres_particule(lecture: Lecture, rang: int) -> bool:
    """« Le Goff », « da Silva », « jo la pince »."""
    if rang >= len(lecture.formes) or not lecture.colle(rang):
        return False
    particule, forme = lecture.forme(rang - 1), lecture.forme(rang)
    if f"{particule} {forme}" in termes("noms_de_famille"):
        return True
    if particule in FORTES:
        return forme not in ctx.VERBES and forme not in ctx.OUTILS and len(forme) > 2
    if lecture.majuscule(rang - 1):
        return lecture.majuscule(rang) or genre_de_mot(forme) in (FAMILLE, INCONNU)
    if particule in ("de", "du") or forme in ctx.VERBES or not forme.isalpha():
        return particule == "de" and (genre_de_mot(forme) == FAMILLE or _est_neuf(forme))
    return _est_une_epithete(lecture, rang)


def _est_neuf(forme: str) -> bool:
    return len(forme) > 3 and genre_de_mot(forme) == INCONNU and not est_une_faute(forme)


def _est_une_epithete(lecture: Lecture, rang: int) -> bool:
    """« jo la pince », « kiki le bricoleur » : ce qui suit l'article clôt le nom."""
    forme = lecture.forme(rang)
    suite = lecture.entre(rang + 1).strip()[:1]
    libre = suite in (".", ",", ")", '"', ":", "!", "?") or rang + 1 == len(lecture.formes)
    suivant = lecture.forme(rang + 1)
    nominal = not forme.endswith(ctx.DESINENCES) or forme in termes("surnoms")
    return (
        nominal
        and (libre or suivant in ctx.VERBES or suivant in ("il", "elle", "qui"))
        and (lecture.majuscule(rang) or not lecture.majuscule(rang - 2))
    )
