"""21 h 45, après la tournée : trois faits au clavier seul, un « rien à signaler » en deux clics."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fenetres import MAINTENANT, PHRASE, creer_un_cahier, derivation_rapide, fenetre
from gestes import Gestes
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.relu import Effort
from tat_carnet.domain.vocabulaire import Attestation, TypeFait, TypeSite
from tat_carnet.ui.coffre.unlock import UnlockView
from tat_carnet.usecases.ports import Cahier

ENTREE = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier
ACTIONS_PAR_FAIT = 8
JOUR = MAINTENANT.date()


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gestes]:
    """Un cahier neuf, avec deux lieux déjà connus."""
    derivation_rapide(monkeypatch)
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
        gestes.lire(ajouter_deux_lieux)
        gestes.session.go("aujourdhui")
        gestes.attendre()
        yield gestes


def ajouter_deux_lieux(cahier: Cahier) -> None:
    """Le hall et le square d'un quartier inventé."""
    cahier.save_site(Site("Place du Lavoir", "Aubépines-Haut", TypeSite.place))
    cahier.save_site(Site("Square des Lucioles", "Aubépines-Haut", TypeSite.square))


def faits(gestes: Gestes) -> list[Fait]:
    """Les faits écrits, le plus récent d'abord."""
    return list(gestes.lire(lambda cahier: cahier.faits(Filtre())))


def noter(gestes: Gestes, lieu: str, type_fait: str, texte: str) -> int:
    """Un fait au clavier seul ; rend le nombre d'actions hors de son texte."""
    before = gestes.actions
    gestes.lettres(lieu)
    gestes.touche(ENTREE)
    gestes.lettres(type_fait)
    gestes.touche(ENTREE)
    gestes.texte(texte)
    gestes.touche(ENTREE, CTRL)
    return gestes.actions - before


def test_trois_faits_au_clavier_seul_en_huit_actions_chacun(
    gestes: Gestes, capsys: pytest.CaptureFixture[str]
) -> None:
    gestes.touche(Qt.Key.Key_N, CTRL)
    comptes = [
        noter(gestes, "pl", "inj", "trois seringues près du banc, ramassées avec Lucie"),
        noter(gestes, "", "soli", "les voisines ont gardé les petits pendant l'audience"),
        noter(gestes, "sq", "bru", "musique forte jusqu’à 22h, ça s'est calmé en parlant"),
    ]
    with capsys.disabled():
        print(f"\nactions par fait, hors texte : {comptes}")  # noqa: T201 — l’issue veut le compte

    assert [f.type for f in faits(gestes)] == [
        TypeFait.bruit,
        TypeFait.solidarite,
        TypeFait.materiel_injection,
    ]
    assert max(comptes) <= ACTIONS_PAR_FAIT


def test_rien_a_signaler_tient_en_deux_clics(gestes: Gestes) -> None:
    commencer_une_tournee(gestes)
    gestes.session.go("aujourdhui")
    gestes.attendre()
    before = gestes.actions
    accueil = gestes.page("aujourdhui")

    gestes.clic(accueil.ras)
    gestes.clic(accueil.ras_form.confirm)

    assert gestes.actions - before == 2
    assert gestes.lire(lambda cahier: cahier.effort(JOUR, JOUR)) == Effort(tournees=2, ras=1)


def test_reprendre_son_secteur_tient_en_deux_clics(gestes: Gestes) -> None:
    commencer_une_tournee(gestes)
    gestes.session.go("aujourdhui")
    gestes.attendre()
    before = gestes.actions
    accueil = gestes.page("aujourdhui")

    gestes.clic(accueil.nouvelle)
    gestes.clic(accueil.form.confirm)

    assert gestes.actions - before == 2
    assert gestes.session.place == "saisie"
    assert [t.terminee for t in gestes.lire(lambda cahier: cahier.tournees())] == [False, True]


def test_un_lieu_se_cree_en_chemin(gestes: Gestes) -> None:
    gestes.touche(Qt.Key.Key_N, CTRL)
    gestes.lettres("Parking du Moulin")
    gestes.touche(ENTREE)
    gestes.clic(gestes.page("saisie").form.site_form.add)
    gestes.lettres("ba")
    gestes.touche(ENTREE)
    gestes.touche(ENTREE, CTRL)

    (fait,) = faits(gestes)
    sites = {site.id: site for site in gestes.lire(lambda cahier: cahier.sites())}
    assert sites[fait.site_id].libelle_public == "Parking du Moulin"
    assert sites[fait.site_id].secteur == "Aubépines-Haut"


