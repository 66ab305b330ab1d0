"""Trois questions avant tout courrier (`domaine.md` §7) : une lettre n'est pas toujours le geste.

Ces règles ne sont pas un avis juridique ; l'employeur les valide.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, auto
from typing import Final

from tat_carnet.domain.courrier import Courrier
from tat_carnet.usecases.ports import Cahier

HORS_OUTIL: Final = "transmis_hors_outil"
"""Le seul mot que garde l'application d'une transmission faite ailleurs : ni quoi, ni qui."""


class Question(StrEnum):
    """Les trois questions, dans l'ordre où elles se posent."""

    peril = auto()
    mineur = auto()
    foyer = auto()


@dataclass(frozen=True, slots=True)
class Conseil:
    """Ce que dit l'application à un « oui ».

    `numeros` : ceux à composer d'abord. `arrete` : le courrier s'arrête là.
    """

    titre: str
    texte: str
    numeros: tuple[tuple[str, str], ...] = ()
    arrete: bool = False


QUESTIONS: Final[dict[Question, str]] = {
    Question.peril: "Quelqu’un est-il en péril, maintenant ?",
    Question.mineur: "S’agit-il d’un mineur précis en danger ?",
    Question.foyer: "Un foyer est-il reconnaissable dans ce que vous voulez écrire ?",
}
CONSEILS: Final[dict[Question, Conseil]] = {
    Question.peril: Conseil(
        "Appelez d’abord",
        "Un courrier n’arrive jamais à temps. Appelez, puis revenez ici si une alerte reste utile.",
        (
            ("15", "Samu"),
            ("17", "police ou gendarmerie"),
            ("18", "pompiers"),
            ("112", "toute urgence, de toute l’Europe"),
            ("114", "par message, si l’on ne peut ni parler ni entendre"),
        ),
    ),
    Question.mineur: Conseil(
        "Pas de courrier : une information préoccupante",
        "Un mineur en danger se signale à la CRIP du département (CASF L226-2-1), au procureur si "
        "le danger est immédiat. Cela se fait hors de cet outil, qui n’en garde rien d’autre que "
        "« transmis hors outil ».",
        (("119", "enfance en danger, jour et nuit"), ("CRIP", "cellule du département")),
        arrete=True,
    ),
    Question.foyer: Conseil(
        "Reformulez d’abord",
        "Un bail peut être résilié sur ce que dit une lettre. Dites l’îlot et non le hall, l’usage "
        "et non la famille. La relecture vous arrêtera sur l’étage, la porte, le nom.",
    ),
}


def suivante(question: Question) -> Question | None:
    """La question d'après ; `None` quand on peut écrire."""
    ordre = list(Question)
    rang = ordre.index(question) + 1
    return ordre[rang] if rang < len(ordre) else None


def noter_hors_outil(cahier: Cahier, maintenant: datetime) -> Courrier:
    """Inscrit au registre « transmis hors outil », et la date : rien d'autre n'est demandé."""
    trace = Courrier(HORS_OUTIL, cree_le=maintenant)
    cahier.save_courrier(trace)
    return trace
