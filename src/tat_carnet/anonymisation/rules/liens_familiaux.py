"""Liens de famille et de proximité : « sa mère », « le cousin de »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import HORS_DICTIONNAIRE, mots, mots_de, natures, termes
from tat_carnet.anonymisation.marques import marque, marque_de
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.genres import AMBIGU, FAMILLE, SUR, genre_de_mot
from tat_carnet.anonymisation.rules.motifs import chercher
from tat_carnet.anonymisation.sonorite import son

_PARENT: Final = (
    r"(?:arr?iere[ -])?(?:ex[ -])?(?:(?:gd|grd|gran|grand|gds|grands|gde|grande|beau|beaux|belle"
    r"|demi|ex|futur|future|b(?=-))[ -]?)?"
    r"(?:meres?|mer(?! (?:d'irlande|du nord)\b(?! (?:[amlnts]|est|lui|nous|vous)\b))|peres?|per"
    r"|mamans?|papas?|daronn?es?|darons?|reumm?e?|reup|parents|freres?"
    r"|frers?|frangins?|frangines?|soeurs?|seurs?"
    r"|reufs?|reus|rem|rep|srx|cousins?|cousines?|couz|oncles?|oncl|tantes?|tontons?|tatas?|fils"
    r"|filles?|gosses?|gamins?|gamines?|minots?|minotte?s?|momes?"
    r"|neveux?|nevx|nieces?|marraine|parrain|mari|femme|compagnons?|compagne|conjointe?|epoux"
    r"|epouse|copain|copine|mec|meuf|keum|nana|mif|bro|sista|sis|ex"
    r"|mamie|papi|papy|mami|meme|pepe|jumeaux?|jumelles?|aine|ainee|cadet(?:te)?|benjamine?|puine"
    r"|enfants|petits-enfants|petite? amie?"
    r"|filleule?|beauf|grands|gendre|petits?[ -]fils|petites?[ -]filles?|prim[oa]"
    r"|momon|mae|pai|irma|irmao|tia|tio|avo|hermano|hermana|abuela|abuelo|yemma|mmi|baba|abi"
    r"|abla|khouya|khti|kho|frerot|soeurette|petits?|petites?|bru|veuve|famille|rejeton|aines"
    r"|ainees|cadets|cadettes|benjamins"
    r"|crush|homme|bonhomme|memere|pepere|manman|amoureux|amoureuse|feme|boyfriend|girlfriend"
    r"|nounou|assistante maternelle|fiancee?|concubine?|promise|marmots?|mioches?|mouflets?"
    r"|rejetons?|belle-doche|beau-dabe|bonnes?[ -]mamans?|bons?[ -]papas?|maraine|fraires?"
    r"|genit(?:eur|rice)"
    r"|step[ -]?(?:father|mother|bro|sis)|tantines?|gm\b|gp\b|zauj|zaouja"
    r"|pacsee?|assfam|boueni|dadi|bibi(?! )|grande?s?|cheri|cherie|gow?|zouz|remps|rempes"
    r"|tonton|tatie|mamy|mame|bebes?|bb|pater(?:nel)?|mater|poupon|cops|bestie|bestah?|gadj[io]"
    r"|zouze|jules|reguliere"
    r"|(?:tut(?:eur|rice)|representante?|responsable)s? leg(?:ale?|aux)|moutards?|lardons?"
    r"|maitre(?= de\b)|maitresse(?= de\b)|papounet)"
)
_QUALITE: Final = (
    r"(?:(?:grand|grande|grands|vrai|vraie|faux|fausse|petit|petite|petits|petites|p'?tite?s?|gd"
    r"|gde|jeune|plus jeune"
    r"|vieux|vieille|pauvre|nouveau"
    r"|nouvelle|deux|trois|propre|propres|autre|cher|chere|ancien|ancienne|futur|future|vieil) )?"
)
_GARS: Final = r"garcons?|garson|gars|gramounes?"
_POSSESSIF: Final = re.compile(
    rf"\b(?:son|sa|ses|leur|leurs|mon|ma|mes|ton|ta|tes|notre|votre|un de ses|une de ses|sont"
    rf"|ca) (?:(?:[2-9]|quatre|cinq) )?{_QUALITE}{_QUALITE}(?:petite?s? derni(?:er|ere)s?|{_PARENT}"
    rf"|{_GARS})\b"
    r"(?: mat(?:ernelle)?\b\.?| pat(?:ernelle?)?\b\.?| (?:cadet(?:te)?|germaine?s?|d'accueil"
    r"|ainee?|unique|biologiques?|adopti(?:f|ve)s?|majeure?|mineure?|jumeau|jumelle)\b)?"
)
_LIEN_SEUL: Final = re.compile(
    rf"(?:(?:de|chez|a)?l[ea]|du|au|del|l)?(?:{_PARENT}|{_GARS}|petits?|petites?|b(?![a-z])"
    r"|bonne?s?|step|grand|beau|belle|demi|arr?iere|assistante|jum|benjamin|dernier"
    r"|tut(?:eur|rice)|representant|maitre|maitresse)"
)
"""Par quoi commence un lien, fût-il collé à son article (« lamere »)."""
_LIEN: Final = marque(lambda forme: _LIEN_SEUL.match(forme) is not None)
_LIENS: Final = mots_de(
    "mere pere maman papa frere soeur freres soeurs cousin cousine oncle tante tonton neveu niece",
    "parents enfants femme mari copine copain fille daron daronne voisin voisine",
)
_ENTENDU: Final = 3
"""Lettres à partir desquelles un mot inconnu peut être un lien mal écrit."""
_ENTENDUS: Final = mots_de("fis frair mair pair soer mman papat")
"""Des fautes qui sont aussi des mots, ou trop loin du lien qu'elles disent."""
_POSSESSIFS: Final = mots_de("sa son ses leur leurs ma mon mes")
_MAL_ECRIT: Final = HORS_DICTIONNAIRE | marque_de(_ENTENDUS)
_ARTICLES: Final = mots_de("le la les l")
_QUALITES: Final = mots_de("grand grande petit petite belle")
_COMPLEMENTS: Final = mots_de("de d a")
_TAILLES: Final = mots_de("petit petite jeune ptit ptite gros grosse")
"""« les parents du petit Noé »."""
_CES: Final = re.compile(r"\bces (?:parents|freres?|soeurs?|enfants|gosses|cousins?|fils)\b")
_JEUNE: Final = re.compile(
    r"(?:jeunes?|petite?|jum(?:eaux?|elles?)|bebe|triplees?|collegien(?:ne)?|lyceen(?:ne)?"
    r"|gamine?|garcon|fille|minote?|gosse|ado|mineure?|defunt|gerant)\b"
)
_GENERAL: Final = re.compile(r"(?:un|une|des|les|aux|d'une?) ")
"""Devant un lien que nul nom ne suit : il ne désigne personne."""
_VOCATIFS: Final = mots_de("grand grande petit petite fille vieux vieille belle beau")
_QUALIFIE: Final = re.compile(
    r" (?!et\b|ou\b|a\b|est\b|qui\b|il\b|elle\b|dit\b|n'|m'|s'|l'|de\b|pour\b|dans\b|chez\b"
    r"|au\b)[a-z]{2,}"
)
_SUIVI: Final = re.compile(
    rf"(?<!sage-)\b(?:(?:le|la|les|du|au|aux|un|une|des|d'un|d'une|o|et|ni) "
    rf"|l')?{_QUALITE}(?:{_PARENT}|(?P<rang>derniere?)) "
    r"(?:(?:(?:mat|pat)ernel(?:le)?|cadet(?:te)?|ainee?|germaine?|jum(?:eau|elle)|biologique|unique"
    r"|adopti(?:f|ve)|adultere) )?(?P<lien>de l'|de la |de |d'une? |d'|du |des |a |aux? )"
    r"(?!(?:(?:deux|trois|quatre|cinq|six|\d+) enfants|famille|accueil|cm\d|ce\d|cp|\de\b|college"
    r"|lycee|classe|pmi|seconde|terminale|segpa"
    r"|foyer|mal|quartier|cite|lui|elle|eux|cela|ca|coeur|nouveau|temps"
    r"|plus|la part|toute|tous|l'immeuble|jour|nuit|voir|dire|faire|la fois|peine|part|cote|bout"
    r"|pied|plusieurs|leurs?|cause|[0-9]+ ?ans|[a-z-]+ (?:ans|mois)|retour)\b)"
    r"(?=[a-z]{2}|[a-z]\.)"
)
_TETES_SUIVIES: Final = re.compile(
    r"(?:femme|fille|filles|meme|ex|famille|mec|meuf|grands|gosses|enfants|mari|bebe|bb|mer|per"
    r"|rem|parents|rep)\b"
)
_DEFINI: Final = re.compile(
    r"\b(?:(?:la |le )?(?P<v>(?:mere|pere|tante|oncle|mari) et (?:la |le |sa |son )?(?:fille"
    r"|fils|femme|enfants?))|(?:le|la|l'|du|au|a la|a l'|de la|chez le"
    r"|chez la) ?(?P<x>(?:(?:grand|grande|petit"
    r"|petite|demi|beau|belle)[ -])?"
    r"(?:frere|soeur|reuf|reum|fils|cousine?|tonton|tata|tante|oncle|niece|neveu|maman|mere"
    r"|daronn?e?|papa|pere|mari|copine|copain|marraine"
    r"|parrain|compagn(?:on|e)|(?<!\ble)gendre|tatie|tantine|mamie|papi|papy|pepe|jumeau|jumelle"
    r"|ainee?"
    r"|cadet(?:te)?|petite? derni(?:er|ere)"
    r"|benjamine?|veuve|dernier de la fratrie|fille (?:ainee|cadette)|fils (?:aine|cadet)))"
    r"|les (?P<y>jum(?:eaux|elles)|(?:deux )?belles?-meres|les deux parents|cousins)"
    r"|(?:les|des|aux) (?P<w>(?:deux|trois|2|3) (?:freres|soeurs|cousins|cousines))"
    r"|une? (?P<z>(?:cousine?|oncle|tante|neveu|niece|frere|soeur|demi-(?:frere|soeur)"
    r"|beau-(?:frere|pere)|belle-(?:soeur|mere)|grand-(?:mere|pere))(?: a (?:lui|elle|eux)\b)?))\b"
    r"(?! (?:noel|michel|poule|porteuse|d'accueil|spirituel))"
)
_VIEUX: Final = re.compile(
    r"\b(?:son|sa|ses|leurs) (?:vieux|vieille|vioques?|ieuv|moitie(?! (?:de|d'|du|des)\b))\b"
)
"""« ses vieux savent pas », « sa moitié l'a mis dehors »."""
_NU: Final = re.compile(
    r"(?:(?:^|[.:;,→(+/•=*-] ?)|\b(?:tel|chez|que|avec|par|num|appel|vu|prevenir|et"
    r"|appele|joint|contacte|recu|rencontre|via|prevenu|rappeler|rappele|entre) )"
    r"(?P<x>(?:gd-?|grande?[ -]|petite?[ -]|belle[ -]|beau[ -]|demi[ -])?(?:mere|pere|frere"
    r"|soeur|oncle|tante|fils|cousin"
    r"|cousine|maman|papa|parents|mamie|papi|tatie|tantine|daron|daronne|reum|reup))\b"
    r"(?! (?:de|d'|des|du|a)\b)"
)


