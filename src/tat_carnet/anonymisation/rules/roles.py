"""Rôles qu'une seule personne tient dans le quartier : « le gardien », « l'imam », « la CPE »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tat_carnet.anonymisation.departs import Famille
from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots, mots_de, natures, termes
from tat_carnet.anonymisation.marques import marque
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules import figures
from tat_carnet.anonymisation.rules.motifs import chercher
from tat_carnet.anonymisation.sonorite import est_une_faute

_ROLE: Final = (
    r"(?:conduct(?:eur|rice) (?:du |de la |de l'|de )[a-z]{3,}|conductrice|porteu(?:r"
    r"|se) de [a-z]{3,}|pharmacien(?:ne)? de garde|surveillante? de nuit|garcon de cafe"
    r"|apprentie? (?:du |de la |de l')[a-z]{4,}|(?:prof(?:esseure?)?|monit(?:eur|rice)|coach"
    r"|entraineu(?:r|se))"
    r" d(?:e |')(?!la |l')[a-z]{3,}|(?:marchande?|joueu(?:r|se)|vendeu(?:r|se)"
    r"|livreu(?:r|se)|loueu(?:r|se)"
    r"|(?:dress|toilett|elev|fabric|repar|rempaill)eu(?:r|se)"
    r"|casseur) d(?:e |')[a-z]{3,}"
    r"|principale? adjointe?|proviseure? adjointe?|maitre d'ecole"
    r"|sage[ -]fa?e?mm?e(?: du (?:csapa|caarud|cmp|pmi))?|secretaire de mairie|taul(?:ier|iere)"
    r"|referente? (?:sociale?|insertion)(?: du bailleur)?|maitresse de maison|veilleu(?:r"
    r"|se)(?: de nuit)?"
    r"|proprietaire|nounou|ass?mat|assistante maternelle|vigile de nuit"
    r"|psy du cmp|traduct(?:eur|rice)|deleguee? (?:de classe|des [3-6]e)|assistante sociale"
    r"|assistant social|psychologue scolaire"
    r"|animat(?:eur|rice) (?:sportif|sportive|jeunesse)|educ(?:ateur|atrice)? sporti(?:f|ve)"
    r"|agent (?:d'entretien|de securite|d'accueil)|femme de menage|maitre[ -](?:chien|nageur)"
    r"|aide[ -]soignante?|proprietaire (?:du|de la) \w+|surveillant general|vie sco(?:laire)?"
    r"|gestionnaire du college|chef d'etablissement|conseillere? d'orientation|psy (?:en"
    r"|du college|scolaire)|referente? familles?|ecrivain public|preparat(?:eur|rice) en pharmacie"
    r"|(?:dame|monsieur|retraitee?|etudiante?|veuve) du"
    r" (?:\d{1,2}e?|rdc|dessus|dessous|kiosque|tabac|pressing|cdi|guichet)"
    r"|(?:vieille|vieux|mamie|papi|papy|mami) du (?:\d{1,3} ?(?:e|eme|er)?|rdc|dessus|dessous)"
    r"|(?:voisin|voisine) du \d{1,3}e?|nourrice agreee|reparat(?:eur|rice)(?: de \w+)?"
    r"|responsable d'agence|conseillere?(?: du guichet)?|enseignante? referente?"
    r"|correspondante? de nuit|voisine? (?:du (?:dessus|dessous|palier|fond|\d{1,2}e?)"
    r"|d'en (?:face|bas|haut)|d'a cote)|dame de (?:la )?cantine|dame de service"
    r"|dame de l'accueil(?: periscolaire)?"
    r"|(?:dame|monsieur|mec|gars|type) du (?:menage|vestiaire|kebab|snack|tabac|bar|lavomatic"
    r"|pmu|grec))"
)
_PRECISION: Final = (
    r"(?: (?:d'en (?:face|bas|haut)|d'a cote|du (?:\d{1,3}(?: bis)?\b(?! ?(?:h\b|mois|/)))"
    r"|doc(?:umentaliste)?\b|des u ?\d\d?|du foyer(?: de jeunes travailleurs)?|du (?:fjt|chrs)"
    r"|du (?:lidl|leclerc|carrefour|casino|franprix|auchan)"
    r"|du (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir)|liberale?"
    r"|scolaire|de l'amicale(?: des locataires)?|du conseil (?:citoyen|syndical)|de la (?:place"
    r"|dalle|mosquee|paroisse|supere?tte|laverie|rue"
    r"|boulangerie|pharmacie|cite|boxe|cantine|creche|maternelle|primaire|gare|poste|boutique"
    r"|salle|chorale|resi(?:dence)?|tour|galerie|ferme|supe?rette)|du (?:college|lycee|cabinet"
    r"|snack|kebab|bar|tabac|bar-tabac|bowling|club|coin|quartier|foot|"
    r"garage|centre(?: social| de sante)?|cdi|rez-de-chaussee|pmu|marche|portail|magasin|camping"
    r"|bus|port"
    r"|village|stade"
    r"|gymnase|theatre|restaurant|resto|tacos|judo|basket|rugby)|de l'(?:ecole|epicerie|immeuble"
    r"|eglise|hotel|ehpad"
    r"|etablissement)|benevole|remplacante?|retraitee?|coordinat(?:eur|rice)|des (?:boules"
    r"|locataires)|bar-tabac"
    r"|scolaire|d'(?:ecole|immeuble|eps|anglais|histoire|arabe|espagnol|allemand|italien|art)"
    r"|de (?:cp|ce1|ce2|cm1|cm2|gs|ms"
    r"|ps|sport|foot|boxe|judo|maths?|techno|francais|svt|"
    r"musique|danse|francais|espagnol|anglais|physique|6e|5e|4e|3e|dessin|chimie|quartier|classe"
    r"|la place)))*"
)
_PAS_UN_ROLE: Final = (
    r"(?! (?:adjoint|d'agence|regional|departemental|general"
    r"|de (?:cabinet|service|la (?:police|mairie|caf|mds|mission))|d[eu] secteur|des services"
    r"|academique|de la (?:pass|pmi|mdph|cpam|pjj|cjc|mjc)"
    r"|du (?:spip|ccas|cada|chrs|cmpp|cegidd)"
    r"|de l'(?:ars|agence|asso(?:ciation)?|addap|ase)|du (?:departement"
    r"|conseil departemental|tribunal|csapa|caarud|bailleur|cmp|samu|siao)|traitant|des roues"
    r"|legiste|du travail|de garde|referent|coordonnateur|de nuit|de (?:but|prison|risque)"
    r"|d'enfants?|d'acces)\b)"
)
_QUALIFIE: Final = re.compile(
    r"\b(?P<x>(?:presidente?|secretaire|tresorier|tresoriere) (?:du conseil citoyen"
    r"|de l'amicale(?: des locataires)?|du club|de l'asso(?:ciation)?"
    r"|des locataires|du foot|du conseil syndical)"
    r"|(?:entraineu(?:r|se)|coach|educ) (?:des )?u ?\d\d?|inf\.? scol(?:aire\b|\.?)"
    r"|moul(?:at)? l?(?:hanou?t|7anou?t)"
    r"|patronn?e? (?:du |de la |de l')?(?:bar-tabac"
    r"|bar|tabac|kebab|snack|cafe|pmu|garage|bowling)"
    r"|(?:principale?|proviseure?|direct(?:eur|rice))(?: adjointe?)? (?:du|de la"
    r"|de l') ?(?:college"
    r"|lycee|ecole|creche|maternelle|foyer|micro-creche|ehpad|segpa)|psyen"
    r"|direct(?:eur|rice) (?:mat(?:ernelle)?|prim(?:aire)?"
    r"|elem(?:entaire)?)\b\.?|infirmiere scolaire|prof principale?|gardien(?:ne)? du \d{1,3})\b"
    r"|(?:^|[.:→;/] |- |\n)(?P<y>dir(?=\.)|gardien(?:ne)?|concierge|boulangere?|pharmacien(?:ne)?"
    r"|epiciere?|directrice|principale?|proviseure?|patronn?e?"
    r"|imam|cure|presidente?|coiffeu(?:r|se)|buraliste|garagiste)\b(?! de (?:rue|la mairie))"
)
_POSSEDE: Final = re.compile(
    r"\b(?:son|sa|leur) (?P<x>(?:ancien(?:ne)? |nouvel(?:le)? |nouveau |futur "
    r"|ex-?)?(?:patronn?e?|educ(?:ateur|atrice)? sporti(?:f|ve)"
    r"|monit(?:eur|rice)|cheffe?|gerante?|entraineuse|prof(?: principale?)?|profs|professeure?"
    r"|coach"
    r"|entraineur|maitresse|instit\w*|employeur|maitre(?: de stage| d'apprentissage)?|curat(?:eur"
    r"|rice)|medecin|kine|orthophoniste|dentiste|psychologue|psychiatre|referente?|psy|avocate?"
    r"|juge"
    r"|proprio|proprietaire|logeuse?|imam|cpe|tuteur de stage"
    r"|voisine? (?:du (?:dessus|dessous|palier)|d'en (?:face|haut|bas))))\b"
    r"(?: (?:de|d') ?(?:maths?|sport|francais|anglais|techno|svt|histoire|eps|boxe|foot|judo"
    r"|dessin|musique))?"
)
_EDUC: Final = (
    r"(?:educ(?:ateur|atrice)?|coordinat(?:eur|rice)|cheffe? de service|conseill(?:er|ere)"
    r"|assistante? sociale?)(?: scolaire| de secteur| referente?)?\b"
)
_DETERMINANT: Final = (
    r"(?<![a-z0-9])(?<!faire )(?<!fait )(?<!fais )(?<!joue )(?<!jouer )"
    r"(?:(?:le|la|du|au|a la|de la|o|mme la|m\. le) |(?:a |de )?l' ?)"
    r"(?:nouve(?:au|lle|l) |ancien(?:ne)? |vieux |vieille |jeune |meme |petite? |gentil(?:le)? )?"
)
_DIT: Final = (
    r"(?:contacte|prevenu|avise|informe|appele|vu|rencontre|ok|absent|present|injoignable|relance"
    r"|d'accord|dit|demande|signale|appelle|propose|passe|confirme|refuse)"
)
_CONNUS: Final = (
    r"(?:gardien(?:ne)?|concierge|cpe|principale?(?: adjointe?)?|proviseure?(?: adjointe?)?"
    r"|direct(?:eur|rice)|dirlo|imam|cure|pasteur|pharmacien(?:ne)?|boulangere?|epiciere?"
    r"|coiffeu(?:r|se)|buraliste|bouchere?|garagiste|fact(?:eur|rice)|patronn?e?|gerante?|coach"
    r"|presidente?|prof|infirmiere(?: scolaire)?|maitresse|instit\w*|fleuriste|kebabier|pizzaiolo"
    r"|primeur|poissonniere?|cordonnier|serveu(?:r|se)|notaire|plombier)"
)
_SANS_ARTICLE: Final = re.compile(
    r"\b(?:avec|vu|vue|appele|appelee|appeler|rdv|mail|tel|par|via|selon|prevenu|prevenir|voir"
    r"|contacter|relancer|echange|passage|ex) "
    rf"(?P<x>{_CONNUS}\b{_PRECISION})(?! (?:de (?:rue|nuit)|du (?:csapa|caarud)|probleme))"
    rf"|(?:^|[.:→;/=*•(] ?|- |\n)(?P<y>{_CONNUS}{_PRECISION})(?=\s*(?:[:,;/)=]|$)| (?:{_DIT}e?"
    r"|a l'|bat\w*|hall|du \d+|tres|pas|qui|est|a|ne|veut|se|nous|m'|l')\b)"
    r"|\b(?P<z>(?:patron|gerant) (?:bar|tabac|kebab|snack|pmu|garage|epicerie|resto)[a-z-]*)\b"
    rf"|, (?P<w>(?:{_CONNUS}|veilleu(?:r|se)|veilleur de nuit|vigile|referente?)"
    r" (?:de l'|de la |du )(?!csapa|caarud|mairie|departement|tribunal|caf\b|ase\b|mds)[a-z]+)\b"
)
_FAUTIF: Final = 6
"""Lettres à partir desquelles une faute laisse encore reconnaître un métier."""
_LONG: Final = 40
"""Aucun métier n'en a autant ; chercher les fautes d'un mot sans fin coûterait son carré."""
_COLLE, _UNE_LETTRE = range(2)
_FIN_DE_METIER: Final = re.compile(
    r"[a-z]{3,}(?:cult(?:eur|rice)|olog(?:ue|iste)|(?:therapeut|iatr)e|ici(?:en|enne)"
    r"|(?<!l)(?<!p)iste)"
)
"""Ce par quoi le français fait un métier : « ostréiculteur », « gérontologue », « cariste »."""
_FIN_NEUVE: Final = re.compile(r"[a-z]{3,}(?:iere?|euse|trice|esse|logue)")
"""Hors du dictionnaire, un mot ainsi fait est encore un métier : « kiosquier », « grainetière »."""
_NON_METIERS: Final = mots_de(
    "touriste cycliste raciste sexiste fasciste terroriste antagoniste protagoniste activiste",
    "gauchiste anarchiste communiste socialiste syndicaliste artiste automobiliste motocycliste",
    "specialiste naziste capitaliste humaniste complotiste islamiste extremiste separatiste",
    "populiste feministe colonialiste integriste physicien politicien politicienne technicien",
    "technicienne juriste secouriste legiste recidiviste multirecidiviste reserviste fumiste",
    "schiste palmiste nudiste exhibitionniste milicien motoculteur arriviste journaliste",
    "orthophoniste vacanciere",
)
_DE_QUOI: Final = re.compile(
    r" (?:(?:du|de la|des|au|a la|aux) |(?:de |a )l')(?P<quoi>[a-z]{4,}(?:-[a-z]+)*)"
)
"""« le cariste de l'entrepôt », « le pêcheur à la casquette » : ce qui le désigne davantage."""
_TEMPS: Final = mots_de(
    "matin soir midi nuit jour jours semaine mois moment debut milieu cours bout sortie rentree",
    "telephone sujet place fois vacances retour depart fait prix hasard final mieux moins plus",
    "minimum maximum dela dessus dessous autres jeunes parents enfants gens suite faveur demande",
    "nom lieu cause maniere question propos travers quartier secteur contraire passage",
    "premier premiere dernier derniere",
)
"""« le boulanger au matin » : ce qui suit ne dit pas qui il est."""
_POSSESSIFS: Final = mots_de("son sa leur notre votre")
_ARTICLES: Final = mots_de("le la l du au o chez")
_DEFINIS: Final = mots_de("le la l du au")
_QUALITES: Final = mots_de("ancien ancienne nouveau nouvelle jeune vieux vieille petit petite")


