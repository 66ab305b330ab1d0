"""Ce que la liste dit d'une alerte : où elle en est, pourquoi elle est là, ce qu'elle devient."""

from __future__ import annotations

from dataclasses import dataclass

from tat_carnet.anonymisation.relecture import Alerte, StatutAlerte
from tat_carnet.domain.sas import Levee
from tat_carnet.ui.typographie import compte, jour

STATUTS = {
    StatutAlerte.en_attente: "à décider",
    StatutAlerte.acceptee: "récrit",
    StatutAlerte.reformulee: "reformulé",
    StatutAlerte.gardee: "gardé",
}


@dataclass(frozen=True, slots=True)
class Tie:
    """Le terme d'une alerte se retrouve dans `others` autres passages ; `tied` : relié à eux."""

    others: int
    tied: bool


def why(alerte: Alerte, tie: Tie | None, kept: Levee | None) -> str:
    """Pourquoi elle alerte, où l'on retrouve ce terme, et le motif donné pour la garder."""
    said = [alerte.explication]
    if tie is not None:
        elsewhere = compte(tie.others, "autre passage", "autres passages")
        tied = f"Relié à {elsewhere} : le document dit que c’est la même personne."
        said.append(tied if tie.tied else f"Ce terme revient dans {elsewhere}.")
    if alerte.motif:
        said.append(f"Motif donné : « {alerte.motif} ».")
    elif kept is not None:
        day = jour(kept.le.date(), annee=True)
        said.append(f"Gardé ici {day}, motif : « {kept.motif.lire()} ».")
    return " ".join(said)


def heading_of(count: int, pending: int) -> str:
    """Combien d'alertes, et combien restent à décider."""
    if not count:
        return "Rien à signaler dans ce passage"
    if not pending:
        return "Tout est décidé"
    return f"{pending} à décider sur {count}"


def line_of(alerte: Alerte) -> str:
    """Son titre et où elle en est ; dessous, le terme et ce qu'il devient."""
    return f"{alerte.titre} — {STATUTS[alerte.statut]}\n{_becomes(alerte)}"


def _becomes(alerte: Alerte) -> str:
    """Le terme, et ce qu'il devient : rien d'autre que lui s'il est gardé."""
    if alerte.statut is StatutAlerte.gardee:
        return f"« {alerte.terme} », tel quel"
    if alerte.statut is StatutAlerte.reformulee:
        return f"« {alerte.terme} » → vos mots"
    target = alerte.proposition.strip(" ,")
    return f"« {alerte.terme} » → {f'« {target} »' if target else 'rien'}"