def reperer(lecture: Lecture) -> Iterator[Repere]:
    """Les liens possédés, et ceux que suit le nom de quelqu'un."""
    yield from _mal_tapes(lecture)
    for repere in chercher(lecture, _VIEUX, Categorie.lien_familial):
        if not _est_qualifie(lecture.plie, repere.fin):
            yield repere
    if not lecture.rangs_de(_LIEN):
        return
    for repere in chercher(lecture, _POSSESSIF, Categorie.lien_familial):
        mots = lecture.plie[repere.debut : repere.fin].split()
        adjectif = mots[-1].rstrip("s") in (
            "grand",
            "grande",
            "petit",
            "petite",
        ) and _est_qualifie(lecture.plie, repere.fin)
        vocatif = len(mots) == 2 and mots[1] in _VOCATIFS and _interpelle(lecture.plie, repere)
        if mots[0] not in ("sont", "ca") and not adjectif and not vocatif:
            yield repere
    yield from chercher(lecture, _CES, Categorie.lien_familial, Niveau.verifier)
    for motif in (_DEFINI, _NU):
        yield from chercher(lecture, motif, Categorie.lien_familial)
    rangs = lecture.rangs
    for trouve in lecture.departs.occurrences(_SUIVI):
        niveau = _niveau(lecture, rangs.get(trouve.end()), trouve)
        if niveau is not None:
            jeune = _JEUNE.match(lecture.plie, trouve.end())
            fin = jeune.end() if jeune else trouve.end()
            yield Repere(trouve.start(), fin, Categorie.lien_familial, niveau)


