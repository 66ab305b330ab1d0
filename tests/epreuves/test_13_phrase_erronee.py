"""Épreuve 13. Une phrase erronée n'apprend rien, ne punit pas, n'abîme rien."""

from __future__ import annotations

import random
import time
from pathlib import Path
from statistics import median
from unittest.mock import patch

from epreuves.epreuve import Bilan, cahier_neuf, contenu
from store.aides import CODE, PHRASE, empreinte
from tat_carnet.domain.errors import PhraseErronee
from tat_carnet.store import cles
from tat_carnet.store.cahier import unlock
from tat_carnet.store.cles import Slot
from tat_carnet.store.kdf import KdfSettings, derive

TITRE = "Phrase erronée : même calcul, même phrase, rien d'écrit"
COMPLET = 50
PROCHE = PHRASE[:-1] + "›"
LOINTAINE = "lampe violon prairie théière nuage"


def fausses(nombre: int) -> list[str]:
    """Des phrases fausses, de plus en plus proches de la vraie, et quelques bizarreries."""
    hasard = random.Random(13)
    proches = [PHRASE[:fin] for fin in range(len(PHRASE))] + [PROCHE, PHRASE.upper(), PHRASE + " "]
    autres = ["", "a" * 5_000, "\0", "'; DROP TABLE fait; --", LOINTAINE, "é" * 200]
    autres += [f"{LOINTAINE} {rang}" for rang in range(20)]
    return (autres[:6] + hasard.sample(proches, len(proches)) + autres[6:])[:nombre]


def eprouver(nombre: int, dossier: Path) -> Bilan:
    """Tape `nombre` phrases fausses, puis la bonne et le code."""
    path = cahier_neuf(dossier, "Carnet")
    with unlock(path, PHRASE) as cahier:
        attendu = contenu(cahier)
    avant, pertes = empreinte(path), []
    essais = [refuser(path, fausse) for fausse in fausses(nombre)]
    if len({calculs for calculs, _ in essais}) != 1:
        pertes.append("le nombre de calculs dépend de la phrase fausse")
    if len({phrase for _, phrase in essais}) != 1:
        pertes.append("le message dépend de la phrase fausse")
    if empreinte(path) != avant:
        pertes.append("un essai manqué a écrit dans le cahier")
    for secret in (PHRASE, CODE):
        with unlock(path, secret) as cahier:
            pertes += [] if contenu(cahier) == attendu else ["le cahier a changé"]
    return Bilan(len(essais), tuple(pertes), rapport_des_durees(path) if nombre >= 50 else "")


def refuser(path: Path, fausse: str) -> tuple[int, str]:
    """Le nombre de dérivations qu'une phrase fausse a coûtées, et ce qui a été dit."""
    calculs = 0

    def compter(secret: str, salt: bytes, settings: KdfSettings) -> bytes:
        nonlocal calculs
        calculs += 1
        return derive(secret, salt, settings)

    with patch.object(cles, "derive_apart", compter):
        try:
            unlock(path, fausse).close()
        except PhraseErronee as refus:
            return calculs, refus.phrase
    return calculs, "ouvert"


def rapport_des_durees(path: Path) -> str:
    """Durée médiane d'un refus : phrase à un signe près, rapportée à une phrase sans rapport."""
    durees: dict[str, list[float]] = {PROCHE: [], LOINTAINE: []}
    for _ in range(15):
        for fausse, mesures in durees.items():
            debut = time.perf_counter()
            refuser(path, fausse)
            mesures.append(time.perf_counter() - debut)
    rapport = median(durees[PROCHE]) / median(durees[LOINTAINE])
    return f"presque juste / sans rapport : {rapport:.2f} ×".replace(".", ",")


def test_une_phrase_erronee_n_apprend_rien_et_n_abime_rien(tmp_path: Path) -> None:
    assert eprouver(8, tmp_path).pertes == ()


def test_temoin_un_refus_plus_rapide_selon_la_phrase_est_pris(tmp_path: Path) -> None:
    """Témoin, vu échouer : refuser sans calcul ce qui ne commence pas comme la vraie phrase."""
    lente = cles.unwrap

    def presse(secret: str, slot: Slot, cahier_id: str, name: str) -> cles.DataKey | None:
        if name == cles.PHRASE and not secret.startswith(PHRASE[0]):
            return None
        return lente(secret, slot, cahier_id, name)

    with patch("tat_carnet.store.unlocking.unwrap", presse):
        pertes = eprouver(10, tmp_path).pertes

    assert "le nombre de calculs dépend de la phrase fausse" in pertes


def test_temoin_un_essai_manque_qui_ecrit_est_pris(tmp_path: Path) -> None:
    """Témoin, vu échouer : un compteur d'échecs gardé dans le dossier."""
    lente = cles.unwrap

    def compte(secret: str, slot: Slot, cahier_id: str, name: str) -> cles.DataKey | None:
        (tmp_path / "Carnet.cahier" / "echecs").write_text(secret, encoding="utf-8")
        return lente(secret, slot, cahier_id, name)

    with patch("tat_carnet.store.unlocking.unwrap", compte):
        assert "un essai manqué a écrit dans le cahier" in eprouver(2, tmp_path).pertes
