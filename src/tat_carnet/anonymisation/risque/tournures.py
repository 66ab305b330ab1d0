"""Des tournures que l'épreuve de l'intrus a lues contre l'équipe, cherchées dans la phrase repliée.

Un jour de la semaine, joint à la semaine que le document dit, est une date ; « six familles », le
nombre des foyers d'un îlot, en donne le hall ; « celui de la poubelle » renvoie à un autre fait ;
« on parle de… » fait sortir un on-dit ; « je l'écris ici et nulle part ailleurs » sort quand même.
"""

from __future__ import annotations

import re
from typing import Final

from tat_carnet.domain.vocabulaire import Profil

_JOURS: Final = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_JOUR: Final = re.compile(
    rf"(?<!le )(?<!les )(?<!chaque )(?<!du )(?<!des )(?<! et )(?<! ou )\b(?:{_JOURS})\b"
    rf"(?! (?:et|ou) (?:le )?(?:{_JOURS}))"
)
"""« le mercredi », « mardi et jeudi » : une habitude, un horaire, qui ne datent rien."""
_PEU: Final = "(?:deux|trois|quatre|cinq|six|sept|huit|neuf|[2-9])"
_FOYERS: Final = re.compile(
    rf"\b{_PEU} (?:familles|foyers|logements|menages|appartements|locataires)\b"
)
_RENVOI: Final = re.compile(r"\b(?:celui|celle) (?:de |du |des |d['’]|qui |dont |que |qu['’])")
_ON_DIT: Final = re.compile(
    r"\b(?:on (?:parle|reparle|murmure|raconte) (?:de |d['’]|que |qu['’])|on dit (?:que |qu['’])"
    r"|(?:il )?parait(?:rait)? (?:que |qu['’])|a ce qu['’](?:il parait|on dit)|le bruit court"
    r"|la rumeur)"
)
_ENTRE_NOUS: Final = re.compile(
    r"\b(?:nulle part ailleurs|n['’]ecrit rien d['’]autre|n['’]en (?:ecris|dis) pas plus|entre nous"
    r"|ne pas (?:diffuser|ebruiter|repeter|faire suivre)|ca reste (?:ici|entre)|on ne repete pas)\b"
)
_UNE_PERSONNE: Final = re.compile(
    r"\b(?:une?|l['’])\s*(?:seule? |autre |jeune |petite? |grande? |vieux |vieil |vieille "
    r"|premiere? |\w+ieme )*"
    r"(?:adolescente?|collegien(?:ne)?|lyceen(?:ne)?|eleve|enfant|jeune|garcon|fille|homme|femme"
    r"|dame|monsieur|mere|pere|proche|habitante?|mineure?|majeure?"
    r"|adulte|personne|voisine?|commercante?|soignante?|professionnel(?:le)?|gardien(?:ne)?"
    r"|benevole|responsable|intervenante?|membre|papa|maman|mamie|papi|gamine?|bebe|nourrisson|gars"
    r"|inconnue?|locataire|riveraine?|passante?)\b"
    r"|\bune? de (?:ses|leurs|mes|nos) proches\b"
)
"""Les mots de l'équipe, et ceux que la récriture écrit elle-même pour quelqu'un."""

_CELUI_LA: Final = re.compile(
    r"\b(?:le|la|ce|cet|cette|son|sa|mon|ma) (?:petite?|jeune|adolescente?|dame|monsieur|maman|papa"
    r"|mere|pere|gamine?|gosse|fils|fille|frere|soeur|mamie|papi|homme|femme|garcon|victime"
    r"|blessee?|voisine?|locataire)\b(?! (?:public|gens))"
    r"|\b(?:il|elle)(?: (?:nous|me|m['’]|lui|se|s['’]|ne|n['’]|l['’]|en))* ?"
    r"(?:dit|demand|pleur|dort|racont|cri|veut|doit|croi|refus|attend|explique|repond)\w*"
)
"""« le petit », « sa mère », « elle pleure » : quelqu'un que la phrase suit déjà."""

_QUELQUES: Final = re.compile(
    r"\b(?:l['’])?une? des (?:deux|trois|quatre|[2-4])\b(?! (?:halls?|ascenseurs?|portes?|entrees?"
    r"|bancs?|cotes|batiments?|tours?|lampadaires?|caves?|poubelles?|jeux|buts|paniers))"
    r"|\b(?:deux|trois|quatre|cinq|[2-5]) (?:mamans|papas|mamies|papis|meres|peres|grands?-meres"
    r"|grands-peres|soeurs|freres|cousines?|cousins|copines|copains|voisines|voisins)\b"
)
"""« un des deux », « cinq mamans » : si peu que chacune se reconnaît."""

_D_UN_ILOT: Final = re.compile(
    r"\b(?:les|des|ces|plusieurs|quelques|deux|trois|quatre|[2-9]) (?:jeunes|petits|grands"
    r"|gars|ados|enfants|filles|garcons|mamies|dames|voisins) (?:d['’]une? |du |de la |de l['’])"
    r"(?:ilot|batiment|hall|partie commune|escalier|etage|palier|entree|immeuble|logement)\b"
)
"""« des jeunes d'un îlot du secteur » : un petit lieu dit lesquels."""

