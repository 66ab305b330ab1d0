"""Le lexique de la démarche (`domaine.md` §2) : proposé, accordé, jamais imposé."""

from __future__ import annotations

import re
from typing import Final

from tat_carnet.anonymisation.recritures.accords import Groupe, accorde
from tat_carnet.anonymisation.recritures.contexte import Contexte, Remplacement

_LEXIQUE: Final = (
    (r"deale|trafiq", "personne{s} impliquée{s} dans la revente", True),
    (r"tox|drogue", "personne{s} usagère{s} de drogues", True),
    (r"delinquant", "jeune{s} exposé{s}", False),
    (r"guett|chouf", "jeune{s} en position de guet", False),
    (r"deal", "lieu{x} de revente", False),
    (r"squat", "occupation{s}", True),
    (r"famille", "famille{s} exposée{s}", True),
    (r"zone", "quartier{s}", False),
)
_LES_JEUNES: Final = "des jeunes"
"""La tranche d'âge se précise à la main : la proposition n'en invente aucune."""


def recrire_lexique(contexte: Contexte) -> Remplacement:
    """« les dealers » : « les personnes impliquées dans la revente » ; le déterminant s'accorde."""
    if contexte.plie == "les jeunes":
        return Remplacement(_LES_JEUNES)
    pluriel = re.search(r"^\S*[sx]\b", contexte.plie) is not None
    for motif, nom, feminin in _LEXIQUE:
        if re.search(motif, contexte.plie):
            accorde_en_nombre = nom.format(s="s" * pluriel, x="x" * pluriel)
            return accorde(contexte, Groupe(accorde_en_nombre, feminin, pluriel))
    return Remplacement(contexte.extrait)
