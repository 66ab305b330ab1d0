"""La ligne de commande elle-même : mauvais emploi en français, phrase au terminal, aucun écran."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from commandes.aides import PHRASE, lancer

TEMOIN = (
    "-c import sys; from tat_carnet.__main__ import main; code = main(sys.argv[1:]); "
    "print([nom for nom in sys.modules if nom.startswith('PySide6')]); sys.exit(code)"
)


@pytest.mark.parametrize(
    "arguments", [["verifier"], ["sauvegarder", "un"], ["restaurer", "un"], ["verifier", "a", "b"]]
)
def test_une_commande_incomplete_rend_deux_et_le_dit_en_francais(arguments: list[str]) -> None:
    essai = lancer(*arguments)

    assert essai.returncode == 2
    assert essai.stderr.startswith("Cette commande est incomplète ou mal écrite.")
    assert "required" not in essai.stderr


def test_une_phrase_vide_rend_deux(cahier: Path) -> None:
    essai = lancer("verifier", cahier, phrase="")

    assert essai.returncode == 2
    assert essai.stderr == "Aucune phrase de passe n’a été donnée. Rien n’a été fait.\n"


def test_un_descripteur_ferme_rend_deux(cahier: Path) -> None:
    essai = subprocess.run(
        [sys.executable, "-m", "tat_carnet", "verifier", str(cahier), "--phrase-fd", "63"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert essai.returncode == 2
    assert "n’a pas pu être lue sur ce descripteur" in essai.stderr


def test_une_phrase_qui_n_est_pas_de_l_utf_8_rend_deux(cahier: Path, tmp_path: Path) -> None:
    (tmp_path / "phrase").write_bytes("théière".encode("latin-1"))
    with (tmp_path / "phrase").open("rb") as file:
        essai = subprocess.run(
            [
                *(sys.executable, "-m", "tat_carnet", "verifier", str(cahier)),
                *("--phrase-fd", str(file.fileno())),
            ],
            pass_fds=(file.fileno(),),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    assert essai.returncode == 2


def test_sans_terminal_ni_descripteur_la_phrase_n_est_pas_lue_en_clair(cahier: Path) -> None:
    essai = subprocess.run(
        [sys.executable, "-m", "tat_carnet", "verifier", str(cahier)],
        input=PHRASE + "\n",
        capture_output=True,
        encoding="utf-8",
        start_new_session=True,
        check=False,
    )

    assert essai.returncode == 2
    assert "Il n’y a pas de terminal où taper la phrase" in essai.stderr


def test_la_phrase_tapee_au_terminal_ouvre_et_ne_s_affiche_pas(cahier: Path) -> None:
    enfant, terminal = pty.fork()
    if enfant == 0:
        os.execv(sys.executable, [sys.executable, "-m", "tat_carnet", "verifier", str(cahier)])
    montre = b""
    while b": " not in montre.replace("\u202f".encode(), b" "):
        montre += os.read(terminal, 1024)
    os.write(terminal, PHRASE.encode() + b"\n")
    try:
        while morceau := os.read(terminal, 1024):
            montre += morceau
    except OSError:  # un terminal fermé se lit ainsi sous Linux
        pass
    _, status = os.waitpid(enfant, 0)

    assert os.waitstatus_to_exitcode(status) == 0
    assert "Tout est en ordre." in montre.decode()
    assert PHRASE not in montre.decode()


def test_une_commande_n_importe_pas_l_ecran(cahier: Path) -> None:
    essai = subprocess.run(
        [sys.executable, *TEMOIN.split(maxsplit=1), "verifier", str(cahier), "--phrase-fd", "0"],
        input=PHRASE + "\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert essai.returncode == 0
    assert essai.stdout.splitlines()[-1] == "[]"


def test_le_temoin_verrait_l_ecran() -> None:
    """Contrôle positif : importer Qt se voit de la même façon."""
    code = TEMOIN.split(maxsplit=1)[1].replace("import sys;", "import sys, PySide6.QtCore;")
    essai = subprocess.run(
        [sys.executable, "-c", code, "verifier", "x", "--phrase-fd", "0"],
        input=PHRASE + "\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert "PySide6.QtCore" in essai.stdout


@pytest.mark.parametrize("commande", ["verifier", "sauvegarder", "restaurer"])
def test_l_aide_d_une_commande_est_en_francais(commande: str) -> None:
    essai = lancer(commande, "-h")

    assert essai.returncode == 0
    assert "à donner, dans l’ordre" in essai.stdout
    assert "positional" not in essai.stdout
