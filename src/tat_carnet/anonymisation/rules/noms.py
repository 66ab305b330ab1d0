"""Prénoms et noms, quelle qu'en soit la casse : un lexique, la rareté du mot, et son voisinage."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, nature_de, prenoms, termes
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.celebrites import marque_personnifiee
from tat_carnet.anonymisation.rules.chaines import (
    ELISIONS,
    FORTES,
    PARTICULES,
    elide_un_nom,
    est_breton,
    fin_de_chaine,
    ouvre_par_une_particule,
)
from tat_carnet.anonymisation.rules.debuts import debut_du_nom
from tat_carnet.anonymisation.rules.genres import (
    AMBIGU,
    COMMUN,
    FAMILIER,
    FAMILLE,
    INCONNU,
    OUTIL,
    SUR,
    genre_de_mot,
)
from tat_carnet.anonymisation.rules.noms_ambigus import (
    est_une_locution,
    mot_commun,
    prenom_ambigu,
    tient_a_un_mot,
)
from tat_carnet.anonymisation.rules.noms_nus import nom_nu, peut_nommer
from tat_carnet.anonymisation.rules.patronymes import (
    PATRONYMIQUES,
    commence_par_une_particule,
    est_une_famille,
    suit_une_civilite,
)
from tat_carnet.anonymisation.rules.positions import est_sujet, possede
from tat_carnet.anonymisation.rules.structures import nomme_une_structure, suit_une_structure
from tat_carnet.anonymisation.sonorite import est_une_faute, sonne_comme_un_prenom

_LIENS: Final = mots_de(
    "de du des la le les l d saint sainte jean",
)
_RELIENT: Final = mots_de(
    "de d et que qu a com les entre sans pour apres avant par vers sauf ni ou est attend comme",
    "puis",
)
_EXPLIQUENT: Final = mots_de(
    "surnom prenom prenon patronyme pseudo blaze blase sobriquet surnomme surnommee orthographe",
    "secri secrit",
)
_DEVANT_UN_SIGLE: Final = mots_de("le la l les du au aux un une ce cette")
_DEVANT_UNE_CHOSE: Final = mots_de("un une des du au aux ce cet cette en via")
"""« une Norauto », « du Lexomil » : une marque, un produit plus souvent que quelqu'un."""
_CALENDRIER: Final = mots_de(
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin",
    "juillet aout septembre octobre novembre decembre",
)
_CLOSENT: Final = frozenset(",.;:)!?")
_LIBRES: Final = frozenset((" ", ", ", ". "))
"""Ce qui n'unit pas un mot à celui qui le suit."""
_NULLE_PART, _AU_BORD, _PARTOUT = range(3)


def reperer(lecture: Lecture) -> Iterator[Repere]:
    """Les noms, chaînes de mots comprises : « Yanis Le Goff », « aimé diallo »."""
    rang = 0
    while rang < len(lecture.formes):
        if _ne_nomme_rien(lecture, rang):
            rang += 1
            continue
        niveau = None if _est_ordinaire(lecture, rang) else _niveau(lecture, rang)
        if niveau is None or _nomme_un_lieu(lecture, rang) or nomme_une_structure(lecture, rang):
            rang += 1
            continue
        fin = fin_de_chaine(lecture, rang)
        sur = any(genre_de_mot(forme) == SUR for forme in lecture.formes[rang : fin + 1])
        if sur and (fin > rang or not _est_une_chose(lecture, rang)):
            niveau = Niveau.masquer
        categorie = Categorie.surnom if _est_un_surnom(lecture, rang, fin) else Categorie.nom
        debut = debut_du_nom(lecture, rang)
        if debut < rang and lecture.entre(rang)[:1] == ".":  # « Y. Sow »
            niveau = Niveau.masquer
        yield Repere(lecture.mot(debut).debut, lecture.mot(fin).fin, categorie, niveau)
        rang = fin + 1


def _ne_nomme_rien(lecture: Lecture, rang: int) -> bool:
    """Ce que la forme seule, ou presque, permet d'écarter : les deux tiers des mots."""
    portee = _portee(lecture.forme(rang))
    if portee == _PARTOUT or lecture.majuscule(rang):
        return False
    if portee == _NULLE_PART:
        return True
    libre = lecture.entre(rang + 1) in _LIBRES and lecture.forme(rang - 1) not in ctx.CIVILITES
    return libre and not lecture.ouvre_une_phrase(rang)


