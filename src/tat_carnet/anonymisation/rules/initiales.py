"""Initiales pointées ou derrière une civilité : « K. B. », « Mme D. », « H.Z. », « V.-L. »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.departs import Famille
from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, termes
from tat_carnet.anonymisation.marques import marque
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.anonymisation.rules.initiales_nues import AGE, lettres_nues
from tat_carnet.anonymisation.rules.lettres_expliquees import est_un_numero
from tat_carnet.anonymisation.rules.motifs import chercher
from tat_carnet.anonymisation.rules.positions import est_sujet

_POINTEES: Final = re.compile(
    r"(?<![\w.@/])(?:[a-z](?:\. ?-?|-)[a-z](?:\. ?-?[a-z])?\.(?: [a-z]\.)?(?!\w)"
    r"|[a-z]\. ?(?:d(?:e |u |a |'|e la |es |os |\. ?)(?:l'|l\. ?)?|(?:el|al|ait|ben|bel|van|von"
    r"|le|la|ould|mac) )[a-z]\.(?!\w)"
    r"|[a-z]\.-?[a-z](?:\.[a-z])?(?![\w.@]))"
)
_COURANTES: Final = mots_de("ie cad pm am nb ps rv qpv cv pj po cf ras rdv svp ddn hlm nbr")
"""Deux lettres pointées qui ne sont pas quelqu'un, sauf devant un âge ou derrière « vu »."""
_CIVILITE: Final = re.compile(
    r"\b(?:mme|mlle|mr|monsieur|madame|mademoiselle|famille) "
    r"(?P<x>[b-km-xz](?:[.-][a-z])?\.?)(?![\w'])"
)
_ANNONCEE: Final = re.compile(
    r"\b(?:chez|avec|vu|jeune|petite?|pour|appel|appel de|rdv|nouvelles de) "
    r"(?P<x>[b-knoq-xz]\.)(?!\w)"
)
_DEUX_LETTRES: Final = re.compile(
    r"\b(?:pour|avec|chez|vue?|sans|contre|appelle|crois[e]) (?P<x>[a-z]{2}\.)(?=,| [a-z(])"
)
"""« de l'aide pour J. et pour Ma., pas pour Mi., » : la capitale le dit."""
_GRAND_B: Final = re.compile(r"\b(?P<x>(?:grand|petit|gros|ptit) [a-z])\b(?![.'’°-])")
_ACTE: Final = re.compile(
    r" (?:passe|dit|vient|attend|dort|pleure|rit|demande|refuse|habite|traine|rentre|accepte|veut"
    r"|parle|m'a|nous a|lui|ne veut)\b"
)
"""« C.V. passe le voir » : ce que seul quelqu'un fait."""
_OUVERTES: Final = re.compile(r"(?<![\w.@/'])[a-z](?:-|\. )[b-xz](?![\w.'@/-])")
"""« J-P », « S. D » : le dernier point manque ; il y faut la casse, ou la place de quelqu'un."""
_MASQUEES: Final = re.compile(
    r"(?<![\w.@/*])(?:[a-z]{1,3}\*{2,5}|[a-z]\*|[b-xz]\.{2,3}(?= [a-z]))(?![\w*])"
)
"""« K*** », « K… » : qui écrit ainsi cache déjà quelqu'un."""
_ECRITES: Final = Famille(_POINTEES, _CIVILITE, _ANNONCEE, _OUVERTES, _DEUX_LETTRES, _GRAND_B)
_LETTRE: Final = marque(lambda forme: len(forme) == 1 and forme.isalpha())


def reperer(lecture: Lecture) -> Iterator[Repere]:
    """Deux initiales pointées, une seule derrière ce qui l'annonce, puis les lettres nues."""
    if lecture.rangs_de(_LETTRE) or "**" in lecture.plie:
        sures = list(_pointees(lecture))
        yield from sures
        yield from lettres_nues(lecture, sures)
    else:
        yield from lettres_nues(lecture, ())


def _pointees(lecture: Lecture) -> Iterator[Repere]:
    cachees = "*" in lecture.plie or ".." in lecture.plie
    if not (cachees or lecture.departs.parmi(_ECRITES)):
        return
    for repere in chercher(lecture, _POINTEES, Categorie.initiales):
        lettres = re.sub(r"\W", "", lecture.plie[repere.debut : repere.fin])
        ecrit = lecture.brut[slice(*lecture.bornes(repere.debut, repere.fin))]
        melees = not (ecrit.isupper() or ecrit.islower())  # « M. d. S. » n'est pas la MDS
        sigle = len(lettres) > 2 and not melees and lettres in termes("metier")
        if not (sigle or lettres in _COURANTES) or _est_age_ou_agit(lecture.plie, repere.fin):
            yield repere
    yield from _capitales(lecture)
    yield from chercher(lecture, _CIVILITE, Categorie.initiales)
    yield from chercher(lecture, _ANNONCEE, Categorie.initiales)
    if cachees:
        yield from _masquees(lecture)
    for repere in chercher(lecture, _OUVERTES, Categorie.initiales):
        if _designe(lecture, lecture.rangs[repere.debut]):
            yield repere


def _est_age_ou_agit(texte: str, fin: int) -> bool:
    """« C.V. 15 ans », « C.V. passe le voir »."""
    return AGE.match(texte, fin) is not None or _ACTE.match(texte, fin) is not None


def _capitales(lecture: Lecture) -> Iterator[Repere]:
    """« pour Ma., », « Grand B demande » : la capitale, dans une note qui a la casse."""
    if lecture.sans_casse:
        return
    for repere in chercher(lecture, _DEUX_LETTRES, Categorie.initiales):
        if lecture.majuscule(lecture.rangs[repere.debut]):
            yield repere
    for repere in chercher(lecture, _GRAND_B, Categorie.initiales):
        rang = lecture.rangs[repere.debut]
        if lecture.majuscule(rang) and lecture.majuscule(rang + 1):
            yield repere


def _masquees(lecture: Lecture) -> Iterator[Repere]:
    """Les lettres étoilées, et la capitale que des points suivent."""
    for repere in chercher(lecture, _MASQUEES, Categorie.initiales):
        etoile = lecture.plie[repere.fin - 1] != "."
        if etoile or lecture.majuscule(lecture.rangs[repere.debut]):
            yield repere


def _designe(lecture: Lecture, rang: int) -> bool:
    """« J-P va mieux », « vu S. D et sa sœur » ; mais non « bât. A-C » ni « K. C'est ouvert »."""
    if est_un_numero(lecture, rang):
        return False
    suite = lecture.entre(rang + 2).strip()[:1]
    finit = suite in (*",;:)!?",) or lecture.forme(rang + 2) in ("et", "ou", "")
    capitales = lecture.majuscule(rang) and lecture.majuscule(rang + 1)
    if capitales:
        return finit or est_sujet(lecture, rang + 1)
    trait = lecture.sans_casse and lecture.entre(rang + 1) == "-"
    return trait and lecture.ouvre_une_phrase(rang) and est_sujet(lecture, rang + 1)
