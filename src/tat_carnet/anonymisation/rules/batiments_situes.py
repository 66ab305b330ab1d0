"""Bâtiments en liste, décrits par ce qui les touche, ou nommés par ce qui en dépend.

« les halls 2, 4 et 6 », « la maison jaune », « l'immeuble au-dessus du tabac », « les caves du
Ronsard ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.departs import Famille
from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, termes
from tat_carnet.anonymisation.nombres import EN_LETTRES
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.genres import AMBIGU, OUTIL, SUR, genre_de_mot
from tat_carnet.anonymisation.rules.motifs import chercher

_RANG: Final = r"(?:\d{1,3}(?: ?(?:bis|ter))?|[a-h])\b(?!['’°]| ?(?:h\b|%|€|ans?\b|m\b|-))"
_SUITE: Final = rf"(?:(?:,| et| ou| &|,? puis| /)(?: le| la)? {_RANG})"
_LISTE: Final = re.compile(
    r"\b(?:halls?|cages?|bats|batiments?|bts|blocs?|tours|entrees?|escaliers?|immeubles?|allees"
    rf"|montees) {_RANG}{_SUITE}{{1,6}}"
    r"(?! (?!sans|dans|vers|sous|apres|tous|toujours|puis|propres|calmes|vides|sales|fermes"
    r"|ouverts|tranquilles|occupes)[a-z]{3,}s\b"
    r"(?<!rues)(?<!tues)(?<!tes)(?<!ees)(?<!hs))"
    r"|\b(?:halls?|cages?|batiments?|blocs?|tours?|entrees?|escaliers?|immeubles?|allees?"
    rf"|numeros?|ascenseurs?)(?: hs"
    rf"| en panne)? ?: ?(?P<z>{_RANG}{_SUITE}{{1,9}})(?! [a-z]{{3,}}s\b)"
    r"|\bentre (?!\d*[05] et \d*[05]\b)(?:le |la )?"
    r"(?P<x>\d{1,3}(?: bis)? et (?:le |la )?\d{1,3}(?: bis)?)\b"
    r"(?! ?(?:h\b|heures|ans|et\b|%|€|euros|m\b|metres|km|pers|[a-z]+s\b))"
    rf"|\b(?:au|du) (?P<y>\d{{1,3}} et \d{{1,3}})\b(?= ?(?:[.,;:)]|$))"
    r"|\bde (?P<w>la \d{1,2} (?:a|vers|jusqu'a) la \d{1,2})\b(?! ?(?:h\b|e\b|heures))"
)
COULEURS: Final = (
    r"(?:bleue?s?|rouges?|verte?s?|jaunes?|orange|blanc(?:he)?s?|grise?s?|roses?|marron|beiges?"
    r"|violette?s?|noire?s?|ocres?|creme)"
)
_IMMEUBLES: Final = (
    r"(?:(?<=grand )ensemble|hlm|bats?\.?|bati[a-z]*m[a-z]*|immeubles?|barres?"
    r"|tours?|blocs?|residences?)"
)
_MAISONS: Final = (
    rf"(?:{_IMMEUBLES}|maisons?|villas?|pavillons?|caravanes?|chalets?|batisses?|baraques?)"
)
_ACCES: Final = r"(?:entrees?|cages?|halls?|porches?|escaliers?|esc\.?|montees?|plots?)"
_TETES: Final = rf"(?:{_MAISONS}|{_ACCES})"
_TAILLE: Final = (
    r"(?:petite?|grande?|gros(?:se)?|vieux|vieille|nouveau|nouvelle|longue?|haute?|ancien(?:ne)?)"
)
_ASPECT: Final = (
    rf"(?:{COULEURS}|carree?|ronde?|courbe|neuve?|penchee?|tordue?|muree?|taguee?|decrepite?"
    r"|en (?:briques?|bois|verre|pierres?|beton|crepi|construction|travaux|chantier|ruines?|[lu])"
    r"|a (?:balcons?|volets|colombages|tourelles?|toit|facade|fresque|carreaux|bandes|rayures"
    r"|arcades|pilotis|loggias|terrasses?|coursives)(?: [a-z]{4,}s?)?)"
)
_COMMERCE: Final = (
    r"(?:pharmacie|boulangerie|tabac|epicerie|laverie|kebab|snack|mosquee|creche|stade|terrain"
    r"|coiffeur|poste|pressing|boucherie|gardien|superette|cafe)"
)
_PRES: Final = (
    r"(?:juste |tout )?(?:derriere|devant|contre"
    r"|(?:en face|a cote|au[- ]dessus|pres|le long) d[eu]s?)"
)
_COLORE: Final = re.compile(rf"\b{_TETES} {_ASPECT}\b(?! de (?!haut\b|bas\b))")
_PLACE: Final = re.compile(
    rf"\b{_MAISONS} du (?:fond|milieu|bout|coin|haut|bas)\b"
    rf"|\b(?:{_IMMEUBLES}|{_ACCES}) (?:du (?:fond|milieu|bout|coin|haut|bas)|de (?:gauche|droite)"
    rf"|d'en (?:face|bas|haut)|d'angle|de (?:derriere|devant)"
    r"|d'a cote|cote [a-z]{3,}|(?:face|donnant|ouvrant) (?:au|aux|a la|a l'|sur (?:le |la "
    r"|l')?) ?[a-z]{3,})\b"
    rf"|\b(?:{_TAILLE} )?(?:{_MAISONS}|pignons?|hlm) {_PRES} (?:l[ae]s? |l'|du |des )?[a-z]{{3,}}\b"
    rf"|\b{_TETES} (?:{_PRES}|pres|au[- ]dessus|l[ae] plus proche|du|de la|de l') ?(?:la |le "
    rf"|les |l')?"
    rf"{_COMMERCE}\b"
    r"|\bhlm (?:du|de la|des|de l') ?[a-z]{4,}\b"
    r"|\bresidence (?:sociale|universitaire|etudiante|senior|hoteliere) (?:d'en (?:face|bas|haut)"
    r"|d'a cote|du (?:fond|bas|haut))\b|\b(?:cote|chez|entre|ceux|vers) (?P<x>(?:les |des )?"
    r"(?:im)?pairs?)\b"
    rf"|\b(?:{_ACCES}|aile|porte cochere) (?:de )?(?:gauche|droite|centrale?|gche|dte)\b"
    rf"|\b{_IMMEUBLES} (?:de la (?:caf|banque|poste|pmi|gare|mission locale|mediatheque|piscine)"
    r"|de l'(?:ecole|agence)|du (?:college|cinema|supermarche|lidl|carrefour|centre social))\b"
    r"|\bentree (?:parking|cour|jardin|livraisons?|poubelles|velos|de service|boulevard)\b"
    r"|\bporte de (?:service|secours) du \d{1,3}\b(?! ?h)"
    r"|\b(?:tour|barre|bloc|aile|entree|cage|porche|montee|bat[a-z]*\.?|imm\w*\.?|hall"
    r"|esc\w*\.?) (?:nord|sud|ouest"
    r"|est(?= ?(?:[,.;)]|$)))\b"
)
"""« l'entrée côté parking », « l'immeuble au-dessus du tabac », « hall nord »."""
_ORNE: Final = re.compile(
    rf"\b(?!tours? au )(?:{_MAISONS}|hall|cour) aux? (?!lieu|moins|cas|dessus|dessous|plus"
    rf"|debut|milieu|fond|bord"
    r"|soleil|complet|calme|loin|pied|numero|bout|coin|niveau|total|maximum|premier|dernier|rez"
    r"|sous)"
    r"[a-z]{4,}\b|\b(?:maison|immeuble|porte) sans (?:chiffre|numero|nom)\b"
    r"|(?<=la )(?:tour|barre|maison|residence|cage) sans [a-z]{4,}\b"
    r"|(?:(?<=le )(?:bat\w*|bloc|hall)|(?<=l')immeuble) sans [a-z]{4,}\b|\btours jumelles\b"
)
"""« le bâtiment aux tortues », « la maison sans numéro »."""
_RANGE: Final = re.compile(
    r"\b(?:premier|deuxieme|troisieme|dernier|avant-dernier|\d{1,2}e)"
    r" (?:escalier(?! a )|bat(?:iment)?|bloc|immeuble|hall"
    r"|porche|plot|pavillon|chalet)\b(?! (?:de|du|d'))"
    r"|\b(?:premiere|deuxieme|troisieme|derniere) (?:entree|cage|barre|montee|maison|villa"
    r"|caravane)\b"
    r"(?! (?:de|du|d'|dans|en))"
    r"|\bla (?P<x>(?:premiere|deuxieme|troisieme|quatrieme|derniere|seconde"
    r"|\d{1,2}e) (?:tour|allee))\b"
    r"|\b(?:petite|grande|grosse|vieille|longue|haute|ancienne|nouvelle) (?:tour|barre)\b"
    r"(?! (?:de|du|d'|en)\b)"
    r"|\b(?:petit|gros|vieux|nouveau|long|haut) (?:bat|batiment|bloc|immeuble)\b"
    r"(?! (?:de|du|d'|qui)\b)"
    r"|\b(?:la |une )?bati(?:sse|ment) du (?:fond|bout)\b"
)
"""« le dernier bloc », « la petite tour »."""
_ABREGE: Final = re.compile(
    r"\bb(?:a?t\.?)? ?(?:\d{1,2}|[a-h]) ?[-/]? ?h(?:all)? ?\d{1,2}\b(?! ?(?:\d|h\b|ans?\b))|"
    r"\b(?:bt[a-h]|(?:bat|hall)[bcdfg])\b"
    r"|\b(?:bat(?:iment)?|bt|hall|tour|cage|bloc|escalier) ?[:=(\"] ?\"? ?(?:[a-h]"
    r"|\d{1,2})(?= ?[\")])"
    r"|\b(?:bat(?:iment)?|bt|hall|tour|cage|bloc) ?[:=] ?[a-h]\b(?!['’])"
)
_NUE: Final = re.compile(
    r"\b(?:(?:devant|derriere|dans|vers|entre|sous|pied de|bas de|haut de|gens de|jeunes de"
    r"|ceux de)"
    r" (?P<x>la (?:bleue|rouge|verte|jaune|blanche|grise|rose|noire|beige|violette|orange|haute"
    r"|longue|courte|neuve|ronde|carree|penchee|muree))"
    r"|(?:dans|pied de|bas de|haut de|toits? de|caves? de|halls? de)"
    r" (?P<y>la (?:vieille|ancienne|nouvelle|grande|petite)))"
    r"(?=\s*(?:[,.;:!?)(]|$)|\s(?:et|ou|ce|hier|depuis|pour|avec|qui|toujours|encore|contre|est"
    r"|sont|ont|se|sans)\b)"
)
"""« au pied de la blanche », « ceux de la longue » : l'aspect tient lieu de nom."""
_QUI: Final = re.compile(
    rf"\b(?:(?<=le )|(?<=la )|(?<=l')|(?<=du )|(?<=au )){_MAISONS} qui (?:penche|a brule"
    r"|(?:va etre|sera|doit etre) (?:demolie?|detruite?|rasee?|rehabilitee?)|fait (?:l'angle"
    r"|le coin"
    r"|face)|(?:donne|longe|touche|borde|surplombe|domine|jouxte|regarde)"
    r" (?:sur )?(?:le |la |les |l')?[a-z]{3,})\b"
)
"""« l'immeuble qui donne sur le stade », « la tour qui va être rasée »."""
_ANNEXE: Final = re.compile(
    r"\b(?:entr\.?|annexe|ascenseur|asc\.?|gite|rce|interphone|digicode)"
    r" (?:[b-h]|a(?= ?[.,;:)]|$)|\d{1,2})\b(?!['’]| ?h\b)"
    r"|\b(?:loge|habite|vit|chez elle|chez lui|adresse) ?:? (?P<x>n ?[o°]\.? ?\d{1,3}(?: bis)?)\b"
    r"|\b(?:devant|derriere|dans|vers|sous|de) la (?P<y>[a-h][1-9]\d?)\b(?!['’])"
    r"|(?:^|[.;:\n] ?)(?P<w>n ?[o°]\.? ?\d{1,3}(?: bis)?)(?=,? (?:interphone|rdc|porte|hall|\de\b"
    r"|appt?|digicode|ascenseur|boite|escalier))"
    rf"|\b(?P<z>numero (?!11\d\b|1[578]\b)(?:\d{{1,3}}|{EN_LETTRES})(?: (?:bis|ter|[a-d]))?)"
    r"(?=\s*(?:[.,;:)]|$)| (?:dans|de la|du|rue)\b)"
)
_DEPEND: Final = re.compile(
    r"\b(?P<p>halls?|caves?|cages?|escaliers?|toits?|ascenseurs?|porches?|digicode|interphone"
    r"|sous-sol|sas|balcons?|fenetres?|gardienne?|locataires?|residente?s?|ceux"
    r"|(?:pied|bas|haut|bout)(?= (?:du|des?|la|les?|l')\b)"
    r"|celui|celles?|gens|voisins|habitants|jeunes|petits"
    r"|grands"
    r"|residence(?: (?:sociale|universitaire|etudiante|autonomie|hoteliere))?"
    r"|(?:grand )?ensemble|rce)"
    r" (?:(?:(?:du|des|de la|les|la|le|(?P<de>de))(?= )|de l'|l') ?)?(?P<c>[a-z]{4,}(?:-[a-z]+)*)\b"
)
"""« les caves du Ronsard », « les gens des Glycines » : la capitale dit que c'est un nom."""
_OCCUPENT: Final = mots_de(
    "locataire locataires gardien gardienne ascenseur digicode interphone hall halls"
)
_GENS: Final = mots_de("gens voisins habitants jeunes petits grands")

