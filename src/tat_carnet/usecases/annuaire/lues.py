"""Une fiche telle qu'un fichier la donne."""

from __future__ import annotations

from dataclasses import dataclass

from tat_carnet.domain.partenaire import Partenaire


@dataclass(frozen=True, slots=True)
class Lue:
    """Une ligne ou une carte lue : son rang (à partir de 1) et ce qu'elle donne.

    `fiche` est vide si elle ne se comprend pas, et `refus` dit pourquoi. `personne` : elle portait
    le nom ou le numéro d'une personne, que `fiche` n'a plus.
    """

    rang: int
    fiche: Partenaire | None
    refus: str = ""
    personne: bool = False