@cache
def _role() -> re.Pattern[str]:
    """« boulanger », « CPE » : de quoi ne pas chercher derrière chaque article."""
    return re.compile(rf"(?<![a-z0-9]){_un_role()}")


@cache
def _defini() -> re.Pattern[str]:
    """« le boulanger », « à la CPE du collège » : un article défini, un rôle, ce qui le précise."""
    return re.compile(rf"{_DETERMINANT}(?P<x>{_un_role()}{_PRECISION}){_PAS_UN_ROLE}")


def _un_role() -> str:
    return rf"(?:{_ROLE}|{'|'.join(sorted(sorted(termes('roles')), key=len, reverse=True))})\b"


@cache
def _a_une_lettre() -> frozenset[str]:
    return frozenset(v for role in termes("roles") if len(role) >= _FAUTIF for v in _sans_une(role))


def _sans_une(forme: str) -> set[str]:
    return {forme, *(forme[:i] + forme[i + 1 :] for i in range(len(forme)))}


@cache
def _possede_un_role() -> re.Pattern[str]:
    """« son trésorier », « notre agent d'entretien », « son ancienne éducatrice »."""
    return re.compile(
        r"\b(?:son|sa|leur|notre|votre) (?:ancien(?:ne)? |nouvel(?:le)? |nouveau |future? |ex-?)?"
        rf"(?P<x>(?:{_EDUC}|{_un_role()}){_PRECISION})\b"
    )


