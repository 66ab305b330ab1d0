"""Relier deux passages d'un document : le même terme masqué, et une personne qui dit « c'est lui ».

Rien n'est relié d'office : deux faits reliés racontent déjà quelqu'un (`domaine.md` §1). Rien ne
s'en garde hors du document, et ses ordinaux sont tirés au sort : « le premier jeune » de l'un n'est
pas celui du suivant, et ne dit pas qui l'équipe a vu d'abord.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import SystemRandom
from typing import Final

from tat_carnet.anonymisation.recritures.identites import Reliee, clef_de_lien
from tat_carnet.anonymisation.recritures.portrait import FAMILLE

_JEUNES: Final = frozenset(
    {"jeune", "jeune adulte", "adolescent", "adolescente", "enfant", "mineur", "mineure"}
)
_HASARD: Final = SystemRandom()


@dataclass(frozen=True, slots=True)
class Nommee:
    """Quelqu'un qu'un passage nomme d'un pseudonyme.

    `clefs` : ce qui le reconnaît d'un passage à l'autre (le terme de la liste de masquage, sinon ce
    qui est écrit, plié) ; `ecrits` : chaque façon de l'écrire, pliée ; `terme` : la première, telle
    quelle. `alertes` : les rangs de ses alertes.
    """

    clefs: frozenset[str]
    ecrits: frozenset[str]
    terme: str
    nom: str
    feminin: bool
    alertes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lien:
    """Un même terme masqué dans plusieurs passages, que l'on peut relier ; `passages` : où."""

    terme: str
    passages: Mapping[int, Nommee]

    @property
    def clefs(self) -> frozenset[str]:
        """Tout ce qui le reconnaît."""
        return frozenset().union(*(nommee.clefs for nommee in self.passages.values()))

    @property
    def portrait(self) -> tuple[str, bool]:
        """Le nom qui convient partout, sans dire dans un passage ce qu'un autre seul savait."""
        noms = {nommee.nom for nommee in self.passages.values()}
        genres = {nommee.feminin for nommee in self.passages.values()}
        if len(genres) > 1:
            return "personne", True
        feminin = genres.pop()
        if len(noms) == 1:
            return noms.pop(), feminin
        return ("jeune" if noms <= _JEUNES else "habitante" if feminin else "habitant"), feminin


def liens(passages: Mapping[int, Sequence[Nommee]]) -> tuple[Lien, ...]:
    """Ce que ces passages permettent de relier, dans l'ordre où on les lit.

    Un terme qui désignerait deux personnes d'un même passage ne se relie pas : on ne saurait qui.
    """
    trouves = (Lien(groupe[0][1].terme, dict(groupe)) for groupe in _groupes(passages))
    return tuple(lien for lien in trouves if len(lien.passages) > 1)


def _groupes(passages: Mapping[int, Sequence[Nommee]]) -> Iterator[list[tuple[int, Nommee]]]:
    """Les personnes qui partagent une clef, de proche en proche ; jamais deux d'un passage."""
    groupes: dict[str, dict[tuple[int, str], Nommee]] = {}
    for rang, nommees in passages.items():
        for nommee in nommees:
            touches = {f"{nommee.nom == FAMILLE}{clef}" for clef in nommee.clefs}
            anciens = {id(groupes[clef]): groupes[clef] for clef in touches & groupes.keys()}
            groupe = {(rang, nommee.terme): nommee}
            for ancien in anciens.values():
                groupe |= ancien
            touches |= {f"{n.nom == FAMILLE}{clef}" for n in groupe.values() for clef in n.clefs}
            groupes.update(dict.fromkeys(touches, groupe))
    for groupe in {id(groupe): groupe for groupe in groupes.values()}.values():
        if len({rang for rang, _ in groupe}) == len(groupe):
            yield [(rang, groupe[rang, terme]) for rang, terme in sorted(groupe)]


@dataclass(slots=True)
class Pseudonymes:
    """Qui un document nomme d'un passage à l'autre, par la décision d'une personne."""

    _tirages: dict[str, float] = field(default_factory=dict, repr=False)

    def __bool__(self) -> bool:
        return bool(self._tirages)

    def relie(self, lien: Lien) -> bool:
        """Vrai si la personne a dit que c'était le même."""
        return not self._tirages.keys().isdisjoint(lien.clefs)

    def relier(self, lien: Lien, *, oui: bool) -> None:
        """Retient, ou oublie, que c'est le même."""
        tirage = _HASARD.random()
        for clef in lien.clefs:
            self._tirages.pop(clef, None)
            if oui:
                self._tirages[clef] = tirage

    def reliees(self, possibles: Iterable[Lien]) -> Mapping[str, Reliee]:
        """Le pseudonyme de chacun, par façon de l'écrire ; un ordinal par nom et par genre."""
        choisis = sorted(filter(self.relie, possibles), key=self._tirage)
        rangs: dict[tuple[str, bool], int] = {}
        trouvees: dict[str, Reliee] = {}
        for lien in choisis:
            rang = rangs[lien.portrait] = rangs.get(lien.portrait, -1) + 1
            reliee = Reliee(*lien.portrait, rang)
            for nommee in lien.passages.values():
                ecrits = (clef_de_lien(nommee.nom, ecrit) for ecrit in nommee.ecrits)
                trouvees.update(dict.fromkeys(ecrits, reliee))
        return trouvees

    def _tirage(self, lien: Lien) -> float:
        return min(self._tirages[clef] for clef in lien.clefs & self._tirages.keys())
