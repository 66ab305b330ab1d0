"""Dates de naissance et dates exactes ; un mois seul, un jour de semaine seul n'en sont pas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tat_carnet.anonymisation.departs import Famille
from tat_carnet.anonymisation.lexiques import mots_de
from tat_carnet.anonymisation.nombres import DES_CHIFFRES, EN_LETTRES, NOMBRES
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.anonymisation.rules.motifs import chercher


def _fautes(*mots: str) -> str:
    """Chaque mot avec une lettre oubliée, ou deux interverties : « avirl », « setpembre »."""
    formes = {m[:i] + m[i + 1 :] for m in mots for i in range(1, len(m))}
    formes |= {m[:i] + m[i + 1] + m[i] + m[i + 2 :] for m in mots for i in range(len(m) - 1)}
    return "|".join(sorted(sorted(formes), key=len, reverse=True))


_MOIS: Final = (
    rf"(?:{_fautes('janvier', 'fevrier', 'avril', 'juillet', 'septembre', 'octobre', 'novembre')}"
    rf"|{_fautes('decembre')}|septenbre|novenbre|decenbre"
    r"|janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|out|sept(?:embre)?"
    r"|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?|jeanvier|janvie|fevirer|fevrie|fevier|avirl|avrl"
    r"|juilet|jullet|juiller|septmbre|setembre|septembr|otobre|octbre|novmbre|novembr|decmbre"
    r"|decembr)(?![a-z])\.?"
)
_SEMAINE: Final = (
    rf"(?:{_fautes('lundi', 'mercredi', 'vendredi', 'samedi', 'dimanche')}|lendi|madi|mekredi|jedi"
    r"|vandredi|sanmdi|dimanch|terca|quarta|quinta|sexta|segunda|sabado|domingo|tnin|tlata"
    r"|larb3a|khmis|jem3a|jom3a|sebt"
    r"|lun(?:di)?|mar(?:di)?|mer(?:c(?:redi)?)?|jeu(?:di)?|ven(?:d(?:redi)?)?|sam(?:edi)?"
    r"|dim(?:anche)?)\.?"
)
_JOUR: Final = rf"(?:(?:1er|0?[1-9]|[12]\d|3[01])|premier|{EN_LETTRES})"
_AN: Final = r"(?:(?:19|20)\d{2}|deux mille(?: [a-z-]+){0,2}|mille neuf cent(?: [a-z-]+){1,2})"
_LETTRES: Final = (
    rf"(?:{_SEMAINE} )?\b(?:le )?(?:{_JOUR} |(?:1er|[12]?\d|3[01])-?){_MOIS}"
    rf"(?: ?(?:de l'annee )?{_AN}| ?'?\d{{2}}(?![\dh]))?"
)
_SEP: Final = r" ?[/.-] ?"
_CHIFFREE: Final = (
    rf"{DES_CHIFFRES}(?<![\d/.,-])(?:0?[1-9]|[12]\d|3[01]){_SEP}(?:0?[1-9]|1[0-2]){_SEP}(?:(?:19"
    rf"|20)?\d{{2}})(?![\d/])"
)
_COURTE: Final = (
    rf"{DES_CHIFFRES}"
    r"(?<![\d/.,:+-])(?:0?[1-9]|[12]\d|3[01])(?:/(?:0?[1-9]|1[0-2])|\.(?:0[1-9]|1[0-2]))"
    r"(?![\d/.,]\d|\d|/| ?(?:%|de tension|e\b|eme|euros?|€|kg|m\b|km|l\b|g\b|h\b|jours?"
    r"|semaines?))"
)
_FRACTION: Final = re.compile(r"1/[234]|2/3|3/4|24/7|7/7|5/7|24/24|50/50")
_ANNONCE_NAISSANCE: Final = (
    r"\b(?:nee?s?|naissance|ddn|dn|d\.d\.n\.?|date de naiss\w*|anniversaire|anniv)\b"
    r"(?: ?[:=(]| en| du| de| au| sa| est| c'?est| un| vers| mois)*[ :(]{0,2}"
)
_NAISSANCE: Final = re.compile(
    rf"{_ANNONCE_NAISSANCE}(?P<x>(?:le )?(?:{_CHIFFREE}|{_COURTE}|{_LETTRES}"
    rf"|(?:courant |debut |fin |mi[ -])?{_MOIS} {_AN}|\d{{1,2}} de [a-z]{{4,9}} de (?:19|20)\d\d"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d\b"
    rf"|{_JOUR} du {_JOUR}(?: {_AN})?|(?:(?:au |a l'|en )?(?:printemps|ete|automne|hiver|debut"
    rf"|fin|courant)(?: de)? )?(?:(?:19|20)\d{{2}}\b|0\d\b|deux mille [a-z]+)|\d{{6}}(?:\d\d)?\b))"
)
_EST_DE: Final = re.compile(
    rf"\b(?:il|elle) est (?:de |d')(?P<x>{_MOIS} (?:19[3-9]|20[01])\d)\b"
    r"|\b(?P<y>(?:[12]?\d|3[01]) de (?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto"
    r"|setembro|outubro|novembro|dezembro|enero|febrero|marzo|mayo|junio|julio|septiembre|octubre"
    r"|noviembre|diciembre) de (?:19[3-9]|20[01])\d)\b"
)
"""« il est de mai 2009 », « 3 de maio de 2007 » : une année d'où l'on naît, non d'où l'on note."""
_NAITRE: Final = mots_de(
    "ne nee nes nees naissance ddn dn d date anniversaire anniv naiss",
)
_DATE: Final = re.compile(
    rf"{_CHIFFREE}|\b{_LETTRES}\b"
    rf"|\b{_SEMAINE} (?:{_COURTE}|(?:1er|[12]?\d|3[01])\b(?! ?(?:h\b|h\d|heures?|:\d|ans?|jeunes"
    rf"|pers|fois|/)))"
)
_SEULE: Final = re.compile(_COURTE)
_PERIODE: Final = re.compile(
    rf"\b(?:(?<!nuit )du|les|entre le|nuit de) (?P<x>(?:1er|[12]?\d|3[01])(?: (?:au|et|et le"
    rf"|ou) (?:1er|[12]?\d|3[01]))"
    rf"(?: {_MOIS})?)\b(?! ?(?:h\b|h\d|ans|jeunes|heures|rue|av))"
    r"|\b(?P<y>(?:semaine|soir|soiree|nuit|nuits|matin|journee|seance|reunion|incident|week-end"
    r"|weekend|we|fete|marche|audience|conseil) du"
    r" (?:1er|[12]?\d|3[01])(?: au (?:1er|[12]?\d|3[01]))?"
    rf"(?: {_MOIS}|/(?:0?[1-9]|1[0-2])(?:/(?:20)?\d\d)?)?)\b(?! ?(?:h\b|h\d|ans))"
    rf"|\b(?P<z>le (?:{EN_LETTRES}) (?:au (?:soir|matin)|a {EN_LETTRES} heures))"
)
_DICTEE: Final = re.compile(
    rf"\b(?:depuis|jusqu'au|avant|apres) (?P<w>le {EN_LETTRES})\b|\b(?:le|du"
    rf"|au) (?P<x>{EN_LETTRES} du (?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze"
    rf"|douze))\b"
    rf"|\bnuit du (?P<y>{EN_LETTRES}(?: au {EN_LETTRES})?)\b"
    rf"|\bnuit (?P<z>\d{{1,2}} ?[/-] ?\d{{1,2}})\b"
    rf"|\b{_SEMAINE} {EN_LETTRES}\b(?= ?(?:[,.;:)]|$| on | il | elle ))"
)
_RANG: Final = re.compile(
    r"\b(?:le |au |du )?(?:premier|1er|deuxieme|2e|second|troisieme|3e|quatrieme|4e|dernier) "
    rf"{_SEMAINE} (?:de |d'|du )(?:{_MOIS}|mois)\b"
    r"|\b(?:le|au) (?:1er|[12]?\d|3[01]) du mois\b|(?<!\d)(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d)"
    rf"|{DES_CHIFFRES}(?<!\d)(?<!\d )(?:0[1-9]|[12]\d|3[01]) (?:0[1-9]|1[0-2]) 20\d\d(?![ \d]*\d)"
    rf"|{DES_CHIFFRES}(?<!\d)20[12]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)"
)
_DEPUIS_LE: Final = re.compile(
    r"\b(?:depuis|d'ici|prevue?|fixee?|reportee?|repousse) ?(?:le |au )?(?P<x>1er|[12]?\d"
    r"|3[01])\b(?! ?(?:h\b|h\d|:|ans?\b|mois|jours?|semaines?|heures?|fois|minutes|%|€|euros|e\b"
    r"|eme|rue|av\b|m\b|km|/|-|\.\d|,\d|a\b|personnes|jeunes|bis))"
)
_LE_TREIZE: Final = re.compile(
    r"\ble (?:treize|quatorze|quinze|seize|dix[ -](?:sept|huit|neuf)"
    r"|vingt(?:[ -](?:et[ -])?[a-z]+)?"
    r"|trente(?:[ -]et[ -]un)?)\b(?=\s*(?:[.,;:!?)]|$)| (?:au|et|il|elle|on|pour|avec|chez|a|ils"
    r"|elles|c'est|j'|je|nous|la|le|les|dans)\b)"
)
"""« tombé le vingt-six » : au-delà de douze, ce n'est plus une équipe ni un rang."""
_QUANTIEME: Final = re.compile(
    r"\b(?<!dans )(?<!appeler )(?<!appelle )(?<!appele )(?<!faire )(?<!fais )(?<!faites )"
    r"(?<!fait )(?<!compose )(?<!devant )(?<!derriere )(?<!\bentre )"
    r"(?!le 1[578] (?:a (?:ete|dit|rappele)|est (?:venu|arrive|passe|intervenu)|vient|repond|ne"
    r"|n'))"
    r"(?P<x>le (?:1er|[12]?\d|3[01])(?: du mois| du \d{1,2} \d{4})?)"
    r"(?=\s*(?:[,.;:!?)\"]|$|- )|\s+(?:et|ou|on|il|elle|a|pour|avant|au|elles|ils|nous|je|j'|c'"
    r"|la|le|les|avec|dans|chez|vers|midi|soir|matin|pas|rien|tout|ca|un|une|mais|y|n'|s'|est"
    r"|sera|\d{1,2} ?h)\b)"
)

