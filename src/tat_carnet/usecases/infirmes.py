"""Les faits infirmés après être sortis, et les sorties qui les citent, lus une fois pour toutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tat_carnet.domain.fait import Fait
from tat_carnet.domain.journal import LigneJournal
from tat_carnet.usecases.ports import Cahier


@dataclass(frozen=True, slots=True)
class Infirmes:
    """Les faits infirmés qu'on a cités, et les lignes du journal qui les citent.

    Les plus récents d'abord ; un fait que seul un courrier cite n'a pas de ligne.
    """

    faits: Sequence[Fait]
    sorties: Sequence[LigneJournal]


def infirmes_sortis(cahier: Cahier) -> Infirmes:
    """Rien n'est lu des faits infirmés que personne n'a cités."""
    faits = cahier.infirmes_cites()
    return Infirmes(faits, cahier.sorties_citant({fait.id for fait in faits}))
