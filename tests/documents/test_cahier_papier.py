"""Le cahier imprimé : chaque semaine y est, dans l'ordre, et nulle rumeur."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from documents.exemples import fait_relu, faits_varies, natures
from tat_carnet.documents.cahier_papier import composer
from tat_carnet.documents.interface import Fiche, Paragraphe, Titre
from tat_carnet.documents.rendering import rendre
from tat_carnet.domain.errors import SortieRefusee
from tat_carnet.domain.journal import FormatDocument
from tat_carnet.domain.periode import semaine_iso
from tat_carnet.domain.relu import CahierPapier, Effort, EffortSemaine, FaitRelu
from tat_carnet.domain.vocabulaire import Attestation, Moment, TypeFait

LUNDI = date(2026, 11, 2)


def cahier(*faits: FaitRelu, semaines: int = 3) -> CahierPapier:
    """Le mois de novembre 2026, une tournée de plus chaque semaine."""
    efforts = tuple(
        EffortSemaine(LUNDI + timedelta(weeks=rang), Effort(rang + 1, rang))
        for rang in range(semaines)
    )
    fin = LUNDI + timedelta(weeks=semaines) - timedelta(days=1)
    return CahierPapier(LUNDI, fin, fin, efforts, faits)


def pages(papier: CahierPapier) -> list[str]:
    octets = rendre(composer(papier), FormatDocument.pdf)
    return [page.extract_text() for page in PdfReader(BytesIO(octets)).pages]


def test_le_texte_entier_est_celui_attendu(attendu: Callable[[str, str], None]) -> None:
    papier = replace(cahier(*faits_varies()), ensemble=natures())
    attendu("cahier-papier.pdf.txt", "\n\f\n".join(pages(papier)) + "\n")


def test_chaque_semaine_est_la_meme_vide_avec_sa_presence() -> None:
    un_fait = fait_relu(TypeFait.bruit, "Du bruit tard le soir.")
    blocs = composer(cahier(un_fait)).blocs

    semaines = [bloc.texte for bloc in blocs if isinstance(bloc, Titre) and bloc.niveau == 2]
    textes = [bloc.texte for bloc in blocs if isinstance(bloc, Paragraphe)]
    phrases = [texte.replace("\u00a0", " ") for texte in textes[-3:]]
    assert semaines == [
        "En tout",
        "Semaine du 2 novembre",
        "Semaine du 9 novembre",
        "Semaine du 16 novembre",
    ]
    assert phrases == [
        "Aucun fait pour moins de cinq tournées.",
        "Aucun fait pour moins de cinq tournées.",
        "1 fait pour moins de cinq tournées.",
    ]
    assert isinstance(blocs[-1], Fiche)


def test_les_faits_d_une_semaine_suivent_les_heures() -> None:
    nuit = fait_relu(TypeFait.bruit, "La nuit.", moment=Moment.nuit)
    matin = fait_relu(TypeFait.feu, "Le matin.", moment=Moment.matin)

    fiches = [b for b in composer(cahier(nuit, matin)).blocs if isinstance(b, Fiche)]

    assert [une.corps for une in fiches] == [("Le matin.",), ("La nuit.",)]


def test_sous_sa_semaine_un_fait_ne_redit_que_son_moment() -> None:
    sans = fait_relu(TypeFait.bruit, "Un jour.", moment=None)
    soir = fait_relu(TypeFait.bruit, "Le soir.")
    fiches = [b for b in composer(cahier(sans, soir)).blocs if isinstance(b, Fiche)]

    assert [une.reperes for une in fiches] == [
        "Place haute · observé", "Place haute · soirée · observé",
    ]  # fmt: skip


def test_un_fait_qui_ne_dit_que_son_mois_s_imprime_apres_les_semaines() -> None:
    """Témoin : rangés par semaine seulement, ces faits disparaissaient des feuilles (vu)."""
    faits = [
        fait_relu(TypeFait.feu, "Le mois, la nuit.", semaine="2026-11", moment=Moment.nuit),
        fait_relu(TypeFait.bruit, "La semaine."),
        fait_relu(TypeFait.feu, "Le mois, le matin.", semaine="2026-11", moment=Moment.matin),
    ]

    blocs = composer(cahier(*faits)).blocs

    fiches = [une.corps[0] for une in blocs if isinstance(une, Fiche)]
    titres = [un.texte for un in blocs if isinstance(un, Titre)]
    assert fiches == ["La semaine.", "Le mois, le matin.", "Le mois, la nuit."]
    assert titres[-1] == "Mois de novembre"


@pytest.mark.parametrize("degre", [Attestation.rumeur, Attestation.infirme])
def test_une_rumeur_ne_s_imprime_pas(degre: Attestation) -> None:
    un_fait = replace(fait_relu(TypeFait.bruit, "Du bruit."), attestation=degre)

    with pytest.raises(SortieRefusee, match="rumeur"):
        composer(cahier(un_fait))


def test_sans_un_fait_le_cahier_dit_sa_presence() -> None:
    assert "Aucun fait pour environ 5 tournées" in pages(cahier())[0]


def test_beaucoup_de_faits_font_des_pages_numerotees() -> None:
    faits = [
        fait_relu(
            TypeFait.bruit,
            f"Note {rang} : du bruit tard le soir, calmé en parlant.",
            semaine=semaine_iso(LUNDI + timedelta(weeks=rang % 3)),
        )
        for rang in range(150)
    ]

    lues = pages(cahier(*faits))

    assert len(lues) > 8
    for rang, page in enumerate(lues, start=1):
        assert f"{rang} / {len(lues)}" in page.replace("\u202f", " ").replace("\u00a0", " ")
    assert sum(page.count("calmé en parlant") for page in lues) == 150
