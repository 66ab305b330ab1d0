"""Ce qu'aucune règle n'a masqué et qui pourrait pourtant nommer : à vérifier, jamais masqué.

Un doute coûte une touche à qui relit ; un nom qui passe coûte un foyer. D'où des règles larges :
tout mot que le français ne connaît pas, toute capitale que la phrase n'explique pas, tout prénom
possible sans article, tout surnom usuel derrière « le » ou « la ».
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots, mots_de, nature_de, prenoms, termes
from tat_carnet.anonymisation.marques import MAJUSCULE, marque, marque_de
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.doutes_composes import (
    AGISSENT,
    CONTRACTES,
    debut_d_un_compose,
    est_un_trait,
    finit,
    ouvre_un_portrait,
    peut_surnommer,
)
from tat_carnet.anonymisation.rules.doutes_inconnus import (
    FREQUENTES,
    TRES_COURANT,
    est_determine,
    est_inconnu,
)
from tat_carnet.anonymisation.rules.genres import (
    AMBIGU,
    COMMUN,
    FAMILIER,
    INCONNU,
    OUTIL,
    genre_de_mot,
)
from tat_carnet.anonymisation.rules.lettres_expliquees import est_isolee
from tat_carnet.anonymisation.rules.noms_ambigus import est_une_locution, tient_a_un_mot
from tat_carnet.anonymisation.rules.positions import agit, est_sujet, ouvre_une_proposition, possede
from tat_carnet.anonymisation.rules.structures import nomme_une_structure, suit_une_structure

_VOYELLES: Final = frozenset("aeiouy")
_ABREGES: Final = mots_de("c j l n s t d m g h k p x pr ds ns vs ts ms qd bcp tt nb st sr dr rd bd")
_COMPLEMENTS: Final = mots_de("de du des d a au aux en")
_QUANTITES: Final = mots_de(
    "plus peu pas beaucoup trop assez coup manque besoin cours fait tant moins rempli plein air",
)
_NOTES: Final = mots_de(
    "injoignable hospitalise hospitalisee incarcere incarceree fugue exclu exclue"
)
_PAS_VUS: Final = frozenset((("pas", "vu"), ("pas", "vue"), ("pas", "croise"), ("pas", "joint")))
_COURANT: Final = 6000
_ABSTRAITS: Final = ("tion", "sion", "ment", "ite", "isme", "ence", "ance", "age", "ure", "eur")
_ABSTRAITS_SEULS: Final = tuple(set(_ABSTRAITS) - {"eur"})
_DEFINIS: Final = mots_de("le la l les")
_FREQUENTES_SEULES: Final = mots_de("avec chez vu croise rencontre")
_RELIENT: Final = mots_de("et ou ni que qu a o pour par contre entre comme selon")
_PRENOM: Final = 100
"""Naissances à partir desquelles un mot courant reste un prénom possible."""


def reperer(lecture: Lecture) -> Iterator[Repere]:
    """Les mots douteux, un repère chacun, et les lettres que rien n'explique."""
    for rang in _places(lecture):
        forme, bornes = lecture.forme(rang), (lecture.debuts[rang], lecture.fins[rang])
        debut = debut_d_un_compose(lecture, rang)
        if debut is not None:
            yield Repere(
                lecture.debuts[debut], lecture.fins[rang + 1], Categorie.surnom, Niveau.verifier
            )
        elif forme in ctx.TAILLES and ouvre_un_portrait(lecture, rang):
            yield Repere(bornes[0], lecture.fins[rang + 1], Categorie.surnom, Niveau.verifier)
        elif len(forme) > 2 and _est_douteux(lecture, rang):
            commun = genre_de_mot(forme) == COMMUN
            if not nomme_une_structure(lecture, rang) and not (
                commun and suit_une_structure(lecture, rang)
            ):
                yield Repere(*bornes, Categorie.nom, Niveau.verifier)
        elif len(forme) < 3 and _est_une_lettre(lecture, rang):
            yield Repere(*bornes, Categorie.initiales, Niveau.verifier)


def _places(lecture: Lecture) -> list[int]:
    """Les mots que leur forme, leur capitale ou leurs voisins laissent douteux."""
    marques = lecture.marques
    return [
        rang
        for rang, avant, ici, apres in lecture.voisinages()
        if ici & _HISTOIRE
        or (ici & MAJUSCULE and ici & _DOUTE)
        or (ici & _SURNOMME and apres & _SURNOMME and marques[rang + 2] & _AGIT)
        or (ici & _CHOSE and avant & _A_QUELQU_UN)
        or (ici & _TAILLE and avant & _ARTICLE and apres & _ADJECTIF)
    ]


def _peut_etre_un_doute(forme: str) -> bool:
    """Ce que la forme seule permet d'écarter, soit la moitié des mots d'une note."""
    if len(forme) > 2:
        return genre_de_mot(forme) != OUTIL or forme in termes("publics")
    return forme.isalpha()


