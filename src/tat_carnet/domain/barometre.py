"""Ce que les institutions font de nos courriers : des délais, des réponses, des effets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from tat_carnet.domain.courrier import Courrier
from tat_carnet.domain.vocabulaire import Evolution, StatutCourrier


@dataclass(frozen=True, slots=True)
class Delai:
    """Ce qu'un destinataire a fait de nos courriers ; `jours` : le délai médian de réponse.

    `effets` : combien de ses courriers ont été suivis de mieux, de pareil, de pire ; le dernier
    effet observé de chacun compte, et lui seul.
    """

    destinataire: str
    envoyes: int
    repondus: int
    relances: int
    jours: float | None
    effets: Mapping[Evolution, int]


def barometre(courriers: Sequence[Courrier], noms: dict[str, str]) -> list[Delai]:
    """Les délais par destinataire, celui à qui l'on écrit le plus d'abord.

    `noms` : identifiant de structure → son nom. Seuls comptent les courriers partis.
    """
    partis: dict[str, list[Courrier]] = {}
    for courrier in courriers:
        if courrier.le(StatutCourrier.envoye) and courrier.destinataire_id is not None:
            nom = noms.get(courrier.destinataire_id, "structure retirée de l’annuaire")
            partis.setdefault(nom, []).append(courrier)
    lignes = [_delai(nom, siens) for nom, siens in partis.items()]
    return sorted(lignes, key=lambda ligne: (-ligne.envoyes, ligne.destinataire))


def _delai(nom: str, courriers: Sequence[Courrier]) -> Delai:
    delais = [courrier.delai for courrier in courriers if courrier.delai is not None]
    derniers = [courrier.observes[-1].evolution for courrier in courriers if courrier.observes]
    return Delai(
        destinataire=nom,
        envoyes=len(courriers),
        repondus=len(delais),
        relances=sum(
            1 for c in courriers for p in c.historique if p.statut is StatutCourrier.relance
        ),
        jours=float(median(delais)) if delais else None,
        effets=Counter(effet for effet in derniers if effet is not None),
    )
