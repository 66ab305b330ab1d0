"""Un nom commun sans déterminant, là où le français en veut un, est le nom de quelqu'un.

« chez moineau », « dit à ficelle que », « bouboule il a », « rose, 14 ans » : la place du mot
pèse, puis sa rareté, et qu'il soit aussi un prénom ou un surnom usuel. La casse n'y est pour rien.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots, mots_de, natures, prenoms, termes
from tat_carnet.anonymisation.marques import marque, marque_de
from tat_carnet.anonymisation.nombres import EN_TOUTES_LETTRES, nombre_dit
from tat_carnet.anonymisation.reperes import Niveau
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import AMBIGU, SUR, genre_de_mot
from tat_carnet.anonymisation.rules.positions import (
    VERBAL,
    agit,
    est_sujet,
    ouvre_une_proposition,
    possede,
)

_ASSEZ: Final = 3
_DOUTE: Final = 2
_RARE: Final = 3000
_COURANT: Final = 60_000
_DATIFS: Final = mots_de(
    "dit dis dire disent demande demander demandez parle parler parles explique expliquer donne",
    "donner file filer prete preter rappelle rappeler propose proposer offert offre confie",
    "rendu rendre montre montrer raconte promis repondu ecrit ecrire telephone pense appartient",
    "grace merci manque dois doit devait pris vole piquait pique envoye laisse amene apporte",
    "fait cause penses repenses pensait repense songe",
)
_VUS: Final = mots_de(
    "avec vu vue vus croise croises rencontre recroise rappele rappeler appele accompagne",
    "raccompagne relance recontacter prevenu prevenir aide aider salue soutenu heberge avise",
    "contre selon connais connait cherche cherchait embrouille insulte frappe menace protege",
    "attend attendait visite retrouve laisse reve emmene ramene depose depanne convoque",
    "binome pote collegue frere copain copine frerot cousin cousine eleve stagiaire surnom",
    "prenom nom cherchez contactez appelez prevenez rappelez convoquez surveillez",
)
_TETES: Final = mots_de(
    "dossier celui celle ceux nouvelles appel message cas situation chambre velo scooter sac",
    "telephone tel numero avocat avocate retour depart anniversaire prenom copain copine pote",
    "potes chien trottinette moto voiture cv lettre histoire parole paroles maison appart",
    "enfants souviens souvient rappelles mefie moque peur bebe",
    "cle cles main mains bras dos duvet tente caddie manteau blouson veste lunettes papiers",
    "argent dette dettes plainte blessure ordonnance fenetre balcon casier chaussures visite",
    "entretien rdv audience suivi adresse compte absence mort deces",
)
_AVOIRS: Final = mots_de(
    "pension retraite allocation bulletin passeport valise matelas dessin voix visage genou jambe",
    "ventre dent dents sante etat grossesse traitement sortie exclusion placement jugement proces",
    "peine contrat permis code diplome inscription educateur educatrice referent referente psy",
    "tutrice tuteur curateur assistante avocat bande sourire regard humeur colere larmes patron",
    "anniversaire telephone portable compte dossier papa maman parents mot lettre message place",
)
"""Ce que seule une personne possède : derrière, un prénom l'emporte sur la couleur ou la fleur."""
_NOMMANTS: Final = mots_de(
    "appelle appellent appelait prenomme prenommee surnomme surnommee nomme nommee alias aka",
    "denomme denommee",
)
_REPRISES: Final = mots_de("il elle ils elles")
_CE: Final = mots_de("c ct cetait cest")
_ENCORE: Final = mots_de("encore toujours bien surtout plutot meme souvent")
_AGES: Final = mots_de("ans an a piges balais")
_ABSTRAITS: Final = (
    "tion", "sion", "ment", "ite", "isme", "ence", "ance", "ique", "aire", "if", "ive", "eur",
    "esse", "tude", "ise",
)  # fmt: skip


