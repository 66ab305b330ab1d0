"""La frise d'un site, lue dans les index seuls."""

from __future__ import annotations

from datetime import date
from typing import Final

from tat_carnet.domain.frise import Frise, Marque
from tat_carnet.domain.vocabulaire import Attestation, TypeFait
from tat_carnet.store.base import Depot
from tat_carnet.store.recherche import bounds, instant_of

# Par tables : appeler l'énumération coûterait plus, sur une frise de dix ans, que lire la base.
_TYPES: Final = {code.value: code for code in TypeFait}
_DEGRES: Final = {degre.value: degre for degre in Attestation}
_MARQUES: Final = """
    SELECT rang, type, attestation FROM fait
    WHERE site = (SELECT numero FROM site WHERE id = ?) AND rang BETWEEN ? AND ?
    ORDER BY rang
"""
_TOURNEES: Final = """
    SELECT jour, count(*) FROM tournee
    WHERE secteur = (SELECT secteur FROM site WHERE id = ?) AND jour BETWEEN ? AND ?
    GROUP BY jour ORDER BY jour
"""


class Frises(Depot):
    """Les frises d'un cahier (`usecases.ports.Cahier`)."""

    def frise(self, site_id: str, du: date, au: date) -> Frise:
        """Les faits d'un site et les tournées de son secteur, entre deux jours compris."""
        marques = self._base.rows(_MARQUES, (site_id, *bounds(du, au)))
        tournees = self._base.rows(_TOURNEES, (site_id, du.isoformat(), au.isoformat()))
        return Frise(
            du,
            au,
            tuple(
                Marque(instant_of(rang), _TYPES[type_fait], _DEGRES[attestation])
                for rang, type_fait, attestation in marques
            ),
            tuple((date.fromisoformat(jour), count) for jour, count in tournees),
        )
