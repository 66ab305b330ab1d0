"""Une équipe arrive avec un tableur désordonné : le rapport, la correction, l'import, le retour."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from fenetres import MAINTENANT, creer_un_cahier, derivation_rapide, fenetre
from gestes import Gestes
from tat_carnet.domain.fait import Site
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.importation import Champ
from tat_carnet.domain.vocabulaire import Attestation
from tat_carnet.ui.importer.view import ImporterView
from tat_carnet.usecases.importation.traduire import NOMS

DESORDRE = (
    "Quand ?;Où;C'était quoi;Ce qu'on a vu;Certitude;Animateur\n"
    "12/11/26 21h30;Place du Lavoir;Bruit;Musique forte, calmée en parlant;observé;équipe 2\n"
    "le 13 novembre 2026 vers 22h;square des lucioles;seringues;Deux, près du banc;attesté;\n"
    "demain;Place du Lavoir;Bruit;rien;;\n"
    "14/11/2026;Place du Lavoir;Rixe;avant d’arriver;rumeur;équipe 1;cellule;de trop\n"
    "3/12/2026;Place du Lavoir;Bruit;plus tard;;\n"
    ";;;;;\n"
    "15/11/2026;chez Mme Fictive, 3e étage porte B;Bruit;on l’entend;;\n"
    "16/11/2026;Place du Lavoir;Pêche à la ligne;trois cannes\n"
)
CORRIGE = DESORDRE.replace("demain", "11/11/2026").replace(";cellule;de trop", "")


@pytest.fixture(autouse=True)
def rapide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id au plancher."""
    derivation_rapide(monkeypatch)


@pytest.fixture
def fichier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Le tableur, en Latin-1, que le dialogue rend."""
    path = tmp_path / "nos faits.csv"
    path.write_bytes(DESORDRE.replace("’", "'").encode("latin-1"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    return path


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    """Un cahier neuf, avec un lieu."""
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
        assert gestes.window.tasks is not None
        lieu = Site("Place du Lavoir", "Aubépines")
        gestes.window.tasks.change(lambda c: c.save_site(lieu), lambda _: None, gestes.window)
        gestes.attendre()
        yield gestes


def ecran(gestes: Gestes) -> ImporterView:
    """L'écran, par le Cahier."""
    gestes.session.go("cahier")
    gestes.attendre()
    gestes.clic(gestes.page("cahier").importer)
    page = gestes.page("importer")
    assert isinstance(page, ImporterView)
    return page


def rapport(page: ImporterView) -> list[str]:
    return page.rapport.model.stringList()


def choisir(page: ImporterView, colonne: int, champ: Champ) -> None:
    page.colonnes.combos[colonne].setCurrentText(NOMS[champ])


