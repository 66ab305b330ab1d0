"""Résidences dites par leur petit nom : « aux mimosas », « la cave des glycines », « lilas 3 ».

Le nom d'une fleur ne suffit pas, ni ce qui l'introduit : il faut les deux.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, nature_de, prenoms, termes
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.genres import OUTIL, genre_de_mot
from tat_carnet.anonymisation.rules.motifs import chercher

_DEVANT: Final = mots_de(
    "devant dvt derriere vers chez dans entre depuis pour apres avant contre",
)
"""« devant les Dahlias » ; un arbre en serait un, sans ce que les bailleurs en font."""
_REFAIT: Final = mots_de(
    "repeint refait demoli demolit rase renove rehabilite mure evacue quitte",
)
_RELIENT: Final = mots_de("et ou puis")
DEPENDANCES: Final = mots_de(
    "hall halls cave caves toit toits cage cages escalier escaliers porche porches parking",
    "parkings",
    "cour entree entrees porte portes gardien gardienne concierge gens jeunes petits grands gars",
    "ceux celles celui celle voisins voisine locataires dame dames mamie papi famille familles",
    "pied bas haut bout fenetres balcons ascenseur local sas boites gamins gosses minots mamans",
    "papas filles garcons residence barre cote coin copropriete pelouse interphone digicode",
)
"""Ce qui dépend d'un immeuble, ou ceux qui l'habitent."""
_LOGENT: Final = mots_de(
    "habite habitent habitait habiter loge logent logeait loger vit vivent dort dorment dormait",
    "creche heberge hebergee squatte reside resident demenage emmenage",
)
_SONT: Final = mots_de("est sont etait reste restent")
_VONT: Final = mots_de(
    "passe passee passes passees repasse repassee monte montee remonte remontee retourne retournee",
    "descendu descendue reste rester restent vu vue revu revue alle allee aller va tourne plus",
    "maraude permanence tournee presence retour",
)
_ENTRE_DEUX: Final = mots_de("toujours encore plus maintenant seule deja pas bien toute tout juste")
_MENENT_A: Final = _DEVANT - {"chez", "avant", "apres", "pour", "contre"} | mots_de(
    "a cote jusqu'a"
)
_VIENNENT: Final = mots_de(
    "vient viennent descend descendu parti partie revenu arrive sort venus cote"
)
_SE_MANGENT: Final = mots_de(
    "allergique allergiques allergie allergies tarte confiture the sirop jus creme parfum odeur",
    "eau",
    "arrose planter plante",
)
_LOGIS: Final = re.compile(
    r",? ?\(?(?:rdc|rez|\d{1,2} ?(?:e|er|eme)\b|porte \d|appt?\b|bat\w*|hall|esc\w*|entree [a-h\d]"
    r"|cage|(?:[1-9]|1\d|20)\b(?! ?(?:h\b|h\d|ans|fois|jeunes|pers|/|euros|€|[a-z]{3,}s\b))"
    r"|(?!a\b)[a-h]\b(?!['’]))"
)
"""Ce qui suit le nom d'une résidence : un étage, un numéro, une lettre."""


_CONSTAT: Final = re.compile(
    r" ?:(?!\d)| (?:ras|calme|vide|rien|ok|personne|desert|idem|tranquille)\b"
)
"""« Acacias : RAS. Tilleuls calme. »"""
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
_HALL_DES: Final = re.compile(
    r"\b(?:halls?|porche|cage) des (?!immeubles?|tours|batiments?|blocs|residen|locataires|jeunes"
    r"|gens|expos|arrivees|departs|sports?|urgences|fetes|admissions|eleves|parents|femmes|hommes"
    r"|livraisons|secours|enfants|bus|prof|ambulances|deux|trois|quatre|escaliers|logements)"
    r"[a-z]{4,}(?:-[a-z]+)*\b"
)
"""« le hall des embruns » : il porte le nom de sa résidence."""


def reperer(note: Lecture) -> Iterator[Repere]:
    """Le nom d'une résidence, avec le numéro qui la précise."""
    noms = _connus()
    if not noms.isdisjoint(note.vocabulaire):
        for rang, forme in enumerate(note.formes):
            if forme in noms:
                niveau = _introduit(note, rang)
                if niveau is not None:
                    yield Repere(*_avec_son_numero(note, rang), Categorie.batiment, niveau)
    if "aux" in note.vocabulaire:
        yield from _loges_aux(note)
    if "des" in note.vocabulaire:
        yield from chercher(note, _HALL_DES, Categorie.batiment)
    for trouve in note.departs.occurrences(_DISENT):
        bati = not _BATIS.isdisjoint(note.vocabulaire)
        niveau = Niveau.masquer if bati else Niveau.verifier
        yield Repere(*trouve.span("x"), Categorie.batiment, niveau)
    yield from chercher(note, _LETTREE, Categorie.batiment)
    yield from _en_capitale(note)
    if not _illustres().isdisjoint(note.vocabulaire):
        yield from _d_un_illustre(note)
    yield from _au_nom_propre(note)


