"""Projeter : les entités du cahier, vidées de ce qui ne se montre pas à une réunion.

Le sort de chaque champ est celui de `field_policy` : ce qui se jette est retiré, ce qui se
généralise l'est, ce qui se garde reste (`domaine.md` §5 : « en mode projection, aucun champ B n'est
affichable »). Une entité nouvelle est donc couverte dès que ses champs ont un sort.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar, get_args, get_origin, get_type_hints

from tat_carnet.anonymisation.field_policy import SORTS, Sort
from tat_carnet.domain.brut import TexteBrut, TexteVoile
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.periode import moment_de
from tat_carnet.domain.relu import FaitRelu, NatureRelue, TexteRelu
from tat_carnet.domain.vocabulaire import Moment

T = TypeVar("T")

_HEURES: Final = {
    Moment.nuit: 0,
    Moment.matin: 6,
    Moment.midi: 12,
    Moment.apres_midi: 14,
    Moment.soiree: 18,
}


def projeter(valeur: T) -> T:
    """`valeur`, entités vidées de leur brut, où qu'elles soient ; un texte nu devient vide.

    Suites, ensembles, dictionnaires (leurs clés sont des identifiants) et dataclasses sont
    parcourus. Nombres, dates et codes passent.
    """
    projetee: T = _projeter(valeur)
    return projetee


def _projeter(valeur: Any) -> Any:
    if type(valeur) in SORTS:
        return _projeter_entite(valeur)
    if isinstance(valeur, TexteBrut):
        return TexteVoile()
    if isinstance(valeur, Enum | TexteRelu | FaitRelu | NatureRelue):
        return valeur
    if isinstance(valeur, str | bytes):
        return type(valeur)()
    if isinstance(valeur, Mapping):
        return {clef: _projeter(element) for clef, element in valeur.items()}
    if isinstance(valeur, Sequence | Set):
        elements = map(_projeter, valeur)
        return frozenset(elements) if isinstance(valeur, Set) else _comme(valeur, elements)
    if is_dataclass(valeur) and not isinstance(valeur, type):
        champs = [c.name for c in fields(valeur) if c.init and not _identifiant(c.name)]
        return replace(valeur, **{nom: _projeter(getattr(valeur, nom)) for nom in champs})
    return valeur


def _comme(modele: Sequence[Any], elements: Any) -> Sequence[Any]:
    """Les éléments dans une suite du genre du modèle : un n-uplet le reste."""
    return tuple(elements) if isinstance(modele, tuple) else list(elements)


def _projeter_entite(entite: Any) -> Any:
    classe: type = type(entite)
    vides = {nom: vide(entite) for nom, vide in _vides(classe).items()}
    dedans = {
        champ.name: _dedans(getattr(entite, champ.name))
        for champ in fields(entite)
        if champ.init and champ.name not in vides
    }
    return replace(entite, **dedans | vides)


def _dedans(valeur: Any) -> Any:
    """Ce qui se garde, une fois projetées les entités qu'il contient (le fait d'une corbeille)."""
    if type(valeur) in SORTS or isinstance(valeur, TexteBrut):
        return _projeter(valeur)
    return tuple(map(_dedans, valeur)) if type(valeur) is tuple else valeur


@cache
def _vides(classe: type) -> Mapping[str, Callable[[Any], Any]]:
    """Pour chaque champ qui ne se montre pas tel quel, ce qui le remplace."""
    types = get_type_hints(classe)
    particuliers = {nom: vide for (de, nom), vide in _PARTICULIERS.items() if de is classe}
    caches = [
        nom
        for nom, sort in SORTS[classe].items()
        if sort is not Sort.garder and not _identifiant(nom) and nom not in particuliers
    ]
    return {nom: _constante(_neutre(types[nom])) for nom in caches} | particuliers


def _identifiant(nom: str) -> bool:
    """Un identifiant tiré au sort ne dit rien ; sans lui, l'écran ne relie plus rien."""
    return nom == "id" or nom.endswith("_id")


def _constante(valeur: Any) -> Callable[[Any], Any]:
    return lambda _: valeur


_NEUTRES: Final[Mapping[type, Any]] = {
    str: "",
    bytes: b"",
    bool: False,
    int: 0,
    float: 0.0,
    date: date.min,
    datetime: datetime.min,
    Path: Path(),
    tuple: (),
    list: [],
    frozenset: frozenset(),
    dict: {},
}


def _neutre(type_: Any) -> Any:
    """Une valeur muette de ce type : rien s'il l'admet, vide sinon.

    Un code obligatoire devient le premier de son énumération : faux, mais le même pour tous.
    `TypeError` pour un type dont on ne sait rien : mieux vaut échouer que montrer.
    """
    if type(None) in get_args(type_):
        return None
    classe = get_origin(type_) or type_
    if classe in _NEUTRES:
        return _NEUTRES[classe]
    if isinstance(classe, type) and issubclass(classe, TexteBrut):
        return TexteVoile()
    if isinstance(classe, type) and issubclass(classe, Enum):
        return next(iter(classe))
    raise TypeError(f"Dites comment projeter un champ de type {type_}.")


def _semaine(instant: datetime) -> datetime:
    """Le lundi de la semaine, à l'heure où commence le moment de la journée."""
    lundi = _lundi(instant.date())
    return datetime.combine(lundi, time(_HEURES[moment_de(instant)]))


def _lundi(jour: date) -> date:
    return jour - timedelta(days=jour.weekday())


_PARTICULIERS: Final[Mapping[tuple[type, str], Callable[[Any], Any]]] = {
    (Fait, "instant"): lambda fait: _semaine(fait.instant),
    (Fait, "relu_le"): lambda fait: fait.relu_le and _semaine(fait.relu_le),
    (Fait, "signale_le"): lambda fait: fait.signale_le and _lundi(fait.signale_le),
    (Fait, "ramasse_le"): lambda fait: fait.ramasse_le and _lundi(fait.ramasse_le),
    # Une formulation que personne n'a relue n'en est pas une.
    (Fait, "formulation"): lambda fait: fait.formulation if fait.relu_le else "",
    (Site, "libelle_public"): lambda site: site.libelle_exportable,
    (Tournee, "jour"): lambda tournee: _lundi(tournee.jour),
}
"""Ce qui se généralise, et comment ; le reste de ce qui ne se garde pas est retiré."""
