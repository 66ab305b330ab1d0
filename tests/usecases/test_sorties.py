"""Un fichier qui revient : reconnu, altéré, ou inconnu."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases import sorties
from tat_carnet.usecases.sorties import Etat, reconnaitre

LE = datetime(2026, 11, 21, 21, 45)
OCTETS = b"un document sorti d'ici"


@pytest.fixture(autouse=True)
def journal(cahier: CahierOuvert) -> None:
    empreinte = sha256(OCTETS).hexdigest()
    for genre, destinataire in (
        (GenreDocument.compte_rendu, "Instance"),
        (GenreDocument.courrier, "Mairie (2026-014)"),
    ):
        cahier.append_journal(LigneJournal(LE, genre, FormatDocument.pdf, destinataire, empreinte))
        empreinte = "0" * 64


@pytest.mark.parametrize(
    ("nom", "octets", "etat"),
    [
        ("renommé.pdf", OCTETS, Etat.reconnu),
        ("compte-rendu-2026-11-21.pdf", OCTETS + b" ", Etat.altere),
        ("compte-rendu-2026-11-21-2.pdf", b"", Etat.altere),
        ("courrier-2026-014.pdf", b"retouche", Etat.altere),
        ("courrier-2026-015.pdf", b"autre", Etat.inconnu),
        ("compte-rendu-2026-11-21.odt", b"autre", Etat.inconnu),
        ("photo.pdf", b"autre", Etat.inconnu),
    ],
)
def test_un_fichier_qui_revient_est_reconnu_altere_ou_inconnu(
    cahier: CahierOuvert, tmp_path: Path, nom: str, octets: bytes, etat: Etat
) -> None:
    (tmp_path / nom).write_bytes(octets)

    verdict = reconnaitre(cahier, tmp_path / nom)

    assert verdict.etat is etat
    assert (verdict.ligne is None) is (etat is Etat.inconnu)


def test_un_fichier_illisible_ou_demesure_est_dit(
    cahier: CahierOuvert, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ErreurConnue, match="ne se lit pas"):
        reconnaitre(cahier, tmp_path / "absent.pdf")
    monkeypatch.setattr(sorties, "OCTETS_AU_PLUS", 3)
    (tmp_path / "gros.pdf").write_bytes(OCTETS)
    with pytest.raises(ErreurConnue, match="trop gros"):
        reconnaitre(cahier, tmp_path / "gros.pdf")
