"""La maison tient debout : isolement des essais, deux commandes, dépendances dites."""

from __future__ import annotations

import re
import socket
import subprocess
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from tat_carnet import paths

RACINE = Path(__file__).parents[1]


def test_les_cahiers_d_un_essai_vont_dans_sa_maison(maison: Path) -> None:
    assert maison in paths.cahiers_folder().parents
    assert maison in paths.settings_file().parents


@pytest.mark.parametrize("famille", [socket.AF_INET, socket.AF_INET6])
def test_un_essai_qui_ouvre_une_socket_internet_echoue(famille: socket.AddressFamily) -> None:
    with pytest.raises(AssertionError, match="socket Internet"):
        socket.socket(famille)


def noms(texte: str) -> set[str]:
    """Les noms de paquets en tête de ligne, normalisés comme le fait pip."""
    trouves = re.findall(r"^([A-Za-z][\w.-]*)", texte, re.MULTILINE)
    return {re.sub(r"[-_.]+", "-", nom).lower() for nom in trouves}


PROJET = tomllib.loads((RACINE / "pyproject.toml").read_text(encoding="utf-8"))
APPLICATION = noms("\n".join(PROJET["project"]["dependencies"]))
ESSAIS = noms((RACINE / "dev.in").read_text(encoding="utf-8"))


def test_chaque_dependance_est_expliquee_avec_sa_licence() -> None:
    page = (RACINE / "docs/dependances.md").read_text(encoding="utf-8")
    bibliotheques = page.partition("## Paquets Debian")[0].replace("| paquet |", "")
    expliquees = re.findall(r"^\| ([\w-]+) \| \S.* \| \S.* \|$", bibliotheques, re.MULTILINE)

    assert noms("\n".join(expliquees)) == APPLICATION | ESSAIS | {"setuptools"}


def paquets_importes(*dossiers: str) -> set[str]:
    """Les paquets installés qu'importent les modules de ces dossiers, le nôtre excepté."""
    chemins = (chemin for dossier in dossiers for chemin in (RACINE / dossier).rglob("*.py"))
    sources = "\n".join(chemin.read_text(encoding="utf-8") for chemin in chemins)
    importes = set(re.findall(r"^\s*(?:import|from) (\w+)", sources, re.MULTILINE))
    modules = metadata.packages_distributions()
    trouves = noms("\n".join(nom for module in importes for nom in modules.get(module, [])))
    return trouves - {"tat-carnet", "shiboken6"}


def test_l_application_importe_ses_dependances_toutes_et_rien_d_autre() -> None:
    assert paquets_importes("src") == APPLICATION


def test_les_essais_et_les_outils_n_importent_que_ce_qui_est_declare() -> None:
    assert paquets_importes("tests", "scripts") <= APPLICATION | ESSAIS


@pytest.mark.parametrize(
    ("verrou", "demandes"),
    [
        ("exigences.lock", APPLICATION | noms("\n".join(PROJET["build-system"]["requires"]))),
        ("exigences-essais.lock", ESSAIS),
    ],
)
def test_chaque_version_est_verrouillee_par_son_empreinte(verrou: str, demandes: set[str]) -> None:
    texte = (RACINE / verrou).read_text(encoding="utf-8").replace("\\\n", "")
    exigences = texte.splitlines()

    assert noms(texte) >= demandes
    assert [ligne for ligne in exigences if not re.match(r"\S+==\S+ .*--hash=sha256:", ligne)] == []


def test_aucun_fichier_ne_nomme_cette_machine_ni_un_depot() -> None:
    # Des classes d'un caractère, pour que cette ligne ne se dénonce pas elle-même.
    interdits = re.compile("/[w]ork/|/[r]oot/|[p]ypi.org|[p]ythonhosted|[n]pmjs|[d]eb.debian")
    fautes = [
        str(chemin)
        for chemin in fichiers_versionnes()
        if interdits.search(chemin.read_text(encoding="utf-8", errors="ignore"))
    ]

    assert fautes == []


def fichiers_versionnes() -> list[Path]:
    sortie = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=RACINE,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return [RACINE / nom for nom in sortie.split("\0") if nom and (RACINE / nom).is_file()]
