"""L'annuaire : les structures, leur index, et ce qu'on s'est dit."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.civilite import Civilite, TitreFonction
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.partenaire import (
    Echange,
    FiltreAnnuaire,
    Partenaire,
    limite_de_verification,
)
from tat_carnet.domain.recherche import fold, words
from tat_carnet.domain.vocabulaire import Canal, Famille, Public, TypePartenaire
from tat_carnet.store.base import Depot
from tat_carnet.store.purge import refuse_if_suspended
from tat_carnet.store.records import Columns, save_row

_TEXTS: Final = (
    "id", "nom", "fonction", "adresse", "telephone", "courriel", "territoire", "conditions",
    "horaires", "attentes", "limites",
)  # fmt: skip
_CODED: Final = ("type", "titre", "civilite", "competences", "publics", "verifie_le", "confirmes")
_COLUMNS: Final = (*_TEXTS, *_CODED)
_READ: Final = f"SELECT {', '.join(_COLUMNS)} FROM partenaire"
_ECHANGE_COLUMNS: Final = ("id", "partenaire_id", "le", "canal", "objet", "suite")

_POINTS_TO: Final = (
    ("echange", "partenaire_id"),
    ("courrier", "partenaire_id"),
    ("site", "bailleur_id"),
)
"""Ce qui nomme une structure : la table et sa colonne."""


class Annuaire(Depot):
    """L'annuaire d'un cahier (`usecases.ports.Cahier`)."""

    def save_partenaires(self, partenaires: Iterable[Partenaire]) -> None:
        """Écrit ces fiches, toutes ou aucune ; `SaisieIncomplete` s'il manque un champ à l'une."""
        lines = [partenaire_to_columns(partenaire.verified()) for partenaire in partenaires]
        with self._base.change() as connection:
            for line in lines:
                save_row(connection, "partenaire", line)

    def partenaire(self, partenaire_id: str) -> Partenaire:
        """La fiche de cet identifiant ; `KeyError` sinon."""
        found = self._base.row(f"{_READ} WHERE id = ?", (partenaire_id,))
        if found is None:
            raise KeyError(partenaire_id)
        return _partenaire(found)

    def partenaires(
        self, filtre: FiltreAnnuaire, limite: int = 200, depuis: int = 0
    ) -> Sequence[Partenaire]:
        """Une page de fiches, dans l'ordre alphabétique."""
        where, parameters = _criteria(filtre)
        rows = self._base.rows(
            f"{_READ}{where} ORDER BY tri, numero LIMIT ? OFFSET ?", [*parameters, limite, depuis]
        )
        return [_partenaire(row) for row in rows]

    def count_partenaires(self, filtre: FiltreAnnuaire) -> int:
        """Combien de fiches répondent."""
        where, parameters = _criteria(filtre)
        ((count,),) = self._base.rows(f"SELECT count(*) FROM partenaire{where}", parameters)
        return int(count)

    def merge_partenaires(self, gardee: Partenaire, autre_id: str) -> None:
        """Écrit la fiche fusionnée, lui donne ce qui nommait l'autre, et efface l'autre.

        Tout, ou rien.
        """
        columns = partenaire_to_columns(gardee.verified())
        with self._base.change() as connection:
            refuse_if_suspended(connection)
            save_row(connection, "partenaire", columns)
            for table, colonne in _POINTS_TO:
                connection.execute(
                    f"UPDATE {table} SET {colonne} = ?, jeton = random() & 0xFFFFFFFFFF "
                    f"WHERE {colonne} = ?",
                    (gardee.id, autre_id),
                )
            connection.execute("DELETE FROM partenaire WHERE id = ?", (autre_id,))
        self._base.checkpoint()

    def delete_partenaire(self, partenaire_id: str) -> bool:
        """Efface une fiche et ses échanges ; faux, et rien ne change, si un courrier la nomme."""
        used = "SELECT 1 FROM courrier WHERE partenaire_id = ?"
        with self._base.change() as connection:
            refuse_if_suspended(connection)
            if connection.execute(used, (partenaire_id,)).fetchone() is not None:
                return False
            connection.execute("DELETE FROM echange WHERE partenaire_id = ?", (partenaire_id,))
            connection.execute("DELETE FROM partenaire WHERE id = ?", (partenaire_id,))
        self._base.checkpoint()
        return True

    def save_echange(self, echange: Echange) -> None:
        """Écrit un échange ; `KeyError` si la structure n'est pas à l'annuaire."""
        self.partenaire(echange.partenaire_id)
        with self._base.change() as connection:
            save_row(connection, "echange", _echange_to_columns(echange))

    def echanges(self, partenaire_id: str) -> Sequence[Echange]:
        """Les échanges avec une structure, le plus récent d'abord."""
        rows = self._base.rows(
            f"SELECT {', '.join(_ECHANGE_COLUMNS)} FROM echange WHERE partenaire_id = ? "
            "ORDER BY le DESC, numero DESC",
            (partenaire_id,),
        )
        return [
            Echange(
                id=row[0],
                partenaire_id=row[1],
                le=date.fromisoformat(row[2]),
                canal=Canal(row[3]),
                objet=TexteBrut(row[4]),
                suite=TexteBrut(row[5]),
            )
            for row in rows
        ]