_SITUES: Final = Famille(_LISTE, _COLORE, _PLACE, _ORNE, _RANGE, _ABREGE, _NUE, _QUI, _ANNEXE)


def reperer(note: Lecture) -> Iterator[Repere]:
    """Les bâtiments que `batiments` n'a pas lus ; à vérifier si ce peut être un quartier."""
    for motif in note.departs.parmi(_SITUES):
        yield from chercher(note, motif, Categorie.batiment)
    for trouve in note.departs.occurrences(_DEPEND):
        rang = note.rangs.get(trouve.start("c"))
        if rang is None or not note.majuscule_interne(rang) or note.sigle(rang):
            continue
        if _est_connu(trouve["c"]) or (trouve["de"] and _est_a_quelqu_un(trouve)):
            continue
        niveau = Niveau.verifier if trouve["p"] in _GENS else Niveau.masquer
        yield Repere(trouve.start("c"), trouve.end("c"), Categorie.batiment, niveau)


def _est_a_quelqu_un(trouve: re.Match[str]) -> bool:
    """« les gens de Marseille », « le balcon de Lina » ; « une locataire de Verlaine » en est."""
    prenom = genre_de_mot(trouve["c"]) in (SUR, AMBIGU) and trouve["c"] not in termes("illustres")
    return prenom or trouve["p"] not in _OCCUPENT


def _est_connu(nom: str) -> bool:
    """« le hall du Carrefour », « les habitants de Marseille » : une enseigne, une ville."""
    if genre_de_mot(nom) == OUTIL and nom not in termes("illustres"):
        return True
    return nom in termes("institutions") or nom in termes("generiques")