def test_un_tableur_en_desordre_se_corrige_et_entre_d_un_bloc(
    gestes: Gestes, fichier: Path
) -> None:
    page = ecran(gestes)
    gestes.clic(page.choose)
    choix = page.colonnes.choix()
    assert choix.colonnes == {
        Champ.jour: 0,
        Champ.lieu: 1,
        Champ.texte: 3,
        Champ.attestation: 4,
    }, "« Animateur » n'est rien, et « C'était quoi » se dira à la main"
    assert choix.secteur == "Aubépines"
    choisir(page, 2, Champ.type)
    gestes.clic(page.check)

    assert page.rapport.summary.text() == (
        "3 lignes prêtes\u202f; 4 lignes restent dehors, corrigez-les ou laissez-les."
    )
    assert [ligne.partition("\u202f: ")[0] for ligne in rapport(page)] == [
        "Ligne 3, entre",
        "Ligne 4, reste dehors",
        "Ligne 5, reste dehors",
        "Ligne 6, reste dehors",
        "Ligne 8, reste dehors",
    ]
    assert "Fictive" not in " ".join(rapport(page))
    assert gestes.lire(lambda c: c.count_faits(Filtre())) == 0, "vérifier n'écrit rien"

    fichier.write_bytes(CORRIGE.replace("’", "'").encode("latin-1"))
    gestes.clic(page.rapport.again)
    choisir(page, 2, Champ.type)
    gestes.clic(page.check)
    assert page.rapport.summary.text().startswith("5 lignes prêtes")
    gestes.clic(page.rapport.go)

    assert page.banner.text == (
        "C’est entré\u202f: 5 faits, 1 lieu créé. Effacez le fichier s’il n’a plus à servir."
    )
    faits = gestes.lire(lambda c: c.faits(Filtre()))
    assert len(faits) == 5
    assert all(not f.formulation and f.relu_le is None for f in faits), "tout est brut"
    assert all(f.attestation is not Attestation.atteste for f in faits)
    assert any("calmée" in f.texte_brut.lire() for f in faits), "les accents de Latin-1"

    gestes.clic(page.choose)
    assert page.banner.text.startswith("Ce même fichier a déjà été importé")
    choisir(page, 2, Champ.type)
    gestes.clic(page.check)
    gestes.clic(page.rapport.go)
    assert page.banner.text.startswith("C’est entré\u202f: aucun fait, 5 étaient déjà dans")

    (ligne,) = page.passes.lines
    gestes.clic(ligne.undo)
    assert ligne.question.text().startswith("Effacer les 5 faits de cet import")
    gestes.clic(ligne.yes)
    gestes.attendre()
    assert page.banner.text == "L’import est défait\u202f: 5 faits de moins."
    assert gestes.lire(lambda c: c.count_faits(Filtre())) == 0
    assert [s.libelle_public for s in gestes.lire(lambda c: c.sites())] == ["Place du Lavoir"]


@pytest.mark.usefixtures("fichier")
def test_importer_au_clavier_seul(gestes: Gestes) -> None:
    page = ecran(gestes)
    page.choose.setFocus()
    gestes.touche(Qt.Key.Key_Return)
    choisir(page, 2, Champ.type)
    gestes.touche(Qt.Key.Key_Return)
    gestes.touche(Qt.Key.Key_Return)

    assert gestes.lire(lambda c: c.count_faits(Filtre())) == 3


@pytest.mark.parametrize(
    ("octets", "phrase"),
    [
        (b"", "Ce fichier est vide"),
        (bytes(range(256)) * 9, "Ce fichier n’est pas un tableau"),
        (b"PK\x03\x04rien", "Ce fichier n’est pas un classeur ODS"),
    ],
)
def test_un_mauvais_fichier_se_dit_et_rien_ne_change(
    gestes: Gestes, fichier: Path, octets: bytes, phrase: str
) -> None:
    fichier.write_bytes(octets)
    page = ecran(gestes)

    gestes.clic(page.choose)

    assert page.banner.text.startswith(phrase)
    assert page.colonnes.isHidden()
    assert page.choose.isEnabled()


def test_arreter_ou_verrouiller_au_milieu_ne_laisse_rien(
    gestes: Gestes, fichier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Le fil du cahier attend, une fois lancé : on verrouille, et tout est défait."""
    jours = [MAINTENANT - timedelta(days=rang % 90) for rang in range(1_500)]
    lignes = [f"{jour:%d/%m/%Y};Place du Lavoir;Bruit;note {n}" for n, jour in enumerate(jours)]
    fichier.write_text("Date;Lieu;Type;Texte\n" + "\n".join(lignes), "utf-8")
    page = ecran(gestes)
    gestes.clic(page.choose)
    gestes.clic(page.check)
    assert page.rapport.summary.text() == "1\u202f500 lignes prêtes."
    avancer = page.avancee.avancer

    def presque(lignes: int) -> None:
        if lignes == 1_000:
            page.avancee.cancel()
        avancer(lignes)

    monkeypatch.setattr(page.avancee, "avancer", presque)
    gestes.clic(page.rapport.go)

    assert page.banner.text.startswith("C’est arrêté\u202f: rien n’a été importé")
    assert gestes.lire(lambda c: c.count_faits(Filtre())) == 0
    assert gestes.lire(lambda c: c.imports()) == []
    monkeypatch.undo()
    page.flush_draft()
    gestes.clic(page.rapport.go)
    assert gestes.lire(lambda c: c.count_faits(Filtre())) == 1_500
