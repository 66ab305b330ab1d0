"""La clé de données et ses fentes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tat_carnet.store.cles import PHRASE, SECOURS, DataKey, Slot, unwrap, wrap
from tat_carnet.store.kdf import FLOOR, KdfSettings

CAHIER = "cahier-fictif"
CLE = DataKey(bytes(range(32)))


@pytest.fixture(scope="module")
def fente() -> Slot:
    from tat_carnet.store import cles
    from tat_carnet.store.kdf import derive

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cles, "derive_apart", derive)
        return wrap("la bonne", CLE, CAHIER, PHRASE, FLOOR)


def test_le_bon_secret_rend_la_cle(fente: Slot) -> None:
    rendue = unwrap("la bonne", fente, CAHIER, PHRASE)

    assert rendue is not None
    assert rendue.raw == CLE.raw


def test_un_autre_secret_ne_rend_rien(fente: Slot) -> None:
    assert unwrap("la bonne ", fente, CAHIER, PHRASE) is None


def test_une_fente_ne_sert_ni_a_un_autre_cahier_ni_a_un_autre_role(fente: Slot) -> None:
    """Témoin : la même fente, à sa place, s'ouvre (premier essai)."""
    ailleurs = replace(fente, settings=KdfSettings(FLOOR.memory_kib, lanes=2))

    assert unwrap("la bonne", fente, "autre-cahier", PHRASE) is None
    assert unwrap("la bonne", fente, CAHIER, SECOURS) is None
    assert unwrap("la bonne", ailleurs, CAHIER, PHRASE) is None


def test_deux_emballages_de_la_meme_cle_n_ont_rien_de_commun(fente: Slot) -> None:
    autre = wrap("la bonne", CLE, CAHIER, PHRASE, FLOOR)

    assert autre.salt != fente.salt
    assert autre.nonce != fente.nonce
    assert autre.wrapped != fente.wrapped


def test_une_cle_tiree_est_neuve_et_ne_s_imprime_pas() -> None:
    premiere, seconde = DataKey.draw(), DataKey.draw()

    assert premiere.raw != seconde.raw
    assert bytes(premiere.raw).hex() not in repr(premiere)


def test_une_cle_s_efface_et_reste_effacee() -> None:
    cle = DataKey.draw()
    octets = cle.raw

    cle.wipe()
    cle.wipe()

    assert octets == bytes(32)
    assert cle.wiped
    for employer in (lambda: cle.raw, cle.sqlcipher, lambda: cle.mac("sceau", b"")):
        with pytest.raises(ValueError, match="effacée"):
            employer()


def test_une_cle_prend_la_forme_brute_de_sqlcipher() -> None:
    assert CLE.sqlcipher() == b"x'" + bytes(range(32)).hex().encode() + b"'"


def test_une_cle_courte_est_un_defaut() -> None:
    with pytest.raises(ValueError, match="32 octets"):
        DataKey(b"courte")


def test_chaque_usage_a_son_mac() -> None:
    macs = {CLE.mac("fentes", b"x"), CLE.mac("sceau", b"x"), CLE.mac("fentes", b"y")}

    assert len(macs) == 3
