"""Un numéro qui tient lieu d'immeuble : « ceux du 14 », « au 22 bis », « à la 6 »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.departs import Famille
from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de
from tat_carnet.anonymisation.nombres import EN_LETTRES, EN_TOUTES_LETTRES
from tat_carnet.anonymisation.pliage import CHIFFRES
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.motifs import chercher, un_de

_MOIS: Final = r"janv|fevr|mars|avril|mai\b|juin|juil|aout|sept|oct|nov|dec|mois"
_UNITES: Final = (
    rf"(?! ?(?:h\b|h\d|heures?|ans?\b|a\b(?! (?!l[ae]s?\b|l')[a-z])|e\b|er\b|eme|{_MOIS}"
    r"|jours?|semaines?|premiers?|derniers?|prochaines?|%|€|euros|fois|jeunes|pers(?!onne\b)"
    r"|m\b(?!')|km|kg|min"
    r"|du mois|dernier|pieces|demi|garcons|filles|familles|gars|mecs|autres|enfants|places"
    r"|seringues"
    r"|logements|plus|ados|petits|grands|minots|/|:\d|,\d|\.\d|-\d))"
)
"""Ce qui suit un nombre qui compte, date ou mesure."""
_ACCES: Final = mots_de(
    "hall halls porche porches cage escalier escaliers entree porte cave caves cour pied bas local",
    "buanderie parking montee coursive toit ascenseur sas arche interphone sonnette poubelles",
    "velos",
)
_GENS: Final = mots_de(
    "voisins voisin voisine locataires locataire ceux gens dame dames mere meres gars jeunes jeune",
    "maman mamans mec mecs meuf meufs daron darons frere freres terrain four keufs",
    "gamins gamin petit petite petits fils fille filles daronne ados ado grand grands chien squat",
    "gosses minots papi mamie gardien gardienne concierge bande groupe habitants",
)
PARTIES: Final = mots_de(
    "hall halls porche porches cage cages escalier escaliers entree entrees montee ascenseur arche",
)
"""Ce qui, d'un immeuble, se dit avec lui : « le hall du 3 »."""
_PRES: Final = mots_de(
    "devant dvt derriere habite loge vit cote squatte squattent squattait squattaient squat squatt",
    "occupe occupent occupaient quadrille",
)
_SEUL: Final = re.compile(
    rf"\b(?:(?P<w>{un_de(PARTIES)} du (?:n ?[o°]\.? ?)?\d{{1,3}} ?(?:bis|ter)?)\b"
    rf"|(?:{un_de(_PRES)}(?: le| au)?|{un_de(_ACCES | _GENS)} du"
    r"|en face (?:du|le)|(?:entre|vers|sous) le)"
    r" (?P<x>\d{1,3} ?(?:bis|ter)?)\b"
    r"|dans le (?P<y>(?:[1-9]|1[0-2]|14|1[5-9]|2[0-9])(?: ?(?:bis|ter))?)\b(?<!\b13)(?<!\b29)"
    r"|(?<!mis )(?<!chausse )(?<!taille )(?<!fait )(?:au|du|o) (?P<z>(?:\d{1,2}|1[0-9]{2})"
    r"(?: ?(?:bis|ter))?)\b(?<!115)(?<!119)(?<!114)(?<!112)(?<!116)(?<!pompiers du 18)"
    r"(?<!police du 17)(?<!samu du 15))" + _UNITES
)
_PAIRE: Final = re.compile(
    r"\ble (?P<z>(?!59|69|7[578]|9[1-5])(?:3[2-9]|[4-9]\d))(?= (?:est|n'a|sent|pue|reste|etait)\b)"
    r"|\ble (?P<u>\d{1,3})(?= (?:pue|sent|(?:reste|est|etait) (?:le plus |tres |tout |trop |bien )?"
    r"(?:calme|tranquille|sale|propre|vide|tague|bruyant|agite|inonde|plein de|squatte|rose))\b)"
    r"|\b(?:(?:au|du|le) \d{1,3} et (?:au|du|le) (?P<x>\d{1,3})"
    rf"|{un_de(_ACCES | _GENS)} des (?P<w>\d{{1,3}}(?: ?[,/] ?\d{{1,3}})* et \d{{1,3}})"
    r"|(?:aux?|du|des|devant le|sous le) (?P<y>\d{2,3}(?: ?bis)?(?: ?[/-] ?\d{2,3}){1,4})"
    r"|(?:quitt\w+|rejoin\w+|pour|vers|contre|tien\w+|et|ou) le (?P<v>(?!59|69|7[578]|9[1-5])"
    r"(?:3[2-9]|[4-9]\d)(?= ?[.,;:!?)])))\b" + _UNITES
)
_ANNONCE: Final = re.compile(
    r"\b(?P<z>\d{1,3} ?(?:bis|ter))\b|\bbat\w*\.? (?P<w>nord|sud|ouest|est(?= ?(?:[,.;)]|$)))\b|"
    r"\b(?:au|du|le|devant le|chez le|aux?) (?P<x>(?:n ?[o°]\.? ?|numero )(?!11\d\b|1[578]\b)"
    r"\d{1,3}(?: ?(?:bis|ter))?)\b(?! ?\d)"
    r"|\b(?P<y>[a-h]\d{1,2}|gh ?\d{1,2})\b(?= (?:rdc|\d{1,2}e|porte|appt?|et\b|hall))"
    r"|(?:^|[.;!?•*\n/|] ?)(?P<v>[bcdegh]\.?\d)(?= ?[:=,;]| (?:toujours|ras|calme|rien|vide|\d"
    r"|personne|encore|pas|fenetre|lumiere|ascenseur|porte)\b)"
)
_FLEURI: Final = re.compile(
    r"\b(?:au|du) (?P<x>\d{1,3} (?:bis )?(?:des|de la|du) "
    r"(?!mois|matin|soir|jour|rez|bas|meme|premier|secteur|quartier|plan|siecle)[a-z]{4,})\b"
)
"""« au 12 des bleuets »."""
_FIN: Final = (
    r"(?=\s*(?:[,.;:!?()]|$)|\s(?:et|ou|il|elle|on|ils|y|a|avec|est|des|les|la|le|qui|pour|en|c'"
    r"|personne"
    r"|entre|toujours|depuis|chez|sans|mais|rien|tout|encore|ya|hier|ce|cette|parce|comme|pas|ne"
    r"|n')(?!\w)"
    r"|\s(?:du (?:bloc|bat\w*|hall)|de la (?:tour|cage))\b)"
)
_DICTE: Final = re.compile(
    rf"\b(?P<w>{un_de(PARTIES)} du (?!premier|dernier|une?\b){EN_LETTRES}(?: bis)?){_FIN}"
    r"|\b(?:au|cote|(?:devant|derriere|entre|vers|sous) le|en face du"
    r"|du(?<=\w du)(?= (?:dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante)\b[^ ]*"
    rf" (?:et|il|elle))|{un_de(_ACCES | _GENS)} du) (?:numero )?"
    rf"(?P<x>(?!premier|dernier|une?\b){EN_LETTRES}(?: bis| ter)?){_FIN}"
    rf"|\b(?:au|du|le|devant|bat) (?P<y>[a-h] (?!une?\b){EN_LETTRES})\b(?! [a-z]+s\b)"
)
_LA: Final = re.compile(
    r"\bla (?P<x>(?!1(?:0[678]|15|19)\b|20[5678]\b|30[678]\b)[1-9]\d{0,2})\b"
    r"(?![.,:]\d| ?(?:/|%|e\b|eme|h\b|h\d|-|'"
    r"|(?!depuis|toujours|apres|mais|alors|puis|jamais)[a-z]{3,}s\b))"
)
"""« à la 14 », « la 6 est ouverte » ; une 208 est une voiture."""
_MENENT: Final = mots_de(
    "depuis sur contre a dans devant derriere vers sous de chez entre montee cage hall jusqu",
    "squatte squattent habite habitent loge logent vit occupe occupent tient tiennent quitte",
)
_OUVRENT: Final = re.compile(r"[(,;:•\n-] *$")
_EN_CHIFFRES: Final = frozenset((CHIFFRES,))

_SEULS: Final = Famille(_SEUL, _PAIRE, _ANNONCE, _FLEURI)


def reperer(note: Lecture) -> Iterator[Repere]:
    """Le seul numéro d'un immeuble, en chiffres ou en lettres."""
    for motif in note.departs.parmi(_SEULS):
        yield from chercher(note, motif, Categorie.batiment, si=_EN_CHIFFRES)
    yield from chercher(note, _DICTE, Categorie.batiment, si=EN_TOUTES_LETTRES)
    yield from _feminins(note)


def _feminins(note: Lecture) -> Iterator[Repere]:
    """« la 14 » : ce qui y mène, ou une autre, dit que c'est une entrée ; sinon, à vérifier."""
    trouves = list(note.departs.occurrences(_LA))
    for trouve in trouves:
        rang = note.rangs[trouve.start()]
        mene = rang == 0 or note.forme(rang - 1) in _MENENT or _OUVRENT.search(note.ecarts[rang])
        niveau = Niveau.masquer if mene or len(trouves) > 1 else Niveau.verifier
        yield Repere(*trouve.span(), Categorie.batiment, niveau)
