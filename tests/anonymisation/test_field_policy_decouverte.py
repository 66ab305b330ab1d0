"""Tout ce que le cahier garde ou rend a un sort, champ par champ, sans qu'on ait à y penser.

On part des ports (`usecases.ports.Cahier`) : chaque dataclass que leurs gestes nomment, et celles
que leurs champs contiennent. Une table neuve passe par un port ; elle est donc vue.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from typing import Any, Protocol, get_args, get_type_hints

from tat_carnet.anonymisation.field_policy import SORTS
from tat_carnet.domain.fait import Fait
from tat_carnet.usecases.ports import Cahier

DEJA_RELUS = ("relu", "annuaire_relu", "courrier_relu", "note_relue")


def classes_de(type_: Any) -> Iterator[type]:
    """Les classes que nomme un type, jusque dans ses paramètres."""
    arguments = get_args(type_)
    for argument in arguments:
        if not isinstance(argument, str):
            yield from classes_de(argument)
    if not arguments and isinstance(type_, type):
        yield type_


def entites(port: type) -> set[type]:
    """Les dataclasses du domaine que nomment les gestes d'un port, et ce qu'elles contiennent."""
    gestes = [
        geste for nom in dir(port) if not nom.startswith("_") for geste in [getattr(port, nom)]
    ]
    a_voir = [
        classe
        for geste in gestes
        if callable(geste)
        for type_ in get_type_hints(geste).values()
        for classe in classes_de(type_)
    ]
    vues: set[type] = set()
    while a_voir:
        classe = a_voir.pop()
        if classe in vues or not is_dataclass(classe):
            continue
        vues.add(classe)
        a_voir += [c for type_ in get_type_hints(classe).values() for c in classes_de(type_)]
    return {classe for classe in vues if classe.__module__.rpartition(".")[2] not in DEJA_RELUS}


def sans_sort(port: type) -> list[str]:
    """« Suspension.motif » : ce qui attend un sort."""
    return sorted(
        f"{classe.__name__}.{champ.name}"
        for classe in entites(port)
        for champ in fields(classe)
        if champ.name not in SORTS.get(classe, ())
    )


def test_tout_ce_que_le_cahier_garde_a_un_sort() -> None:
    """Une ligne ici : donnez un sort à ce champ dans `field_policy.SORTS`."""
    assert sans_sort(Cahier) == []


def test_les_entites_connues_sont_bien_atteintes() -> None:
    """La découverte ne découvre pas rien : chaque entité de la table vient d'un port."""
    assert set(SORTS) - entites(Cahier) == set()


@dataclass(frozen=True)
class _Photo:
    legende: str
    prise_le: datetime
    fait: Fait


class _PortNeuf(Protocol):
    def photos(self, du: date) -> list[_Photo]: ...


def test_une_entite_neuve_sans_sort_est_prise() -> None:
    """Le contrôle positif : un port de plus, une entité de plus, un champ oublié."""
    assert sans_sort(_PortNeuf) == ["_Photo.fait", "_Photo.legende", "_Photo.prise_le"]
