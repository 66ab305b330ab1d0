"""Âges, heures et dates : l'échelon au-dessus, jamais le chiffre."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from tat_carnet.anonymisation.nombres import nombre_dit
from tat_carnet.anonymisation.pliage import plier
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
_DIZAINE: Final = re.compile(r"(vingt|trent|quarant|cinquant|soixant)aine")
_AVANT_DIZAINE: Final = re.compile(r"(?i:(?<!\w)(?:d['’]une|une|la)[ ]+)$")
_APRES_NOM: Final = re.compile(r"(?:^|(?<=\w))(?:, ?| )$")
_AVANT_HEURE: Final = re.compile(
    r"(?i:(?<!\w)(?:(?P<nom>depuis|d[èe]s|jusqu['’][àa]|apr[èe]s|avant)"
    r"|vers|[àa]|d[ée]but|fin|de)[ ]+)$"
)
_AVANT_NAISSANCE: Final = re.compile(r"(?i:(?<!\w)n[ée]e?s?[ ]+(?:(?:le|en)[ ]+)?)$")
_MOMENT_DU: Final = re.compile(r"(?i:[a-z-]+(?= du ))")
_AVANT_DATE: Final = re.compile(r"(?i:(?<!\w)(?:(?P<de>du)|le|ce|en date du|(?P<a>au))[ ]+)$")


def ages_dits(texte: str) -> list[int]:
    """Les nombres d'un extrait, en chiffres, ou le seul qu'il dise en lettres."""
    en_chiffres = [int(nombre) for nombre in re.findall(r"\d{1,3}", texte)]
    en_lettres = nombre_dit(plier(texte)) if not en_chiffres else None
    return en_chiffres or ([en_lettres] if en_lettres is not None else [])


def tranche(age: int) -> str:
    """La tranche d'âge qui contient `age`."""
    return next((nom for borne, nom in _TRANCHES if age < borne), "60 ans et plus")


def recrire_age(contexte: Contexte, suit_une_personne: bool) -> Remplacement:
    """« 14 ans » : « 13-15 ans », lié au nom qui précède s'il y en a un."""
    if dizaine := _DIZAINE.search(contexte.plie):
        return _recrire_dizaine(contexte, dizaine[1])
    tranches = list(dict.fromkeys(map(tranche, ages_dits(contexte.extrait))))
    texte = " ou ".join(tranches) or "d’âge non précisé"
    lien = _APRES_NOM.search(contexte.gauche) if suit_une_personne else None
    if lien is None or not tranches:
        return Remplacement(texte)
    return Remplacement(f" de {texte}", avant=len(lien[0]))


def _recrire_dizaine(contexte: Contexte, dizaine: str) -> Remplacement:
    """« d'une soixantaine d'années », « la trentaine » : la tranche de la dizaine."""
    article = contexte.avant(_AVANT_DIZAINE)
    texte = tranche({"vingt": 22, "soixant": 65}.get(dizaine, 40))
    if article is None:
        return Remplacement(texte)
    return Remplacement(f"de {texte}", avant=len(article[0]))


def recrire_heure(contexte: Contexte) -> Remplacement:
    """« vers 22h30 » : « dans la nuit »."""
    adverbe, nom = _MOMENTS[moment_de(datetime(2000, 1, 1, heure_dite(contexte.plie) % 24))]
    trouve = contexte.avant(_AVANT_HEURE)
    if trouve is None:
        return Remplacement(adverbe)
    if trouve["nom"]:
        return Remplacement(nom)
    return Remplacement(adverbe, avant=len(trouve[0]))


def heure_dite(plie: str) -> int:
    """L'heure d'un extrait plié, de 0 à 24 ; « minuit » à défaut de mieux."""
    if "midi" in plie:
        return 12
    heure = nombre_dit(re.split(r"h|:|-", plie)[0]) or 0
    soir = heure < 12 and "soir" in plie
    return min(heure + 12 * soir, 24)


def recrire_date(contexte: Contexte) -> Remplacement:
    """« le 3 mai » : « cette semaine-là »."""
    if moment := _MOMENT_DU.match(contexte.extrait):
        return Remplacement(f"{moment[0]} de cette semaine-là")
    trouve = contexte.avant(_AVANT_DATE)
    if trouve is None:
        return Remplacement("cette semaine-là")
    debut = "de " if trouve["de"] else "à " if trouve["a"] else ""
    return Remplacement(f"{debut}cette semaine-là", avant=len(trouve[0]))


def recrire_naissance(contexte: Contexte) -> Remplacement:
    """Une date de naissance ne laisse rien, « né le » compris."""
    trouve = contexte.avant(_AVANT_NAISSANCE)
    return Remplacement("d’âge non précisé", avant=len(trouve[0]) if trouve else 0)
