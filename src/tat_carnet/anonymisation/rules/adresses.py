"""Adresses : avec un numéro, elles désignent un foyer ; sans, une rue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lexiques import mots_de, termes
from tat_carnet.anonymisation.nombres import EN_LETTRES, EN_TOUTES_LETTRES
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.genres import FAMILLE, INCONNU, SUR, genre_de_mot
from tat_carnet.anonymisation.sonorite import est_une_faute

_PASSAGE: Final = (
    r"passage(?! (?:au|a l[a'] ?) ?"
    r"(?:bat(?:iment)?|hall|tour|entree|cage|rdc|local|cave|parking)\b)"
)
"""« passage au bat 5 » : on y est passé, ce n'est pas une voie."""
_VOIE: Final = (
    r"(?:rue|avenue|av|ave|boulevard|bd|bld|blvd|impasse|imp|allees?|all|chemin|che|chem|route"
    r"|rte|cours?|quai|place"
    rf"|pl|square|sq|{_PASSAGE}|traverse|sentier|montee|esplanade|villa|faubourg|fbg|residence|res"
    r"|lotissement|lot|r(?=\.)|cite"
    r"|hameau|sente|ruelle|rond-point|promenade|mail|venelle|voie|chaussee|clos|courees?|dreve"
    r"|domaine|chem|alle(?= (?:des|du|de)\b))"
)
_LIEN: Final = r"(?:de la |de l'|des |du |de |d'|la |le |les |l'|aux? )"
_NOM: Final = (
    r"(?:[a-z0-9]+(?:['-][a-z0-9]+)*"
    r"(?: a (?:chaux|vent|eau|papier|tan|foulon|sel|poudre|ble|huile|platre))?)"
)
_NUMEROTEE: Final = re.compile(
    rf"(?:\bn ?[o°] ?)?(?<![\w/])[1-9]\d{{0,3}}(?: ?[/-] ?\d{{1,3}})? ?(?:bis|ter|quater"
    rf"|[abc](?= ))?,? ?(?:de la |de l'|du )?\b{_VOIE}\.? {_LIEN}?{_NOM}(?: {_NOM}){{0,3}}"
    rf"|\b(?!une?\b|deux\b){EN_LETTRES}(?: bis)? (?:de la |de l'|du )?(?:rue|avenue|boulevard"
    rf"|impasse|chemin|quai)"
    rf" {_LIEN}?{_NOM}(?: {_NOM}){{0,2}}"
    rf"|\b{_VOIE}\.? {_LIEN}?{_NOM}(?: {_NOM}){{0,2}},? (?:n ?[o°] ?"
    rf"|numero )?\d{{1,4}}(?: ?(?:bis|ter))?\b(?! ?(?:h|ans|jeunes|pers|/))"
)
_SANS_NUMERO: Final = re.compile(
    rf"\b(?:rue|avenue|av\.?|boulevard|bd|bld|impasse|imp\.|allees?|alle(?= (?:des|du)\b)"
    rf"|chemin|chem\."
    rf"|route|rte\.?|chaussee|clos|courees?|dreve|venelle|promenade|esplanade|rond-point|voie"
    rf"|domaine|hameau|cours?|quai|sente"
    rf"|traverse|montee|sentier"
    rf"|{_PASSAGE}|faubourg|ruelle|place|square|r\.|r(?= [a-z]{{3}})|av\.|bd"
    rf"|bld) {_LIEN}?(?P<nom>{_NOM})(?: {_LIEN}?{_NOM}){{0,4}}"
)
_BORNE: Final = re.compile(
    r",? (?:(?:kilometre|km|pk|point kilometrique) ?\d{1,3}\b|au \d{1,3}\b(?! ?(?:h\b|h\d|/)))"
)
_AUSSI_MOTS: Final = mots_de(
    "r place square cours cour passage montee route allee allees quai chaussee clos mail promenade",
    "esplanade rond-point voie domaine hameau couree courees dreve",
)
_TETES: Final = mots_de(
    "rue avenue av ave boulevard bd bld blvd impasse imp allee allees all chemin che chem route",
    "rte cour cours quai place pl square sq passage traverse sentier montee esplanade villa",
    "faubourg fbg residence res lotissement lot r cite hameau sente ruelle rond promenade mail",
    "venelle voie chaussee clos couree courees dreve domaine chem alle",
)
_BORDEES: Final = mots_de(
    "place square cour route allee allees quai chaussee clos mail promenade esplanade rond-point",
    "domaine hameau couree dreve",
)
_LIEE: Final = re.compile(
    r"(?:passage|montee|cours?|route) des |(?:place|square|allees?|quai|cour|chaussee|clos|mail"
    r"|promenade|esplanade|rond-point|domaine|hameau|couree|dreve) (?:des|du|de la"
    r"|de l'|aux) ?"
)
_DETERMINEE: Final = re.compile(r"(?:\b(?:le|la|les|une?|des|cette|ce|au|du|aux|en|de|sur)|l') ?$")
_OFFICIELLE: Final = re.compile(
    r"(?:rue|avenue|boulevard|bd|impasse|chemin) (?:de la |de l'|du |des )"
    r"(?:gare|ecoles?|mairie|marche|stade|gymnase|college|hopital|port|prefecture)\b"
)
"""« rue de la Gare », « avenue du Stade » : un lieu du quartier y nomme la voie."""
_MOT: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LIENS: Final = frozenset(("de", "du", "des", "la", "le", "les", "l", "d", "aux", "au"))
_A_QUOI: Final = mots_de("chaux vent eau papier tan foulon sel poudre ble huile platre")
_ORDINAIRE: Final = mots_de(
    "depuis pendant comme la le les l un une des du de d en et a au aux avec sans pour par "
    "pendant cette ce ces hier demain aujourd vers",
    "son sa ses qui que ou mais est sont il elle on nous y tous tout toute deux trois nuit",
    "jour matin soir cote bas haut pietonne commercante publique principale voisine meme",
    "derriere devant entiere vide deserte fermee ouverte barree scolaire rapide quartier cite",
    "secteur immeuble ecole college ville mairie gare marche centre parking stade gymnase",
    "hall bailleur departement prefecture porte bout coin retour travail souterrain prive",
    "interdit oblige prefere grande petite s'est c'est n'est",
)