_ANNONCES: Final = Famille(_QUALIFIE, _POSSEDE, _SANS_ARTICLE)


def reperer(lecture: Lecture) -> Iterator[Repere]:
    """Les rôles introduits par un article défini singulier, et les figures du quartier."""
    for motif in lecture.departs.parmi(_ANNONCES):
        yield from chercher(lecture, motif, Categorie.role_unique)
    yield from chercher(lecture, _possede_un_role(), Categorie.role_unique, si=_POSSESSIFS)
    if lecture.departs.places(_role()):
        for repere in chercher(lecture, _defini(), Categorie.role_unique):
            yield _precise(lecture, repere.debut, repere.fin)
    yield from figures.reperer(lecture)
    for rang in lecture.rangs_de(_METIER):
        forme = lecture.forme(rang)
        if _est_un_metier(forme) and _est_defini(lecture, rang):
            yield _precise(lecture, lecture.debuts[rang], lecture.fins[rang])
            continue
        faute = _faute_de_role(forme)
        if faute is not None and (faute == _COLLE or _suit_un_article(lecture, rang)):
            bornes = lecture.debuts[rang], lecture.fins[rang]
            yield Repere(*bornes, Categorie.role_unique, Niveau.masquer)


def _precise(lecture: Lecture, debut: int, fin: int) -> Repere:
    """Le rôle, et ce dont il l'est : un mot du métier (« du CSAPA ») n'en est pas, et se garde."""
    suite = _DE_QUOI.match(lecture.plie, fin)
    if suite is not None:
        quoi = suite["quoi"]
        garde = any(quoi in termes(nom) for nom in ("metier", "institutions", "publics"))
        if not garde and quoi not in _TEMPS:
            fin = suite.end()
    return Repere(debut, fin, Categorie.role_unique, Niveau.masquer)


