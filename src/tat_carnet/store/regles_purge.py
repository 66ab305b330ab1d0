"""Ce qui se purge, table par table : un nom du métier de plus est une ligne de plus ici."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

import sqlcipher3

from tat_carnet.domain.conservation import Objet
from tat_carnet.store.recherche import first_rang


@dataclass(frozen=True, slots=True)
class Regle:
    """Les lignes de `table` datées par `quand` (texte ISO) d'avant une borne.

    Elles s'effacent ou, si `vide` nomme des colonnes, ces seuls textes s'en vont. `cle` numérote
    les lignes, `id` les nomme ; `liens` sont des (table, colonne) qui les nommaient et les
    oublient. `par_rang` : la clé suit l'ordre des instants, et borne mieux que la date.
    """

    objet: Objet
    table: str
    quand: str
    vide: tuple[str, ...] = ()
    cle: str = "numero"
    id: str = "id"
    liens: tuple[tuple[str, str], ...] = ()
    par_rang: bool = False

    @property
    def source(self) -> str:
        """« FROM … WHERE … » : ce qui reste à purger, la borne pour seul paramètre."""
        kept = " OR ".join(f"{column} <> ''" for column in self.vide)
        some_text = f" AND ({kept})" if kept else ""
        return f"FROM {self.table} WHERE {self.cle if self.par_rang else self.quand} < ?{some_text}"

    def bound(self, borne: date) -> str | int:
        """La borne, telle que `source` l'attend."""
        if self.par_rang:
            return first_rang(datetime(borne.year, borne.month, borne.day))
        return borne.isoformat()

    def remove(self, connection: sqlcipher3.Connection, numbers: Sequence[int]) -> None:
        """Efface ces lignes, ou vide leurs textes."""
        these = [(number,) for number in numbers]
        if self.vide:
            emptied = ", ".join(f"{column} = ''" for column in self.vide)
            connection.executemany(
                f"UPDATE {self.table} SET {emptied}, jeton = random() & 0xFFFFFFFFFF "
                f"WHERE {self.cle} = ?",
                these,
            )
            return
        for table, column in self.liens:
            connection.executemany(
                f"UPDATE {table} SET {column} = NULL, jeton = random() & 0xFFFFFFFFFF "
                f"WHERE {column} = (SELECT {self.id} FROM {self.table} WHERE {self.cle} = ?)",
                these,
            )
        connection.executemany(f"DELETE FROM {self.table} WHERE {self.cle} = ?", these)


_INSTANT_DU_BROUILLON: Final = "json_extract(contenu, '$.instant')"
# Une annuelle revient toujours ; celle d'une situation part avec elle.
_JOUR_DE_L_ECHEANCE: Final = "CASE annuelle WHEN 1 THEN '9999' ELSE jour END"

REGLES: Final = (
    Regle(Objet.textes_bruts, "fait", "instant", ("texte_brut",), cle="rang", par_rang=True),
    Regle(Objet.textes_bruts, "tournee", "jour", ("note",)),
    Regle(
        Objet.textes_bruts,
        "brouillon",
        _INSTANT_DU_BROUILLON,
        cle="unique_ligne",
        id="unique_ligne",
    ),
    Regle(Objet.textes_bruts, "changement_attestation", "le", ("motif",)),
    Regle(Objet.textes_bruts, "correction", _INSTANT_DU_BROUILLON, id="fait_id"),
    Regle(Objet.textes_bruts, "levee", "le"),
    Regle(Objet.textes_bruts, "corbeille", "json_extract(contenu, '$.fait.instant')"),
    Regle(
        Objet.textes_bruts,
        "reunion",
        "tenue_le",
        ("echanges", "ordre_du_jour", "questions", "alertes"),
    ),
    Regle(Objet.tournees, "tournee", "jour", liens=(("fait", "tournee_id"),)),
    Regle(Objet.situations, "situation", "dernier_contact"),
    Regle(Objet.situations, "echeance", _JOUR_DE_L_ECHEANCE),
    Regle(Objet.faits, "fait", "instant", cle="rang", par_rang=True),
    Regle(Objet.documents, "courrier", "json_extract(contenu, '$.cree_le')"),
    Regle(Objet.documents, "echange", "le"),
    Regle(Objet.documents, "reunion", "tenue_le"),
    Regle(Objet.journaux, "journal", "le"),
    Regle(Objet.journaux, "essai_intrus", "le"),
    Regle(Objet.journaux, "journal_purge", "le"),
    Regle(Objet.journaux, "import", "le"),
)
"""Dans l'ordre où une purge les suit."""


def regles_de(objet: Objet) -> tuple[Regle, ...]:
    """Les règles d'un objet ; aucune si ce cahier n'en connaît pas encore."""
    return tuple(regle for regle in REGLES if regle.objet is objet)


OBJETS: Final = tuple(objet for objet in Objet if regles_de(objet))
"""Les objets que ce cahier sait purger."""
