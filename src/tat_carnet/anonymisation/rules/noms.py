"""Prénoms et noms, quelle qu'en soit la casse : un lexique, la rareté du mot, et son voisinage."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import COURANT, mots, prenoms, termes
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.sonorite import est_une_faute, sonne_comme_un_prenom

SUR, AMBIGU, FAMILLE, INCONNU, COMMUN, OUTIL = range(6)
"""Ce qu'un mot peut être : prénom sûr, ambigu, nom de famille, inconnu, mot commun, mot-outil."""

_PARTICULES: Final = frozenset(
    (
        "de",
        "da",
        "do",
        "dos",
        "del",
        "della",
        "di",
        "el",
        "al",
        "ben",
        "le",
        "la",
        "van",
        "von",
        "bel",
    )
)
_COURT: Final = 3
_REPANDU: Final = 300


@cache
def genre_de_mot(forme: str) -> int:
    """La classe d'un mot plié, hors de tout contexte."""
    if not forme.isalpha() or len(forme) < 2:
        return OUTIL
    if forme in termes("prenoms_ambigus"):
        return AMBIGU
    if forme in termes("prenoms_frequents") or forme in termes("prenoms_ajoutes"):
        return SUR
    if forme in termes("metier") or forme in termes("parler") or forme in termes("publics"):
        return OUTIL
    return _selon_les_lexiques(forme)


def _selon_les_lexiques(forme: str) -> int:
    frequence = mots().get(forme)
    prenom = prenoms().get(forme)
    if frequence is not None:
        return COMMUN if frequence > COURANT or prenom is None else AMBIGU
    if prenom is not None:
        court = len(forme) <= _COURT and prenom.naissances < 10 * _REPANDU
        return AMBIGU if court or len(forme) == 2 else SUR
    return FAMILLE if forme in termes("noms_de_famille") else INCONNU


def reperer(note: Note) -> Iterator[Repere]:
    """Les noms, chaînes de mots comprises : « Yanis Le Goff », « aimé diallo »."""
    lecture = Lecture(note)
    rang = 0
    while rang < len(lecture.mots):
        niveau = _niveau(lecture, rang)
        if niveau is None:
            rang += 1
            continue
        fin = _fin_de_chaine(lecture, rang)
        yield Repere(lecture.mot(rang).debut, lecture.mot(fin).fin, Categorie.nom, niveau)
        rang = fin + 1


def _niveau(lecture: Lecture, rang: int) -> Niveau | None:
    """Ce qu'il faut faire du mot de ce rang s'il commence un nom."""
    genre = genre_de_mot(lecture.forme(rang))
    if genre == OUTIL or _nomme_un_lieu(lecture, rang):
        return None
    if lecture.forme(rang - 1) in ctx.CIVILITES and _suit_une_civilite(lecture, rang):
        return Niveau.masquer
    if genre == SUR:
        return Niveau.masquer
    if lecture.sigle(rang) and len(lecture.forme(rang)) < 6:
        return Niveau.verifier if genre == INCONNU else None
    if genre == AMBIGU:
        return _ambigu(lecture, rang)
    if genre == COMMUN:
        return _commun(lecture, rang)
    return _inconnu(lecture, rang, genre)


def _suit_une_civilite(lecture: Lecture, rang: int) -> bool:
    """« M. » n'est une civilité que devant un nom ; « m' » est un pronom."""
    if "'" in lecture.entre(rang):
        return False
    if lecture.forme(rang - 1) in ("m", "me", "mm"):
        return "." in lecture.entre(rang) or lecture.majuscule(rang)
    return mots().get(lecture.forme(rang), 0) <= 20000


def _nomme_un_lieu(lecture: Lecture, rang: int) -> bool:
    """« place Jean-Jaurès » : le nom est celui du lieu, une autre règle s'en charge s'il le faut."""
    recul = rang - 1
    while recul >= 0 and lecture.colle(recul + 1):
        forme = lecture.forme(recul)
        if forme in ctx.LIEUX:
            return recul == rang - 1 or forme not in ("hall", "maison", "voiture", "groupe")
        lien = forme in ("de", "du", "des", "la", "le", "les", "l", "d", "saint", "sainte")
        if not lien and (genre_de_mot(forme) in (COMMUN, OUTIL) or rang - recul > 3):
            return False
        if (
            lien
            and forme in ("de", "d")
            and rang - recul == 1
            and lecture.forme(recul - 1)
            in (
                "maison",
                "groupe",
                "voiture",
                "bus",
                "centre",
            )
        ):
            return False
        recul -= 1
    return False


