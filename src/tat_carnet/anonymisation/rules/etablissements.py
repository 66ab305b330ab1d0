"""Établissements nommés : écoles, collèges, foyers, hôpitaux, associations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots, mots_de
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.motifs import juste_avant

_TETE: Final = re.compile(
    r"\b(?:groupe scolaire|ecole(?: (?:maternelle|primaire|elementaire))?|collg|col|coll?eges?"
    r"|colege|lycees?|lyc|lp|legt"
    r"|maternelle|primaire|elementaire|creche|hopital|hosto|clinique|foyer|mecs|ime|itep|sessad"
    r"|cfa|segpa|ehpad|chrs"
    r"|micro-creche|centre (?:social|aere|maternel|educatif|hospitalier)|maison d'enfants|chu"
    r"|internat|pouponniere"
    r"|e2c|us|as|fc|asc|aspc|stade olympique|racing|etoile sportive|groupe scolaire"
    r"|maison de quartier|mjc|institut|bahut)\b"
)
_CLUBS: Final = mots_de("us as fc asc aspc racing")
_ARTICLE: Final = re.compile(r"(?:(?<!\w)l'|\b(?:le|au|du) )$")
_LIENS: Final = mots_de(
    "de du des la le les l d saint sainte st ste notre",
)
_GENERIQUES: Final = mots_de(
    "quartier secteur coin coup jeune jeunes petit petits petite enfant enfants ville garcon",
    "garcon matin soir midi fils fille frere soeur gamin gamine minot rue cite bas haut cote",
    "village centre commune nuit jour semaine deuxieme seconde chance meme autre autres vie",
    "secteur-la mineurs filles garcons parents familles mere mamans parent travailleurs",
    "accueil hebergement urgence departement public prive sport foot police musique danse",
    "lundi mardi mercredi jeudi vendredi ou et est a qui pour avec sans depuis apres avant il",
    "elle on dit va sera etait mais car parce en y ne se professionnel professionnelle",
    "general technique hotelier agricole adapte specialise maternelle primaire elementaire",
    "social ferme ouvert demain hier aujourd dehors dedans sauf jusqu dans sur par chez sous",
    "vers devant derriere quand comme leur leurs ses sa son ce cette ces mon ma mes un une",
    "deux trois nous ils elles lui je tu mardi toute tout tous toutes rentree sortie soleil",
    "classe stage voisin voisine dernier derniere prochain republique tjr plus tt pas trop",
    "bien aussi encore deja direct appelle confirme signale demande refuse convoque accepte",
    "prevenu prevenue prevenir repond propose ouvre ferme organise attend attente exclu",
    "exclue psychiatrique regional universitaire militaire day jour premier premiere chaque",
    "partenaire concerne concernee jouxte municipale communale voisine proche urgences arrive",
    "enfance adolescence adolescents ados migrants hommes femmes etudiants polyvalent polyvalente",
    "adoma coallia arrivent francais francaise laique catholique",
)


def reperer(lecture: Lecture) -> Iterator[Repere]:
    """Une tête d'établissement suivie de son nom."""
    for trouve in lecture.departs.occurrences(_TETE):
        if trouve[0] == "mecs" and lecture.brut[lecture.origines[trouve.start()]].islower():
            continue
        if trouve[0] in _CLUBS and not juste_avant(_ARTICLE, lecture.plie, trouve.start()):
            continue
        apres = bisect_left(lecture.debuts, trouve.end())
        fin = _fin_du_nom(lecture, apres)
        if fin is not None:
            yield Repere(trouve.start(), fin, Categorie.etablissement, Niveau.masquer)


def _fin_du_nom(lecture: Lecture, rang: int) -> int | None:
    """La fin du nom propre qui commence au mot de ce rang, ou `None`."""
    debut, fin = rang, None
    while rang < len(lecture.formes) and rang - debut < 6 and _lie(lecture, rang):
        forme = lecture.forme(rang)
        if forme in _LIENS:
            rang += 1
            continue
        if not _nomme(lecture, rang, fin is not None):
            break
        fin = lecture.mot(rang).fin
        rang += 1
    return fin


def _lie(lecture: Lecture, rang: int) -> bool:
    return lecture.entre(rang).strip(" '-\"") == "" and "  " not in lecture.entre(rang)


def _nomme(lecture: Lecture, rang: int, commence: bool) -> bool:
    """Vrai si ce mot fait partie d'un nom d'établissement."""
    forme = lecture.forme(rang)
    if forme in _GENERIQUES or forme.isdigit():
        return lecture.majuscule(rang) and lecture.entre(rang + 1) == "-"
    if lecture.majuscule(rang):
        return not lecture.sigle(rang) or len(forme) > 4
    if lecture.entre(rang) == "-" and commence:
        return True
    lien = lecture.forme(rang - 1) in _LIENS
    inconnu = len(forme) > 1 and forme not in mots()
    if commence:
        return inconnu and len(forme) > 3
    compose = len(forme) > 3 or lecture.entre(rang + 1) == "-"
    return (lien and compose) or inconnu or _est_prenom(forme)


def _est_prenom(forme: str) -> bool:
    return forme in (
        "jean",
        "jules",
        "victor",
        "pierre",
        "marie",
        "louis",
        "louise",
        "rosa",
        "paul",
        "albert",
    )
