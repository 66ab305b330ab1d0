"""Le journal des sorties."""

from __future__ import annotations

from datetime import timedelta

from store.aides import LE
from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.store.cahier import CahierOuvert


def test_les_sorties_se_relisent_la_derniere_ecrite_d_abord(cahier: CahierOuvert) -> None:
    lignes = [
        LigneJournal(
            LE - timedelta(days=rang),
            GenreDocument.compte_rendu,
            FormatDocument.odt,
            "Instance de veille (fictive)",
            "0" * 64,
            faits=("f1", "f2")[:rang],
        )
        for rang in range(3)
    ]
    for ligne in lignes:
        cahier.append_journal(ligne)

    assert list(cahier.journal()) == lignes[::-1]