@lru_cache(maxsize=16_384)
def _portee(forme: str) -> int:
    """Où cette forme, sans majuscule, peut commencer un nom.

    `_NULLE_PART` : un mot-outil ; `_AU_BORD` : un mot commun que seul désigne un signe derrière,
    une civilité devant, ou une tête de phrase ; `_PARTOUT` : tout autre.
    """
    genre = genre_de_mot(forme)
    if genre == FAMILIER:
        return _NULLE_PART
    if forme in PARTICULES or forme in ELISIONS:
        return _PARTOUT
    if genre == OUTIL:
        nomme = _peut_nommer(forme) or forme in termes("celebrites")
        return _PARTOUT if nomme else _NULLE_PART
    nomme = peut_nommer(forme) or forme in termes("noms_de_famille") or forme in termes("surnoms")
    return _AU_BORD if genre == COMMUN and not nomme else _PARTOUT


def _est_un_surnom(lecture: Lecture, debut: int, fin: int) -> bool:
    """« moustique », « boulette » : un mot usuel que sa place seule désigne."""
    forme = lecture.forme(debut)
    usuel = forme in termes("surnoms") or forme in termes("surnoms_nus")
    return debut == fin and usuel and genre_de_mot(forme) == COMMUN and not lecture.majuscule(debut)


def _est_ordinaire(lecture: Lecture, rang: int) -> bool:
    """Un mot-outil, ou un mot commun derrière son déterminant : il ne nomme personne."""
    if tient_a_un_mot(lecture, rang):
        return True
    if lecture.majuscule(rang):
        return False
    forme, avant = lecture.forme(rang), lecture.forme(rang - 1)
    genre = genre_de_mot(forme)
    if genre == OUTIL:
        if _peut_nommer(forme) and (avant in ctx.CIVILITES or _est_explique(lecture, rang)):
            return False
        if forme in termes("celebrites"):
            return not lecture.sans_casse
        return forme not in PARTICULES and not elide_un_nom(lecture, rang)
    if genre == FAMILIER:
        return True
    return genre == COMMUN and avant in ctx.ARTICLES and lecture.entre(rang) in (" ", "'")


def _niveau(lecture: Lecture, rang: int) -> Niveau | None:
    """Ce qu'il faut faire du mot de ce rang s'il commence un nom."""
    forme = lecture.forme(rang)
    genre = genre_de_mot(forme)
    if (forme in ELISIONS and elide_un_nom(lecture, rang)) or (
        forme in FORTES and ouvre_par_une_particule(lecture, rang)
    ):
        return Niveau.masquer
    if est_breton(lecture, rang):
        return Niveau.masquer
    if _est_explique(lecture, rang):
        return Niveau.masquer
    if genre == OUTIL and _peut_nommer(forme) and _est_annonce(lecture, rang):
        return Niveau.masquer
    if genre == OUTIL and not (forme in PARTICULES and lecture.forme(rang - 1) in ctx.FAMILLES):
        return marque_personnifiee(lecture, rang)
    if genre == FAMILIER:
        return mot_commun(lecture, rang) if lecture.majuscule(rang) else None
    if lecture.forme(rang - 1) in ctx.CIVILITES and suit_une_civilite(lecture, rang):
        return Niveau.masquer
    if forme in PARTICULES and commence_par_une_particule(lecture, rang):
        return Niveau.masquer
    if lecture.sigle(rang) and lecture.forme(rang) in termes("sigles"):
        return None
    if _est_une_chose(lecture, rang):
        return Niveau.verifier
    if genre == SUR:
        return Niveau.masquer
    if lecture.sigle(rang) and len(lecture.forme(rang)) < 6:
        if _est_un_patronyme(lecture, rang):
            return Niveau.masquer
        return Niveau.verifier if genre == INCONNU else None
    if genre == AMBIGU and est_une_locution(lecture, rang):
        return None
    niveau: Niveau | None
    compose = lecture.entre(rang + 1) == "-" and _compose(lecture, rang)
    if genre in (AMBIGU, COMMUN) and compose:
        niveau = Niveau.masquer
    elif genre == AMBIGU:
        niveau = prenom_ambigu(lecture, rang, _suivi_d_un_nom(lecture, rang))
    elif genre == COMMUN and suit_une_structure(lecture, rang):
        return None
    elif genre == COMMUN:
        niveau = Niveau.masquer if est_une_famille(lecture, rang) else mot_commun(lecture, rang)
    else:
        niveau = _inconnu(lecture, rang, genre)
    return niveau if niveau is Niveau.masquer else nom_nu(lecture, rang) or niveau


