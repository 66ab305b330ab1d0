"""Bâtiments, halls, cages, escaliers, tours, et les numéros seuls qui en tiennent lieu."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, natures, termes
from tat_carnet.anonymisation.nombres import EN_LETTRES, EN_TOUTES_LETTRES
from tat_carnet.anonymisation.pliage import CHIFFRES
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.genres import FAMILLE, INCONNU, SUR, genre_de_mot
from tat_carnet.anonymisation.rules.motifs import chercher
from tat_carnet.anonymisation.sonorite import est_une_faute

_TETE: Final = (
    r"(?:ilots?|bats?|bati?m[a-z]{0,5}|bati?m[ae]n[ts]?s?|batiments?|bts?|immeubles?|imm|halls?"
    r"|hals?|entrees?"
    r"|cages?"
    r"(?: d'escaliers?)?|escaliers?|esc|tours?|blo(?:ck?|k)s?|barres?|porches?|montees?|residences?"
    r"|villas?"
    r"|parkings?|pkg|box|caves?|coursives?|allees?|porte d'entree|boxes|garages?|ent(?=[. ])"
    r"|kages?|kaje|imeubles?|pavillons?|bungalows?|mobil[ -]?homes?|emplacements?|caravanes?"
    r"|algecos?|ailes?|plots?|halles?|maisons?(?! (?:de|des|du|d')\b)|traboules?|kaz|pontons?"
    r"|parcelles?|tentes?|chalets?|lotissements?|cases?|banga|fare|carbets?)"
)
_NUMERO: Final = (
    r"(?:\d{1,3} ?(?:bis|ter)\b|\d{1,3}[a-h]?\b(?! ?(?:h\b|h\d|ans?\b|heures?|jeunes|pers|fois"
    r"|jours|m2|%|€|euros|pieces|chambres|"
    r"places|etages|mois|semaines|seringues|ampoules|minutes|min\b|voitures|familles|logements"
    r"|personnes|gars|mecs))"
    r"|(?!y (?:a|avait|en)\b|a\b(?= (?!(?:et|ou) [a-z]\b)[a-z])|l\b(?=['’])|d\b(?=['’])|n\b"
    r"|s\b(?=['’])|t\b(?=['’])"
    r"|c\b(?=['’])|j\b(?=['’])"
    r"|m\b(?=['’]))[a-z]\d{0,2}\b(?!['’])"
    rf"|(?!une? [a-z])(?:{EN_LETTRES})\b(?! (?:jeunes|personnes|fois|familles|garcons|filles"
    r"|heures|ans"
    rf"|autres?)))"
)
_NUMEROTE: Final = re.compile(
    rf"\b{_TETE}(?: (?:n ?[o°]\.? ?|num(?:ero)?\.? |lettre )?{_NUMERO}|\. ?(?:\d{{1,3}}"
    rf"|[a-z])\b(?! ?(?:h\b"
    rf"|h\d|heures?|jeunes|mois))"
    rf"|\d{{1,3}}[a-h]?\b|-(?:\d{{1,3}}|[a-z])\b(?![\w'’-]))"
    rf"(?: ?(?:-|/|,|et|ou|&|\+) ?(?:\d{{1,3}}|[a-z])\b(?!['’ ]?(?:[a-z]{{2,}}))){{0,4}}"
)
_NOMME: Final = re.compile(
    r"\b(?:bat(?:iment)?|bloc|(?<!le )(?<!un )(?<!petit )(?<!grand )(?<!ce )(?<!faire )tour"
    r"|residence|copro(?:priete)?|lotissement|immeuble|barre|villa|resid|imm(?=\. )|res(?=\. ))"
    r"(?:s|(?<![a-z]{6})\.)? (?:[\"«] ?)?(?:dite? \W{0,2}"
    r"|surnommee? \W{0,2})?(?P<lien>des?"
    r"|du|les?|la"
    r"|l')? ?"
    r"(?!(?:police|controle|garde|force|passage|rouge|bleue?|blanche?|neuve?|vide|haut|bas|fond"
    r"|milieu|bout|"
    r"quartier|secteur|cote|bailleur|face|principale|municipale|est|a|en|sans|pour|sociale"
    r"|universitaire|avant|apres|pres|derriere|devant|avec|depuis|toujours|dans|chez|jusque"
    r"|entre|france|magie|terrain|role|chant|operatoire|autonomie|secondaire|alternee|surveillee)\b)"
    r"(?P<c>[a-z]{4,}(?:-[a-z]+)*|(?<=des )[a-z]{3})\b"
)
_HALL_DES: Final = re.compile(
    r"\b(?:halls?|porche|cage) des (?!immeubles?|tours|batiments?|blocs|residen|locataires|jeunes"
    r"|gens|expos|arrivees|departs|sports?|urgences|fetes|admissions|eleves|parents|femmes|hommes"
    r"|livraisons|secours|enfants|bus|prof|ambulances|deux|trois|quatre|escaliers|logements)"
    r"[a-z]{4,}(?:-[a-z]+)*\b"
)
"""« le hall des embruns » : il porte le nom de sa résidence."""
_HALL_NOMME: Final = re.compile(
    r"\b(?:halls?|cage|entree|montee|escalier|porche|pavillon) (?P<c>[a-z]{4,}(?:-[a-z]+)*)\b"
)
_ACOLE: Final = re.compile(
    r"\b(?:au|du|le|devant|aux|bat|parking|pkg) ?(?P<x>[a-h][1-9]\d?)\b(?!['’])"
)
_UNITES: Final = (
    r"(?! ?(?:h\b|h\d|heures?|ans?\b|a\b|e\b|er\b|eme|janv|fevr|mars|avril|mai\b|juin|juil|aout"
    r"|sept|oct|nov|dec|mois"
    r"|jours?|semaines?|premiers?|derniers?|prochaines?|%|€|euros|fois|jeunes|pers|m\b|km|kg|min"
    r"|du mois|dernier|pieces|demi"
    r"|garcons|filles|familles|gars|mecs|autres|enfants|places|seringues|logements|plus|ados"
    r"|petits|grands|minots"
    r"|/|:\d|,\d|\.\d|-\d))"
)
_SEUL: Final = re.compile(
    r"\b(?:(?:devant|dvt|derriere|habite|loge|vit|cote|voisins? du|locataires? du|ceux du|gens du"
    r"|hall du|cour du|pied du"
    r"|bas du|entree du|porche du|sous le|vers le|entre le|dame du|dames du|meres? du|gars du"
    r"|jeunes du|porte du"
    r"|cave du|caves du|escalier du|gardien du|gardienne du|velos du|local du|buanderie du"
    r"|parking du)"
    r"(?: le| au)? (?P<a>\d{1,3} ?(?:bis|ter)?)\b"
    r"|dans le (?P<d>(?:[1-9]|1[0-2]|14|1[5-9]|2[0-9])(?: ?(?:bis|ter))?)\b(?<!\b13)(?<!\b29)"
    r"|(?<!mis )(?<!chausse )(?<!taille )(?<!fait )(?:au|du) (?P<b>(?:\d{1,2}|1[0-9]{2})(?: ?(?:bis"
    r"|ter))?)\b(?<!115)(?<!119)(?<!114)(?<!112)(?<!116)(?<!pompiers du 18)"
    r"(?<!police du 17)(?<!samu du 15))" + _UNITES
)
_LISTE: Final = re.compile(
    r"\ble (?P<z>(?!59|69|7[578]|9[1-5])(?:3[2-9]|[4-9]\d))(?= (?:est|n'a|sent|pue|reste|etait)\b)"
    r"|\b(?:tour|cage|barre), la (?P<w>\d{1,2})\b|"
    r"\b(?:(?:au|du|le) \d{1,3} et (?:au|du|le) (?P<x>\d{1,3})"
    r"|(?:au|du|devant le|sous le) (?P<y>\d{2,3}(?: ?bis)? ?[/-] ?\d{2,3}))\b" + _UNITES
)

_NUMERO_SEUL: Final = re.compile(
    r"\b(?P<z>\d{1,3} ?(?:bis|ter))\b|\bbat\w*\.? (?P<w>nord|sud|ouest|est(?= ?(?:[,.;)]|$)))\b|"
    r"\b(?:au|du|le|devant le|chez le|aux?) (?P<x>(?:n ?[o°]\.? ?|numero )(?!11\d\b|1[578]\b)"
    r"\d{1,3}(?: ?(?:bis|ter))?)\b(?! ?\d)"
    r"|\b(?P<y>[a-h]\d{1,2}|gh ?\d{1,2})\b(?= (?:rdc|\d{1,2}e|porte|appt?|et\b|hall))"
    r"|(?:^|[.;!?•*\n] ?)(?P<v>[bcdegh]\d)(?= ?[:=,;]| (?:toujours|ras|calme|rien|vide|personne"
    r"|encore"
    r"|pas|fenetre|lumiere|ascenseur|porte)\b)"
)
_DECRIT: Final = re.compile(
    r"\b(?:bats?|bat\.|bati[a-z]*m[a-z]*|blocs?|tours?|barres?|immeubles?|entrees?|cages?"
    r"|halls?|porches?"
    r"|escaliers?|montees?|plots?|residences?)"
    r"(?: (?:bleue?s?|rouges?|verte?s?|jaunes?|orange|blanche?|grise?|roses?|marron|beige"
    r"|violette?)\b"
    r"(?! de\b)"
    r"| (?:du (?:fond|milieu|bout|coin|haut|bas)|de (?:gauche|droite)|d'en (?:face|bas|haut)"
    r"|d'a cote"
    r"|cote (?:[a-z]{3,}))\b"
    r"| (?:(?:juste )?(?:en face|a cote|derriere|au[- ]dessus|pres)(?: (?:du|de la|de l'|des|d'))?"
    r"|l[ae] plus proche|du|de la|de l') ?(?:la |le |les |l')?"
    r"(?:pharmacie|boulangerie|tabac|epicerie|laverie|kebab|snack|mosquee|creche|stade|terrain"
    r"|coiffeur|poste|pressing|boucherie|gardien|superette|cafe)\b)"
    r"|\b(?:premier|deuxieme|troisieme|dernier|avant-dernier) (?:bat(?:iment)?|bloc|immeuble"
    r"|hall|porche"
    r"|plot)\b(?! (?:de|du|d'))"
    r"|\b(?:premiere|deuxieme|troisieme|derniere) (?:entree|cage|barre|montee)\b(?! (?:de|du|d'"
    r"|dans|en))"
    r"|\b(?:petite|grande|grosse|vieille) (?:tour|barre)\b(?! (?:de|du|d'|en)\b)"
    r"|\b(?:escaliers?|esc\.?|halls?|entree|cage|aile|porte cochere) (?:de )?(?:gauche|droite"
    r"|centrale?|gche|dte)\b"
    r"|\b(?:tour|barre|bloc|aile|bat[a-z]*\.?|imm\w*\.?|hall|esc\w*\.?) (?:nord|sud|ouest"
    r"|est(?= ?(?:[,.;)]"
    r"|$)))\b"
    r"|\b(?:bt[a-h]|(?:bat|hall)[bcdfg])\b|\btours jumelles\b"
    r"|\b(?:bat(?:iment)?|bt|hall|tour|cage|bloc|escalier) ?[:=(\"] ?\"? ?(?:[a-h]"
    r"|\d{1,2})(?= ?[\")])"
    r"|\b(?:bat(?:iment)?|bt|hall|tour|cage|bloc) ?[:=] ?[a-h]\b(?!['’])"
)
"""« la tour bleue », « l'entrée côté parking », « le dernier bloc » : ce que chacun reconnaît."""
_BAT_A: Final = re.compile(
    r"\b(?:bat|batiment|bt|hall|cage|escalier|esc|entree|tour|bloc) a\b"
    r"(?=\s*(?:[,.;:!?)]|$)|\s(?:et|ou|le|la|les|il|elle|on|pour|avec|est|vers|depuis|qui|deux"
    r"|sans|puis)\b)"
)
_CELUI_DU: Final = re.compile(
    r"\b(?:caves?|halls?|escaliers?|porche|gars|jeunes|grands|petits|ceux|celui|celle|gens|pied"
    r"|bas|deux|trois"
    r"|cour|entree|gardienne?|guet devant|devant|derriere) (?:du"
    r"|le) (?P<x>[b-hkp])(?=\s*(?:[,.;:!?)]|$)"
    r"|\s(?:et|ou|il|elle|on|ils|qui|pour|avec|est|a|en|dans|hier|ce)\b)"
)
_FLEURI: Final = re.compile(
    r"\b(?:au|du) (?P<x>\d{1,3} (?:bis )?(?:des|de la|du) "
    r"(?!mois|matin|soir|jour|rez|bas|meme|premier|secteur|quartier|plan|siecle)[a-z]{4,})\b"
)
_DICTE: Final = re.compile(
    r"\b(?:au|(?:devant|derriere|entre|vers|sous) le"
    r"|\w+ du(?= (?:dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante)\b[^ ]*"
    r" (?:et|il|elle))"
    r"|(?:ceux|gens|cave|jeunes|gars|pied|hall|bande|groupe|bas|voisins|porche) du) (?:numero )?"
    rf"(?P<x>(?!premier|dernier|une?\b){EN_LETTRES}(?: bis)?)(?=\s*(?:[,.;:)]|$)|\s(?:et|il|elle"
    rf"|on|y|a|avec|est|il|des|les|la|le|qui|pour|en|ils|c')\b|\s(?:du (?:bloc|bat\w*|hall)"
    rf"|de la (?:tour|cage))\b)"
)
_LETTRE: Final = re.compile(
    r"\b(?:[Aa]u|[Dd]u|(?:[Dd]evant|[Ee]ntre|[Ss]ous|[Vv]ers|[Dd]erri[èe]re|[Ee]t) le|[Aa]ux"
    r"|chez ceux du|cave du) ([A-Z])\b(?!['’-]|\.?[A-Za-z]| ?[A-Z]\b)"
)
_SEULE: Final = re.compile(r" [A-Z]\b")
"""De quoi ne pas chercher longuement `_LETTRE` ni `_A_LA_LETTRE`, qui finissent ainsi."""

