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
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import SUR, genre_de_mot
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
    "mati tata baka djed majka otac brat sestra deda babouchka babushka dedouchka tiotia diadia",
    "babaanne anneanne amca dayi eniste damat gelin oglu kizi karisi kocasi koca nine",
    "mwanamke mwanamume mdrume mke mume ndugu dada kaka bweni bibi babu nyanya mzazi bakoko",
    "mobali mwasi ndeko leki yaya balima muso denke denmuso faaba jabar jeker njaboot",
    "dadabe neny zoky zandry rahalahy anabavy vady zanaka reny",
    "amma appa akka anna thambi thangachi paati thatha chithi ammi abbu bhai baji chacha nani",
    "nainai yeye jiejie gege meimei didi popo gonggong",
    "mayrik hayrik tatik papik bebia papa-dzia nena vella motra gjyshe gjysh bunica bunic frate",
    "sora nevasta sotie fiica unchiul matusa daj phral phen romni vava gma ultma setti jedda",
    "henna rajli mrati nsiba nsibi lousti silfi hmati",
    "padrasto madrasta enteado enteada sogra sogro genro nora namorado namorada noivo noiva neto",
    "neta padrinho madrinha afilhado afilhada mulher mano mana maninho novio novia esposo suegro",
    "yerno nuera padrino madrina ahijado nieto nieta sobrino sobrina padrastro madrastra",
    "hermanito hermanita abuelita fratello sorella zio figlio figlia marito moglie cugino cugina",
    "nipote suocera stepdad stepmom granny grandma grandpa nan cuz nephew niece aunt boyfriend",
    "girlfriend bf gf mamema papapa mueter vatter brueder schwester oma opa mutti onkel mamm tad",
    "mamm-gozh tad-kozh breur c'hoar eontr moereb aita amatxi aitatxi anaia arreba ahizpa osaba",
    "izeba papet mamet mameto sorre metua tamaiti vahine tane tuahine tuane taeae fetii ich gason",
    "bonom bonfam nenene ninang nonm",
)
_NOMMES: Final = mots_de(
    "manman mouman momon granmanman kouzen kouzin madanm pitit marenn parenn mononk",
)
"""« manman Kylian », « kouzin Joseline » : en créole, le lien se pose devant le nom."""
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
    r"\b(?:u so|a so|so|mo) (?:ziu|zia|babbu|mamma|fratellu|surella|nonn[oa]|cugin[ua]|figliol[ua]"
    r"|maritu|moglia)\b"
    r"|\bthe (?:mother|father|brother|sister|son|daughter|cousin|uncle|aunt|grandson|wife) of\b"
    r"|\b(?:his|her|my|their) (?:mother|mum|mom|dad|father|bro|brother|sis|sister|wife|husband|son"
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
    r"|rajel|the |mmou|mmha|bbah|lwalid|wlid|kho|3emm|3amm|fwe|his|her|my|their|out|ot |zot"
    r"|nout|sama"
    r"|yaayam|baayam|doomam|rakkam|chum|tchum|blonde|u so|a so|so |mo )"
)


def reperer(lecture: Lecture) -> Iterator[Repere]:
    """Les liens possédés dans une autre langue que le français."""
    if not _POSSESSIFS.isdisjoint(lecture.vocabulaire):
        yield from _possedes(lecture)
    if not _NOMMES.isdisjoint(lecture.vocabulaire):
        yield from _nommes(lecture)
    if lecture.departs.presente(_PREMIERS):
        for motif in _MOTIFS:
            yield from chercher(lecture, motif, Categorie.lien_familial)


def _nommes(lecture: Lecture) -> Iterator[Repere]:
    """« manman Kylian té la » : le lien, sûr devant un prénom et en tête de proposition."""
    for rang, forme in enumerate(lecture.formes):
        if forme not in _NOMMES or genre_de_mot(lecture.forme(rang + 1)) != SUR:
            continue
        if lecture.entre(rang + 1) == " " and lecture.forme(rang - 1) not in ctx.DETERMINANTS:
            mot = lecture.mot(rang)
            yield Repere(mot.debut, mot.fin, Categorie.lien_familial, Niveau.masquer)


def _possedes(lecture: Lecture) -> Iterator[Repere]:
    """« sa khalti », « ses kouzin », « son doomu »."""
    for rang, forme in enumerate(lecture.formes):
        if forme not in _POSSEDES or lecture.entre(rang) != " ":
            continue
        if lecture.forme(rang - 1) in _POSSESSIFS:
            bornes = lecture.mot(rang - 1).debut, lecture.mot(rang).fin
            yield Repere(*bornes, Categorie.lien_familial, Niveau.masquer)
