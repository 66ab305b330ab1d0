"""Le cahier tel qu'on le projette : on y lit tout, sauf le brut.

La fenêtre, en projection, ne reçoit plus rien d'autre : quel que soit l'écran, ce qui n'est pas là
ne peut pas s'y peindre.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final, cast

from tat_carnet.anonymisation.projection import projeter
from tat_carnet.usecases.ports import OpenedCahier

SANS_BRUT: Final = frozenset({"faits_a_purger", "merge_sites", "secteurs"})
"""Les textes nus qui peuvent se montrer : des noms publics, des identifiants."""

TUS: Final[dict[str, Any]] = {
    "brouillon": None,
    "corbeille": (),
    "corrections": (),
    "filtres": (),
    "frise": None,
    "mots_ajoutes": frozenset(),
    "mots_bruts": frozenset(),
    "mots_relus": frozenset(),
    "termes_masquage": frozenset(),
    "trouver": (),
}
"""Ce qui n'est que du brut : la projection répond comme si le cahier n'en avait pas."""


class CahierProjete:
    """Répond comme le cahier qu'il cache, sans rien de brut.

    Écrire passe par le vrai cahier ; et le coffre refuse un texte voilé qu'on voudrait y remettre.
    """

    def __init__(self, cahier: OpenedCahier) -> None:
        self._cahier = cahier

    def __getattr__(self, name: str) -> Any:
        geste = getattr(self._cahier, name)
        return partial(_projete, name, geste) if callable(geste) else geste


def projete(cahier: OpenedCahier) -> OpenedCahier:
    """Ce cahier, tel qu'il se projette."""
    return cast(OpenedCahier, CahierProjete(cahier))


def _projete(name: str, geste: Callable[..., Any], *args: object, **named: object) -> Any:
    if name in TUS:
        return TUS[name]
    rendu = geste(*args, **named)
    return rendu if name in SANS_BRUT else projeter(rendu)
