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
from tat_carnet.anonymisation.rules.noms import (
    AMBIGU,
    COMMUN,
    FAMILIER,
    FAMILLE,
    INCONNU,
    OUTIL,
    SUR,
    genre_de_mot,
)
from tat_carnet.anonymisation.rules.noms_ambigus import est_sujet

_CITE: Final = re.compile(r'"(?P<x>[^"\n]{2,30})"')
_ANNONCE: Final = re.compile(
    r"\b(?:surnommee?s?|alias|aka|blaze|surnom|appelle(?:nt)?|appele|appelee|connu sous le nom de|blase)"
    r"(?: ?:| c'?est| est| tous| toujours| ici| entre eux| comme ca| le| la| les| l'| un certain| par tous)* $"
)
_REDOUBLE: Final = re.compile(r"\A([bcdfghjklmnpqrstvwxz]{1,2}[aeiouy]{1,2})\1\Z")


def reperer(note: Lecture) -> Iterator[Repere]:
    """Les surnoms cités, titrés, précédés d'un article capital, ou redoublés."""
    lecture = note
    yield from _cites(note)
    for rang in range(len(lecture.mots)):
        for trouver in (
            _avec_article,
            _avec_titre,
            _appele,
            _dit,
            _redouble,
            _epithete,
            _compose,
            _appose,
        ):
            fin = trouver(lecture, rang)
            if fin is not None:
                yield _repere(lecture, rang, fin)
                break


def _repere(lecture: Lecture, debut: int, fin: int) -> Repere:
    return Repere(lecture.mot(debut).debut, lecture.mot(fin).fin, Categorie.surnom, Niveau.masquer)


def _cites(note: Note) -> Iterator[Repere]:
    """Entre guillemets : masqué si le texte l'annonce ou en fait un sujet, sinon à vérifier."""
    for trouve in _CITE.finditer(note.plie):
        contenu = trouve["x"].strip()
        if not contenu or len(contenu.split()) > 3 or contenu[-1] in ".!?,":
            continue
        debut = trouve.start("x") + len(trouve["x"]) - len(trouve["x"].lstrip())
        fin = debut + len(contenu)
        avant = note.plie[max(0, trouve.start() - 60) : trouve.start()]
        if _ANNONCE.search(avant) or _sujet_cite(note.plie, trouve, contenu):
            yield Repere(debut, fin, Categorie.surnom, Niveau.masquer)
        elif contenu.count(" ") < 2 and note.brut[note.origines[debut]].isupper():
            propre = _est_propre(note, contenu, debut)
            niveau = Niveau.masquer if propre else Niveau.verifier
            yield Repere(debut, fin, Categorie.surnom, niveau)


def _est_propre(note: Note, contenu: str, debut: int) -> bool:
    """Chaque mot porte une capitale et aucun n'est du métier : « Coco », non « Aller vers »."""
    extraits = note.brut[note.origines[debut] :][: len(contenu)].split()
    genres = [genre_de_mot(mot) for mot in contenu.split()]
    if not all(mot[:1].isupper() for mot in extraits) or OUTIL in genres or note.brut.isupper():
        return False
    return bool({SUR, AMBIGU} & {*genres}) or not contenu.endswith(ctx.ABSTRAITS)


def _sujet_cite(texte: str, trouve: re.Match[str], contenu: str) -> bool:
    """« que « Coco » n'a pas rendu » : cité au milieu d'une phrase dont il est le sujet."""
    suite = re.match(r"\s*([a-z]+)", texte[trouve.end() :])
    court = contenu.isalpha() and contenu not in ctx.OUTILS
    annonce = re.search(
        r"(?:\bque|\bqu'|,|\bet|\bchez|\bavec|\bde|\bpar) ?$", texte[: trouve.start()]
    )
    return bool(court and annonce and suite and suite[1] in ctx.VERBES)