_A_LA_LETTRE: Final = re.compile(
    r"\b(?:(?:[Dd]ans|[Dd]evant|[Dd]erri[èe]re|[Ss]ous|[Vv]ers|à|À|[Dd]e|[Ee]t) la"
    r"|[Ll]a) ([B-HK])\b"
    r"(?!['’-]|\.?[A-Za-z]| ?[A-Z]\b| ?\d)"
)
"""« rien dans la C, la D est calme » : une entrée, une cage, une tour."""
_D_UNE_LIGNE: Final = re.compile(
    r"\b(?:lignes?|rer|voies?|hepatites?|vitamines?|categories?|classes?)\b[^.!?]{0,30}$"
)
"""« la ligne C est en panne, la D aussi »."""
_GRANDE_LETTRE: Final = re.compile(rf"\b{_TETE}\.? (?P<l>[an])\b(?!['’°]| ?\d)")
"""« le bâtiment A a appelé », « le bât N » : la capitale dit que ce n'est pas un petit mot."""
_LOGE_AUX: Final = re.compile(
    r"\b(?:habit\w+|log\w+|vit|vivent|dort|dorment|crech\w+|heberge\w*|squatt\w+|reside\w*) "
    r"(?:toujours |encore |plus |maintenant |seule? |deja )?(?:aux"
    r"|dans les) (?P<c>[a-z]{4,}(?:-[a-z]+)*)"
    r"\b|\baux (?P<d>[a-z]{4,}(?:-[a-z]+)*)(?=,? (?:\d{1,2}(?:e|er|eme)\b|rdc|rez|bat|hall|esc"
    r"|porte"
    r"|appt?|entree|cage))"
    r"|\b(?:les|des|aux) (?P<e>[a-z]{4,}(?:-[a-z]+)*) (?:\d{1,2}|[a-h])\b(?!['’]| ?(?:h\b|ans?\b"
    r"|fois"
    r"|jeunes|/))"
)
"""« elle loge aux Mimosas », « aux Mimosas, 3e gauche », « les Mimosas 2 » : une résidence."""

