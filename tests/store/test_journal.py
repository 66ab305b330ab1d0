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
    assert list(cahier.journal(1)) == lignes[-1:]
    assert list(cahier.journal(5, depuis=1)) == lignes[1::-1]


def test_les_sorties_qui_citent_un_fait_se_retrouvent_sans_lire_les_autres(
    cahier: CahierOuvert,
) -> None:
    cites = [("f1",), ("f2", "f3"), (), ("f3", "f10")]
    for rang, faits in enumerate(cites):
        cahier.append_journal(
            LigneJournal(
                LE, GenreDocument.courrier, FormatDocument.pdf, f"{rang}", "0" * 64, faits=faits
            )
        )

    def qui(*faits: str) -> list[str]:
        return [ligne.destinataire for ligne in cahier.sorties_citant(faits)]

    assert qui("f1") == ["0"]
    assert qui("f3") == ["3", "1"]
    assert qui("f1", "f10") == ["3", "0"]
    assert qui("f") == qui() == []