def _interpelle(texte: str, repere: Repere) -> bool:
    """« Ma grande, arrête » : on lui parle ; « j'ai vu ma grande, elle va bien » : on en parle."""
    if texte[repere.fin : repere.fin + 1] != ",":
        return False
    return texte[: repere.debut].rstrip(" ")[-1:] in ("", ".", "!", "?", '"', "\n", ",")


def _est_qualifie(texte: str, fin: int) -> bool:
    """« son grand projet », mais non « sa petite dort »."""
    suite = _QUALIFIE.match(texte, fin)
    return suite is not None and natures().get(suite[0].strip(), "n")[0] != "v"


def _mal_tapes(lecture: Lecture) -> Iterator[Repere]:
    """« sa mre », « son cousn », « ma grand mre » : un lien à une faute près."""
    for rang in lecture.rangs_de(_MAL_ECRIT):
        avant = rang - 1 - (lecture.forme(rang - 1) in _QUALITES)
        possede = lecture.forme(avant) in _POSSESSIFS
        nomme = lecture.forme(rang - 1) in _ARTICLES and lecture.forme(rang + 1) in _COMPLEMENTS
        if not (possede or nomme) or not _est_mal_tape(lecture.forme(rang)):
            continue
        if possede:
            bornes = lecture.debuts[avant], lecture.fins[rang]
            yield Repere(*bornes, Categorie.lien_familial, Niveau.masquer)
        elif _est_un_nom(lecture, rang + 2):
            bornes = lecture.debuts[rang - 1], lecture.fins[rang + 1]
            yield Repere(*bornes, Categorie.lien_familial, Niveau.masquer)