_EN_CHIFFRES: Final = frozenset((CHIFFRES,))
_LETTRES: Final = frozenset("bcdefghkp")
_TETES: Final = mots_de(
    "ilot ilots bat bats batiment batiments batiman batimant batimen batimens batimants batimants",
    "batment bt bts immeuble immeubles imm hall halls hal hals entree entrees cage cages escalier",
    "escaliers esc tour tours bloc blocs barre barres porche porches montee montees residence",
    "residences resid villa villas parking parkings pkg box cave caves coursive coursives allee",
    "allees boxes garage garages ent kage kages kaje imeuble imeubles pavillon pavillons bungalow",
    "bungalows mobil mobilhome homes emplacement emplacements caravane caravanes algeco aile ailes",
    "bta btb btc btd bte btf btg bth batb batc batd batf batg hallb hallc halld hallf hallg",
    "ponton pontons parcelle parcelles tente tentes chalet chalets plot plots halle halles",
    "lotissement lotissements case cases banga fare carbet carbets cochere",
    "block blocks blok bloks maison maisons traboule traboules kaz",
)


def reperer(note: Lecture) -> Iterator[Repere]:
    """Un immeuble numéroté, nommé, ou désigné par son seul numéro."""
    if not _TETES.isdisjoint(note.vocabulaire) or "bati" in note.plie:
        for motif in (_NUMEROTE, _BAT_A, _DECRIT, _HALL_DES):
            yield from chercher(note, motif, Categorie.batiment)
    for motif in (_ACOLE, _LISTE, _NUMERO_SEUL, _FLEURI):
        yield from chercher(note, motif, Categorie.batiment, si=_EN_CHIFFRES)
    yield from chercher(note, _DICTE, Categorie.batiment, si=EN_TOUTES_LETTRES)
    yield from chercher(note, _CELUI_DU, Categorie.batiment, si=_LETTRES)
    if any(map(str.islower, note.brut)):
        if _SEULE.search(note.brut):
            yield from _a_une_lettre(note)
        yield from _en_capitale(note)
    for trouve in note.departs.occurrences(_NOMME):
        debut, _ = note.bornes(trouve.start("c"), trouve.end("c"))
        niveau = _niveau_du_nom(trouve, majuscule=note.brut[debut].isupper())
        if niveau is not None:
            yield Repere(trouve.start(), trouve.end(), Categorie.batiment, niveau)
    for trouve in note.departs.occurrences(_HALL_NOMME):
        rang = note.rangs.get(trouve.start("c"))
        if rang is not None and note.majuscule(rang) and not note.sigle(rang):
            yield Repere(trouve.start(), trouve.end(), Categorie.batiment, Niveau.masquer)
    for trouve in note.departs.occurrences(_SEUL):
        groupe = next(nom for nom in "abd" if trouve[nom])
        yield Repere(trouve.start(groupe), trouve.end(groupe), Categorie.batiment, Niveau.masquer)


