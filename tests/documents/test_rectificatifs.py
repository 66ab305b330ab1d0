"""Le rectificatif d'un document, entier ; il ne dit que des démentis."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from documents.exemples import relu
from tat_carnet.documents.contre_lecture import contre_lire, lecture_odt
from tat_carnet.documents.interface import Mention
from tat_carnet.documents.rectificatifs import composer_rectificatif
from tat_carnet.documents.rendering import rendre
from tat_carnet.domain.errors import SortieRefusee
from tat_carnet.domain.journal import FORMATS_DE_DOCUMENT, FormatDocument, GenreDocument
from tat_carnet.domain.rectificatif_relu import Rectificatif
from tat_carnet.domain.relu import DementiRelu

VEHICULE = DementiRelu(
    "f1",
    "2026-S46",
    relu("Place haute"),
    relu("il ne s’agissait pas d’un véhicule dangereux, mais d’une intervention de maintenance."),
)
BRUIT = DementiRelu("f2", "2026-S44", relu("Square des Glycines"), relu("il n’y a pas eu de rixe."))


def rectificatif(**champs: Any) -> Rectificatif:
    valeurs: dict[str, Any] = {
        "genre": GenreDocument.compte_rendu,
        "sorti_le": date(2026, 11, 21),
        "jour": date(2026, 12, 2),
        "dementis": (VEHICULE, BRUIT),
        "mot": relu("Nous vous prions de nous en excuser."),
    }
    return Rectificatif(**(valeurs | champs))


def test_le_rectificatif_est_celui_attendu(attendu: Callable[[str, str], None]) -> None:
    document = composer_rectificatif(rectificatif())
    pages = PdfReader(BytesIO(rendre(document, FormatDocument.pdf))).pages
    attendu("rectificatif.pdf.txt", "\n\f\n".join(page.extract_text() for page in pages) + "\n")
    (suite, *_) = lecture_odt.lire(rendre(document, FormatDocument.odt))
    attendu("rectificatif.odt.txt", "".join(passage.texte for passage in suite) + "\n")


@pytest.mark.parametrize(
    ("genre", "dit"),
    [
        (GenreDocument.compte_rendu, "au compte-rendu du 21 novembre 2026"),
        (GenreDocument.note_synthese, "à la note de synthèse du"),
        (GenreDocument.cahier_papier, "au cahier imprimé du"),
        (GenreDocument.vignette, "au document du"),
    ],
)
def test_le_titre_dit_quel_document(genre: GenreDocument, dit: str) -> None:
    assert dit in "\n".join(composer_rectificatif(rectificatif(genre=genre)).textes())


def test_un_seul_fait_s_accorde_et_le_mot_peut_manquer() -> None:
    textes = "\n".join(
        composer_rectificatif(rectificatif(dementis=(BRUIT,), mot=relu(""))).textes()
    )

    assert "un fait que notre instance a depuis examiné en réunion. Il s’est révélé faux" in textes
    assert "Ce que nous ajoutons" not in textes


def test_sans_dementi_il_n_y_a_rien_a_rectifier() -> None:
    with pytest.raises(SortieRefusee, match="laissés de côté"):
        composer_rectificatif(rectificatif(dementis=()))


@pytest.mark.parametrize("format_", FORMATS_DE_DOCUMENT)
def test_ce_qu_une_personne_a_ecrit_est_contre_lu(format_: FormatDocument) -> None:
    tape = "KARIMOU TEST"
    dementi = DementiRelu("f3", "2026-S46", relu(tape), relu(tape))
    document = composer_rectificatif(rectificatif(dementis=(dementi,), mot=relu(tape)))

    assert not any(isinstance(t, Mention) for t in document.textes() if "KARIMOU" in t)
    assert contre_lire(rendre(document, format_), format_, (tape,), nom="x",
                       mentions=document.mentions())  # fmt: skip


def test_ce_qui_arrivait_a_quelqu_un_se_dement_sans_lieu_ni_date() -> None:
    deuil = DementiRelu(
        "f3", "", relu(""), relu("Ce qui se disait s’est révélé faux\u202f: deuil.")
    )
    textes = composer_rectificatif(rectificatif(dementis=(deuil, BRUIT))).textes()

    dite = "Démenti, sans lieu ni date\u202f: Ce qui se disait s’est révélé faux\u202f: deuil."
    assert [texte for texte in textes if "émenti" in texte and ":" in texte][1:] == [dite]
