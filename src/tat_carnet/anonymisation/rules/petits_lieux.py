"""Commerces et petits lieux que tout le quartier connaît : « le kebab », « la laverie »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tat_carnet.anonymisation.departs import Famille
from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import HORS_DICTIONNAIRE, mots, mots_de
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.motifs import chercher, juste_avant

_COMMERCE: Final = (
    r"(?:kebab|grec|nail bar|lavoir(?: auto\w*)?|depot de pain|halte garderie|guerite|snack|tacos"
    r"|pizz?eria|pizza|fast[ -]?food|sandwicherie|friterie|boul?a?nge?rie"
    r"|boulang|boulan[gj][a-z]{1,6}|patisserie|creperie|burger|point chaud"
    r"|epicerie(?: de nuit)?|alim(?:entation)?(?: (?:generale|de nuit))?|superette|primeur"
    r"|boucherie|charcuterie|poissonnerie|fromagerie|friperie|droguerie|bijouterie|papeterie"
    r"|laverie(?: auto\w*)?|pressing|lavomatic|lavomatique|lavage auto"
    r"|bar a (?:chicha|ongles)|bar[ -]pmu|bar(?:[ -](?:tabac|presse|resto|epicerie))?(?!re)"
    r"|tabac(?:[ -]presse)?|tabak"
    r"|bureau de tabac|cafe|bistrot|troquet"
    r"|brasserie|pmu|guinguette|paillote|chicha|cave a chicha"
    r"|loto[ -]presse|depanneur|tabagie|capitainerie|recyclerie|presbytere"
    r"|salon d'[a-z]{4,}|cabane (?:du|de la|des|aux) [a-z]{4,}|ferme du (?:haut|bas|bout|fond)"
    r"|bancs? des (?!jeunes|parents|mamans|enfants|filles|garcons|grands|petits|anciens"
    r"|vieux)[a-z]{5,}|salon de (?:the|coiffure)|coiffeur|barbier|barber(?:shop)?|onglerie"
    r"|f?ph?armacie|farmacie"
    r"|pharma|cordonnerie|quincaillerie|taxiphone|teleboutique|cyber(?:cafe)?|garage"
    r"|casse(?: auto)?"
    r"|carrosserie|auto[ -]ecole|bowling|bazar|fleuriste|librairie|kiosque(?: a \w+)?|hammam"
    r"|mosquee|salle de priere|eglise(?: evangelique)?|temple(?: tamoul)?|synagogue|gurdwara"
    r"|club de (?:boxe|foot"
    r"|judo|petanque|karate|mma|gym|danse|rugby|basket)|salle de (?:boxe|sport|muscu)"
    r"|local (?:a )?(?:velos?|poubelles?|poussettes?|encombrants|compteurs|ordures|edf|gaz)"
    r"|local (?:de l'amicale|associatif|technique|jeunes|des jeunes|commun)|buanderie|lingerie"
    r"|l?hanout|lolo|gallodrome|carbet|club[ -]house|cabine photo|camion[ -]bar"
    r"|(?:arabe|chinois|turc|paki\w*|indien|portugais|marocain)(?= (?:du coin|d'?en (?:bas|face"
    r"|haut)"
    r"|d'a cote|de la (?:place|dalle|rue|gare)))"
    r"|night[ -]?shop|estaminet|baraque a frites|mercerie|cremerie|jardinerie|parfumerie"
    r"|discotheque"
    r"|boite de nuit|bureau de change|western union|pompes funebres|labo(?:ratoire)? d'analyses"
    r"|cabinet d[ue] [a-z'-]{3,}|controle technique|station de lavage|magasin (?:bio|de \w+)"
    r"|criee|cabane a \w+|blockhaus|bunker|salle (?:des fetes|polyvalente|commune|de (?:mma"
    r"|jeux|danse|musique))"
    r"|machinerie|gaine technique|vide[ -]ordures|vide[ -]sanitaire|local (?:om|tri|vo)"
    r"|local [a-z]*(?:conteneurs?|containers?|fibre"
    r"|menage|gardien"
    r"|electrique|velo|poubelle|poussette|compteur)|local a \w+|jardins? (?:partages?|ouvriers?)"
    r"|boite a(?:ux)? livres|cabine telephonique|peniche|karting"
    r"|salon de (?:tatouage|massage|beaute)|institut de beaute|stand de \w+|marchand de \w+"
    r"|mgahawa|douka"
    r"|toilettes publiques|sanisette|billard|laser game|solderie|maroquinerie|disquaire|tapisserie"
    r"|imprimerie|reprographie|crousty|poulet braise|chicken|sushi|wok|buffet|rotisserie|gaufrerie"
    r"|animalerie|armurerie|brocante|emmaus|bijoutier|retoucherie|blanchisserie|teinturerie"
    r"|loge(?: du gardien| de la gardienne|(?! (?:rue|chez|au|a|dans|avec|depuis|gratuit\w*"
    r"|ici)\b))|camion (?:a )?(?:pizzas?|frites|burgers?|glaces?|crepes?|kebab)"
    r"|food[ -]?truck|friterie"
    r"|libre[ -]service|quincaille|local (?:sous|derriere) l(?:a |es? |')(?:escaliers?|rampe|dalle)"
    r"|cabinet (?:medical|dentaire|infirmier)|station[ -](?:service|essence)"
    r"|boutique(?: de telephon\w+)?|boutik|shop(?: cbd)?|cbd|maison de la presse|presse"
    r"|relais colis|point relais|boulodrome|terrain de boules|chapelle|roulotte|paillotte"
    r"|local(?= (?:du|de l'|des) )|depot[ -]vente|cave a vin|caviste|traiteur"
    r"|poissonnier|fromager|glacier|manege|mini[ -]?market|drive|confiserie|chocolaterie|saladerie"
    r"|cafeteria|sauna|marbrerie|vape[ -]?shop|magasin d'[a-z]{4,}|bubble tea|poulet frit"
    r"|hangar a \w+|cave a \w+|bonneterie|huilerie|serrurerie|vannerie|poterie"
    r"|triperie|biscuiterie|torrefaction|herboristerie|horlogerie)"
)
_POSITION: Final = (
    r"(?:juste )?(?:(?:derriere|devant|en face|a cote|pres|en bas|au[- ]dessus|en[- ]dessous|sous"
    r"|au pied|au bord|au bout|au (?:tout )?fond|a l'angle|au coin|le long|a l'entree|a la sortie)"
    r" (?:d(?:e l)?'|l'|(?:de la|de l|du|des|de|le|la|les|au|aux) )"
    r"(?!(?:elle|lui|eux|moi|nous|vous|toi|froid|gens|police|monde|halls?|bat\w*|tours?|blocs?"
    r"|cages?|entrees?|immeubles?|escaliers?|porche|chemin|quartier"
    r"|secteur)\b)[a-z]{2,}(?:-[a-z]+)*"
    r"|(?:derriere|pres) (?!(?:elle|lui|eux|moi|nous|vous|toi|chez|tout|tous|sa|son|ses|mon|ma"
    r"|un|une)\b)"
    r"[a-z]{4,}"
    r"|(?:au (?:tout )?fond|en face|au bout|en bas|d'a cote|a cote)(?=\s*(?:[,.;:!?)]|$)))"
)
"""« derrière le stade », « au fond de la cour » : ce qui situe aussitôt."""
_QUALITE: Final = r"(?:(?:ancien(?:ne)?|petite?|vieux|vieille|nouveau|nouvelle) )?"
_OU: Final = (
    r"(?: (?:du (?:coin|rond-point|bas|haut|marche|centre(?: co\w*)?|port|\d{1,3}\b|parking"
    r"|quai|stade"
    r"|bourg|village|foot|fond|sous-sol|virage|pont|carrefour|canal|phare|bout|presbytere|club)"
    r"|d(?:e l)?es (?:boules|sports|halles|amis|platanes)|d'?en (?:face|bas|haut)|d'?a cote"
    r"|de (?:la (?:place|dalle|gare|rue|galerie|poste|mairie|cite|plage|corniche|zone"
    r"|route de l'\w+)|l'angle|l'eglise|nuit)"
    r"|(?:chinois|turc|indien|thai|italien|marocain|libanais)(?: de la dalle| du coin)?|halal"
    rf"|{_POSITION}))"
)
_QUELCONQUE: Final = (
    r"(?<!eur)(?<!ier)(?<!iste)(?<!ger)(?<!aire)(?: (?:du|de la|des|sous la|sous le"
    r"|au bord d[eu]) (?!matin|soir|midi|jour|mois|lundi|mardi"
    r"|mercredi|jeudi|vendredi|samedi|dimanche|departement|ccas|secours|meme|retour|coup|fait"
    r"|moins|plus|temps|debut|nuit|semaine)[a-z]{3,}(?:-[a-z]+)*"
    r"| de l'[a-z]{3,}(?:-[a-z]+)*)"
)
"""Ce qui situe un commerce peut être n'importe quoi (« le kebab de l'écluse ») ; mais
« le primeur du métro » est d'abord quelqu'un."""
_PETIT: Final = re.compile(
    rf"\b(?:au|a la|a l'|le|la|l'|du|de la|de l'|o|devan le) ?(?P<x>{_QUALITE}{_COMMERCE}\b"
    rf"(?:{_OU}|{_QUELCONQUE})?)"
    r"(?! (?:(?:est|etait) (?:froid|chaud|tiede|brulant|bon|offert|pret|servi)|solidaire|sociale?"
    r"|participatif|participative|de garde|municipal|associative"
    r"|ambulant|du mercredi|le lendemain|en ville))"
)
_NU: Final = re.compile(
    r"\b(?:devant|derriere|vers|pres|face|chez|sous|dvt|lieu) ?[:=]? ?(?P<x>(?!pizza|casse|presse"
    r"|grec"
    rf"|cafe creme){_COMMERCE}\b(?:{_OU}|{_QUELCONQUE})?)|\b(?P<y>local (?:a )?(?:velos?"
    r"|poubelles?|poussettes?|om|encombrants|ordures|compteurs|edf))\b"
)
"""« vu devant kebab », « lieu=garage » : sans article."""
_BU: Final = re.compile(
    r"\b(?:boi\w*|bu|bus|buv\w+|prend\w*|pri[st]|offr\w+|pay\w+|servi\w*|descend\w*|mont\w+"
    r"|apport\w+|fait|fais|faisai\w+|refai\w*|propos\w+|coule\w*|renvers\w+|chauff\w+|tend\w*"
    r"|vers\w+|prepar\w+|ramen\w+|donn\w+|partag\w+|rest\w+|avec"
    r"|thermos|tasses?|odeur de|reste de) (?:le|du) ?$|\b(?:sorti|sort|sortir) le $"
)
"""« boire le café », « lui descendre du café » : une boisson."""
_LOIN: Final = 80
"""Signes où lire ce verbe : plus que n'en a aucun."""
_SITUES: Final = (
    r"(?:magasin|garage|resto(?:s)?|restau|restaurant|hangar|cabanon|salon|caserne|ressourcerie"
    r"|dojo|five|quai|cale|poulet|caravane|ponton|sechoir|terrasse|cinema|hotel|ecurie"
    r"|centre equestre"
    r"|chaufferie|paroisse|salle|total|vival|proxi|bureau|buvette|fare|pitt|roulotte)"
)
"""Trop banals seuls : il faut qu'on les situe."""
_SANS_ARTICLE: Final = re.compile(
    rf"(?<!')\b(?<!le )(?<!la )(?!cafe (?:au|en|devant) )(?P<x>{_COMMERCE}{_OU})\b"
    rf"|\b(?P<y>{_SITUES}{_OU})\b"
)
_DU_COIN: Final = re.compile(
    r"\b(?:au|la|le|a l'|l'|du) ?(?P<z>(?!(?:rue|trottoir|quartier|place|ville|cote|porte|palier"
    r"|table"
    r"|cite|bout|mur|rive|immeuble|escalier|chambre|piece|monde|bureau|monsieur|dame|voisine?"
    r"|jeune|personne|maison|pays|salle|village|commune|index)\b)[a-z]{5,}"
    r" (?:du coin|d'?en (?:face|bas)|d'?a cote))\b"
)
_OU_EST_LE_COIN: Final = mots_de("coin face bas cote")
"""Sans l'un d'eux, `_DU_COIN` s'essaierait derrière chaque article pour rien."""
_ECRITS: Final = mots_de(
    "boulangerie epicerie pharmacie laverie patisserie boucherie poissonnerie superette",
    "cordonnerie pressing taxiphone brasserie alimentation sandwicherie cafeteria librairie",
    "bijouterie barbier",
    "fleuriste quincaillerie mosquee droguerie",
)
"""Ceux qu'une lettre de trop ou de moins laisse reconnaître."""
_FAUTIF: Final = 6
_ARTICLES: Final = mots_de("le la l du au o chez devant dvt derriere vers")
_SITUE: Final = re.compile(
    r"\b(?P<x>(?:(?:club|local|hangar|squat|atelier|cabane|cabanon|(?<!a l')abri|abribus|transfo"
    r"|entrepot|usine"
    r"|friche|kiosque|baraque|boutique|commerce|terrain vague|algeco|garage|container|conteneur"
    r"|bureau"
    r"|caves?|box|bancs?|murets?|murette|coin|recoin|renfoncement|planque|cachette|passage"
    r"|butte|talus"
    r"|tables?(?: de ping[ -]pong)?|toboggan|terrain|escaliers?|quai|auvent|rampe|pelouse"
    r"|bunker|blockhaus"
    r"|arret(?: de (?:bus|tram))?|abri[ -]bus|chemin|sentier|arriere|peniche"
    r"|barque|bateau|bascule|roulotte(?: a \w+)?"
    r"|salle(?: de \w+)?|carport|hutte|grange|bache|matelas|canape|voiture|fourgon|camionnette"
    r"|wagon|caravane|yourte|cahute|guerite|prefa(?:brique)?|serre"
    r"|benne|ponton|campement|camp|tentes?|tonnelle|fontaine|point d'eau"
    r"|distributeur|dab"
    r"|parking|cour|appart(?:ement)?|studio|porche|resto|restaurant|salon|ferme|magasin|preau"
    r"|bosquet|tunnel|local (?:a )?\w+)"
    r"|(?:maison|villa|caravane|baraque)"
    r"(?: (?:abandonnee|muree|vide|brulee|squattee|verte|bleue|rouge|blanche))?)"
    r"(?: (?:en (?:bois|tole|beton|verre)|amarree?|garee?|posee?|installee?|cachee?|tendue?"
    r"|abandonnee?))?"
    rf" {_POSITION}\b)"
    r"|\b(?P<z>(?:dernier|premier|deuxieme|seul) (?:box|garage|banc|muret|local|emplacement)"
    r" (?:avant|apres|contre|sur|a) [a-z' ]{0,4}[a-z]{4,})\b"
    r"|\b(?P<y>(?:abribus|porche|cabane|banc|muret|dab|marches|preau|devanture|reserve|angle"
    r"|mur|distributeur|point d'eau|vestiaires?|parvis"
    r"|cave|talus|murette|recoin|renfoncement"
    r"|arriere-(?:cour|salle|boutique)|auvent|sas|rideau|vitrine|terrasse|perron|rampe"
    r"|rambarde) (?:du |de la |de l')"
    r"(?:mediatheque|banque|bibliotheque|college|lycee|piscine|cinema|theatre|supermarche|lidl"
    r"|leclerc"
    r"|carrefour|gare|mairie|pharmacie|boulangerie|tabac|laverie|poste|kebab|snack|epicerie"
    r"|mosquee|eglise|chantier"
    r"|square|tribunal|ecole|canal"
    r"|lavoir|bar|cafe|coiffeur|superette|autoroute|rocade|voie ferree|cimetiere"
    r"|credit (?:agricole|mutuel)|caisse d'epargne))\b"
)
_LIEU_DIT: Final = re.compile(
    r"\b(?:la |le |l'|au |du |de la |de l'|a l')?"
    r"(?P<x>(?:ancien(?:ne)? |vieux |vieille )?(?:friche|lavoir|tunnel|grange|moulin|ferme|caserne"
    r"|usine|hangar|squat|carriere"
    r"|passerelle|boulodrome|chateau|entrepot|halle|manufacture|scierie|filature)"
    r" (?:de la |de l'|des |du |d'|aux? )(?!quartier|secteur|coin|ville|commune|fond|bas|haut|cite"
    r"|rue|meme|autre|bailleur|jeunes|village)[a-z]{4,}(?:-[a-z]+)*)\b"
    r"|\b(?P<v>(?:squat|campement|bidonville|camp) (?:du |de la |de l')(?!quartier|secteur"
    r"|ville|commune|nuit|jour"
    r"|coin|cite|rue)[a-z]{4,})\b"
    r"|\b(?P<w>(?:maison|villa|usine|ferme|caravane|wagon|baraque|grange"
    r"|bergerie) (?:abandonnee?|muree?|squattee?))\b"
    r"|\b(?P<y>(?:ancien(?:ne)?s? |vieille |vieux |ex[- ])(?:piscine|usine|gare|ecole|poste"
    r"|mairie|cinema|college"
    r"|caserne"
    r"|hopital|prison|eglise|station|scierie|fabrique|local|bowling|casino|lidl|pharmacie"
    r"|boulangerie"
    r"|tabac|bar|epicerie|laverie|boucherie|patinoire|discotheque|abattoirs?|supermarche|carrefour"
    r"|superette|creche|kebab|perception|laiterie|gendarmerie|conserverie|filature|minoterie"
    r"|tannerie|brasserie|imprimerie|manufacture|tuilerie|fonderie|forge|teinturerie|couvent"
    r"|hospice|sanatorium|cure|tribunal|tresorerie|douanes?|cooperative|cantine|halle|foyer"
    r"|internat|clinique|maternite|dispensaire|hotel)(?: (?:des?|du|de la) [a-z]{4,})?)\b"
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

_SANS_DETERMINANT: Final = Famille(_SANS_ARTICLE, _NU, _SITUE, _LIEU_DIT)


def reperer(lecture: Lecture) -> Iterator[Repere]:
    """Un petit lieu introduit par un article défini, situé, ou nommé."""
    for repere in chercher(lecture, _PETIT, Categorie.petit_lieu):
        boisson = lecture.plie.startswith("cafe", repere.debut)
        if not (boisson and juste_avant(_BU, lecture.plie, repere.debut, _LOIN)):
            yield repere
    yield from chercher(lecture, _DU_COIN, Categorie.petit_lieu, si=_OU_EST_LE_COIN)
    for motif in lecture.departs.parmi(_SANS_DETERMINANT):
        yield from chercher(lecture, motif, Categorie.petit_lieu)
    for rang in lecture.rangs_de(HORS_DICTIONNAIRE):
        if lecture.forme(rang - 1) in _ARTICLES and _est_mal_tape(lecture.forme(rang)):
            mot = lecture.mot(rang)
            yield Repere(mot.debut, mot.fin, Categorie.petit_lieu, Niveau.masquer)
    yield from _nommes(lecture)


@lru_cache(maxsize=4096)
def _est_mal_tape(forme: str) -> bool:
    """« la bouclangerie », « au kebbab » : un commerce à une lettre près, que nul mot n'est."""
    if len(forme) <= _FAUTIF or forme in mots():
        return False
    proches = (ecrit for ecrit in _ECRITS if abs(len(ecrit) - len(forme)) < 2)
    return any(_sont_proches(forme, ecrit) for ecrit in proches)


def _sont_proches(forme: str, ecrit: str) -> bool:
    """Vrai si une lettre ajoutée, ôtée ou changée, ou deux échangées, mènent de l'une à l'autre."""
    debut = next((i for i, (a, b) in enumerate(zip(forme, ecrit, strict=False)) if a != b), None)
    if debut is None:
        return True
    reste, voulu = forme[debut:], ecrit[debut:]
    echange = reste[:2] == voulu[1::-1] and reste[2:] == voulu[2:]
    return echange or voulu[1:] in (reste, reste[1:]) or reste[1:] == voulu


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
