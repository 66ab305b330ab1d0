"""Le coffre vu de la fenêtre : sauvegardé sans y penser, réglé, exercé, secouru au seuil.

Contrôles positifs, vus échouer : ne pas sauvegarder au verrouillage, ou ne rien comparer à
l'exercice, fait tomber l'essai qui le dit.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from fenetres import MAINTENANT, PHRASE, creer_un_cahier, derivation_rapide, fenetre
from gestes import Gestes
from tat_carnet import bootstrap
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Site, Tournee
from tat_carnet.domain.vocabulaire import Moment
from tat_carnet.store.cahier import CahierOuvert, unlock
from tat_carnet.store.sauvegardes import Sauvegarde, list_backups
from tat_carnet.ui.coffre import sauvegardes as ecran_des_sauvegardes
from tat_carnet.ui.coffre.unlock import UnlockView
from tat_carnet.ui.reglages.view import ReglagesView
from tat_carnet.ui.session import SessionView
from tat_carnet.usecases import coffre as gestes_du_coffre
from tat_carnet.usecases.coffre import sauvegarder_si_besoin
from tat_carnet.usecases.noter import rien_a_signaler
from tat_carnet.usecases.ports import OpenedCahier

TOURNEE = (Moment.soiree, "Aubépines", TexteBrut())
DANS_DEUX_JOURS = MAINTENANT + timedelta(days=2)
NOUVELLE = "chaudron lézard marelle tabouret flûte"


@pytest.fixture(autouse=True)
def rapide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id au plancher."""
    derivation_rapide(monkeypatch)


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    """Un cahier neuf, avec un lieu."""
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
        changer(gestes, lambda cahier: cahier.save_site(Site("Place du Lavoir", "Aubépines")))
        yield gestes


def changer(gestes: Gestes, work: Callable[[OpenedCahier], object]) -> None:
    """Un changement, comme en fait un écran."""
    assert gestes.window.tasks is not None
    gestes.window.tasks.change(work, lambda _: None, gestes.window)
    gestes.attendre()


def sauvegardes(folder: Path) -> list[Sauvegarde]:
    """Les sauvegardes du cahier de l'essai."""
    return list_backups(folder / bootstrap.NOM_DU_CAHIER / "sauvegardes")


def reglages(gestes: Gestes) -> ReglagesView:
    """L'écran des réglages, rempli."""
    gestes.session.go("reglages")
    gestes.attendre()
    page = gestes.page("reglages")
    assert isinstance(page, ReglagesView)
    return page


def deplier(gestes: Gestes, volet: object) -> None:
    """Ouvre un volet."""
    volet.toggle.click()  # type: ignore[attr-defined]
    gestes.attendre()


def fermer_puis_rouvrir(gestes: Gestes, phrase: str) -> None:
    """Verrouille, puis tape `phrase`."""
    gestes.window.lock()
    gestes.attendre()
    ouvrir(gestes, phrase)


def ouvrir(gestes: Gestes, phrase: str) -> None:
    """Tape `phrase` au seuil."""
    seuil = gestes.window.centralWidget()
    assert isinstance(seuil, UnlockView)
    seuil.secret.line.setText(phrase)
    gestes.clic(seuil.button)


def ouvrir_sans_attendre(gestes: Gestes) -> None:
    """Tape la phrase, et rend la main dès que la session est là, quoi qu'il s'y fasse encore."""
    seuil = gestes.window.centralWidget()
    assert isinstance(seuil, UnlockView)
    seuil.secret.line.setText(PHRASE)
    seuil.button.click()
    gestes.attendre_que(lambda: isinstance(gestes.window.centralWidget(), SessionView))


def test_un_cahier_neuf_est_sauvegarde_sans_qu_on_le_demande(
    gestes: Gestes, tmp_path: Path
) -> None:
    (faite,) = sauvegardes(tmp_path)

    assert faite.intacte
    assert faite.faite_le == MAINTENANT
    a_faire = gestes.page("aujourdhui").todo
    assert a_faire.backup_line.state.text() == "Sauvegarde\u202f: à jour"
    assert "Voir les sauvegardes" not in a_faire.buttons


