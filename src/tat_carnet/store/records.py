"""Entre les objets du domaine et les colonnes de la base."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, Final, TypeVar

import sqlcipher3

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.plan import Position
from tat_carnet.domain.vocabulaire import (
    Attestation,
    Gravite,
    Impact,
    Maille,
    Moment,
    NatureSource,
    Profil,
    Public,
    Recurrence,
    TailleGroupe,
    Theme,
    TrancheAge,
    TypeFait,
    TypePartenaire,
    TypeSite,
    Urgence,
)
from tat_carnet.store.text import storable

_NONE_READ: Final = "{}"
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


# Les mêmes codes reviennent sans cesse : les relire serait la moitié du coût d'une page de faits.
@lru_cache(maxsize=4096)
def _codes(kind: type[Code], text: str) -> tuple[Code, ...]:
    return tuple([kind(value) for value in json.loads(text)])


@cache
def _code(kind: type[Code], value: str | None) -> Code | None:
    return None if value is None else kind(value)


def _iso(moment: date | time | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _time(text: str | None) -> time | None:
    return None if text is None else time.fromisoformat(text)


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
        "debut": _iso(tournee.debut),
        "fin": _iso(tournee.fin),
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
        debut=_time(columns["debut"]),
        fin=_time(columns["fin"]),
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
        "plan_x": site.position_plan.x if site.position_plan else None,
        "plan_y": site.position_plan.y if site.position_plan else None,
        "bailleur_id": site.bailleur_id,
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
        position_plan=(
            None if columns["plan_x"] is None else Position(columns["plan_x"], columns["plan_y"])
        ),
        bailleur_id=columns["bailleur_id"],
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
        "relues": json.dumps(dict(fait.relues), ensure_ascii=False),
        "materiel": fait.materiel,
        "signale_a": fait.signale_a,
        "signale_le": _iso(fait.signale_le),
        "ramasse_le": _iso(fait.ramasse_le),
        "episode_id": fait.episode_id,
    }


# Presque tous sont vides ; une formulation, elle, ne revient pas : elle ne se retient pas ici.
def _relues(text: str) -> tuple[tuple[Profil, str], ...]:
    if text == _NONE_READ:
        return ()
    return tuple((Profil(code), said) for code, said in json.loads(text).items())


_EMPTY_FAIT: Final = fait_to_columns(Fait(datetime.min))
FAIT_COLUMNS: Final = tuple(_EMPTY_FAIT)
"""Les noms de champs d'un fait, dans l'ordre que `fait_from_row` attend."""


def fait_from_columns(columns: Mapping[str, Any]) -> Fait:
    """L'inverse de `fait_to_columns` ; un champ qu'un schéma plus ancien n'avait pas est vide."""
    full = {**_EMPTY_FAIT, **columns}
    return fait_from_row([full[name] for name in FAIT_COLUMNS])


def fait_from_row(row: Sequence[Any]) -> Fait:
    """L'inverse de `fait_to_columns`, dont `row` a les valeurs dans l'ordre de `FAIT_COLUMNS`.

    Par position : une page de cent faits se relit deux fois plus vite que par noms.
    """
    (
        fait_id, site_id, tournee_id, instant, type_fait, texte_brut, libelle_autre, themes,
        quantite, taille_groupe, tranche_age, publics, impacts, attestation, natures_source,
        reunion_le, gravite, urgence, recurrence, formulation, relu_le, relues, materiel,
        signale_a, signale_le, ramasse_le, episode_id,
    ) = row  # fmt: skip
    return Fait(
        datetime.fromisoformat(instant),
        site_id,
        _code(TypeFait, type_fait),
        TexteBrut(texte_brut),
        libelle_autre,
        tournee_id,
        _codes(Theme, themes),
        quantite,
        _code(TailleGroupe, taille_groupe),
        _code(TrancheAge, tranche_age),
        _codes(Public, publics),
        _codes(Impact, impacts),
        Attestation(attestation),
        _codes(NatureSource, natures_source),
        _date(reunion_le),
        _code(Gravite, gravite),
        _code(Urgence, urgence),
        _code(Recurrence, recurrence),
        formulation,
        datetime.fromisoformat(relu_le) if relu_le else None,
        _relues(relues),
        materiel,
        _code(TypePartenaire, signale_a),
        _date(signale_le),
        _date(ramasse_le),
        episode_id,
        fait_id,
    )
