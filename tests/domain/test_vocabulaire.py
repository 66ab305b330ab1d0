"""Les énumérations de `domaine.md` §3, entières, et leurs libellés."""

from __future__ import annotations

import inspect
import re
from enum import StrEnum

import pytest

from tat_carnet.domain import journal, vocabulaire
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.synonymes import MOTS_DU_TYPE
from tat_carnet.domain.vocabulaire import (
    FAMILLE_DU_TYPE,
    THEME_PAR_DEFAUT,
    TYPES_PAR_FAMILLE,
    Famille,
    Impact,
    TypeFait,
)

ENUMERATIONS = [
    classe
    for module in (vocabulaire, journal)
    for _, classe in inspect.getmembers(module, inspect.isclass)
    if issubclass(classe, StrEnum) and classe is not StrEnum
]
ATTENDUS = {
    "Famille": 10,
    "TypeFait": 56,
    "Theme": 6,
    "TrancheAge": 10,
    "TailleGroupe": 6,
    "Attestation": 6,
    "NatureSource": 11,
    "Recurrence": 5,
    "Moment": 5,
    "Gravite": 5,
    "Urgence": 5,
    "Public": 15,
    "Impact": 21,
    "NiveauDecision": 3,
    "TypePartenaire": 25,
}


@pytest.mark.parametrize(("nom", "nombre"), ATTENDUS.items())
def test_chaque_enumeration_est_complete(nom: str, nombre: int) -> None:
    assert len(getattr(vocabulaire, nom)) == nombre


@pytest.mark.parametrize("enumeration", ENUMERATIONS, ids=lambda e: e.__name__)
def test_chaque_code_a_un_libelle_francais(enumeration: type[StrEnum]) -> None:
    for code in enumeration:
        assert libelle(code).strip()
        assert "_" not in libelle(code)
        assert "'" not in libelle(code)


@pytest.mark.parametrize("enumeration", ENUMERATIONS, ids=lambda e: e.__name__)
def test_chaque_code_est_sans_accent(enumeration: type[StrEnum]) -> None:
    assert [code for code in enumeration if not re.fullmatch(r"[a-z0-9_]+", code)] == []


def test_deux_codes_de_meme_valeur_gardent_chacun_leur_libelle() -> None:
    assert (libelle(TypeFait.bruit), libelle(Impact.bruit)) == ("Bruit", "bruit")


def test_chaque_type_a_une_famille_et_des_mots_qui_y_menent() -> None:
    assert set(FAMILLE_DU_TYPE) == set(TypeFait) == set(MOTS_DU_TYPE)
    assert set(TYPES_PAR_FAMILLE) == set(Famille) == set(THEME_PAR_DEFAUT)


def test_un_filtre_sait_s_il_est_vide() -> None:
    assert Filtre().vide
    assert not Filtre(relu=False).vide
