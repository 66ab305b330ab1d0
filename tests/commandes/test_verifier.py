"""`tat-carnet verifier` : l'état de sortie dit vrai, la sortie ne dit rien du cahier.

Contrôles positifs, vus échouer : ne plus relire la base, ou rendre vrai malgré une sauvegarde
abîmée, fait tomber l'essai du même nom.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from commandes.aides import CANARI, CODE, PHRASE, ce_qui_fuit, lancer, remplir, retourner_un_octet
from tat_carnet.store.cahier import unlock


def test_un_cahier_entier_rend_zero_et_se_dit_en_ordre(cahier: Path) -> None:
    essai = lancer("verifier", cahier)

    assert essai.returncode == 0, essai.stderr
    assert essai.stdout.splitlines() == [
        "Clés\u202f: les deux copies sont entières, avec leurs deux fentes.",
        "Compteur\u202f: le cahier est bien celui que vous aviez fermé.",
        "Base\u202f: chaque page, chaque ligne et l’index de recherche sont entiers.",
        "Sauvegardes\u202f: 1\u00a0intacte\u202f; la plus récente est du samedi 21 novembre 2026.",
        "Tout est en ordre.",
    ]
    assert ce_qui_fuit(essai) == []


def test_le_code_de_secours_suffit_a_verifier(cahier: Path) -> None:
    assert lancer("verifier", cahier, phrase=CODE).returncode == 0


def test_une_phrase_erronee_rend_deux_et_n_ecrit_rien(cahier: Path) -> None:
    avant = {path: path.read_bytes() for path in cahier.rglob("*") if path.is_file()}

    essai = lancer("verifier", cahier, phrase="une autre phrase")

    assert essai.returncode == 2
    assert "n’ouvre pas ce cahier. Rien n’a été changé." in essai.stderr
    assert {path: path.read_bytes() for path in cahier.rglob("*") if path.is_file()} == avant


@pytest.mark.parametrize("rang", [5000, 20_000, -100])
def test_un_octet_change_dans_la_base_rend_un(cahier: Path, rang: int) -> None:
    retourner_un_octet(cahier / "cahier.db", rang)

    essai = lancer("verifier", cahier)

    assert essai.returncode == 1
    assert "Base\u202f:" in essai.stderr
    assert "Sauvegardes\u202f: 1\u00a0intacte" in essai.stdout
    assert ce_qui_fuit(essai) == []


@pytest.mark.parametrize("taille", [0, 4096, 5000])
def test_une_base_vide_ou_tronquee_rend_un(cahier: Path, taille: int) -> None:
    (cahier / "cahier.db").write_bytes((cahier / "cahier.db").read_bytes()[:taille])

    essai = lancer("verifier", cahier)

    assert essai.returncode == 1
    assert "Restaurez la sauvegarde la plus récente." in essai.stderr
    assert "Tout est en ordre" not in essai.stdout


def test_une_copie_des_cles_abimee_se_dit_et_se_refait(cahier: Path) -> None:
    retourner_un_octet(cahier / "cles-1.json", 40)

    premier, second = lancer("verifier", cahier), lancer("verifier", cahier)

    assert (premier.returncode, second.returncode) == (1, 0)
    assert "une des deux copies était abîmée" in premier.stderr


def test_deux_copies_abimees_laissent_dire_les_sauvegardes(cahier: Path) -> None:
    retourner_un_octet(cahier / "cles-1.json", 40)
    (cahier / "cles-2.json").unlink()

    essai = lancer("verifier", cahier)

    assert essai.returncode == 1
    assert "les deux copies sont abîmées ou absentes" in essai.stderr
    assert "Sauvegardes\u202f: 1\u00a0intacte" in essai.stdout


def test_une_sauvegarde_abimee_est_nommee(cahier: Path, sauvegarde: Path) -> None:
    retourner_un_octet(sauvegarde / "cahier.db", 9000)

    essai = lancer("verifier", cahier)

    assert essai.returncode == 1
    assert f"«\u202f{sauvegarde.name}\u202f» est abîmée" in essai.stderr


def test_un_cahier_revenu_en_arriere_se_dit_et_reste_signale(cahier: Path, tmp_path: Path) -> None:
    ancienne = shutil.copy(cahier / "cahier.db", tmp_path / "ancienne.db")
    with unlock(cahier, PHRASE) as ouvert:
        remplir(ouvert, 1, depuis=9)
    shutil.copy(ancienne, cahier / "cahier.db")

    essais = [lancer("verifier", cahier) for _ in range(2)]

    assert [essai.returncode for essai in essais] == [1, 1]
    assert "plus ancien que lorsque vous l’avez fermé" in essais[1].stderr


@pytest.mark.parametrize("contenu", [None, b"{}"])
def test_un_sceau_absent_ou_abime_se_dit(cahier: Path, contenu: bytes | None) -> None:
    (cahier / "sceau.json").unlink()
    if contenu is not None:
        (cahier / "sceau.json").write_bytes(contenu)

    premier, second = lancer("verifier", cahier), lancer("verifier", cahier)

    assert (premier.returncode, second.returncode) == (1, 0)
    assert "Compteur\u202f: le sceau manquait" in premier.stderr


def test_ce_qui_n_est_pas_un_cahier_rend_un(tmp_path: Path) -> None:
    essai = lancer("verifier", tmp_path)

    assert essai.returncode == 1
    assert "Ce n’est pas un cahier de tat_carnet." in essai.stderr
    assert list(tmp_path.iterdir()) == []


def test_un_cahier_ouvert_ailleurs_se_dit(cahier: Path) -> None:
    with unlock(cahier, PHRASE):
        essai = lancer("verifier", cahier)

    assert essai.returncode == 1
    assert "déjà ouvert dans une autre fenêtre" in essai.stderr


def test_ce_qui_fuit_verrait_un_mot_du_cahier() -> None:
    """Contrôle positif du canari : l'essai « ne dit rien » peut échouer."""
    bavard = subprocess.CompletedProcess([], 0, stdout=f"fait : {CANARI}", stderr="")

    assert ce_qui_fuit(bavard) == [CANARI]