def test_verrouiller_apres_un_changement_sauvegarde(gestes: Gestes, tmp_path: Path) -> None:
    gestes.window.lock()

    derniere = sauvegardes(tmp_path)[0]
    assert derniere.intacte
    with unlock(derniere.path, PHRASE) as cahier:
        assert [site.libelle_public for site in cahier.sites()] == ["Place du Lavoir"]


def test_verrouiller_sans_changement_ne_sauvegarde_pas(gestes: Gestes, tmp_path: Path) -> None:
    gestes.window.lock()
    avant = sauvegardes(tmp_path)

    fermer_puis_rouvrir(gestes, PHRASE)
    gestes.attendre_la_session()
    gestes.window.lock()

    assert [s.path for s in sauvegardes(tmp_path)] == [s.path for s in avant]


def test_l_ecran_n_attend_pas_la_sauvegarde_du_jour(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Celle d'un gros cahier dure des secondes, celle d'une clé lente aussi.

    Contrôle positif, vu échouer : la mettre dans la file du cahier (`query`).
    """
    finir = threading.Event()

    def longue(*mots: Any) -> datetime:
        assert finir.wait(60)
        return sauvegarder_si_besoin(*mots)

    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
    monkeypatch.setattr(ecran_des_sauvegardes, "sauvegarder_si_besoin", longue)
    with fenetre(qtbot, tmp_path, maintenant=DANS_DEUX_JOURS) as gestes:
        ouvrir_sans_attendre(gestes)
        a_faire = gestes.page("aujourdhui").todo
        gestes.attendre_que(lambda: a_faire.semaine.text() != "")
        gestes.session.go("cahier")
        cahier = gestes.page("cahier")
        gestes.attendre_que(lambda: cahier.stack.currentWidget() is cahier.start)
        assert len(sauvegardes(tmp_path)) == 1
        finir.set()
        gestes.attendre()
        assert len(sauvegardes(tmp_path)) == 2


def test_verrouiller_pendant_la_sauvegarde_du_jour_ne_laisse_rien_a_moitie(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Le verrou ne l'attend pas ; elle s'arrête d'elle-même, et se refait à l'ouverture d'après."""
    fini = threading.Event()
    commencee = threading.Event()
    verrouille = threading.Event()

    def coupee(cahier: OpenedCahier, *mots: Any) -> datetime:
        commencee.set()
        assert verrouille.wait(60)
        try:
            return sauvegarder_si_besoin(cahier, *mots)
        finally:
            fini.set()

    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
    avant = len(sauvegardes(tmp_path))
    with fenetre(qtbot, tmp_path, maintenant=DANS_DEUX_JOURS) as gestes:
        with monkeypatch.context() as pendant:
            pendant.setattr(ecran_des_sauvegardes, "sauvegarder_si_besoin", coupee)
            ouvrir_sans_attendre(gestes)
            assert commencee.wait(60)
            gestes.window.lock()
            verrouille.set()
            assert fini.wait(60)
        assert len(sauvegardes(tmp_path)) == avant
        gestes.attendre()
        ouvrir(gestes, PHRASE)
        gestes.attendre_la_session()
        assert [faite.intacte for faite in sauvegardes(tmp_path)] == [True] * (avant + 1)


def test_changer_d_ecran_ne_sauvegarde_pas(gestes: Gestes, tmp_path: Path) -> None:
    """Contrôle positif, vu échouer : chaque pas d'un écran à l'autre copiait tout le cahier."""
    for name in ("cahier", "sites", "aujourdhui"):
        gestes.session.go(name)
        gestes.attendre()

    assert len(sauvegardes(tmp_path)) == 1


@pytest.mark.parametrize(("jours", "attendues"), [(0, 1), (2, 2), (-400, 2)])
def test_ouvrir_plus_d_un_jour_apres_sauvegarde(
    qtbot: QtBot, tmp_path: Path, jours: int, attendues: int
) -> None:
    """Une horloge qui recule de quatre cents jours n'en dispense pas."""
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
    with fenetre(qtbot, tmp_path, maintenant=MAINTENANT + timedelta(days=jours)) as gestes:
        fermer_puis_rouvrir(gestes, PHRASE)
        gestes.attendre_la_session()

    assert len(sauvegardes(tmp_path)) == attendues


def test_un_disque_qui_refuse_se_dit_doucement_et_n_empeche_rien(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
    cahier = tmp_path / bootstrap.NOM_DU_CAHIER
    shutil.rmtree(cahier / "sauvegardes")
    (cahier / "sauvegardes").write_text("un fichier à la place du dossier", "utf-8")
    with fenetre(qtbot, tmp_path) as gestes:
        fermer_puis_rouvrir(gestes, PHRASE)
        gestes.attendre_la_session()
        a_faire = gestes.page("aujourdhui").todo
        assert (
            "Sauvegarde : pas faite. Vos notes, elles, sont gardées. Aucune n’existe encore."
        ) in a_faire.texts
        assert a_faire.backup_line.isHidden()
        gestes.clic(a_faire.buttons["Voir les sauvegardes"])
        assert gestes.session.place == "reglages"
        carte = gestes.page("reglages").sauvegardes
        assert carte.banner.text.startswith("La sauvegarde n’est pas faite.")
        changer(gestes, lambda c: c.save_site(Site("Place du Lavoir", "Aubépines")))
        fermer_puis_rouvrir(gestes, PHRASE)
        gestes.attendre_la_session()
        assert len(gestes.lire(lambda c: c.sites())) == 1


def test_sauvegarder_maintenant_et_sur_une_cle(
    gestes: Gestes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cle = tmp_path / "clé"
    cle.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(cle))
    carte = reglages(gestes).sauvegardes
    assert carte is not None

    gestes.clic(carte.now)
    assert carte.banner.text == "La sauvegarde est faite et relue."
    gestes.clic(carte.cle.usb)
    assert carte.cle.banner.text.startswith("La sauvegarde est faite et relue sur la clé.")
    (sur_la_cle,) = list_backups(cle)
    assert sur_la_cle.intacte

    changer(gestes, lambda c: c.save_site(Site("Square des Lucioles", "Aubépines")))
    gestes.window.lock()
    assert len(list_backups(cle)) == 1, "le même jour, la plus récente remplace"
    with unlock(list_backups(cle)[0].path, PHRASE) as cahier:
        assert len(cahier.sites()) == 2


def test_une_cle_debranchee_se_dit_et_rien_n_est_perdu(
    gestes: Gestes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cle = tmp_path / "clé"
    cle.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(cle))
    carte = reglages(gestes).sauvegardes
    assert carte is not None
    gestes.clic(carte.cle.usb)
    shutil.rmtree(cle)
    assert carte.cle.state.text().startswith("Clé branchée")

    gestes.clic(carte.cle.usb)
    assert "La clé n’est pas branchée" in carte.cle.banner.text
    assert not cle.exists()
    assert carte.cle.state.text().startswith("Clé débranchée\u202f: dernière copie aujourd’hui.")
    gestes.session.go("aujourdhui")
    gestes.attendre()
    ligne = gestes.page("aujourdhui").todo.backup_line
    assert ligne.state.text().startswith("Sauvegarde\u202f: à jour. Clé débranchée")


def test_la_cle_retenue_recoit_seule_les_sauvegardes_suivantes(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Contrôle positif, vu échouer : la clé oubliée au verrouillage, comme avant le schéma 5."""
    cle = tmp_path / "clé"
    cle.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(cle))
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
        gestes.clic(reglages(gestes).sauvegardes.cle.usb)
    with fenetre(qtbot, tmp_path, maintenant=MAINTENANT + timedelta(days=2)) as gestes:
        ouvrir(gestes, PHRASE)
        gestes.attendre_la_session()
        assert len(list_backups(cle)) == 2
        carte = reglages(gestes).sauvegardes.cle
        assert str(cle) in carte.state.text()
        gestes.clic(carte.forget)
        assert gestes.lire(lambda c: c.second_dossier()) is None
        assert len(list_backups(cle)) == 2
        assert carte.usb.text().strip() == "Sauvegarder sur une clé USB"


def test_une_cle_absente_depuis_longtemps_se_reclame_et_une_autre_ne_passe_pas_pour_elle(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Un point de montage vide n'est pas la clé : rien ne s'y écrit sans qu'on le demande."""
    cle = tmp_path / "clé"
    cle.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(cle))
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
        gestes.clic(reglages(gestes).sauvegardes.cle.usb)
    shutil.rmtree(cle)
    cle.mkdir()
    with fenetre(qtbot, tmp_path, maintenant=MAINTENANT + timedelta(days=9)) as gestes:
        ouvrir(gestes, PHRASE)
        gestes.attendre_la_session()
        a_faire = gestes.page("aujourdhui").todo
        assert any("dernière copie il y a 9 jours, branchez-la." in t for t in a_faire.texts)
        assert a_faire.buttons["Voir les sauvegardes"].isVisible()
    assert list(cle.iterdir()) == []


def test_changer_de_phrase_sauvegarde_sous_la_nouvelle(gestes: Gestes) -> None:
    page = reglages(gestes)
    assert page.cle is not None
    assert page.sauvegardes is not None
    form = page.cle.phrase
    deplier(gestes, form)
    form.current.line.setText("ce n’est pas elle")
    for champ in (form.new.secret, form.new.again):
        champ.line.setText(NOUVELLE)
    gestes.clic(form.submit)
    assert form.current_field.fault.startswith("Ce n’est pas la phrase qui ouvre ce cahier.")

    form.current.line.setText(PHRASE)
    gestes.clic(form.submit)
    gestes.attendre()
    assert form.banner.text.startswith("La phrase est changée.")
    assert (form.current.text, form.new.text) == ("", "")

    lignes = [
        page.sauvegardes.kept_rows.itemAt(i).widget().text()
        for i in range(page.sauvegardes.kept_rows.count())
    ]
    assert lignes[0].endswith("intacte, s’ouvre avec la phrase actuelle")
    fermer_puis_rouvrir(gestes, PHRASE)
    seuil = gestes.window.centralWidget()
    gestes.attendre_que(lambda: bool(seuil.banner.text))
    seuil.secret.line.setText(NOUVELLE)
    gestes.clic(seuil.button)
    gestes.attendre_la_session()


def test_une_ancienne_phrase_se_dit_dans_la_liste(qtbot: QtBot, tmp_path: Path) -> None:
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
    with unlock(tmp_path / bootstrap.NOM_DU_CAHIER, PHRASE) as cahier:
        cahier.change_phrase(NOUVELLE)
    with fenetre(qtbot, tmp_path) as gestes:
        fermer_puis_rouvrir(gestes, NOUVELLE)
        gestes.attendre_la_session()
        carte = reglages(gestes).sauvegardes
        assert carte is not None
        assert carte.kept_rows.itemAt(0).widget().text() == (
            "Samedi 21 novembre 2026, 21\u00a0h\u00a045\u202f: intacte, "
            "s’ouvre avec une ancienne phrase"
        )


def recopier_le_code(gestes: Gestes, form: object) -> str:
    """La phrase, puis le code montré et recopié ; rend le code."""
    deplier(gestes, form)
    form.secret.line.setText(PHRASE)  # type: ignore[attr-defined]
    gestes.clic(form.next)  # type: ignore[attr-defined]
    code = str(form.code_page.code.text())  # type: ignore[attr-defined]
    gestes.clic(form.code_page.next)  # type: ignore[attr-defined]
    form.copy_page.line.line.setText(code)  # type: ignore[attr-defined]
    gestes.clic(form.copy_page.finish)  # type: ignore[attr-defined]
    gestes.attendre()
    return code


def test_refaire_la_fiche_donne_un_code_qui_ouvre(gestes: Gestes) -> None:
    page = reglages(gestes)
    assert page.cle is not None

    code = recopier_le_code(gestes, page.cle.fiche)

    assert page.cle.fiche.banner.text.startswith("Le code est remplacé.")
    fermer_puis_rouvrir(gestes, code)
    gestes.attendre_la_session()


def test_renouveler_la_cle_garde_la_phrase_et_le_contenu(gestes: Gestes, tmp_path: Path) -> None:
    ancienne = shutil.copytree(tmp_path / bootstrap.NOM_DU_CAHIER, tmp_path / "volé.cahier")
    page = reglages(gestes)
    assert page.cle is not None

    recopier_le_code(gestes, page.cle.cle)

    assert page.cle.cle.banner.text.startswith("La clé est renouvelée.")
    gestes.window.lock()
    base = tmp_path / bootstrap.NOM_DU_CAHIER / "cahier.db"
    shutil.copy(base, ancienne / "cahier.db")
    with pytest.raises(gestes_du_coffre.CahierIllisible):
        unlock(ancienne, PHRASE)
    fermer_puis_rouvrir(gestes, PHRASE)
    gestes.attendre_la_session()
    assert len(gestes.lire(lambda c: c.sites())) == 1


def test_une_phrase_erronee_ne_montre_aucun_code(gestes: Gestes) -> None:
    page = reglages(gestes)
    assert page.cle is not None
    form = page.cle.cle
    deplier(gestes, form)
    form.secret.line.setText("une autre phrase")

    gestes.clic(form.next)

    assert form.field.fault.startswith("Ce n’est pas la phrase")
    assert form.code_page is None


def test_s_exercer_a_restaurer_compare_et_efface(gestes: Gestes, tmp_path: Path) -> None:
    changer(gestes, lambda c: rien_a_signaler(c, Tournee(MAINTENANT.date(), *TOURNEE), MAINTENANT))
    carte = reglages(gestes).sauvegardes
    assert carte is not None
    form = carte.exercice
    deplier(gestes, form)
    form.secret.line.setText(PHRASE)

    gestes.clic(form.start)

    assert form.banner.text.startswith("Tout est entier. La sauvegarde restaurée rend le même")
    assert form.secret.text == ""
    assert [p.name for p in tmp_path.iterdir()] == [bootstrap.NOM_DU_CAHIER]


def test_un_exercice_dont_le_contenu_differe_le_dit(
    gestes: Gestes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Contrôle positif : une sauvegarde qui perdrait un lieu est prise."""
    faite = CahierOuvert.backup

    def perd_un_lieu(cahier: CahierOuvert, now: datetime, folder: Path | None = None) -> Path:
        path = faite(cahier, now, folder)
        cahier.save_site(Site("Lieu d’après", "Aubépines"))
        return path

    monkeypatch.setattr(CahierOuvert, "backup", perd_un_lieu)
    carte = reglages(gestes).sauvegardes
    assert carte is not None
    deplier(gestes, carte.exercice)
    carte.exercice.secret.line.setText(PHRASE)

    gestes.clic(carte.exercice.start)

    assert "ne rend pas le même contenu" in carte.exercice.banner.text


@pytest.mark.parametrize("taille", [0, 4096, 10_000])
def test_un_cahier_vide_ou_tronque_offre_sa_sauvegarde(
    qtbot: QtBot, tmp_path: Path, taille: int
) -> None:
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
        changer(gestes, lambda c: c.save_site(Site("Place du Lavoir", "Aubépines")))
    cahier = tmp_path / bootstrap.NOM_DU_CAHIER
    (cahier / "cahier.db").write_bytes((cahier / "cahier.db").read_bytes()[:taille])
    abime = {p: p.read_bytes() for p in cahier.rglob("*") if p.is_file()}

    with fenetre(qtbot, tmp_path) as gestes:
        fermer_puis_rouvrir(gestes, PHRASE)
        seuil = gestes.window.centralWidget()
        gestes.attendre_que(lambda: seuil.rescue.isVisible())
        assert seuil.rescue.accessibleName() == "Restaurer la sauvegarde du samedi 21 novembre"
        gestes.clic(seuil.rescue)
        gestes.attendre_la_session()
        assert len(gestes.lire(lambda c: c.sites())) == 1
        gestes.window.lock()
        fermer_puis_rouvrir(gestes, PHRASE)
        gestes.attendre_la_session()
        assert len(gestes.lire(lambda c: c.sites())) == 1, "c'est le restauré qui se rouvre"

    assert {p: p.read_bytes() for p in cahier.rglob("*") if p.is_file()} == abime


def test_une_phrase_erronee_devant_un_cahier_abime_ne_restaure_rien(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
    (tmp_path / bootstrap.NOM_DU_CAHIER / "cahier.db").write_bytes(b"")
    with fenetre(qtbot, tmp_path) as gestes:
        fermer_puis_rouvrir(gestes, "une autre phrase")
        seuil = gestes.window.centralWidget()
        gestes.attendre_que(lambda: seuil.rescue.isVisible())
        gestes.clic(seuil.rescue)
        gestes.attendre_que(lambda: seuil.secret.isEnabled())

        assert "n’ouvre pas ce cahier" in seuil.banner.text
        assert seuil.rescue.isVisible()
    assert [p.name for p in tmp_path.iterdir()] == [bootstrap.NOM_DU_CAHIER]


def test_sans_sauvegarde_intacte_rien_n_est_promis(qtbot: QtBot, tmp_path: Path) -> None:
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
    cahier = tmp_path / bootstrap.NOM_DU_CAHIER
    (cahier / "cahier.db").write_bytes(b"")
    (sauvegardes(tmp_path)[0].path / "cahier.db").write_bytes(b"abimee")
    with fenetre(qtbot, tmp_path) as gestes:
        fermer_puis_rouvrir(gestes, PHRASE)
        seuil = gestes.window.centralWidget()
        gestes.attendre_que(lambda: bool(seuil.banner.text))

        assert seuil.rescue.isHidden()


def test_le_dernier_cahier_restaure_est_celui_qu_on_ouvre() -> None:
    folder = bootstrap.default_path().parent
    folder.mkdir(parents=True)
    assert bootstrap.default_path().name == "Carnet.cahier"
    for name in ("Carnet.cahier", "Carnet restauré 2026-11-21 21-50-00.cahier"):
        (folder / name).mkdir()
    (folder / "Carnet restauré 2026-10-01 08-00-00.cahier").mkdir()

    assert bootstrap.default_path().name == "Carnet restauré 2026-11-21 21-50-00.cahier"


def test_le_verrouillage_automatique_se_regle_et_se_retient(gestes: Gestes) -> None:
    page = reglages(gestes)

    gestes.clic(page.verrou.buttons[10])
    page.verrou.reduced.setFocus()
    gestes.touche(Qt.Key.Key_Space)
    gestes.clic(page.buttons[next(iter(page.buttons))])

    gardees = bootstrap.load_settings(bootstrap.settings_file())
    assert (gardees.verrou_minutes, gardees.verrou_reduit) == (10, True)


def test_les_volets_du_coffre_se_parcourent_au_clavier(gestes: Gestes) -> None:
    page = reglages(gestes)
    assert page.cle is not None
    assert page.sauvegardes is not None
    volets = [page.sauvegardes.exercice, page.cle.phrase, page.cle.fiche, page.cle.cle]
    atteints = set()
    page.sauvegardes.now.setFocus()
    for _ in range(40):
        gestes.touche(Qt.Key.Key_Tab)
        atteints.add(QApplication.focusWidget())

    assert {volet.toggle for volet in volets} <= atteints
