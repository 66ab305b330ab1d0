"""Ce que le code ne nomme pas (le sceau, QSettings…), et qu'aucun import n'ouvre de socket.

Un nom, un attribut, un import ou un argument nommé comptent. `print` est refusé par ruff (T20).
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from tat_carnet.documents.interface import Bloc
from tat_carnet.domain.relu import SCEAU, TexteRelu

PAQUET = "tat_carnet"
SOURCES = Path(__file__).parents[1] / "src" / PAQUET

INTERDITS = {
    "SCEAU": ("domain.relu", "anonymisation.relecture"),
    "_Sceau": ("domain.relu",),
    "sceau": ("domain.relu", "anonymisation.relecture"),
    "CACHET": ("usecases.relecture.signature", "usecases.relecture.dossier"),
    "_Cachet": ("usecases.relecture.signature",),
    "cachet": ("usecases.relecture.signature", "usecases.relecture.dossier"),
    # S'exempter du test de l'intrus : les structures seules, et les fiches vides.
    "sans_regard": (
        "usecases.relecture.plan",
        "usecases.relecture.dossier",
        "usecases.annuaire.imprimer",
    ),
    "__setattr__": (),
    "QSettings": ("bootstrap",),  # pour lui ôter tout endroit où écrire
    "QDesktopServices": (),
}


def noms_employes(arbre: ast.AST) -> Iterator[tuple[str, int]]:
    for noeud in ast.walk(arbre):
        if isinstance(noeud, ast.Name):
            yield noeud.id, noeud.lineno
        elif isinstance(noeud, ast.Attribute):
            yield noeud.attr, noeud.lineno
        elif isinstance(noeud, ast.alias):
            yield noeud.name.rpartition(".")[2], noeud.lineno
        elif isinstance(noeud, ast.keyword) and noeud.arg:
            yield noeud.arg, noeud.value.lineno


def abus(module: str, code: str) -> list[str]:
    """Les noms réservés que `module` emploie sans y être admis."""
    return [
        f"{module}:{ligne} {nom}"
        for nom, ligne in noms_employes(ast.parse(code))
        if module not in INTERDITS.get(nom, (module,))
    ]


def test_seule_la_relecture_pose_le_sceau_et_personne_n_emploie_un_nom_interdit() -> None:
    trouves = [
        faute
        for chemin in SOURCES.rglob("*.py")
        for faute in abus(nom_de(chemin), chemin.read_text(encoding="utf-8"))
    ]

    assert trouves == []


def nom_de(chemin: Path) -> str:
    """« domain.fait » pour `src/tat_carnet/domain/fait.py`."""
    return ".".join(chemin.relative_to(SOURCES).with_suffix("").parts)


@pytest.mark.parametrize(
    "code",
    [
        "from tat_carnet.domain.relu import SCEAU",
        "from tat_carnet.domain.relu import SCEAU as innocent",
        "from tat_carnet.domain import relu\nx = relu.SCEAU",
        "vole = autre.sceau",
        "TexteRelu('brut', sceau=autre)",
        "from tat_carnet.usecases.relecture.signature import CACHET",
        "from tat_carnet.usecases.relecture import signature\nx = signature.CACHET",
        "Signe(plan, contenu, document, (), frozenset(), cachet=vole)",
        "Plan(genre, jour, qui, assembler, composer, sans_regard='pressé')",
        "object.__setattr__(relu, 'texte', 'brut')",
        "from PySide6.QtCore import QSettings",
        "QtGui.QDesktopServices.openUrl(url)",
    ],
)
def test_un_nom_interdit_est_pris(code: str) -> None:
    assert len(abus("documents.compte_rendu", code)) >= 1


def test_un_texte_relu_ne_se_copie_pas_avec_un_autre_texte() -> None:
    relu = TexteRelu("un adolescent", SCEAU)

    with pytest.raises((TypeError, ValueError)):
        replace(relu, texte="Enzo")  # type: ignore[call-arg]


DOCUMENTS = {"Document", "Lettre", *(bloc.__name__ for bloc in get_args(Bloc))}


INTERFACE = f"{PAQUET}.documents.interface"


def composes(module: str, code: str) -> list[str]:
    """Les morceaux de document que `module` fabrique, s'il n'est pas de la salle `documents`."""
    if module.startswith("documents."):
        return []
    noeuds = list(ast.walk(ast.parse(code)))
    importes = {
        alias.asname or alias.name
        for noeud in noeuds
        if isinstance(noeud, ast.ImportFrom) and noeud.module == INTERFACE
        for alias in noeud.names
        if alias.name in DOCUMENTS
    }
    appels = [noeud.func for noeud in noeuds if isinstance(noeud, ast.Call)]
    noms = [appel.id for appel in appels if isinstance(appel, ast.Name)]
    attributs = [
        appel.attr
        for appel in appels
        if isinstance(appel, ast.Attribute) and ast.unparse(appel.value).endswith("interface")
    ]
    return [f"{module} {nom}" for nom in noms if nom in importes] + [
        f"{module} {nom}" for nom in attributs if nom in DOCUMENTS
    ]


def test_seule_la_salle_des_documents_en_compose() -> None:
    trouves = [
        faute
        for chemin in SOURCES.rglob("*.py")
        for faute in composes(nom_de(chemin), chemin.read_text(encoding="utf-8"))
    ]

    assert trouves == []


@pytest.mark.parametrize(
    "code",
    [
        f"from {INTERFACE} import Document\nDocument('x', ())",
        f"from {INTERFACE} import Paragraphe as P\nP(fait.texte)",
        f"from {PAQUET}.documents import interface\ninterface.Paragraphe(fait.texte)",
    ],
)
def test_un_document_compose_ailleurs_est_pris(code: str) -> None:
    assert len(composes("usecases.exporter", code)) == 1
    assert composes("documents.comptes_rendus.composition", code) == []


def test_la_relecture_garde_ses_droits() -> None:
    assert abus("anonymisation.relecture", "from x import SCEAU") == []
    assert abus("usecases.relecture.dossier", "from x import CACHET") == []


@pytest.mark.parametrize("voisine", ["__init__", "plan", "etape", "ouvrir", "retenir"])
def test_les_autres_salles_du_sas_n_apposent_pas_le_cachet(voisine: str) -> None:
    assert abus(f"usecases.relecture.{voisine}", "from x import CACHET") != []


# À l'exécution : importer tout le paquet n'ouvre aucune socket Internet.

IMPORTER_TOUT = """
import importlib, pkgutil, sys

