"""Épreuve 9. Un fait effacé ne laisse rien : ni table, ni index, ni page libre, ni WAL.

La base est déchiffrée page à page, hors de SQLite, et ses octets fouillés : SQLite ne dirait rien
de ses pages libres. Les sauvegardes d'avant l'effacement gardent le fait : `docs/securite.md`.
"""

from __future__ import annotations

import random
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest

from epreuves.epreuve import Bilan, cahier_neuf
from epreuves.pages import en_clair
from store.aides import LE, PHRASE, fait
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait
from tat_carnet.store.base import Base
from tat_carnet.store.cahier import unlock
from tat_carnet.store.cahier_ouvert import CahierOuvert
from tat_carnet.store.layout import DATABASE
from tat_carnet.usecases.noter import noter_fait

TITRE = "Purge : un fait effacé, et sa base déchiffrée fouillée octet par octet"
COMPLET = 200


def eprouver(nombre: int, dossier: Path) -> Bilan:
    """Note puis efface `nombre` faits parmi d'autres ; fouille après chacun."""
    path = cahier_neuf(dossier, "Carnet")
    pertes = []
    with unlock(path, PHRASE) as cahier:
        for rang in range(nombre):
            restes = noter_puis_effacer(cahier, random.Random(rang), f"canari{rang:05d}qzx")
            pertes += [f"fait {rang} : reste dans {lieu}" for lieu in restes]
    return Bilan(nombre, tuple(pertes))


def noter_puis_effacer(cahier: CahierOuvert, hasard: random.Random, mot: str) -> list[str]:
    """Un brouillon, un fait, une correction, un voisin gardé, l'effacement ; où le mot reste."""
    lieu = cahier.sites()[0]
    texte = f"{mot} " + "mot " * hasard.choice([1, 50, 3_000])
    instant = LE + timedelta(minutes=hasard.randrange(10**6))
    un_fait = fait(lieu, texte, instant, libelle_autre=f"{mot} aussi")
    cahier.save_brouillon(Fait(LE, texte_brut=TexteBrut(texte), id=un_fait.id))
    noter_fait(cahier, un_fait, instant)
    noter_fait(cahier, un_fait.relu(f"{mot} relu", LE), instant)
    cahier.save_fait(fait(lieu, "un voisin, gardé", instant))
    assert mot[3:].encode() in en_clair(cahier.path / DATABASE, bytes(cahier._key.raw))
    cahier.delete_fait(un_fait.id)
    return fouiller(cahier, mot)


def fouiller(cahier: CahierOuvert, mot: str) -> list[str]:
    """Où la fin du mot se lit encore : l'index ne garde d'un mot que ce qui le distingue."""
    octets = en_clair(cahier.path / DATABASE, bytes(cahier._key.raw))
    fin = mot[6:]
    formes = {"octets": fin.encode(), "UTF-16": fin.encode("utf-16-le")}
    return [nom for nom, forme in formes.items() if forme in octets]


def test_un_fait_efface_ne_laisse_rien(tmp_path: Path) -> None:
    assert eprouver(12, tmp_path).pertes == ()


@pytest.mark.parametrize("defaut", ["pages", "index", "journal", "brouillon"])
def test_temoin_chaque_nettoyage_oublie_est_pris(tmp_path: Path, defaut: str) -> None:
    """Témoin, vu échouer quatre fois : sans `secure_delete`, sans celui de FTS5, sans vider le
    WAL, sans oublier le brouillon."""
    path = cahier_neuf(tmp_path, "Carnet")
    with unlock(path, PHRASE) as cahier, ExitStack() as sans:
        if defaut == "pages":
            cahier._base.rows("PRAGMA secure_delete=OFF")
        elif defaut == "index":
            cahier._base.rows(
                "INSERT INTO fait_index (fait_index, rank) VALUES ('secure-delete', 0)"
            )
        elif defaut == "journal":
            sans.enter_context(patch.object(Base, "checkpoint", lambda _: None))
        else:
            sans.enter_context(patch.object(CahierOuvert, "clear_brouillon", lambda *_: None))
            cahier._base.rows("DROP TRIGGER fait_retire_son_brouillon")
        restes = [
            noter_puis_effacer(cahier, random.Random(rang), f"canari{rang:05d}qzx")
            for rang in range(3)
        ]
    assert any(restes)
