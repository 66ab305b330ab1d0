"""Aucun mot du cahier ne s'écrit en clair : chaque écriture du processus est relue par strace."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from store.aides import CODE

CANARI = "Canari-Œdipe-été-7319"
PARCOURS = """
import sys
from pathlib import Path
from store.aides import CODE, LE, PHRASE, fait, site
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store import cles, connection
from tat_carnet.store.cahier import unlock
from tat_carnet.store.kdf import derive

cles.derive_apart = derive
dossier, canari, temp_store = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
connection._SETTINGS = (
    ("temp_store", temp_store, {"MEMORY": 2, "FILE": 1}[temp_store]),
    *connection._SETTINGS[1:],
)
with unlock(dossier, PHRASE) as cahier:
    lieu = site(canari, nom_usage=TexteBrut(canari))
    cahier.save_site(lieu)
    for rang in range(60):
        cahier.save_brouillon(fait(lieu, canari))
        cahier.save_fait(fait(lieu, f"{rang} {canari} " * 40))
    assert cahier.count_faits(Filtre(texte=canari)) == 60
    cahier.delete_fait(cahier.faits(Filtre())[0].id)
    cahier.add_termes_masquage([canari])
    cahier._base.rows("PRAGMA cache_size=10")
    cahier._base.rows("SELECT a.texte_brut FROM fait a, fait b ORDER BY random()")
    cahier.backup(LE)
    cahier.change_phrase(PHRASE)
    cahier.renew_key(PHRASE, sys.argv[4])
    cahier.verify()
"""


def formes(texte: str) -> dict[str, bytes]:
    """Le canari sous les codages qu'une fuite pourrait prendre."""
    sans_accent = "".join(
        signe for signe in unicodedata.normalize("NFD", texte) if not unicodedata.combining(signe)
    )
    return {
        "utf-8": texte.encode(),
        "utf-16": texte.encode("utf-16-le"),
        "sans accent": sans_accent.encode(),
        "replié": sans_accent.replace("Œ", "oe").lower().encode(),
        "base64": base64.b64encode(texte.encode())[:24],
    }


def fuites(dossier: Path, temp_store: str, tmp_path: Path) -> set[str]:
    """Les formes du canari vues dans une écriture du parcours, ou restées dans un fichier."""
    temporaire = tmp_path / "temporaire"
    temporaire.mkdir()
    journal = tmp_path / "appels"
    subprocess.run(
        [
            *("strace", "-f", "-xx", "-s", "200000", "-o", str(journal)),
            *("-e", "trace=write,pwrite64,writev,pwritev,sendto,sendmsg"),
            *(sys.executable, "-c", PARCOURS, str(dossier), CANARI, temp_store, CODE),
        ],
        check=True,
        cwd=Path(__file__).parents[1],
        env=os.environ | {"TMPDIR": str(temporaire), "SQLITE_TMPDIR": str(temporaire)},
    )
    ecrit = journal.read_bytes()
    restes = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    return {
        nom
        for nom, forme in formes(CANARI).items()
        if "".join(f"\\x{octet:02x}" for octet in forme).encode() in ecrit or forme in restes
    }


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace n'est pas installé")
@pytest.mark.parametrize(("temp_store", "attendues"), [("MEMORY", set()), ("FILE", {"utf-8"})])
def test_le_canari_n_est_dans_aucune_ecriture(
    temp_store: str, attendues: set[str], dossier: Path, tmp_path: Path
) -> None:
    """Noter, chercher, trier, effacer, sauvegarder, rechiffrer. Témoin : `temp_store=FILE` fuit."""
    assert fuites(dossier, temp_store, tmp_path) == attendues


def test_les_formes_du_canari_sont_toutes_differentes() -> None:
    assert len(set(formes(CANARI).values())) == 5
