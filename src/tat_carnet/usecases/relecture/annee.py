"""Ce qui arrive à des personnes se dit d'un an, non de la période du document (décision 0032).

Tirée de la période, la liste d'une longue moins celle d'une courte dirait quand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from tat_carnet.anonymisation.relecture import DEGRES_EXPORTABLES
from tat_carnet.anonymisation.risque.a_quelqu_un import arrive_a_quelqu_un
from tat_carnet.domain.fait import Fait
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.relu import NatureRelue
from tat_carnet.domain.seuils import PETIT_EFFECTIF
from tat_carnet.domain.vocabulaire import Attestation, Profil
from tat_carnet.usecases.ports import Cahier

_AN: Final = 365
"""Jours."""
_FAITS_AU_PLUS: Final = 5000


def faits_de_l_annee(cahier: Cahier, jour: date) -> Sequence[Fait]:
    """Les faits d'un an jusqu'à ce jour."""
    du = date.fromordinal(max(1, jour.toordinal() - _AN))
    return cahier.faits(Filtre(du=du, au=jour), _FAITS_AU_PLUS)


def natures_de(faits: Iterable[Fait], degres: frozenset[Attestation]) -> tuple[NatureRelue, ...]:
    """Les natures de ceux qui arrivent à quelqu'un, parmi les degrés que le document admet.

    Rumeur et fait infirmé n'en sont jamais, quoi que dise le document.
    """
    admis = degres & DEGRES_EXPORTABLES
    return tuple(
        NatureRelue(fait.id, fait.type)
        for fait in faits
        if fait.type is not None and arrive_a_quelqu_un(fait) and fait.attestation in admis
    )


def dites(natures: Iterable[NatureRelue], profil: Profil) -> tuple[NatureRelue, ...]:
    """Celles que ce lecteur lira, dans un ordre qui ne dit rien des jours.

    Au public, celles seulement dont cinq faits relèvent (`domaine.md` §5) : un habitant sait qui a
    été exclu du collège.
    """
    toutes = sorted(natures, key=lambda nature: nature.reference)
    combien = Counter(nature.type for nature in toutes)
    au_moins = PETIT_EFFECTIF if profil.public else 1
    return tuple(nature for nature in toutes if combien[nature.type] >= au_moins)
