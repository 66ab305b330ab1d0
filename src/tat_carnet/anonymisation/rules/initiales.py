"""Initiales : « K. B. », « Mme D. », « H.Z. », « V.-L. », « on dira AK »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import INCONNU, genre_de_mot
from tat_carnet.anonymisation.rules.motifs import chercher
from tat_carnet.anonymisation.rules.positions import est_sujet, ouvre_une_proposition

_POINTEES: Final = re.compile(
    r"(?<![\w.@/])(?:[a-z](?:\. ?-?|-)[a-z](?:\. ?-?[a-z])?\.(?: [a-z]\.)?(?!\w)"
    r"|[a-z]\.-?[a-z](?:\.[a-z])?(?![\w.@]))"
)
_COURANTES: Final = mots_de("ie cad pm am nb ps rv qpv cv pj po cf ras rdv svp ddn hlm nbr")
"""Deux lettres pointées qui ne sont pas quelqu'un, sauf devant un âge ou derrière « vu »."""
_CIVILITE: Final = re.compile(
    r"\b(?:mme|mlle|mr|monsieur|madame|mademoiselle|famille) "
    r"(?P<x>[b-km-xz](?:[.-][a-z])?\.?)(?![\w'])"
)
_ANNONCEE: Final = re.compile(r"\b(?:chez|avec|vu|jeune|petite?|pour) (?P<x>[b-km-oq-xz]\.)(?!\w)")
_SEULE: Final = re.compile(r"(?<![\w.'’@/-])[A-LN-Z]\.(?=\s[a-zà-ÿ(]|[,;:)»]|\s*$|\s[-→+/])")
_AVANT_PAIRE: Final = mots_de(
    "vu vue avec chez parle appel appele croise croisee rencontre et recu suivi dira mere",
    "pere frere soeur dit par pour a selon jeune petit petite contre relance rappeler note ecris",
    "met mets suivi situation dossier jeune mineur mineure",
)


def reperer(lecture: Lecture) -> Iterator[Repere]:
    """Deux initiales pointées, ou une seule derrière ce qui annonce quelqu'un."""
    for repere in chercher(lecture, _POINTEES, Categorie.initiales):
        lettres = re.sub(r"\W", "", lecture.plie[repere.debut : repere.fin])
        if lettres not in _COURANTES or _AGE.match(lecture.plie, repere.fin):
            yield repere
    yield from chercher(lecture, _CIVILITE, Categorie.initiales)
    yield from chercher(lecture, _ANNONCEE, Categorie.initiales)
    if lecture.sans_casse:
        yield from _lettres(lecture)
    else:
        yield from _seules(lecture, lecture)


def _seules(note: Note, lecture: Lecture) -> Iterator[Repere]:
    """Une capitale seule, ou deux ou trois qui ne sont pas un sigle du métier."""
    for rang, mot in enumerate(lecture.mots):
        if len(mot.forme) > 3:
            continue
        brut = lecture.brut_de(rang)
        if len(brut) == 1 and brut in _LETTRES:
            pointee = note.plie[mot.fin : mot.fin + 1] == "."
            if (
                _SEULE.match(note.brut, note.origines[mot.debut])
                if pointee
                else _nue(lecture, rang)
            ):
                yield Repere(mot.debut, mot.fin + pointee, Categorie.initiales, Niveau.masquer)
            elif (
                brut != "M"
                and lecture.entre(rang)[-1:] in ("", " ", "(")
                and lecture.entre(rang + 1)[:1] != "'"
            ):
                yield Repere(mot.debut, mot.fin, Categorie.initiales, Niveau.verifier)
        elif len(brut) in (2, 3) and lecture.sigle(rang) and genre_de_mot(mot.forme) == INCONNU:
            suite = lecture.entre(rang + 1)[:2].strip()
            annonce = lecture.forme(rang - 1) in _AVANT_PAIRE or suite[:1] in ("", *",.;:(")
            niveau = Niveau.masquer if annonce and len(brut) == 2 else Niveau.verifier
            yield Repere(mot.debut, mot.fin, Categorie.initiales, niveau)


