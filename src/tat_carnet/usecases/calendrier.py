"""Ce que tout le monde peut prévoir : jours fériés, vacances et rentrées, soirs de fête.

Tout vient de bibliothèques installées avec l'application : rien ne se demande au réseau.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum, auto
from functools import cache
from typing import Final

from holidays.countries.france import France
from vacances_scolaires_france import SchoolHolidayDates

from tat_carnet.domain.vocabulaire import ZoneScolaire

_SOIRS_DE_FETE: Final = {
    (1, 1): "Nuit du Nouvel An",
    (6, 21): "Fête de la musique",
    (7, 13): "Veille du 14 Juillet",
    (10, 31): "Soir d’Halloween",
    (12, 31): "Soir du Nouvel An",
}
"""Les soirs où une tournée n'est pas comme les autres, et qu'aucune liste officielle ne donne."""


SAMEDI: Final = 5
_PONT: Final = timedelta(days=5)
"""Des vacances plus courtes n'ont pas de rentrée."""


class GenreJour(StrEnum):
    """D'où vient une date du calendrier."""

    ferie = auto()
    vacances = auto()
    rentree = auto()
    fete = auto()


@dataclass(frozen=True, slots=True)
class JourPrevu:
    """Une date ou une période (`au` compris), et son nom."""

    jour: date
    au: date
    libelle: str
    genre: GenreJour


def calendrier(du: date, au: date, zone: ZoneScolaire | None) -> Sequence[JourPrevu]:
    """Ce qui tombe entre ces deux jours, compris, dans l'ordre ; sans `zone`, sans vacances."""
    prevus = [*_feries(du, au), *_soirs(du, au)]
    if zone is not None:
        prevus += _vacances(du, au, zone)
    return sorted(prevus, key=lambda prevu: (prevu.jour, prevu.libelle))


def jour_ouvre(jour: date) -> date:
    """Ce jour, ou le premier d'après où l'on travaille : ni samedi, ni dimanche, ni férié.

    Pour une date que nous proposons. Un délai annoncé (« sous 48 h ») garde son jour de calendrier.
    """
    feries = France(years=(jour.year, jour.year + 1))
    while not feries.is_working_day(jour):
        jour += timedelta(days=1)
    return jour


def vacances_connues_jusqu_au() -> date:
    """Le dernier jour que la liste des vacances connaît : après, elle se tait."""
    dernier: date = max(_ecole().data)
    return dernier


def _feries(du: date, au: date) -> Iterator[JourPrevu]:
    feries = France(years=range(du.year, au.year + 1), language="fr")
    for jour, nom in feries.items():
        if du <= jour <= au:
            yield JourPrevu(jour, jour, nom.replace("'", "’"), GenreJour.ferie)


def _soirs(du: date, au: date) -> Iterator[JourPrevu]:
    for annee in range(du.year, au.year + 1):
        for (mois, quantieme), nom in _SOIRS_DE_FETE.items():
            jour = date(annee, mois, quantieme)
            if du <= jour <= au:
                yield JourPrevu(jour, jour, nom, GenreJour.fete)


def _vacances(du: date, au: date, zone: ZoneScolaire) -> Iterator[JourPrevu]:
    """Chaque période de vacances, et la rentrée qui la suit."""
    for debut, fin, nom in _periodes(zone):
        if debut <= au and fin >= du:
            yield JourPrevu(debut, fin, nom, GenreJour.vacances)
        rentree = _premier_jour_d_ecole(fin)
        longues = fin - debut >= _PONT
        if longues and du <= rentree <= au and fin < vacances_connues_jusqu_au():
            yield JourPrevu(rentree, rentree, _nom_de_rentree(nom), GenreJour.rentree)


def _premier_jour_d_ecole(fin: date) -> date:
    """Le lendemain des vacances, ou le lundi."""
    lendemain = fin + timedelta(days=1)
    if lendemain.weekday() < SAMEDI:
        return lendemain
    return lendemain + timedelta(days=7 - lendemain.weekday())


def _nom_de_rentree(vacances: str) -> str:
    if vacances == "Vacances d’été":
        return "Rentrée scolaire"
    return f"Rentrée après les {vacances[0].lower()}{vacances[1:]}"


@cache
def _periodes(zone: ZoneScolaire) -> tuple[tuple[date, date, str], ...]:
    """Les suites de jours de vacances de cette zone : premier, dernier, nom."""
    periodes: list[tuple[date, date, str]] = []
    for jour, ligne in sorted(_ecole().data.items()):
        if not ligne[f"vacances_zone_{zone}"]:
            continue
        nom = _NOMS[_squelette(ligne["nom_vacances"])]
        if periodes and periodes[-1][2] == nom and periodes[-1][1] == jour - timedelta(days=1):
            periodes[-1] = (periodes[-1][0], jour, nom)
        else:
            periodes.append((jour, jour, nom))
    return tuple(periodes)


@cache
def _ecole() -> SchoolHolidayDates:
    """Les vacances scolaires ; un dixième de seconde la première fois."""
    return SchoolHolidayDates()


def _squelette(nom: str) -> str:
    """Ce nom sans ses accents : la bibliothèque lit son fichier dans le codage du système."""
    return "".join(signe for signe in nom if signe.isascii())


_NOMS: Final = {
    _squelette(nom): nom.replace("'", "’") for nom in SchoolHolidayDates.SUPPORTED_HOLIDAY_NAMES
}