def _ambigu(lecture: Lecture, rang: int) -> Niveau | None:
    """Un prénom qui est aussi un mot : « Rose », « Pierre », « Constant »."""
    avant, apres = lecture.forme(rang - 1), lecture.forme(rang + 1)
    if lecture.majuscule_interne(rang):
        return Niveau.masquer
    if _possede(lecture, rang) or avant in ("prenomme", "prenommee", "surnomme", "appelle"):
        return Niveau.masquer
    if avant in ctx.DETERMINANTS and lecture.colle(rang):
        return None
    seul = lecture.ouvre_une_phrase(rang)
    sujet = apres in ctx.VERBES and lecture.entre(rang + 1) in (" ", ", ", "  ")
    if lecture.majuscule(rang):
        return Niveau.masquer if sujet or _suivi_d_un_nom(lecture, rang) else Niveau.verifier
    if avant in ctx.FORTES and lecture.colle(rang):
        return Niveau.masquer
    if seul and sujet:
        return Niveau.masquer
    return Niveau.masquer if _suivi_d_un_nom(lecture, rang) and (seul or sujet) else None


def _suivi_d_un_nom(lecture: Lecture, rang: int) -> bool:
    return (
        lecture.colle(rang + 1)
        if rang + 1 < len(lecture.mots) and genre_de_mot(lecture.forme(rang + 1)) in (SUR, FAMILLE)
        else False
    )


def _possede(lecture: Lecture, rang: int) -> bool:
    """« la mère de X », « la maman à X »."""
    lien = lecture.forme(rang - 1)
    return lien in ("de", "d", "a") and lecture.forme(rang - 2) in ctx.PARENTS


def _commun(lecture: Lecture, rang: int) -> Niveau | None:
    """Un mot ordinaire n'est un nom que par sa majuscule, hors d'un début de phrase."""
    if not lecture.majuscule_interne(rang) or len(lecture.forme(rang)) < 3:
        return None
    if lecture.forme(rang - 1) in ("l", "d", "le", "la", "les", "de", "du", "des", "au", "aux"):
        return None
    return Niveau.verifier


def _inconnu(lecture: Lecture, rang: int, genre: int) -> Niveau | None:
    """Un mot hors du dictionnaire : la majuscule, puis le voisinage, décident."""
    forme = lecture.forme(rang)
    avant, apres = lecture.forme(rang - 1), lecture.forme(rang + 1)
    if lecture.majuscule_interne(rang):
        return Niveau.masquer
    if genre == FAMILLE and len(forme) > 3:
        return Niveau.masquer
    if _possede(lecture, rang):
        return Niveau.masquer
    if len(forme) < 3:
        return None
    prenom = sonne_comme_un_prenom(forme)
    if avant in ctx.DETERMINANTS and lecture.colle(rang):
        return None
    if prenom and not est_une_faute(forme):
        return Niveau.masquer
    sujet = apres in ctx.VERBES and lecture.entre(rang + 1) == " "
    annonce = (avant in ctx.FORTES or avant in ctx.QUALITES) and lecture.colle(rang)
    if lecture.majuscule(rang):
        return Niveau.masquer if sujet or prenom else Niveau.verifier
    if prenom and (annonce or sujet):
        return Niveau.masquer
    if est_une_faute(forme):
        return None
    if annonce or (sujet and lecture.ouvre_une_phrase(rang)):
        return Niveau.masquer
    return Niveau.verifier if sujet or avant in ctx.ANNONCES else None


def _fin_de_chaine(lecture: Lecture, rang: int) -> int:
    """Le rang du dernier mot du nom qui commence ici."""
    fin = rang
    while fin + 1 < len(lecture.mots) and lecture.colle(fin + 1):
        if _prolonge(lecture, fin + 1):
            fin += 1
        elif lecture.forme(fin + 1) in _PARTICULES and _prolonge_apres_particule(lecture, fin + 2):
            fin += 2
        else:
            break
    return fin


def _prolonge(lecture: Lecture, rang: int) -> bool:
    genre = genre_de_mot(lecture.forme(rang))
    lie = lecture.entre(rang) == "-"
    if genre in (SUR, FAMILLE):
        return True
    if len(lecture.forme(rang)) == 1:
        return lecture.majuscule(rang) and lecture.entre(rang + 1)[:1] in ("", " ", ".", ",", ")")
    if lecture.majuscule(rang) and not lecture.sigle(rang):
        return genre != OUTIL
    if lie:
        return genre in (AMBIGU, INCONNU)
    if lecture.sigle(rang):
        return genre == INCONNU
    return (
        genre == INCONNU and len(lecture.forme(rang)) > 3 and not est_une_faute(lecture.forme(rang))
    )


def _prolonge_apres_particule(lecture: Lecture, rang: int) -> bool:
    if rang >= len(lecture.mots) or not lecture.colle(rang):
        return False
    if lecture.majuscule(rang - 1) or lecture.forme(rang - 1) in ("el", "ben", "da", "dos", "van"):
        return lecture.majuscule(rang) or genre_de_mot(lecture.forme(rang)) in (FAMILLE, INCONNU)
    return False
