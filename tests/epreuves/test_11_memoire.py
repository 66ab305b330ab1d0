"""Épreuve 11. La mémoire après le verrou : la clé ne s'y lit plus ; le reste est dit.

Reprend la fenêtre de l'épreuve 2, fouillée par un autre processus ; ici, rien d'autre ne compte.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from epreuves.epreuve import Bilan
from epreuves.memoire import lisible
from epreuves.test_02_verrou import relever, residu

TITRE = "Mémoire après le verrou : la clé, sous deux formes ; la phrase et la note"
COMPLET = 4

pytestmark = pytest.mark.skipif(bool(lisible()), reason=lisible())


def eprouver(nombre: int, dossier: Path, *defaut: str) -> Bilan:
    """`nombre` verrouillages ; une perte par clé lisible, et ce qui reste d'autre, mesuré."""
    releve = relever(dossier, nombre, *defaut)
    if not releve.memoires or not releve.memoires[0]["clé"]:
        return Bilan(0, ("la fouille ne trouve pas la clé d'un cahier ouvert",))
    apres = [
        memoire
        for etape, memoire in zip(releve.etapes, releve.memoires, strict=True)
        if etape[0] in ("verrouillé", "fini")
    ]
    pertes = [f"{nom} en mémoire" for memoire in apres for nom in memoire
              if "clé" in nom and memoire[nom]]  # fmt: skip
    return Bilan(len(apres), tuple(pertes), f"reste : {residu(releve)}")


def test_la_cle_n_est_plus_en_memoire(tmp_path: Path) -> None:
    assert eprouver(1, tmp_path).pertes == ()


def test_temoin_une_copie_de_la_cle_est_prise(tmp_path: Path) -> None:
    """Témoin, vu échouer : au lieu d'effacer la clé, en garder une copie."""
    assert "clé en mémoire" in eprouver(1, tmp_path, "oublieux").pertes
