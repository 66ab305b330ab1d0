"""La restitution publique : une entrée par sorte de fait, rien de plus fin que le mois."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from documents.exemples import compte_rendu, fait_relu, relu, restitution, suivies
from tat_carnet.documents.comptes_rendus import composer
from tat_carnet.documents.comptes_rendus.habitants import faits_aux_habitants
from tat_carnet.documents.interface import Bloc, Fiche, Liste, Paragraphe, Titre
from tat_carnet.domain.errors import SortieRefusee
from tat_carnet.domain.relu import Effort, FaitRelu
from tat_carnet.domain.vocabulaire import Attestation, EtatDecision, Recurrence, Theme, TypeFait

BRUIT = fait_relu(TypeFait.bruit, "Du bruit tard.", semaine="2026-11")
EFFORT = Effort(31, 14)


def blocs(*faits: FaitRelu, a_quelqu_un: bool = False) -> list[Bloc]:
    return list(faits_aux_habitants(faits, EFFORT, 2026, a_quelqu_un))


def entrees(*faits: FaitRelu) -> list[Fiche]:
    return [bloc for bloc in blocs(*faits) if isinstance(bloc, Fiche)]


def mois(*codes: str) -> list[FaitRelu]:
    return [replace(BRUIT, semaine=code) for code in codes]


@pytest.mark.parametrize(
    ("codes", "dit"),
    [
        (("2026-11",), "en novembre"),
        (("2026-10", "2026-11", "2026-11"), "en octobre et en novembre"),
        (("2026-09", "2026-11"), "en septembre et en novembre"),
        (("2026-11", "2026-10", "2026-09"), "de septembre à novembre"),
        (("2026-08", "2026-09", "2026-10"), "d’août à octobre"),
        (("2025-12", "2026-01"), "en décembre 2025 et en janvier"),
        (("2025-12", "2026-01", "2026-02"), "de décembre 2025 à février"),
        (("2026-08", "2026-09", "2026-11"), "en août, en septembre et en novembre"),
    ],
)
def test_les_mois_d_une_sorte_se_disent_sans_en_inventer(codes: tuple[str, ...], dit: str) -> None:
    """« De septembre à novembre » dirait octobre, s'il n'y est pas."""
    (entree,) = entrees(*mois(*codes))
    assert entree.quand.replace("\u00a0", " ") == dit


def test_moins_de_cinq_faits_ne_se_comptent_pas() -> None:
    """Témoin (vu une fois) : le seuil à quatre, le premier tombe."""
    quatre, cinq = (entrees(*mois(*["2026-11"] * nombre))[0] for nombre in (4, 5))
    assert "·" not in quatre.quand
    assert cinq.quand.endswith("· cinq faits ou plus")
    dit = " ".join(composer(compte_rendu(**restitution())).textes())
    assert re.findall(r"\d+\s(?:faits?|points? forts?|tournées?)", dit) == [
        "13\u00a0faits", "2\u00a0points forts", "30\u00a0tournées"
    ]  # fmt: skip


def test_un_fait_rapporte_ne_se_range_pas_parmi_ceux_que_l_on_a_vus() -> None:
    """Témoin (vu une fois) : la clé sans `rapporte`, « vu » couvre ce que d'autres ont dit."""
    dit = replace(BRUIT, attestation=Attestation.rapporte)
    su = replace(BRUIT, attestation=Attestation.recoupe)

    assert [entree.degre for entree in entrees(dit, su, BRUIT)] == [
        "vu par l’équipe, su de deux sources",
        "dit par d’autres, non vérifié",
    ]


def test_ce_qui_a_disparu_ne_se_range_pas_avec_ce_qui_dure() -> None:
    """Témoin (vu une fois) : la clé sans `disparu`, le bruit fini continue en novembre."""
    dure, fini = entrees(replace(BRUIT, recurrence=Recurrence.disparu), *mois("2026-10"))

    assert (dure.quand, dure.marque) == ("en\u00a0octobre", "")
    assert (fini.quand, fini.marque) == ("en\u00a0novembre", "ne se voit plus")


