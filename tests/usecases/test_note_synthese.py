"""Préparer une note : du solide seulement, et ce qui manque dit sur place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from signatures import regarder_et_signer
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import RelectureIncomplete, SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.journal import FormatDocument, GenreDocument
from tat_carnet.domain.vocabulaire import Attestation, NatureSource, TypeFait
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.exporter import exporter, nom_propose
from tat_carnet.usecases.note_synthese import NotePreparee, estimer_note, ouvrir_note

LE = datetime(2026, 11, 10, 18, 0)
JOUR = date(2026, 11, 21)
NOTE = NotePreparee(
    objet="Un accueil le matin",
    destinataire="Comité",
    du=date(2026, 11, 1),
    au=JOUR,
    analyse=("La salle est fermée.",),
    options=("Ouvrir.",),
    proposition="Ouvrir dès la rentrée.",
)


@pytest.fixture(autouse=True)
def faits(cahier: CahierOuvert) -> None:
    cahier.save_site(Site("Place haute", "Nord", id="place"))
    for attestation in Attestation:
        cahier.save_fait(
            Fait(
                LE,
                site_id="place",
                type=TypeFait.exclusion,
                texte_brut=TexteBrut("Des jeunes attendent dehors."),
                attestation=attestation,
                natures_source=(NatureSource.observation, NatureSource.ecole),
                reunion_le=JOUR,
                id=attestation.value,
            )
        )


def lire(dossier: object) -> None:
    for rang, etape in enumerate(dossier.etapes):  # type: ignore[attr-defined]
        if etape.passage.complete:
            dossier.marquer_lue(rang)  # type: ignore[attr-defined]


def test_une_note_ne_s_appuie_que_sur_le_recoupe_et_l_atteste(
    cahier: CahierOuvert, tmp_path: Path
) -> None:
    dossier = ouvrir_note(cahier, NOTE, JOUR)
    lire(dossier)
    signe = regarder_et_signer(dossier)
    assert sorted(signe.references) == ["atteste", "recoupe"]
    chemin = tmp_path / nom_propose(signe, FormatDocument.pdf)
    exporter(signe, FormatDocument.pdf, chemin, cahier=cahier, maintenant=LE)
    assert [ligne.genre for ligne in cahier.journal()] == [GenreDocument.note_synthese]


def test_un_nom_dans_la_proposition_arrete_la_note(cahier: CahierOuvert) -> None:
    dossier = ouvrir_note(cahier, replace(NOTE, proposition="Expulser Karim Benali."), JOUR)
    lire(dossier)
    with pytest.raises(RelectureIncomplete):
        regarder_et_signer(dossier)


@pytest.mark.parametrize(
    ("champs", "champ"),
    [
        ({"objet": " "}, "objet"),
        ({"destinataire": ""}, "destinataire"),
        ({"proposition": ""}, "proposition"),
        ({"analyse": ()}, "analyse"),
        ({"options": ()}, "options"),
        ({"au": date(2026, 10, 1)}, "au"),
    ],
)
def test_ce_qui_manque_est_nomme(
    cahier: CahierOuvert, champs: dict[str, object], champ: str
) -> None:
    with pytest.raises(SaisieIncomplete) as refus:
        ouvrir_note(cahier, replace(NOTE, **champs), JOUR)  # type: ignore[arg-type]
    assert refus.value.champ == champ


def test_une_note_s_estime_avant_d_etre_relue(cahier: CahierOuvert) -> None:
    vide = estimer_note(cahier, replace(NOTE, analyse=(), options=(), proposition=""))
    pleine = estimer_note(cahier, replace(NOTE, analyse=("Un constat de plus. " * 40,) * 9))

    assert vide.faits == pleine.faits == 2
    assert 0 < vide.pages < 0.2
    assert pleine.pages > 2