@lru_cache(maxsize=8192)
def _est_mal_tape(forme: str) -> bool:
    """« mre », « frrèe », « mrèe » : un lien à une lettre près, ou deux lettres échangées."""
    if forme in _ENTENDUS:
        return True
    if len(forme) < _ENTENDU or forme in mots():
        return False
    return bool(_voisins(forme) & _proches()) or son(forme) in _par_son()


def _voisins(forme: str) -> set[str]:
    return {forme, *(forme[:i] + forme[i + 1 :] for i in range(len(forme)))}


@cache
def _par_son() -> frozenset[str]:
    """« frair », « meire », « couzin » : ce qui s'entend comme un lien."""
    return frozenset(son(lien) for lien in _LIENS if len(lien) > _ENTENDU)


@cache
def _proches() -> frozenset[str]:
    return frozenset(v for lien in _LIENS for v in _voisins(lien))


def _niveau(lecture: Lecture, rang: int | None, trouve: re.Match[str]) -> Niveau | None:
    """Sûr devant un nom ; sinon, selon que le lien est défini ou général."""
    if rang is not None and _est_un_nom(lecture, rang + (lecture.forme(rang) in _TAILLES)):
        return Niveau.masquer
    if trouve["lien"] == "a " or _GENERAL.match(trouve[0]) or trouve[0].startswith("meme "):
        return None  # « il répond même au chef » ; « mémé du 3e » ne se dit pas sans « la »
    if rang is not None and lecture.forme(rang) in termes("roles"):
        return Niveau.masquer
    if trouve["rang"]:
        return None  # « le dernier de la liste »
    return Niveau.verifier if _TETES_SUIVIES.search(trouve[0]) else Niveau.masquer


def _est_un_nom(lecture: Lecture, rang: int) -> bool:
    return lecture.majuscule(rang) or genre_de_mot(lecture.forme(rang)) in (SUR, AMBIGU, FAMILLE)
