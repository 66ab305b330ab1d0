"""Épreuve 4. Changer de phrase ou de clé, tué à chaque appel : l'une des deux ouvre.

Reprend de `store/test_pannes.py` le compte des appels.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from epreuves.epreuve import Bilan, cahier_neuf
from epreuves.trace import indisponible
from store.aides import CODE, PHRASE
from store.test_pannes import TOUT, rangs, sous_strace
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.store.cahier import unlock
from tat_carnet.store.keyring import Keyring
from tat_carnet.store.layout import DATABASE, KEYRINGS

TITRE = "Changement de phrase, renouvellement de clé : tués à chaque appel au système"
COMPLET = 10_000  # plus qu'il n'y a d'appels : tous

VRAIS = (
    "Phrase erronée",
    "La clé de ce cahier a été renouvelée",
    "Le renouvellement de la clé a été coupé avant la fin",
)
"""Ce qu'une phrase qui n'ouvre pas peut dire : rien n'est abîmé, ne jamais le laisser croire."""

pytestmark = pytest.mark.skipif(bool(indisponible()), reason=indisponible())

CHANGEUR = """
import sys
from pathlib import Path
from tat_carnet.store import cles
from tat_carnet.store.cahier import unlock
from tat_carnet.store.kdf import derive

cles.derive_apart = derive
cahier = unlock(Path(sys.argv[1]), sys.argv[2])
if sys.argv[4] == "phrase":
    cahier.change_phrase(sys.argv[3])
else:
    cahier.renew_key(sys.argv[3], sys.argv[5])
cahier.close()
"""
NOUVELLE = "la nouvelle phrase « d’été »"

VIDER_LES_DEUX = """
import tat_carnet.store.cahier_ouvert as ouvert
from tat_carnet.store.layout import KEYRINGS

def en_place(dossier, trousseau):
    for nom in KEYRINGS:
        (dossier / nom).write_bytes(b"")
    for nom in KEYRINGS:
        (dossier / nom).write_bytes(trousseau.to_bytes())

ouvert.write_copies = en_place
"""


def fichiers(dossier: Path) -> list[Path]:
    """Ce qu'un changement de phrase ou de clé peut toucher."""
    return [dossier, *(dossier / name for name in CIBLES)]


CIBLES = [
    nom + suite
    for nom in ("cles-1.json", "cles-2.json", "cahier.db", "sceau.json")
    for suite in ("", ".nouveau", ".nouvelle", "-wal", ".nouvelle-wal", ".nouvelle-journal")
]


def eprouver(nombre: int, dossier: Path) -> Bilan:
    """Pour chacun des deux gestes, `nombre` coupures tirées parmi tous les appels qui écrivent."""
    joues, pertes = 0, []
    for geste in ("phrase", "clé"):
        for perte in couper(geste, nombre, dossier / geste):
            joues += 1
            pertes += [perte] if perte else []
    return Bilan(joues, tuple(pertes))


def couper(geste: str, nombre: int, lieu: Path) -> Iterator[str]:
    """La perte de chaque coupure, ou rien."""
    lieu.mkdir()
    entier = cahier_neuf(lieu, "Entier")
    if changer(entier, geste, "") != 0 or essayer(entier, NOUVELLE) or not essayer(entier, PHRASE):
        yield f"{geste} : sans coupure, la nouvelle phrase n'est pas seule à ouvrir"
    coupures = rangs(lieu / "appels")
    if not {"openat", "write", "fsync", "rename"} <= {appel for appel, _ in coupures}:
        yield f"{geste} : des appels qui écrivent n'ont pas été comptés"
    for appel, rang in random.Random(4).sample(coupures, min(nombre, len(coupures))):
        path = cahier_neuf(lieu, f"{appel}-{rang}")
        avant = (path / DATABASE).read_bytes()
        if changer(path, geste, f"{appel}:signal=SIGKILL:when={rang}") == 0:
            yield f"{geste} : pas tué au {rang}e {appel}"
        else:
            yield juger(path, geste, avant, f"{geste}, {rang}e {appel}")
        shutil.rmtree(path)


def changer(path: Path, geste: str, injection: str, defaut: str = "") -> int:
    """Le code de sortie du programme qui change de phrase ou de clé, coupé ou non."""
    arguments = (str(path), PHRASE, NOUVELLE, geste, CODE)
    journal = path.with_name("appels" if not injection else "appels-coupés")
    return sous_strace(journal, fichiers(path), injection, defaut + CHANGEUR, *arguments).returncode


def juger(path: Path, geste: str, avant: bytes, ou: str) -> str:
    """Quelque chose ouvre et rend tout, ce qui n'ouvre pas dit vrai, la phrase ne touche rien."""
    if geste == "phrase" and (path / DATABASE).read_bytes() != avant:
        return f"{ou} : les octets de la base ont changé"
    # Ouvrir répare : chaque phrase s'essaie sur sa copie.
    copie = Path(shutil.copytree(path, path.with_name(f"copie de {path.name}")))
    refus = essayer(copie, PHRASE), essayer(path, NOUVELLE)
    shutil.rmtree(copie)
    if "" not in refus:
        return f"{ou} : plus aucune phrase n'ouvre, {refus[-1]}"
    fausses = [dit for dit in refus if dit and not dit.startswith(VRAIS)]
    return f"{ou} : dit à tort « {fausses[0]} »" if fausses else ""


def essayer(path: Path, secret: str) -> str:
    """Vide si `secret` ouvre et que tout y est ; sinon ce qui est dit."""
    try:
        with unlock(path, secret) as cahier:
            cahier.verify()
            return "" if cahier.count_faits(TOUT) == 3 else "des faits manquent"
    except ErreurConnue as refus:
        return refus.phrase


def test_tue_pendant_un_changement_le_cahier_s_ouvre_encore(tmp_path: Path) -> None:
    assert eprouver(3, tmp_path).pertes == ()


def test_temoin_deux_copies_videes_avant_d_etre_recrites_sont_prises(tmp_path: Path) -> None:
    """Témoin, vu échouer : les deux fichiers de clés vidés, puis récrits, sans renommage."""
    path = cahier_neuf(tmp_path, "Carnet")
    avant = (path / DATABASE).read_bytes()
    changer(path, "phrase", "write:signal=SIGKILL:when=1", VIDER_LES_DEUX)

    assert "abîmés" in juger(path, "phrase", avant, "premier write")


def test_temoin_une_phrase_qui_accuse_la_base_est_prise(tmp_path: Path) -> None:
    """Témoin, vu échouer : sans la relève signée, l'ancienne phrase dit la base abîmée."""
    path = cahier_neuf(tmp_path, "Carnet")
    avant, cles = (path / DATABASE).read_bytes(), (path / KEYRINGS[0]).read_bytes()
    with unlock(path, PHRASE) as cahier:
        cahier.renew_key(NOUVELLE, CODE)
    (path / KEYRINGS[0]).write_bytes(cles)  # coupé avant la dernière copie

    assert juger(path, "clé", avant, "dernière copie") == ""
    with patch.object(Keyring, "relieves", lambda *_: False):
        (path / KEYRINGS[0]).write_bytes(cles)
        assert "à tort" in juger(path, "clé", avant, "dernière copie")
