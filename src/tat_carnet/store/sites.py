"""Les sites."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tat_carnet.domain.fait import Site
from tat_carnet.store.base import Depot
from tat_carnet.store.records import save_row, site_from_columns, site_to_columns

_COLUMNS: Final = (
    "id",
    "libelle_public",
    "secteur",
    "type",
    "maille",
    "ilot",
    "nom_usage",
    "logements_approx",
)
_READ: Final = f"""
    SELECT {", ".join(_COLUMNS)} FROM site
    ORDER BY (SELECT max(rang) FROM fait WHERE site = site.numero) DESC NULLS LAST, numero DESC
"""


class Sites(Depot):
    """Les sites d'un cahier (`usecases.ports.Cahier`)."""

    def save_site(self, site: Site) -> None:
        """Écrit un site ; `SaisieIncomplete` s'il lui manque un champ."""
        columns = site_to_columns(site.verified())
        with self._base.change() as connection:
            save_row(connection, "site", columns)

    def sites(self) -> Sequence[Site]:
        """Tous les sites, celui du fait le plus récent d'abord, puis le dernier créé."""
        return [
            site_from_columns(dict(zip(_COLUMNS, row, strict=True)))
            for row in self._base.rows(_READ)
        ]
