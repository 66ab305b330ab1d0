"""La note de synthèse, entière ; deux pages au plus."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from documents.exemples import fait_relu, faits_varies, natures, relu
from tat_carnet.documents.contre_lecture import contre_lire, lecture_odt
from tat_carnet.documents.notes import composer_note
from tat_carnet.documents.rendering import compter_pages, rendre
from tat_carnet.domain.errors import SortieRefusee
from tat_carnet.domain.journal import FORMATS_DE_DOCUMENT, FormatDocument
from tat_carnet.domain.note_relue import NoteSynthese
from tat_carnet.domain.relu import Effort
from tat_carnet.domain.vocabulaire import Attestation, TypeFait


def note(**champs: Any) -> NoteSynthese:
    valeurs: dict[str, Any] = {
        "objet": relu("Un accueil pour les élèves exclus"),
        "jour": date(2026, 11, 21),
        "du": date(2026, 9, 1),
        "au": date(2026, 11, 20),
        "effort": Effort(56, 14),
        "faits": tuple(f for f in faits_varies() if f.attestation is not Attestation.rapporte),
        "constats": (relu("Les exclusions tombent le matin, quand tout est fermé."),),
        "analyse": (relu("Un élève exclu un lundi est seul jusqu’au vendredi."), relu("")),
        "options": (relu("Ouvrir une salle."), relu("Élargir l’accueil du collège.")),
        "proposition": relu("Ouvrir une salle dès la rentrée, à trois."),
    }
    return NoteSynthese(**(valeurs | champs))


def test_la_note_est_celle_attendue(attendu: Callable[[str, str], None]) -> None:
    document = composer_note(note(ensemble=natures()))
    pages = PdfReader(BytesIO(rendre(document, FormatDocument.pdf))).pages
    texte = "\n\f\n".join(page.extract_text() for page in pages)
    attendu("note-synthese.pdf.txt", texte + "\n")
    (suite, *_) = lecture_odt.lire(rendre(document, FormatDocument.odt))
    attendu("note-synthese.odt.txt", "".join(passage.texte for passage in suite) + "\n")
    assert len(pages) == compter_pages(document) <= 2


def test_une_note_de_trois_pages_se_refuse_et_dit_quoi_faire() -> None:
    long = fait_relu(TypeFait.bruit, "Du bruit, longtemps. " * 12, attestation=Attestation.atteste)
    with pytest.raises(SortieRefusee, match=r"fait \d pages.*deux au plus") as refus:
        composer_note(note(faits=(long,) * 30))
    trouve = re.search(r"avec (\d+)\xa0faits sur 30\u202f: laissez-en (\d+)", refus.value.phrase)
    assert trouve is not None
    tiennent, trop = map(int, trouve.groups())
    assert tiennent + trop == 30
    composer_note(note(faits=(long,) * tiennent))
    with pytest.raises(SortieRefusee):
        composer_note(note(faits=(long,) * (tiennent + 1)))


def test_une_note_qui_deborde_sans_un_fait_dit_le_texte_le_plus_long() -> None:
    with pytest.raises(SortieRefusee, match=r"Même sans un fait.*raccourcissez l’analyse, qui"):
        composer_note(note(analyse=(relu("Un constat de plus. " * 60),) * 12))


def test_une_note_sans_constat_dit_encore_son_effort() -> None:
    document = composer_note(note(faits=(), constats=(), effort=Effort(3, 0)))
    texte = "\n".join(document.textes())
    assert "moins de cinq\u00a0tournées\u202f; 0\u00a0fait" in texte
    sans_mots = fait_relu(TypeFait.feu, "", attestation=Attestation.atteste)
    assert "Feu (attesté)" in "\n".join(composer_note(note(faits=(sans_mots,))).textes())


def test_un_fait_qui_ne_dit_que_son_mois_suit_les_semaines() -> None:
    mots = {"Au mois": "2026-11", "À la semaine": "2026-S47"}
    faits = tuple(
        fait_relu(TypeFait.feu, dit, semaine=quand, attestation=Attestation.atteste)
        for dit, quand in mots.items()
    )
    texte = "\n".join(composer_note(note(faits=faits)).textes())

    assert texte.index("À la semaine") < texte.index("Au mois")


@pytest.mark.parametrize("format_", FORMATS_DE_DOCUMENT)
def test_un_terme_masque_s_y_retrouve(format_: FormatDocument) -> None:
    document = composer_note(note(proposition=relu("Écouter Karimou d’abord.")))
    assert contre_lire(rendre(document, format_), format_, ["karimou"], nom="x",
                       mentions=document.mentions())  # fmt: skip