def reperer(note: Note) -> Iterator[Repere]:
    """Les adresses complètes, puis les voies nommées."""
    if note.vocabulaire.isdisjoint(_TETES):
        return
    for trouve, fin in _voies(note, _NUMEROTEE):
        yield Repere(trouve.start(), fin, Categorie.adresse, Niveau.masquer)
    for trouve, fin in _voies(note, _SANS_NUMERO):
        ordinaire = trouve["nom"] in _ORDINAIRE and not _OFFICIELLE.match(trouve[0])
        niveau = None if ordinaire else _niveau(note, trouve)
        if niveau is not None:
            yield Repere(trouve.start(), fin, Categorie.adresse, niveau)


def _est_du_quartier(nom: str) -> bool:
    """« la place des guetteurs », « la place du marché » : un mot du métier ne nomme pas une",
    "voie."""
    formes = {nom, nom.rstrip("sx")}
    return any(formes & termes(lexique) for lexique in ("metier", "generiques", "publics"))


def _selon_le_nom(nom: str, *, seule: bool) -> Niveau | None:
    """« cours gambetta », « place jaures » : un nom que le français ne connaît pas."""
    if genre_de_mot(nom) not in (SUR, FAMILLE, INCONNU) or est_une_faute(nom):
        return None
    return Niveau.masquer if seule else Niveau.verifier


def _voies(note: Note, motif: re.Pattern[str]) -> Iterator[tuple[re.Match[str], int]]:
    """Chaque voie et sa fin, une fois son nom coupé ; la suivante se cherche à partir de là."""
    trouve = motif.search(note.plie)
    while trouve is not None:
        fin = _fin(note, trouve.start(), trouve.end())
        borne = _BORNE.match(note.plie, fin)
        fin = borne.end() if borne else fin
        yield trouve, fin
        trouve = motif.search(note.plie, fin)


def _niveau(note: Note, trouve: re.Match[str]) -> Niveau | None:
    """« une place », « la montée » ne nomment une voie que devant un nom propre ou sans article."""
    tete = trouve[0].split()[0]
    if tete not in _AUSSI_MOTS:
        return Niveau.masquer
    if trouve["nom"].isdigit():
        return None
    brute, _ = note.bornes(trouve.start("nom"), trouve.end("nom"))
    capitale = note.brut[brute].isupper() and not note.brut.isupper()
    if capitale or trouve["nom"].startswith(("saint-", "sainte-", "marechal-", "general-")):
        return Niveau.masquer
    if _est_du_quartier(trouve["nom"]):
        return None
    determinee = _DETERMINEE.search(note.plie, 0, trouve.start())
    if not _LIEE.match(trouve[0]):
        return _selon_le_nom(trouve["nom"], seule=not determinee)
    if tete not in _BORDEES:
        return None if determinee else Niveau.verifier
    return Niveau.verifier if determinee else Niveau.masquer


def _fin(note: Note, debut: int, fin: int) -> int:
    """Coupe le nom de la voie au premier mot ordinaire, ou à la fin de ses majuscules."""
    mots = list(_MOT.finditer(note.plie, debut, fin))
    nom = next((rang for rang, mot in enumerate(mots) if _est_une_voie(mot[0])), 0) + 1
    garde = mots[0].end()
    for rang, mot in enumerate(mots):
        if mot[0] in _A_QUOI and mots[rang - 1][0] == "a":
            garde = mot.end()
            continue
        if mot[0] == "a" and rang + 1 < len(mots) and mots[rang + 1][0] in _A_QUOI:
            continue
        lie = mot[0] in _LIENS
        if rang > nom + 2 and not lie and _est_fini(note, mot.start(), mot[0]):
            break
        suit_un_lien = rang > 0 and mots[rang - 1][0] in _LIENS
        if mot[0] in _ORDINAIRE and rang >= nom and not lie and not suit_un_lien:
            break
        garde = mot.end() if not lie else garde
    return garde


def _est_une_voie(forme: str) -> bool:
    if forme in _LIENS or forme in EN_TOUTES_LETTRES:
        return False
    return not forme.isdigit() and forme not in ("bis", "ter", "quater", "a", "b", "c")


def _est_fini(note: Note, debut: int, forme: str) -> bool:
    brute, _ = note.bornes(debut, debut + 1)
    return not note.brut[brute].isupper() and not forme.isdigit()
