"""./demarrer et ./essayer, essayés avec un système factice : apt-get, sudo, ldconfig, python3.

Rien n'est installé pour de vrai : `scripts/essai-debian-nue.sh` le fait sur une vraie racine nue.
Contrôles positifs : ôter la marque de `preparer`, l'annonce avant apt-get, le test de `inacheve`
ou les guillemets d'un chemin fait échouer un essai au moins (vérifié à la main).
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tat_carnet.commandes import NOMS

RACINE = Path(__file__).parents[1]
VERROU = "pip --no-deps --require-hashes --requirement=exigences.lock"
OUTILS = """
cat cp cut dirname env flock grep locale mkdir printf readlink rm sh sha256sum tee timeout touch tr
"""

PYTHON = """#!/bin/sh
case "$*" in
-V) echo Python 3.11.2 ;;
*version_info*) [ ! -e "$SYSTEME/python-ancien" ] ;;
*ensurepip*) [ -e "$SYSTEME/python3-venv" ] ;;
*xcb_connect*) [ -e "$SYSTEME/ecran" ] ;;
"-m venv --clear "*)
    echo "venv" >>"$SYSTEME/appels"
    rm -rf "$4" && mkdir -p "$4/bin" && cp "$0" "$4/bin/python"
    printf 'command = python3 %s\\n' "$*" >"$4/pyvenv.cfg" ;;
"-m pip --version") ;;
"-m pip "*) echo "pip ${*##*--no-input }" >>"$SYSTEME/appels"; [ ! -e "$SYSTEME/hors-ligne" ] ;;
*) for a in "$@"; do printf '<%s>' "$a" >>"$SYSTEME/appels"; done; echo >>"$SYSTEME/appels" ;;
esac
"""
APT_GET = """#!/bin/sh
case "$*" in *--simulate*) exit 0 ;; esac
echo "apt-get ${*##*Timeout=120 }" | tee -a "$SYSTEME/appels" >&2
[ ! -e "$SYSTEME/hors-ligne" ] && touch "$SYSTEME/python3-venv" "$SYSTEME/bibliotheques"
"""
LDCONFIG = """#!/bin/sh
[ ! -e "$SYSTEME/bibliotheques" ] || cut -d'|' -f1 "$SYSTEME/preparer.sh" |
    while read -r nom; do printf '\\t%s (libc6,x86-64) => /lib/fictive\\n' "$nom"; done
"""
SUDO = """#!/bin/sh
echo sudo >>"$SYSTEME/appels"
"$@"
"""


@dataclass(frozen=True)
class Machine:
    """Un ordinateur factice : le projet dans `projet`, ses outils dans `outils`."""

    projet: Path
    outils: Path
    systeme: Path

    def lance(
        self, commande: str, *arguments: str, depuis: Path | None = None, **environnement: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self.projet / commande), *arguments],
            cwd=depuis or self.systeme,
            env={"PATH": str(self.outils), "SYSTEME": str(self.systeme), **environnement},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def appels(self) -> list[str]:
        """Ce que les outils factices ont reçu depuis la dernière fois."""
        journal = self.systeme / "appels"
        lignes = journal.read_text(encoding="utf-8").splitlines() if journal.exists() else []
        journal.unlink(missing_ok=True)
        return lignes

    def a(self, nom: str) -> None:
        (self.systeme / nom).touch()

    def n_a_plus(self, nom: str) -> None:
        (self.systeme / nom).unlink()


def ecrit_outil(chemin: Path, texte: str) -> None:
    chemin.write_text(texte, encoding="utf-8")
    chemin.chmod(stat.S_IRWXU)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Une Debian nue, dont on est root ; le projet a des espaces, un accent, une apostrophe."""
    nue = Machine(tmp_path / "Été à l'abri" / "tat carnet", tmp_path / "bin", tmp_path / "systeme")
    for dossier in (nue.projet / "scripts", nue.outils, nue.systeme):
        dossier.mkdir(parents=True)
    for nom in ("demarrer", "essayer", "scripts/preparer.sh", "pyproject.toml"):
        shutil.copy(RACINE / nom, nue.projet / nom)
    for verrou in ("exigences.lock", "exigences-essais.lock"):
        (nue.projet / verrou).write_text("fictif==1.0\n", encoding="utf-8")
    shutil.copy(RACINE / "scripts/preparer.sh", nue.systeme)
    for outil in OUTILS.split():
        (nue.outils / outil).symlink_to(str(shutil.which(outil)))
    for nom, texte in (("python3", PYTHON), ("apt-get", APT_GET), ("ldconfig", LDCONFIG)):
        ecrit_outil(nue.outils / nom, texte)
    for nom in ("Xvfb", "xauth", "strace", "dbus-daemon"):
        ecrit_outil(nue.outils / nom, "#!/bin/sh\n")
    devient(nue, 0)
    return nue


