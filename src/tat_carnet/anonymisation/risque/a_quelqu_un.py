"""Ce qui arrive à quelqu'un, ou à son foyer : dit seul, en codes, c'est une fiche de lui.

Cinq intrus de suite l'ont montré (décision 0032) : vingt et une personnes reconnues sur trente-six
l'ont été à un fait dont le document ne disait aucun mot.
"""

from __future__ import annotations

from typing import Final

from tat_carnet.domain.fait import Fait
from tat_carnet.domain.vocabulaire import TailleGroupe, TypeFait

_A_QUELQU_UN: Final = frozenset(
    {
        # La santé : un corps, un soin, une peine.
        TypeFait.malaise_surdose,
        TypeFait.consommation_problematique,
        TypeFait.souffrance_psychique,
        TypeFait.rupture_soins,
        # L'école, l'insertion : une classe, un employeur savent de qui l'on parle. Le raccrochage
        # aussi, tout point fort qu'il est.
        TypeFait.absenteisme,
        TypeFait.exclusion,
        TypeFait.sans_affectation,
        TypeFait.rupture_dispositif,
        TypeFait.discrimination,
        TypeFait.raccrochage,
        # La famille : ce sont ses affaires.
        TypeFait.demande_aide,
        TypeFait.dette_emprise,
        TypeFait.demande_relogement,
        TypeFait.deuil,
        TypeFait.sortie_detention,
        # Un enfant que l'on sollicite est une victime, peut-être de traite (code pénal 225-4-1).
        TypeFait.sollicitation_mineurs,
        # Quelqu'un est mort ; sa famille lira le document.
        TypeFait.homicide,
        # Quelqu'un est menacé, et qui le menace lit aussi.
        TypeFait.menace,
        # Un gardien, une postière : un seul tient ce poste, à cet endroit.
        TypeFait.pression_professionnels,
        # Une porte enfoncée est celle d'un foyer ; l'escalier sait laquelle.
        TypeFait.effets_operation_police,
    }
)
"""Ces faits arrivent à une personne, sauf si l'on dit qu'elles sont cinq ou plus."""

_SI_SEULE: Final = frozenset(
    {
        # Le lieu, sauf si l'on dit qu'il n'y a qu'une personne : c'est elle qu'on décrit alors.
        TypeFait.rajeunissement,  # cet enfant-là
        TypeFait.conflit_usage,  # celui dont tout l'escalier connaît les colères
        TypeFait.rixe,  # celui qui a été frappé
        TypeFait.arme_tirs,  # celui qu'on a vu armé : une infraction ne s'impute à personne
        TypeFait.tension_police,  # celui qu'on a contrôlé
        TypeFait.produit_inhabituel,  # celui qui en a pris
    }
)
"""Ces faits disent un lieu ou un usage, sauf si l'on y code une personne seule.

Des autres types, aucun : les espaces, les traces, les lieux de revente et la vie locale disent des
places, des choses et des services, et les points forts ce que des habitants font ensemble.
"""

_PLUSIEURS: Final = frozenset(TailleGroupe) - {
    TailleGroupe.une,
    TailleGroupe.de_2_4,
    TailleGroupe.non_observe,
}
"""À moins de cinq, ce sont encore quelques-uns, que leur classe ou leur palier compte : le seuil
des petits effectifs (`domain.seuils`), et la septième épreuve, qui en a nommé un.
"""


def arrive_a_quelqu_un(fait: Fait) -> bool:
    """Vrai si ce fait arrive à une personne ou à son foyer, et qu'on n'en dit pas cinq ou plus."""
    if fait.type in _SI_SEULE:
        return fait.taille_groupe is TailleGroupe.une
    return fait.type in _A_QUELQU_UN and fait.taille_groupe not in _PLUSIEURS


def est_de_peu(fait: Fait) -> bool:
    """Vrai d'un fait codé de quatre personnes au plus : « ils », « les deux » les désignent."""
    return fait.taille_groupe in (TailleGroupe.une, TailleGroupe.de_2_4)
