"""Bâtiments en liste, décrits par ce qui les touche, ou nommés par ce qui en dépend.

« les halls 2, 4 et 6 », « la maison jaune », « l'immeuble au-dessus du tabac », « les caves du
Ronsard ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, termes
from tat_carnet.anonymisation.nombres import EN_LETTRES
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.genres import OUTIL, genre_de_mot
from tat_carnet.anonymisation.rules.motifs import chercher

_RANG: Final = r"(?:\d{1,3}(?: ?(?:bis|ter))?|[a-h])\b(?!['’°]| ?(?:h\b|%|€|ans?\b|m\b|-))"
_SUITE: Final = rf"(?:(?:,| et| ou| &|,? puis| /)(?: le| la)? {_RANG})"
_LISTE: Final = re.compile(
    r"\b(?:halls|cages|bats|batiments|bts|blocs|tours|entrees|escaliers|immeubles|allees|montees)"
    rf" {_RANG}{_SUITE}{{1,6}}(?! [a-z]{{3,}}s\b(?<!rues)(?<!tues)(?<!tes)(?<!ees)(?<!hs))"
    r"|\bentre (?!\d*[05] et \d*[05]\b)(?:le |la )?"
    r"(?P<x>\d{1,3}(?: bis)? et (?:le |la )?\d{1,3}(?: bis)?)\b"
    r"(?! ?(?:h\b|heures|ans|et\b|%|€|euros|m\b|metres|km|pers|[a-z]+s\b))"
    rf"|\b(?:au|du) (?P<y>\d{{1,3}} et \d{{1,3}})\b(?= ?(?:[.,;:)]|$))"
)
_COULEURS: Final = (
    r"(?:bleue?s?|rouges?|verte?s?|jaunes?|orange|blanc(?:he)?s?|grise?s?|roses?|marron|beiges?"
    r"|violette?s?|noire?s?|ocres?|creme)"
)
_TETES: Final = (
    r"(?:bats?|batiments?|immeubles?|barres?|tours?|blocs?|maisons?|villas?|pavillons?|caravanes?"
    r"|chalets?|pignons?|batisses?|hlm|residences?)"
)
_DECRIT: Final = re.compile(
    rf"\b(?:maisons?|villas?|caravanes?|immeubles?|bats?|batiments?|chalets?|pavillons?|batisses?)"
    rf" {_COULEURS}\b(?! de\b)"
    rf"|\b(?:petite? |grande? |vieux |vieille |gros |grosse )?{_TETES} (?:juste |tout )?"
    r"(?:derriere|devant|contre|(?:en face|a cote|au[- ]dessus|pres|le long) d[eu])s? "
    r"(?:l[ae]s? |l'|du |des )?[a-z]{3,}\b"
    r"|\bhlm (?:du|de la|des|de l') ?[a-z]{4,}\b"
    r"|\b(?:bat|batiment|immeuble|maison|tour|barre|hall|cour|villa) aux? (?!lieu|moins|cas|dessus"
    r"|dessous|plus|debut|milieu|fond|bord|soleil|complet|calme|loin|pied)[a-z]{4,}\b"
    r"|\b(?:maison|immeuble|porte) sans (?:chiffre|numero|nom)\b"
    r"|\b(?:petit|gros|vieux|nouveau) (?:bat|batiment|bloc|immeuble)\b(?! (?:de|du|d'|qui)\b)"
    r"|\b(?:la |une )?bati(?:sse|ment) du (?:fond|bout)\b"
)
"""Ce que le voisin reconnaît sans numéro."""
_RECONNU: Final = re.compile(
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
_ANNEXE: Final = re.compile(
    r"\b(?:entr\.?|annexe|ascenseur|asc\.|gite|rce|interphone|digicode)"
    r" (?:[b-h]|a(?= ?[.,;:)]|$)|\d{1,2})\b(?!['’]| ?h\b)"
    r"|\b(?:loge|habite|vit|chez elle|chez lui|adresse) ?:? (?P<x>n ?[o°]\.? ?\d{1,3}(?: bis)?)\b"
    r"|\b(?:devant|derriere|dans|vers|sous|de) la (?P<y>[a-h][1-9]\d?)\b(?!['’])"
    rf"|\b(?P<z>numero (?!11\d\b|1[578]\b)(?:\d{{1,3}}|{EN_LETTRES})(?: (?:bis|ter|[a-d]))?)"
    r"(?=\s*(?:[.,;:)]|$)| (?:dans|de la|du|rue)\b)"
)
_DEPEND: Final = re.compile(
    r"\b(?P<p>halls?|caves?|cages?|escaliers?|toits?|ascenseurs?|porches?|digicode|interphone"
    r"|sous-sol|gardienne?|locataires|residents?|ceux|celui|celles?|gens|voisins|habitants|jeunes|petits"
    r"|grands"
    r"|residence(?: (?:sociale|universitaire|etudiante|autonomie|hoteliere))?"
    r"|(?:grand )?ensemble|rce)"
    r" (?:(?:du|des|de la|les|la|le|de l'|l') ?)?(?P<c>[a-z]{4,}(?:-[a-z]+)*)\b"
)
"""« les caves du Ronsard », « les gens des Glycines » : la capitale dit que c'est un nom."""
_GENS: Final = mots_de("gens voisins habitants jeunes petits grands")


def reperer(note: Lecture) -> Iterator[Repere]:
    """Les bâtiments que `batiments` n'a pas lus ; à vérifier si ce peut être un quartier."""
    for motif in (_LISTE, _DECRIT, _RECONNU, _ANNEXE):
        yield from chercher(note, motif, Categorie.batiment)
    for trouve in note.departs.occurrences(_DEPEND):
        rang = note.rangs.get(trouve.start("c"))
        if rang is None or not note.majuscule_interne(rang) or note.sigle(rang):
            continue
        if _est_connu(trouve["c"]):
            continue
        niveau = Niveau.verifier if trouve["p"] in _GENS else Niveau.masquer
        yield Repere(trouve.start("c"), trouve.end("c"), Categorie.batiment, niveau)


def _est_connu(nom: str) -> bool:
    """« le hall du Carrefour », « les habitants de Marseille » : une enseigne, une ville."""
    if genre_de_mot(nom) == OUTIL:
        return True
    return nom in termes("institutions") or nom in termes("generiques")
