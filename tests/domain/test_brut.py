"""Le texte brut ne se laisse ni imprimer, ni comparer à un texte, ni sérialiser."""

from __future__ import annotations

import logging
import pickle

import pytest

from tat_carnet.domain.brut import MASQUE, TexteBrut

SECRET = "vu Karim au 3e"


def test_rien_n_imprime_un_texte_brut(caplog: pytest.LogCaptureFixture) -> None:
    """Témoin : `lire()` seul rend le texte ; le retirer de `__repr__` fait échouer cet essai."""
    brut = TexteBrut(SECRET)
    logging.getLogger("essai").warning("%s %r", brut, brut)

    assert [str(brut), repr(brut), f"{brut:>20}", f"{[brut]}"] == [
        MASQUE,
        MASQUE,
        MASQUE,
        f"[{MASQUE}]",
    ]
    assert SECRET not in caplog.text
    assert brut.lire() == SECRET


def test_un_texte_brut_ne_se_serialise_pas() -> None:
    with pytest.raises(TypeError, match="ne se sérialise pas"):
        pickle.dumps(TexteBrut(SECRET))


def test_un_texte_brut_n_egale_qu_un_texte_brut() -> None:
    assert TexteBrut(SECRET) == TexteBrut(SECRET)
    assert TexteBrut(SECRET) != TexteBrut("autre")
    assert TexteBrut(SECRET) != SECRET
    assert len({TexteBrut(SECRET), TexteBrut(SECRET)}) == 1


def test_un_texte_brut_blanc_est_vide() -> None:
    assert not TexteBrut(" \n\t")
    assert TexteBrut("x")
