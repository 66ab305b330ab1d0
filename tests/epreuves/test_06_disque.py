"""Épreuve 6. Le disque refuse : une phrase, le texte reste à l'écran, réessayer marche.

Plein ou en erreur : strace détourne chaque écriture du journal WAL. Plein, en lecture seule,
arraché : un vrai petit disque, une clé démontée. À l'écran : la taille des fichiers est bornée.
"""

from __future__ import annotations

import random
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from epreuves.epreuve import TOUT, Bilan, cahier_neuf, lancer
from epreuves.journee import fil, vos_mots
from epreuves.trace import indisponible
from fenetres import creer_un_cahier, fenetre
from store.aides import PHRASE
from store.test_pannes import REFUSE, rangs, sous_strace
from tat_carnet.store import cahier as store_cahier
from tat_carnet.store.cahier import unlock
from tat_carnet.store.kdf import FLOOR

TITRE = "Disque : plein, en erreur, à chaque écriture ; en lecture seule ; clé arrachée"
COMPLET = 10_000  # plus qu'il n'y a d'écritures : toutes
REFUS = (("pwrite64", "ENOSPC"), ("pwrite64", "EIO"), ("fsync", "EIO"))
ISOLEMENT = ("unshare", "-rm")


def eprouver(nombre: int, dossier: Path) -> Bilan:
    """Pour chaque genre de refus, `nombre` écritures refusées ; puis le vrai petit disque."""
    joues, pertes = 0, []
    for appel, erreur in REFUS:
        for perte in refuser(appel, erreur, nombre, dossier / f"{appel}-{erreur}"):
            joues += 1
            pertes += [perte] if perte else []
    if monte():
        joues += 3
        pertes += petit_disque(dossier)
    return Bilan(joues, tuple(pertes), "" if monte() else "sans le petit disque : mount refusé")


def refuser(appel: str, erreur: str, nombre: int, lieu: Path) -> Iterator[str]:
    """Refuse une écriture à la fois ; elle doit se dire, et le second essai réussir."""
    lieu.mkdir()
    sous_refus(cahier_neuf(lieu, "Entier"), "")
    ecritures = [rang for nom, rang in rangs(lieu / "appels") if nom == appel][:-1]
    for rang in random.Random(6).sample(ecritures, min(nombre, len(ecritures))):
        path = cahier_neuf(lieu, str(rang))
        essai = sous_refus(path, f"{appel}:error={erreur}:when={rang}")
        yield juger(path, essai, f"{appel} {erreur}, {rang}e")


def sous_refus(path: Path, injection: str) -> subprocess.CompletedProcess[str]:
    """Douze faits écrits dans un cahier dont le journal WAL refuse un appel."""
    journal = path.with_name("appels" if not injection else "appels-refusés")
    return sous_strace(journal, [path / "cahier.db-wal"], injection, REFUSE, str(path), PHRASE)


def juger(path: Path, essai: subprocess.CompletedProcess[str], ou: str) -> str:
    """Le refus s'est dit une fois, rien ne manque."""
    if essai.returncode or essai.stdout.strip() != "1":
        return f"{ou} : refus mal dit ({essai.stdout.strip()}) {essai.stderr[-300:]}"
    with unlock(path, PHRASE) as cahier:
        cahier.verify()
        return "" if cahier.count_faits(TOUT) == 15 else f"{ou} : des faits manquent"


def monte() -> bool:
    """Vrai si un espace à soi permet de monter un disque de mémoire."""
    commande = [*ISOLEMENT, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    try:
        return subprocess.run(commande, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def petit_disque(dossier: Path, *defaut: str) -> list[str]:
    """Une clé arrachée puis remise ; deux mébioctets, pleins puis en lecture seule."""
    montage = dossier / "montage"
    montage.mkdir(exist_ok=True)
    modele = cahier_neuf(dossier, "Modèle")
    fini = lancer("disque", str(modele), str(montage), *defaut, devant=ISOLEMENT)
    dit = fini.stdout.strip()
    return [] if dit == "bon" else [f"petit disque : {dit} {fini.stderr[-500:]}"]


@pytest.mark.skipif(bool(indisponible()), reason=indisponible())
def test_un_refus_a_une_ecriture_se_dit_et_reessayer_marche(tmp_path: Path) -> None:
    """Témoin : sans détour, aucun refus ; chaque détour en donne un, compté par le programme."""
    assert eprouver(1, tmp_path).pertes == ()


@pytest.mark.skipif(not monte(), reason="monter un disque de mémoire n'est pas permis ici")
def test_temoin_un_refus_avale_est_pris(tmp_path: Path) -> None:
    """Témoin, vu échouer : le refus ne se dit pas, et des faits manquent."""
    assert petit_disque(tmp_path, "muet") != []


@pytest.mark.skipif(not monte(), reason="monter un disque de mémoire n'est pas permis ici")
def test_une_cle_arrachee_se_dit_et_remise_reprend(tmp_path: Path) -> None:
    assert petit_disque(tmp_path) == []


@pytest.mark.skipif(not monte(), reason="monter un disque de mémoire n'est pas permis ici")
def test_temoin_une_cle_arrachee_qui_ne_se_remarque_pas_est_prise(tmp_path: Path) -> None:
    """Témoin, vu échouer : sans `_check_place`, SQLite enregistre nulle part et ne dit rien."""
    assert "rien n’est dit" in petit_disque(tmp_path, "aveugle")[0]


@contextmanager
def fichiers_bornes(octets: int) -> Iterator[None]:
    """Aucun fichier ne grandit au-delà : comme un disque plein, sans rien monter."""
    avant = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (octets, avant[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, avant)


def test_a_l_ecran_le_texte_reste_et_reessayer_l_enregistre(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Témoin : la même saisie, la place revenue, s'enregistre et vide l'éditeur."""
    monkeypatch.setattr(store_cahier, "calibrate", lambda: FLOOR)
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
        fil.commencer(gestes)
        fil.noter(gestes, "bru", "musique forte, calmée en parlant")
        texte = "un texte long, " * 400
        page = gestes.page("saisie")
        journal = next(tmp_path.rglob("*-wal"))
        with fichiers_bornes(journal.stat().st_size):
            gestes.touche(fil.ENTREE)
            gestes.lettres("bru")
            gestes.touche(fil.ENTREE)
            vos_mots(gestes).setPlainText(texte)
            gestes.touche(fil.ENTREE, fil.CTRL)
            assert vos_mots(gestes).toPlainText() == texte
            assert page.banner.text.startswith("Le disque")
        gestes.touche(fil.ENTREE, fil.CTRL)
        assert vos_mots(gestes).toPlainText() == ""
        assert gestes.lire(lambda cahier: cahier.count_faits(TOUT)) == 2
