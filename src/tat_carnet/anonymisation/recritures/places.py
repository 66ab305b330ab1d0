"""Ce qui situe un commerce ou quelqu'un : « du rond-point », « de l'écluse ». Rien n'en reste."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tat_carnet.anonymisation.recritures.contexte import Contexte, Remplacement

_PLACE: Final = re.compile(
    r"(?i:[ ](?:(?:du|de la|de l['’ ]|des|sur la|sur le)[ ]?(?:petite? |grande? |vieux |vieille )?"
    r"(?:angle|coin|place|placette|rond-point|bac|quais?|pont|passerelle|port|march[ée]|[ée]cluse"
    r"|jet[ée]e|cale|bourg|village|plan d['’ ]eau|[ée]tang|lac|canal|digue|parc|jardin|square"
    r"|citernes?|souterrain|passage|galerie|boulevard|avenue|rue|impasse|bas|haut|tours?|dalle"
    r"|gare|m[ée]tro|tram|arr[êe]t|[ée]glise|mosqu[ée]e|stade|carrefour|parvis|esplanade|plage"
    r"|colline|halles?|cit[ée]|r[ée]sidence|bloc|h[ôo]pital|mairie)"
    r"|d['’]en (?:face|bas|haut)|d['’][àa] c[ôo]t[ée])(?![\w'’-]))"
)
_FEMINISE: Final = re.compile(
    r"(?i:[ ](?P<mot>ferm[ée]|abandonn[ée]|d[ée]saffect[ée]|ouvert)e(?!\w))"
)


def sans_la_place(contexte: Contexte, dit: Remplacement) -> Remplacement:
    """« la gérante du bar | de la jetée » : ce que le repère a laissé s'en va, et s'accorde.

    « la librairie | fermée d'en face » : « un commerce fermé ».
    """
    adjectif = contexte.apres(_FEMINISE)
    lu = len(adjectif[0]) if adjectif else 0
    place = _PLACE.match(contexte.droite, lu, max(lu, contexte.libre))
    accorde = f" {adjectif['mot']}" if adjectif else ""
    fin = lu + (len(place[0]) if place else 0)
    return replace(dit, texte=f"{dit.texte}{accorde}", apres=dit.apres + fin)
