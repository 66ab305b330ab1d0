"""Le départ : préférences, ressources, ligne de commande, démonstration sans écran."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tat_carnet import __main__, paths
from tat_carnet.headless import run_demonstration
from tat_carnet.settings import Apparence, Settings, load_settings, save_settings


@pytest.mark.parametrize("contenu", ["", "{", "[]", '{"apparence": "rose"}', "null"])
def test_des_preferences_illisibles_laissent_celles_par_defaut(
    tmp_path: Path, contenu: str
) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(contenu, encoding="utf-8")
    assert load_settings(path) == Settings()


def test_les_preferences_se_relisent(tmp_path: Path) -> None:
    path = tmp_path / "neuf" / "preferences.json"
    assert load_settings(path) == Settings()
    save_settings(path, Settings(apparence=Apparence.sombre))
    assert load_settings(path) == Settings(apparence=Apparence.sombre)


def test_des_preferences_qu_on_ne_peut_pas_ecrire_ne_genent_personne(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("")
    save_settings(tmp_path / "fichier" / "preferences.json", Settings())
    assert (tmp_path / "fichier").read_text() == ""


def test_une_ressource_absente_le_dit() -> None:
    with pytest.raises(FileNotFoundError, match=r"resources/icones/licorne\.svg"):
        paths.resource("icones", "licorne.svg")


def test_les_ressources_d_une_application_empaquetee_sont_a_cote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "a.txt").write_text("a")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("a.txt").read_text() == "a"


def test_sans_fenetre_un_vrai_cahier_ne_sort_pas(capsys: pytest.CaptureFixture[str]) -> None:
    assert __main__.main(["--sans-fenetre"]) == 2
    assert "jamais sans sa personne" in capsys.readouterr().err


def test_la_demonstration_sans_ecran_va_jusqu_au_journal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert run_demonstration(tmp_path) == 0
    dit = capsys.readouterr().out

    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".odt", ".pdf"]
    for mot in ("cahier créé", "notés", "recherche", "alertes levées une à une", "contre-lu"):
        assert mot in dit
    assert str(next(tmp_path.glob("*.pdf"))) in dit
    assert "Journal des sorties" in dit


def test_un_dossier_qui_refuse_les_sorties_donne_une_phrase(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sorties-demo").write_text("")
    monkeypatch.chdir(tmp_path)

    assert __main__.main(["--demo", "--sans-fenetre"]) == 1
    assert "depuis un dossier où vous pouvez écrire" in capsys.readouterr().err


def test_la_commande_s_execute_sans_qt_ni_ecran(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "inexistante"}
    done = subprocess.run(
        [sys.executable, "-m", "tat_carnet", "--demo", "--sans-fenetre"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "sorties-demo").iterdir())) == 2


@pytest.fixture(autouse=True)
def _journal_intact() -> object:
    """`main` règle le journal et le crochet d'exception ; l'essai les rend."""
    hook, level, umask = sys.excepthook, logging.getLogger().level, os.umask(0o077)
    os.umask(umask)
    yield
    sys.excepthook = hook
    logging.getLogger().setLevel(level)
    os.umask(umask)


SALLES_DU_SEUIL = {
    "__main__",
    "bootstrap",
    "commandes",
    "domain.errors",
    "paths",
    "settings",
    "store.process",
    "ui.coffre.secret_field",
    "ui.coffre.threshold",
    "ui.coffre.unlock",
    "ui.fermeture",
    "ui.importing",
    "ui.main_window",
    "ui.ramassage",
    "ui.theme.icons",
    "ui.theme.style",
    "ui.theme.theme",
    "ui.theme.tokens",
    "ui.typographie",
    "ui.verrou.clipboard",
    "ui.verrou.dialogs",
    "ui.verrou.fault",
    "ui.verrou.guards",
    "ui.verrou.idle",
    "ui.verrou.unix_signals",
    "ui.widgets.banner",
    "ui.widgets.basics",
}
"""Tout ce que la première image demande de chez nous : y ajouter se décide."""
PAQUETS_DU_SEUIL = {
    "PySide6",
    "platformdirs",
    "shiboken6",
    "shibokensupport",
    "signature_bootstrap",
    "tat_carnet",
}

# De la vraie commande à la première image du seuil d'un cahier existant ; dit ce qui est né.
JUSQU_A_L_IMAGE = """
import enum, gc, json, os, sys
from tat_carnet import bootstrap
from tat_carnet.__main__ import main

def peinte():
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication
    vues = []
    class Guet(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                vues.append(watched)
            return False
    guet = Guet()
    for window in QApplication.topLevelWidgets():
        window.installEventFilter(guet)
    while not vues:
        QApplication.processEvents()
    {de_trop}
    enumerations = [c.__name__ for c in gc.get_objects() if isinstance(c, enum.EnumType)]
    print(json.dumps([sorted(sys.modules), sorted(enumerations)]))
    sys.stdout.flush()
    os._exit(0)

make_app = bootstrap.make_app
def make_watched_app():
    app = make_app()
    type(app).exec = lambda *_: peinte()
    return app
bootstrap.make_app = make_watched_app
main([sys.argv[1]])
"""


def jusqu_a_l_image(tmp_path: Path, de_trop: str = "pass") -> tuple[set[str], set[str]]:
    """Les modules importés et les énumérations nées quand le seuil est peint."""
    cahier = tmp_path / "Carnet.cahier"
    cahier.mkdir()
    fini = subprocess.run(
        [sys.executable, "-c", JUSQU_A_L_IMAGE.replace("{de_trop}", de_trop), str(cahier)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    modules, enumerations = json.loads(fini.stdout.splitlines()[-1])
    return set(modules), set(enumerations)


def hors_du_seuil(modules: set[str]) -> set[str]:
    """Ce qui n'a rien à faire avant la première image."""
    noms = {nom for nom in modules if nom.partition(".")[0] not in sys.stdlib_module_names}
    paquets = {nom.partition(".")[0] for nom in noms} - PAQUETS_DU_SEUIL
    nos_modules = {nom for nom in noms if nom.startswith("tat_carnet.") and not _dossier(nom)}
    chez_nous = {nom.removeprefix("tat_carnet.") for nom in nos_modules} - SALLES_DU_SEUIL
    return {nom for nom in paquets | chez_nous if not nom.startswith(("_", "sitecustomize"))}


def _dossier(nom: str) -> bool:
    """Un paquet de l'application : son `__init__` n'est qu'une docstring."""
    lieu = Path(paths.__file__).parent.joinpath(*nom.split(".")[1:])
    return lieu.is_dir() and nom != "tat_carnet.commandes"


def test_la_premiere_image_n_attend_que_le_seuil(tmp_path: Path) -> None:
    """Ni le coffre, ni l'anonymisation, ni un écran ; ni l'espace `Qt` et ses 94 énumérations."""
    modules, enumerations = jusqu_a_l_image(tmp_path)

    assert "tat_carnet.ui.coffre.unlock" in modules
    assert hors_du_seuil(modules) == set()
    assert "WidgetAttribute" not in enumerations


def test_un_import_de_trop_avant_la_premiere_image_se_voit(tmp_path: Path) -> None:
    """Contrôle positif : le fil du cahier, puis l'espace `Qt`, demandés trop tôt."""
    de_trop = "import tat_carnet.ui.tasks; import reportlab; from PySide6.QtCore import Qt"
    modules, enumerations = jusqu_a_l_image(tmp_path, de_trop)

    assert {"ui.tasks", "reportlab"} <= hors_du_seuil(modules)
    assert "WidgetAttribute" in enumerations
