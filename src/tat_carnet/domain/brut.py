"""Le texte brut : local, chiffré, et que rien n'imprime par mégarde."""

from __future__ import annotations

from typing import Final

MASQUE: Final = "‹brut›"


class TexteBrut:
    """Un texte qui ne sort pas du cahier.

    Ce n'est pas un `str` : le journal technique, une trace d'erreur, une f-string ou un document
    n'en montrent que « ‹brut› ». `lire()` est le seul accès, et un seul mot à chercher pour savoir
    qui lit du brut.
    """

    __slots__ = ("_texte",)

    def __init__(self, texte: str = "") -> None:
        self._texte = texte

    def lire(self) -> str:
        """Le texte en clair, pour l'écran de la personne, le coffre et l'anonymiseur."""
        return self._texte

    def __bool__(self) -> bool:
        return bool(self._texte.strip())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TexteBrut) and other._texte == self._texte

    def __hash__(self) -> int:
        return hash((TexteBrut, self._texte))

    def __repr__(self) -> str:
        return MASQUE

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return MASQUE

    def __reduce__(self) -> str:
        raise TypeError("Un texte brut ne se sérialise pas.")


class TexteVoile(TexteBrut):
    """Un texte brut dont la projection a tout retiré : il se lit « ‹brut› », et vaut vide.

    Le coffre refuse de l'écrire : le vrai texte serait perdu.
    """

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(MASQUE)

    def __bool__(self) -> bool:
        return False