def _est_un_patronyme(lecture: Lecture, rang: int) -> bool:
    """« ROY Emma », « SOW Aïssatou » : un nom en capitales, puis son prénom."""
    forme, suivant = lecture.forme(rang), lecture.forme(rang + 1)
    connu = forme in termes("noms_de_famille") or forme in termes("noms_ine")
    prenom = genre_de_mot(suivant) == SUR and lecture.majuscule(rang + 1)
    return connu and prenom and lecture.entre(rang + 1) == " " and not lecture.sigle(rang + 1)


def _est_une_chose(lecture: Lecture, rang: int) -> bool:
    """« le SAMI », « une madeleine », « son jean » : une structure, une chose, sinon quelqu'un."""
    forme, avant = lecture.forme(rang), lecture.forme(rang - 1)
    if avant not in ctx.DETERMINANTS or lecture.entre(rang) not in (" ", "'"):
        return False
    genre = genre_de_mot(forme)
    if lecture.sigle(rang):
        return avant in _DEVANT_UN_SIGLE and genre in (SUR, FAMILLE, INCONNU)
    nu = genre == SUR and not lecture.majuscule(rang) and "n" in nature_de(forme)
    return nu and (avant in ("un", "une") or not lecture.sans_casse)


def _peut_nommer(forme: str) -> bool:
    """Un personnage, une ville, un jour, un mois : des patronymes et des surnoms aussi."""
    return forme in termes("publics") or forme in _CALENDRIER


def _est_annonce(lecture: Lecture, rang: int) -> bool:
    """« M. Noël », « madame lundi », « la petite Mars »."""
    if lecture.forme(rang - 1) in ctx.CIVILITES:
        return suit_une_civilite(lecture, rang)
    petit = lecture.forme(rang - 1) in ("petit", "petite") and lecture.entre(rang) == " "
    return petit and lecture.majuscule(rang) and not lecture.sigle(rang)


def _est_explique(lecture: Lecture, rang: int) -> bool:
    """« Mars (c'est son vrai prénom) », « biscotte (il a choisi son surnom) »."""
    if "(" not in lecture.entre(rang + 1) or lecture.forme(rang - 1) in ctx.ARTICLES:
        return False
    return not _EXPLIQUENT.isdisjoint(lecture.forme(rang + pas) for pas in range(1, 7))


def _nomme_un_lieu(lecture: Lecture, rang: int) -> bool:
    """« place Jean-Jaurès » : le nom est celui du lieu, une autre règle s'en charge au besoin."""
    for recul in range(rang - 1, max(-1, rang - 4), -1):
        if not lecture.colle(recul + 1):
            return False
        forme = lecture.forme(recul)
        if forme in ctx.LIEUX:
            return True
        if forme not in _LIENS and not lecture.majuscule(recul):
            return False
    return False


def _suivi_d_un_nom(lecture: Lecture, rang: int) -> bool:
    """Vrai devant un autre nom, accolé (« junior amoussou ») ou coordonné (« rose et basile »)."""
    suivant = lecture.forme(rang + 1)
    if rang + 1 < len(lecture.formes) and lecture.colle(rang + 1):
        genre = genre_de_mot(suivant)
        capitale = lecture.majuscule(rang + 1) and not lecture.sigle(rang + 1)
        if genre in (SUR, FAMILLE) or (capitale and genre in (AMBIGU, COMMUN)):
            return True
        if len(suivant) == 1 and lecture.entre(rang + 2)[:1] == "." and suivant not in "cjlmnst":
            return True
        if genre == INCONNU and len(suivant) > 3:
            clos = lecture.entre(rang + 2).strip()[:1] in _CLOSENT or rang + 2 == len(
                lecture.formes
            )
            if clos or not est_une_faute(suivant):
                return True
    return _coordonne(lecture, rang, 1) or _coordonne(lecture, rang, -1)