_DES_GENS: Final = re.compile(
    r"\b(?:ils?|elles?)\b(?! (?:n['’])?(?:y (?:a|avait|aura)|faut|fallait|pleu\w*|reste|manque"
    r"|s['’]agi\w*|semble(?:rait)?|est (?:temps|question)"
    r"|fai(?:t|sait) (?:nuit|noir|froid|chaud|jour))\b)"
    r"|\b(?:lui|eux|inconnue?s?|qu['’]on|je|j['’]\w+|nous (?:a|ont|disent?))\b"
    rf"|\b(?:\d{{1,2}}|{_PEU}) (?:jeunes|gars|mecs|meufs|filles|garcons|ados|enfants|gamine?s"
    r"|hommes|femmes|dames|adultes|personnes|types|gosses|momes)\b"
    r"|\bentre \d+ et \d+\b(?! ?(?:h|heures?|m|metres?|euros?)\b)|\b\d{1,2} ans\b|[«»\"“”]"
)
"""« 3 qu'on a jamais vus, entre 20 et 25 », « elles crient », une parole citée."""

_2_A_4: Final = "(?:deux|trois|quatre|[2-4])"
_FINIT: Final = (
    r"(?=\W*$|\s*[,.;:!?)+…]"
    r"| (?:qui|que|de|du|au|aux|a|en|sur|dans|devant|avec|sont|ont|assis\w*)\b)"
)
_A_QUATRE_AU_PLUS: Final = re.compile(
    rf"\b{_2_A_4} (?:autres |petite?s |grande?s |jeunes )*"
    r"(?:(?:jeunes|gars|mecs|meufs|filles|garcons|ados|enfants|gamine?s|hommes|femmes|dames|messieurs|adultes|personnes|types|gosses|momes"
    r"|inconnue?s|collegien(?:ne)?s|lyceen(?:ne)?s|habitante?s|locataires)\b"
    rf"|(?:nouveaux|nouvelles|petite?s|grande?s|autres){_FINIT})"
    rf"|\b{_2_A_4} (?:que |qu['’])(?:[\w'’]+ ){{0,3}}?(?:jamais|conna\w+|dirai\w*|reconna\w+)"
    r"|\bles memes (?:visages|tetes|jeunes|gars|ados|personnes|gens)\b"
)
"""« 3 jeunes », « dont 3 nouveaux », « deux que je dirais au collège », « les mêmes visages » :
trop peu, ou trop connus, pour que le nombre les cache ; « six dames » est un groupe.
"""
_D_UN_PETIT_GROUPE: Final = re.compile(
    rf"\bles {_2_A_4}\b(?! [^\W\d_]{{3,}}s\b)|\b(?:les memes|plus jeunes|des visages)\b"
    rf"|(?:^|[,.;:!?(] ?)\W*{_2_A_4} "
    r"(?:au|aux|a|dans|sur|devant|en|chez|qui|que|qu['’]|d['’]entre)\b"
)
"""« 4 au hall », « les deux », « des visages » : d'un fait codé de quatre au plus, ce sont eux."""


def raconte_quelqu_un(phrase: str) -> bool:
    """« un jeune regarde l'heure », « le petit fait le tour », « deux mamies » ; phrase repliée."""
    peu = _QUELQUES.search(phrase) or _D_UN_ILOT.search(phrase)
    return dit_quelqu_un_seul(phrase) or peu is not None


def dit_quelqu_un_seul(phrase: str) -> bool:
    """« un adulte », « sa mère », « elle pleure » : une personne, au singulier ; repliée."""
    return parle_d_une_personne(phrase) or _CELUI_LA.search(phrase) is not None


def voit_quelqu_un(phrase: str, profil: Profil, *, peu: bool = False) -> bool:
    """Vrai d'une phrase qui parle de quelqu'un, ou de quatre au plus ; pour tous, ou d'un fait de
    `peu` de personnes, d'une où quelques-uns se voient ; repliée.
    """
    if raconte_quelqu_un(phrase) or _A_QUATRE_AU_PLUS.search(phrase) is not None:
        return True
    if peu and _D_UN_PETIT_GROUPE.search(phrase) is not None:
        return True
    return (peu or profil is Profil.restitution_publique) and dit_des_gens(phrase)


def dit_des_gens(phrase: str) -> bool:
    """Vrai d'une phrase où quelques-uns se voient, fût-ce sans sujet ; `phrase` est repliée.

    Plus large que `raconte_quelqu_un` : ce qu'on demande à une phrase que tout le monde lira.
    « Des habitants montent dans le noir » parle de tous, et n'en est pas.
    """
    return _DES_GENS.search(phrase) is not None


def parle_d_une_personne(phrase: str) -> bool:
    """« une adolescente », « un premier jeune », « une soignante » ; `phrase` est repliée."""
    return _UNE_PERSONNE.search(phrase) is not None


def dit_un_jour(phrase: str) -> bool:
    """« dimanche », « depuis lundi » ; ni « le mercredi », ni « mardi et jeudi »."""
    return _JOUR.search(phrase) is not None


def compte_des_foyers(phrase: str) -> bool:
    """« six familles » : moins de dix, le compte d'un hall."""
    return _FOYERS.search(phrase) is not None


def renvoie_a_quelqu_un(phrase: str) -> bool:
    """« celui de la poubelle », « celle qui a parlé » : un autre fait dit qui c'est."""
    return _RENVOI.search(phrase) is not None


def rapporte_un_on_dit(phrase: str) -> bool:
    """« on parle d'une nourrice au rez-de-chaussée » : une rumeur dans un fait observé."""
    return _ON_DIT.search(phrase) is not None


def se_garde_entre_nous(phrase: str) -> bool:
    """« je l'écris ici et nulle part ailleurs » : la note dit elle-même de ne pas sortir."""
    return _ENTRE_NOUS.search(phrase) is not None
