"""Ce qui, dans la phrase d'un fait dit au mois, en rendrait la semaine ou le jour.

« est mort dimanche », « depuis lundi », « ce soir », « il y a quinze jours », « 3e réunion » :
joint à un événement que le quartier date, un jour de la semaine ou un compte suffit
(`docs/anonymat.md`, troisième épreuve). Une habitude, « le mercredi », « deux fois par semaine »,
ne date rien. Lu sur le texte plié : « 3e reunion », « ya 15j », « avant hier » valent les autres.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere

JOURS: Final = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_COMBIEN: Final = (
    r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze"
    r"|quinze|seize|vingt|trente|quarante)"
)
_DUREE: Final = (
    rf"(?:(?:\d{{1,3}}|{_COMBIEN})[ ](?:jours?|jrs?|semaines?|sems?|mois)"
    r"|\d{1,3}[ ]?(?:j|jrs?|jours?|sems?|semaines?|mois))(?![ ]par(?!\w))"
)
_RANG: Final = (
    r"(?:\d{1,2}(?:e|eme|ieme|er|re|ere)|premi(?:er|ere)|seconde?|deuxieme|troisieme|quatrieme"
    r"|cinquieme|sixieme|septieme|huitieme|neuvieme|dixieme|onzieme|douzieme|derni(?:er|ere))"
)
_RENDEZ_VOUS: Final = (
    r"(?P<f>reunion|reu|seance|rencontre|tournee|audience|visite)"
    r"|(?P<m>atelier|rendez[- ]vous|rdv|conseil|comite|passage|repas|refus|gouter)"
)
_ETE: Final = r"(?P<ete>[ ](?:derni(?:er|ere)|passee?))?(?P<sera>[ ]prochaine?)?"
MOMENT: Final = r"(?:matin|midi|apres-midi|aprem|soir|nuit)"
DEMAIN: Final = r"(?:apres[- ]?demain|demain)"
HIER: Final = r"(?:avant[- ]?hier|hier)"
AUJOURD_HUI: Final = r"(?:aujourd'hui|ajd|auj)"
_PRESENT: Final = rf"(?:{AUJOURD_HUI}|ce[ ](?:matin|midi|soir)|maintenant|mnt|tout[ ]de[ ]suite)"
_SEMAINE: Final = r"(?:la[ ])?(?:semaine|sem)|le[ ](?:week-end|weekend|we)"

JOUR: Final = re.compile(
    rf"(?<!\w)(?:(?P<abrege>depuis|avant|d'ici|jusqu'a)[ ](?:lun|mar|mer|jeu|ven|sam|dim)(?!\w)"
    rf"|(?P<lien>depuis|des|avant|apres|pour|d'ici|jusqu'a|de|ce)?"
    rf"(?(lien)[ ])(?<!\ble[ ])(?<!\bles[ ])(?<!\bdu[ ])(?<!chaque[ ])"
    rf"(?<![ ]et[ ])(?<![ ]ou[ ])(?<![ ]au[ ])(?<![ ]a[ ])"
    rf"(?P<jour>{JOURS})(?:[ ]{MOMENT})?{_ETE}(?!\w)"
    rf"(?![ ](?:et|ou|a|au)[ ](?:le[ ])?(?:{JOURS})))"
)
PLUTOT: Final = re.compile(
    rf"(?<!\w){_PRESENT}(?P<lien>[ ]?,?[ ](?:et[ ]|mais[ ])?(?:pas|non|plutot[ ]que)[ ])"
    rf"{DEMAIN}(?!\w)"
)
UN_MOMENT: Final = re.compile(
    rf"(?<!\w)(?:(?P<jour>{HIER}|{DEMAIN}|{AUJOURD_HUI})(?:[ ](?P<du>{MOMENT}))?"
    rf"|(?:ce|cet|cette|c)[ ](?P<moment>{MOMENT}|semaine|sem|week-end|weekend|we)"
    rf"|tout[ ]a[ ]l'heure)(?!\w)(?!-la)"
)
VEILLE: Final = re.compile(
    r"(?<!\w)(?P<de>de[ ])?(?:des[ ])?(?:(?P<apres>le[ ](?:lendemain|surlendemain))|la[ ]veille)"
    r"(?:(?P<suite>[ ]d(?:u|es|e[ ]la|e[ ]l'|e)(?=[ ]|$|(?<='))|[ ]d')|(?!\w))"
)
PASSE: Final = re.compile(
    rf"(?<!\w)(?:(?:{_SEMAINE})[ ](?:derni(?:er|ere)|passee?)"
    rf"|(?:(?:il[ ])?y[ ]a|(?:il[ ])?ya)[ ]{_DUREE})(?!\w)"
)
A_VENIR: Final = re.compile(
    rf"(?<!\w)(?:(?:{_SEMAINE})[ ](?:prochaine?|pro)|d(?:an)?s[ ]{_DUREE})(?!\w)"
)
DUREE: Final = re.compile(
    rf"(?<!\w)(?:(?P<lien>depuis|apres|pendant|durant)[ ])?{_DUREE}"
    rf"(?P<attente>[ ]d'attente)?(?P<suite>[ ](?:apres|avant|plus[ ]t(?:ard|ot)))?"
    rf"(?(lien)|(?(attente)|(?(suite)|(?!))))(?!\w)"
)
FOIS: Final = re.compile(rf"(?<!\w)(?:(?:pour[ ])?(?:(?:la|une)[ ])?{_RANG}[ ]fois)(?!\w)")
RENDEZ_VOUS: Final = re.compile(
    rf"(?<!\w)(?P<lien>(?:de[ ]la|du|de|d'|au|a[ ]la|a|la|le|l'|sa|son|leur|cette|ce"
    rf"|notre)[ ]?)?(?<![^\W_])(?<!\bun[ ])(?<!\bune[ ]){_RANG}[ ]"
    rf"(?P<rdv>{_RENDEZ_VOUS})(?!\w)"
)
_MOTIFS: Final = (JOUR, PLUTOT, UN_MOMENT, VEILLE, PASSE, A_VENIR, DUREE, FOIS, RENDEZ_VOUS)


def reperer_calendrier(texte: str) -> Iterator[Repere]:
    """Ces passages, à vérifier, sans qu'aucun en touche un autre."""
    note, pris = Note.de(texte), 0
    trouves = (trouve.span() for motif in _MOTIFS for trouve in motif.finditer(note.plie))
    for debut, fin in sorted(trouves, key=lambda bornes: (bornes[0], -bornes[1])):
        if debut >= pris:
            yield Repere(*note.bornes(debut, fin), Categorie.date, Niveau.verifier)
            pris = fin


def date_la_semaine(texte: str) -> bool:
    """Vrai si la phrase dit un jour, ou un compte qui le rend."""
    return next(reperer_calendrier(texte), None) is not None
