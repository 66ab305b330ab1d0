"""Commerces et petits lieux que tout le quartier connaît : « le kebab », « la laverie »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_COMMERCE: Final = (
    r"(?:kebab|grec|snack|tacos|pizz?eria|pizza|fast[ -]?food|sandwicherie|friterie|boulangerie"
    r"|boulang|patisserie"
    r"|epicerie|alim(?:entation)?(?: generale)?|superette|primeur|boucherie|poissonnerie"
    r"|fromagerie|laverie|pressing"
    r"|bar(?:[ -]tabac)?(?!re)|tabac|tabak|bureau de tabac|cafe|bistrot|troquet|brasserie|pmu"
    r"|chicha|bar a chicha"
    r"|salon de (?:the|coiffure)|coiffeur|barbier|barber(?:shop)?|onglerie|f?ph?armacie|farmacie"
    r"|cordonnerie|quincaillerie"
    r"|taxiphone|cyber(?:cafe)?|garage|casse|carrosserie|auto[ -]ecole|bowling|bazar|fleuriste"
    r"|librairie|kiosque|hammam"
    r"|mosquee|salle de priere|eglise|paroisse|temple|synagogue|gurdwara|club de (?:boxe|foot"
    r"|judo|petanque|karate|mma)"
    r"|salle de (?:boxe|sport|muscu)|local (?:velos?|poubelles?|a velos?|a poubelles?"
    r"|de l'amicale|associatif|technique"
    r"|jeunes|des jeunes|commun)|buanderie|loge(?: du gardien| de la gardienne)?"
    r"|camion (?:a )?pizza|food[ -]?truck"
    r"|cabinet (?:medical|dentaire|infirmier)|station[ -]service|lavomatic|lavomatique"
    r"|laverie automatique|magasin|boutiqu?e?k?(?: de telephon\w+)?|shop(?: cbd)?|cbd"
    r"|epicerie de nuit|maison de la presse|presse|relais colis|point relais|boulodrome"
    r"|terrain de boules|cabanon|chapelle|hangar|local(?= (?:du|de l'|des) )|caserne"
    r"|depot[ -]vente|ressourcerie|cave a vin|caviste|traiteur|poissonnier|fromager|glacier"
    r"|manege|mini[ -]?market|drive)"
)
_SUITE: Final = (
    r"(?: (?:du coin|du rond-point|de la place|de la dalle|de la gare|du bas|du haut|d'en face"
    r"|d'a cote|des boules"
    r"|du marche|du centre|du \d{1,3}|d'en bas|du port|de la rue|de l'angle))?"
)
_PETIT: Final = re.compile(
    rf"\b(?:au|a la|a l'|le|la|l'|du|de la|de l'|o|chez le|dans le|dans la|devant le|vers le) ?"
    rf"(?P<x>{_COMMERCE})\b(?! (?:solidaire|sociale?|participatif|participative|de garde"
    rf"|municipal|associative|ambulant))"
    rf"{_SUITE}"
)

_SANS_ARTICLE: Final = re.compile(
    rf"(?<!')\b(?<!le )(?<!la )(?P<x>{_COMMERCE} (?:du coin|de la place|d'en bas|d'en face"
    rf"|du bas|du marche"
    r"|de la gare|du rond-point|de la dalle|d'a cote|du \d{1,3}))\b"
)
_NOMME: Final = re.compile(
    r"\b(?:au |a la |a l'|le |la |l'|du |de la |de l')?(?:gymnase|parking|bassin|caserne|arret"
    r"|parc|bar|cafe"
    r"|restaurant|resto|snack|kebab|epicerie|boulangerie|pharmacie|garage|club|hotel|cinema"
    r"|supermarche|stade"
    r"|salle|theatre|pressing|camping|friche|lavoir|tunnel|grange|lieu-dit|jardins?|passerelle"
    r"|boutik"
    r"|fontaine|chateau|moulin|ferme|plage|bois|bar-tabac|superette|supermarche|boulodrome"
    r"|skatepark) (?:de la |de l'|des |du |de |d'|la |le |les |l'"
    r"|au |aux |chez )?"
    r"(?P<nom>[a-z]{3,}(?:-[a-z]+)*)(?: (?:de la |des |du |de )?[a-z]+(?:-[a-z]+)*)?"
)


def reperer(lecture: Lecture) -> Iterator[Repere]:
    """Un petit lieu introduit par un article défini."""
    for repere in chercher(lecture, _PETIT, Categorie.petit_lieu):
        suite = re.compile(_SUITE).match(lecture.plie, repere.fin)
        fin = suite.end() if suite else repere.fin
        yield Repere(repere.debut, fin, repere.categorie, repere.niveau)
    yield from chercher(lecture, _SANS_ARTICLE, Categorie.petit_lieu)
    rangs = lecture.rangs
    for trouve in _NOMME.finditer(lecture.plie):
        rang = rangs.get(trouve.start("nom"))
        if rang is not None and lecture.majuscule(rang) and not lecture.sigle(rang):
            fin = trouve.end() if _finit_en_capitale(lecture, trouve) else trouve.end("nom")
            yield Repere(trouve.start(), fin, Categorie.petit_lieu, Niveau.masquer)


def _finit_en_capitale(note: Note, trouve: re.Match[str]) -> bool:
    dernier = trouve.end() - len(re.split(r"[ -]", trouve[0])[-1])
    return note.brut[note.origines[dernier]].isupper()