def guette(evenement, arguments):
    if evenement == "socket.__new__" and arguments[1] in (2, 10):
        sys.exit("socket Internet ouverte")

sys.addaudithook(guette)
paquet = importlib.import_module(sys.argv[1])
for trouve in pkgutil.walk_packages(paquet.__path__, sys.argv[1] + "."):
    if not trouve.name.endswith("__main__"):
        importlib.import_module(trouve.name)
        print(trouve.name)
"""


def importe_tout(paquet: str, depuis: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", IMPORTER_TOUT, paquet],
        cwd=depuis,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_importer_toute_l_application_n_ouvre_aucune_socket(tmp_path: Path) -> None:
    essai = importe_tout(PAQUET, tmp_path)

    assert essai.returncode == 0, essai.stderr
    assert len(essai.stdout.splitlines()) >= len(list(SOURCES.rglob("*.py"))) - 2


def test_un_module_qui_ouvre_une_socket_a_l_import_est_pris(tmp_path: Path) -> None:
    temoin = tmp_path / "tat_temoin"
    temoin.mkdir()
    (temoin / "__init__.py").touch()
    (temoin / "fait.py").write_text("import socket\nsocket.socket(socket.AF_INET6)", "utf-8")

    assert "socket Internet ouverte" in importe_tout("tat_temoin", tmp_path).stderr
