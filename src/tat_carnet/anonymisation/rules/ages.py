"""Âges exacts qui disent leur unité (« ans », « piges ») ; une tranche, une durée n'en sont pas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lexiques import mots_de
from tat_carnet.anonymisation.nombres import EN_LETTRES, NOMBRES, nombre_dit
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules import ages_nus
from tat_carnet.anonymisation.rules.motifs import juste_avant

_NOMBRE: Final = rf"(?:1?\d{{1,2}}|{EN_LETTRES})"
_UNITE: Final = (
    r"(?:z?ans?\b(?: (?:environ|passes|tout ronds?|revolus|bien sonnes)\b| (?:et demie?|1⁄2|1/2"
    r"|et (?:\d{1,2}|[a-z]+) mois)(?!\w))?|piges?\b|balais?\b"
    r"|berges\b|nas\b|asn\b|printemps\b|bougies\b|lanne\b|anos\b|y/?o\b|years?(?: old)?\b|ns\b"
    r"|anni\b|3amm?\b)"
)
_AINES: Final = r"(?:vingt|trent|quarant|cinquant|soixant)aine"
_SUITE: Final = re.compile(
    rf"(?<![\w/,.])(?<!\w-)(?P<suite>{_NOMBRE}(?:(?:,? (?:et|ou) |, ?| ?[-/] ?){_NOMBRE}){{0,5}})"
    rf" ?{_UNITE}"
)
_UN_NOMBRE: Final = re.compile(_NOMBRE)
_ABREGE: Final = re.compile(
    r"(?<![\w/,.-])\d{1,2}(?:a(?:/\d{1,2}a)*| a(?= ?1⁄2)|[.,]5 ans)"
    r"(?: ?1⁄2| (?:et )?\d{1,2} ?m)?(?![\w'-])"
)
_AUTRE_LANGUE: Final = re.compile(
    r"\b(?:dez|doze|catorze|dez[ae]sseis|dez[ae]ssete|dezoito|dez[ae]nove|vinte|trinta|quarenta"
    r"|diez"
    r"|once|doce|trece|catorce|quince|dieciseis|diecisiete|dieciocho|diecinueve|veinte)"
    r"(?: [ey] [a-z]+)? anos\b"
    r"|\b(?:kaz|katoz|kenz|sez|diset|dizwit|diznef|venn|trez|nef|wit|undeci|dodici|tredeci"
    r"|quattordeci|quindeci|sedeci) (?:l?an(?:ne)?|anni)\b"
)
_PETIT: Final = (
    r"(?:bebes?|bb|baba|nouveau[ -]nee?|nourrisson|poupon|petite?|ptite?|fille|fils|garcon|enfant"
    r"|gosse|gamine?|mome|mioche|moutard|marmaille|marmot|niece|neveu|cousine?|filleule?|tchiote?"
    r"|tiote?|petiote?|dernier"
    r"|derniere"
    r"|jumeaux|jumelles|soeur|frere)"
)
_EN_MOIS: Final = re.compile(
    rf"\b(?:{_PETIT}(?: (?:de|a|avait)|,| \()? ?|(?:il|elle|qui) (?:a|de) (?:a peine )?)"
    rf"(?P<x>{_NOMBRE} (?:mois|semaines?|sem|jours))\b(?! (?:de|pour|d'|ferme|qu|sans|avec|dans"
    rf"|a)\b)"
)
_RONDE: Final = re.compile(
    rf"\bla (?:petite |bonne |grosse |jeune |belle )?(?:{_AINES}|[2-9]0 ?n?t?aine)\b"
    r"|(?<!\w)[3-9]0 ?n?t?aine\b(?! d[e'](?!annees))"
    r"|\b(?:quadra|quinqua|sexa|(?:trente|quarante|cinquante|soixante)naires?)\b"
    rf"|\b(?:dizaine|douzaine|quinzaine|{_AINES}) d'annees"
    r"|\b(?:homme|femme|dame|monsieur|mec|couple),? (?P<y>(?:vingt|trent|quarant|cinquant"
    r"|soixant)aine)"
    r"(?= ?[,;.)/]|$)"
    r"|(?<=[,;:(/] )(?:trentaine|quarantaine|cinquantaine|soixantaine)(?= ?[,;.)/]|$)"
    r"|\b(?:quadra|quinqua|sexa|septua|octo|nona)genaires?\b|\btrentenaires?\b|\bcentenaires?\b"
    r"|\b(?:(?:dou|on|trei|quator|quin|sei)z|dix-(?:sept|huit|neuv)|(?:tren|quaran|cinquan"
    r"|soixan)t|vingt|\d{1,2})(?:ieme|eme|e) anniversaire\b"
    r"|\bdans sa [a-z-]*(?:sixieme|septieme|huitieme|neuvieme|dixieme|onzieme|douzieme|treizieme"
    r"|quatorzieme|quinzieme|seizieme|vingtieme) annee\b"
)
_PETITS: Final = (
    r"(?:dix-sept|dix-huit|six|sept|huit|neuf|onze|douze|treize|quatorze|quinze|seize|dix)"
)
_PAIRE: Final = re.compile(
    rf"(?<!dix )(?<!dix-)\b{_PETITS}(?:,? ou |, |[ -]){_PETITS} ans\b"
    rf"|\b(?:il|elle|qui|doit|en) (?:a|avait|avoir) (?P<z>entre {_NOMBRE} et {_NOMBRE} ans)\b"
    rf"|\b(?P<x>{_PETITS}[ ,-]+(?:ou )?{_PETITS})(?: pas plus| a peine)\b"
    r"|\bdans les (?P<y>(?:1\d|2[0-5]) ans)\b|\b\d{1,2} \d{1,2} ans\b"
)
_DUREE_AVANT: Final = re.compile(
    r"\b(?:depuis|pendant|il y a|y a|ya|dans(?! les $)|apres|en|tous les|toutes les|durant|d'ici"
    r"|(?<!pas )plus d[e']|moins d[e']|fait|premie?r?e?s?|dernie?r?e?s?|prochains?|au bout de"
    r"|prend|pris|tenu|tenir|tient|attendu|attendre|dure|ferme|condamnee? a|bail de|cdd de"
    r"|peine de|retard de|attente de|silence de"
    r"|(?:contrat|bail|peine|suivi|stage|formation|sejour|cdd|mandat) d'|en moyenne|ces"
    r"|quelques|entre(?: \d\d? et)?|de \d\d? a|(?<!va )(?<!vont )sur|metier de"
    r"|mandat de"
    r"|contrat de)"
    r" ?(?:environ |plus de |presque |a peu pres )?(?:les |une |d'une )?$"
)
_BETES: Final = re.compile(
    r"\b(?:chien(?:ne)?|chat(?:te)?|pitbull|scooter|voiture|moto) (?:de"
    r"|a) $"
)
"""« un chien de trois ans » : l'âge de personne."""
_UN_SEUL: Final = re.compile(r"(?:une?|1) (?:balai|pige|berge|printemps|bougie)")
"""« avec un balai » : cet âge-là ne se dit qu'au pluriel."""
_D_UN_CONTRAT: Final = re.compile(
    r"\b(?:contrat|bail|cdd|apprentissage|alternance|formation|peine|sursis)\b"
    r"[^;!?\n]{0,40}[,:.] ?$"
)
"""« son contrat : charpente, un an » ; « contrat jeune majeur. Trois pages, deux ans »."""
_COURT: Final = 6
_POSSEDE: Final = re.compile(
    r"(?:(?<!y )\b(?:a|avait|ont|aura|avaient|agee?s? de|fete ses|ses|leurs|souffle) (?:a peine "
    r"|tout juste |bientot |presque |deja |que )?"
    r"|\b(?:il|elle|qui|lui) (?:ne |n'en |en )?fai(?:t|sait) (?:a peine |meme pas |plutot )?)$"
)
_DUREE_APRES: Final = re.compile(
    r" ?(?:qu[e']|de (?:silence|prison|ferme|sursis|galere|retard|travail|boite|metier|service"
    r"|mariage|presence|quartier|suivi|bail|loyers?|vie|maison|pratique|experience|terrain"
    r"|relation|procedure|plus\b|moins\b|rue|usine|cours|detention|formation|stage|suspension"
    r"|fidelite|bons|attente|guerre|probation|quittances|amitie|couple|bonheur|combat|dettes?)"
    r"|dans l[ea'] ?(?:meme|quartier|cite|rue|boite|metier|association)\b"
    r"|au (?:meme|total|moins|max|poste|chomage|rsa)|plus tard"
    r"|d'anciennete|d'attente|d'experience|ferme|apres|avant|sans (?!papier|domicile|abri|solution"
    r"|rien dire)|a la (?:rue|tete)"
    r"|que |minimum|max"
    r"|et plus|et moins|durant|ensemble|ici\b|jour pour jour)"
)
_ECART_DIT: Final = re.compile(r" de (?:plus|moins)\b| d'(?:avance|ecart|retard)\b")
_TRANCHE_AVANT: Final = re.compile(
    r"\b(?:les|des|aux|tranches?|public|groupes?|(?:garcons|filles|jeunes|ados|enfants|mineurs"
    r"|gars|petits|collegiens|lyceens|minots),?(?: de)?) \(?$"
)
_NUANCE: Final = 16
_ECART: Final = 1
"""« 11-12 ans » est l'âge qu'on donne à quelqu'un ; « 13-15 ans », une tranche."""
_RONDES: Final = mots_de(
    "dizaine douzaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine",
    "quadragenaire quinquagenaire sexagenaire septuagenaire octogenaire nonagenaire trentenaire",
    "trentenaires centenaire centenaires quadragenaires quinquagenaires sexagenaires annee",
    "septuagenaires octogenaires nonagenaires aine taine ntaine quadra quinqua sexa trentenaire",
    "quarantenaire quarantenaires cinquantenaire soixantenaire anniversaire",
)
_APRES_DIT: Final = re.compile(
    r" et (?:quelques|(?:des|quelques) (?:poussieres|brouettes|mois)|trois quarts|un quart)\b"
)
"""« sept ans et trois quarts », « quatorze ans et des poussières » : un seul âge."""
_DE_QUELQU_UN: Final = re.compile(
    r"\b(?:gamine?|fille|garcon|petite?|jeune|ado|gosse|minote?|homme|femme|dame|monsieur|mec|meuf"
    r"|gars|mineure?)(?:,| \()? ?$"
)
"""« la gamine, huit ans max » : ce qui vient d'être nommé, puis son âge."""
_D_UNE_PERSONNE: Final = re.compile(
    r"(?:^|[ /;,.(])(?:h|f|jh|jf|jg|homme|femme|monsieur|m\.|mr|dame|garcon|fille|mec|meuf|type"
    r"|gars"
    r"|entre)[ ,:/(]{1,3}(?:de |d'environ |environ )?$"
)
_FOURCHETTE: Final = 10
"""« H, 20-25 ans » : une seule personne, à qui l'on ne sait quel âge donner."""
_UNITES: Final = mots_de(
    "an ans zan zans ns anni years year y a am amm pige piges nas asn balai balais berges bougies",
    "printemps lanne anos yo",
)
_ANS_D_AILLEURS: Final = mots_de("anos an lan lanne anni")
_MOIS: Final = mots_de("mois semaine semaines sem jours")