def _nue(lecture: Lecture, rang: int) -> bool:
    """« vu K hier », « S a dit » : ni un bâtiment, ni une vitamine."""
    if lecture.entre(rang)[-1:] not in ("", " ", "(") or lecture.entre(rang + 1)[:1] in ("'", "-"):
        return False
    avant = lecture.forme(rang - 1)
    if avant in _AVANT_PAIRE or (avant in ("que", "qu") and est_sujet(lecture, rang)):
        return True
    elidee = lecture.forme(rang) in _ELIDEES
    return lecture.ouvre_une_phrase(rang) and est_sujet(lecture, rang) and not elidee


def _lettres(lecture: Lecture) -> Iterator[Repere]:
    """Sans majuscules : « vu s et r », « l. a demandé », « kb n'est pas venu »."""
    precedente = -2
    for rang, mot in enumerate(lecture.mots):
        if len(mot.forme) > 3 or not mot.forme.isalpha():
            continue
        niveau = _niveau(lecture, rang, precedente)
        if niveau is not None:
            precedente = rang
            pointee = lecture.plie[mot.fin : mot.fin + 1] == "." and len(mot.forme) == 1
            yield Repere(mot.debut, mot.fin + pointee, Categorie.initiales, niveau)


def _niveau(lecture: Lecture, rang: int, precedente: int) -> Niveau | None:
    """Ce que vaut une lettre, ou deux ou trois qui ne font pas une syllabe."""
    forme, suite = lecture.forme(rang), lecture.entre(rang + 1)
    if lecture.entre(rang)[-1:] not in ("", " ", "(", "/", "+") or suite[:1] in (
        "'",
        "-",
        "@",
        "/",
    ):
        return None
    if rang and not lecture.entre(rang):
        return None
    relie = lecture.forme(rang - 1) in ("et", "ou") and precedente == rang - 2
    annonce = lecture.forme(rang - 1) in _AVANT_PAIRE and lecture.entre(rang) == " "
    sujet = ouvre_une_proposition(lecture, rang) and est_sujet(lecture, rang)
    if len(forme) > 1:
        dites = lecture.forme(rang - 1) in _DITES and len(forme) == 2
        if genre_de_mot(forme) != INCONNU or len({*forme}) == 1:
            return None
        if set(forme) & set("aeiouy") and not dites:
            return None
        isole = lecture.entre(rang).strip()[-1:] in ("(", ";", "+") and suite.strip()[:1] in ";)+,"
        sur = (annonce or sujet or relie or isole or dites) and len(forme) == 2
        return Niveau.masquer if sur else Niveau.verifier
    if forme not in _MINUSCULES or lecture.forme(rang + 1) == "ex":
        return None
    pointee, finit = suite[:1] == ".", suite.strip()[:1] in (*",.;:)+", "")
    finit = finit and (suite.strip() != "" or lecture.forme(rang + 1) in ("", "et", "ou", "qui"))
    nomme = lecture.forme(rang - 1) in _DITES and lecture.entre(rang) == " "
    if relie or nomme or (annonce and (finit or forme not in _SMS)):
        return Niveau.masquer
    if sujet and (pointee or forme not in _SMS):
        return Niveau.masquer
    if pointee and est_sujet_pointe(lecture, rang):
        return Niveau.masquer
    doute = annonce or pointee or sujet or (finit and forme not in _SMS)
    return Niveau.verifier if doute or lecture.forme(rang - 1) in ("que", "qu", "ke") else None


def est_sujet_pointe(lecture: Lecture, rang: int) -> bool:
    """« l. a demandé », « w. s'est excusé » : le point est celui de l'initiale."""
    return lecture.forme(rang + 1) in ctx.VERBES and lecture.entre(rang + 1) == ". "


_DITES: Final = mots_de("dira dirai note noterai petit petite jeune initiales initiale lettre")
"""Ce qui suit est une initiale, voyelle ou lettre d'élision comprise."""
_AGE: Final = re.compile(r",? \(?\d{1,2} ?(?:a|ans?|piges)?\b")
_SMS: Final = frozenset("cgjtdlmnsk")
_MINUSCULES: Final = frozenset("bcdefghijklmnpqrstuvwxz")
_ELIDEES: Final = frozenset("cgjt")
"""« G vu », « C bien » : j'ai, c'est, dans un message."""
_LETTRES: Final = frozenset("BCDEFGHIJKLMNPQRSTUVWXZ")
