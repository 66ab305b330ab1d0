"""Structures, marques et œuvres de plusieurs mots : « Joueurs Info Service », « Leroy Merlin ».

Un mot qui n'est rien seul (« Joueurs », « Écoute ») ne nomme personne au milieu d'un de ces noms.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, prenoms, termes
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import AMBIGU, SUR, genre_de_mot
from tat_carnet.anonymisation.rules.positions import agit

_TETES: Final = mots_de(
    "maison point espace centre association asso fondation service pole plateforme relais",
    "dispositif reseau programme atelier collectif federation ligue comite bureau agence office",
    "antenne cite contrat plan projet operation semaine journee fete forum coupe tournoi compagnie",
    "championnat festival prix label charte mission equipe unite foyer bus camion maraude garantie",
    "groupe cellule commission cooperative entreprise societe mutuelle caisse jeu film serie appli",
    "application logiciel site marque chaine emission livre spectacle resto restaurant magasin",
)
"""Ce dont le nom qui suit n'est pas celui de quelqu'un."""
_LIENS: Final = mots_de("de du des la le les l d et a en pour")
_MOT: Final = re.compile(r"\w+")


@cache
def _places() -> Mapping[str, Sequence[tuple[int, Sequence[str]]]]:
    """Pour chaque mot, les noms composés où il figure, et son rang dans chacun."""
    places = defaultdict(list)
    for terme in termes("metier") | termes("publics"):
        mots = tuple(_MOT.findall(terme))
        for rang, mot in enumerate(mots if len(mots) > 1 else ()):
            places[mot].append((rang, mots))
    return places


def nomme_une_structure(lecture: Lecture, rang: int) -> bool:
    """Vrai si ce mot fait partie du nom d'une structure ou d'une marque connue."""
    if _est_institutionnel(lecture, rang):
        return True
    for place, mots in _places().get(lecture.forme(rang), ()):
        debut = rang - place
        if debut >= 0 and tuple(lecture.formes[debut : debut + len(mots)]) == mots:
            return not _sert_de_surnom(lecture, debut, debut + len(mots) - 1)
    return False


def _est_institutionnel(lecture: Lecture, rang: int) -> bool:
    """« Espace Jeunes », « Carte Vitale » : sauf une civilité, qui ferait de tout mot un nom."""
    forme, avant, institutions = (
        lecture.forme(rang),
        lecture.forme(rang - 1),
        termes("institutions"),
    )
    if not lecture.majuscule(rang) or forme not in institutions or avant in ctx.CIVILITES:
        return False
    if genre_de_mot(forme) in (SUR, AMBIGU):
        return False
    seul = avant not in institutions and lecture.forme(rang + 1) not in institutions
    lie = avant in ("de", "d", "a") and lecture.forme(rang - 2) in ctx.LIENS_DE_PARENTE
    return not (seul and (lie or avant in ctx.FORTES))


def _sert_de_surnom(lecture: Lecture, debut: int, fin: int) -> bool:
    """« M. Saint-Louis », « Bruce Lee a cassé la vitre » : quelqu'un, malgré le nom public."""
    if lecture.forme(debut - 1) in ctx.CIVILITES:
        return True
    personnage = lecture.forme(debut) in prenoms() and lecture.forme(debut - 1) not in ctx.ARTICLES
    return personnage and (lecture.forme(fin + 1) in ctx.ACTES or agit(lecture, fin, ctx.GESTES))


def suit_une_structure(lecture: Lecture, rang: int) -> bool:
    """« l'association Passerelle », « le Pôle Ressources » : ce que le mot d'avant annonce."""
    if not lecture.majuscule(rang) or lecture.entre(rang) not in (" ", "'", ' "', "-"):
        return False
    recul = rang - 1
    while recul > rang - 4 and lecture.forme(recul) not in _TETES:
        if lecture.forme(recul) not in _LIENS and not lecture.majuscule(recul):
            return False
        if lecture.ouvre_une_phrase(recul) and lecture.entre(recul) != ' "':
            return False  # « au foyer Tilleul. Tonton Abricot dort » : une autre phrase
        recul -= 1
    return lecture.forme(recul) in _TETES
