"""L'ordre des faits d'une liste, qui ne doit rien dire que les mots ne disent déjà."""

from __future__ import annotations

from collections.abc import Sequence

from tat_carnet.domain.periode import dit_le_mois
from tat_carnet.domain.relu import FaitRelu


def sans_jour(faits: Sequence[FaitRelu]) -> list[FaitRelu]:
    """Les semaines dans l'ordre donné, les mois après elles ; à période égale, l'alphabet.

    Les faits arrivent rangés par instant : sans cela, leur rang dirait lequel est du lundi.
    """
    rangs: dict[str, int] = {}
    for fait in faits:
        rangs.setdefault(fait.semaine, len(rangs))

    def cle(fait: FaitRelu) -> tuple[bool, int, str, str, str]:
        quand = dit_le_mois(fait.semaine), rangs[fait.semaine]
        return (*quand, fait.libelle_type.texte, fait.lieu.texte, fait.formulation.texte)

    return sorted(faits, key=cle)
