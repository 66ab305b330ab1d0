"""Le départ : préférences, ressources, ligne de commande, démonstration sans écran."""

from __future__ import annotations

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


SEUIL = "import tat_carnet.bootstrap, tat_carnet.ui.verrou.guards, tat_carnet.ui.coffre.unlock"
LOURDS = ("tat_carnet.anonymisation", "tat_carnet.domain.fait", "sqlcipher3", "reportlab")


@pytest.mark.parametrize(
    ("programme", "lourd"), [(SEUIL, False), ("import tat_carnet.store.cahier", True)]
)
def test_le_seuil_ne_charge_que_lui(programme: str, lourd: bool) -> None:
    """Le départ attend ce qui s'importe ici. Contrôle positif : ouvrir, lui, en charge."""
    dire = f"import sys; print(any(nom in sys.modules for nom in {LOURDS}))"
    fini = subprocess.run(
        [sys.executable, "-c", f"{programme}; {dire}"], capture_output=True, text=True, check=True
    )
    assert fini.stdout.strip() == str(lourd)
