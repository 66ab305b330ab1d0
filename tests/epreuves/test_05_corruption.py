"""Épreuve 5. Base et clés abîmées, échangées, vieillies : ni perte muette, ni arrêt, ni attente.

Reprend les mutations et le témoin de `store/test_pannes.py`, et y joint les fichiers de clés.
"""

from __future__ import annotations

import json
import random
import shutil
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

import pytest

from epreuves.epreuve import Bilan, cahier_neuf, contenu
from store.aides import CODE, PHRASE, remplir
from store.test_pannes import Temoin, mutation
from tat_carnet.domain.errors import CahierIllisible, ErreurConnue, PhraseErronee
from tat_carnet.store.cahier import create, unlock
from tat_carnet.store.kdf import FLOOR
from tat_carnet.store.layout import DATABASE, KEYRINGS, SEAL

TITRE = "Corruption : bits, troncatures, pages déplacées ou anciennes, clés, cahier échangé"
COMPLET = 10_000
SECONDES_PERMISES = 10.0


def eprouver(nombre: int, dossier: Path) -> Bilan:
    """`nombre` mutations : quatre sur cinq de la base, une sur cinq des clés et du sceau."""
    base, cles = Chronometre(), Chronometre()
    temoin = Temoin(dossier / "Témoin.cahier")
    for graine in range(nombre * 4 // 5):
        octets = mutation(random.Random(graine), temoin.neuve, temoin.vieille)
        base.passer(f"base, graine {graine}", lambda octets=octets: lire(temoin, octets))
    trousseau = Trousseau(dossier)
    for graine in range(nombre - nombre * 4 // 5):
        cles.passer(f"clés, graine {graine}", lambda graine=graine: trousseau.essayer(graine))
    refuses = base.refuses + cles.refuses
    plus_long = max(base.plus_long, cles.plus_long)
    mesure = f"{refuses} refus, le reste intact ; au plus {plus_long:.1f} s".replace(".", ",")
    return Bilan(nombre, tuple(base.pertes + cles.pertes), mesure)


def lire(temoin: Temoin, octets: bytes) -> bool:
    """Vrai si la base mutée rend exactement les derniers faits écrits."""
    return temoin.relire(octets) == temoin.faits


class Chronometre:
    """Joue des cas : un refus dit est bon, un contenu changé, une panne ou 10 s sont des pertes."""

    def __init__(self) -> None:
        self.pertes: list[str] = []
        self.refuses, self.plus_long = 0, 0.0

    def passer(self, nom: str, cas: Callable[[], bool]) -> None:
        """`cas` rend faux si le contenu a changé, lève si l'ouverture est refusée."""
        debut = time.monotonic()
        try:
            if not cas():
                self.pertes.append(f"{nom} : contenu changé sans un mot")
        except (CahierIllisible, PhraseErronee) as refus:
            self.refuses += 1
            if isinstance(refus, PhraseErronee):
                self.pertes.append(f"{nom} : un fichier abîmé dit « phrase erronée »")
        except Exception as panne:
            self.pertes.append(f"{nom} : {type(panne).__name__}")
        duree = time.monotonic() - debut
        self.plus_long = max(self.plus_long, duree)
        if duree > SECONDES_PERMISES:
            self.pertes.append(f"{nom} : {duree:.0f} s")


class Trousseau:
    """Un cahier dont on abîme, à chaque cas, l'une ou l'autre copie des clés, ou le sceau."""

    def __init__(self, dossier: Path) -> None:
        self.path = cahier_neuf(dossier, "Clés")
        self._noms = (*KEYRINGS, SEAL)
        self._sains = {nom: (self.path / nom).read_bytes() for nom in self._noms}
        with unlock(self.path, PHRASE) as cahier:
            self._attendu = contenu(cahier)

    def essayer(self, graine: int) -> bool:
        """Abîme un à trois fichiers, ouvre avec la bonne phrase, compare ; remet en état."""
        hasard = random.Random(graine)
        try:
            for nom in hasard.sample(self._noms, hasard.randrange(1, 4)):
                (self.path / nom).write_bytes(abimer(hasard, self._sains[nom]))
            with unlock(self.path, PHRASE) as cahier:
                cahier.verify()
                return contenu(cahier) == self._attendu
        finally:
            for nom, octets in self._sains.items():
                (self.path / nom).write_bytes(octets)


def abimer(hasard: random.Random, sain: bytes) -> bytes:
    """Un bit, une coupure, une tranche répétée, du bruit ou rien."""
    octets, rang = bytearray(sain), hasard.randrange(len(sain))
    match hasard.choice(["bit", "coupé", "répété", "bruit", "vide"]):
        case "bit":
            octets[rang] ^= 1 << hasard.randrange(8)
        case "coupé":
            del octets[rang:]
        case "répété":
            octets[rang:rang] = octets[: hasard.randrange(200)]
        case "bruit":
            octets[rang : rang + 40] = hasard.randbytes(40)
        case "vide":
            octets.clear()
    return bytes(octets)


def recrire(path: Path, **champs: object) -> None:
    """Change des champs de la fente de la phrase, et refait l'empreinte, comme qui sait lire."""
    for nom in KEYRINGS:
        contenu_json = json.loads((path / nom).read_bytes())
        contenu_json["fentes"]["phrase"].update(champs)
        del contenu_json["empreinte"]
        canonique = json.dumps(contenu_json, sort_keys=True, separators=(",", ":")).encode()
        contenu_json["empreinte"] = sha256(canonique).hexdigest()
        (path / nom).write_text(json.dumps(contenu_json), encoding="utf-8")


# --- les essais


def test_aucune_mutation_ne_perd_ni_ne_revient_en_silence(tmp_path: Path) -> None:
    bilan = eprouver(250, tmp_path)

    assert bilan.pertes == ()
    assert int(bilan.mesure.split()[0]) > 100, "trop peu de refus : rien n'a été abîmé"


def test_temoin_sans_relire_les_jetons_un_changement_disparait_en_silence(tmp_path: Path) -> None:
    """Témoin, vu échouer : `check_rows` retiré, une vieille page recollée passe."""
    temoin, cas = Temoin(tmp_path / "Témoin.cahier"), Chronometre()
    with patch("tat_carnet.store.verification.check_rows", lambda _: None):
        for graine in range(320):
            octets = mutation(random.Random(graine), temoin.neuve, temoin.vieille)
            cas.passer(f"graine {graine}", lambda octets=octets: lire(temoin, octets))
            if cas.pertes:
                break

    assert "contenu changé" in cas.pertes[0]


def test_temoin_sans_empreinte_un_fichier_de_cles_abime_dit_phrase_erronee(tmp_path: Path) -> None:
    """Témoin, vu échouer : l'empreinte sans effet, l'abîmé passe pour une faute de frappe."""
    path = cahier_neuf(tmp_path, "Carnet")
    for nom in KEYRINGS:
        contenu_json = json.loads((path / nom).read_bytes())
        contenu_json["fentes"]["phrase"]["cle"] = "00" * 48
        (path / nom).write_text(json.dumps(contenu_json), encoding="utf-8")
    mesure = Chronometre()
    mesure.passer("sain", lambda: bool(unlock(path, PHRASE)))
    assert mesure.pertes == []

    recrire(path)
    mesure.passer("récrit", lambda: bool(unlock(path, PHRASE)))
    assert "phrase erronée" in mesure.pertes[0]


@pytest.mark.parametrize(
    "champs", [{"memoire_kio": 4 * 1024**3}, {"memoire_kio": 8}, {"passes": 1}, {"voies": 10**6}]
)
def test_un_calcul_hors_bornes_est_refuse_sans_calculer(
    tmp_path: Path, champs: dict[str, int]
) -> None:
    path = cahier_neuf(tmp_path, "Carnet")
    recrire(path, **champs)
    with (
        patch("tat_carnet.store.cles.derive_apart") as derivation,
        pytest.raises(CahierIllisible, match="bornes"),
    ):
        unlock(path, PHRASE)

    derivation.assert_not_called()


def test_la_base_ou_les_cles_d_un_autre_cahier_sont_refusees(tmp_path: Path) -> None:
    """Autre clé, ou même phrase : un cahier échangé ne s'ouvre jamais à la place du sien."""
    path, autre = cahier_neuf(tmp_path, "Carnet"), tmp_path / "Autre.cahier"
    with create(autre, PHRASE, CODE, kdf=FLOOR) as cahier:
        remplir(cahier, 1)
    shutil.copy(autre / DATABASE, path / DATABASE)
    with pytest.raises(CahierIllisible):
        unlock(path, PHRASE)
    shutil.copy(cahier_neuf(tmp_path, "Sain") / DATABASE, path / DATABASE)
    for nom in KEYRINGS:
        shutil.copy(autre / nom, path / nom)
    with pytest.raises(ErreurConnue):
        unlock(path, PHRASE)