def _avec_article(lecture: Lecture, rang: int) -> int | None:
    """« Le Grand », « la Pince », « L'Ancien » : une capitale que l'article n'appelle pas."""
    if lecture.forme(rang) not in ("le", "la", "l", "les") or rang + 1 >= len(lecture.mots):
        return None
    if lecture.entre(rang + 1) not in (" ", "'"):
        return None
    if not lecture.majuscule(rang + 1):
        return _article_sans_casse(lecture, rang)
    suivant = lecture.forme(rang + 1)
    genre = genre_de_mot(suivant)
    if lecture.sigle(rang + 1):
        return rang + 1 if len(suivant) == 1 and _est_sujet(lecture, rang + 2) else None
    if len(suivant) == 1:
        return rang + 1 if _est_sujet(lecture, rang + 2) else None
    if genre == OUTIL and suivant not in termes("surnoms"):
        return None
    if genre in (COMMUN, AMBIGU) and suivant.endswith(ctx.ABSTRAITS):
        return None
    if lecture.forme(rang + 2) in ("de", "des", "du", "d", "nationale", "national", "sociale"):
        return None
    fin = rang + 1
    while lecture.majuscule(fin + 1) and lecture.colle(fin + 1) and not lecture.sigle(fin + 1):
        fin += 1
    return fin


def _est_sujet(lecture: Lecture, rang: int) -> bool:
    return lecture.forme(rang) in ctx.VERBES


def _article_sans_casse(lecture: Lecture, rang: int) -> int | None:
    """« le gros a séparé », « la duchesse, elle » : un surnom usuel, sujet et sans complément."""
    fin = rang + 1
    if f"{lecture.forme(fin)} {lecture.forme(fin + 1)}" in termes("surnoms"):
        fin += 1
    elif lecture.forme(fin) not in termes("surnoms") and len(lecture.forme(fin)) != 1:
        return None
    if len(lecture.forme(fin)) == 1 and lecture.forme(fin) in "aycdjlmnst":
        return None
    if lecture.entre(fin + 1) in (" (", ", ") and lecture.forme(fin + 1) in ctx.APPOSES:
        return fin
    if lecture.ouvre_une_phrase(fin + 1):
        return None
    return fin if _est_sujet(lecture, fin + 1) else None


_FAMILIERS: Final = frozenset(
    [
        "tata",
        "tonton",
        "papy",
        "papi",
        "mamie",
        "mami",
        "tatie",
        "tantine",
        "abou",
        "abu",
        "oum",
        "oumm",
        "umm",
        "mama",
        "doudou",
    ]
)
_COMMUNS: Final = frozenset(
    ["maman", "papa", "parrain", "capitaine", "chef", "frere", "soeur", "coach", "meme"]
)
_TAILLES: Final = frozenset(
    [
        "gros",
        "petit",
        "ti",
        "tit",
        "grand",
        "vieux",
        "big",
        "lil",
        "ptit",
        "petite",
        "grosse",
        "grande",
    ]
)


def _avec_titre(lecture: Lecture, rang: int) -> int | None:
    """« Tata Zou », « Petit Louis », « Abou Naïl », « la mère Michel »."""
    titre, suivant = lecture.forme(rang), lecture.forme(rang + 1)
    if titre == "p" and suivant in ("tit", "tite"):
        return _avec_titre(lecture, rang + 1)
    if rang + 1 >= len(lecture.mots) or lecture.entre(rang + 1) != " ":
        return None
    if titre in ("mere", "pere") and lecture.forme(rang - 1) in ("la", "le"):
        return rang + 1 if genre_de_mot(suivant) in (SUR, AMBIGU) else None
    if titre not in _FAMILIERS | _TAILLES or len(suivant) < 2:
        return None
    genre = genre_de_mot(suivant)
    capitales = lecture.majuscule(rang) and lecture.majuscule(rang + 1)
    if capitales and not lecture.sigle(rang + 1) and genre != OUTIL:
        return rang + 1
    if titre in _FAMILIERS:
        if suivant in ctx.VERBES or suivant in ctx.OUTILS or suivant in ctx.DETERMINANTS:
            return None
        seul = lecture.forme(rang - 1) not in ctx.DETERMINANTS
        if titre in _COMMUNS and not (seul and lecture.majuscule(rang) and genre == SUR):
            return None
        propre = genre in (SUR, AMBIGU) or (genre in (INCONNU, COMMUN) and seul)
        return rang + 1 if propre and not suivant.endswith(ctx.DESINENCES) else None
    seul = lecture.forme(rang - 1) not in ctx.DETERMINANTS
    if genre == COMMUN and seul and lecture.ouvre_une_phrase(rang):
        return rang + 1 if est_sujet(lecture, rang + 1) and _court(suivant) else None
    return rang + 1 if genre == SUR and seul else None


