"""Surnoms de plusieurs mots, sans article : « Fil de Fer », « gros yeux », « Casse-Noisette ».

Le français veut un déterminant devant un nom commun. Deux mots ordinaires qui s'en passent et
qui parlent, qu'on rencontre, sont quelqu'un ; une capitale à chacun le confirme.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, nature_de, termes
from tat_carnet.anonymisation.marques import marque, marque_de
from tat_carnet.anonymisation.nombres import EN_TOUTES_LETTRES
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import OUTIL, SUR, genre_de_mot
from tat_carnet.anonymisation.rules.positions import (
    agit,
    est_sujet,
    ouvre_une_proposition,
    possede,
)
from tat_carnet.anonymisation.rules.structures import nomme_une_structure, suit_une_structure

_CORPS: Final = mots_de(
    "tete tetes tet gueule nez dent dents oeil yeux bouche levre levres oreille oreilles cheveu",
    "cheveux peau poil poils patte pattes pied pieds main mains doigt doigts bras jambe jambes cul",
    "fesses bide ventre bedaine coeur face barbe barbiche moustache moustaches crane front joue",
    "joues langue voix menton cou mollet mollets epaule epaules museau bec aile ailes plume plumes",
    "casquette capuche bonnet doudoune veste manteau blouson sweat survet jogging lunettes baskets",
    "claquettes foulard echarpe chapeau chaussettes moufle moufles tignasse criniere meche",
    "bouclettes frange biceps cervelle",
)
"""Ce qui fait la moitié des surnoms descriptifs : une partie du corps, un habit."""
_LIAISONS: Final = mots_de("de d du a au en l")
_NEGATIONS: Final = mots_de("pas sans trop mille demi plus")
_COMPTES: Final = (EN_TOUTES_LETTRES | mots_de("mille demi")) - mots_de("cent")
_APRES_COMPTE: Final = mots_de(
    "roues pieces tiers mats quarts quatre heures temps points coups fois jours mois ans",
)
"""« deux-roues », « trois-quarts » : des choses."""
_ATTIRENT: Final = ctx.FORTES - mots_de("appelle tape petite certain certaine")
_PERSONNELS: Final = mots_de(
    "dit veut voulait attend attendait cherche pleure pleurait rit refuse dort joue parle demande",
    "raconte propose repond rigole sourit rale boude fume squatte deale mange boit travaille",
    "habite",
)
"""Ce que seule une personne fait, au présent."""
_REGIMES: Final = mots_de("m nous lui t")
_DATIFS: Final = mots_de(
    "dit parle demande donne explique file prete repondu rendu telephone ecrit"
)
_NOUVELLES: Final = mots_de(
    "nouvelles message appel dossier nom surnom avocat copine copain retour depart cas affaires",
    "situation histoire chambre velo scooter sac telephone numero suivi cv",
)
_ABSTRAITS: Final = ("tion", "tions", "sion", "sions", "ment", "ments", "isme", "ance", "ence")
_RELIENT: Final = mots_de("par pour contre entre sans")
_SITUENT: Final = mots_de("de du qui lui elle celui celle")
"""« Bras de Fer, de la cage 3 » : ce qui, derrière une virgule, dit de qui l'on parle."""
_ENTRENT: Final = mots_de("meme et puis mais donc encore hier")
_RENVOIENT: Final = mots_de(
    "il elle on qui au o et hier ce m s n nous lui dans devant pour derriere sous sur vers"
)


def composes(lecture: Lecture) -> Iterator[Repere]:
    """Les surnoms composés, masqués si leur place ou leurs capitales les trahissent."""
    for rang in _places(lecture):
        forme = lecture.forme(rang)
        if forme in _LIAISONS:
            bornes = _autour_d_une_liaison(lecture, rang)
        elif forme in _CORPS:
            bornes = _autour_du_corps(lecture, rang)
        elif forme in _COMPTES:
            bornes = _apres_un_compte(lecture, rang)
        else:
            bornes = _relies(lecture, rang) if lecture.entre(rang) != "-" else None
        niveau = None if bornes is None else _niveau(lecture, *bornes)
        if niveau is not None and bornes is not None:
            debut, fin = lecture.debuts[bornes[0]], lecture.fins[bornes[1]]
            yield Repere(debut, fin, Categorie.surnom, niveau)


