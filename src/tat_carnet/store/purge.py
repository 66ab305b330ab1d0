"""Purger par petits blocs durables : un arrêt net n'en laisse aucun à moitié, et tout reprend."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

import sqlcipher3

from tat_carnet.domain.conservation import (
    SANS_RESTE,
    Apercu,
    GestePurge,
    LignePurge,
    Objet,
    PurgeEnCours,
    PurgeSuspendue,
    Restes,
)
from tat_carnet.store.base import Row
from tat_carnet.store.conservation import append_line
from tat_carnet.store.full_text import erase_fast, rebuild
from tat_carnet.store.mots_gardes import MotsGardes
from tat_carnet.store.regles_purge import regles_de

_FIRST: Final = -(1 << 63)
"""Avant toute clé."""
GROSSE: Final = 500
"""Lignes à partir desquelles refaire les index coûte moins que d'en retirer chaque mot."""
_MONTHS_SHOWN: Final = 12
_SUSPENDUE: Final = (
    "Une réquisition suspend tout effacement : rien n’est effacé. "
    "Levez d’abord la suspension, avec l’accord de votre direction."
)


def refuse_if_suspended(connection: sqlcipher3.Connection) -> None:
    """`PurgeSuspendue` si une réquisition interdit d'effacer."""
    if connection.execute("SELECT 1 FROM suspension_purge").fetchone():
        raise PurgeSuspendue(_SUSPENDUE)


def _by_year(months: Mapping[str, int]) -> dict[str, int]:
    years: dict[str, int] = {}
    for month, count in months.items():
        years[month[:4]] = years.get(month[:4], 0) + count
    return years


class Purge(MotsGardes):
    """Les purges d'un cahier (`usecases.ports.Cahier`)."""

    def compter_a_purger(self, objet: Objet, borne: date) -> int:
        """Combien de lignes une purge ôterait."""
        return sum(self._counts(objet, borne).values())

    def apercu(self, objet: Objet, borne: date) -> Apercu:
        """Combien de lignes par table, de quels mois (d'années, au-delà de douze mois)."""
        months: dict[str, int] = {}
        for regle in regles_de(objet):
            for month, count in self._base.rows(
                f"SELECT substr({regle.quand}, 1, 7), count(*) {regle.source} GROUP BY 1",
                (regle.bound(borne),),
            ):
                months[month] = months.get(month, 0) + count
        periods = months if len(months) <= _MONTHS_SHOWN else _by_year(months)
        return Apercu(
            objet,
            borne,
            self._counts(objet, borne),
            tuple(sorted(periods.items())),
            self._never_reread(borne) if objet is Objet.textes_bruts else 0,
        )

    def faits_a_purger(self, objet: Objet, borne: date, limite: int) -> Sequence[str]:
        """Les faits que cette purge toucherait, le plus récent d'abord."""
        return [
            row[0]
            for regle in regles_de(objet)
            if regle.table == "fait"
            for row in self._base.rows(
                f"SELECT id {regle.source} ORDER BY rang DESC LIMIT ?",
                (regle.bound(borne), limite),
            )
        ]

    def purge_en_cours(self) -> PurgeEnCours | None:
        """La purge commencée et pas achevée."""
        found = self._base.row("SELECT objet, borne, nombres FROM purge_en_cours")
        if found is None:
            return None
        return PurgeEnCours(Objet(found[0]), date.fromisoformat(found[1]), json.loads(found[2]))

    def commencer_purge(self, objet: Objet, borne: date) -> None:
        """Inscrit la purge ; s'il y en a déjà une, c'est elle qu'il faut achever.

        Une grosse efface vite, d'une marque que rien ne relit ; tant qu'elle est inscrite, elle
        doit s'achever, et l'achever refait les index.
        """
        with self._base.change() as connection:
            refuse_if_suspended(connection)
            begun = connection.execute(
                "INSERT INTO purge_en_cours "
                "(unique_ligne, objet, borne, regle, curseur, nombres, empreinte) "
                "VALUES (1, ?, ?, 0, ?, '{}', '') ON CONFLICT (unique_ligne) DO NOTHING",
                (objet, borne.isoformat(), _FIRST),
            ).rowcount
            if begun and self.compter_a_purger(objet, borne) >= GROSSE:
                erase_fast(connection)

    def avancer_purge(self, lignes: int) -> bool:
        """Ôte le bloc suivant et retient où il s'arrête, d'un même geste durable."""
        with self._base.change() as connection:
            refuse_if_suspended(connection)
            found = connection.execute(
                "SELECT objet, borne, regle, curseur, nombres, empreinte FROM purge_en_cours"
            ).fetchone()
            return found is not None and _remove_next(connection, found, lignes)

    def achever_purge(self, maintenant: datetime, restes: Restes = SANS_RESTE) -> LignePurge:
        """Retire ces restes, refait les index d'une grosse purge, récrit la base, écrit le journal.

        Après quoi rien ne reste.

        Coupée avant le journal, la purge est encore en cours et se reprend.
        """
        with self._base.change() as connection:
            ((objet, borne, nombres, empreinte),) = connection.execute(
                "SELECT objet, borne, nombres, empreinte FROM purge_en_cours"
            ).fetchall()
            counts = json.loads(nombres)
            _forget(connection, restes, counts)
            connection.execute("UPDATE purge_en_cours SET nombres = ?", (json.dumps(counts),))
            rebuild(connection)
        self._base.compact()
        ligne = LignePurge(
            maintenant,
            GestePurge.purge,
            Objet(objet),
            date.fromisoformat(borne),
            counts,
            empreinte,
        )
        with self._base.change() as connection:
            append_line(connection, ligne)
            connection.execute("DELETE FROM annonce_purge WHERE objet = ?", (objet,))
            connection.execute("DELETE FROM purge_en_cours")
        self._base.checkpoint()
        return ligne

    def oublier(self, restes: Restes) -> None:
        """Efface ces restes, sans purge ; rien ne s'en relit. `PurgeSuspendue` sous réquisition."""
        with self._base.change() as connection:
            _forget(connection, restes, {})
        self._base.compact()

    def _counts(self, objet: Objet, borne: date) -> dict[str, int]:
        counts: dict[str, int] = {}
        for regle in regles_de(objet):
            ((count,),) = self._base.rows(f"SELECT count(*) {regle.source}", (regle.bound(borne),))
            if count:
                counts[regle.table] = counts.get(regle.table, 0) + count
        return counts

    def _never_reread(self, borne: date) -> int:
        regle = regles_de(Objet.textes_bruts)[0]
        ((count,),) = self._base.rows(
            f"SELECT count(*) {regle.source} AND relu_le IS NULL", (regle.bound(borne),)
        )
        return int(count)


