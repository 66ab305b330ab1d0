"""Ce que les gestes demandent au coffre et au cahier ouvert ; `store` et les essais y répondent.

Un nom du métier, un fichier : `Cahier` les réunit.
"""

from tat_carnet.usecases.ports.cahier import Cahier
from tat_carnet.usecases.ports.coffre import Coffre, Estimation, OpenedCahier, SauvegardeGardee

__all__ = ["Cahier", "Coffre", "Estimation", "OpenedCahier", "SauvegardeGardee"]
