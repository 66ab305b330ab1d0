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
    r"|boulang|patisserie|creperie|burger|point chaud|resto(?!s? (?:du|des|u)\b)|restau(?! u\b)"
    r"|epicerie(?: de nuit)?|alim(?:entation)?(?: (?:generale|de nuit))?|superette|primeur"
    r"|boucherie|charcuterie|poissonnerie|fromagerie|friperie|droguerie|bijouterie|papeterie"
    r"|laverie(?: auto\w*)?|pressing|lavomatic|lavomatique|lavage auto"
    r"|bar(?:[ -]tabac)?(?!re)|tabac(?:[ -]presse)?|tabak|bureau de tabac|cafe|bistrot|troquet"
    r"|brasserie|pmu|guinguette|paillote|chicha|bar a chicha"
    r"|salon de (?:the|coiffure)|coiffeur|barbier|barber(?:shop)?|onglerie|f?ph?armacie|farmacie"
    r"|pharma|cordonnerie|quincaillerie|taxiphone|teleboutique|cyber(?:cafe)?|garage|casse"
    r"|carrosserie|auto[ -]ecole|bowling|bazar|fleuriste|librairie|kiosque(?: a \w+)?|hammam"
    r"|mosquee|salle de priere|eglise|paroisse|temple|synagogue|gurdwara|club de (?:boxe|foot"
    r"|judo|petanque|karate|mma|gym|danse|rugby|basket)|salle de (?:boxe|sport|muscu)"
    r"|local (?:a )?(?:velos?|poubelles?|poussettes?|encombrants|compteurs|ordures|edf|gaz)"
    r"|local (?:de l'amicale|associatif|technique|jeunes|des jeunes|commun)|buanderie|lingerie"
    r"|chaufferie|loge(?: du gardien| de la gardienne)?|camion (?:a )?pizza|food[ -]?truck"
    r"|cabinet (?:medical|dentaire|infirmier)|station[ -](?:service|essence)|magasin"
    r"|boutique(?: de telephon\w+)?|boutik|shop(?: cbd)?|cbd|maison de la presse|presse"
    r"|relais colis|point relais|boulodrome|terrain de boules|cabanon|chapelle|hangar"
    r"|local(?= (?:du|de l'|des) )|caserne|depot[ -]vente|ressourcerie|cave a vin|caviste|traiteur"
    r"|poissonnier|fromager|glacier|manege|mini[ -]?market|drive)"
)
_QUALITE: Final = r"(?:(?:ancien(?:ne)?|petite?|vieux|vieille|nouveau|nouvelle) )?"
_OU: Final = (
    r"(?: (?:du (?:coin|rond-point|bas|haut|marche|centre|port|\d{1,3}\b|parking|quai)"
    r"|d(?:e l)?es (?:boules|sports|halles|amis|platanes)|d'?en (?:face|bas|haut)|d'?a cote"
    r"|de (?:la (?:place|dalle|gare|rue|galerie|poste|mairie)|l'angle|l'eglise|nuit)"
    r"|(?:chinois|turc|indien|thai|italien|marocain|libanais)(?: de la dalle| du coin)?))"
)
_PETIT: Final = re.compile(
    rf"\b(?:au|a la|a l'|le|la|l'|du|de la|de l'|o|devan le) ?(?P<x>{_QUALITE}{_COMMERCE}\b{_OU}?)"
    r"(?! (?:solidaire|sociale?|participatif|participative|de garde|municipal|associative"
    r"|ambulant|du mercredi))"
)
_NU: Final = re.compile(
    r"\b(?:devant|derriere|vers|pres|face|chez|sous|dvt|lieu) ?[:=]? ?(?P<x>(?!pizza|casse|presse"
    r"|grec"
    rf"|cafe creme){_COMMERCE}\b{_OU}?)|\b(?P<y>local (?:a )?(?:velos?|poubelles?|poussettes?))\b"
)
"""« vu devant kebab », « lieu=garage » : sans article."""
_BU: Final = re.compile(r"\b(?:boi\w*|bu|bus|buv\w+|prend\w*|pri[st]|offr\w+|pay\w+|servi\w*) $")
"""« boire le café » : une boisson."""
_SANS_ARTICLE: Final = re.compile(rf"(?<!')\b(?<!le )(?<!la )(?P<x>{_COMMERCE}{_OU})\b")
_SITUE: Final = re.compile(
    r"\b(?P<x>(?:club|local|hangar|squat|atelier|cabane|abri|transfo|entrepot|usine|friche|kiosque"
    r"|baraque|boutique|commerce|terrain vague|algeco|garage|container|conteneur|cave|bureau)"
    r" (?:derriere|en face|a cote|pres|en bas|au-dessus|en dessous|sous|au pied|au bout|au fond)"
    r" (?:(?:du|de la|de l'|des|de|le|la|les|l'|d') ?)*[a-z]{3,})\b"
)
_LIEU_DIT: Final = re.compile(
    r"\b(?:la |le |l'|au |du |de la |de l'|a l')?"
    r"(?P<x>(?:ancien(?:ne)? |vieux |vieille )?(?:friche|lavoir|tunnel|grange|moulin|ferme|caserne"
    r"|usine|hangar|squat|carriere"
    r"|passerelle|boulodrome|chateau|entrepot|halle|manufacture|scierie|filature)"
    r" (?:de la |de l'|des |du |d'|aux? )(?!quartier|secteur|coin|ville|commune|fond|bas|haut|cite"
    r"|rue|meme|autre|bailleur|jeunes|village)[a-z]{4,}(?:-[a-z]+)*)\b"
    r"|\b(?P<y>ancien(?:ne)? (?:piscine|usine|gare|ecole|poste|mairie|cinema|college|caserne"
    r"|hopital|prison|eglise|station|scierie|fabrique)(?: (?:des?|du|de la) [a-z]{4,})?)\b"
)
_NOMME: Final = re.compile(
    r"\b(?:au |a la |a l'|le |la |l'|du |de la |de l')?(?:gymnase|parking|bassin|caserne|arret"
    r"|parc|bar|cafe|restaurant|resto|snack|kebab|epicerie|boulangerie|pharmacie|garage|club|hotel"
    r"|cinema|supermarche|stade|salle|theatre|pressing|camping|friche|lavoir|tunnel|grange"
    r"|lieu-dit|pont|ecluse|digue|jetee|belvedere|jardins?|passerelle|boutik|fontaine|chateau"
    r"|moulin|ferme|plage|bois|bar-tabac"
    r"|superette|boulodrome|skatepark|salon(?: de coiffure)?|usine|tacos|local|dojo|ludotheque)"
    r" (?:de la |de l'|des |du |de |d'|la |le |les |l'|au |aux |chez )?"
    r"(?!(?:lidl|leclerc|carrefour|auchan|aldi|intermarche|casino|franprix|monoprix|action|super"
    r"|decathlon|ikea|mcdo|netto|cora|match|france|caf|cpam|ml|mjc)\b)"
    r"(?P<nom>[a-z]{3,}(?:-[a-z]+)*)(?: (?:de la |des |du |de )?[a-z]+(?:-[a-z]+)*)?"
)
"""Une enseigne que la France entière connaît ne situe personne."""