def reperer(note: Note) -> Iterator[Repere]:
    """Les âges dits, sauf ceux que l'entourage désigne comme une durée ou une tranche."""
    for repere in ages_nus.reperer(note):
        yield Repere(repere.debut, _fin(note.plie, repere.fin), Categorie.age, repere.niveau)
    for debut, fin in _passages(note):
        if not _est_une_duree(note.plie, debut, fin):
            yield Repere(debut, _fin(note.plie, fin), Categorie.age, Niveau.masquer)


def _fin(texte: str, fin: int) -> int:
    """La fin de l'âge et de ce qui le précise : « et des poussières »."""
    suite = _APRES_DIT.match(texte, fin)
    return suite.end() if suite else fin


def _passages(note: Note) -> Iterator[tuple[int, int]]:
    """Ce qui a la forme d'un âge."""
    dits, chercher = note.vocabulaire, note.departs.occurrences
    nombre = not dits.isdisjoint(NOMBRES)
    if nombre and not dits.isdisjoint(_UNITES):
        for trouve in chercher(_SUITE):
            yield from _dans_la_suite(note.plie, trouve)
        for motif in (_ABREGE, _PAIRE):
            yield from map(_bornes, chercher(motif))
    if not dits.isdisjoint(_ANS_D_AILLEURS):
        yield from map(_bornes, chercher(_AUTRE_LANGUE))
    if nombre and not dits.isdisjoint(_MOIS):
        yield from map(_bornes, chercher(_EN_MOIS))
    if not dits.isdisjoint(_RONDES):
        yield from map(_bornes, chercher(_RONDE))