DERRIERE: Final = marque_de(
    _NOMMANTS | _CE | _ENCORE | _VUS | ctx.QUALITES
        | mots_de("chez de d a o avait est etait entre et que qu ke k eu ou ni pour par sans y")
)  # fmt: skip
"""Les mots derrière lesquels `_derriere` trouve quelque chose."""
DEVANT: Final = marque_de(EN_TOUTES_LETTRES | mots_de("un une c oui")) | marque(
    lambda forme: not (forme.isascii() and forme.isalpha())
)
SUJET: Final = VERBAL | marque_de(_REPRISES)
"""Ce qui suit un nom nu : un âge, « c'est son prénom » ; en tête de proposition, un acte."""


def nom_nu(lecture: Lecture, rang: int) -> Niveau | None:
    """Ce que la place de ce mot commun fait penser : quelqu'un, peut-être, ou rien."""
    forme = lecture.forme(rang)
    if not peut_nommer(forme):
        return None
    avant = lecture.forme(rang - 1)
    if avant in ctx.DETERMINANTS and avant not in ("de", "d", "a") and lecture.entre(rang) in " '":
        return None
    place = _place(lecture, rang, avant)
    if not place:
        return None
    indices = _indices(forme)
    total = place + indices
    if total >= _ASSEZ or (lecture.sans_casse and indices > 0 and total == _DOUTE):
        return Niveau.masquer
    return Niveau.verifier if total == _DOUTE else None


@lru_cache(maxsize=16_384)
def peut_nommer(forme: str) -> bool:
    """Ni mot-outil, ni verbe à l'infinitif ou au participe, ni mot de la vie du quartier."""
    nature = natures().get(forme, "")
    if len(forme) < 3 or forme in termes("choses"):
        return False
    if genre_de_mot(forme) == AMBIGU:
        return True
    if nature[:1] in ("o", "i", "g", "p") or forme in ctx.OUTILS:
        return False
    if nature and "n" not in nature and "a" not in nature:  # « repart », « chauffe »
        return False
    if forme in termes("generiques"):
        return False
    if not nature and (forme in termes("verbes") or "i" in natures().get(f"{forme}re", "")):
        return False
    return not (nature.endswith("s") and nature[:1] in "na" and not forme.endswith("us"))


@lru_cache(maxsize=16_384)
def _indices(forme: str) -> int:
    """Ce qui rend plausible qu'un mot commun nomme quelqu'un."""
    connu = prenoms().get(forme)
    indices = int(genre_de_mot(forme) == AMBIGU)
    if connu is not None and connu.naissances > _RARE // 100:
        indices += 1
    if forme in termes("surnoms") or forme in termes("surnoms_nus"):
        indices += 1
    frequence = mots().get(forme, 0)
    if frequence < _RARE and (indices or not forme.endswith(_ABSTRAITS)):
        indices += 1
    if not indices and (frequence > _COURANT or forme.endswith(_ABSTRAITS)):
        return -1
    return indices


def _place(lecture: Lecture, rang: int, avant: str) -> int:
    """Combien la place du mot désigne une personne, de 0 à 3."""
    verbal = natures().get(lecture.forme(rang), "")[:1] == "v"
    if not verbal and (_est_age(lecture, rang) or _se_dit_prenom(lecture, rang + 1)):
        return 3
    if lecture.entre(rang) == " " and (poids := _derriere(lecture, rang, avant)):
        return poids
    return _en_tete(lecture, rang)


