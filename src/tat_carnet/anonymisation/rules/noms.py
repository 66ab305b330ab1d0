"""Prénoms et noms, quelle qu'en soit la casse : un lexique, la rareté du mot, et son voisinage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, nature_de, termes
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
    suivi_d_un_nom,
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
from tat_carnet.anonymisation.rules.noms_inconnus import est_compose, inconnu
from tat_carnet.anonymisation.rules.noms_nus import nom_nu
from tat_carnet.anonymisation.rules.noms_places import est_un_nom_public, places
from tat_carnet.anonymisation.rules.patronymes import (
    commence_par_une_particule,
    est_une_famille,
    suit_une_civilite,
)
from tat_carnet.anonymisation.rules.structures import nomme_une_structure, suit_une_structure

_LIENS: Final = mots_de(
    "de du des la le les l d saint sainte jean",
)
_EXPLIQUENT: Final = mots_de(
    "surnom prenom prenon patronyme pseudo blaze blase sobriquet surnomme surnommee orthographe",
    "secri secrit",
)
_EMPLOIS: Final = mots_de(
    "embauche embauchee stage cdd cdi contrat interim alternance apprentissage apprenti apprentie",
    "travaille bosse boulot poste entretien mission chantier salarie salariee postule recrute",
)
_DEVANT_UN_SIGLE: Final = mots_de("le la l les du au aux un une ce cette")


def reperer(lecture: Lecture) -> Iterator[Repere]:
    """Les noms, chaînes de mots comprises : « Yanis Le Goff », « aimé diallo »."""
    suite = 0
    for rang in places(lecture):
        if rang < suite:
            continue
        niveau = None if _est_ordinaire(lecture, rang) else _niveau(lecture, rang)
        if niveau is None or _nomme_un_lieu(lecture, rang) or nomme_une_structure(lecture, rang):
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
        suite = fin + 1


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
        if est_un_nom_public(forme) and (avant in ctx.CIVILITES or _est_explique(lecture, rang)):
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
    if genre == OUTIL and est_un_nom_public(forme) and _est_annonce(lecture, rang):
        return Niveau.masquer
    if genre == OUTIL and not (forme in PARTICULES and lecture.forme(rang - 1) in ctx.FAMILLES):
        return marque_personnifiee(lecture, rang)
    if genre == FAMILIER and lecture.forme(rang - 1) not in ctx.CIVILITES:
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
    compose = lecture.entre(rang + 1) == "-" and est_compose(lecture, rang)
    if genre in (AMBIGU, COMMUN) and compose:
        niveau = Niveau.masquer
    elif genre == AMBIGU:
        niveau = prenom_ambigu(lecture, rang, suivi_d_un_nom(lecture, rang))
    elif genre == COMMUN and suit_une_structure(lecture, rang):
        return None
    elif genre == COMMUN:
        niveau = Niveau.masquer if est_une_famille(lecture, rang) else mot_commun(lecture, rang)
    else:
        niveau = inconnu(lecture, rang, genre)
    if niveau is Niveau.masquer and genre == INCONNU and _embauche(lecture, rang):
        return Niveau.verifier
    return niveau if niveau is Niveau.masquer else nom_nu(lecture, rang) or niveau


def _embauche(lecture: Lecture, rang: int) -> bool:
    """« embauché chez Ravaltout », « un stage chez Sopiblo » : une entreprise, sans doute."""
    emploi = {lecture.forme(rang - 2), lecture.forme(rang - 3)}
    return lecture.forme(rang - 1) == "chez" and not _EMPLOIS.isdisjoint(emploi)


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
