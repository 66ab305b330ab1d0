"""Ce qui n'est pas un cahier se dit, sans rien toucher."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.aides import empreinte
from tat_carnet.domain.errors import CahierIllisible
from tat_carnet.store.layout import PAGE, check_folder, has_journal


def test_un_dossier_de_cahier_passe(dossier: Path) -> None:
    check_folder(dossier)


def test_un_fichier_un_dossier_quelconque_ou_rien_n_est_pas_un_cahier(tmp_path: Path) -> None:
    (tmp_path / "photo.cahier").write_bytes(b"x")
    for name in ("photo.cahier", "absent.cahier", "."):
        with pytest.raises(CahierIllisible, match="n’est pas un cahier"):
            check_folder(tmp_path / name)


def test_un_cahier_sans_base_le_dit(dossier: Path) -> None:
    (dossier / "cahier.db").unlink()

    with pytest.raises(CahierIllisible, match="manque la base"):
        check_folder(dossier)


@pytest.mark.parametrize(
    "contenu",
    [b"", b"x" * (PAGE - 1), b"x" * (PAGE + 1), b"SQLite format 3\x00" + bytes(PAGE - 16)],
)
def test_une_base_vide_tronquee_ou_en_clair_est_refusee_avant_toute_cle(
    contenu: bytes, dossier: Path
) -> None:
    (dossier / "cahier.db").write_bytes(contenu)
    avant = empreinte(dossier)

    with pytest.raises(CahierIllisible, match="vide, tronquée ou remplacée"):
        check_folder(dossier)

    assert empreinte(dossier) == avant


def test_un_journal_vide_n_en_est_pas_un(tmp_path: Path) -> None:
    base, journal = tmp_path / "cahier.db", tmp_path / "cahier.db-wal"

    assert not has_journal(base)
    journal.touch()
    assert not has_journal(base)
    journal.write_bytes(b"x")
    assert has_journal(base)