@cache
def _illustres() -> frozenset[str]:
    """Ceux dont on nomme un immeuble, et que nul mot n'est."""
    connus = termes("illustres") - prenoms().keys() - {"leclerc"}
    return frozenset(nom for nom in connus if not nature_de(nom))


def _d_un_illustre(note: Lecture) -> Iterator[Repere]:
    """« du monde devant renoir », « ceux de Matisse », « Renoir 3 : propre »."""
    for rang, forme in enumerate(note.formes):
        if forme not in _illustres():
            continue
        avant, encore = (
            note.forme(rang - 1) if rang else "",
            note.forme(rang - 2) if rang > 1 else "",
        )
        mene = avant in _MENENT_A or (avant == "et" and encore in _illustres())
        habite = avant in ("de", "du") and encore in DEPENDANCES | _VIENNENT
        pose = note.ouvre_une_phrase(rang) and _CONSTAT.match(note.plie, note.fins[rang])
        if mene or habite or pose or avant in _LOGENT or _suivi(note, rang):
            yield Repere(*_avec_son_numero(note, rang), Categorie.batiment, Niveau.masquer)


def _en_capitale(note: Lecture) -> Iterator[Repere]:
    """« aux Mimosas » : ce que la capitale, ou ce qui suit, désigne."""
    for trouve in note.departs.occurrences(_LOGE_AUX):
        groupe = next(nom for nom in "cde" if trouve[nom])
        rang = note.rangs.get(trouve.start(groupe))
        if rang is None or note.sigle(rang):
            continue
        if not note.majuscule(rang) and not (groupe == "d" and _est_un_pluriel(note, rang)):
            continue
        if trouve[groupe] not in termes("publics") and trouve[groupe] not in termes("institutions"):
            fin = trouve.end() if groupe == "e" else trouve.end(groupe)
            yield Repere(trouve.start(groupe), fin, Categorie.batiment, Niveau.masquer)


_AU: Final = re.compile(
    r"\b(?:aux?|(?:devant|derriere|vers|entre|sous) l[ae]|(?:pied|bas|autour|petits|grands) du) "
    r"(?P<c>[a-z]{4,}(?:-[a-z]+)*)\b(?! (?:d[eu]s?|la|les?)\b| d')"
)


def _au_nom_propre(note: Lecture) -> Iterator[Repere]:
    """« une réunion au Voilier », « aux Mineurs » : une capitale que rien n'explique."""
    for trouve in note.departs.occurrences(_AU):
        rang, nom = note.rangs[trouve.start("c")], trouve["c"]
        if not note.majuscule_interne(rang) or note.sigle(rang) or note.majuscule(rang + 1):
            continue
        connu = nom in termes("institutions") or nom in termes("generiques")
        if not connu and genre_de_mot(nom) != OUTIL:
            yield Repere(*trouve.span("c"), Categorie.batiment, Niveau.masquer)


def _est_un_pluriel(note: Lecture, rang: int) -> bool:
    """« aux mimosas, 3e gauche », dans une note sans capitales : un pluriel peu commun."""
    forme = note.forme(rang)
    commun = forme in termes("generiques") or forme in termes("metier")
    return note.sans_casse and forme.endswith("s") and not commun


@cache
def _connus() -> frozenset[str]:
    return termes("residences")


def est_une_residence(forme: str) -> bool:
    """« mimosas », « merisier » : ce dont on nomme une résidence, au pluriel ou au singulier."""
    return forme in _connus() or f"{forme}s" in _connus() or f"{forme}x" in _connus()


def _introduit(note: Lecture, rang: int) -> Niveau | None:
    """Ce que disent de ce mot ceux qui l'entourent."""
    avant, encore = note.forme(rang - 1) if rang else "", note.forme(rang - 2) if rang > 1 else ""
    if avant == "aux":
        return None if encore in _SE_MANGENT else Niveau.masquer
    if avant == "la" and note.forme(rang).endswith("aie"):
        return Niveau.masquer
    if avant == "des":
        return Niveau.masquer if encore in DEPENDANCES else None
    if avant == "les":
        coordonne = encore in _RELIENT and note.forme(rang - 3) in _connus()
        sur = coordonne or encore in _DEVANT or encore in _REFAIT
        return Niveau.masquer if sur else _suivi(note, rang)
    if avant in _SONT | _LOGENT | {"derriere", "devant"} and note.entre(rang) in (" ", ", "):
        return Niveau.masquer
    if note.ouvre_une_phrase(rang) and _CONSTAT.match(note.plie, note.fins[rang]):
        return Niveau.masquer
    return _suivi(note, rang)


