"""Surnoms : « La Duchesse », « Gros Bébé », « Tata Zou », « Abou Naïl », « le Z »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import COURANT, mots, termes
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.noms import AMBIGU, COMMUN, INCONNU, OUTIL, genre_de_mot

_CITE: Final = re.compile(r'"(?P<x>[^"\n]{2,30})"')
_ANNONCE: Final = re.compile(
    r"\b(?:surnommee?s?|alias|aka|blaze|surnom|appelle(?:nt)?|appele|appelee|connu sous le nom de|blase)"
    r"(?: ?:| c'?est| est| tous| toujours| ici| entre eux| comme ca| le| la| les| l'| un certain| par tous)* $"
)
_REDOUBLE: Final = re.compile(r"\A([bcdfghjklmnpqrstvwxz]{1,2}[aeiouy]{1,2})\1\Z")
_TITRES: Final = frozenset(
    [
        "tata",
        "tonton",
        "papy",
        "papi",
        "mamie",
        "mami",
        "meme",
        "pepe",
        "abou",
        "abu",
        "oum",
        "oumm",
        "umm",
        "gros",
        "petit",
        "ti",
        "tit",
        "grand",
        "vieux",
        "big",
        "lil",
        "doudou",
        "bebe",
        "kho",
        "chouchou",
        "mama",
        "papa",
        "dada",
        "capitaine",
        "chef",
        "general",
        "docteur",
        "maitre",
    ]
)
_PLURIELS: Final = frozenset(("dents", "doigts", "yeux", "mains"))
_ROLES_LE: Final = frozenset(
    [
        "gros",
        "grand",
        "vieux",
        "blond",
        "rouquin",
        "chauve",
        "balafre",
        "muet",
        "boiteux",
        "borgne",
        "chinois",
        "gitan",
        "turc",
        "noir",
        "blanc",
        "fou",
        "ancien",
        "boss",
        "chef",
        "patron",
        "polak",
        "rital",
        "nain",
        "geant",
        "barbu",
        "frise",
        "sourd",
        "belge",
        "chef",
    ]
)


def reperer(note: Note) -> Iterator[Repere]:
    """Les surnoms cités, titrés, précédés d'un article capital, ou redoublés."""
    lecture = Lecture(note)
    yield from _cites(note)
    for rang in range(len(lecture.mots)):
        for trouver in (_avec_article, _avec_titre, _redouble, _compose):
            fin = trouver(lecture, rang)
            if fin is not None:
                yield _repere(lecture, rang, fin)
                break


def _repere(lecture: Lecture, debut: int, fin: int) -> Repere:
    return Repere(lecture.mot(debut).debut, lecture.mot(fin).fin, Categorie.surnom, Niveau.masquer)


def _cites(note: Note) -> Iterator[Repere]:
    """Entre guillemets : masqué si le texte l'annonce, à vérifier s'il commence par une capitale."""
    for trouve in _CITE.finditer(note.plie):
        contenu = trouve["x"].strip()
        if not contenu or len(contenu.split()) > 3 or contenu[-1] in ".!?,":
            continue
        debut = trouve.start("x") + len(trouve["x"]) - len(trouve["x"].lstrip())
        fin = debut + len(contenu)
        if _ANNONCE.search(note.plie[max(0, trouve.start() - 60) : trouve.start()]):
            yield Repere(debut, fin, Categorie.surnom, Niveau.masquer)
        elif note.brut[note.origines[debut]].isupper() and not note.brut.isupper():
            if contenu.count(" ") < 2:
                yield Repere(debut, fin, Categorie.surnom, Niveau.verifier)


def _avec_article(lecture: Lecture, rang: int) -> int | None:
    """« Le Grand », « la Pince », « L'Ancien » : une capitale que l'article n'appelle pas."""
    if lecture.forme(rang) not in ("le", "la", "l", "les") or rang + 1 >= len(lecture.mots):
        return None
    if lecture.entre(rang + 1) not in (" ", "'") or not lecture.majuscule(rang + 1):
        return None
    suivant = lecture.forme(rang + 1)
    genre = genre_de_mot(suivant)
    if lecture.sigle(rang + 1):
        return rang + 1 if len(suivant) == 1 and _est_sujet(lecture, rang + 2) else None
    if len(suivant) == 1:
        return rang + 1 if _est_sujet(lecture, rang + 2) else None
    if genre == OUTIL and suivant not in _ROLES_LE:
        return None
    fin = rang + 1
    while lecture.majuscule(fin + 1) and lecture.colle(fin + 1) and not lecture.sigle(fin + 1):
        fin += 1
    return fin


def _est_sujet(lecture: Lecture, rang: int) -> bool:
    return lecture.forme(rang) in ctx.VERBES


def _avec_titre(lecture: Lecture, rang: int) -> int | None:
    """« Tata Zou », « Petit Louis », « Abou Naïl »."""
    if lecture.forme(rang) not in _TITRES or not lecture.colle(
        rang + 1 if rang + 1 < len(lecture.mots) else 0
    ):
        return None
    suivant = lecture.forme(rang + 1)
    kunya = lecture.forme(rang) in ("abou", "abu", "oum", "oumm", "umm")
    if lecture.majuscule(rang) and lecture.majuscule(rang + 1) and not lecture.sigle(rang + 1):
        return rang + 1
    if genre_de_mot(suivant) == OUTIL:
        return None
    if kunya and suivant not in ctx.DETERMINANTS:
        return rang + 1
    if genre_de_mot(suivant) == INCONNU and len(suivant) > 2:
        return (
            rang + 1 if lecture.forme(rang) in ("tata", "tonton", "papy", "mamie", "papi") else None
        )
    return None


def _redouble(lecture: Lecture, rang: int) -> int | None:
    """« Momo », « Bibi », « Zaza »."""
    forme = lecture.forme(rang)
    if not _REDOUBLE.match(forme) or forme in termes("parler") or forme in termes("metier"):
        return None
    if mots().get(forme, 0) <= COURANT:
        return rang
    return rang if lecture.majuscule_interne(rang) else None


def _compose(lecture: Lecture, rang: int) -> int | None:
    """« Jo la Pince », « Gros Bébé », « Dents Longues » : deux capitales de mots communs."""
    if not lecture.majuscule(rang) or rang + 1 >= len(lecture.mots) or lecture.sigle(rang):
        return None
    if not lecture.colle(rang + 1) or not lecture.majuscule(rang + 1) or lecture.sigle(rang + 1):
        return None
    genres = genre_de_mot(lecture.forme(rang)), genre_de_mot(lecture.forme(rang + 1))
    return rang + 1 if genres[0] in (COMMUN, AMBIGU) and genres[1] in (COMMUN, AMBIGU) else None
