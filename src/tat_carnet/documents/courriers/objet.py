"""L'objet d'une lettre : il ne dit jamais d'un lieu plus que le corps."""

from __future__ import annotations

from typing import Final

from tat_carnet.documents.courriers.textes import Textes
from tat_carnet.documents.typographie import propre
from tat_carnet.domain.courrier_relu import CourrierRelu
from tat_carnet.domain.relu import FaitRelu

_NOMMES_AU_PLUS: Final = 2


def ecrire_objet(courrier: CourrierRelu, textes: Textes) -> str:
    """L'objet relu ; s'il est resté celui du modèle, les lieux y sont ceux que dit le corps.

    « Parties communes, Aubépines-Haut » quand les faits ne disent plus que leur secteur. Au-delà de
    deux lieux, aucun n'est nommé. L'alphabet les range : l'ordre des faits dirait celui des jours.
    Si d'autres faits se disent sans lieu, aucun non plus : on les croirait là, et l'on irait.
    """
    objet = propre(courrier.objet.texte)
    lieux = sorted({_dans_la_phrase(fait) for fait in courrier.faits})
    situe = textes.objet_situe and objet.endswith(propre(textes.objet))
    if not situe or courrier.ensemble or not 0 < len(lieux) <= _NOMMES_AU_PLUS:
        return objet
    return ", ".join((objet, *lieux))


def _dans_la_phrase(fait: FaitRelu) -> str:
    """« un lieu du secteur… », dit par l'outil, perd sa capitale ; le nom d'un lieu la garde."""
    lieu = propre(fait.lieu.texte)
    return f"{lieu[:1].lower()}{lieu[1:]}" if fait.lieu_tu else lieu