def _est_sans_histoire(forme: str) -> bool:
    """Un mot dont la place, sans majuscule, ne fera jamais douter."""
    if len(forme) < 3:
        return not _peut_etre_une_lettre(forme)
    genre, nature = genre_de_mot(forme), nature_de(forme)
    if genre == OUTIL:
        return False
    if forme in ctx.OUTILS or forme in termes("generiques") or forme in termes("choses"):
        return True
    if genre == FAMILIER:
        return "n" not in nature
    if genre != COMMUN or not nature or forme in termes("surnoms"):
        return False
    connu = prenoms().get(forme)
    if connu is not None and connu.naissances >= _PRENOM:
        return False
    courant = mots().get(forme, 0) > _COURANT or forme.endswith(_ABSTRAITS_SEULS)
    return (nature[-1] == "s" or nature[0] != "n") and ("n" not in nature or courant)


def _peut_etre_une_lettre(forme: str) -> bool:
    """Une consonne ou deux, qui n'abrègent pas un mot de tous."""
    return forme.isalpha() and _VOYELLES.isdisjoint(forme) and forme not in _ABREGES


_DOUTE: Final = marque(_peut_etre_un_doute)
_HISTOIRE: Final = marque(lambda f: _peut_etre_un_doute(f) and not _est_sans_histoire(f))
_SURNOMME: Final = marque(lambda f: genre_de_mot(f) == COMMUN and peut_surnommer(f))
_AGIT: Final = marque_de(AGISSENT)
_TAILLE: Final = marque_de(ctx.TAILLES)
_ARTICLE: Final = marque_de(CONTRACTES)
_ADJECTIF: Final = marque(est_un_trait)
_CHOSE: Final = marque(lambda forme: len(forme) > 2 and forme in termes("choses"))
_A_QUELQU_UN: Final = marque_de(("de", "d", "a", "chez"))


def _est_une_lettre(lecture: Lecture, rang: int) -> bool:
    """Une consonne seule, ou deux, qu'aucune apostrophe ni unité n'explique."""
    forme = lecture.forme(rang)
    if not _peut_etre_une_lettre(forme) or not est_isolee(lecture, rang):
        return False
    return len(forme) == 1 or genre_de_mot(forme) == INCONNU


def _est_douteux(lecture: Lecture, rang: int) -> bool:
    forme = lecture.forme(rang)
    genre = genre_de_mot(forme)
    if tient_a_un_mot(lecture, rang):
        return False
    if genre == OUTIL:
        return forme in termes("publics") and _est_une_marque_en_personne(lecture, rang)
    if genre == AMBIGU and est_une_locution(lecture, rang):
        return False
    capitale = lecture.majuscule_interne(rang) and not lecture.sigle(rang)
    if lecture.majuscule(rang) and _se_note(lecture, rang):
        return True
    if forme in ctx.OUTILS or forme in termes("generiques"):
        return capitale and "n" in nature_de(forme) and _est_attendu(lecture, rang)
    if forme in termes("choses"):
        return capitale or _est_de_quelqu_un(lecture, rang)
    if genre == FAMILIER:
        return capitale or ("n" in nature_de(forme) and _est_attendu(lecture, rang))
    nature = nature_de(forme)
    if not nature:
        return est_inconnu(lecture, rang, genre)
    if capitale:
        return True
    if _est_une_figure(lecture, rang, nature):
        return True
    return _est_un_surnom(lecture, rang) or _est_sans_article(lecture, rang, genre, nature)


def _se_note(lecture: Lecture, rang: int) -> bool:
    """« Caddie pas vu », « Toupie absente » : ce qu'on ne note, d'un mot seul, que de quelqu'un."""
    suite = lecture.forme(rang + 1), lecture.forme(rang + 2)
    nature = nature_de(lecture.forme(rang))
    if lecture.entre(rang + 1) != " " or nature[:1] != "n" or nature[-1:] == "s":
        return False
    return suite[0] in _NOTES or suite in _PAS_VUS


def _est_de_quelqu_un(lecture: Lecture, rang: int) -> bool:
    """« le frère de perceuse », « chez râteau » : même une chose, là où il n'y a que des gens."""
    avant, nature = lecture.forme(rang - 1), nature_de(lecture.forme(rang))
    if lecture.entre(rang) != " " or nature[:1] != "n" or nature[-1:] == "s":
        return False
    return possede(lecture, rang) or (avant == "chez" and finit(lecture, rang))


def _est_attendu(lecture: Lecture, rang: int) -> bool:
    """« vu bouchon », « avec Facteur » : sans déterminant, où l'on attend quelqu'un."""
    avant = lecture.forme(rang - 1)
    if avant in ctx.FORTES or avant in FREQUENTES:
        return lecture.entre(rang) == " " and finit(lecture, rang)
    sujet = ouvre_une_proposition(lecture, rang) and est_sujet(lecture, rang)
    return sujet and lecture.forme(rang + 1) in ctx.ACTES


