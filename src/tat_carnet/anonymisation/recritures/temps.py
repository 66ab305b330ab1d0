"""Âges, heures et dates : l'échelon au-dessus, jamais le chiffre."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from tat_carnet.anonymisation.recritures.accords import Contexte, Remplacement
from tat_carnet.domain.fait import moment_de
from tat_carnet.domain.vocabulaire import Moment

_TRANCHES: Final = (
    (11, "moins de 11 ans"),
    (13, "11-12 ans"),
    (16, "13-15 ans"),
    (18, "16-17 ans"),
    (21, "18-20 ans"),
    (26, "21-25 ans"),
    (60, "26-59 ans"),
)
_MOMENTS: Final = {
    Moment.matin: ("dans la matinée", "la matinée"),
    Moment.midi: ("vers midi", "midi"),
    Moment.apres_midi: ("dans l’après-midi", "l’après-midi"),
    Moment.soiree: ("en soirée", "la soirée"),
    Moment.nuit: ("dans la nuit", "la nuit"),
}
_APRES_NOM: Final = re.compile(r"(?:^|(?<=\w))(?:, ?| )$")
_AVANT_HEURE: Final = re.compile(
    r"(?i:(?<!\w)(?:(?P<nom>depuis|d[èe]s|jusqu['’][àa]|apr[èe]s|avant)"
    r"|vers|[àa]|d[ée]but|fin|de)[ ]+)$"
)
_AVANT_DATE: Final = re.compile(r"(?i:(?<!\w)(?:(?P<de>du)|le|ce|en date du|(?P<a>au))[ ]+)$")


def ages_dits(texte: str) -> list[int]:
    """Les nombres d'un extrait."""
    return [int(nombre) for nombre in re.findall(r"\d{1,3}", texte)]


def tranche(age: int) -> str:
    """La tranche d'âge qui contient `age`."""
    return next((nom for borne, nom in _TRANCHES if age < borne), "60 ans et plus")


def recrire_age(contexte: Contexte, suit_une_personne: bool) -> Remplacement:
    """« 14 ans » : « 13-15 ans », lié au nom qui précède s'il y en a un."""
    tranches = list(dict.fromkeys(map(tranche, ages_dits(contexte.extrait))))
    texte = " ou ".join(tranches) or "d’âge non précisé"
    lien = _APRES_NOM.search(contexte.gauche) if suit_une_personne else None
    if lien is None or not tranches:
        return Remplacement(texte)
    return Remplacement(f" de {texte}", avant=len(lien[0]))


def recrire_heure(contexte: Contexte) -> Remplacement:
    """« vers 22h30 » : « dans la nuit »."""
    heures = [h for h in ages_dits(contexte.plie.partition("h")[0]) if h <= 24]
    if not heures:
        heures = [12 if "midi" in contexte.plie else 0]
    adverbe, nom = _MOMENTS[moment_de(datetime(2000, 1, 1, heures[0] % 24))]
    trouve = contexte.avant(_AVANT_HEURE)
    if trouve is None:
        return Remplacement(adverbe)
    if trouve["nom"]:
        return Remplacement(nom)
    return Remplacement(adverbe, avant=len(trouve[0]))


def recrire_date(contexte: Contexte) -> Remplacement:
    """« le 3 mai » : « cette semaine-là »."""
    trouve = contexte.avant(_AVANT_DATE)
    if trouve is None:
        return Remplacement("cette semaine-là")
    debut = "de " if trouve["de"] else "à " if trouve["a"] else ""
    return Remplacement(f"{debut}cette semaine-là", avant=len(trouve[0]))


def recrire_naissance(_: Contexte) -> Remplacement:
    """Une date de naissance ne laisse rien."""
    return Remplacement("d’âge non précisé")
