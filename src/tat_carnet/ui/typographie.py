"""Écrire en français à l'écran : dates, heures, nombres accordés."""

from __future__ import annotations

import re
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

FINE = "\u202f"
INSECABLE = "\u00a0"
_FRANCAIS = QLocale(QLocale.Language.French, QLocale.Country.France)


def jour(day: date, *, annee: bool = False) -> str:
    """« samedi 21 novembre », avec l'année au besoin."""
    text = _FRANCAIS.toString(QDate(day), "dddd d MMMM yyyy" if annee else "dddd d MMMM")
    return text.replace(" 1 ", " 1er ")


def jour_court(day: date, today: date | None = None) -> str:
    """« sam. 21 nov. » ; d'une autre année que `today`, « 27 mars 2023 »."""
    other_year = today is not None and day.year != today.year
    text = _FRANCAIS.toString(QDate(day), "d MMM yyyy" if other_year else "ddd d MMM")
    return re.sub(r"\b1 ", "1er ", text) if day.day == 1 else text


def mois(day: date) -> str:
    """« novembre 2026 »"""
    return _FRANCAIS.toString(QDate(day), "MMMM yyyy")


def mois_court(day: date) -> str:
    """« nov. »"""
    return _FRANCAIS.toString(QDate(day), "MMM")


def heure(instant: datetime) -> str:
    """« 21 h 50 », espaces insécables."""
    return f"{instant.hour}{INSECABLE}h{INSECABLE}{instant.minute:02d}"


def nombre(value: int) -> str:
    """« 12 400 »."""
    return f"{value:,}".replace(",", FINE)


def compte(value: int, singulier: str, pluriel: str, *, feminin: bool = False) -> str:
    """« aucun fait », « 1 fait », « 12 faits » : zéro et un prennent le singulier."""
    if value == 0:
        return f"{'aucune' if feminin else 'aucun'} {singulier}"
    return f"{nombre(value)} {singulier if value == 1 else pluriel}"


def majuscule(text: str) -> str:
    """La première lettre en capitale, le reste inchangé."""
    return text[:1].upper() + text[1:]


def minuscule(text: str) -> str:
    """La première lettre en minuscule, le reste inchangé."""
    return text[:1].lower() + text[1:]


_AVANT = re.compile(r" ([;:!?»])")
_APRES = re.compile(r"« ")


def francais(text: str) -> str:
    """Pose les fines insécables devant ; : ! ? et dans les guillemets, l'apostrophe courbe."""
    text = _AVANT.sub(FINE + r"\1", text)
    return _APRES.sub("«" + FINE, text).replace("'", "’")
