"""Liens de famille dits en créole, en arabe, en portugais, en turc, en wolof ou en anglais.

Les notes gardent souvent le mot de la personne : « sa khalti », « manman li », « o pai dela ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_POSSESSIFS: Final = mots_de("son sa ses leur leurs mon ma mes")
_POSSEDES: Final = mots_de(
    "khalti khalto khala khal khali ammo ammi ammou amti amou jedda jeddi jeddo jida weldi benti",
    "khti khoya khouya khou yemma mmi mma walid walida wlidi",
    "anne teyze amca dede nene abla abi agabey kardes yenge dayi hala",
    "yaay yaye baay doom doomu rakk mag maam madda nijaay",
    "kouzin kouzen kuzen manman madanm fanm pitit gason marenn parenn granmoun granme granpe",
    "mari moune garson ser momon zenfan fiy fam tifi tigason gramoun gramoune",
    "pai mae irma irmao filho filha avo tia tio primo prima marido esposa cunhado cunhada",
    "madre padre hermano hermana hijo hija abuelo abuela suegra",
    "mother mum mom mummy mama dad daddy father brother sister wife husband sis bro auntie uncle",
    "babbu mamma ziu zia nonno nonna fratellu surella bacoco koko mwana",
    "chum tchum blonde coco matante mononcle mouman popa",
    "mati tata baka djed majka otac brat sestra",
)
"""Derrière un possessif français."""
_CREOLE: Final = re.compile(
    r"\b(?:(?:ti|gran) ?(?:se|fre|manman|papa)|manman|papa|tonton|kouzin|kouzen|kouzine|marenn"
    r"|parenn|madanm|mari|pitit|marmay|fanm|nonm|fre|sese|zanmi|ti ?moun|ti ?fi|ti ?gason)"
    r"(?:(?: a)?[ -](?:li|mwen|mwin|moin|yo)\b|(?: a)?-?'?y\b|-(?:la|a)(?: a)?-?(?:y|li)\b)"
    r"|\b(?:ti|gran)[ -](?:se|fwe|kouzen|kouzin)[ -](?:la|a)\b|\b(?:granme|granpe|fwe|granmanman)"
    r"(?: (?:li|mwen|yo)\b|\b)"
)
"""Le possesseur suit : « manman li », « ti frè mwen », « manman'y »."""
_IBERE: Final = re.compile(
    r"\b(?:o|a|os|as|el|la|los|las|seu|sua|meu|minha|su|mi) "
    r"(?:pai|mae|irma|irmao|irmaos|filho|filha|filhos|avo|tia|tio|primo|prima|marido|esposa|mulher"
    r"|cunhad[oa]|madre|padre|hermano|hermana|hijo|hija|abuel[oa]|sobrin[oa])\b"
    r"(?: (?:dela|dele|deles|do|da|de ella|de el)\b)?"
)
_REUNION: Final = re.compile(
    r"\b(?:out|ot|zot|nout|(?:son|sa|mon) (?:ti|gran)) "
    r"(?:frer|frere|ser|seur|momon|maman|papa|garson|fiy|fam|zenfan|marmay|baba|bebe|moun|gramoun"
    r"|kouzin|monmon|tonton|tantine)\b"
)
_ARABE: Final = re.compile(
    r"\b(?:el |l'|al |wled )?(?:walidou|walidha|walidin|waldih|waldiha|yemmah|yemmaha|yemmas"
    r"|khouh|khouha|khoutou|khtou|khtha|oukhtou|weldou|weldha|bentou|bentha|jeddou|jeddha|khalou"
    r"|khaltou|ammou|amtou|martou|rajelha|mmou|mmha|bbah|lwalida?|lwalidin|wlidha|wlidou|khoya"
    r"|khoh|khoha|jeddati|3emm(?:ou|o|i)|3ammi|(?:bent|weld) (?:3emmi|3ammi|khalti|khali))\b"
    r"(?: (?:dyal(?:o|ha|i|hom)|sghir|kbir|sghira|kbira)\b)?"
)
_AILLEURS: Final = re.compile(
    r"\b(?:his|her|my|their) (?:mother|mum|mom|dad|father|bro|brother|sis|sister|wife|husband|son"
    r"|daughter|baby|cousin|uncle|aunt|granny|grandma|grandpa|boyfriend|girlfriend|fiancee?"
    r"|step[ -]?(?:dad|mom|father|mother))\b"
    r"|\bsama (?:yaay|baay|doom|rakk|mag|maam|jabar|jeker)\b|\b(?:yaayam|baayam|doomam|rakkam)\b"
    r"|\ble t?chum (?:a|de) |\bla blonde (?:de |d')"
)
_MOTIFS: Final = (_CREOLE, _REUNION, _IBERE, _ARABE, _AILLEURS)
_PREMIERS: Final = re.compile(
    r"\b(?:manman|papa|tonton|kouzi|kouze|maren|paren|madan|mari |pitit|marmay|fanm|nonm|fre|sese"
    r"|zanmi|ti|gran|pai|mae|irma|filh|avo|tia|tio|prim|esposa|mulher|cunhad|madre|padre|herman"
    r"|hij|abuel|sobrin|walid|waldi|yemma|khou|kht|oukht|weld|bent|jedd|khal|ammou|amtou|martou"
    r"|rajel|mmou|mmha|bbah|lwalid|wlid|kho|3emm|3amm|fwe|his|her|my|their|out|ot |zot|nout|sama"
    r"|yaayam|baayam|doomam|rakkam|chum|tchum|blonde)"
)


def reperer(lecture: Lecture) -> Iterator[Repere]:
    """Les liens possédés dans une autre langue que le français."""
    if not _POSSESSIFS.isdisjoint(lecture.vocabulaire):
        yield from _possedes(lecture)
    if _PREMIERS.search(lecture.plie):
        for motif in _MOTIFS:
            yield from chercher(lecture, motif, Categorie.lien_familial)


def _possedes(lecture: Lecture) -> Iterator[Repere]:
    """« sa khalti », « ses kouzin », « son doomu »."""
    for rang, forme in enumerate(lecture.formes):
        if forme not in _POSSEDES or lecture.entre(rang) != " ":
            continue
        if lecture.forme(rang - 1) in _POSSESSIFS:
            bornes = lecture.mot(rang - 1).debut, lecture.mot(rang).fin
            yield Repere(*bornes, Categorie.lien_familial, Niveau.masquer)