def _places(lecture: Lecture) -> Iterator[int]:
    """Les mots autour desquels un surnom se compose, et ceux qu'un trait d'union suit."""
    marques, relies = lecture.marques, "-" in lecture.ecarts
    for rang in range(len(lecture.formes)) if relies else lecture.rangs_de(_OUVRE | _RELIE):
        if relies and lecture.entre(rang + 1) == "-":
            yield rang
        elif marques[rang] & _RELIE:
            if marques[rang - 1] & _TETE and marques[rang + 1] & _COMPOSE:
                yield rang
        elif marques[rang] & _OUVRE:
            yield rang


def _autour_d_une_liaison(lecture: Lecture, rang: int) -> tuple[int, int] | None:
    """« fil de fer », « tête d'ampoule », « Pas-de-Bol », « boîte à gants »."""
    debut, fin = rang - 1, rang + 1
    if (
        lecture.forme(rang) == "a"
        and lecture.brut_de(rang) == "a"
        and "-" not in lecture.entre(rang)
    ):
        return None  # « sardine a mangé » : un verbe
    if (
        debut < 0
        or lecture.entre(rang) not in (" ", "-")
        or lecture.entre(fin) not in (" ", "-", "'")
    ):
        return None
    tete = lecture.forme(debut)
    nominale = _peut_composer(tete) and nature_de(tete)[:1] == "n"
    niee = tete in _NEGATIONS and lecture.majuscule(debut) and lecture.majuscule(fin)
    queue = lecture.forme(fin)
    connue = nature_de(queue) != "" or tete in _CORPS  # « fan de Drake » : Drake suffit
    if not (nominale or niee) or not (connue and _peut_composer(queue)):
        return None
    return debut, fin


def _autour_du_corps(lecture: Lecture, rang: int) -> tuple[int, int] | None:
    """« nez rouge », « gros yeux », « double face »."""
    avant, suivant = lecture.forme(rang - 1), lecture.forme(rang + 1)
    if rang and lecture.entre(rang) in (" ", "-") and _qualifie(avant):
        return rang - 1, rang
    if lecture.entre(rang + 1) in (" ", "-") and (_qualifie(suivant) or "p" in nature_de(suivant)):
        return rang, rang + 1
    return None


def _apres_un_compte(lecture: Lecture, rang: int) -> tuple[int, int] | None:
    """« Six-Doigts », « vingt sous demande » : au singulier, ce n'est pas un compte."""
    forme, signe = lecture.forme(rang + 1), lecture.entre(rang + 1)
    if signe not in (" ", "-") or not _peut_composer(forme) or forme in _APRES_COMPTE:
        return None
    if lecture.entre(rang) == "-" or forme in EN_TOUTES_LETTRES:
        return None
    capitales = lecture.majuscule(rang) and lecture.majuscule(rang + 1)
    if signe == "-" and lecture.forme(rang) != "demi":
        return rang, rang + 1
    singulier = lecture.forme(rang + 2) in _PERSONNELS or (
        lecture.forme(rang + 2) == "a" and agit(lecture, rang + 1, ctx.GESTES)
    )
    return (rang, rang + 1) if capitales or singulier else None


def _relies(lecture: Lecture, rang: int) -> tuple[int, int] | None:
    """« Casse-Noisette », « boum-boum » : un trait d'union, deux capitales ou deux fois le même."""
    fin = rang
    while lecture.entre(fin + 1) == "-" and lecture.forme(fin + 1).isalpha() and fin - rang < 4:
        fin += 1
    if fin == rang or lecture.forme(fin) in ctx.INVERSIONS:
        return None
    double = (
        fin == rang + 1
        and lecture.forme(rang) == lecture.forme(fin)
        and len(lecture.forme(rang)) > 2
    )
    capitales = lecture.majuscule(rang) and lecture.majuscule(fin)
    pieces = [lecture.forme(place) for place in range(rang, fin + 1)]
    if any(len(piece) < 2 or genre_de_mot(piece) == SUR for piece in pieces):
        return None  # un prénom composé : une autre règle
    return (rang, fin) if double or capitales or all(map(_est_usuel, pieces)) else None


def _est_usuel(forme: str) -> bool:
    """« tic-tac » : deux mots dont on se surnomme déjà."""
    return forme in termes("surnoms") or forme in termes("surnoms_nus")


@lru_cache(maxsize=16_384)
def _peut_composer(forme: str) -> bool:
    """Un mot ordinaire : ni outil, ni métier, ni structure, ni mot abstrait."""
    if len(forme) < 3 or genre_de_mot(forme) in (OUTIL, SUR) or forme in ctx.OUTILS:
        return False
    if forme in termes("generiques") or forme in termes("institutions") or forme in ctx.LIEUX:
        return False
    return nature_de(forme)[:1] in ("n", "a", "") and not forme.endswith(_ABSTRAITS)