def _coordonne(lecture: Lecture, rang: int, sens: int) -> bool:
    """Vrai si « et », « ou », « + », « / » relient ce mot à un prénom sûr."""
    voisin = rang + sens
    signe = lecture.entre(max(rang, voisin)).strip()
    if signe in ("+", "/", "&"):
        return genre_de_mot(lecture.forme(voisin)) in (SUR, AMBIGU)
    if lecture.forme(voisin) not in ("et", "ou"):
        return False
    suivant = voisin + sens
    if lecture.forme(suivant) in ("de", "a", "avec", "chez"):
        suivant += sens
    return genre_de_mot(lecture.forme(suivant)) == SUR


def _inconnu(lecture: Lecture, rang: int, genre: int) -> Niveau | None:
    """Un mot hors du dictionnaire : la majuscule, puis le voisinage, décident."""
    forme, avant = lecture.forme(rang), lecture.forme(rang - 1)
    if possede(lecture, rang) or _compose(lecture, rang):
        return Niveau.masquer
    if lecture.majuscule_interne(rang):
        chose = genre == INCONNU and avant in _DEVANT_UNE_CHOSE and lecture.colle(rang)
        return Niveau.verifier if chose and not lecture.majuscule(rang + 1) else Niveau.masquer
    determine = avant in ctx.DETERMINANTS and lecture.colle(rang)
    if avant in PATRONYMIQUES and lecture.entre(rang) == " " and len(forme) > 3:
        return Niveau.masquer
    if avant == "les" and len(forme) > 4 and forme[-1] not in "sxz" and lecture.entre(rang) == " ":
        return Niveau.verifier if est_une_faute(forme) else Niveau.masquer
    if (
        lecture.sans_casse
        and len(forme) > 3
        and (
            avant in ("de", "d")
            or (avant == "les" and lecture.forme(rang - 2) in ("chez", "est", "pas"))
        )
    ):
        determine = est_une_faute(forme)
    if len(forme) < 3 or determine:
        if len(forme) < 4:
            return None
        return Niveau.masquer if genre == FAMILLE else _a_verifier(forme)
    if genre == FAMILLE and len(forme) > 3:
        return Niveau.masquer
    faute = est_une_faute(forme)
    if sonne_comme_un_prenom(forme) and not faute:
        return Niveau.masquer
    return _selon_le_voisinage(lecture, rang, faute)


def _compose(lecture: Lecture, rang: int) -> bool:
    """« rose-laure », « yi-ling » : un trait d'union et un prénom, ou deux mots inconnus."""
    suivant = lecture.forme(rang + 1)
    if lecture.entre(rang + 1) != "-" or suivant in ctx.INVERSIONS:
        return False
    genres = {genre_de_mot(lecture.forme(rang)), genre_de_mot(suivant)}
    if AMBIGU in genres and suivant in prenoms() and lecture.forme(rang) in prenoms():
        return True
    return SUR in genres or (genres <= {INCONNU, FAMILLE} and not est_une_faute(suivant))


def _a_verifier(forme: str) -> Niveau | None:
    return None if est_une_faute(forme) else Niveau.verifier


def _selon_le_voisinage(lecture: Lecture, rang: int, faute: bool) -> Niveau | None:
    avant, sujet = lecture.forme(rang - 1), est_sujet(lecture, rang)
    annonce = (avant in ctx.FORTES or avant in ctx.QUALITES) and lecture.colle(rang)
    if lecture.majuscule(rang):
        return Niveau.masquer if sujet or not faute else Niveau.verifier
    if sonne_comme_un_prenom(lecture.forme(rang)) and (annonce or sujet):
        return Niveau.masquer
    if faute:
        return Niveau.verifier if annonce or sujet else None
    seul = lecture.ouvre_une_phrase(rang)
    relie = lecture.sans_casse and avant in _RELIENT
    if annonce or (sujet and seul) or relie or (lecture.sans_casse and (sujet or seul)):
        return Niveau.masquer
    return Niveau.verifier
