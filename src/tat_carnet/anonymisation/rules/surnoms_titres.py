"""Les surnoms qu'un titre annonce : « Tata Zou », « Petit Louis », « papi des ruches »."""

from __future__ import annotations

from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import COURANT, mots, mots_de, nature_de, natures, termes
from tat_carnet.anonymisation.rules import contextes as ctx
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
from tat_carnet.anonymisation.rules.positions import est_sujet
from tat_carnet.anonymisation.rules.surnoms_articles import COMPLEMENTS, LITTERAUX
from tat_carnet.anonymisation.sonorite import est_une_faute

_FAMILIERS: Final = mots_de(
    "tata tonton papy papi mamie mami mamy tatie tati tantine tantie abou abu oum oumm umm mama",
    "doudou meme pepe cheikh sheikh dj mc mister miss lady lil young captain lalla sidi hadj hajj",
    "hadja hajja khalti ammi nanna dada koro sista pastè mam gran man si ould bou bent bint",
    "sergent commandant general colonel lieutenant tant",
    "baba yaya abla abi amca teyze uncle auntie tio tia dona fundi foundi bacoco gramoun bwana",
    "koko nenek nonna zia zio cha titine pape ammo khalo khoya khouya khouna kho tantie yaye",
    "yayo vovo voinho nho nha mister captain mzee mze khala amou amto djeddo",
    "jeddo djeddi tonta tatan mamita papito parain",
)
_VERSANT: Final = mots_de("ti tit gwo ti lil young big")
"""Ce qui, sans article, n'est jamais un adjectif du français."""
_LETTREES: Final = mots_de("mister mc dj docteur dr captain capitaine")
"""Devant une lettre seule : « Mister T », « DJ K »."""
_AIEUX: Final = mots_de("tata tatie tonton papi papy mamie mami meme pepe tantine tantie")
_TEMPS: Final = mots_de(
    "soir matin midi jour mois mardi lundi jeudi samedi dimanche mercredi moins"
)
_PARENTS: Final = mots_de("maman papa parrain capitaine chef frere soeur coach")
_TAILLES: Final = mots_de(
    "gros petit ti tit gwo grand vieux big lil ptit petite grosse grande vieille gro ptite tite gd",
)
TITRES: Final = _FAMILIERS | _PARENTS | _TAILLES | mots_de("p mere pere ch gwo docteur dr bebe")
"""Ce qui, devant un nom, en fait un surnom."""


def avec_titre(lecture: Lecture, rang: int) -> int | None:
    """« Tata Zou », « Petit Louis », « Abou Naïl », « la mère Michel »."""
    titre, suivant = lecture.forme(rang), lecture.forme(rang + 1)
    if _est_pris(lecture, rang):
        return None
    if titre == "p":
        return _petit_elide(lecture, rang + 1) if suivant in ("tit", "tite") else None
    if titre == "meme" and lecture.brut_de(rang).lower() != "mémé":
        return None
    if titre == "ch":
        return avec_titre(lecture, rang + 1) if lecture.entre(rang + 1) == "'" else None
    if titre == "si" and not (lecture.majuscule(rang) and lecture.majuscule(rang + 1)):
        return rang + 1 if _si_nomme(lecture, rang) else None
    if suivant in TITRES and lecture.entre(rang + 1) == " ":
        fin = avec_titre(lecture, rang + 1)
        if fin is not None:
            return fin
    if len(suivant) == 1 and titre in _LETTREES and lecture.entre(rang + 1) == " ":
        return rang + 1 if lecture.majuscule(rang + 1) else None
    if titre in ("docteur", "dr"):
        return None
    if titre in _AIEUX and suivant in COMPLEMENTS | {"au", "aux"}:
        return _complement(lecture, rang)
    relie = lecture.entre(rang + 1) == "-" and titre in ("ti", "tit", "gros", "petit", "p")
    if not (relie or lecture.entre(rang + 1) == " ") or len(suivant) < 2:
        return None
    genre = genre_de_mot(suivant)
    if titre in ("mere", "pere"):
        article = lecture.forme(rang - 1) in ("la", "le")
        return rang + 1 if article and genre in (SUR, AMBIGU) else None
    capitales = lecture.majuscule(rang) and lecture.majuscule(rang + 1)
    nomme = genre != OUTIL or (titre in _FAMILIERS and suivant in termes("publics"))
    if capitales and not lecture.sigle(rang + 1) and nomme:
        return rang + 1
    if titre == "bebe":
        return None  # « bébé malade » ; « Bébé Requin » porte ses capitales
    return rang + 1 if _est_titre(lecture, rang, genre) else None


def _complement(lecture: Lecture, rang: int) -> int | None:
    """« tatie du bus », « papi des poules » : sans article devant, ce n'est plus un lien."""
    fin = rang + 2 + (lecture.forme(rang + 2) in ("la", "l"))
    forme = lecture.forme(fin)
    libre = lecture.forme(rang - 1) not in ctx.ARTICLES and lecture.entre(rang + 1) == " "
    if not libre or forme in ctx.LIENS_DE_PARENTE or forme in ctx.QUALITES or forme in _TEMPS:
        return None
    return fin if nature_de(forme)[:1] == "n" and genre_de_mot(forme) != SUR else None


