"""Vider la corbeille de ce qui a trop attendu, et en prévenir."""

from __future__ import annotations

from datetime import datetime

from tat_carnet.domain.conservation import PurgeSuspendue
from tat_carnet.domain.corbeille import GARDE, PREAVIS
from tat_carnet.usecases.oublier import oublier_avec
from tat_carnet.usecases.ports import Cahier


def vider_corbeille(cahier: Cahier, maintenant: datetime) -> int:
    """Efface pour de bon ce qui est jeté depuis plus de trente jours ; combien de faits.

    Avec eux s'oublie ce qu'ils étaient les derniers à dire. Rien ne s'efface tant qu'une
    réquisition suspend les purges.
    """
    borne = maintenant - GARDE
    if cahier.suspension() is not None or not cahier.count_corbeille(borne):
        return 0
    partent = [jete.fait for jete in cahier.corbeille(-1) if jete.jete_le < borne]
    count = cahier.empty_corbeille(borne)
    oublier_avec(cahier, partent)
    return count


def effacer_pour_de_bon(cahier: Cahier, fait_id: str) -> None:
    """Efface un fait de la corbeille, et ce qu'il était le dernier à dire.

    `PurgeSuspendue` si une réquisition l'interdit.
    """
    if cahier.suspension() is not None:
        raise PurgeSuspendue(
            "Une réquisition suspend tout effacement : ce fait reste à la corbeille. "
            "Levez d’abord la suspension, avec l’accord de votre direction."
        )
    partent = [jete.fait for jete in cahier.corbeille(-1) if jete.fait.id == fait_id]
    cahier.erase_discarded(fait_id)
    oublier_avec(cahier, partent)


def bientot_disparus(cahier: Cahier, maintenant: datetime) -> int:
    """Combien de faits jetés disparaîtront dans les sept jours."""
    return cahier.count_corbeille(maintenant - GARDE + PREAVIS)
