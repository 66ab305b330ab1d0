"""Défaire le dernier geste d'une relecture, quel qu'il soit : d'une alerte, ou de trente faits.

Un geste en entraîne d'autres (un pseudonyme renoué, un lieu tu, un passage à relire) : on ne
l'inverse pas, on remet chaque chose comme elle était.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from tat_carnet.usecases.relecture.dossier import Dossier
from tat_carnet.usecases.relecture.etape import Etape

AU_PLUS: Final = 200
"""Gestes que l'on peut défaire."""
_DU_CAHIER: Final = frozenset({"_retenues", "_natures", "_ecrits"})
"""Ce que le cahier a déjà retenu : un geste défait s'y corrige, il ne s'oublie pas."""
_CALCULS: Final = frozenset({"_lus", "_proposes"})
"""Ce qui se recalcule : que cela change n'est pas un geste."""

_Etat = dict[str, tuple[Any, Any]]
"""Chaque attribut : l'objet qu'il tenait, et une copie de ce qu'était cet objet."""


@dataclass(frozen=True, slots=True)
class Defait:
    """Un geste défait : l'étape où il se faisait, et combien de passages il a rendus."""

    rang: int
    passages: int


class Historique:
    """Les gestes d'un dossier, le dernier d'abord défait. Rien n'en survit au dossier."""

    def __init__(self, dossier: Dossier[Any]) -> None:
        self._dossier = dossier
        self._gestes: list[tuple[int, list[tuple[object, _Etat]]]] = []

    def __bool__(self) -> bool:
        return bool(self._gestes)

    @contextmanager
    def geste(self, rang: int) -> Iterator[None]:
        """Ce qui se fait là est un geste ; sans effet, il ne compte pas ; s'il lève, rien n'en est
        fait.
        """
        avant = [(objet, _etat(objet)) for objet in _objets(self._dossier)]
        try:
            yield
        except BaseException:
            _remettre(_changes(avant))
            raise
        if changes := _changes(avant):
            self._gestes = [*self._gestes, (rang, changes)][-AU_PLUS:]

    def defaire(self) -> Defait | None:
        """Remet tout comme avant le dernier geste ; rien s'il n'y en a plus."""
        if not self._gestes:
            return None
        rang, changes = self._gestes.pop()
        touches = {id(objet) for objet, _ in changes}
        _remettre(changes)
        rendus = sum(not touches.isdisjoint(_de(etape)) for etape in self._dossier.etapes)
        return Defait(min(rang, len(self._dossier.etapes) - 1), rendus)


def _changes(avant: Sequence[tuple[object, _Etat]]) -> list[tuple[object, _Etat]]:
    return [(objet, etat) for objet, etat in avant if _differe(objet, etat)]


def _objets(dossier: Dossier[Any]) -> Iterator[object]:
    """Tout ce qu'un geste peut changer."""
    yield from (dossier, dossier.natures, dossier.a_part, dossier.recits, dossier.relies)
    yield dossier.relies._pseudonymes
    yield from dossier.etapes
    faits = {id(etape.fait): etape.fait for etape in dossier.etapes if etape.fait is not None}
    passages = [*dossier._libres.values(), *(etape.passage for etape in dossier.etapes)]
    passages += [passage for fait in faits.values() for _, passage in fait.passages]
    yield from faits.values()
    for passage in {id(passage): passage for passage in passages}.values():
        yield passage
        yield passage._lecteur


def _de(etape: Etape) -> set[int]:
    return {id(etape), id(etape.passage), id(etape.fait)}


def _etat(objet: object) -> _Etat:
    return {nom: (valeur, _copie(valeur)) for nom, valeur in _attributs(objet)}


def _attributs(objet: object) -> Iterator[tuple[str, Any]]:
    noms = vars(objet) if hasattr(objet, "__dict__") else type(objet).__slots__  # type: ignore[attr-defined]
    return ((nom, getattr(objet, nom)) for nom in noms if nom not in _DU_CAHIER)


def _copie(valeur: Any) -> Any:
    return valeur.copy() if isinstance(valeur, list | dict) else valeur


def _differe(objet: object, avant: _Etat) -> bool:
    return any(
        (valeur := getattr(objet, nom)) is not copie and valeur != copie
        for nom, (_, copie) in avant.items()
        if nom not in _CALCULS
    )


def _remettre(etats: list[tuple[object, _Etat]]) -> None:
    """Chaque attribut retrouve son objet, et cet objet ce qu'il était : d'autres le tiennent."""
    for objet, etat in etats:
        for nom, (tenu, copie) in etat.items():
            if isinstance(tenu, list):
                tenu[:] = copie
            elif isinstance(tenu, dict):
                tenu.clear()
                tenu.update(copie)
            setattr(objet, nom, tenu)
