"""Adresses : avec un numéro, elles désignent un foyer ; sans, une rue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, termes
from tat_carnet.anonymisation.nombres import EN_LETTRES
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.fins_de_voie import ORDINAIRE, fin_de_voie
from tat_carnet.anonymisation.rules.genres import FAMILLE, INCONNU, SUR, genre_de_mot
from tat_carnet.anonymisation.rules.motifs import chercher, juste_avant
from tat_carnet.anonymisation.sonorite import est_une_faute

_PASSAGE: Final = (
    r"passage(?! (?:(?:au|a l[a']) ?)?"
    r"(?:bat(?:iment)?|hall|tour|entree|cage|rdc|local|cave|parking)\b)"
)
"""« passage au bat 5 » : on y est passé, ce n'est pas une voie."""
_COURS: Final = (
    r"(?:cours?|crs)(?! (?:par|devant|partout|sur|en|cette|ce|a|au|pour|le|dans|chez|ou|et|avec"
    r"|sont|collectifs?|particuliers?|annules?"
    r"|de (?:francais|maths?|sport|boxe|soutien|langue|fle|danse|musique|cuisine|conduite|code"
    r"|rattrapage|svt|physique|techno|gym|natation|theatre|guitare|piano|karate|judo|yoga)"
    r"|d'(?:anglais|alpha\w*|espagnol|histoire|eps|arabe|informatique|essai|arts?|allemand))\b)"
)
"""« 3 cours de français par semaine » : un cours n'est une voie que devant un autre nom."""
_FAUTIVE: Final = (
    r"(?:boulvard|boul[ea]va?r[dt]?|bouvelard|boulevrad|impace|inpasse|chemain|chemein"
    r"|ru(?= (?:des|du|de la)\b)|alee(?= (?:des|du|de)\b))"
)
"""Une voie mal tapée, que rien d'autre n'explique."""
_VOIE: Final = (
    r"(?:rue|avenue?|aven|av|ave|boulevard|bd|bld|blvd|bvd|boul|impasse|imp|all"
    r"|allees?(?! vides?\b)|chemin|che|chem|ch(?=\.? (?:des|du|de la)\b)|route"
    rf"|rte|{_COURS}|quai|place"
    rf"|pl|square|sq|{_PASSAGE}|pass(?=\.)|traverse|trav|sentier|montee|esplanade|villa|faubourg"
    r"|fbg|fg|residence|res"
    r"|lotissement|lot|r(?=\.| (?:des|du|de la|[a-z]{4,}))|cite|grand'?e?[ -]rue"
    r"|hameau|sente|ruelle|rond-point|rd[ -]p(?:oin)?t|promenade|prom|mail(?! a\b)|venelle|voie"
    r"|(?<!rez de )(?<!rez-de-)(?<!rez de-)chaussee|clos|courees?|dreve|mas|digue|levee|ravine"
    r"|morne|carriere|corniche|coteau|parvis"
    r"|rampe|terrasse|berge|rocade|rang(?= saint)|lieu-?dit|strada|carrughju|lari|chimen"
    rf"|domaine|{_FAUTIVE}|alle(?= (?:des|du|de)\b))"
)
_LIEN: Final = r"(?:de la |de l'|des |du |de |d'|la |le |les |l'|aux? )"
_AVANT_UN_JOUR: Final = (
    r"(?!av\.? (?:le |la )?(?:\d|midi|minuit|noel|fin\b|mon\b|son\b|sa\b|que\b|de \w+r\b))"
)
"""« repasser av. le 22 » : avant, non une avenue."""
_POINT: Final = r"(?:(?<![a-z]{5})\.)?"
"""« av. », « chem. » : le point d'une voie entière finit la phrase."""
_NOM: Final = (
    r"(?:(?:[a-z]\.[ -]?){0,2}[a-z0-9]+(?:['-][a-z0-9]+)*"
    r"(?: a (?:chaux|vent|eau|papier|tan|foulon|sel|poudre|ble|huile|platre))?)"
)
_NUMEROTEE: Final = re.compile(
    r"(?:\b(?:n ?[o°]|numero) ?)?(?<![\w/])(?!(?:19"
    rf"|20)\d\d, )[1-9]\d{{0,3}}(?: ?[/-] ?\d{{1,3}})? ?(?:bis|ter|quater"
    rf"|[abc](?= ))?,? ?(?:de la |de l'|du )?\b{_VOIE}{_POINT} {_LIEN}?{_NOM}(?: {_NOM}){{0,3}}"
    rf"|\b(?!une?\b){EN_LETTRES}(?: bis| ter)?,? (?:de la |de l'|du )?(?:rue|avenue|av|boulevard"
    rf"|bd|impasse|chemin|quai|allee|place|square|route|traverse|sentier|sente|ruelle|venelle"
    rf"|montee|{_PASSAGE})\.?"
    rf" {_LIEN}?{_NOM}(?: {_NOM}){{0,2}}"
    rf"|\b{_AVANT_UN_JOUR}{_VOIE}{_POINT} {_LIEN}?{_NOM}(?: {_NOM}){{0,2}},? (?:(?:n ?[o°] ?"
    rf"|numero )?\d{{1,4}}(?: ?(?:bis|ter))?\b(?! ?(?:h|ans|jeunes|pers|/|semaines?|sem|mois|jours?"
    r"|fois|minutes?|min|familles|places|euros|€))"
    r")"
)
_SANS_NUMERO: Final = re.compile(
    rf"\b{_AVANT_UN_JOUR}(?:rue|avenue|av\.?|boulevard|bd|bld|impasse|imp\.|allees?"
    rf"|alle(?= (?:des|du)\b)"
    rf"|chemin|chem\."
    r"|route|rte\.?|(?<!rez de )(?<!rez-de-)(?<!rez de-)chaussee|clos|courees?|dreve|venelle"
    r"|promenade|esplanade|rond-point|voie"
    rf"|domaine|hameau|cours?|quai|sente"
    rf"|traverse|montee|sentier"
    rf"|{_PASSAGE}|faubourg|rd[ -]p(?:oin)?t|fbg|bvd|boul\.?|trav\.|{_FAUTIVE}|ruelle"
    rf"|place|square|r\.|r(?= [a-z]{{3}})|av\.|bd"
    rf"|bld) {_LIEN}?(?P<nom>{_NOM})(?: {_LIEN}?{_NOM}){{0,4}}"
)
_COMMUNE: Final = re.compile(r",? \d{5}(?!\d)(?: [a-z]+(?:-[a-z]+)*)?")
"""« 12 rue du Lavoir, 13990 Valdoré » : le code postal et la commune sont dans l'adresse."""
_ANGLE: Final = re.compile(
    r"(?:angle|coin|croisement|intersection)(?: entre)? ?(?:de la|de l'|des|du|la|le|l')? ?$"
)
"""« angle rue du Puits / rue Haute » : le mot ne se garde pas sans les voies qu'il croise."""
_RANG_D_UN_ANGLE: Final = 30
_ABREGEE: Final = re.compile(
    r"\b(?:(?:all|imp|ch|pl|sq|lot|fg)\.?|crs|avenu|digue|levee|ravine|morne"
    r"|mas|corniche|coteau|parvis|rang|carriere|rocade|strada|carrughju"
    r"|(?:carrefour|za|zi|zac|zone (?:artisanale|industrielle|commerciale|d'activites?))(?= d))"
    rf" {_LIEN}?(?P<nom>{_NOM})(?: {_LIEN}?{_NOM}){{0,4}}"
)
"""Ce qui, sans numéro, n'est une voie que devant une capitale : « all. Jean-Jaurès »."""
_LIEU_DIT: Final = re.compile(
    rf"\blieu[ -]?dit (?:{_LIEN})?(?P<nom>{_NOM})(?: {_LIEN}?{_NOM}){{0,3}}"
    r"|(?<![\w/])[1-9]\d{0,3}(?: ?bis)?,? grand'?e?[ -]rue\b"
    r"|\b(?:grand'?e?-rue|(?:habite|loge|vit|domiciliee?) (?:au |le )?(?P<pk>pk ?\d{1,3}))\b"
)
_RARE: Final = re.compile(
    r"\b(?:\d{1,3}(?: ?bis)?,? cote (?:des|du|de la) |(?:\d{1,3}(?: ?bis)?,? )?"
    r"(?:(?<!il )(?<!elle )(?<!on )(?<!qui )porte "
    r"(?!d[eu] (?:m|mr|mme|mlle|madame|monsieur|docteur)\b)(?:de la |de l'|des |du |de |d')"
    r"|quai n ?[o°] ?\d+,? (?:des |du |de la )?|tribu (?:de |d'|du )?|servitude |habitation |ilet "
    r"|anse |trace (?:des |de |du )?|escaliers? (?:des |du |de la |de l')"
    r"|lot(?:issement)? (?:n ?[o°] ?)?\d{1,3},? (?:les? |la |l')?))"
    rf"(?P<nom>{_NOM})(?:[ -]{_LIEN}?{_NOM}){{0,3}}"
)
"""Ce qui ne nomme une voie ou un lieu-dit que devant une capitale : « porte de Vanves »."""
_TRAVERSER: Final = re.compile(
    r"traverse (?:la |le |les |l')(?:rue|route|place|cour|chaussee|avenue|boulevard|voie|pont"
    r"|parking|quartier|cite|ville|dalle|square|hall|parc|passage|rond-point|rocade|carrefour|foule"
    r"|riviere|mur|couloir|pelouse|terrain|salle|allee|esplanade|parvis|france|nuit|vie)s?\b"
)
"""« traversé la rue » : un verbe, non une traverse."""
_NOMBRE: Final = re.compile(r"\d")
_PK: Final = re.compile(r"\bpk ?\d{1,3}(?:[.,]\d)?\b(?: cote (?:mer|montagne))?")
_PLACE_D_ACCUEIL: Final = re.compile(
    r"places? (?:au 115|lhss|lam|chrs|chu|huda|cada|cph|fjt|act|mecs|ehpad|creche|disponible|libre"
    r"|trouvee)\b"
)
_LIEU_ANNONCE: Final = re.compile(r"lieu[ -]?dit (?:l[ae]s? |l')?(?:grand|petit|haut|bas|bout)")
"""« lieu-dit la grande lande » : ce qui ailleurs est ordinaire y commence un nom."""
_BORNE: Final = re.compile(
    r",? (?:(?:kilometre|km|pk|point kilometrique) ?\d{1,3}\b|au (?:numero )?\d{1,3}"
    rf"\b(?! ?(?:h\b|h\d|/))|(?:au )?numero (?:\d{{1,3}}|{EN_LETTRES})\b)"
    r"|(?<=[a-z]) (?:ouest|nord|sud|est(?=\s*(?:[,.;)]|$)))\b"
)
_AUSSI_MOTS: Final = mots_de(
    "r av place square cours cour passage montee route allee allees quai chaussee clos mail",
    "promenade esplanade rond-point voie domaine hameau couree courees dreve",
)
_TETES: Final = mots_de(
    "avenu aven bvd boul crs pass trav fg mas digue levee ravine morne carriere corniche coteau",
    "parvis rampe terrasse berge rocade rang lieu lieudit strada carrughju lari chimen prom rd",
    "boulvard boulevar boulavard boulevart bouvelard boulevrad impace inpasse chemain chemein ru",
    "alee grande grand pk cote porte tribu servitude habitation ilet anse trace escalier escaliers",
    "ch carrefour za zi zac zone",
    "rue avenue av ave boulevard bd bld blvd impasse imp allee allees all chemin che chem route",
    "rte cour cours quai place pl square sq passage traverse sentier montee esplanade villa",
    "faubourg fbg residence res lotissement lot r cite hameau sente ruelle rond promenade mail",
    "venelle voie chaussee clos couree courees dreve domaine chem alle",
)
_BORDEES: Final = mots_de(
    "place square cour route allee allees quai chaussee clos mail promenade esplanade rond-point",
    "domaine hameau couree dreve av",
)
_ORNENT: Final = mots_de("romaine neuve haute basse fleuri fleurie")
"""« place neuve », « cours romaine » : un adjectif y nomme la voie."""
_ABSTRAITS: Final = mots_de(
    "violence violences tension tensions colere prix loyers eaux marches temperatures extremes",
    "addictions trafics trafic incivilites plaintes sante soin social droit possible emploi jeunes",
    "filles femmes peres meres retour vacances lhss chrs hudaa fjt caarud csapa cada huda siao",
    "urgence hotel",
)
"""« montée des violences », « domaine de la santé » : ce qui n'est la suite d'aucune voie."""
_LIEE: Final = re.compile(
    r"(?:passage|montee|cours?|route) des |(?:av\.?|route|place|square|allees?|quai|cour|chaussee"
    r"|clos|mail"
    r"|promenade|esplanade|rond-point|domaine|hameau|couree|dreve) (?:des|du|de la"
    r"|de l'|aux) ?"
)
_DETERMINEE: Final = re.compile(r"(?:\b(?:le|la|les|une?|des|cette|ce|au|du|aux|en|de|sur)|l') ?$")
_OFFICIELLE: Final = re.compile(
    r"(?:rue|avenue|boulevard|bd|impasse|chemin) (?:de la |de l'|du |des )"
    r"(?:gare|ecoles?|mairie|marche|stade|gymnase|college|hopital|port|prefecture|cote|porte"
    r"|poste|eglise|centre|bas|haut)\b"
)
"""« rue de la Gare », « avenue du Stade » : un lieu du quartier y nomme la voie."""
_TITRES: Final = ("saint-", "sainte-", "marechal-", "general-", "docteur-")