def _criteria(filtre: FiltreAnnuaire) -> tuple[str, list[object]]:
    """La clause WHERE d'un filtre, et ses valeurs."""
    criteria, parameters = [], list[object]()
    phrases = [f'"{word}"*' for word in words(filtre.texte)]
    if phrases:
        criteria.append(
            "numero IN (SELECT rowid FROM partenaire_index WHERE partenaire_index MATCH ?)"
        )
        parameters.append(" AND ".join(phrases))
    if filtre.type is not None:
        criteria.append("type = ?")
        parameters.append(filtre.type.value)
    if filtre.a_verifier_le is not None:
        criteria.append("(verifie_le IS NULL OR verifie_le < ?)")
        parameters.append(limite_de_verification(filtre.a_verifier_le).isoformat())
    return (f" WHERE {' AND '.join(criteria)}" if criteria else ""), parameters


def partenaire_to_columns(partenaire: Partenaire) -> Columns:
    """Les colonnes d'une fiche, telles qu'elles s'écrivent."""
    columns: Columns = {name: getattr(partenaire, name) for name in _TEXTS}
    competences = [libelle(famille) for famille in partenaire.competences]
    return columns | {
        "tri": fold(partenaire.nom),
        "codes": fold(" ".join((libelle(partenaire.type), *competences))),
        "type": partenaire.type.value,
        "titre": partenaire.titre.value,
        "civilite": partenaire.civilite.value,
        "competences": json.dumps(partenaire.competences),
        "publics": json.dumps(partenaire.publics),
        "verifie_le": partenaire.verifie_le.isoformat() if partenaire.verifie_le else None,
        "confirmes": json.dumps(partenaire.confirmes, ensure_ascii=False),
    }


def _partenaire(row: Sequence[Any]) -> Partenaire:
    columns: Mapping[str, Any] = dict(zip(_COLUMNS, row, strict=True))
    verifie_le = columns["verifie_le"]
    return Partenaire(
        type=TypePartenaire(columns["type"]),
        titre=TitreFonction(columns["titre"]),
        civilite=Civilite(columns["civilite"]),
        competences=tuple(Famille(code) for code in json.loads(columns["competences"])),
        publics=tuple(Public(code) for code in json.loads(columns["publics"])),
        verifie_le=date.fromisoformat(verifie_le) if verifie_le else None,
        confirmes=tuple(json.loads(columns["confirmes"])),
        **{name: columns[name] for name in _TEXTS},
    )


def _echange_to_columns(echange: Echange) -> Columns:
    return {
        "id": echange.id,
        "partenaire_id": echange.partenaire_id,
        "le": echange.le.isoformat(),
        "canal": echange.canal.value,
        "objet": echange.objet.lire(),
        "suite": echange.suite.lire(),
    }
