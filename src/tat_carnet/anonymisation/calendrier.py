"""Ce qui, dans la phrase d'un fait dit au mois, en rendrait la semaine ou le jour.

« est mort dimanche », « depuis lundi », « ce soir », « il y a quinze jours », « 3e réunion » :
joint à un événement que le quartier date, un jour de la semaine ou un compte suffit
(`docs/anonymat.md`, troisième épreuve). Une habitude, « le mercredi », « deux fois par semaine »,
ne date rien.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from tat_carnet.anonymisation.pliage import plier
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere

_JOURS: Final = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_COMBIEN: Final = (
    r"(?:\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze"
    r"|quinze|seize|vingt|trente|quarante)"
)
_UNITE: Final = r"(?:jours?|semaines?|mois)(?![ ]par(?!\w))"
_RANG: Final = (
    r"(?:\d{1,2}(?:e|è|ème|eme|[èe]re?|re|er)|premi(?:er|ère)|seconde?|deuxième|troisième|quatrième"
    r"|cinquième|sixième|septième|huitième|neuvième|dixième|onzième|douzième|derni(?:er|ère))"
)
_RENDEZ_VOUS: Final = (
    r"(?P<f>réunion|séance|rencontre|tournée|audience|visite)"
    r"|(?P<m>atelier|rendez-vous|rdv|conseil|comité|passage|repas|refus|goûter)"
)
_ETE: Final = r"(?P<ete>[ ](?:derni(?:er|ère)|passée?))?(?P<sera>[ ]prochaine?)?"
_MOTIFS: Final = (
    re.compile(
        rf"(?i:(?<!\w)(?P<lien>depuis|dès|avant|après|pour|d’ici|d'ici|jusqu’à|jusqu'à|de|ce)?"
        rf"(?(lien)[ ])(?<!\ble[ ])(?<!\bles[ ])(?<!\bdu[ ])(?<!\bdes[ ])(?<!chaque[ ])"
        rf"(?<![ ]et[ ])(?<![ ]ou[ ])(?<![ ]au[ ])(?<![ ]à[ ])"
        rf"(?:{_JOURS})(?:[ ](?:matin|midi|après-midi|soir|nuit))?{_ETE}(?!\w)"
        rf"(?![ ](?:et|ou|à|au)[ ](?:le[ ])?(?:{_JOURS})))"
    ),
    re.compile(
        r"(?i:(?<!\w)(?:(?:hier|avant-hier|demain)(?:[ ](?:matin|midi|après-midi|soir))?"
        r"|(?:ce|cet|cette)[ ](?:matin|midi|après-midi|soir|nuit|semaine|week-end)(?:-là)?"
        r"|aujourd['’]hui|le[ ](?:lendemain|surlendemain)|la[ ]veille|tout[ ]à[ ]l['’]heure)(?!\w))"
    ),
    re.compile(
        rf"(?i:(?<!\w)(?:(?:la[ ]semaine|le[ ]week-end)[ ](?:derni(?:er|ère)|passée?)"
        rf"|il[ ]y[ ]a[ ]{_COMBIEN}[ ]{_UNITE}|y[ ]a[ ]{_COMBIEN}[ ]{_UNITE})(?!\w))"
    ),
    re.compile(
        rf"(?i:(?<!\w)(?:la[ ]semaine[ ]prochaine|le[ ]week-end[ ]prochain"
        rf"|dans[ ]{_COMBIEN}[ ]{_UNITE})(?!\w))"
    ),
    re.compile(
        rf"(?i:(?<!\w)(?:(?P<lien>depuis|après|pendant|durant)[ ])?{_COMBIEN}[ ]{_UNITE}"
        rf"(?P<attente>[ ]d['’]attente)?(?P<suite>[ ](?:après|apres|avant|plus[ ]t(?:ard|ôt)))?"
        rf"(?(lien)|(?(attente)|(?(suite)|(?!))))(?!\w))"
    ),
    re.compile(rf"(?i:(?<!\w)(?:(?:pour[ ])?(?:(?:la|une)[ ])?{_RANG}[ ]fois)(?!\w))"),
    re.compile(
        rf"(?i:(?<!\w)(?P<lien>(?:de[ ]la|du|de|d['’]|au|à[ ]la|à|la|le|l['’]|sa|son|leur|cette|ce"
        rf"|notre)[ ]?)?(?<![^\W_])(?<!\bun[ ])(?<!\bune[ ]){_RANG}[ ]"
        rf"(?P<rdv>{_RENDEZ_VOUS})(?!\w))"
    ),
)
_PARTICIPE: Final = re.compile(
    r"(?i:(?<!\w)(?:mort|parti|venu|sorti|revenu|disparu|descendu|perdu|vu|repris|mis|fait|dit"
    r"|\w+é)e?s?[ ]$)"
)
"""Ce qui dit, juste avant, que c'est passé."""
_PROCHE: Final = "à une date proche"
_PEU: Final = {"depuis": "depuis peu", "ce": _PROCHE, "de": ""}
_MOMENTS: Final = {
    "matin": "un matin",
    "midi": "un midi",
    "apres-midi": "un après-midi",
    "soir": "un soir",
    "nuit": "une nuit",
    "week-end": "un week-end",
}


