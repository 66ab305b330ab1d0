"""Âges exacts, en chiffres, en lettres ou abrégés ; une tranche ou une durée n'en est pas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lexiques import mots_de
from tat_carnet.anonymisation.nombres import EN_LETTRES, NOMBRES
from tat_carnet.anonymisation.pliage import CHIFFRES, Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.genres import AMBIGU, FAMILLE, INCONNU, SUR, genre_de_mot
from tat_carnet.anonymisation.rules.motifs import chercher

_NOMBRE: Final = rf"(?:1?\d{{1,2}}|{EN_LETTRES})"
_AGE: Final = re.compile(
    rf"(?<![\w/,.])(?<!\d[ -])(?<!\w-)(?P<nombre>{_NOMBRE}) ?(?:ans?\b(?: et demie?)?|piges\b"
    rf"|balais\b|printemps\b|lanne\b|anos\b|yo\b)"
    r"|(?<![\w/,.-])\d{1,2}a(?:1⁄2)?(?![\w'-])"
    rf"|\b(?:de|a|bebe de|petite? de) (?P<mois>{_NOMBRE} mois)(?= ?[,.;)]| et | dans | a |$)"
    r"|\bla (?:vingt|trent|quarant|cinquant|soixant)aine\b"
    r"|\b(?:vingt|trent|quarant|cinquant|soixant)aine d'annees"
    rf"|(?<!entre )(?<![\d-])\b(?P<deux>{_NOMBRE}),? (?:et|ou) (?={_NOMBRE} ans\b)"
)
_DUREE_AVANT: Final = re.compile(
    r"(?:\b(?:depuis|pendant|il y a|y a|ya|dans|apres|en|tous les|toutes les|durant|d'ici"
    r"|(?<!pas )plus d[e']"
    r"|moins d[e']|fait|premie?r?e?s?|dernie?r?e?s?|prochains?|au bout de|prend|pris|ferme"
    r"|condamnee? a|bail de|cdd de"
    r"|peine de|retard de|attente de|silence de|en moyenne|ces|quelques|entre \d\d? et"
    r"|de \d\d? a|sur|metier de"
    r"|mandat de|contrat de)|(?<!bloc )(?<!hall )(?<!bat )\b\d\d? ?(?:-|a|/))"
    r" ?(?:environ |plus de |presque |a peu pres )?(?:les )?$"
)
_POSSEDE: Final = re.compile(
    r"(?<!y )\b(?:a|avait|ont|aura|avaient|agee?s? de|fete ses|ses|leurs) (?:a peine "
    r"|tout juste |bientot |presque |deja |que )?$"
)
_DUREE_APRES: Final = re.compile(
    r" ?(?:qu[e']|de (?:silence|prison|ferme|sursis|galere|retard|travail|boite|metier|service"
    r"|mariage"
    r"|presence|quartier|suivi|bail|loyers?|vie|maison|pratique|experience|terrain|relation"
    r"|procedure"
    r"|rue|usine|cours|detention|formation|stage|suspension|fidelite|bons|attente)|dans le "
    r"|dans la |dans l'|au |plus tard"
    r"|d'anciennete|d'attente|d'experience|ferme|apres|avant|sans|a la |que |au m|minimum|max"
    r"|et plus|et moins|durant|ensemble|ici\b|jour pour jour)"
)
_SEUL: Final = re.compile(
    r"\b(?:age(?:e|s)? de|vient d'avoir|a tout juste|a peine|il a|elle a|ils ont|fete ses) "
    r"(?P<x>1[0-9]|2[0-5]|[5-9])(?=\s*[,.;!)]|$| (?:mais|et|je|askip|donc|alors|pas|max|genre|il"
    r"|elle|maintenant|mtn)\b)"
)
_NOMME: Final = re.compile(
    r"(?<![a-z])(?P<nom>[a-z]{3,30}) (?P<x>[6-9]|1\d|2[0-5])(?=\s*(?:[,.;!?)]|$))"
)
_DONNE: Final = re.compile(
    rf"\b(?:donne|donnerait|dirais|paraît|parait) (?P<x>\d{{1,2}})(?=\s*(?:[.,;!?)]|$))"
    rf"|\b(?P<y>{EN_LETTRES}[ ,-]+(?:ou )?{EN_LETTRES}(?: ans)?)(?: pas plus| ans| a peine)\b"
    r"|\bdans les (?P<z>(?:1\d|2[0-5]) ans)\b"
)
_EN_CHIFFRES: Final = frozenset((CHIFFRES,))
_DIZAINES: Final = mots_de("vingtaine trentaine quarantaine cinquantaine soixantaine")
_UNITES: Final = _DIZAINES | mots_de("an ans a piges balais printemps lanne anos yo mois")
_ABREGE: Final = re.compile(
    r"(?<![\w.,/-])(?P<x>[1-9]\d? a)(?= ?(?:[;,.)]|$))|\b(?:[a-z]\.){1,2},? \(?(?P<y>[5-9]"
    r"|[1-7]\d)(?=[,)])"
)
_APPOSE: Final = re.compile(r"(?<![a-z])(?P<nom>[a-z]{2,30}),? \(?(?P<x>[5-9]|[1-9]\d)(?=[,)]| - )")


def reperer(note: Note) -> Iterator[Repere]:
    """Les âges dits, sauf ceux que l'entourage désigne comme une durée ou une tranche."""
    texte = note.plie
    if note.vocabulaire.isdisjoint(NOMBRES | _DIZAINES):
        return
    for trouve in _AGE.finditer(texte) if not _UNITES.isdisjoint(note.vocabulaire) else ():
        groupe = next((g for g in ("mois", "deux") if trouve[g]), 0)
        debut, fin = trouve.span(groupe)
        if not _est_une_duree(texte, debut, fin):
            yield Repere(debut, fin, Categorie.age, Niveau.masquer)
    yield from _apposes(note)
    yield from chercher(note, _DONNE, Categorie.age)
    for motif in (_ABREGE, _SEUL):
        yield from chercher(note, motif, Categorie.age, si=_EN_CHIFFRES)


def _apposes(note: Note) -> Iterator[Repere]:
    """« Loane, 16, » : un nombre entre virgules derrière un nom."""
    if CHIFFRES not in note.vocabulaire:
        return
    for motif, genres in ((_APPOSE, (SUR, AMBIGU, FAMILLE, INCONNU)), (_NOMME, (SUR,))):
        for trouve in motif.finditer(note.plie):
            if genre_de_mot(trouve["nom"]) in genres:
                yield Repere(trouve.start("x"), trouve.end("x"), Categorie.age, Niveau.masquer)


def _est_une_duree(texte: str, debut: int, fin: int) -> bool:
    avant = texte[max(0, debut - 24) : debut]
    if _POSSEDE.search(avant):
        return False
    if _DUREE_APRES.match(texte, fin):
        return True
    return bool(_DUREE_AVANT.search(avant))