def reperer(lecture: Lecture) -> Iterator[Repere]:
    """Un petit lieu introduit par un article défini, situé, ou nommé."""
    for repere in chercher(lecture, _PETIT, Categorie.petit_lieu):
        article = lecture.plie.rfind("le ", 0, repere.debut)
        boisson = lecture.plie.startswith("cafe", repere.debut) and article >= 0
        if not (boisson and _BU.search(lecture.plie, 0, article)):
            yield repere
    for motif in (_SANS_ARTICLE, _NU, _SITUE, _LIEU_DIT):
        yield from chercher(lecture, motif, Categorie.petit_lieu)
    yield from _nommes(lecture)


def _nommes(lecture: Lecture) -> Iterator[Repere]:
    rangs = lecture.rangs
    for trouve in lecture.departs.occurrences(_NOMME):
        rang = rangs.get(trouve.start("nom"))
        if rang is not None and lecture.majuscule(rang) and not lecture.sigle(rang):
            fin = trouve.end() if _finit_en_capitale(lecture, trouve) else trouve.end("nom")
            yield Repere(trouve.start(), fin, Categorie.petit_lieu, Niveau.masquer)


def _finit_en_capitale(note: Note, trouve: re.Match[str]) -> bool:
    dernier = trouve.end() - len(re.split(r"[ -]", trouve[0])[-1])
    return note.brut[note.origines[dernier]].isupper()
