"""Un mot que le français n'a pas nomme-t-il quelqu'un : « zoubir », « yi-ling », « truvé » ?"""

from __future__ import annotations

from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, prenoms
from tat_carnet.anonymisation.reperes import Niveau
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import AMBIGU, FAMILLE, INCONNU, SUR, genre_de_mot
from tat_carnet.anonymisation.rules.patronymes import PATRONYMIQUES
from tat_carnet.anonymisation.rules.positions import est_sujet, possede
from tat_carnet.anonymisation.sonorite import est_une_faute, sonne_comme_un_prenom

_RELIENT: Final = mots_de(
    "de d et que qu a com les entre sans pour apres avant par vers sauf ni ou est attend comme",
    "puis",
)
_DEVANT_UNE_CHOSE: Final = mots_de("un une des du au aux ce cet cette en via")
"""« une Norauto », « du Lexomil » : une marque, un produit plus souvent que quelqu'un."""


def inconnu(lecture: Lecture, rang: int, genre: int) -> Niveau | None:
    """Un mot hors du dictionnaire : la majuscule, puis le voisinage, décident."""
    forme, avant = lecture.forme(rang), lecture.forme(rang - 1)
    if possede(lecture, rang) or est_compose(lecture, rang):
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


def est_compose(lecture: Lecture, rang: int) -> bool:
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