_RELIE: Final = marque_de(_LIAISONS)
_OUVRE: Final = marque_de(_CORPS | _COMPTES)
_COMPOSE: Final = marque(_peut_composer)
_TETE: Final = marque(lambda f: f in _NEGATIONS or (_peut_composer(f) and nature_de(f)[:1] == "n"))


@lru_cache(maxsize=16_384)
def _qualifie(forme: str) -> bool:
    """Un adjectif, une taille, un compte : « gros », « rouge », « double »."""
    if forme in ctx.DETERMINANTS or forme in ("meme", "autre") or len(forme) < 3:
        return False
    return "a" in nature_de(forme).rstrip("s") and genre_de_mot(forme) != OUTIL


def _niveau(lecture: Lecture, debut: int, fin: int) -> Niveau | None:
    """Ce que disent la place et les capitales de ces mots."""
    avant = lecture.forme(debut - 1)
    if avant in ctx.DETERMINANTS - {"de", "d"} and lecture.entre(debut) in (" ", "'"):
        return None
    if lecture.entre(debut) == "-" or lecture.entre(fin + 1) in ("-", "'"):
        return None
    if nomme_une_structure(lecture, fin) or suit_une_structure(lecture, fin):
        return None
    capitales = lecture.majuscule(debut) and lecture.majuscule(fin)
    formes = lecture.formes[debut : fin + 1]
    corps = formes[0] in _COMPTES or formes[0] == formes[-1] or not _CORPS.isdisjoint(formes)
    corps = corps or all(map(_est_usuel, formes))
    if avant == "meme" and corps and lecture.entre(fin + 1)[:1] in (",", "."):
        return Niveau.masquer
    if corps and capitales and lecture.majuscule_interne(debut) and est_sujet(lecture, fin):
        return Niveau.masquer  # « Donc voilà Trois-Pommes a eu… »
    if ouvre_une_proposition(lecture, debut) or avant in _ENTRENT:
        return _en_tete(lecture, fin, capitales, corps)
    return _derriere(lecture, debut, fin, capitales or corps)


def _en_tete(lecture: Lecture, fin: int, capitales: bool, corps: bool) -> Niveau | None:
    if _parle(lecture, fin):
        return Niveau.masquer
    if capitales and lecture.entre(fin + 1) == ", " and lecture.forme(fin + 1) in _SITUENT:
        return Niveau.masquer
    if not est_sujet(lecture, fin) or lecture.entre(fin + 1) != " ":
        return None  # « yeux rouges, dit » décrit quelqu'un
    return Niveau.masquer if capitales or corps else None


def _parle(lecture: Lecture, fin: int) -> bool:
    """« … a demandé », « … dort », « … m'a dit », « … on a rempli » : une personne."""
    suivant = lecture.forme(fin + 1)
    if lecture.entre(fin + 1) != " ":
        return False
    if agit(lecture, fin, ctx.PAROLES):
        return True
    if suivant in _REGIMES:
        return lecture.entre(fin + 2) in ("'", " ")
    return suivant in _PERSONNELS


def _derriere(lecture: Lecture, debut: int, fin: int, marque: bool) -> Niveau | None:
    avant, plus_loin = lecture.forme(debut - 1), lecture.forme(debut - 2)
    if lecture.entre(debut) != " ":
        return None
    if avant == "chez":
        return Niveau.masquer
    suite = lecture.entre(fin + 1).strip()[:1]
    suivant = lecture.forme(fin + 1)
    finit = suite in (*",.;:!?)",) or suivant in _RENVOIENT or suivant in ("", "a", "au", "aux")
    finit = finit or est_sujet(lecture, fin)
    lie = (avant in ("a", "o") and plus_loin in _DATIFS) or (
        avant in ("de", "d") and (plus_loin in _NOUVELLES or possede(lecture, debut))
    )
    if lie or avant in _ATTIRENT:
        return Niveau.masquer if finit and marque else Niveau.verifier if finit else None
    relie = marque and finit and avant in _RELIENT
    if avant in ("est", "c", "cest") and lecture.forme(fin + 1) in ("qui", "que", "ki", "ke"):
        return Niveau.masquer
    return Niveau.masquer if relie or (avant in ("que", "qu") and _parle(lecture, fin)) else None