def reperer(note: Lecture) -> Iterator[Repere]:
    """Les adresses complètes, puis les voies nommées."""
    if note.vocabulaire.isdisjoint(_TETES):
        return
    for trouve, fin in _voies(note, _NUMEROTEE):
        if _PLACE_D_ACCUEIL.search(trouve[0]):
            continue
        commune = _COMMUNE.match(note.plie, fin)
        yield _adresse(note, trouve, commune.end() if commune else fin)
    for trouve, fin in _voies(note, _SANS_NUMERO):
        niveau = None if _est_ordinaire(note, trouve) else _niveau(note, trouve)
        if niveau is not None:
            yield _adresse(note, trouve, fin, niveau)
    for trouve, fin in _voies(note, _ABREGEE):
        if _est_capitale(note, trouve) or _est_illustre(trouve["nom"]):
            yield _adresse(note, trouve, fin)
    yield from chercher(note, _PK, Categorie.adresse)
    for trouve, fin in _voies(note, _RARE):
        numerote = _NOMBRE.search(note.plie, trouve.start(), trouve.start("nom"))
        if _est_capitale(note, trouve) or (note.sans_casse and numerote):
            yield _adresse(note, trouve, max(fin, trouve.end("nom")))
    for trouve, fin in _voies(note, _LIEU_DIT):
        if trouve["pk"]:
            yield Repere(*trouve.span("pk"), Categorie.adresse, Niveau.masquer)
        elif trouve["nom"] not in ORDINAIRE or _LIEU_ANNONCE.match(trouve[0]):
            yield _adresse(note, trouve, fin)