def devient(machine: Machine, uid: int) -> None:
    ecrit_outil(machine.outils / "id", f"#!/bin/sh\necho {uid}\n")


def test_une_machine_nue_dit_ce_qu_elle_installe_avant_de_l_installer(machine: Machine) -> None:
    essai = machine.lance("demarrer")

    assert essai.returncode == 0
    assert "python3-venv         l’environnement Python du projet" in essai.stderr
    assert essai.stderr.index("python3-venv") < essai.stderr.index("apt-get install")
    assert machine.appels() == [
        "apt-get install --no-install-recommends --yes python3-venv",
        "venv",
        VERROU,
        "pip --no-deps --no-build-isolation --editable .",
        "<-m><tat_carnet><--demo><--sans-fenetre>",
    ]


def test_la_seconde_fois_rien_n_est_installe(machine: Machine) -> None:
    machine.lance("demarrer")
    machine.appels()

    essai = machine.lance("demarrer")

    assert machine.appels() == ["<-m><tat_carnet><--demo><--sans-fenetre>"]
    assert essai.stderr.strip() == (
        "Aucun écran n’est joignable\u202f: voici le parcours de démonstration, sans fenêtre."
    )


def test_avec_un_ecran_l_application_s_ouvre_et_recoit_ses_arguments(machine: Machine) -> None:
    machine.a("ecran")

    essai = machine.lance("demarrer", "--cahier", "Mon cahier à moi", DISPLAY=":0")

    assert "libxcb-cursor0" in essai.stderr
    assert machine.appels()[-1] == "<-m><tat_carnet><--cahier><Mon cahier à moi>"


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_un_ecran_annonce_mais_injoignable_donne_la_demonstration_sans_fenetre(
    machine: Machine, variable: str
) -> None:
    machine.lance("demarrer", **{variable: ":77"})

    assert machine.appels()[-1] == "<-m><tat_carnet><--demo><--sans-fenetre>"


def test_sans_ecran_les_bibliotheques_de_fenetres_ne_sont_pas_demandees(machine: Machine) -> None:
    assert "libxcb" not in machine.lance("demarrer").stderr


@pytest.mark.parametrize("commande", [*NOMS, "--help", "--version"])
def test_une_commande_sans_fenetre_se_passe_d_ecran(machine: Machine, commande: str) -> None:
    essai = machine.lance("demarrer", commande, "Mon cahier", DISPLAY=":77")

    assert "libxcb" not in essai.stderr
    assert machine.appels()[-1] == f"<-m><tat_carnet><{commande}><Mon cahier>"


def test_root_se_passe_de_sudo_et_les_autres_l_emploient(machine: Machine) -> None:
    ecrit_outil(machine.outils / "sudo", SUDO)
    machine.lance("demarrer")
    assert "sudo" not in machine.appels()

    machine.n_a_plus("python3-venv")
    shutil.rmtree(machine.projet / ".venv")
    devient(machine, 1000)
    essai = machine.lance("demarrer")

    assert machine.appels()[0] == "sudo"
    assert essai.stderr.index("votre mot de passe") < essai.stderr.index("apt-get install")


