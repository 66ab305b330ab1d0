"""Le fil entier, par de vrais gestes : créer, noter, relire, sortir en PDF et ODT, journaliser."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fenetres import creer_un_cahier, derivation_rapide, fenetre
from gestes import Gestes
from tat_carnet.anonymisation.relecture import Passage
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.recherche import fold
from tat_carnet.domain.relu import SCEAU, TexteRelu
from tat_carnet.ui.compte_rendu.view import CompteRenduView
from tat_carnet.ui.relecture.relecture_pane import RelecturePane

pytestmark = pytest.mark.usefixtures("recits_entiers")

ENTREE = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier
BRUTS = ("Karim", "Yanis", "06 39 98 12 34", "0639981234", "14 ans", "21h30", "Titi")


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gestes]:
    """Un cahier créé par l'assistant, trois faits notés au clavier dans un lieu créé en chemin."""
    derivation_rapide(monkeypatch)
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
        commencer(gestes)
        noter(gestes, "seri", "Vu Karim et Yanis, 14 ans, seringues ramassées vers 21h30")
        noter(gestes, "soli", "Des voisines ont gardé des petits, tel de Karim 06 39 98 12 34")
        noter(gestes, "bru", "musique forte, Titi a baissé quand on a demandé")
        yield gestes


def commencer(gestes: Gestes) -> None:
    """Une tournée, puis un lieu nouveau."""
    accueil = gestes.page("aujourdhui")
    gestes.clic(accueil.nouvelle)
    accueil.form.secteur.setFocus()
    gestes.lettres("Aubépines-Haut")
    gestes.touche(ENTREE)
    gestes.clic(accueil.form.confirm)
    gestes.lettres("Place du Lavoir")
    gestes.touche(ENTREE)
    gestes.clic(gestes.page("saisie").form.site_form.add)
    gestes.page("saisie").form.site.setFocus()


def noter(gestes: Gestes, type_fait: str, texte: str) -> None:
    """Un fait, au même lieu."""
    gestes.touche(ENTREE)
    gestes.lettres(type_fait)
    gestes.touche(ENTREE)
    gestes.texte(texte)
    gestes.touche(ENTREE, CTRL)


def vue(gestes: Gestes) -> CompteRenduView:
    """L'écran du compte-rendu."""
    page = gestes.page("compte_rendu")
    assert isinstance(page, CompteRenduView)
    return page


def preparer(gestes: Gestes) -> RelecturePane:
    """Remplit la préparation et passe à la relecture."""
    gestes.session.go("compte_rendu")
    gestes.attendre()
    form = vue(gestes).preparation
    form.instance.setText("Instance de veille")
    form.destinataire.setText("Le bailleur du quartier")
    form.structures.setPlainText("Centre social\nBailleur")
    gestes.clic(form.start)
    return vue(gestes).relecture


def tout_relire(gestes: Gestes, relecture: RelecturePane) -> None:
    """Au clavier : Entrée accepte chaque alerte, puis passe au suivant ; un récit se décide."""
    relecture.alerts.setFocus()
    for _ in range(200):
        if relecture.foot.sign.isVisible():
            return
        if not gestes.garder_le_recit(relecture):
            gestes.touche(ENTREE)
    raise AssertionError("la relecture ne finit pas")


def texte_du_pdf(path: Path) -> str:
    """Le texte, les métadonnées et le nom."""
    reader = PdfReader(BytesIO(path.read_bytes()))
    pages = [page.extract_text() for page in reader.pages]
    return "\n".join([*pages, str(reader.metadata), path.name])


def texte_de_l_odt(path: Path) -> str:
    """Tous les fichiers XML, et le nom."""
    with ZipFile(path) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if "xml" in name]
    return "\n".join([*parts, path.name])


def sortis(folder: Path) -> list[Path]:
    """Les fichiers hors du cahier."""
    return sorted(p for p in folder.iterdir() if p.is_file())


def test_de_la_creation_au_pdf_et_a_l_odt_sans_un_terme_brut(
    gestes: Gestes, tmp_path: Path
) -> None:
    relecture = preparer(gestes)
    assert not relecture.foot.next.isEnabled(), "une alerte attend : on ne passe pas"
    tout_relire(gestes, relecture)
    gestes.passer_le_regard(vue(gestes))
    gestes.clic(vue(gestes).sortie.write)

    odt, pdf = sortis(tmp_path)
    assert (odt.name, pdf.name) == ("compte-rendu-2026-11-21.odt", "compte-rendu-2026-11-21.pdf")
    for texte in (texte_du_pdf(pdf), texte_de_l_odt(odt)):
        assert "Instance de veille" in texte
        assert "voisines" in texte
        trouves = [brut for brut in BRUTS if fold(brut) in fold(texte)]
        assert trouves == []


