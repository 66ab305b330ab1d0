"""Écrire en entier ou pas du tout."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from store.aides import noms
from tat_carnet.domain.errors import EcritureImpossible
from tat_carnet.store.atomic import (
    create_private,
    new_folder,
    remove_leftovers,
    sync_folder,
    write_atomic,
)


@pytest.fixture
def disque_plein(monkeypatch: pytest.MonkeyPatch) -> None:
    """Le disque accepte d'ouvrir et d'écrire, et refuse au moment de rendre durable."""

    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "plein")

    monkeypatch.setattr(os, "fsync", refuse)


def test_un_fichier_neuf_n_est_lu_que_de_son_proprietaire(tmp_path: Path) -> None:
    create_private(tmp_path / "secret", b"x")

    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        create_private(tmp_path / "secret")


def test_un_fichier_est_remplace_d_un_coup(tmp_path: Path) -> None:
    path = tmp_path / "cles"
    path.write_bytes(b"ancien")
    (tmp_path / "cles.nouveau").write_bytes(b"reste d'une coupure")

    write_atomic(path, b"neuf")

    assert path.read_bytes() == b"neuf"
    assert noms(tmp_path) == ["cles"]


@pytest.mark.usefixtures("disque_plein")
def test_un_disque_plein_laisse_l_ancien_fichier_intact(tmp_path: Path) -> None:
    path = tmp_path / "cles"
    path.write_bytes(b"ancien")

    with pytest.raises(OSError, match="plein"):
        write_atomic(path, b"neuf")

    assert path.read_bytes() == b"ancien"
    assert noms(tmp_path) == ["cles"]


def test_les_noms_d_un_dossier_se_rendent_durables(tmp_path: Path) -> None:
    sync_folder(tmp_path)
    with pytest.raises(FileNotFoundError):
        sync_folder(tmp_path / "absent")


def test_un_dossier_n_apparait_qu_entier(tmp_path: Path) -> None:
    path = tmp_path / "sous" / "Neuf.cahier"

    with new_folder(path) as draft:
        (draft / "a").write_bytes(b"a")
        assert not path.exists()

    assert noms(path) == ["a"]
    assert noms(path.parent) == ["Neuf.cahier"]
    assert path.stat().st_mode & 0o777 == 0o700


def test_un_dossier_interrompu_disparait(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), new_folder(tmp_path / "Neuf.cahier") as draft:
        (draft / "a").rename(draft / "b")

    assert noms(tmp_path) == []


def test_un_nom_pris_est_refuse_avant_et_pendant(tmp_path: Path) -> None:
    path = tmp_path / "Pris.cahier"

    with pytest.raises(EcritureImpossible, match="existe déjà"), new_folder(path):
        path.symlink_to(tmp_path / "nulle part")

    with pytest.raises(EcritureImpossible, match="existe déjà"), new_folder(path):
        pytest.fail("le bloc ne devait pas commencer")
    assert noms(tmp_path) == ["Pris.cahier"]


def test_les_restes_d_une_ecriture_tuee_sont_retires(tmp_path: Path) -> None:
    inacheve = tmp_path / "sauvegardes" / ".2026.cahier.abc"
    inacheve.mkdir(parents=True)
    for name in (
        "cles-1.json.nouveau",
        "cahier.db.nouvelle",
        "cahier.db.nouvelle-wal",
        "cahier.db",
    ):
        (tmp_path / name).write_bytes(b"x")

    remove_leftovers(tmp_path)

    assert noms(tmp_path) == ["cahier.db", "sauvegardes"]
    assert noms(tmp_path / "sauvegardes") == []
