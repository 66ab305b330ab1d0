"""Heures exactes ; une durée n'en est pas une."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lexiques import mots_de
from tat_carnet.anonymisation.nombres import EN_LETTRES
from tat_carnet.anonymisation.pliage import CHIFFRES, Note
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_PARTIE: Final = r"(?: (?:du mat(?:in)?|du soir|de l'apres-midi|de l'aprem|pile|pm|am))?"
_DUREE: Final = (
    r"(?:dehors|de (?:route|marche|trajet|retard|discussion|presence|tournee|travail)|d'attente"
    r"|de plus|plus tard|ensemble)\b"
)
_AVEC_MINUTES: Final = re.compile(
    rf"(?<![\d\w,./:-])(?!(?<! a )(?<!vers )\d\d? ?h ?[0-5]\d {_DUREE})"
    rf"(?:[01]?\d|2[0-4]) ?(?:h|:|heures? ?) ?[0-5]\d(?!\d|:)(?: ?mn)?{_PARTIE}\b"
)
_PILE: Final = re.compile(
    r"(?<![\d\w,./:])(?!(?:35|39"
    r"|24)h)(?<!sous )(?<!en )(?<!route de )(?<!cours de )(?<!journee de )(?<!trajet de )"
    r"(?<!retard de )(?<!contrat de )(?<!pendant )(?<!durant )(?<!moins d')(?<!une )"
    rf"(?<!dans les )(?<!dans )(?<!plus de )(?:[01]?\d|2[0-4])h(?!\w|/|24){_PARTIE}"
)
_INTRODUITE: Final = re.compile(
    r"\b(?:a|vers|des|depuis|jusqu'a|avant|apres|entre|de|et|environ|pour|jusque|rdv|les|sur les) "
    rf"(?P<x>(?:[01]?\d|2[0-4]) (?:h|heures?){_PARTIE})(?!\w| ?(?:de route|de marche|de retard"
    rf"|de trajet))"
    r"(?<!de 1 h)(?<!de 2 h)(?<!de 24 h)(?<!de 48 h)"
)
_MATINALE: Final = re.compile(
    r"(?<![\d\w,.])(?:[01]?\d|2[0-4]) ?h(?:eures?)? du (?:mat(?:in)?|soir)\b"
)
_EN_LETTRES: Final = re.compile(
    r"\b(?:a|vers|des|depuis|jusqu'a|avant|apres|entre|environ|il est|il etait) (?:environ )?"
    rf"(?P<x>(?!une heures?\b(?! (?:du|et|trente|moins)))(?:{EN_LETTRES}) heures?"
    r"(?: (?:et demie?|et quart|moins (?:le )?quart|moins dix|moins vingt|trente|quinze|vingt|dix)"
    rf"(?! minutes))?{_PARTIE})(?! (?:de|par|d'))"
)
_TARDIVE: Final = re.compile(
    r"\b(?:(?:treize|quatorze|quinze|seize|dix[ -]?(?:sept|huit|neuf)|vingt(?:[ -]et[ -]une"
    r"|[ -](?:deux|trois))?) heures?"
    rf"|{EN_LETTRES} heures? (?:{EN_LETTRES}|et demie?|et quart|moins (?:le )?quart))\b(?! (?:de"
    rf"|par|minutes)\b)"
    r"|\bmidi et demie?\b"
)
_POSEE: Final = re.compile(
    rf"(?:^|[.,;:!?(-] ?)(?P<x>(?!une heure\b){EN_LETTRES} heures(?: du (?:matin"
    rf"|soir))?)(?= ?[,:.])"
    r"|\b(?:de|depuis|des|entre|et) (?P<y>minuit|midi)\b(?= ?(?:[,.;:!?)]|a |et |$))"
)
_MIDI: Final = re.compile(
    r"\b(?:midi|minuit) (?:et quart|et demie?|trente|moins (?:le )?quart|moins dix|dix|vingt"
    r"|\d{2})\b"
    r"|\b(?:a|vers|jusqu'a|apres|avant) (?P<x>minuit)\b"
)
_PLAGE: Final = re.compile(
    r"(?<!hall )(?<!bat )(?<!batiment )(?<!tour )(?<!bloc )(?<!cage )(?<!entree )(?<!immeuble )"
    r"(?<!escalier )(?<!porte )(?<!appt )(?<!appart )(?<![\d\w,./])"
    r"(?:[01]?\d|2[0-4])h?(?:[0-5]\d)? ?(?:-|/|a|et) ?(?:[01]?\d"
    r"|2[0-4])h(?:[0-5]\d)?(?!\w)"
)
_HORAIRES: Final = re.compile(
    r"\bhoraires? ?:? ?(?P<x>\d{1,2}(?:-\d{1,2})(?: ?[/,+et]+ ?\d{1,2}-\d{1,2})?)"
)

_HORAIRE: Final = mots_de("heure heures h midi minuit") | {CHIFFRES}


def reperer(note: Note) -> Iterator[Repere]:
    """Les heures en chiffres, en lettres, et les plages horaires."""
    if note.vocabulaire.isdisjoint(_HORAIRE):
        return
    for motif in (
        _PLAGE, _AVEC_MINUTES, _PILE, _INTRODUITE, _MATINALE, _EN_LETTRES,
        _TARDIVE, _MIDI, _HORAIRES,
    ):  # fmt: skip
        yield from chercher(note, motif, Categorie.heure)