def _a_une_lettre(note: Lecture) -> Iterator[Repere]:
    """« devant le B », « rien dans la C » : une capitale seule, dans une note qui a la casse."""
    for trouve in _LETTRE.finditer(note.brut):
        lettre = bisect_left(note.origines, trouve.start(1))
        article = note.plie.rfind(" ", 0, lettre - 1) + 1
        debut = article if trouve[1] == "A" else lettre
        yield Repere(debut, lettre + 1, Categorie.batiment, Niveau.masquer)
    for trouve in _A_LA_LETTRE.finditer(note.brut):
        lettre = bisect_left(note.origines, trouve.start(1))
        if _D_UNE_LIGNE.search(note.plie, 0, lettre):
            continue
        yield Repere(lettre - len("la "), lettre + 1, Categorie.batiment, Niveau.masquer)


def _en_capitale(note: Lecture) -> Iterator[Repere]:
    """« bâtiment A », « aux Mimosas » : ce que la capitale seule désigne."""
    for trouve in note.departs.occurrences(_GRANDE_LETTRE):
        if note.brut[note.origines[trouve.start("l")]].isupper():
            yield Repere(trouve.start(), trouve.end("l"), Categorie.batiment, Niveau.masquer)
    for trouve in note.departs.occurrences(_LOGE_AUX):
        groupe = next(nom for nom in "cde" if trouve[nom])
        rang = note.rangs.get(trouve.start(groupe))
        if rang is None or note.sigle(rang):
            continue
        if not note.majuscule(rang) and not (groupe == "d" and _est_une_residence(note, rang)):
            continue
        if trouve[groupe] not in termes("publics") and trouve[groupe] not in termes("institutions"):
            fin = trouve.end() if groupe == "e" else trouve.end(groupe)
            yield Repere(trouve.start(groupe), fin, Categorie.batiment, Niveau.masquer)


def _est_une_residence(note: Lecture, rang: int) -> bool:
    """« aux mimosas, 3e gauche », dans une note sans capitales : un pluriel peu commun."""
    forme = note.forme(rang)
    commun = forme in termes("generiques") or forme in termes("metier")
    return note.sans_casse and forme.endswith("s") and not commun


def _niveau_du_nom(trouve: re.Match[str], *, majuscule: bool) -> Niveau | None:
    """« tour Jonquille », « bloc filaos » : sans majuscule, il faut un nom commun sans article."""
    if majuscule or trouve["lien"] in ("des", "les"):
        return Niveau.masquer
    if trouve["lien"]:
        return None
    if trouve["c"] not in natures() and genre_de_mot(trouve["c"]) in (SUR, FAMILLE, INCONNU):
        return Niveau.verifier if est_une_faute(trouve["c"]) else Niveau.masquer
    nature = natures().get(trouve["c"], "n")
    if nature[0] != "n" or trouve["c"] in termes("generiques"):
        return None
    return Niveau.masquer if trouve[0].startswith(("bat", "bloc", "resid")) else Niveau.verifier
