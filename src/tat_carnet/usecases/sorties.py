"""Un fichier revient : est-il sorti d'ici, tel quel ? Son empreinte le dit, et rien d'autre."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum, auto
from hashlib import sha256
from pathlib import Path
from typing import Final

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.journal import LigneJournal
from tat_carnet.usecases.ports import Cahier

OCTETS_AU_PLUS: Final = 200_000_000
_REFERENCE: Final = re.compile(r"\d{4}-\d{3}(?!\d)")


class Etat(StrEnum):
    """Ce que vaut un fichier qu'on rapporte."""

    reconnu = auto()
    altere = auto()
    inconnu = auto()


@dataclass(frozen=True, slots=True)
class Verdict:
    """`ligne` : la sortie qu'il est, ou qu'il dit être."""

    etat: Etat
    ligne: LigneJournal | None = None


def reconnaitre(cahier: Cahier, chemin: Path) -> Verdict:
    """Reconnu si l'empreinte est au journal ; altéré si seul son nom y est ; inconnu sinon.

    `ErreurConnue` si le fichier ne se lit pas. Rien n'en est gardé.
    """
    try:
        if chemin.stat().st_size > OCTETS_AU_PLUS:
            raise ErreurConnue("Ce fichier est trop gros pour être un de nos documents.")
        empreinte = sha256(chemin.read_bytes()).hexdigest()
    except OSError:
        raise ErreurConnue("Ce fichier ne se lit pas. Rien n’a changé.") from None
    journal = cahier.journal()
    for ligne in journal:
        if ligne.empreinte == empreinte:
            return Verdict(Etat.reconnu, ligne)
    for ligne in journal:
        if _en_a_le_nom(chemin.name, ligne):
            return Verdict(Etat.altere, ligne)
    return Verdict(Etat.inconnu)


def _en_a_le_nom(nom: str, ligne: LigneJournal) -> bool:
    """Vrai si le fichier porte le nom que l'application avait proposé pour cette sortie."""
    if not nom.endswith(f".{ligne.format.value}"):
        return False
    references = _REFERENCE.findall(ligne.destinataire)
    if references:
        return any(f"courrier-{reference}" in nom for reference in references)
    genre = ligne.genre.value.replace("_", "-")
    return nom.startswith(f"{genre}-{ligne.le.date().isoformat()}")