def _court(forme: str) -> bool:
    return not forme.endswith(ctx.ABSTRAITS) and forme not in ctx.OUTILS


def _dit(lecture: Lecture, rang: int) -> int | None:
    """« Jean-Baptiste dit JB la Malice », « Momo alias le Rouge »."""
    if lecture.forme(rang - 1) not in ("dit", "dite", "alias", "aka", "surnomme", "surnommee"):
        return None
    nomme = genre_de_mot(lecture.forme(rang - 2)) in (SUR, AMBIGU, FAMILLE)
    if not nomme or lecture.entre(rang) != " " or not lecture.entre(rang - 1).isspace():
        return None
    fin = rang
    while fin - rang < 3 and fin + 1 < len(lecture.mots) and lecture.entre(fin + 1) == " ":
        suivant = lecture.forme(fin + 1)
        if suivant in ctx.VERBES or not (
            lecture.majuscule(fin + 1)
            or lecture.forme(fin) in ("le", "la", "les")
            or suivant in ("le", "la")
        ):
            break
        fin += 1
    forme = lecture.forme(fin)
    propre = lecture.majuscule(fin) or (fin > rang and forme not in ctx.OUTILS)
    return fin if propre and forme not in ("le", "la", "les", "l") else None


def _epithete(lecture: Lecture, rang: int) -> int | None:
    """« Jo la Pince », « dédé la science » : un nom court et son épithète usuelle."""
    usuelle = lecture.forme(rang + 1) in ("la", "le") and lecture.forme(rang + 2) in termes(
        "surnoms"
    )
    if not usuelle or not (lecture.colle(rang + 1) and lecture.colle(rang + 2)):
        return None
    forme = lecture.forme(rang)
    nomme = genre_de_mot(forme) in (SUR, AMBIGU, INCONNU, FAMILLE) or _REDOUBLE.match(forme)
    return rang + 2 if nomme and forme not in ctx.VERBES else None


def _appose(lecture: Lecture, rang: int) -> int | None:
    """« Doc, qui n'est pas docteur », « Tic et Tac »."""
    forme = lecture.forme(rang)
    if (
        not lecture.majuscule(rang)
        or genre_de_mot(forme) not in (COMMUN, FAMILIER)
        or not _court(forme)
    ):
        return None
    suivant = lecture.forme(rang + 1)
    if lecture.entre(rang + 1) == ", " and suivant in ("qui", "celui", "celle"):
        return rang if lecture.ouvre_une_phrase(rang) else None
    if suivant == "et" and lecture.majuscule(rang + 2) and not lecture.sigle(rang + 2):
        autre = genre_de_mot(lecture.forme(rang + 2))
        return rang + 2 if autre == COMMUN and _court(lecture.forme(rang + 2)) else None
    return None


def _appele(lecture: Lecture, rang: int) -> int | None:
    """« que tous appellent Bibendum », « les autres l'appellent boulette »."""
    if lecture.forme(rang - 1) not in (
        "appellent",
        "appelle",
        "surnomment",
        "surnomme",
        "appelait",
    ):
        return None
    qui = lecture.forme(rang - 2), lecture.forme(rang - 3)
    if not {"tous", "autres", "monde", "gens", "jeunes", "copains", "l", "s"} & {*qui}:
        return None
    forme = lecture.forme(rang)
    genre = genre_de_mot(forme)
    propre = genre in (SUR, AMBIGU, COMMUN, INCONNU) and forme not in ctx.OUTILS
    if not propre or forme in ctx.DETERMINANTS or forme.endswith("ment") or forme in _APRES_APPEL:
        return None
    return rang if lecture.entre(rang) == " " else None


_APRES_APPEL: Final = frozenset(
    [
        "demain",
        "souvent",
        "tard",
        "comme",
        "parfois",
        "avant",
        "apres",
        "pour",
        "quand",
        "si",
        "encore",
        "deja",
        "plus",
        "jamais",
        "tot",
    ]
)


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
    if any(lecture.forme(r).endswith(ctx.ABSTRAITS) for r in (rang, rang + 1)):
        return None
    if lecture.forme(rang) in ctx.OUTILS | ctx.DETERMINANTS:
        return None
    genres = genre_de_mot(lecture.forme(rang)), genre_de_mot(lecture.forme(rang + 1))
    return rang + 1 if set(genres) <= {COMMUN, AMBIGU, FAMILIER} else None