def test_sans_root_ni_sudo_la_phrase_donne_la_commande_et_rien_n_est_touche(
    machine: Machine,
) -> None:
    devient(machine, 1000)

    essai = machine.lance("demarrer")

    assert essai.returncode == 1
    assert "apt-get install --no-install-recommends python3-venv" in essai.stderr
    assert "Rien n’a été modifié." in essai.stderr
    assert machine.appels() == []
    assert not (machine.projet / ".venv").exists()


def test_une_installation_interrompue_reprend_de_zero(machine: Machine) -> None:
    machine.a("python3-venv")
    machine.a("hors-ligne")
    essai = machine.lance("demarrer")
    assert essai.returncode == 1
    assert "relancez la même commande" in essai.stderr
    assert machine.appels() == [
        "venv",
        VERROU,
    ]

    machine.n_a_plus("hors-ligne")
    essai = machine.lance("demarrer")

    assert essai.returncode == 0
    assert machine.appels()[0] == "venv"


def test_des_paquets_qui_ne_s_installent_pas_donnent_une_phrase(machine: Machine) -> None:
    machine.a("hors-ligne")

    essai = machine.lance("demarrer")

    assert essai.returncode == 1
    assert "L’installation des paquets n’a pas abouti" in essai.stderr


def test_un_verrou_qui_change_se_reinstalle_dans_le_meme_environnement(machine: Machine) -> None:
    machine.lance("demarrer")
    machine.appels()
    (machine.projet / "exigences.lock").write_text("fictif==1.1\n", encoding="utf-8")

    machine.lance("demarrer")

    appels = machine.appels()
    assert "venv" not in appels
    assert VERROU in appels


def test_un_dossier_deplace_refait_son_environnement(machine: Machine) -> None:
    machine.lance("demarrer")
    machine.appels()
    ailleurs = machine.projet.rename(machine.projet.parent / "déplacé")

    Machine(ailleurs, machine.outils, machine.systeme).lance("demarrer")

    assert machine.appels()[0] == "venv"


def test_les_commandes_se_lancent_par_un_lien_depuis_un_autre_dossier(
    machine: Machine, tmp_path: Path
) -> None:
    lien = tmp_path / "un lien"
    lien.symlink_to(machine.projet / "demarrer")

    essai = Machine(tmp_path, machine.outils, machine.systeme).lance("un lien", depuis=Path("/"))

    assert essai.returncode == 0
    assert (machine.projet / ".venv" / "pret-pour-demarrer").exists()


def test_une_langue_sans_utf_8_n_empeche_rien(machine: Machine) -> None:
    essai = machine.lance("demarrer", LC_ALL="C")

    assert essai.returncode == 0
    assert "l’environnement Python du projet" in essai.stderr


def test_essayer_ajoute_les_outils_d_essai_et_transmet_ses_arguments(machine: Machine) -> None:
    (machine.outils / "Xvfb").unlink()

    essai = machine.lance("essayer", "-k", "un fait")

    assert "les essais dans une vraie fenêtre" in essai.stderr
    appels = machine.appels()
    assert f"{VERROU} --requirement=exigences-essais.lock" in appels
    assert appels[-1] == "<-m><pytest><-k><un fait>"


def test_un_python_trop_ancien_est_refuse_sans_rien_toucher(machine: Machine) -> None:
    machine.a("python-ancien")

    essai = machine.lance("demarrer")

    assert essai.returncode == 1
    assert "il faut Python 3.11" in essai.stderr
    assert machine.appels() == []


@pytest.mark.parametrize("commande", ["demarrer", "essayer"])
def test_les_deux_commandes_sont_executables(commande: str) -> None:
    assert os.access(RACINE / commande, os.X_OK)