def _est_une_marque_en_personne(lecture: Lecture, rang: int) -> bool:
    """« tu connais Booba », « la sœur de kinder », « S19 ; Noël » : la place de quelqu'un.

    Une ville, une enseigne s'y trouvent aussi : on montre, sans masquer.
    """
    avant, seul = lecture.forme(rang - 1), lecture.entre(rang).strip()[-1:] in (";", "(", "+")
    if lecture.entre(rang + 1) == " (" and lecture.forme(rang + 1) in ("il", "elle"):
        return True
    if avant == "chez" and not _peut_etre_un_personnage(lecture.forme(rang)):
        return False  # « chez Decathlon » : une enseigne
    if avant in ctx.QUALITES or avant in FREQUENTES or possede(lecture, rang):
        return lecture.entre(rang) == " "
    if seul and lecture.entre(rang + 1).strip()[:1] in (";", ")", "+"):
        return True
    sujet = ouvre_une_proposition(lecture, rang) and est_sujet(lecture, rang)
    return sujet and lecture.forme(rang + 1) in ctx.ACTES


def _peut_etre_un_personnage(forme: str) -> bool:
    """« chez Pikachu », « chez Kinder » : quelqu'un, derrière un nom de tous."""
    return any(forme in termes(nom) for nom in ("celebrites", "surnoms", "surnoms_nus"))


def _est_un_surnom(lecture: Lecture, rang: int) -> bool:
    """« le gros », « la fouine » : sans complément derrière, ni locution devant."""
    if lecture.forme(rang) not in termes("surnoms") or lecture.forme(rang + 1) in _COMPLEMENTS:
        return False
    if lecture.forme(rang - 1) not in ("le", "la", "l") or lecture.entre(rang) not in (" ", "'"):
        return False
    return lecture.forme(rang - 2) not in ("a", "en", "sous")


def _est_une_figure(lecture: Lecture, rang: int, nature: str) -> bool:
    """« l'aviateur a dit », « vu l'aviateur », « les siamois ont refusé » : hors du métier.

    Ce que seule une personne fait, ou qu'on rencontre, en fait quelqu'un de connu.
    """
    forme, avant = lecture.forme(rang), lecture.forme(rang - 1)
    if avant not in _DEFINIS or lecture.entre(rang) not in (" ", "'") or "n" not in nature:
        return False
    if mots().get(forme, 0) > _COURANT or forme.endswith(_ABSTRAITS_SEULS):
        return False
    if agit(lecture, rang, ctx.PAROLES):
        return True
    frequente = nature[-1] != "s" and lecture.forme(rang - 2) in _FREQUENTES_SEULES
    return frequente and finit(lecture, rang) and forme not in termes("roles")


def _est_sans_article(lecture: Lecture, rang: int, genre: int, nature: str) -> bool:
    """Un prénom ou un surnom possible que rien ne détermine, ou un sujet sans article."""
    forme, avant = lecture.forme(rang), lecture.forme(rang - 1)
    nu = nature[0] in "na" and nature_de(avant)[:1] not in ("n", "a", "v")
    if genre == AMBIGU and nu and avant not in ctx.ARTICLES and finit(lecture, rang):
        return "o" not in nature and lecture.forme(rang - 2) not in _QUANTITES
    if est_determine(lecture, rang) or "o" in nature or avant == "sans":
        return False
    if "a" in nature and nature_de(avant)[:1] == "n" and lecture.entre(rang) == " ":
        return False
    connu = prenoms().get(forme)
    if genre == AMBIGU or (connu is not None and connu.naissances >= _PRENOM):
        return mots().get(forme, 0) < TRES_COURANT or nature[0] in "na"
    if nature[-1] == "s" or nature[0] != "n":
        return False
    if forme in termes("surnoms_nus"):
        return True
    return _est_nu(lecture, rang)


def _est_nu(lecture: Lecture, rang: int) -> bool:
    """Un nom commun sans déterminant, là où la phrase attend quelqu'un."""
    forme, avant = lecture.forme(rang), lecture.forme(rang - 1)
    if forme.endswith(_ABSTRAITS) or nature_de(avant)[:1] in ("n", "a"):
        return False
    frequence = mots().get(forme, 0)
    if avant in FREQUENTES or avant in ctx.FORTES or avant in ctx.QUALITES:
        return frequence < TRES_COURANT and lecture.entre(rang) == " "
    if ouvre_une_proposition(lecture, rang):
        suite = lecture.entre(rang + 1).strip()[:1]
        return frequence < _COURANT and (est_sujet(lecture, rang) or suite in (",", "(", ":"))
    relie = avant in _RELIENT and lecture.entre(rang) == " "
    return relie and frequence < _COURANT and finit(lecture, rang)