def test_un_fait_sans_type_dit_quel_champ_manque_et_garde_le_texte(gestes: Gestes) -> None:
    gestes.touche(Qt.Key.Key_N, CTRL)
    saisie = gestes.page("saisie")
    saisie.form.raw.setFocus()
    gestes.texte("trois jeunes nous ont aidés à porter les courses")
    gestes.touche(ENTREE, CTRL)

    assert "type de fait" in saisie.form.type_field.fault
    assert saisie.form.type.line.hasFocus()
    assert saisie.form.raw.text == "trois jeunes nous ont aidés à porter les courses"
    assert faits(gestes) == []


def test_un_fait_sans_lieu_dit_quel_champ_manque_et_garde_le_texte(gestes: Gestes) -> None:
    gestes.touche(Qt.Key.Key_N, CTRL)
    saisie = gestes.page("saisie")
    saisie.form.site.choose(None)
    saisie.form.raw.setFocus()
    gestes.texte("la lumière est revenue")
    gestes.touche(ENTREE, CTRL)

    assert "lieu" in saisie.form.site_field.fault
    assert saisie.form.raw.text == "la lumière est revenue"


def test_recoupe_sans_seconde_source_deplie_les_precisions(gestes: Gestes) -> None:
    gestes.touche(Qt.Key.Key_N, CTRL)
    saisie = gestes.page("saisie")
    saisie.form.type.choose(TypeFait.bruit)
    saisie.form.details.attestation.set_value(Attestation.recoupe)
    gestes.clic(saisie.save)

    assert saisie.form.more.toggle.isChecked()
    assert "natures différentes" in saisie.form.details.fields["natures_source"].fault


def test_annuler_rend_le_fait_a_la_saisie(gestes: Gestes) -> None:
    gestes.touche(Qt.Key.Key_N, CTRL)
    noter(gestes, "pl", "seri", "deux seringues")
    saisie = gestes.page("saisie")
    gestes.clic(saisie.banner.action)

    assert faits(gestes) == []
    assert saisie.form.raw.text == "deux seringues"


def test_verrouiller_au_milieu_d_un_fait_le_rend_apres_deverrouillage(gestes: Gestes) -> None:
    gestes.touche(Qt.Key.Key_N, CTRL)
    gestes.lettres("sq")
    gestes.touche(ENTREE)
    gestes.lettres("bru")
    gestes.touche(ENTREE)
    gestes.texte("on entend encore la mus")
    gestes.touche(Qt.Key.Key_L, CTRL)

    seuil = gestes.window.centralWidget()
    assert isinstance(seuil, UnlockView)
    assert "rien n’est perdu" in seuil.headline.text()
    assert gestes.window.tasks is None

    ouvrir(gestes, PHRASE)
    saisie = gestes.page("saisie")
    assert gestes.session.place == "saisie"
    assert saisie.form.raw.text == "on entend encore la mus"
    assert saisie.form.type.key == TypeFait.bruit


def test_une_phrase_erronee_le_dit_et_ne_change_rien(gestes: Gestes, tmp_path: Path) -> None:
    gestes.touche(Qt.Key.Key_L, CTRL)
    before = octets(tmp_path)
    seuil = gestes.window.centralWidget()
    seuil.secret.line.setText("lampe violon prairie théière orage")
    gestes.clic(seuil.button)
    gestes.attendre_que(lambda: seuil.banner.text != "")

    assert seuil.banner.text.startswith("Phrase erronée")
    assert gestes.window.centralWidget() is seuil
    assert octets(tmp_path) == before
    ouvrir(gestes, PHRASE)
    assert gestes.session.place == "aujourdhui"


def commencer_une_tournee(gestes: Gestes) -> None:
    """Une première tournée, secteur tapé."""
    gestes.touche(Qt.Key.Key_T, CTRL)
    gestes.page("aujourdhui").form.secteur.setFocus()
    gestes.lettres("Aubépines-Haut")
    gestes.touche(ENTREE)
    gestes.clic(gestes.page("aujourdhui").form.confirm)


def ouvrir(gestes: Gestes, phrase: str) -> None:
    """Taper la phrase sur le seuil et attendre."""
    seuil = gestes.window.centralWidget()
    assert isinstance(seuil, UnlockView)
    seuil.secret.line.setText(phrase)
    gestes.clic(seuil.button)
    gestes.attendre_la_session()


def octets(folder: Path) -> dict[str, bytes]:
    """Tous les fichiers d'un dossier, tels quels."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}
