"""Les durées, les annonces, la suspension, et le journal des purges."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

import sqlcipher3

from tat_carnet.domain.conservation import (
    DUREES,
    Annonce,
    GestePurge,
    LignePurge,
    Objet,
    Suspension,
    verified_duree,
)
from tat_carnet.store.base import Depot
from tat_carnet.store.regles_purge import OBJETS
from tat_carnet.store.text import storable


def append_line(connection: sqlcipher3.Connection, ligne: LignePurge) -> None:
    """Écrit une ligne au journal des purges, dans la transaction en cours."""
    connection.execute(
        "INSERT INTO journal_purge (id, le, geste, objet, borne, nombres, empreinte) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            ligne.id,
            ligne.le.isoformat(),
            ligne.geste,
            ligne.objet,
            ligne.borne and ligne.borne.isoformat(),
            json.dumps(ligne.nombres),
            ligne.empreinte,
        ),
    )


class Conservation(Depot):
    """Ce que ce cahier garde, et jusqu'à quand (`usecases.ports.Cahier`)."""

    def durees(self) -> Mapping[Objet, int]:
        """Les mois de conservation de chaque objet, réglés ou par défaut."""
        chosen: dict[str, int] = dict(self._base.rows("SELECT objet, mois FROM duree_conservation"))
        return {objet: chosen.get(objet.value, DUREES[objet]) for objet in OBJETS}

    def set_duree(self, objet: Objet, mois: int) -> None:
        """Règle une durée ; l'annonce faite sous l'ancienne ne vaut plus."""
        verified_duree(objet, mois)
        with self._base.change() as connection:
            connection.execute("DELETE FROM duree_conservation WHERE objet = ?", (objet,))
            connection.execute(
                "INSERT INTO duree_conservation (objet, mois) VALUES (?, ?)", (objet, mois)
            )
            connection.execute("DELETE FROM annonce_purge WHERE objet = ?", (objet,))

    def annonces(self) -> Sequence[Annonce]:
        """Les avertissements montrés, dont la purge n'a pas eu lieu."""
        return [
            Annonce(Objet(objet), *map(date.fromisoformat, days))
            for objet, *days in self._base.rows(
                "SELECT objet, annoncee_le, prevue_le, borne FROM annonce_purge ORDER BY prevue_le"
            )
        ]

    def annoncer(self, annonces: Collection[Annonce]) -> None:
        """Retient ces avertissements ; celui qui existait déjà pour un objet reste."""
        with self._base.change() as connection:
            connection.executemany(
                "INSERT INTO annonce_purge (objet, annoncee_le, prevue_le, borne) "
                "VALUES (?, ?, ?, ?) ON CONFLICT (objet) DO NOTHING",
                [
                    (
                        annonce.objet,
                        annonce.annoncee_le.isoformat(),
                        annonce.prevue_le.isoformat(),
                        annonce.borne.isoformat(),
                    )
                    for annonce in annonces
                ],
            )

    def suspension(self) -> Suspension | None:
        """La suspension en cours."""
        found = self._base.row("SELECT depuis, direction_prevenue, motif FROM suspension_purge")
        if found is None:
            return None
        return Suspension(datetime.fromisoformat(found[0]), bool(found[1]), found[2])

    def suspendre(self, suspension: Suspension) -> None:
        """Suspend toute purge, et l'écrit au journal.

        Si c'est déjà fait, retient seulement que la direction est prévenue.
        """
        with self._base.change() as connection:
            connection.execute(
                "UPDATE suspension_purge SET direction_prevenue = 1, "
                "jeton = random() & 0xFFFFFFFFFF WHERE ?",
                (suspension.direction_prevenue,),
            )
            added = connection.execute(
                "INSERT INTO suspension_purge (unique_ligne, depuis, direction_prevenue, motif) "
                "VALUES (1, ?, ?, ?) ON CONFLICT (unique_ligne) DO NOTHING",
                (
                    suspension.depuis.isoformat(),
                    int(suspension.direction_prevenue),
                    storable(suspension.motif),
                ),
            )
            if added.rowcount:
                append_line(connection, LignePurge(suspension.depuis, GestePurge.suspension))

    def reprendre(self, maintenant: datetime) -> None:
        """Lève la suspension ; les annonces sont à refaire, quinze jours d'avance compris."""
        with self._base.change() as connection:
            removed = connection.execute("DELETE FROM suspension_purge")
            if removed.rowcount:
                connection.execute("DELETE FROM annonce_purge")
                append_line(connection, LignePurge(maintenant, GestePurge.reprise))

    def journal_purge(self) -> Sequence[LignePurge]:
        """Purges, suspensions et reprises, la dernière écrite d'abord."""
        rows = self._base.rows(
            "SELECT le, geste, objet, borne, nombres, empreinte, id "
            "FROM journal_purge ORDER BY numero DESC"
        )
        return [
            LignePurge(
                datetime.fromisoformat(le),
                GestePurge(geste),
                objet and Objet(objet),
                borne and date.fromisoformat(borne),
                json.loads(nombres),
                empreinte,
                ligne_id,
            )
            for le, geste, objet, borne, nombres, empreinte, ligne_id in rows
        ]