def _est_pris(lecture: Lecture, rang: int) -> bool:
    """« Diawara-Petit ne », « Tata tout le monde », « Doudou conservé » : ce n'est pas un titre."""
    suivant = lecture.forme(rang + 1)
    if suivant == "ne" or (lecture.forme(rang - 1).isalpha() and lecture.entre(rang) == "-"):
        return True
    if suivant == "tout" and lecture.forme(rang + 3) == "monde":
        return True
    return lecture.brut_de(rang + 1).lower().endswith(("é", "ée", "és", "ées")) and (
        "p" in natures().get(suivant, "")
    )


def _petit_elide(lecture: Lecture, rang: int) -> int | None:
    """« P'tit Lu » : la capitale est au « P » que l'apostrophe détache."""
    if lecture.majuscule(rang - 1) and lecture.majuscule(rang + 1):
        return rang + 1 if lecture.entre(rang + 1) == " " else None
    if _est_un_ptit(lecture, rang):
        return rang + 1
    return avec_titre(lecture, rang)


def _est_un_ptit(lecture: Lecture, rang: int) -> bool:
    """« p'tit lu a grandi », mais non « un p'tit café » ni « p'tit groupe devant »."""
    suivant = lecture.forme(rang + 1)
    if lecture.entre(rang + 1) != " " or len(suivant) < 2 or suivant in termes("generiques"):
        return False
    appele = lecture.forme(rang - 2) in ("appelle", "encore", "appelait", "surnomme")
    seul = lecture.forme(rang - 2) not in ctx.DETERMINANTS
    return appele or (seul and est_sujet(lecture, rang + 1))


def _si_nomme(lecture: Lecture, rang: int) -> bool:
    """« si larbi il a fait la paix » : le « si » d'Afrique du Nord, non la condition."""
    suivant = lecture.forme(rang + 1)
    return genre_de_mot(suivant) in (SUR, FAMILLE) and lecture.forme(rang + 2) in (
        "il",
        "m",
        "nous",
    )


def _se_dit_seul(lecture: Lecture, rang: int) -> bool:
    """« ti coq vend », « young simba et » : un mot plein, sujet ou coordonné."""
    forme = lecture.forme(rang)
    if len(forme) < 3 or forme in ctx.DETERMINANTS or forme in ctx.OUTILS:
        return False
    return est_sujet(lecture, rang) or lecture.forme(rang + 1) == "et"


def _est_titre(lecture: Lecture, rang: int, genre: int) -> bool:
    titre, suivant = lecture.forme(rang), lecture.forme(rang + 1)
    seul = lecture.forme(rang - 1) not in ctx.DETERMINANTS - {"de", "d"}
    if titre in _VERSANT and seul and genre in (COMMUN, AMBIGU) and _se_dit_seul(lecture, rang + 1):
        return True
    if titre == "papa" and suivant == "noel":
        return seul
    if titre in _PARENTS:
        rare = mots().get(suivant, 0) <= 2 * COURANT and genre in (INCONNU, COMMUN)
        propre = genre == SUR or (rare and (genre == COMMUN or not est_une_faute(suivant)))
        return seul and propre and (lecture.majuscule(rang) or lecture.sans_casse)
    if titre in _TAILLES:
        commun = genre == COMMUN and lecture.ouvre_une_phrase(rang) and est_bref(suivant)
        usuel = suivant in termes("surnoms") or suivant in termes("surnoms_nus")
        if usuel and (seul or titre in ("ptit", "ptite", "gro", "ti", "tit")):
            return suivant not in LITTERAUX
        ambigu = genre == AMBIGU and lecture.sans_casse
        return seul and (genre == SUR or ((commun or ambigu) and est_sujet(lecture, rang + 1)))
    if suivant in ctx.VERBES or suivant in ctx.OUTILS or suivant in ctx.DETERMINANTS:
        return False
    if genre == SUR:
        return True
    public = suivant in termes("publics") and (
        est_sujet(lecture, rang + 1) or lecture.entre(rang + 2)[:1] in (",", ".")
    )
    propre = genre == AMBIGU or (seul and (public or genre in (INCONNU, COMMUN)))
    if not propre:
        return genre == FAMILIER and seul and _est_attendu(lecture, rang)
    return not suivant.endswith(ctx.DESINENCES) or nature_de(suivant)[:1] == "n"


def _est_attendu(lecture: Lecture, rang: int) -> bool:
    """« chez tonton bouchon », « tata clope a râlé » : un mot du parler, là où l'on attend qui."""
    if nature_de(lecture.forme(rang + 1))[:1] not in ("", "n"):
        return False  # « chez khalti depuis », « tant mieux »
    return lecture.forme(rang - 1) in ctx.FORTES or est_sujet(lecture, rang + 1)


def est_bref(forme: str) -> bool:
    """Vrai si le mot n'est ni un outil, ni un nom abstrait."""
    return not forme.endswith(ctx.ABSTRAITS) and forme not in ctx.OUTILS
