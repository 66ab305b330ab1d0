"""Épreuve 11. La mémoire après le verrou : la clé ne s'y lit plus ; le reste est dit.

Reprend la fenêtre de l'épreuve 2, fouillée par un autre processus ; ici, rien d'autre ne compte.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from epreuves.epreuve import Bilan
from epreuves.memoire import lisible
from epreuves.test_02_verrou import Releve, relever, residu

TITRE = "Mémoire après le verrou : la clé, sous deux formes ; la phrase et la note"
COMPLET = 4

pytestmark = pytest.mark.skipif(bool(lisible()), reason=lisible())


def eprouver(nombre: int, dossier: Path) -> Bilan:
    """`nombre` verrouillages ; une perte par clé lisible, et ce qui reste d'autre, mesuré."""
    return juger(relever(dossier, nombre))


def juger(releve: Releve) -> Bilan:
    """Ce que la fouille a trouvé après chaque verrouillage."""
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


@pytest.mark.xdist_group("verrou")
def test_la_cle_n_est_plus_en_memoire(fenetre_saine: Releve) -> None:
    assert juger(fenetre_saine).pertes == ()


@pytest.mark.xdist_group("verrou")
def test_temoin_une_copie_de_la_cle_est_prise(fenetre_oublieuse: Releve) -> None:
    """Témoin, vu échouer : au lieu d'effacer la clé, en garder une copie."""
    assert "clé en mémoire" in juger(fenetre_oublieuse).pertes