def _derriere(lecture: Lecture, rang: int, avant: str) -> int:
    """D'après ce qui précède."""
    plus_loin = lecture.forme(rang - 2)
    if avant == "chez" or (avant in _NOMMANTS and plus_loin in ("s", "se", "l", "nom")):
        return 3
    if avant in ("de", "d", "a", "o"):
        if plus_loin in ctx.LIENS_DE_PARENTE:
            return 3 if possede(lecture, rang) else 0
        if avant in ("a", "o"):
            repris = lecture.entre(rang + 1) in (" ", ", ") and lecture.brut_de(rang - 1) != "a"
            repris = repris and lecture.forme(rang + 1) in _REPRISES
            return 2 if plus_loin in _DATIFS or repris else 0
        if plus_loin in _TETES:
            return 2
        return 2 * (genre_de_mot(lecture.forme(rang)) == AMBIGU and _est_a_quelqu_un(lecture, rang))
    if avant == "avait" and plus_loin == "y":
        return 2
    if (avant in ("est", "etait") and plus_loin in _CE) or avant in _CE:
        return 2 if lecture.forme(rang + 1) in ("qui", "que", "ki", "ke") else 0
    if avant in _ENCORE and (lecture.forme(rang - 3), plus_loin) == ("c", "est"):
        return 2 if lecture.forme(rang + 1) in ("qui", "que", "ki", "ke") else 0
    suivant = lecture.forme(rang + 1)
    if (avant == "entre" and suivant == "et") or (
        avant == "et" and lecture.forme(rang - 3) == "entre"
    ):
        return 2
    if avant in _VUS:  # « mon cousin prétend » : son sujet, non son nom
        agit_seul = natures().get(lecture.forme(rang)) == "v" and avant in ctx.LIENS_DE_PARENTE
        return 0 if agit_seul else 2
    if avant in ("que", "qu", "ke", "k"):
        return 2 if est_sujet(lecture, rang) else 0
    if avant in ctx.QUALITES and avant not in ("famille", "m"):
        return int("a" not in natures().get(lecture.forme(rang), ""))
    if avant == "eu" and lecture.forme(rang + 1) in ("au", "o"):
        return 2
    if avant in ("et", "ou", "ni") and genre_de_mot(plus_loin) == SUR:
        return 2
    if avant in ("et", "ou", "pour", "par", "sans", "ni", "y"):
        suite = lecture.entre(rang + 1).strip()[:1]
        qualifie = natures().get(lecture.forme(rang), "").rstrip("s") == "a"
        if qualifie and (
            avant in ("et", "ou", "ni", "y") or genre_de_mot(lecture.forme(rang)) != AMBIGU
        ):
            return 0
        return 1 if suite in (",", ".", ":", ")") or est_sujet(lecture, rang) else 0
    return 0


def _est_a_quelqu_un(lecture: Lecture, rang: int) -> bool:
    """« la pension de désiré », « l'anniversaire surprise de prune » : ce que seul quelqu'un a."""
    return not _AVOIRS.isdisjoint((lecture.forme(rang - 2), lecture.forme(rang - 3)))


def _en_tete(lecture: Lecture, rang: int) -> int:
    """D'après ce qui suit, en tête de proposition."""
    suivant, signe = lecture.forme(rang + 1), lecture.entre(rang + 1)
    forme = lecture.forme(rang)
    verbe = natures().get(forme, "")[:1] == "v"
    adjectif = verbe or natures().get(forme, "").rstrip("s") == "a"
    if (adjectif and genre_de_mot(forme) != AMBIGU) or not ouvre_une_proposition(lecture, rang):
        return 0
    if suivant in _REPRISES and signe == " ":
        return 2 if est_sujet(lecture, rang + 1) else 1
    if est_sujet(lecture, rang):
        return 2 if suivant in ctx.ACTES or agit(lecture, rang, ctx.GESTES) else 1
    return 0


def _se_dit_prenom(lecture: Lecture, rang: int) -> bool:
    """« c'est son prénom », « c'est son vrai nom »."""
    if lecture.forme(rang) not in ("c", "oui"):
        return False
    suite = [lecture.forme(rang + pas) for pas in range(1, 6)]
    return "son" in suite and bool({"prenom", "nom", "blaze", "surnom"} & {*suite})


def _est_age(lecture: Lecture, rang: int) -> bool:
    """« lys, 14 ans », « moineau (16a) »."""
    if lecture.entre(rang + 1).strip() not in ("", ",", "("):
        return False
    age = nombre_dit(lecture.forme(rang + 1))
    if age is None or not 1 < age < 99:  # « menuiserie, un an » : une durée
        return False
    return lecture.forme(rang + 2) in _AGES and lecture.entre(rang + 2) in ("", " ")
