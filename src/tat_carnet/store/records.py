"""Entre les objets du domaine et les colonnes de la base."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

import sqlcipher3

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.vocabulaire import (
    Attestation,
    Gravite,
    Impact,
    Maille,
    Moment,
    NatureSource,
    Public,
    Recurrence,
    TailleGroupe,
    Theme,
    TrancheAge,
    TypeFait,
    TypeSite,
    Urgence,
)
from tat_carnet.store.text import storable

Columns = dict[str, Any]
Code = TypeVar("Code", bound=StrEnum)


def save_row(connection: sqlcipher3.Connection, table: str, columns: Columns) -> None:
    """Modifie la ligne de cet `id`, ou l'ajoute. Les deux lui donnent un jeton neuf."""
    names = list(columns)
    values = [storable(value) if isinstance(value, str) else value for value in columns.values()]
    assignments = ", ".join(f"{name} = ?" for name in names)
    updated = connection.execute(
        f"UPDATE {table} SET {assignments}, jeton = random() & 0xFFFFFFFFFF WHERE id = ?",
        [*values, columns["id"]],
    )
    if updated.rowcount == 0:
        places = ", ".join("?" * len(names))
        connection.execute(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})", values)


def _codes_to_json(codes: tuple[StrEnum, ...]) -> str:
    return json.dumps([code.value for code in codes])


@lru_cache(maxsize=512)
def _values(text: str) -> tuple[str, ...]:
    """Les mêmes listes reviennent sans cesse, et les relire est la moitié du coût d'une page."""
    return tuple(json.loads(text))


def _codes_from_json(kind: type[Code], text: str) -> tuple[Code, ...]:
    return tuple([kind(value) for value in _values(text)])


def _optional(kind: type[Code], value: str | None) -> Code | None:
    return None if value is None else kind(value)


def _iso(moment: date | None) -> str | None:
    return None if moment is None else moment.isoformat()


def tournee_to_columns(tournee: Tournee) -> Columns:
    """Les colonnes de la table `tournee`, sans son numéro."""
    return {
        "id": tournee.id,
        "jour": tournee.jour.isoformat(),
        "plage": tournee.plage.value,
        "secteur": tournee.secteur,
        "binome": tournee.binome.lire(),
        "note": tournee.note.lire(),
        "ras": int(tournee.ras),
        "terminee": int(tournee.terminee),
    }


def tournee_from_columns(columns: Mapping[str, Any]) -> Tournee:
    """L'inverse de `tournee_to_columns`."""
    return Tournee(
        id=columns["id"],
        jour=date.fromisoformat(columns["jour"]),
        plage=Moment(columns["plage"]),
        secteur=columns["secteur"],
        binome=TexteBrut(columns["binome"]),
        note=TexteBrut(columns["note"]),
        ras=bool(columns["ras"]),
        terminee=bool(columns["terminee"]),
    )


def site_to_columns(site: Site) -> Columns:
    """Les colonnes de la table `site`, sans son numéro."""
    return {
        "id": site.id,
        "libelle_public": site.libelle_public,
        "secteur": site.secteur,
        "type": site.type.value,
        "maille": site.maille.value,
        "ilot": site.ilot,
        "nom_usage": site.nom_usage.lire(),
        "logements_approx": site.logements_approx,
    }


def site_from_columns(columns: Mapping[str, Any]) -> Site:
    """L'inverse de `site_to_columns`."""
    return Site(
        id=columns["id"],
        libelle_public=columns["libelle_public"],
        secteur=columns["secteur"],
        type=TypeSite(columns["type"]),
        maille=Maille(columns["maille"]),
        ilot=columns["ilot"],
        nom_usage=TexteBrut(columns["nom_usage"]),
        logements_approx=columns["logements_approx"],
    )


def fait_to_columns(fait: Fait) -> Columns:
    """Les champs d'un fait en valeurs simples ; `site_id` y tient lieu de numéro de site."""
    return {
        "id": fait.id,
        "site_id": fait.site_id,
        "tournee_id": fait.tournee_id,
        "instant": fait.instant.isoformat(),
        "type": fait.type,
        "texte_brut": fait.texte_brut.lire(),
        "libelle_autre": fait.libelle_autre,
        "themes": _codes_to_json(fait.themes),
        "quantite": fait.quantite,
        "taille_groupe": fait.taille_groupe,
        "tranche_age": fait.tranche_age,
        "publics": _codes_to_json(fait.publics),
        "impacts": _codes_to_json(fait.impacts),
        "attestation": fait.attestation,
        "natures_source": _codes_to_json(fait.natures_source),
        "reunion_le": _iso(fait.reunion_le),
        "gravite": fait.gravite,
        "urgence": fait.urgence,
        "recurrence": fait.recurrence,
        "formulation": fait.formulation,
        "relu_le": _iso(fait.relu_le),
    }


FAIT_COLUMNS = tuple(fait_to_columns(Fait(datetime.min)))
"""Les noms de champs d'un fait, dans l'ordre où `faits` les lit."""


def fait_from_columns(columns: Mapping[str, Any]) -> Fait:
    """L'inverse de `fait_to_columns`."""
    reunion, relu = columns["reunion_le"], columns["relu_le"]
    return Fait(
        id=columns["id"],
        site_id=columns["site_id"],
        tournee_id=columns["tournee_id"],
        instant=datetime.fromisoformat(columns["instant"]),
        type=_optional(TypeFait, columns["type"]),
        texte_brut=TexteBrut(columns["texte_brut"]),
        libelle_autre=columns["libelle_autre"],
        themes=_codes_from_json(Theme, columns["themes"]),
        quantite=columns["quantite"],
        taille_groupe=_optional(TailleGroupe, columns["taille_groupe"]),
        tranche_age=_optional(TrancheAge, columns["tranche_age"]),
        publics=_codes_from_json(Public, columns["publics"]),
        impacts=_codes_from_json(Impact, columns["impacts"]),
        attestation=Attestation(columns["attestation"]),
        natures_source=_codes_from_json(NatureSource, columns["natures_source"]),
        reunion_le=date.fromisoformat(reunion) if reunion else None,
        gravite=_optional(Gravite, columns["gravite"]),
        urgence=_optional(Urgence, columns["urgence"]),
        recurrence=_optional(Recurrence, columns["recurrence"]),
        formulation=columns["formulation"],
        relu_le=datetime.fromisoformat(relu) if relu else None,
    )
