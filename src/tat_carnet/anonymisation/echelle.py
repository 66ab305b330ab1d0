"""L'échelle de généralisation : à chaque sorte de détail ses échelons, à chaque lecteur le sien.

Plus le document va loin, plus l'échelon monte (`anonymat.md`, « D'un repère à une phrase ») :

    détail      brut     collectif          institution       restitution publique
    âge         14 ans   13-15 ans          mineur            mineur
    date        3 mai    1re semaine de mai en mai            en mai
    hall        hall 3   partie commune     îlot              quartier
    heure       22h30    dans la nuit       dans la nuit      le soir ou la nuit
    rôle        épicier  commerçant         professionnel     habitant
    fonction    CPE      équipe éducative   professionnel     professionnel
    force       brigadier  agent            agent             agent
    fratrie     sa sœur  une de sa fratrie  une de ses proches  une de ses proches

Une vignette monte encore d'un échelon : une date n'y dit plus son mois (« ce mois-là »).

L'échelon brut n'est offert à personne. `proposer(texte, reperes, profil)` applique l'échelle ;
`suivant` donne le profil plus large à essayer quand une combinaison isole encore quelqu'un.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tat_carnet.domain.vocabulaire import Moment, Profil

__all__ = [
    "BORNES",
    "est_mineur",
    "lieu",
    "moment",
    "periode",
    "suivant",
    "tranche",
]


BORNES: Final = ((0, 10), (11, 12), (13, 15), (16, 17), (18, 20), (21, 25), (26, 59))
_MAJORITE: Final = 18
_MOIS: Final = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_SEMAINES: Final = ("première", "deuxième", "troisième", "dernière")
_MOMENTS: Final = {
    Moment.matin: ("dans la matinée", "la matinée"),
    Moment.midi: ("à la mi-journée", "la mi-journée"),
    Moment.apres_midi: ("dans l’après-midi", "l’après-midi"),
    Moment.soiree: ("en soirée", "la soirée"),
    Moment.nuit: ("dans la nuit", "la nuit"),
}
_LE_SOIR: Final = (Moment.soiree, Moment.nuit)
_SOIR_OU_NUIT: Final = ("le soir ou la nuit", "les heures du soir ou de la nuit")
"""5 h 30 n'est pas « en soirée » : un échelon large ne doit rien dire de faux."""


def suivant(profil: Profil) -> Profil | None:
    """Le profil juste plus large ; `None` pour le plus large."""
    profils = list(Profil)
    rang = profils.index(profil) + 1
    return profils[rang] if rang < len(profils) else None


def tranche(ages: Sequence[int], profil: Profil = Profil.collectif) -> str:
    """La tranche (`domaine.md` §3) qui contient tous ces âges : « 13-15 ans », « 60 ans et plus ».

    `ages` : un âge au moins, en années ; plusieurs tranches se réunissent. Un profil large n'en
    garde que la minorité : « moins de 18 ans », « 18 ans et plus ».
    """
    if profil is not Profil.collectif:
        return f"moins de {_MAJORITE} ans" if est_mineur(ages) else f"{_MAJORITE} ans et plus"
    bas = min(_borne(age)[0] for age in ages)
    haut = max(_borne(age)[1] for age in ages)
    if haut > BORNES[-1][1]:
        return f"{bas} ans et plus"
    return f"{bas}-{haut} ans" if bas else f"moins de {haut + 1} ans"


def _borne(age: int) -> tuple[int, int]:
    return next((b for b in BORNES if age <= b[1]), (60, 150))


def est_mineur(ages: Sequence[int]) -> bool:
    """Vrai si tous ces âges sont d'avant la majorité."""
    return max(ages) < _MAJORITE


def periode(jour: int, mois: int | None, profil: Profil) -> tuple[str, str]:
    """Une date sans son jour : (complément de temps, nom), « en mai » et « mai ».

    `jour` de 1 à 31, `mois` de 1 à 12, ou `None` si le texte ne le dit pas : on ne devine alors ni
    la semaine, ni le mois.
    """
    proche = profil is Profil.collectif
    if profil is Profil.vignette:
        return "ce mois-là", "ce mois-là"
    if mois is None or not 1 <= mois <= len(_MOIS):
        return "à une date proche", "une date proche"
    if proche:
        rang = _SEMAINES[min((jour - 1) // 7, len(_SEMAINES) - 1)]
        nom = f"la {rang} semaine {_de(_MOIS[mois - 1])}"
        return nom, nom
    return f"en {_MOIS[mois - 1]}", _MOIS[mois - 1]


def _de(mois: str) -> str:
    return f"d’{mois}" if mois[0] in "ao" else f"de {mois}"


def moment(lequel: Moment, profil: Profil) -> tuple[str, str]:
    """Une heure sans son chiffre : (complément, nom), « en soirée » et « la soirée »."""
    if not profil.public:
        return _MOMENTS[lequel]
    return _SOIR_OU_NUIT if lequel in _LE_SOIR else ("dans la journée", "la journée")


def lieu(commun: bool, profil: Profil) -> str:
    """Un bâtiment sans son nom ; `commun` : hall, entrée, cage. La maille monte avec le profil."""
    if profil.public:
        return "le quartier"
    if profil is Profil.institution:
        return "un îlot du secteur"
    return "une partie commune du secteur" if commun else "un bâtiment du secteur"
