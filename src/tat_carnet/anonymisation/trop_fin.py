"""Ce qui est dit à l'échelon d'un lecteur plus proche, et serait trop fin pour celui-ci.

Une tranche d'âge, une classe, une semaine du mois, un bâtiment « du secteur » conviennent au
collectif. Une institution n'en lit que la minorité, le collège, le mois, l'îlot (`echelle`) : que
la phrase vienne du brut, d'une relecture passée ou d'une frappe, elle se décide à nouveau.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.domain.vocabulaire import Profil

_CLASSE: Final = (
    r"(?:[3-6](?:[eè]|[eè]me)|(?:sixi|cinqui|quatri|troisi)[eè]me|2de|2nde|1[eè]re|terminale|cp"
    r"|ce[12]|cm[12])(?!\w)"
)
_DANS: Final = (
    r"(?:en|(?:(?<=l[eè]ve[ ])|(?<=l[eè]ves[ ])|(?<=classe[ ])|(?<=classes[ ])|(?<=prof[ ]))de)"
)
"""« en 4e », « deux élèves de 4e » ; « de 4e » seul serait aussi bien un étage."""
_POUR_LE_COLLECTIF: Final = (
    (
        Categorie.age,
        re.compile(
            r"(?i:(?<![\w,.])(?:(?:(?:les|des|aux)[ ]+)?\d{1,2}[ ]?[-–][ ]?\d{1,2}[ ]ans"
            r"|entre[ ]\d{1,2}[ ]et[ ]\d{1,2}[ ]ans|moins[ ]de[ ](?:1[0-7]|\d)[ ]ans"
            r"|\d{2}[ ]ans[ ](?<!18[ ]ans[ ])(?:et|ou)[ ]plus)(?!\w))"
        ),
    ),
    (
        Categorie.date,
        re.compile(
            r"(?i:(?<!\w)la[ ](?:premi[èe]re|deuxi[èe]me|troisi[èe]me|derni[èe]re)[ ]semaine[ ]"
            r"(?:de[ ]|d['’])(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre"
            r"|octobre|novembre|d[ée]cembre)(?!\w))"
        ),
    ),
    (
        Categorie.etablissement,
        re.compile(
            rf"(?i:(?<!\w){_DANS}[ ]{_CLASSE}"
            rf"(?:(?:[ ]?[/-][ ]?|,?[ ](?:ou|et)[ ])(?:en[ ])?{_CLASSE})*"
            r"(?![ ](?:position|ligne|main|place|partie|lieu|fois|semaine|ann[ée]e))(?!\w)"
            r"(?:[ ]au[ ](?:coll[èe]ge|lyc[ée]e)(?=[ ]*(?:[.,;:!?)\n]|$)))?)"
        ),
    ),
    (
        Categorie.batiment,
        re.compile(
            r"(?i:(?<!\w)une?[ ](?:autre[ ])?(?:partie[ ]commune|b[âa]timent)[ ]du[ ]secteur(?!\w))"
        ),
    ),
)
_POUR_L_INSTITUTION: Final = (
    (Categorie.batiment, re.compile(r"(?i:(?<!\w)un[ ](?:autre[ ])?[îi]lot[ ]du[ ]secteur(?!\w))")),
)


def reperer_trop_fin(texte: str, profil: Profil) -> Iterator[Repere]:
    """Ces passages, à vérifier ; aucun pour le collectif."""
    if profil is Profil.collectif:
        return
    motifs = _POUR_LE_COLLECTIF + (_POUR_L_INSTITUTION if profil.public else ())
    for categorie, motif in motifs:
        for trouve in motif.finditer(texte):
            yield Repere(trouve.start(), trouve.end(), categorie, Niveau.verifier)


def joindre(lus: Sequence[Repere], autres: Iterator[Repere]) -> list[Repere]:
    """Les repères lus, et ceux des autres qui n'en touchent aucun : disjoints, dans l'ordre.

    De deux autres qui se touchent, le plus long (« le Long » et « Long », tous deux rappelés) ; à
    longueur égale, le plus sûr.
    """
    tenus = list(lus)
    for autre in sorted(autres, key=_le_plus_long_d_abord):
        if not any(autre.debut < tenu.fin and tenu.debut < autre.fin for tenu in tenus):
            tenus.append(autre)
    return sorted(tenus)


def _le_plus_long_d_abord(repere: Repere) -> tuple[int, bool, int]:
    return repere.debut - repere.fin, repere.niveau is Niveau.verifier, repere.debut