def test_les_lieux_et_les_mots_ne_disent_pas_l_ordre_des_faits() -> None:
    square, place = replace(BRUIT, lieu=relu("Square")), replace(BRUIT, lieu=relu("Place"))
    place = replace(place, formulation=relu("Des cris."))

    assert entrees(square, place, square) == entrees(place, square)
    (entree,) = entrees(square, place)
    assert entree.lieu == "Place\u202f; Square"
    assert entree.corps == ("Des cris.", "Du bruit tard.")


def test_les_points_forts_viennent_les_premiers_de_leur_theme() -> None:
    cadre = (Theme.cadre_de_vie,)
    fort = fait_relu(TypeFait.solidarite, "", themes=cadre, semaine="2026-11")
    panneau = fait_relu(TypeFait.autre, "", libelle_type=relu("Panneau"), semaine="2026-11")
    rixe = fait_relu(TypeFait.rixe, "", themes=cadre, semaine="2026-11")

    assert [entree.titre for entree in entrees(panneau, rixe, BRUIT, fort)] == [
        "Solidarité", "Bruit", "Bagarre", "Panneau",
    ]  # fmt: skip
    assert entrees(fort)[0].marque == "point fort"


def test_aucune_semaine_aucun_code_n_arrive_aux_habitants() -> None:
    """Un fait qui dirait encore sa semaine est un défaut de notre côté : rien ne se compose."""
    document = composer(compte_rendu(**restitution()))
    assert not any(bloc.precisions for bloc in document.blocs if isinstance(bloc, Fiche))
    dit = " ".join(document.textes())
    assert not re.search("semaine|soirée|gravité|urgence|publics|effets", dit)

    with pytest.raises(ValueError, match="que des mois"):
        blocs(replace(BRUIT, semaine="2026-S47"))


@pytest.mark.parametrize("degre", [Attestation.rumeur, Attestation.infirme])
def test_une_rumeur_n_est_pas_dite_aux_habitants(degre: Attestation) -> None:
    with pytest.raises(SortieRefusee, match="rumeur"):
        blocs(replace(BRUIT, attestation=degre))


def test_ce_qui_se_tait_n_est_pas_nie() -> None:
    """Rien de dit parce que tout arrive à quelqu'un : ni « aucun fait », ni un titre seul."""
    assert blocs(a_quelqu_un=True) == []
    rien = [bloc.texte for bloc in blocs() if isinstance(bloc, Paragraphe)]
    assert rien[0].startswith("Aucun fait pour environ 30")
    assert rien[1].startswith("Ne rien avoir vu")
    dernier = blocs(BRUIT, a_quelqu_un=True)[-1]
    assert isinstance(dernier, Paragraphe)
    assert dernier.texte.startswith("Hors de ce qui arrive à quelqu’un, rien de relevé sur")
    tous = [replace(BRUIT, themes=(theme,)) for theme in Theme]
    assert isinstance(blocs(*tous)[-1], Fiche)


@pytest.mark.parametrize(
    ("champs", "titres"),
    [
        ({}, ["Ce qui a été fait", "Ce qui reste à faire", "Ce qui ne se fera pas"]),
        ({"suivies": suivies()[:1]}, ["Ce qui a été fait"]),
        ({"suivies": ()}, []),
    ],
)
def test_les_decisions_se_disent_sans_tableau_ni_date(
    champs: dict[str, Any], titres: list[str]
) -> None:
    document = composer(compte_rendu(**restitution() | champs))
    dits = [b.texte for b in document.blocs if isinstance(b, Titre) and "Ce qui" in b.texte]
    assert dits == titres
    assert len(titres) in (0, 1, len(EtatDecision))
    if titres:
        rang = [getattr(bloc, "texte", "") for bloc in document.blocs].index(titres[0])
        assert document.blocs[rang + 1] == Liste(
            ("Réparer l’éclairage du passage (Bailleur social). Posé, et qui tient.",)
        )