def _bornes(trouve: re.Match[str]) -> tuple[int, int]:
    groupes = trouve.groupdict()
    return trouve.span(next((nom for nom in groupes if groupes[nom]), 0))


def _dans_la_suite(texte: str, trouve: re.Match[str]) -> Iterator[tuple[int, int]]:
    """« 4, 7 et 12 ans » : trois âges ; « 11-12 ans » : un seul ; « 13-18 ans » : aucun."""
    nombres = list(_UN_NOMBRE.finditer(texte, *trouve.span("suite")))
    lien = texte[nombres[-2].end() : nombres[-1].start()].strip() if nombres[1:] else ""
    if lien in ("-", "/") and len(nombres) == len(("bas", "haut")):
        if _est_estimee(texte, trouve, nombres):
            yield trouve.span()
        return
    annonces = [] if lien == "," else nombres[:-1]
    yield from (nombre.span() for nombre in annonces)
    yield nombres[-1].start(), trouve.end()


def _est_estimee(texte: str, trouve: re.Match[str], nombres: list[re.Match[str]]) -> bool:
    """« un garçon de 11-12 ans » : l'âge de quelqu'un, à une année près."""
    bas, haut = (nombre_dit(nombre[0]) or 0 for nombre in nombres)
    if _D_UNE_PERSONNE.search(texte, max(0, trouve.start() - _NUANCE), trouve.start()):
        return 0 <= haut - bas <= _FOURCHETTE
    return 0 <= haut - bas <= _ECART and not juste_avant(_TRANCHE_AVANT, texte, trouve.start())


def _est_une_duree(texte: str, debut: int, fin: int) -> bool:
    avant = texte[max(0, debut - 24) : debut]
    if _UN_SEUL.fullmatch(texte, debut, fin):
        return True
    if _BETES.search(avant):
        return True
    if _DE_QUELQU_UN.search(avant):
        return bool(_ECART_DIT.match(texte, fin))
    if _POSSEDE.search(avant):
        return bool(_ECART_DIT.match(texte, fin))
    if _D_UN_CONTRAT.search(texte[max(0, debut - 60) : debut]):
        return (nombre_dit(texte[debut:fin].partition(" ")[0]) or _COURT) < _COURT
    suite = _DUREE_APRES.match(texte, fin)
    if suite and not (texte.endswith("d'annees", debut, fin) and suite[0].startswith(" qu")):
        return True
    return bool(_DUREE_AVANT.search(avant))