def _est_un_metier(forme: str) -> bool:
    """« cariste », « ostréicultrice », « kiosquier » : un métier à sa seule fin."""
    if not _FAUTIF <= len(forme) <= _LONG or forme in _NON_METIERS or forme in termes("metier"):
        return False
    if _FIN_DE_METIER.fullmatch(forme):
        return natures().get(forme, "n")[0] == "n"
    return (
        forme not in mots() and _FIN_NEUVE.fullmatch(forme) is not None and not est_une_faute(forme)
    )


def _est_defini(lecture: Lecture, rang: int) -> bool:
    """« le cariste », « l'ancien légionnaire » : défini, et sans la capitale d'un nom."""
    if lecture.majuscule(rang) and not lecture.en_capitales:
        return False
    avant = rang - 1 - (lecture.forme(rang - 1) in _QUALITES)
    return lecture.forme(avant) in _DEFINIS and lecture.entre(rang) in (" ", "'")


def _faute_de_role(forme: str) -> int | None:
    """« lcoiffeur », « la boulengère » : un rôle collé à son article, ou à une lettre près."""
    if not _FAUTIF <= len(forme) <= _LONG or forme in mots():
        return None
    if forme[0] == "l" and forme[1:] in termes("roles"):
        return _COLLE
    return None if _sans_une(forme).isdisjoint(_a_une_lettre()) else _UNE_LETTRE


_METIER: Final = marque(lambda f: _est_un_metier(f) or _faute_de_role(f) is not None)


def _suit_un_article(lecture: Lecture, rang: int) -> bool:
    return lecture.forme(rang - 1) in _ARTICLES and lecture.entre(rang) in (" ", "'")
