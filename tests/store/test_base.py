"""Un changement est entier, ou n'a pas eu lieu."""

from __future__ import annotations

import pytest
import sqlcipher3

from tat_carnet.store.base import Base


@pytest.fixture
def base() -> Base:
    connection = sqlcipher3.connect(":memory:", isolation_level=None)
    connection.execute("CREATE TABLE t (n INTEGER UNIQUE)")
    return Base(connection)


def inserer(base: Base, *nombres: int) -> None:
    with base.change() as connection:
        for nombre in nombres:
            connection.execute("INSERT INTO t VALUES (?)", (nombre,))


def test_un_changement_reussi_se_relit(base: Base) -> None:
    inserer(base, 1, 2)

    assert base.rows("SELECT n FROM t") == [(1,), (2,)]
    assert base.row("SELECT n FROM t WHERE n = ?", (2,)) == (2,)
    assert base.row("SELECT n FROM t WHERE n = ?", (3,)) is None


def test_un_changement_interrompu_ne_laisse_rien_et_se_refait(base: Base) -> None:
    with pytest.raises(sqlcipher3.IntegrityError):
        inserer(base, 1, 2, 2)

    assert base.rows("SELECT n FROM t") == []
    inserer(base, 1, 2)
    assert base.rows("SELECT count(*) FROM t") == [(2,)]


def annuler(base: Base) -> None:
    with base.change() as connection:
        connection.execute("ROLLBACK")
        raise ZeroDivisionError


def test_un_changement_que_sqlite_a_deja_annule_leve_sa_vraie_cause(base: Base) -> None:
    with pytest.raises(ZeroDivisionError):
        annuler(base)


def test_une_base_fermee_le_reste(base: Base) -> None:
    base.close()
    base.close()

    with pytest.raises(sqlcipher3.ProgrammingError):
        base.rows("SELECT 1")


def test_un_controle_qui_laisse_faire_ne_coupe_rien(base: Base) -> None:
    """Témoin : celui qui lève coupe la même requête (`test_arrete_au_milieu_de_la_relecture…`)."""
    vus: list[bool] = []
    base.call_often(lambda: vus.append(True))
    compter = "SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000"

    assert base.rows(f"WITH RECURSIVE n(i) AS ({compter}) SELECT count(*) FROM n") == [(100_000,)]
    assert vus
