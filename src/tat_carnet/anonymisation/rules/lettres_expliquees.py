"""Ce qui explique une lettre seule : un numéro, une unité, un délai, un sigle, une rubrique."""

from __future__ import annotations

from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de

_CONTENANTS: Final = mots_de(
    "bat bt bats batiment batiments hall halls cage cages esc escalier entree entrees tour bloc",
    "porte plan vitamine vit groupe grp hepatite module ligne classe permis zone niveau option",
    "salle type point article axe serie quai ilot lot aile montee allee tram bus metro rer taille",
    "pavillon immeuble imm residence etage appt appart apt studio case secteur categorie terrain",
    "poule annexe volet touche bic cours box",
)
"""« bâtiment B », « vitamine C » : la lettre y est un numéro."""
_APRES_Y: Final = mots_de(
    "a avait en aura aurait ont avaient sont vont veulent disent etaient faut auront",
    "voulaient font",
)
"""« Y avait », « Y ont seize ans » : un pronom, celui du Québec compris."""
_RUBRIQUES: Final = frozenset("dar")
_TRANSMISSIONS: Final = mots_de("cible cibles transmission transmissions dar")


def est_une_unite(lecture: Lecture, rang: int) -> bool:
    """« 12 g », « 3 km »."""
    return lecture.forme(rang - 1).isdigit() and lecture.entre(rang) == " "


def est_un_delai(lecture: Lecture, rang: int) -> bool:
    """« J+7 », « J9 », « Y avait » : un délai, un pronom."""
    forme, suivant = lecture.forme(rang), lecture.forme(rang + 1)
    if forme == "y":
        return suivant in _APRES_Y and lecture.entre(rang + 1) == " "
    return forme == "j" and suivant.isdigit() and lecture.entre(rang + 1).strip() in ("", "+")


def est_une_rubrique(lecture: Lecture, rang: int) -> bool:
    """« Cible : … D : … A : … R : … » d'une transmission ciblée ; le « X » d'une plainte."""
    if lecture.forme(rang) == "x" and lecture.forme(rang - 1) == "contre":
        return True
    if lecture.forme(rang) not in _RUBRIQUES or lecture.entre(rang + 1).strip() != ":":
        return False
    return lecture.forme(0) in _TRANSMISSIONS and lecture.entre(rang).strip()[-1:] in (".", "")


def est_un_numero(lecture: Lecture, rang: int) -> bool:
    """« bâtiment B », « entre les halls A et C » : un lieu, non quelqu'un."""
    recul = rang - 1
    while recul >= 0 and rang - recul < 6:
        forme = lecture.forme(recul)
        if len(forme) > 1 and forme not in ("et", "ou", "les", "le", "la") and not forme.isdigit():
            break
        recul -= 1
    return recul >= 0 and lecture.forme(recul) in _CONTENANTS


def est_isolee(lecture: Lecture, rang: int) -> bool:
    """Vrai d'une ou deux lettres qu'apostrophe, unité, sigle, numéro ni rubrique n'expliquent."""
    if "'" in lecture.entre(rang + 1)[:1] or lecture.forme(rang - 1).isdigit():
        return False
    suite = lecture.entre(rang + 1)
    if not suite and rang + 1 < len(lecture.formes):  # « T3 », « U11 », « N° »
        return False
    sigle = suite == "." and len(lecture.forme(rang + 1)) == 1
    if sigle or (rang and lecture.entre(rang) == "." and len(lecture.forme(rang - 1)) == 1):
        return False  # « R.A.S. », « C.M.P. »
    if len(lecture.forme(rang)) > 1:
        return True
    if suite.strip()[:1] in ("+", "·") or lecture.entre(rang) == "·":  # « J+7 », « ami·e »
        return False
    return not (est_un_numero(lecture, rang) or est_une_rubrique(lecture, rang))