def test_le_journal_porte_le_genre_la_date_le_destinataire_et_l_empreinte(
    gestes: Gestes, tmp_path: Path
) -> None:
    relecture = preparer(gestes)
    tout_relire(gestes, relecture)
    gestes.passer_le_regard(vue(gestes))
    gestes.clic(vue(gestes).sortie.write)

    journal = gestes.lire(lambda cahier: cahier.journal())
    empreintes = {sha256(path.read_bytes()).hexdigest() for path in sortis(tmp_path)}
    assert {ligne.empreinte for ligne in journal} == empreintes
    assert {ligne.destinataire for ligne in journal} == {"Le bailleur du quartier"}
    assert len(journal[0].faits) == 3


def test_un_seul_terme_brut_laisse_passer_et_rien_ne_sort(
    gestes: Gestes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Témoin : la signature trahie rend le brut ; la contre-lecture doit détruire et refuser.

    Ce qui la précède, et qui le verrait dès le dernier regard, est trahi aussi.
    """
    relecture = preparer(gestes)
    tout_relire(gestes, relecture)
    for salle in ("ui.relecture.page", "usecases.exporter"):
        monkeypatch.setattr(f"tat_carnet.{salle}.exiger_inchange", lambda *_: None)
    monkeypatch.setattr(Passage, "signer", lambda self, _rang=0: TexteRelu(self.brut, SCEAU))
    gestes.passer_le_regard(vue(gestes))
    gestes.clic(vue(gestes).sortie.write)

    assert "contre-lecture a retrouvé" in vue(gestes).sortie.banner.text
    assert sortis(tmp_path) == []
    assert gestes.lire(lambda cahier: cahier.journal()) == []


def test_exporter_avec_une_alerte_en_attente_mene_a_l_alerte(gestes: Gestes) -> None:
    relecture = preparer(gestes)
    relecture.signed.emit()
    gestes.attendre()

    page = vue(gestes)
    assert page.stages.currentWidget() is relecture
    assert relecture.banner.text.startswith("Il reste un passage")
    assert relecture.alerts.current is not None


def test_un_dossier_ou_l_on_ne_peut_pas_ecrire_ne_garde_rien(
    gestes: Gestes, tmp_path: Path
) -> None:
    relecture = preparer(gestes)
    tout_relire(gestes, relecture)
    gestes.passer_le_regard(vue(gestes))
    sortie = vue(gestes).sortie
    sortie.folder.setText(str(tmp_path / "clé débranchée"))
    gestes.clic(sortie.write)

    assert sortie.banner.text.startswith("Impossible d’écrire ici")
    assert sortis(tmp_path) == []
    assert gestes.lire(lambda cahier: cahier.journal()) == []
    sortie.folder.setText(str(tmp_path))
    gestes.clic(sortie.write)
    assert len(sortis(tmp_path)) == 2


def test_une_seconde_sortie_le_meme_jour_ne_remplace_rien(gestes: Gestes, tmp_path: Path) -> None:
    for _ in range(2):
        relecture = preparer(gestes)
        tout_relire(gestes, relecture)
        gestes.passer_le_regard(vue(gestes))
        gestes.clic(vue(gestes).sortie.write)
        vue(gestes).sortie.finished.emit()
        gestes.attendre()

    assert len(sortis(tmp_path)) == 4
    assert gestes.session.place == "sorties"


def test_garder_un_terme_bloquant_demande_un_motif(gestes: Gestes) -> None:
    relecture = preparer(gestes)
    rang = relecture.alerts.current
    relecture.alerts.setFocus()
    gestes.touche(Qt.Key.Key_G)
    assert relecture.alerts.line.hasFocus()
    gestes.touche(ENTREE)
    assert relecture.banner.text != ""
    assert relecture.etape.passage.alertes[rang].statut == "en_attente"

    gestes.touche(Qt.Key.Key_G)
    gestes.texte("le chat de la place")
    gestes.touche(ENTREE)
    assert relecture.etape.passage.alertes[rang].statut == "gardee"
    assert relecture.etape.passage.alertes[rang].motif == "le chat de la place"


def test_ce_que_la_personne_tape_est_relu(gestes: Gestes) -> None:
    relecture = preparer(gestes)
    relecture.shared.setFocus()
    relecture.shared.editor.selectAll()
    gestes.texte("On a revu Karim et sa soeur Leïla.")
    gestes.attendre_que(lambda: not relecture._edit_timer.isActive())

    attente = [a.terme for a in relecture.etape.passage.alertes if a.statut == "en_attente"]
    assert any("Leïla" in terme for terme in attente)
    assert not relecture.foot.next.isEnabled()


def test_les_termes_confirmes_restent_dans_la_liste_de_masquage(gestes: Gestes) -> None:
    tout_relire(gestes, preparer(gestes))
    termes = gestes.lire(lambda cahier: cahier.termes_masquage())
    relus = gestes.lire(lambda cahier: cahier.count_faits(Filtre(relu=True)))

    assert any("Karim" in terme for terme in termes)
    assert relus == 3
