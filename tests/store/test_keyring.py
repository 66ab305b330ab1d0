"""Le fichier de clés : deux copies, deux sceaux."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tat_carnet.domain.errors import CahierIllisible, CahierPlusRecent
from tat_carnet.store.cles import PHRASE, SECOURS, DataKey, Slot
from tat_carnet.store.kdf import FLOOR
from tat_carnet.store.keyring import (
    MAX_BYTES,
    DamagedCopy,
    Keyring,
    parse,
    read_copies,
    repair_copies,
    write_copies,
)

CLE = DataKey(bytes(32))
FENTE = Slot(FLOOR, bytes(16), bytes(12), bytes(48))
TROUSSEAU = Keyring("cahier-fictif", 1, {PHRASE: FENTE, SECOURS: FENTE}).sealed(CLE)


def resigne(contenu: dict[str, Any]) -> bytes:
    """Le fichier d'un contenu retouché, empreinte refaite : ce que ferait un attaquant."""
    contenu.pop("empreinte", None)
    canonique = json.dumps(contenu, sort_keys=True, separators=(",", ":")).encode()
    return json.dumps(contenu | {"empreinte": hashlib.sha256(canonique).hexdigest()}).encode()


def retouche(**champs: object) -> bytes:
    """Le fichier dont la fente `phrase` porte d'autres champs."""
    contenu = json.loads(TROUSSEAU.to_bytes())
    contenu["fentes"]["phrase"].update(champs)
    return resigne(contenu)


def test_un_trousseau_se_relit_tel_qu_il_a_ete_ecrit() -> None:
    assert parse(TROUSSEAU.to_bytes()) == TROUSSEAU


def test_le_mac_reconnait_la_cle_et_refuse_toute_retouche() -> None:
    """Témoin : le trousseau scellé, lui, est authentique."""
    assert TROUSSEAU.authentic(CLE)
    assert not TROUSSEAU.authentic(DataKey(bytes(31) + b"1"))
    assert not replace(TROUSSEAU, generation=2).authentic(CLE)
    assert not replace(TROUSSEAU, cahier_id="autre").authentic(CLE)
    assert not replace(TROUSSEAU, slots=TROUSSEAU.slots | {SECOURS: replace(FENTE, salt=b"1" * 16)}
                       ).authentic(CLE)  # fmt: skip


def test_un_trousseau_dit_a_la_cle_d_avant_qu_il_la_remplace() -> None:
    """Témoin : sans relève, ou pour une autre clé, il ne dit rien ; recollée ailleurs non plus."""
    avant, releve = DataKey(bytes(31) + b"2"), TROUSSEAU.relieving(DataKey(bytes(31) + b"2"))

    assert parse(releve.to_bytes()) == releve
    assert releve.authentic(CLE)
    assert releve.relieves(avant)
    assert not releve.relieves(CLE)
    assert not TROUSSEAU.relieves(avant)
    assert not replace(releve, generation=9).relieves(avant)


def test_chaque_bit_change_est_vu_avant_toute_phrase() -> None:
    """Chacun des 8 × 845 bits. Témoin : le fichier intact se lit (premier essai)."""
    fichier = TROUSSEAU.to_bytes()
    for rang in range(len(fichier) - 1):
        for bit in range(8):
            abime = bytearray(fichier)
            abime[rang] ^= 1 << bit
            try:
                lu = parse(bytes(abime))
            except (DamagedCopy, CahierIllisible):
                continue
            assert lu == TROUSSEAU, "une espace peut changer, jamais une valeur"


@pytest.mark.parametrize("longueur", [0, 1, 100, 800])
def test_une_copie_tronquee_est_abimee(longueur: int) -> None:
    with pytest.raises(DamagedCopy):
        parse(TROUSSEAU.to_bytes()[:longueur])


@pytest.mark.parametrize(
    "fichier",
    [b"[]", b'"texte"', b"{}", b"\xff", b"[" * 100_000, b'{"empreinte": 1}', retouche(sel="00")],
)
def test_un_autre_fichier_est_une_copie_abimee(fichier: bytes) -> None:
    with pytest.raises(DamagedCopy):
        parse(fichier)


@pytest.mark.parametrize(
    "champs",
    [
        {"memoire_kio": 4 << 30},
        {"memoire_kio": 1024},
        {"passes": 1},
        {"passes": 10_000},
        {"voies": 0},
        {"kdf": "md5"},
    ],
)
def test_une_derivation_hors_bornes_est_refusee_sans_etre_faite(champs: dict[str, object]) -> None:
    with pytest.raises(CahierIllisible, match="hors des bornes"):
        parse(retouche(**champs))


def test_un_format_plus_recent_est_refuse_doucement() -> None:
    contenu = json.loads(TROUSSEAU.to_bytes()) | {"format": 2}

    with pytest.raises(CahierPlusRecent, match="Mettez tat_carnet à jour"):
        parse(resigne(contenu))


def test_les_deux_copies_sont_identiques_et_n_en_font_qu_une(tmp_path: Path) -> None:
    write_copies(tmp_path, TROUSSEAU)

    assert (tmp_path / "cles-1.json").read_bytes() == (tmp_path / "cles-2.json").read_bytes()
    assert read_copies(tmp_path) == [TROUSSEAU]


@pytest.mark.parametrize("abimee", ["cles-1.json", "cles-2.json"])
@pytest.mark.parametrize("contenu", [None, b"", b"x" * 2 * MAX_BYTES])
def test_une_copie_abimee_se_repare_par_l_autre(
    abimee: str, contenu: bytes | None, tmp_path: Path
) -> None:
    write_copies(tmp_path, TROUSSEAU)
    (tmp_path / abimee).unlink()
    if contenu is not None:
        (tmp_path / abimee).write_bytes(contenu)

    (lue,) = read_copies(tmp_path)
    repair_copies(tmp_path, lue)

    assert (tmp_path / abimee).read_bytes() == TROUSSEAU.to_bytes()


def test_deux_copies_differentes_sont_rendues_la_plus_recente_d_abord(tmp_path: Path) -> None:
    recente = replace(TROUSSEAU, generation=2).sealed(CLE)
    write_copies(tmp_path, TROUSSEAU)
    (tmp_path / "cles-2.json").write_bytes(recente.to_bytes())

    assert read_copies(tmp_path) == [recente, TROUSSEAU]


def test_deux_copies_abimees_se_disent_en_une_phrase(tmp_path: Path) -> None:
    (tmp_path / "cles-1.json").write_bytes(b"{}")

    with pytest.raises(CahierIllisible, match="deux fichiers de clés"):
        read_copies(tmp_path)