def _suivi(note: Lecture, rang: int) -> Niveau | None:
    """« lilas 3, 2e » : un logis le suit."""
    return Niveau.masquer if _LOGIS.match(note.plie, note.fins[rang]) else None


_DISENT: Final = re.compile(
    r"\b(?:gosses|jeunes|gamins|gens|grands|petits|anciens|monde|ils|elles|on|autres|locataires"
    r"|habitants|voisins|minots) (?:ils |elles )?"
    r"(?:disent|dit|(?:l')?(?:nomment|surnomment|baptise)|l'appell(?:ent|e)) "
    r"(?:tous |toujours |encore )?"
    r"(?P<x>(?:les? |la |l')(?!verite|contraire|meme|prix|mots?\b|noms?\b|choses?|mal\b|bien|police"
    r"|samu|pompiers|secours|gardien)[a-z]{4,})(?=\s*(?:[.,;:!?)]|$)| (?:maintenant|pour|depuis"
    r"|parce|car)\b)"
)
"""« les gosses disent le béton maintenant » ; mais « on appelle la mairie », au téléphone."""
_BATIS: Final = mots_de(
    "immeuble limmeuble bat batiment tour bloc barre residence facade repeint hall cage cite",
    "pignon",
)
_LETTREE: Final = re.compile(
    r"\b(?:dames?|gens|ceux|voisins?|voisine|gardienne?|locataires|jeunes|mamie|monsieur"
    r"|famille) (?:de|a)"
    r" (?P<x>(?!la |plus |moins|chez|cage|hall|tour)[a-z]{5,} (?:[b-h]|[1-9]))\b(?!['’-]"
    r"| ?(?:h\b|ans|[a-z]{3,}s\b))"
)
"""« la dame de fontaine b »."""
PRECISE: Final = re.compile(
    r"[ -](?:\d{1,2}|(?!a\b)[a-h])\b(?!['’]| ?(?:h\b|h\d|ans|fois|jeunes|pers|/|euros|€|e\b))"
)


def _avec_son_numero(note: Lecture, rang: int) -> tuple[int, int]:
    numero = PRECISE.match(note.plie, note.fins[rang])
    return note.debuts[rang], numero.end() if numero else note.fins[rang]


def _loges_aux(note: Lecture) -> Iterator[Repere]:
    """« il dort aux tisserands », « repassée aux fonderies » : un pluriel que l'on habite."""
    for rang, forme in enumerate(note.formes[:-1]):
        if forme != "aux" or rang == 0 or note.entre(rang + 1) != " ":
            continue
        nom = note.forme(rang + 1)
        if nom in _connus() or not _peut_se_loger(nom):
            continue
        avant = next(
            (f for f in (note.forme(rang - 1), note.forme(rang - 2)) if f not in _ENTRE_DEUX), ""
        )
        if avant in _LOGENT:
            yield Repere(
                note.debuts[rang + 1], note.fins[rang + 1], Categorie.batiment, Niveau.masquer
            )
        elif avant in _VONT:
            yield Repere(
                note.debuts[rang + 1], note.fins[rang + 1], Categorie.batiment, Niveau.verifier
            )


@cache
def _peut_se_loger(nom: str) -> bool:
    """Un nom pluriel qui ne dit ni des gens ni un lieu que chacun a."""
    if len(nom) < 4 or not nom.endswith(("s", "x")) or genre_de_mot(nom) == OUTIL:
        return False
    nombres = {nom, nom.rstrip("sx")}
    if any(nombres & termes(lexique) for lexique in ("generiques", "metier", "publics")):
        return False
    return nature_de(nom)[:1] in ("n", "") and nom not in _AILLEURS


_AILLEURS: Final = mots_de(
    "urgences puces toilettes halles lettres prud'hommes resto restos courses bains eaux etats",
    "etages portes caves poubelles escaliers balcons fenetres volets sonnettes numeros alentours",
    "abords environs dents pieds chevilles mains bras yeux oreilles genoux fers vacances examens",
    "cours devoirs ecoles bureaux champignons fraises chataignes cartes dominos echecs jeux",
)
