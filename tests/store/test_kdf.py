"""Dériver : normalisé, borné, calibré."""

from __future__ import annotations

import resource
import unicodedata
from itertools import count
from pathlib import Path

import pytest

from tat_carnet.store import kdf
from tat_carnet.store.kdf import (
    CEILING,
    DEFAULT,
    FLOOR,
    KdfSettings,
    MemoireInsuffisante,
    calibrate,
    derive,
)

SEL = bytes(16)


def test_la_meme_phrase_composee_ou_decomposee_donne_la_meme_cle() -> None:
    """Témoin : sans NFC, les octets diffèrent."""
    composee = unicodedata.normalize("NFC", "l’été où Zoë")
    decomposee = unicodedata.normalize("NFD", composee)
    assert composee.encode() != decomposee.encode()

    assert derive(composee, SEL, FLOOR) == derive(decomposee, SEL, FLOOR)


def test_sel_phrase_et_reglage_changent_la_cle() -> None:
    cles = {
        derive("phrase", SEL, FLOOR),
        derive("Phrase", SEL, FLOOR),
        derive("phrase", bytes(15) + b"1", FLOOR),
        derive("phrase", SEL, KdfSettings(FLOOR.memory_kib, FLOOR.passes + 1)),
    }
    assert len(cles) == 4


def test_un_demi_signe_colle_par_erreur_ne_plante_pas() -> None:
    assert len(derive("phrase \ud83d", SEL, FLOOR)) == 32


@pytest.mark.parametrize(
    "settings",
    [
        KdfSettings(FLOOR.memory_kib - 1),
        KdfSettings(4 << 30),
        KdfSettings(FLOOR.memory_kib, passes=2),
        KdfSettings(FLOOR.memory_kib, passes=CEILING.passes + 1),
        KdfSettings(FLOOR.memory_kib, lanes=0),
        KdfSettings(FLOOR.memory_kib, lanes=CEILING.lanes + 1),
    ],
)
def test_un_reglage_hors_bornes_ne_se_derive_pas(settings: KdfSettings) -> None:
    with pytest.raises(ValueError, match="hors bornes"):
        derive("phrase", SEL, settings)


def test_le_manque_de_memoire_se_dit_en_une_phrase() -> None:
    """Le noyau refuse la mémoire au-delà de ce que l'essai occupe déjà."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    doux, dur = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + (128 << 20), dur))
    try:
        with pytest.raises(MemoireInsuffisante, match="Il faut 256 Mio de mémoire libre"):
            derive("phrase", SEL, DEFAULT)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (doux, dur))


@pytest.mark.parametrize(
    ("secondes", "memoire"),
    [(0.01, DEFAULT.memory_kib), (0.5, 2 * FLOOR.memory_kib), (30.0, FLOOR.memory_kib)],
)
def test_le_calibrage_vise_une_seconde_entre_le_plancher_et_le_defaut(
    secondes: float, memoire: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    horloge = count(step=secondes)
    monkeypatch.setattr(kdf.time, "perf_counter", lambda: next(horloge))

    assert calibrate() == KdfSettings(memoire, passes=3)
