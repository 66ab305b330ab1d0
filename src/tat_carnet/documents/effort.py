"""L'effort, tel qu'un document le dit : à cinq tournées près.

Au nombre exact, deux documents se soustraient : cinq semaines ôtées de dix, une lettre d'un secteur
ôtée d'un compte-rendu, et l'on sait que deux tournées seulement ont vu quelque chose telle semaine
(septième épreuve de l'intrus). Arrondi à base cinq, comme le secret statistique l'arrondit : une
différence ne dit plus rien d'une semaine (Hundepool et al., *Statistical Disclosure Control*,
2012, § 5.4).
"""

from __future__ import annotations

from typing import Final

from tat_carnet.documents.typographie import INSECABLE, accord, nombre
from tat_carnet.domain.relu import Effort

PAS: Final = 5
"""Un document ne distingue pas deux nombres de tournées plus proches."""


def tournees_dites(effort: Effort) -> str:
    """« environ 30 tournées, dont environ 15 sans rien à signaler », « moins de cinq tournées » ;
    vide s'il n'y en a eu aucune.

    De moins de cinq, on ne dit pas combien n'ont rien vu : ce serait le dire de chacune.
    """
    if not effort.tournees:
        return ""
    if effort.tournees < PAS:
        return f"moins de cinq{INSECABLE}tournées"
    ras = _arrondi(effort.ras)
    sans_rien = f", dont environ {nombre(ras)} sans rien à signaler" if ras else ""
    return f"environ {accord(_arrondi(effort.tournees), 'tournée')}{sans_rien}"


def _arrondi(valeur: int) -> int:
    return PAS * round(valeur / PAS)
