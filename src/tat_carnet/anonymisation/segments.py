"""Le texte en cours de relecture, coupé en segments libres et en segments tenus par une alerte."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Segment:
    """Un bout de texte ; `alerte` : rang de l'alerte qui le tient, `None` s'il est libre."""

    texte: str
    alerte: int | None = None


def texte_de(segments: Sequence[Segment]) -> str:
    """Le texte entier."""
    return "".join(segment.texte for segment in segments)


def bornes(segments: Sequence[Segment]) -> dict[int, tuple[int, int]]:
    """Où est, dans le texte entier, le segment de chaque alerte qui en a encore un."""
    places, debut = {}, 0
    for segment in segments:
        fin = debut + len(segment.texte)
        if segment.alerte is not None:
            places[segment.alerte] = debut, fin
        debut = fin
    return places


def tenir(segments: Sequence[Segment], debut: int, fin: int, alerte: int) -> list[Segment]:
    """Les segments, `[debut, fin)` étant désormais tenu par `alerte`."""
    milieu = Segment(texte_de(segments)[debut:fin], alerte)
    gauche, _ = couper(segments, debut)
    _, droite = couper(segments, fin)
    return [*gauche, milieu, *droite]


def poser(
    segments: Sequence[Segment], poses: Iterable[tuple[int, int, Sequence[Segment]]]
) -> list[Segment]:
    """Les segments, chaque `[debut, fin)` devenu les siens, ou rien ; disjoints, dans l'ordre."""
    faits: list[Segment] = []
    reste, place = list(segments), 0
    for debut, fin, poses_la in poses:
        gauche, reste = couper(reste, debut - place)
        _, reste = couper(reste, fin - debut)
        faits += [*gauche, *poses_la]
        place = fin
    return [*faits, *reste]


def remplacer(segments: Sequence[Segment], alerte: int, texte: str) -> list[Segment]:
    """Les segments, celui de `alerte` valant désormais `texte`."""
    return [Segment(texte, alerte) if s.alerte == alerte else s for s in segments]


def renumeroter(segments: Sequence[Segment], rangs: Mapping[int, int]) -> list[Segment]:
    """Les segments sous les nouveaux rangs ; ceux d'une alerte oubliée sont libres."""
    return [Segment(s.texte, None if s.alerte is None else rangs.get(s.alerte)) for s in segments]


def couper(segments: Sequence[Segment], position: int) -> tuple[list[Segment], list[Segment]]:
    """Les segments avant et après `position` ; un segment tenu mais coupé devient libre."""
    gauche: list[Segment] = []
    for rang, segment in enumerate(segments):
        if position <= 0:
            return gauche, list(segments[rang:])
        if position < len(segment.texte):
            avant, apres = Segment(segment.texte[:position]), Segment(segment.texte[position:])
            return [*gauche, avant], [apres, *segments[rang + 1 :]]
        gauche.append(segment)
        position -= len(segment.texte)
    return gauche, []


def remplacer_texte(segments: Sequence[Segment], nouveau: str) -> list[Segment]:
    """Les segments d'un texte modifié en un endroit ; ceux que le changement touche sont libres."""
    ancien = texte_de(segments)
    debut = _commun(ancien, nouveau)
    reste = min(len(ancien), len(nouveau)) - debut
    fin = min(reste, _commun(ancien[::-1], nouveau[::-1]))
    gauche, _ = couper(segments, debut)
    _, droite = couper(segments, len(ancien) - fin)
    milieu = nouveau[debut : len(nouveau) - fin]
    return [*gauche, *([Segment(milieu)] if milieu else []), *droite]


def _commun(un: str, autre: str) -> int:
    """Combien de signes les deux textes partagent à leur début."""
    paires = enumerate(zip(un, autre, strict=False))
    return next((i for i, (a, b) in paires if a != b), min(len(un), len(autre)))
