"""Ce que chaque type de fait demande en plus du texte : une ligne par famille ou par type.

Ces champs se montrent sous le texte, à portée ; tous les autres attendent, pliés. Aucun n'est
obligatoire.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tat_carnet.domain.vocabulaire import FAMILLE_DU_TYPE, Famille, TypeFait


@dataclass(frozen=True, slots=True)
class Modele:
    """Les champs de `Fait` à montrer d'abord, et de quoi amorcer le texte."""

    champs: tuple[str, ...] = ()
    amorce: str = ""


_TRACE: Final = ("materiel", "quantite", "signale_a", "signale_le", "ramasse_le")

PAR_FAMILLE: Final[dict[Famille, Modele]] = {
    Famille.espaces: Modele(("taille_groupe", "recurrence"), "Où au juste, combien de temps ?"),
    Famille.traces: Modele(_TRACE, "Où au juste, dans quel état, qui l’a signalé ?"),
    Famille.revente: Modele(("recurrence",), "Ce qui a changé, depuis quand ?"),
    Famille.tensions: Modele(("gravite", "urgence"), "Ce qui s’est passé, comment c’est retombé ?"),
    Famille.sante: Modele(("urgence",), "Ce que vous avez vu, ce qui a été fait ?"),
    Famille.ecole_insertion: Modele(("quantite",), "Combien de jeunes, quelle étape ?"),
    Famille.familles: Modele(("urgence",), "Le besoin, ce qui est engagé ?"),
    Famille.vie_locale: Modele((), "Quoi, depuis quand, qu’est-ce que cela change ?"),
    Famille.points_forts: Modele((), "Qui a fait quoi, qu’est-ce que cela a changé ?"),
    Famille.autre: Modele((), "De quoi s’agit-il ?"),
}
PAR_TYPE: Final[dict[TypeFait, Modele]] = {
    TypeFait.equipement_hors_service: Modele(
        ("signale_a", "signale_le"), "Quel équipement, depuis quand, signalé à qui ?"
    ),
    TypeFait.feu: Modele(("gravite", "signale_a", "signale_le"), "Où, quoi, les secours ?"),
    TypeFait.malaise_surdose: Modele(
        ("gravite", "urgence"), "Ce que vous avez vu, qui a été appelé ?"
    ),
}
"""Ce qui l'emporte sur la famille."""


def modele_de(type_fait: TypeFait | None) -> Modele:
    """Le modèle d'un type ; vide tant qu'il n'est pas choisi."""
    if type_fait is None:
        return Modele()
    return PAR_TYPE.get(type_fait) or PAR_FAMILLE[FAMILLE_DU_TYPE[type_fait]]