def _adresse(
    note: Note, trouve: re.Match[str], fin: int, niveau: Niveau = Niveau.masquer
) -> Repere:
    """De « angle », s'il la précède, à sa fin."""
    debut = trouve.start()
    angle = _ANGLE.search(note.plie, max(0, debut - _RANG_D_UN_ANGLE), debut)
    return Repere(angle.start() if angle else debut, fin, Categorie.adresse, niveau)


def _est_ordinaire(note: Note, trouve: re.Match[str]) -> bool:
    """« la rue principale », mais « la rue de la Côte »."""
    if _TRAVERSER.match(trouve[0]) or trouve[0].startswith("route du rhum"):
        return not _est_capitale(note, trouve) or trouve["nom"] == "rhum"
    if trouve["nom"] not in ORDINAIRE or _OFFICIELLE.match(trouve[0]):
        return False
    tete, _ = note.bornes(trouve.start(), trouve.start() + 1)
    return not (_est_capitale(note, trouve) and note.brut[tete].islower())


def _est_capitale(note: Note, trouve: re.Match[str]) -> bool:
    """Vrai si le nom de la voie porte une capitale que toute la note ne porte pas."""
    debut, fin = note.bornes(trouve.start("nom"), trouve.end("nom"))
    nom = note.brut[debut:fin]
    return nom[0].isupper() and not note.brut.isupper() and not _est_un_sigle(nom)


