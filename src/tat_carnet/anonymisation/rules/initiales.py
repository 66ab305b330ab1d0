"""Initiales : « K. B. », « Mme D. », « H.Z. », « V.-L. », « on dira AK »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.motifs import chercher
from tat_carnet.anonymisation.rules.noms import INCONNU, genre_de_mot
from tat_carnet.anonymisation.rules.noms_ambigus import est_sujet

_POINTEES: Final = re.compile(
    r"(?<![\w.@/])(?:[a-z](?:\. ?-?|-)[a-z](?:\. ?-?[a-z])?\.(?: [a-z]\.)?(?!\w)"
    r"|[a-z]\.-?[a-z](?:\.[a-z])?(?![\w.@]))"
)
_COURANTES: Final = mots_de(
    "ie cad pm am nb ps rv qpv cv pj po cf ap ras rdv svp ddn hlm nbr dm ds gs pe md jf jm ca",
)
_CIVILITE: Final = re.compile(
    r"\b(?:mme|mlle|mr|monsieur|madame|mademoiselle|famille) "
    r"(?P<x>[b-km-xz](?:[.-][a-z])?\.?)(?![\w'])"
)
_ANNONCEE: Final = re.compile(r"\b(?:chez|avec|vu|jeune|petite?|pour) (?P<x>[b-km-oq-xz]\.)(?!\w)")
_SEULE: Final = re.compile(r"(?<![\w.'’@/-])[A-LN-Z]\.(?=\s[a-zà-ÿ(]|[,;:)»]|\s*$|\s[-→+/])")
_AVANT_PAIRE: Final = mots_de(
    "vu vue avec chez parle appel appele croise croisee rencontre et recu suivi dira mere",
    "pere frere soeur dit par pour a selon jeune petit petite contre relance rappeler",
)


def reperer(lecture: Lecture) -> Iterator[Repere]:
    """Deux initiales pointées, ou une seule derrière ce qui annonce quelqu'un."""
    for repere in chercher(lecture, _POINTEES, Categorie.initiales):
        lettres = re.sub(r"\W", "", lecture.plie[repere.debut : repere.fin])
        if lettres not in _COURANTES:
            yield repere
    yield from chercher(lecture, _CIVILITE, Categorie.initiales)
    yield from chercher(lecture, _ANNONCEE, Categorie.initiales)
    if not lecture.sans_casse:
        yield from _seules(lecture, lecture)


def _seules(note: Note, lecture: Lecture) -> Iterator[Repere]:
    """Une capitale seule, ou deux ou trois qui ne sont pas un sigle du métier."""
    for rang, mot in enumerate(lecture.mots):
        brut = lecture.brut_de(rang)
        if len(brut) == 1 and brut in _LETTRES:
            pointee = note.plie[mot.fin : mot.fin + 1] == "."
            if (
                _SEULE.match(note.brut, note.origines[mot.debut])
                if pointee
                else _nue(lecture, rang)
            ):
                yield Repere(mot.debut, mot.fin + pointee, Categorie.initiales, Niveau.masquer)
        elif len(brut) in (2, 3) and lecture.sigle(rang) and genre_de_mot(mot.forme) == INCONNU:
            suite = lecture.entre(rang + 1)[:2].strip()
            annonce = lecture.forme(rang - 1) in _AVANT_PAIRE or suite[:1] in ("", ",", ".")
            niveau = Niveau.masquer if annonce and len(brut) == 2 else Niveau.verifier
            yield Repere(mot.debut, mot.fin, Categorie.initiales, niveau)


def _nue(lecture: Lecture, rang: int) -> bool:
    """« vu K hier », « S a dit » : ni un bâtiment, ni une vitamine."""
    if lecture.entre(rang)[-1:] not in ("", " ", "(") or lecture.entre(rang + 1)[:1] in ("'", "-"):
        return False
    avant = lecture.forme(rang - 1)
    if avant in _AVANT_PAIRE:
        return True
    elidee = lecture.forme(rang) in _ELIDEES
    return lecture.ouvre_une_phrase(rang) and est_sujet(lecture, rang) and not elidee


_ELIDEES: Final = frozenset("cgjt")
"""« G vu », « C bien » : j'ai, c'est, dans un message."""
_LETTRES: Final = frozenset("BCDEFGHIJKLMNPQRSTUVWXZ")
