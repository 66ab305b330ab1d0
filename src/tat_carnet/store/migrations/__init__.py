"""Les schémas successifs, en avant seulement.

Une migration est un module `m0000_verbe.py` : un `VERSION` et un `apply(connection)`. Une fois
livrée, elle ne change plus ; `tests/cahiers_anciens` garde un cahier fictif de chaque schéma.
"""

from __future__ import annotations

from typing import Final, Protocol

import sqlcipher3

from tat_carnet.domain.errors import CahierIllisible, CahierPlusRecent
from tat_carnet.store.base import Base
from tat_carnet.store.migrations import (
    m0001_creer,
    m0002_conserver,
    m0003_retenir,
    m0004_adresser,
    m0005_regler,
    m0006_situer,
    m0007_relire,
    m0008_retrouver,
    m0009_reunir,
    m0010_rappeler,
    m0011_chercher,
    m0012_formuler,
    m0013_destiner,
)


class Migration(Protocol):
    """Ce qu'un module de migration offre."""

    VERSION: int

    def apply(self, connection: sqlcipher3.Connection) -> None:
        """Fait passer la base de `VERSION - 1` à `VERSION`, dans la transaction en cours."""


MIGRATIONS: Final[tuple[Migration, ...]] = (
    m0001_creer,
    m0002_conserver,
    m0003_retenir,
    m0004_adresser,
    m0005_regler,
    m0006_situer,
    m0007_relire,
    m0008_retrouver,
    m0009_reunir,
    m0010_rappeler,
    m0011_chercher,
    m0012_formuler,
    m0013_destiner,
)
CURRENT: Final = MIGRATIONS[-1].VERSION


def schema_version(base: Base) -> int:
    """Le schéma d'une base ; `CahierPlusRecent` ou `CahierIllisible` s'il ne se lit pas ici."""
    ((application,),) = base.rows("PRAGMA application_id")
    ((version,),) = base.rows("PRAGMA user_version")
    if application != m0001_creer.APPLICATION_ID or version < 1:
        raise CahierIllisible(
            "La base de ce cahier ne contient pas de cahier. Rien n’a été changé. "
            "Restaurez la sauvegarde la plus récente."
        )
    if version > CURRENT:
        raise CahierPlusRecent(
            "Ce cahier vient d’une version plus récente de l’application. "
            "Rien n’a été changé. Mettez tat_carnet à jour, puis rouvrez-le."
        )
    return int(version)


def upgrade(base: Base, version: int) -> None:
    """Applique ce qui manque, chaque pas d'un bloc ; `version` 0 crée le schéma."""
    for migration in MIGRATIONS:
        if version < migration.VERSION:
            with base.change() as connection:
                migration.apply(connection)
                connection.execute(f"PRAGMA user_version={migration.VERSION}")