_TENSION: Final = re.compile(
    r"\b(?:tension|ta|pa|systolique)\b[ :=,]{0,3}(?:(?:est|a|de|prise) ?)*$"
)
_URGENCE: Final = re.compile(r"le 1[578]")
_APPELE: Final = re.compile(
    r"\b(?:via|avec|par|contacter?|joindre|joint|alerter?|appeler?|appelle|compose[rz]?|j'ai dit"
    r"|jai dit|faire) $"
)
_REPOND: Final = re.compile(
    r" (?:a dit|a repondu|a envoye|arrive|rappelle|decroche|repond|conseille|oriente|envoie|refuse"
    r"|propose|intervient|met|nous|m'a|s'est|ne|au (?:tel|telephone|bout du fil)|en ligne"
    r"|sur haut-parleur|pas moi)\b|, puis moi\b"
)

_DATANT: Final = NOMBRES | mots_de("premier deuxieme second troisieme quatrieme dernier")

_DATES: Final = Famille(_DATE, _RANG, _PERIODE, _DEPUIS_LE, _LE_TREIZE, _DICTEE, _QUANTIEME)


def reperer(note: Note) -> Iterator[Repere]:
    """Les naissances annoncées, puis les dates."""
    if note.vocabulaire.isdisjoint(_DATANT):
        return
    yield from chercher(note, _NAISSANCE, Categorie.naissance, si=_NAITRE)
    yield from chercher(note, _EST_DE, Categorie.naissance)
    for motif in note.departs.parmi(_DATES):
        yield from _vraies(note, chercher(note, motif, Categorie.date))
    for repere in _vraies(note, chercher(note, _SEULE, Categorie.date)):
        if not _FRACTION.fullmatch(note.plie, repere.debut, repere.fin):
            yield repere


def _vraies(note: Note, reperes: Iterable[Repere]) -> Iterator[Repere]:
    """Sans « tension 12/8 » ni « via le 15 », « le 17 arrive » : une mesure, un secours."""
    for repere in reperes:
        if _TENSION.search(note.plie, max(0, repere.debut - 24), repere.debut):
            continue
        secours = _URGENCE.fullmatch(note.plie, repere.debut, repere.fin) and (
            _APPELE.search(note.plie, max(0, repere.debut - 14), repere.debut)
            or _REPOND.match(note.plie, repere.fin)
        )
        if not secours:
            yield repere
