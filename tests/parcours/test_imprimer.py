"""Le cahier d'une période, imprimé : par le sas, relu sur le papier, inscrit au journal."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fenetres import MAINTENANT, fenetre
from gestes import Gestes
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.vocabulaire import Attestation, TypeFait
from tat_carnet.ui.papier.view import PapierView


def ecran(gestes: Gestes) -> PapierView:
    """L'écran, par le Cahier ; un soir récent avec un nom et une rumeur."""

    def noter(cahier: object) -> None:
        lieu = cahier.sites()[0]  # type: ignore[attr-defined]
        for texte, degre in (
            ("Vu Karim vers 21h30, musique forte", Attestation.observe),
            ("On dit que ça va bouger", Attestation.rumeur),
        ):
            cahier.save_fait(  # type: ignore[attr-defined]
                Fait(MAINTENANT, lieu.id, TypeFait.bruit, TexteBrut(texte), attestation=degre)
            )

    assert gestes.window.tasks is not None
    gestes.window.tasks.change(noter, lambda _: None, gestes.window)
    gestes.attendre()
    gestes.session.go("cahier")
    gestes.attendre()
    gestes.clic(gestes.page("cahier").imprimer)
    page = gestes.page("papier")
    assert isinstance(page, PapierView)
    return page


def test_imprimer_une_semaine_du_choix_au_journal(qtbot: QtBot, tmp_path: Path) -> None:
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        page = ecran(gestes)
        page.du.setDate(page.au.date())
        gestes.attendre()
        gestes.clic(page.go)
        assert page.fields["destinataire"].fault.startswith("Dites qui garde ces feuilles")
        gestes.lettres("L’équipe")
        gestes.clic(page.go)
        assert "rumeur" in page.banner.text
        page.relecture.alerts.setFocus()
        for _ in range(200):
            if page.relecture.foot.sign.isVisible():
                break
            if not gestes.garder_le_recit(page.relecture):
                gestes.touche(Qt.Key.Key_Return)
        gestes.passer_le_regard(page)
        gestes.clic(page.sortie.write)
        gestes.attendre()

        (pdf,) = tmp_path.glob("*.pdf")
        assert pdf.name == "cahier-papier-2026-11-21.pdf"
        texte = "".join(feuille.extract_text() for feuille in PdfReader(pdf).pages)
        assert "Cahier de veille" in texte
        assert "Karim" not in texte
        assert "21h30" not in texte
        assert "ça va bouger" not in texte
        ligne = gestes.lire(lambda c: c.journal())[0]
        assert ligne.genre is GenreDocument.cahier_papier
        assert ligne.destinataire == "L’équipe"
        assert ligne.empreinte == sha256(pdf.read_bytes()).hexdigest()


def test_une_periode_a_l_envers_se_dit(qtbot: QtBot, tmp_path: Path) -> None:
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        page = ecran(gestes)
        page.du.setDate(page.au.date().addDays(3))
        page.destinataire.setText("L’équipe")

        gestes.clic(page.go)

        assert page.fields["au"].fault == "La période finit avant d’avoir commencé."
        assert page.preparing
