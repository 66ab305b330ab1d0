"""La connexion : chiffrée, réglée, et rien qui en sorte en clair."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlcipher3

from tat_carnet.store import connection as module
from tat_carnet.store.atomic import create_private
from tat_carnet.store.cles import DataKey
from tat_carnet.store.connection import check_library, connect

CLE = DataKey(bytes(range(32)))


@pytest.fixture
def base(tmp_path: Path) -> Path:
    path = tmp_path / "cahier de l'été ?#.db"
    create_private(path)
    connection = connect(path, CLE)
    connection.execute("CREATE TABLE t (texte TEXT)")
    connection.execute("INSERT INTO t VALUES ('canari')")
    connection.close()
    return path


def test_la_base_se_rouvre_avec_sa_cle_et_n_a_rien_de_lisible(base: Path) -> None:
    connection = connect(base, CLE)

    assert connection.execute("SELECT texte FROM t").fetchall() == [("canari",)]
    connection.close()
    contenu = base.read_bytes()
    assert b"canari" not in contenu
    assert not contenu.startswith(b"SQLite")


class CleSuivie(DataKey):
    """Une clé qui garde le tampon qu'elle a prêté."""

    def sqlcipher(self) -> bytearray:
        self.pretee = super().sqlcipher()
        return self.pretee


def test_la_cle_pretee_a_sqlcipher_est_remise_a_zero(base: Path) -> None:
    cle = CleSuivie(bytes(range(32)))

    connect(base, cle).close()

    assert cle.pretee == bytes(67)


def test_une_autre_cle_n_ouvre_pas(base: Path) -> None:
    with pytest.raises(sqlcipher3.DatabaseError, match="not a database"):
        connect(base, DataKey.draw())


def test_une_base_absente_n_est_pas_creee(tmp_path: Path) -> None:
    with pytest.raises(sqlcipher3.OperationalError):
        connect(tmp_path / "absente.db", CLE)

    assert list(tmp_path.iterdir()) == []


def test_rien_ne_s_ecrit_en_fichiers_temporaires_et_tout_est_durable(base: Path) -> None:
    connection = connect(base, CLE)
    reglages = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("temp_store", "synchronous", "journal_mode", "foreign_keys", "secure_delete")
    }
    (integrite,) = connection.execute("PRAGMA cipher_settings").fetchall()[2]
    connection.close()

    assert reglages == {
        "temp_store": 2,
        "synchronous": 2,
        "journal_mode": "wal",
        "foreign_keys": 1,
        "secure_delete": 1,
    }
    assert integrite == "PRAGMA cipher_use_hmac = 1;"


def test_attacher_une_autre_base_est_refuse(base: Path, tmp_path: Path) -> None:
    """Témoin : sans le refus, cette ligne crée une base en clair."""
    connection = connect(base, CLE)

    with pytest.raises(sqlcipher3.DatabaseError, match="not authorized"):
        connection.execute(f"ATTACH '{tmp_path / 'clair.db'}' AS clair KEY ''")
    with pytest.raises(sqlcipher3.DatabaseError, match="denied"):
        connection.execute(f"VACUUM INTO '{tmp_path / 'clair.db'}'")
    connection.execute("VACUUM")
    connection.close()
    assert not (tmp_path / "clair.db").exists()


def test_une_bibliotheque_sans_chiffrement_est_un_defaut(monkeypatch: pytest.MonkeyPatch) -> None:
    check_library()
    monkeypatch.setattr(module, "_OPTIONS", frozenset({"OPTION_ABSENTE"}))

    with pytest.raises(RuntimeError, match="SQLCipher absent"):
        check_library()


def test_un_reglage_ignore_est_un_defaut(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SETTINGS", (("temp_store", "MEMORY", 1),))

    with pytest.raises(RuntimeError, match="temp_store"):
        connect(base, CLE)
