"""Âges sans unité : « il a 16 », « Loane, 16, », « F / 17 / », « un jeune de 2009 »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.departs import Famille
from tat_carnet.anonymisation.nombres import EN_LETTRES, EN_TOUTES_LETTRES, NOMBRES
from tat_carnet.anonymisation.pliage import CHIFFRES, Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.genres import AMBIGU, FAMILLE, INCONNU, SUR, genre_de_mot
from tat_carnet.anonymisation.rules.motifs import chercher

_DIT: Final = rf"(?:[5-9]|[1-9]\d|{EN_LETTRES})"
_QUI: Final = (
    r"(?:garcon|fille|gamine?|ado|adolescente?|mineure?|minote?|petite?|ptite?|jeune|homme|femme"
    r"|dame|monsieur|meuf|mec|type|gars|fils|frere|soeur|reuf|l'? ?autre|enfant|gosse|tiote?"
    r"|copine|copain|mna|eleve|jf|jh|jg|[fhgm](?=[ ,/(-]))"
)
_SEUL: Final = re.compile(
    r"\b(?:agee?s?(?: de)?|vient d'avoir|vient de (?:faire|passer)|v(?:a|ont) avoir"
    r"|va sur(?: ses)?|aura"
    r"|auront|bientot|(?:il|elle) dit(?: avoir)?|(?:il|elle) a fait|(?:qui|il|elle) en (?:a"
    r"|avait)|meme pas"
    r"|(?:grande?|petite?|ainee?|cadet(?:te)?|fils|fille|frere|soeur) a"
    r"|a tout juste|a peine|il a|elle a|ils ont|fete ses"
    r"|j'?ai|t'as|tu as|qu'il a|qu'elle a|qui a) "
    rf"(?P<x>1[0-9]|2[0-5]|[5-9]|(?!une?\b|deux\b|trois\b|quatre\b){EN_LETTRES})"
    r"(?=\s*[,.;!)]|$| (?:mais|et demi|je|askip|donc|alors|pas|max|genre|il"
    r"|elle|maintenant|mtn|en vrai|lui|demain|hier|depuis|en (?:janv|fevr|mars|avr|mai|juin"
    r"|juil|aout|sept|oct|nov|dec))\b)"
    r"|\b(?:ses|mes|tes) (?P<y>1\d|2[0-5]|(?:quinze|seize|dix-sept|dix-huit|vingt))"
    r"(?=\s*[,.;!)]|$| (?:la semaine|hier|demain|le|au|en|ce|cette|samedi|dimanche|lundi|mardi"
    r"|mercredi|jeudi|vendredi|ans)\b)"
    rf"|\bage ?[:=?]{{0,2}} ?(?P<z>\d{{1,2}}\b(?! ?(?:h|:)\d|-\d)|(?<=[:=?] )(?!une?\b|deux|trois"
    rf"|quatre){EN_LETTRES}\b)"
    r"|(?:^|[,;.] ?)(?P<v>[1-8]\d ?env(?:iron|\.)?)(?= ?[,;)])"
    rf"|\ben (?:parait|paraissait|fait|faisait|avoue|declare) (?:(?:a peine|bien|plus|pas"
    rf"|que|facile|meme pas) )?(?P<w>{_DIT})\b(?! (?:fois|autres|de|pour))"
)
_ANNONCE: Final = re.compile(
    r"\b(?:gosse|gamine?|petite?|jeune|ado|adolescente?|mineure?|minote?|fille|garcon|gars|mec"
    r"|meuf|eleve|enfant|homme|femme|dame|monsieur|mamie|papi|papy|type|collegien(?:ne)?"
    r"|lyceen(?:ne)?) de (?P<x>[5-9]|[1-9]\d"
    rf"|(?!une?\b|deux|trois|quatre){EN_LETTRES})"
    r"\b(?! ?(?:m(?!['\w])|(?:h|kg|kilos?|ans?|mois|metres?|jours|semaines|bis|ter|du|de)\b|%"
    r"|h\d|a \d|/"
    r"|-\d))"
    r"|\b(?:ont|avaient) (?P<y>(?:[5-9]|1\d)(?:, (?:[5-9]|1\d))* et (?:[5-9]"
    r"|1\d))(?=\s*(?:[,.;!?)]|$))"
    r"|\bans\b[^.!?\n]{0,40}?\b(?:lui|elle|autre|soeur|frere|cousine?|copine|petite?"
    r"|grande?)[ ,]{1,2}"
    rf"(?P<z>[5-9]|[1-7]\d|(?!une?\b|deux\b|trois\b|quatre\b){EN_LETTRES})"
    r"(?=\s*(?:[,.;!?)]|$)| (?:je|mais|et|on|ils?|elles?|y)\b)"
    rf"|\bans\b[^.!?\n]{{0,40}}?, (?P<w>(?!une?\b|deux\b|trois\b|quatre\b){EN_LETTRES})"
    r"(?= (?:a la|au|chez|selon|d'apres|pour)\b)"
    r"|\b(?:m'a|nous a|t'a|avait) dit (?P<v>(?!une?\b|deux\b|trois\b|quatre\b)"
    rf"{EN_LETTRES})(?=\s*(?:[,.;!?)]|$)| (?:a|mais|et|on|pas|depuis)\b)"
)
"""« un gosse de douze », « seize ans, lui vingt-deux » : l'unité se sous-entend."""
_COMPTES: Final = re.compile(
    r"\b(?:une?|deux|trois) de (?P<x>[5-9]|1\d)(?=\s*(?:[,.;)]|$)| et )"
    r"|\benfants? ?[(:] ?(?P<y>\d{1,2}(?:, ?\d{1,2})*(?: et |, ?)\d{1,2})(?=[ ).]|$)"
    r"|(?:^|[.;:•*\n] ?)[fghm](?P<z>1\d|[2-7]\d)(?= (?:en|assise?|ivre|seule?|vue?|dehors|sans"
    r"|avec)\b)"
    r"|[♀♂] ?(?P<w>\d{1,2})\b"
)
"""« un de 12 et un de 14 », « 3 enfants (2, 5 et 9) », « M13 en fugue »."""
_DEMI: Final = re.compile(
    r"(?<![\w,./:-])(?P<x>(?:[5-9]|1\d)(?:1⁄2| 1/2| et demie?\b))(?! ?(?:h\b|heures?|sur\b|/"
    r"|m\b|kg"
    r"|euros|de\b|pour\b|litres?))"
    r"|(?<!a )(?<!vers )\b(?P<y>(?:dix|onze|douze|treize|quatorze|quinze|seize|dix-sept)"
    r" et demie?)\b(?! (?:h|sur|de)\b)"
)
_ASSEZ_GRAND: Final = rf"(?:[6-9]|[1-9]\d|(?!une?\b|deux|trois|quatre|cinq\b){EN_LETTRES})"
_DONNE: Final = re.compile(
    rf"(?<!j'ai )(?<!jai )\b(?:donne|donnent|donnerait|donnerais|dirais|parait|di[st]|disent|disait"
    rf"|pretend|annonce|jure|avoue|avoir) (?P<x>{_ASSEZ_GRAND})"
    r"(?=\s*(?:[.,;!?)]|$)| (?:puis|au plus|au pif|a peine|a tout casser|pas plus|moi|l'os|les"
    r" papiers|sur (?:les|ses|le) papiers?|selon|mais)\b)"
)
"""« il dit dix-sept, on lui donne quatorze au plus », « les papiers disent 19 »."""
_PUIS: Final = re.compile(
    rf"\b(?:ans|avoir)\b[^.!?\n]{{0,30}}?,? (?:puis|ensuite|et non|pas"
    rf"|plutot) (?P<x>{_ASSEZ_GRAND})"
    r"(?=\s*(?:[.,;!?)]|$))"
    rf"|\bans\b[^.!?\n]{{0,30}}?, (?P<y>\d{{1,2}}|{EN_LETTRES}) (?:pour de (?:bon|vrai)|en vrai"
    r"|sur (?:les|ses|le) papiers?|selon (?:elle|lui|sa|son))\b"
)
"""« avoir dix-huit, puis seize », « deux ans officiellement, huit pour de bon »."""
_AINE: Final = re.compile(
    r"\b(?:ainee?|cadet(?:te)?|petite?|grande?|moyen(?:ne)?|benjamine?|frere|soeur|fils|fille|puinee?"
    r"|cousine?) (?P<x>[2-9]|1\d)(?=\s*(?:[,.;)]|$)| (?:l[ea]|l'|et|puis)\b)"
    r"|, (?P<y>(?=vingt|trent|quarant|cinquant|soixant|quatre[ -]vingt|septant|nonant)"
    rf"{EN_LETTRES})(?=,)"
)
"""« l'aîné 11, le petit 4 » ; « l'éleveur, cinquante-huit, monte dans le bus »."""
_TABLE: Final = re.compile(
    rf"(?<![\w'/])(?<!\d ){_QUI}s?(?:,| /| -| :| \(|:|/)? ?\(?(?P<x>[5-9]|[1-7]\d)"
    rf"(?=\s*(?:[;,/)]|$)| [–-] )"
    rf"(?!/\d|,\d)"
    r"|(?:^|[;/] ?)[fghm](?P<y>1\d|[2-7]\d)(?= ?[;,/])"
    rf"|(?<![\w'])[fghm]/[fghm] (?P<z>\d{{1,2}}(?:(?: et |/|, ?)\d{{1,2}})+)"
)
"""« F / 17 / », « JH 22, », « fille, 15 » : le sexe ou un mot de personne, puis un nombre."""
_ANNEE: Final = re.compile(
    r"\b(?:un|une|jeunes?|gars|ados?|adolescente?|minote?|gosse|eleve|mec|meuf|mna|petite?"
    r"|gamine?|fille|garcon|mineure?|il est|elle est|c'est un"
    r"|c'est une)(?: de| du)? (?P<x>20(?:0[3-9]|1\d|2[0-4]))\b(?! (?:seringues|euros|€))"
)
_AGE_NOMME: Final = (
    r"(?P<x>[6-9]|1\d|2[0-5])(?=\s*(?:[.,;!?)]|$)| et (?:sa|son|l[ea])\b"
    r"| (?:dehors|vue?|seule?|devant|dort|fugue|qui|il|elle|cherche|traine|dit|veut|mineure?"
    r"|majeure?|scolarisee?|descolarisee?|sans)\b)"
)
_NOMME: Final = re.compile(rf"(?<![a-z])(?P<nom>[a-z]{{3,30}}),? {_AGE_NOMME}")
_AGE_APPOSE: Final = (
    r"(?P<x>[5-9]|[1-9]\d|(?:onze|douze|treize|quatorze|quinze|seize|dix[ -](?:sept|huit|neuf)"
    r"|vingt)(?=,))"
    r"(?=[,)/\]]| - )"
)
_APPOSE: Final = re.compile(
    rf"(?<![a-z])(?P<nom>[a-z]{{2,30}})(?:,? ?[(\[]|, ?| | - |/| ?= ?){_AGE_APPOSE}"
)
_AN_NE: Final = r"(?P<x>20(?:0[3-9]|1\d|2[0-4]))(?=[),])"
_NE_EN: Final = re.compile(rf"(?<![a-z])(?P<nom>[a-z]{{3,30}}),? ?\(?{_AN_NE}")