def _forget(connection: sqlcipher3.Connection, restes: Restes, counts: dict[str, int]) -> None:
    """Efface ces restes, et les compte."""
    for table, column, names in (
        ("terme_masquage", "terme", restes.termes),
        ("mot_ajoute", "mot", restes.mots),
        ("filtre_garde", "id", restes.filtres),
    ):
        if names:
            refuse_if_suspended(connection)
            counts[table] = counts.get(table, 0) + len(names)
            connection.executemany(
                f"DELETE FROM {table} WHERE {column} = ?", [(name,) for name in names]
            )


def _remove_next(connection: sqlcipher3.Connection, found: Row, lignes: int) -> bool:
    objet, borne, rank, cursor, nombres, empreinte = found
    for position, regle in enumerate(regles_de(Objet(objet))):
        if position < rank:
            continue
        after = cursor if position == rank else _FIRST
        rows = connection.execute(
            f"SELECT {regle.cle}, {regle.id} {regle.source} AND {regle.cle} > ? "
            f"ORDER BY {regle.cle} LIMIT ?",
            (regle.bound(date.fromisoformat(borne)), after, lignes),
        ).fetchall()
        if not rows:
            continue
        regle.remove(connection, [row[0] for row in rows])
        counts = json.loads(nombres)
        counts[regle.table] = counts.get(regle.table, 0) + len(rows)
        names = "\n".join([empreinte, *(str(row[1]) for row in rows)])
        connection.execute(
            "UPDATE purge_en_cours SET regle = ?, curseur = ?, nombres = ?, empreinte = ?",
            (
                position,
                rows[-1][0],
                json.dumps(counts),
                hashlib.sha256(names.encode()).hexdigest(),
            ),
        )
        return True
    return False
