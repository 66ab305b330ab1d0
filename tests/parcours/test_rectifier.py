"""Un fait infirmé après être sorti : chaque document qui le citait est nommé, et se rectifie."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from fenetres import MAINTENANT, fenetre
from gestes import Gestes
from signatures import regarder_et_signer
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.courrier import Courrier, Demande
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.journal import FormatDocument, GenreDocument
from tat_carnet.domain.vocabulaire import Attestation, StatutCourrier
from tat_carnet.ui.rectificatif.view import RectificatifView
from tat_carnet.usecases.attester import changer_degre
from tat_carnet.usecases.compte_rendu import ouvrir_dossier
from tat_carnet.usecases.demonstration import load_scenario
from tat_carnet.usecases.demonstration_relecture import relire_dossier
from tat_carnet.usecases.exporter import exporter, nom_propose
from tat_carnet.usecases.note_synthese import NotePreparee, ouvrir_note
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture import Dossier

SORTI = MAINTENANT - timedelta(days=3)


@pytest.fixture
def gestes(qtbot: QtBot, tmp_path: Path) -> Iterator[Gestes]:
    """Un même fait cité par un compte-rendu, une note et une lettre ; infirmé ce matin."""
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        gestes.lire(lambda cahier: sortir(cahier, tmp_path))
        yield gestes


def sortir(cahier: Cahier, dossier: Path) -> None:
    scenario = load_scenario(MAINTENANT.date())
    rendu = ouvrir_dossier(cahier, scenario.preparation)
    relire_dossier(rendu, scenario)
    ecrire(cahier, rendu, dossier, SORTI)
    note = ouvrir_note(
        cahier,
        NotePreparee(
            objet="Une note",
            destinataire="Le comité",
            du=scenario.preparation.du,
            au=scenario.preparation.au,
            analyse=("On le voit bien.",),
            options=("Ouvrir.",),
            proposition="Ouvrir.",
        ),
        SORTI.date(),
    )
    recoupes = cahier.faits(Filtre(attestation=Attestation.recoupe), 50)
    cite = next(fait for fait in recoupes if fait.id in cites(rendu) & cites(note))
    note.ecarter_faits(cites(note) - {cite.id})
    for rang, etape in enumerate(note.etapes):
        while not etape.ecartee and (alerte := etape.passage.prochaine()) is not None:
            etape.passage.garder(alerte, "nom public, pour cet essai")
        if not etape.ecartee:
            note.marquer_lue(rang)
    ecrire(cahier, note, dossier, SORTI + timedelta(hours=1))
    lettre = cahier.give_reference(
        Courrier(
            "bailleur_parties_communes",
            cahier.courriers()[0].destinataire_id,
            faits=(cite.id,),
            objet="Parties communes",
            demandes=(Demande("Réparer", MAINTENANT.date()),),
            cree_le=SORTI,
        ),
        2026,
    )
    for statut in (StatutCourrier.relu, StatutCourrier.valide, StatutCourrier.envoye):
        lettre = lettre.passer(statut, SORTI)
    cahier.save_courrier(lettre)
    changer_degre(
        cahier,
        cite.id,
        Attestation.infirme,
        TexteBrut("établi faux"),
        MAINTENANT - timedelta(hours=6),
        reunion_le=MAINTENANT.date(),
    )


def cites(dossier: Dossier[Any]) -> set[str]:
    return {etape.fait.fait.id for etape in dossier.etapes if etape.fait is not None}


def ecrire(cahier: Cahier, dossier: Dossier[Any], ou: Path, le: datetime) -> None:
    signe = regarder_et_signer(dossier)
    for code in (FormatDocument.pdf, FormatDocument.odt):
        exporter(signe, code, ou / nom_propose(signe, code), cahier=cahier, maintenant=le)


def vue(gestes: Gestes) -> RectificatifView:
    page = gestes.page("rectificatif")
    assert isinstance(page, RectificatifView)
    return page


def test_trois_documents_sont_nommes_et_le_compte_rendu_se_rectifie(
    gestes: Gestes, tmp_path: Path
) -> None:
    gestes.session.go("rectificatif")
    gestes.attendre()
    note, rendu, lettre = vue(gestes).buttons
    assert [cle.split()[0] for cle in (note, rendu)] == ["note_synthese", "compte_rendu"]
    assert vue(gestes).buttons[lettre].text().strip() == "Rectifier dans les courriers"

    gestes.clic(vue(gestes).buttons[rendu])
    page = vue(gestes)
    page.relecture.alerts.setFocus()
    assert page._dossier is not None
    for rang, etape in enumerate(page._dossier.etapes):
        while (alerte := etape.passage.prochaine()) is not None:
            etape.passage.accepter(alerte)
        page._dossier.marquer_lue(rang)
    page.relecture.signed.emit()
    gestes.attendre()
    for question in page.regard.questions:
        gestes.clic(question.no)
    gestes.clic(page.regard.confirm)
    gestes.clic(page.sortie.write)

    (pdf,) = tmp_path.glob("rectificatif-*.pdf")
    texte = "\n".join(p.extract_text() for p in PdfReader(pdf).pages)
    assert "Rectificatif au compte-rendu" in texte
    journal = gestes.lire(lambda cahier: cahier.journal())
    rectifies = [ligne for ligne in journal if ligne.genre is GenreDocument.rectificatif]
    assert {ligne.destinataire for ligne in rectifies} == {"Membres de l’instance de veille"}
    gestes.session.go("sorties")
    page._back_to_preparation()
    gestes.session.go("rectificatif")
    gestes.attendre()
    assert list(vue(gestes).buttons) == [note, lettre], "le compte-rendu est soldé"


def test_le_registre_des_courriers_et_l_accueil_y_menent(gestes: Gestes) -> None:
    gestes.session.go("courriers")
    gestes.attendre()
    registre = gestes.page("courriers").registre  # type: ignore[attr-defined]
    cles = [cle for cle in registre.buttons if "compte_rendu" in cle[0]]
    gestes.clic(registre.buttons[cles[0]])

    assert gestes.session.place == "rectificatif"
    lettre = list(vue(gestes).buttons)[-1]
    gestes.clic(vue(gestes).buttons[lettre])
    assert gestes.session.place == "courriers"
