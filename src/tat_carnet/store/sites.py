"""Les sites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Final

import sqlcipher3

from tat_carnet.domain.comptes import ComptesSite
from tat_carnet.domain.fait import Site
from tat_carnet.domain.relu import Effort
from tat_carnet.domain.vocabulaire import FAMILLE_DU_TYPE, Attestation, Famille, TypeFait
from tat_carnet.store.base import Depot
from tat_carnet.store.purge import refuse_if_suspended
from tat_carnet.store.recherche import bounds
from tat_carnet.store.records import save_row, site_from_columns, site_to_columns
from tat_carnet.store.text import storable

_COLUMNS: Final = (
    "id",
    "libelle_public",
    "secteur",
    "type",
    "maille",
    "ilot",
    "nom_usage",
    "logements_approx",
    "plan_x",
    "plan_y",
    "bailleur_id",
)
_READ: Final = f"""
    SELECT {", ".join(_COLUMNS)} FROM site
    ORDER BY (SELECT max(rang) FROM fait WHERE site = site.numero) DESC NULLS LAST, numero DESC
"""

_NEW_TOKEN: Final = "jeton = random() & 0xFFFFFFFFFF"
_NUMBER: Final = "SELECT numero FROM site WHERE id = ?"
# Où un site est encore nommé, hors de la table des faits : la saisie et les corrections en
# cours, la corbeille, les filtres gardés. (nouveau, ancien)
_ELSEWHERE: Final = (
    "UPDATE brouillon SET contenu = json_set(contenu, '$.site_id', ?) "
    "WHERE json_extract(contenu, '$.site_id') = ?",
    "UPDATE correction SET contenu = json_set(contenu, '$.site_id', ?) "
    "WHERE json_extract(contenu, '$.site_id') = ?",
    f"UPDATE corbeille SET contenu = json_set(contenu, '$.fait.site_id', ?), {_NEW_TOKEN} "
    "WHERE json_extract(contenu, '$.fait.site_id') = ?",
    f"UPDATE filtre_garde SET contenu = json_set(contenu, '$.site_id', ?), {_NEW_TOKEN} "
    "WHERE json_extract(contenu, '$.site_id') = ?",
)
_FILTRES_DU_SECTEUR: Final = (
    f"UPDATE filtre_garde SET contenu = json_set(contenu, '$.secteur', ?), {_NEW_TOKEN} "
    "WHERE json_extract(contenu, '$.secteur') = ?"
)
# Un démenti n'est pas un fait de plus : il se conserve, il ne se compte pas.
_BY_MONTH: Final = """
    SELECT substr(instant, 1, 7), type, count(DISTINCT coalesce(episode_id, id)) FROM fait
    WHERE site = ? AND rang BETWEEN ? AND ? AND attestation != ? GROUP BY 1, 2
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

    def delete_site(self, site_id: str) -> None:
        """Efface un site sans fait ; `KeyError` s'il en a ou n'existe pas."""
        with self._base.change() as connection:
            refuse_if_suspended(connection)
            _delete(connection, site_id)
        self._base.checkpoint()

    def merge_sites(self, garde_id: str, double_id: str) -> Sequence[str]:
        """Réunit deux sites d'un bloc ; `KeyError` si l'un manque ou si c'est le même."""
        if garde_id == double_id:
            raise KeyError(double_id)
        with self._base.change() as connection:
            refuse_if_suspended(connection)
            moved = [
                fait_id
                for (fait_id,) in connection.execute(
                    f"SELECT id FROM fait WHERE site = ({_NUMBER})", (double_id,)
                )
            ]
            connection.execute(
                f"UPDATE fait SET site = ?, {_NEW_TOKEN} WHERE site = ?",
                (_number(connection, garde_id), _number(connection, double_id)),
            )
            for statement in _ELSEWHERE:
                connection.execute(statement, (garde_id, double_id))
            _delete(connection, double_id)
        self._base.checkpoint()
        return moved

    def move_faits(self, fait_ids: Collection[str], site_id: str) -> None:
        """Donne ces faits à un site, d'un bloc ; `KeyError` si le site n'existe pas."""
        with self._base.change() as connection:
            number = _number(connection, site_id)
            connection.executemany(
                f"UPDATE fait SET site = ?, {_NEW_TOKEN} WHERE id = ?",
                [(number, fait_id) for fait_id in fait_ids],
            )

    def rename_secteur(self, ancien: str, nouveau: str) -> None:
        """Renomme un secteur dans ses sites, ses tournées et son plan, d'un bloc."""
        nouveau = storable(nouveau)
        with self._base.change() as connection:
            joining = connection.execute("SELECT 1 FROM plan WHERE secteur = ?", (nouveau,))
            if ancien != nouveau and joining.fetchone():
                refuse_if_suspended(connection)
                connection.execute("DELETE FROM plan WHERE secteur = ?", (ancien,))
                connection.execute(
                    f"UPDATE site SET plan_x = NULL, plan_y = NULL, {_NEW_TOKEN} WHERE secteur = ?",
                    (ancien,),
                )
            connection.execute(_FILTRES_DU_SECTEUR, (nouveau, ancien))
            for table in ("site", "tournee", "plan"):
                connection.execute(
                    f"UPDATE {table} SET secteur = ?, {_NEW_TOKEN} WHERE secteur = ?",
                    (nouveau, ancien),
                )

    def comptes_site(self, site_id: str, mois: Sequence[date]) -> ComptesSite:
        """Les faits d'un site et les tournées de son secteur, par mois ; `KeyError` sinon."""
        found = self._base.row("SELECT numero, secteur FROM site WHERE id = ?", (site_id,))
        if found is None:
            raise KeyError(site_id)
        number, secteur = found
        end = _next_month(mois[-1])
        rangs = bounds(mois[0], end - timedelta(days=1))
        faits: Counter[tuple[date, Famille]] = Counter()
        for month, kind, count in self._base.rows(
            _BY_MONTH, (number, *rangs, Attestation.infirme.value)
        ):
            faits[_month(month), FAMILLE_DU_TYPE[TypeFait(kind)]] += count
        efforts = {
            _month(month): Effort(count, ras)
            for month, count, ras in self._base.rows(
                "SELECT substr(jour, 1, 7), count(*), sum(ras) FROM tournee "
                "WHERE secteur = ? AND jour >= ? AND jour < ? GROUP BY 1",
                (secteur, mois[0].isoformat(), end.isoformat()),
            )
        }
        ((total,),) = self._base.rows("SELECT count(*) FROM fait WHERE site = ?", (number,))
        return ComptesSite(tuple(mois), faits, efforts, total)


def _number(connection: sqlcipher3.Connection, site_id: str) -> int:
    found = connection.execute(_NUMBER, (site_id,)).fetchone()
    if found is None:
        raise KeyError(site_id)
    return int(found[0])


def _delete(connection: sqlcipher3.Connection, site_id: str) -> None:
    deleted = connection.execute(
        "DELETE FROM site WHERE id = ? "
        "AND NOT EXISTS (SELECT 1 FROM fait WHERE fait.site = site.numero)",
        (site_id,),
    )
    if deleted.rowcount == 0:
        raise KeyError(site_id)


def _month(text: str) -> date:
    return date.fromisoformat(f"{text}-01")


def _next_month(mois: date) -> date:
    return date(mois.year + mois.month // 12, mois.month % 12 + 1, 1)