def _est_un_sigle(nom: str) -> bool:
    """« une place LHSS » : un dispositif, pas une voie."""
    return nom.isupper() and 1 < len(nom) < 5 and not _est_illustre(nom.lower())


def _est_illustre(nom: str) -> bool:
    """« gambetta » : ce qui nomme une place ou un cours partout, même sans sa capitale."""
    return nom in termes("illustres") or nom in _ORNENT


def _est_du_quartier(nom: str) -> bool:
    """« la place des guetteurs », « la place du marché » : un mot du métier ne nomme pas une",
    "voie."""
    formes = {nom, nom.rstrip("sx")}
    return any(formes & termes(lexique) for lexique in ("metier", "generiques", "publics"))


def _selon_le_nom(nom: str, *, seule: bool) -> Niveau | None:
    """« cours gambetta », « place jaures » : un nom que le français ne connaît pas."""
    dernier = nom.rpartition("-")[2]
    if genre_de_mot(dernier) not in (SUR, FAMILLE, INCONNU) or est_une_faute(dernier):
        return None
    return Niveau.masquer if seule else Niveau.verifier


def _voies(note: Note, motif: re.Pattern[str]) -> Iterator[tuple[re.Match[str], int]]:
    """Chaque voie et sa fin, une fois son nom coupé ; la suivante se cherche à partir de là."""
    trouve = next(iter(note.departs.occurrences(motif)), None)
    while trouve is not None:
        fin = fin_de_voie(note, trouve.start(), trouve.end())
        borne = _BORNE.match(note.plie, fin)
        fin = borne.end() if borne else fin
        yield trouve, fin
        trouve = motif.search(note.plie, fin)


def _niveau(note: Note, trouve: re.Match[str]) -> Niveau | None:
    """« une place », « la montée » ne nomment une voie que devant un nom propre ou sans article."""
    tete = trouve[0].split()[0].rstrip(".")
    if tete not in _AUSSI_MOTS:
        return Niveau.masquer
    nom = trouve["nom"]
    if nom.isdigit() or len(nom) == 1:
        return None
    if _est_capitale(note, trouve) or _est_illustre(nom) or nom.startswith(_TITRES):
        return Niveau.masquer
    if nom in _ABSTRAITS or _est_du_quartier(nom):
        return None
    determinee = juste_avant(_DETERMINEE, note.plie, trouve.start())
    if not _LIEE.match(trouve[0]):
        return _selon_le_nom(nom, seule=not determinee)
    if tete not in _BORDEES:
        if determinee:
            return None
        return Niveau.masquer if tete == "montee" else Niveau.verifier
    return Niveau.verifier if determinee and tete != "av" else Niveau.masquer
