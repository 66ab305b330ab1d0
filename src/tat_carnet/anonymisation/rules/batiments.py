"""Bâtiments, halls, cages, escaliers, tours, et les numéros seuls qui en tiennent lieu."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, natures, termes
from tat_carnet.anonymisation.nombres import EN_LETTRES
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.genres import FAMILLE, INCONNU, SUR, genre_de_mot
from tat_carnet.anonymisation.rules.motifs import chercher, hors_participes
from tat_carnet.anonymisation.rules.residences import PRECISE, est_une_residence
from tat_carnet.anonymisation.sonorite import est_une_faute

_TETE: Final = (
    r"(?:ilots?|bats?|bati?e?m[a-z]{0,5}|bts?|l?immeubles?|imm|halls?"
    r"|hals?|l?entrees?"
    r"|cages?"
    r"(?: d'escaliers?)?|l?escal(?:l?iers?|ie)|esc|tours?|blo(?:ck?|k)s?|barres?|porches?|montees?"
    r"|resid[ae]n[cs]es?"
    r"|villas?"
    r"|parkings?|pkg|box|caves?|coursives?|l?allees?|porte d'entree|boxes|garages?|ent(?=[. ])"
    r"|kages?|kaje|imeubles?|pavillons?|pav(?=\.)|bungalows?|mobil[ -]?homes?|emplacements?"
    r"|caravanes?|algecos?|ailes?|plots?|halles?|maisons?(?! (?:de|des|du|d')\b)|traboules?"
    r"|kaz|pontons?"
    r"|parcelles?|tentes?|chalets?|lotissements?|cases?|banga|fare|carbets?)"
)
_NUMERO: Final = (
    r"(?:\d{1,3} ?(?:bis|ter)\b|\d{1,3}[a-h]?\b(?! ?(?:h\b|h\d|ans?\b|heures?|jeunes|pers(?!onne\b)"
    r"|fois|jours|m2|%|€|euros|pieces|chambres|"
    r"places|etages|mois|semaines|seringues|ampoules|minutes|min\b|voitures|familles|logements"
    r"|personnes|gars|mecs))"
    r"|(?!y (?:a|avait|en)\b|a\b(?= (?!(?:et|ou) [a-z]\b)[a-z])|l\b(?=['’])|d\b(?=['’])|n\b"
    r"|s\b(?=['’])|t\b(?=['’])"
    r"|c\b(?=['’])|j\b(?=['’])"
    r"|m\b(?=['’]))[a-z]\d{0,2}\b(?!['’])"
    rf"|(?!une? (?!(?:et|ou|puis|pour|avec|il|elle|on|y)\b)[a-z])(?:{EN_LETTRES})\b"
    r"(?! (?:jeunes|personnes|fois|familles|garcons|filles|heures|ans|jours|semaines|minutes"
    r"|autres?)))"
)
_NUMEROTE: Final = re.compile(
    rf"\b{_TETE}(?: (?:n(?: ?[o°]\.?)? ?(?=\d)|num(?:ero)?\.? |lettre |# ?)?{_NUMERO}"
    r"(?! a \d{1,2} (?:contre|face|pour))"
    rf"|\. ?(?:\d{{1,3}}|[a-z])\b(?!['’]| ?(?:h\b|h\d|heures?|jeunes|mois))"
    rf"|\d{{1,3}}[a-h]?\b|-(?:\d{{1,3}}|[a-z])\b(?![\w'’-]))"
    rf"(?: ?(?:-|/|,|et|ou|&|\+) ?(?:\d{{1,3}}|[a-z])\b(?!['’ ]?(?:[a-z]{{2,}}))){{0,4}}"
)
_NOMME: Final = re.compile(
    r"\b(?:bat(?:iment)?|bloc|tr(?= )|(?P<la>(?<=\bla ))tour"
    r"|(?<!le )(?<!un )(?<!petit )(?<!grand )(?<!ce )(?<!faire )tour"
    r"|residence|copro(?:priete)?|lotissement|immeuble|barre|villa|resid|imm(?=\. )|res(?=\. ))"
    r"(?:s|(?<![a-z]{6})(?<!\btour)\.)? (?:[\"«] ?)?(?:dite? \W{0,2}"
    r"|surnommee? \W{0,2})?(?P<lien>(?:des?"
    r"|du|les?|la)(?= )|l')? ?"
    r"(?!(?:police|controle|garde|force|passage|rouge|bleue?|blanche?|neuve?|vide|haut|bas|fond"
    r"|milieu|bout|"
    r"quartier|secteur|cote|bailleur|face|principale|municipale|est|a|en|sans|pour|sociale"
    r"|universitaire|avant|apres|pres|derriere|devant|avec|depuis|toujours|dans|chez|jusque"
    r"|entre|france|magie|terrain|role|chant|operatoire|autonomie|secondaire|alternee"
    r"|surveillee)\b)"
    r"(?P<c>[a-z]{4,}(?:-[a-z]+)*|(?:(?<=des )|(?<=du ))[a-z]{3})\b"
)
_HALL_NOMME: Final = re.compile(
    r"\b(?:halls?|cage|entree|montee|escalier|porche|pavillon) (?P<c>[a-z]{4,}(?:-[a-z]+)*)\b"
)
_BAT_A: Final = re.compile(
    r"\b(?:bat|batiment|bt|hall|cage|escalier|esc|entree|tour|bloc) a\b"
    r"(?=\s*(?:[,.;:!?)]|$)|\s(?:bat\w*|hall|cage|bloc|et|ou|le|la|les|il|elle|on|pour|avec|est|vers|depuis|qui|deux"
    r"|sans|puis)\b)"
)
_GRANDE_LETTRE: Final = re.compile(rf"\b{_TETE}\.? (?P<l>[an])\b(?!['’°]| ?\d)")
"""« le bâtiment A a appelé », « le bât N » : la capitale dit que ce n'est pas un petit mot."""
TETES: Final = mots_de(
    "ilot ilots bat bats batiment batiments batiman batimant batimen batimens batimants batimants",
    "batment batiement limmeuble lescalier escalie escallier escalliers lentree lallee residance",
    "residense bt bts immeuble immeubles imm hall halls hal hals entree entrees cage cages",
    "escalier escaliers esc tour tours bloc blocs barre barres porche porches montee montees",
    "residence residences resid villa villas parking parkings pkg box cave caves coursive",
    "coursives allee allees boxes garage garages ent kage kages kaje imeuble imeubles pavillon",
    "pavillons pav bungalow bungalows mobil mobilhome homes emplacement emplacements caravane",
    "caravanes algeco aile ailes",
    "bta btb btc btd bte btf btg bth batb batc batd batf batg hallb hallc halld hallf hallg",
    "ponton pontons parcelle parcelles tente tentes chalet chalets plot plots halle halles",
    "lotissement lotissements case cases banga fare carbet carbets cochere",
    "block blocks blok bloks maison maisons traboule traboules kaz",
)
_NON_BLOCS: Final = mots_de("note notes moteur porte portes prise papier lavabo cuisine")
"""« bloc piscine » nomme une entrée ; « bloc notes », non."""