_APPOSITIONS: Final = (
    (_APPOSE, re.compile(rf"(?<![a-z0-9]){_AGE_APPOSE}"), (SUR, AMBIGU, FAMILLE, INCONNU)),
    (_NOMME, re.compile(rf"(?<!\d){_AGE_NOMME}"), (SUR,)),
    (_NE_EN, re.compile(rf"(?<!\d){_AN_NE}"), (SUR,)),
)
"""Un motif qui s'essaie devant tout mot, l'âge qui le finit, et ce que son nom peut être."""
_ABREGE: Final = re.compile(
    r"(?<![\w.,/-])(?P<x>[1-9]\d? a)(?= ?(?:[;,.)/]|- |$))"
    r"|\b(?:[a-z]\.){1,2}(?:,? \(?|\()(?P<y>[5-9]|[1-7]\d)(?=[,)])"
)
_EN_CHIFFRES: Final = frozenset((CHIFFRES,))
_DITS: Final = EN_TOUTES_LETTRES | _EN_CHIFFRES

_DITS_OU_CHIFFRES: Final = Famille(_SEUL, _ANNONCE, _DEMI, _DONNE, _PUIS, _AINE)

_CHIFFRES_SEULS: Final = Famille(_COMPTES, _TABLE, _ANNEE, _ABREGE)


def reperer(note: Note) -> Iterator[Repere]:
    """Un nombre que seul son entourage dit être un âge."""
    if note.vocabulaire.isdisjoint(NOMBRES):
        return
    for motif in note.departs.parmi(_DITS_OU_CHIFFRES):
        yield from chercher(note, motif, Categorie.age)
    for motif in note.departs.parmi(_CHIFFRES_SEULS):
        yield from chercher(note, motif, Categorie.age, si=_EN_CHIFFRES)
    yield from _apposes(note)


def _apposes(note: Note) -> Iterator[Repere]:
    """« Loane, 16, » : un nombre entre virgules derrière un nom."""
    if note.vocabulaire.isdisjoint(_DITS):
        return
    for motif, age, genres in _APPOSITIONS:
        for trouve in note.departs.finissant_par(motif, age):
            if genre_de_mot(trouve["nom"]) in genres:
                yield Repere(trouve.start("x"), trouve.end("x"), Categorie.age, Niveau.masquer)