def reperer_calendrier(texte: str) -> Iterator[Repere]:
    """Ces passages, à vérifier, sans qu'aucun en touche un autre."""
    pris = 0
    trouves = (trouve.span() for motif in _MOTIFS for trouve in motif.finditer(texte))
    for debut, fin in sorted(trouves, key=lambda bornes: (bornes[0], -bornes[1])):
        if debut >= pris:
            yield Repere(debut, fin, Categorie.date, Niveau.verifier)
            pris = fin


def date_la_semaine(texte: str) -> bool:
    """Vrai si la phrase dit un jour, ou un compte qui le rend."""
    return next(reperer_calendrier(texte), None) is not None


def recrire_calendrier(extrait: str, gauche: str = "") -> str | None:
    """Ce qui le remplace sans dater ; `None` si l'extrait n'en est pas.

    `gauche` : ce qui le précède dans la phrase, pour l'accorder au passé.
    """
    for motif, recrire in zip(_MOTIFS, _RECRITURES, strict=True):
        if trouve := motif.fullmatch(extrait):
            return recrire(trouve, gauche)
    return None


def _un_jour(trouve: re.Match[str], gauche: str) -> str:
    lien = (trouve["lien"] or "").lower()
    if lien in _PEU:
        return _PEU[lien]
    if lien:
        return f"{lien} une date proche"
    if trouve["sera"]:
        return "bientôt"
    return "récemment" if trouve["ete"] or _PARTICIPE.search(gauche) else _PROCHE


def _un_moment(trouve: re.Match[str], _: str) -> str:
    plie = plier(trouve[0])
    for mot, dit in _MOMENTS.items():
        if mot in plie.replace("avant-hier", ""):
            return dit
    if plie.startswith("demain"):
        return "bientôt"
    return "récemment" if plie.startswith(("hier", "avant", "cette")) else "un jour"


def _une_duree(trouve: re.Match[str], _: str) -> str:
    lien = f"{trouve['lien']} " if trouve["lien"] else ""
    if trouve["attente"]:
        return f"{lien}une longue attente"
    return f"{lien}quelque temps{trouve['suite'] or ''}"


def _un_rendez_vous(trouve: re.Match[str], _: str) -> str:
    un = f"{'une' if trouve['f'] else 'un'} {trouve['rdv']}"
    lien = plier(trouve["lien"] or "").strip()
    if lien in ("de la", "du", "de", "d'"):
        return f"d’{un}"
    return f"à {un}" if lien in ("au", "a la", "a") else un


_RECRITURES: Final[Sequence[Callable[[re.Match[str], str], str]]] = (
    _un_jour,
    _un_moment,
    lambda _trouve, _: "il y a quelque temps",
    lambda _trouve, _: "bientôt",
    _une_duree,
    lambda _trouve, _: "de nouveau",
    _un_rendez_vous,
)
