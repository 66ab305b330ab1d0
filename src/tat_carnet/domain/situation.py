"""Les situations : des besoins et des étapes sous un code tiré au sort, jamais une identité.

Tout ici est brut. Seule une vignette recomposée peut sortir (`domain/relu.py`), sans lieu, ni
date, ni code.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from secrets import choice
from typing import Final

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import new_id
from tat_carnet.domain.vocabulaire import Besoin, MomentFragilite, StatutSituation, TrancheAge

_COULEURS: Final = (
    "ambre", "azur", "brique", "carmin", "cuivre", "ébène", "garance", "indigo",
    "ivoire", "jade", "lilas", "moutarde", "nacre", "ocre", "paille", "safran",
)  # fmt: skip
_OBJETS: Final = (
    "ancre", "bocal", "boussole", "cadran", "carafe", "coffret", "enclume", "équerre",
    "lanterne", "loupe", "malle", "navette", "ombrelle", "panier", "rabot", "sablier",
    "tabouret", "théière", "tréteau", "valise",
)  # fmt: skip

FINIES: Final = frozenset(
    {StatutSituation.apaisee, StatutSituation.close, StatutSituation.transmise_hors_outil}
)
"""Les statuts où plus rien n'est attendu."""


def tirer_code(pris: Collection[str] = ()) -> str:
    """Un code lisible et sans signification, « sablier-ocre-47 », qui n'est pas dans `pris`.

    Ni initiales, ni date, ni rang : il ne dit rien de la personne ni de l'ordre d'arrivée.
    """
    while True:
        number = choice(range(10, 100))
        code = f"{choice(_OBJETS)}-{choice(_COULEURS)}-{number}"
        if code not in pris:
            return code


@dataclass(frozen=True, slots=True)
class EtapeSituation:
    """Un pas daté : ce qui a été fait, ou convenu."""

    jour: date
    quoi: TexteBrut
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Situation:
    """Besoins et étapes d'une personne accompagnée, sous un code.

    `faits` : les identifiants des faits liés. `dernier_contact` : le jour d'où court la
    conservation (`domaine.md` §4).
    """

    code: str
    dernier_contact: date
    tranche_age: TrancheAge | None = None
    besoins: tuple[Besoin, ...] = ()
    moments: tuple[MomentFragilite, ...] = ()
    etapes: tuple[EtapeSituation, ...] = ()
    faits: tuple[str, ...] = ()
    statut: StatutSituation = StatutSituation.ouverte
    id: str = field(default_factory=new_id)

    @property
    def finie(self) -> bool:
        """Vrai si plus rien n'est attendu : apaisée, close, ou transmise hors outil."""
        return self.statut in FINIES

    def verified(self) -> Situation:
        """Cette situation, ou `SaisieIncomplete` nommant le champ à reprendre."""
        if not self.besoins and not self.etapes:
            raise SaisieIncomplete(
                "Choisissez un besoin, ou écrivez une étape : cette situation est vide.",
                champ="besoins",
            )
        if any(not etape.quoi for etape in self.etapes):
            raise SaisieIncomplete("Une étape est vide : dites ce qui s’est fait.", champ="etapes")
        return self
