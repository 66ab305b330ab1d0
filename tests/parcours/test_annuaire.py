"""Tenir l'annuaire à l'écran : une fiche, un appel en deux clics, un fichier qui entre."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fenetres import fenetre
from gestes import Gestes
from tat_carnet.domain.journal import FormatDocument, GenreDocument
from tat_carnet.domain.partenaire import FiltreAnnuaire
from tat_carnet.domain.vocabulaire import Canal, TypePartenaire
from tat_carnet.ui.annuaire.model import PARTENAIRE_ROLE
from tat_carnet.ui.annuaire.view import AnnuaireView

TOUT = FiltreAnnuaire()


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        gestes.window.resize(1366, 768)
        gestes.session.go("annuaire")
        gestes.attendre()
        yield gestes


def page(gestes: Gestes) -> AnnuaireView:
    view = gestes.page("annuaire")
    assert isinstance(view, AnnuaireView)
    return view


def montrees(gestes: Gestes) -> list[str]:
    model = page(gestes).structures.model
    return [model.index(row).data(PARTENAIRE_ROLE).nom for row in range(model.rowCount())]


def ouvrir(gestes: Gestes, row: int) -> None:
    view = page(gestes)
    view.structures.list.setCurrentIndex(view.structures.model.index(row))
    gestes.attendre()


def test_chaque_touche_cherche(gestes: Gestes) -> None:
    view = page(gestes)
    view.structures.search.setFocus()
    gestes.texte("passerelle")
    gestes.attendre_que(lambda: montrees(gestes) == ["CAARUD La Passerelle"])


def test_un_appel_se_note_en_deux_clics(gestes: Gestes) -> None:
    ouvrir(gestes, 0)
    view = page(gestes)
    structure = view.fiche.partenaire
    gestes.actions = 0

    gestes.clic(view.fiche.call)
    gestes.clic(view.fiche.form.save)

    assert gestes.actions == 2
    (echange,) = gestes.lire(lambda cahier: cahier.echanges(structure.id))
    assert (echange.canal, echange.le.isoformat()) == (Canal.telephone, "2026-11-21")
    assert "noté" in view.banner.text


def test_un_nom_dans_une_fiche_est_dit_sur_place_puis_confirme(gestes: Gestes) -> None:
    view = page(gestes)
    gestes.clic(view.new)
    gestes.texte("Maison de quartier")
    view.form.type.choose(TypePartenaire.ville)
    view.form.inputs["fonction"].setText("Karim Benali")
    gestes.clic(view.form.save)
    assert "Karim Benali" in view.form.fields["fonction"].fault
    assert gestes.lire(lambda cahier: cahier.count_partenaires(TOUT)) == 10

    gestes.clic(view.form.keep)

    assert gestes.lire(lambda cahier: cahier.count_partenaires(TOUT)) == 11
    assert "enregistrée" in view.banner.text


def test_une_fiche_incomplete_et_un_portable_sont_dits(gestes: Gestes) -> None:
    view = page(gestes)
    gestes.clic(view.new)
    gestes.clic(view.form.save)
    assert "nature" in view.form.fields["type"].fault
    view.form.type.choose(TypePartenaire.ville)
    gestes.clic(view.form.save)
    assert "il manque" in view.form.fields["nom"].fault
    view.form.inputs["telephone"].setText("06 39 98 12 34")
    assert view.form.mobile.isVisible()


def test_un_fichier_entre_apres_avoir_dit_ce_qu_il_ferait(gestes: Gestes, tmp_path: Path) -> None:
    chemin = tmp_path / "cartes.vcf"
    chemin.write_text(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Benali;Karim;;;\r\nFN:Karim Benali\r\nORG:Club\r\n"
        "TITLE:Accueil\r\nTEL;TYPE=CELL:06 39 98 12 34\r\nEND:VCARD\r\n",
        encoding="utf-8",
    )
    view = page(gestes)
    view.entrees.read_file(chemin)
    gestes.attendre()
    assert view.entrees.panel.functions.isVisible()
    assert not view.entrees.panel.functions.isChecked()
    view.entrees.panel.functions.setChecked(True)
    gestes.clic(view.entrees.panel.write)

    assert "1 structure ajoutée" in view.banner.text
    (fiche,) = gestes.lire(lambda cahier: cahier.partenaires(FiltreAnnuaire("club")))
    assert (fiche.fonction, fiche.telephone) == ("Accueil", "")


def test_une_longue_lecture_s_arrete(gestes: Gestes, tmp_path: Path) -> None:
    """Contrôle positif, vu échouer : lire jusqu'au bout malgré « Arrêter »."""
    chemin = tmp_path / "long.csv"
    lignes = "".join(f"Agence {rang};bailleur;Accueil\n" for rang in range(3000))
    chemin.write_text("Structure;Nature;Fonction\n" + lignes, encoding="utf-8")
    view = page(gestes)
    gestes.clic(view.more)
    view.entrees.read_file(chemin)
    view.sorties.busy.cancel.click()
    gestes.attendre()

    assert "arrêtée" in view.banner.text
    assert not view.sorties.busy.isVisible()
    assert not view.entrees.panel.isVisible()


def test_un_fichier_illisible_est_dit_sans_rien_changer(gestes: Gestes, tmp_path: Path) -> None:
    view = page(gestes)
    view.entrees.read_file(tmp_path / "absent.csv")
    gestes.attendre()

    assert "ne se lit pas" in view.banner.text


def test_le_livret_et_les_listes_sortent_dans_le_dossier_choisi(
    gestes: Gestes, tmp_path: Path
) -> None:
    view = page(gestes)
    view.sorties.write(GenreDocument.livret, tmp_path)
    gestes.attendre()
    view.sorties.export(FormatDocument.csv, tmp_path)
    gestes.attendre()
    view.sorties.write(GenreDocument.fiche_parcours, tmp_path)
    gestes.attendre()

    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix in (".pdf", ".csv")) == [
        "annuaire-2026-11-21.csv",
        "fiche-parcours-2026-11-21.pdf",
        "livret-2026-11-21.pdf",
    ]


def test_un_double_se_fusionne_d_un_clic(gestes: Gestes) -> None:
    view = page(gestes)
    gestes.clic(view.new)
    gestes.texte("ville de brumerive")
    view.form.type.choose(TypePartenaire.ville)
    view.form.inputs["fonction"].setText("Maire")
    gestes.clic(view.form.save)
    assert "même structure" in view.banner.text
    assert view.banner.action is not None
    gestes.clic(view.banner.action)
    assert gestes.lire(lambda cahier: cahier.count_partenaires(TOUT)) == 10


def test_une_fiche_se_verifie_et_se_retire(gestes: Gestes) -> None:
    ouvrir(gestes, 0)
    view = page(gestes)
    gestes.clic(view.fiche.check)
    assert "Vérifiée samedi 21 novembre" in view.fiche.checked.text()
    gestes.clic(view.fiche.remove)
    assert gestes.lire(lambda cahier: cahier.count_partenaires(TOUT)) == 9
    assert view.banner.action is not None
    gestes.clic(view.banner.action)
    assert gestes.lire(lambda cahier: cahier.count_partenaires(TOUT)) == 10


def test_sur_un_petit_ecran_la_fiche_prend_la_place_de_la_liste(gestes: Gestes) -> None:
    gestes.window.resize(910, 512)
    view = page(gestes)
    ouvrir(gestes, 0)
    assert view.fiche.isVisible()
    assert not view.structures.list.isVisible()

    gestes.clic(view.fiche.close_fiche)

    assert view.structures.list.isVisible()
    gestes.touche(Qt.Key.Key_Tab)
