"""Heures exactes ; une durée n'en est pas une."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.departs import Famille
from tat_carnet.anonymisation.lexiques import mots_de
from tat_carnet.anonymisation.nombres import DES_CHIFFRES, EN_LETTRES
from tat_carnet.anonymisation.pliage import CHIFFRES, Note
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_PARTIE: Final = (
    r"(?: (?:du mat+(?:in)?|du soir|de l'apres-midi|de l'aprem|pile|pm|am|tapante?s?|petante?s?"
    r"|passee?s?"
    r"|precises?|sonnee?s?|bien sonnees|et quart|et? demie?|moins (?:le )?(?:quart|dix|vingt"
    r"|cinq|[12]?[05])"
    r"|environ)| ?[13]⁄[24])?"
)
_DUREE: Final = (
    r"(?:dehors|de (?:route|marche|trajet|retard|discussion|presence|tournee|travail|cours|garde"
    r"|boulot|colle|sommeil|sport|conduite|queue)|d'(?:attente|avance|ecart|affilee)"
    r"|par (?:jour|semaine)"
    r"|de plus|plus tard|ensemble)\b"
)
_TRAJET: Final = (
    r"de (?:bus|tram|train|rer|metro|car|bateau|barge|pirogue|route|marche|trajet|voiture|velo"
    r"|transports?|chez (?:lui|elle|nous|eux))\b"
)
"""« à 1h20 de bus » dit une distance, même après « à »."""
_AVEC_MINUTES: Final = re.compile(
    rf"{DES_CHIFFRES}(?<![\d\w,./:-])(?<!presence : )(?<!duree : )(?<!total : )(?<!soit )"
    rf"(?!\d\d? ?h ?[0-5]\d {_TRAJET})"
    rf"(?!(?<! a )(?<!vers )\d\d? ?h ?[0-5]\d {_DUREE})"
    rf"(?:[01]?\d|2[0-4]) ?(?:h|u|:|h?eures? ?) ?[0-5o][\do](?::[0-5]\d)?(?: ?mi?n\b)?(?!\w"
    rf"|:){_PARTIE}\b"
)
_PILE: Final = re.compile(
    rf"{DES_CHIFFRES}(?<![\d\w,./:])(?!(?:35|39"
    r"|24)h)(?<!sous )(?<!en )(?<!route de )(?<!cours de )(?<!journee de )(?<!trajet de )"
    r"(?<!retard de )(?<!contrat de )(?<!pendant )(?<!durant )(?<!moins d')(?<!une )"
    rf"(?<!dans les )(?<!dans )(?<!plus de )(?:[01]?\d|2[0-4])h(?:rs?)?(?!\w(?!⁄)|/"
    rf"|24)(?! {_DUREE})(?! {_TRAJET}){_PARTIE}"
)
_INTRODUITE: Final = re.compile(
    r"\b(?:a|vers|des|depuis|jusqu'a|avant|apres|entre|de|et|environ|pour|jusque|rdv|les|sur les) "
    r"(?!24 h)"
    rf"(?P<x>(?:[01]?\d|2[0-4]) (?:h|h?eures?){_PARTIE})(?!\w| ?(?:de route|de marche|de retard"
    rf"|de trajet))"
    r"(?<!de 1 h)(?<!de 2 h)(?<!de 24 h)(?<!de 48 h)"
    r"|\b(?:a|vers|des) (?P<y>(?:[01]?\d|2[0-3])\.[0-5]\d)\b(?! ?(?:€|%|e\b|eur|m\b|kg|km|l\b"
    r"|l[ae] |sur|/|\.))"
    r"|\b(?:1[0-2]|[1-9])pm\b"
)
_DU_SOIR: Final = re.compile(
    rf"{DES_CHIFFRES}(?<![\d\w,./:-])(?<!\bde )(?<!\ben )(?<!\bles )(?<!dant )(?<!rant )"
    rf"(?<!\bsous )"
    r"(?<!\bles )(?<!\bdes )(?<!\bsoit )(?<!\bpaye )(?<!finance )(?<!\breste )(?<!effectue )"
    r"(?:1[3-9]|2[0-3]) (?:h|hrs?|h?eures?)\b"
    r"(?: (?:et (?:quart|demie?)|moins \w+|pile|quinze|trente|quarante[ -]cinq|vingt|dix))?"
    r"(?! ?(?:de\b|d'|par\b|dehors|semaine|hebdo|maxi?\b|/|\d|ferme|sans|plus\b|ensemble))"
    r"|\b(?:[1-9]|1[0-2]) heures? (?:et (?:quart|demie?)|moins (?:le )?(?:quart|dix|vingt"
    r"|cinq))\b(?! de\b)"
    r"|\bvers (?P<x>\d{1,2})(?=\s*(?:[,.;!?)]|$)| (?:ils?|elles?|on|je|nous)\b)"
)
"""« 20 heures, tout calme » : passé midi, ce n'est plus une durée."""
_MATINALE: Final = re.compile(
    rf"{DES_CHIFFRES}"
    r"(?<![\d\w,.])(?:[01]?\d|2[0-4]) ?(?:h(?:eures?)?|eures?)? ?du (?:mat+(?:in)?|soir)\b"
)
_EN_LETTRES: Final = re.compile(
    r"\b(?:a|vers|des|depuis|jusqu'a|avant|apres|entre|environ|il est|il etait|demain|hier"
    r"|(?:lun|mar|mercre"
    r"|jeu|vendre|same)di|dimanche|rdv|sur les coups de|vers les|autour de|(?:recre|bus|ronde"
    r"|sortie|seance|messe|pause|prise"
    r"|reveil|coup) de) (?:environ )?"
    rf"(?P<x>(?!une heures?\b(?! (?:du|et|trente|moins)))(?:{EN_LETTRES}) heures?\b"
    r"(?: (?:et demie?|et quart|moins (?:le )?quart|moins dix|moins vingt|trente|quinze|vingt|dix)"
    rf"(?! minutes))?{_PARTIE})(?! (?:(?:de|par)\b|d'))"
)
_TARDIVE: Final = re.compile(
    r"\b(?!une heures? (?!trente du|du|moins|et demie du))(?:(?:treize|quatorze|quinze|seize"
    r"|dix[ -]?(?:sept|huit|neuf)|vingt(?:[ -]et[ -]une"
    r"|[ -](?:deux|trois))?) heures?"
    rf"|{EN_LETTRES} heures? (?:{EN_LETTRES}|du (?:mat(?:in)?|soir)|et demie?|et quart"
    rf"|moins (?:le )?(?:quart|dix|vingt|cinq)))\b(?! (?:de"
    rf"|par|minutes)\b)"
    r"|\bmidi et demie?\b"
    rf"|\b(?:quart (?:pour|avant)|(?:cinq|dix|vingt) avant) (?:{EN_LETTRES}|\d{{1,2}})\b"
    r"|\b(?:at|before|after|until|around) (?P<x>noon|midnight|\d{1,2} ?(?:am|pm))\b"
)
_MIDI: Final = re.compile(
    r"\b(?:midi|minuit) (?:pile|et quart|et demie?|trente|moins (?:le )?quart|moins dix|dix|vingt"
    r"|\d{2})\b"
    r"|\b(?:a|vers|jusqu'a|apres|avant|depuis|des) (?P<x>minuit(?: (?:et (?:quart|demie?)"
    r"|moins (?:le )?(?:quart|dix|vingt|cinq)|trente|dix|pile))?)\b|\b(?:de|entre) (?P<y>midi"
    r"|minuit)(?= (?:a|et)\b)(?! et deux\b)"
    r"|\bil (?:est|etait) (?P<z>minuit)\b|\bminuit passee?\b|(?:^|[.;\n] ?)(?P<w>minuit)(?= ?[,:])"
)
_PLAGE: Final = re.compile(
    rf"{DES_CHIFFRES}"
    r"(?<!hall )(?<!bat )(?<!batiment )(?<!tour )(?<!bloc )(?<!cage )(?<!entree )(?<!immeuble )"
    r"(?<!escalier )(?<!porte )(?<!appt )(?<!appart )(?<![\d\w,./])(?!\d{3}\b)"
    r"(?:[01]?\d|2[0-4])h?(?:[0-5]\d)? ?(?:-|/|a|et) ?(?:[01]?\d"
    r"|2[0-4])h(?:[0-5]\d)?(?!\w)"
)
_VINGT_TRENTE: Final = re.compile(
    r"\b(?:a|vers|des|depuis|jusqu'a) (?P<x>(?:dix[ -](?:huit|neuf)|vingt(?:[ -](?:et[ -]une|deux"
    r"|trois))?|vingt-et-une) (?:trente|quinze|vingt|dix|quarante(?:[ -]cinq)?|cinquante))\b"
    r"(?! (?:ans|jeunes|personnes|euros))|\b(?:cinq|six|quatre|trois|deux) du mat(?:in)?\b"
)
_AILLEURS: Final = re.compile(
    r"\b(?:ine|deze|twaze|katre|senke|size|sete|uite|neve|dize|onze|midi|minwi|minui)r? "
    r"(?:edmi |eka )?(?:di|du|d') ?(?:swe|swa|swar|soir|maten|matin|lapremidi)\b"
    r"|\b(?:ve|depi|jis) (?:ine|deze|twaze|katre|senke|size|sete|uite|neve|dize)\b|\bminwi\b"
    r"|\b\d{1,2} ?z?er (?:di|d') ?(?:soir|swar|swe|matin|maten)\b"
    r"|\b(?:(?:m3a|f|3la) )?(?:w7da|jouj|joj|tlata|r?e?b3a|khamsa|setta|seb3a|tmenya|tmnya|tes3oud"
    r"|3achra|l3achra|7dach|tnach) (?:dlil|d'lil|d ?sba7|d ?sbah|dl3chiya)\b"
)
"""Les heures en créole (« sizè di swè ») et en darija (« joj dlil »)."""
_MILITAIRE: Final = re.compile(
    r"\b(?<!20\d\d )(?:depart(?: \w+)?|retour|rdv|fin|debut|zone|arrivee|obtenue?|demandee?"
    r"|rentres?|trouvee?s?|vue?s?|laissee?s?|deposee?s?|vers|a) "
    r"(?:a )?(?P<x>(?:[01]\d|2[0-3])[0-5]\d)(?=\s*(?:[.,;:!?)]|$)| (?:sans|avec|par|pour|au|sous"
    r"|devant"
    r"|derriere|dans|obtenue?)\b)"
    r"|(?<=/)(?:0?[1-9]|1[0-2]) (?P<w>(?!20[0-4]\d)(?:[01]\d|2[0-3])[0-5]\d)(?=\s*(?:[.,;)]|$))"
    r"|\bdepuis (?P<y>0\d[0-5]\d|1[0-8][0-5]\d)\b"
    r"|(?:^|[\n•*;] ?)(?P<z>(?!20[0-4]\d)(?:[01]\d|2[0-3])[0-5]\d)"
    r"(?= ?(?:[:–-]|depart|ras|retour|arrivee|passage|fin\b|debut))"
)
"""« Retour 2130. » : l'heure d'un ancien militaire ; « depuis 2012 » reste une année."""
_HORAIRES: Final = re.compile(
    r"\bhoraires? ?:? ?(?P<x>\d{1,2}(?:-\d{1,2})(?: ?[/,+et]+ ?\d{1,2}-\d{1,2})?)"
)

_HORAIRE: Final = mots_de(
    "quart noon midnight heure heures eure eures h midi minuit mat matin trente"
) | {CHIFFRES}
_DIALECTES: Final = mots_de(
    "swe swa swar maten minwi minui ve depi jis zer er dlil sba sbah dl lapremidi",
)

_HEURES: Final = Famille(
    _PLAGE, _AVEC_MINUTES, _PILE, _DU_SOIR, _INTRODUITE, _MATINALE, _EN_LETTRES,
    _TARDIVE, _MIDI, _VINGT_TRENTE, _MILITAIRE, _HORAIRES,
)  # fmt: skip


def reperer(note: Note) -> Iterator[Repere]:
    """Les heures en chiffres, en lettres, et les plages horaires."""
    yield from chercher(note, _AILLEURS, Categorie.heure, si=_DIALECTES)
    if note.vocabulaire.isdisjoint(_HORAIRE):
        return
    for motif in note.departs.parmi(_HEURES):
        yield from chercher(note, motif, Categorie.heure)
