"""Les refus du disque et de la base, en français ; nos défauts restent bruyants."""

from __future__ import annotations

import errno

import pytest
import sqlcipher3

from tat_carnet.domain.errors import CahierIllisible, EcritureImpossible, ErreurConnue
from tat_carnet.store.failures import known_failures


def erreur(code: int) -> sqlcipher3.Error:
    """L'erreur que SQLite lève avec ce code (sqlite.org/rescode.html)."""
    raised = sqlcipher3.OperationalError("en anglais")
    raised.sqlite_errorcode = code
    return raised


@pytest.mark.parametrize(
    ("raised", "genre", "phrase"),
    [
        (erreur(13), EcritureImpossible, "disque est plein"),
        (erreur(10 | 3 << 8), EcritureImpossible, "disque a refusé"),
        (erreur(8), EcritureImpossible, "ne peut pas écrire"),
        (erreur(14), EcritureImpossible, "ne peut pas écrire"),
        (erreur(9), EcritureImpossible, "verrouillé pendant"),
        (erreur(11), CahierIllisible, "abîmée"),
        (erreur(26), CahierIllisible, "abîmée"),
        (OSError(errno.ENOSPC, ""), EcritureImpossible, "disque est plein"),
        (OSError(errno.EROFS, ""), EcritureImpossible, "ne peut pas écrire"),
        (PermissionError(errno.EACCES, ""), EcritureImpossible, "ne peut pas écrire"),
        (OSError(errno.EIO, ""), EcritureImpossible, "disque a refusé"),
    ],
)
def test_un_refus_connu_devient_une_phrase_sans_cause_ni_chemin(
    raised: Exception, genre: type[ErreurConnue], phrase: str
) -> None:
    with pytest.raises(genre, match=phrase) as refus, known_failures():
        raise raised

    assert refus.value.__suppress_context__
    assert refus.value.__cause__ is None


def test_une_faute_de_sql_reste_un_defaut_du_programme() -> None:
    connection = sqlcipher3.connect(":memory:")
    with pytest.raises(sqlcipher3.OperationalError, match="syntax"), known_failures():
        connection.execute("SELEC")
    connection.close()


def test_une_phrase_deja_dite_passe_telle_quelle() -> None:
    with pytest.raises(ErreurConnue, match="déjà dite"), known_failures():
        raise ErreurConnue("déjà dite")