def reperer(note: Lecture) -> Iterator[Repere]:
    """Un immeuble que son genre annonce, numéroté ou nommé."""
    if not TETES.isdisjoint(note.vocabulaire) or "bati" in note.plie:
        for motif in (_NUMEROTE, _BAT_A):
            yield from hors_participes(note, chercher(note, motif, Categorie.batiment))
    if any(map(str.islower, note.brut)):
        for trouve in note.departs.occurrences(_GRANDE_LETTRE):
            if note.brut[note.origines[trouve.start("l")]].isupper():
                yield Repere(trouve.start(), trouve.end("l"), Categorie.batiment, Niveau.masquer)
    for trouve in note.departs.occurrences(_NOMME):
        debut, _ = note.bornes(trouve.start("c"), trouve.end("c"))
        niveau = _niveau_du_nom(trouve, majuscule=note.brut[debut].isupper())
        if niveau is not None:
            precise = PRECISE.match(note.plie, trouve.end())
            fin = precise.end() if precise else trouve.end()
            yield Repere(trouve.start(), fin, Categorie.batiment, niveau)
    for trouve in note.departs.occurrences(_HALL_NOMME):
        rang = note.rangs.get(trouve.start("c"))
        if rang is not None and note.majuscule(rang) and not note.sigle(rang):
            yield Repere(trouve.start(), trouve.end(), Categorie.batiment, Niveau.masquer)


def _niveau_du_nom(trouve: re.Match[str], *, majuscule: bool) -> Niveau | None:
    """« tour Jonquille », « bloc filaos » : sans majuscule, il faut un nom commun sans article."""
    if trouve["c"] in _NON_BLOCS:
        return None
    if majuscule or trouve["lien"] in ("des", "les") or trouve["c"] in termes("illustres"):
        return Niveau.masquer
    if trouve["lien"]:
        return None
    if trouve["c"] not in natures() and genre_de_mot(trouve["c"]) in (SUR, FAMILLE, INCONNU):
        return Niveau.verifier if est_une_faute(trouve["c"]) else Niveau.masquer
    if est_une_residence(trouve["c"]):
        return Niveau.masquer
    nature, bloc = natures().get(trouve["c"], "n"), trouve[0].startswith("bloc ")
    if nature[0] != "n" or trouve[0].startswith("tr "):
        return None
    if trouve["c"] in termes("generiques") and not bloc:
        return None
    sur = trouve["la"] is not None or trouve[0].startswith(("bat", "bloc", "resid"))
    return Niveau.masquer if sur else Niveau.verifier
