"""À défaut de dictionnaire sur la machine : les formes françaises de pyspellchecker."""

from __future__ import annotations

from collections.abc import Sequence

from spellchecker import SpellChecker


class Formes:
    """Un `Correcteur` qui ne connaît que des formes, sans règle d'accord."""

    def __init__(self) -> None:
        self._formes = SpellChecker(language="fr", distance=1)

    def connait(self, mot: str) -> bool:
        """Vrai si la forme est connue ; les mots composés, si chaque morceau l'est."""
        morceaux = [morceau for morceau in mot.split("-") if morceau]
        return mot in self._formes or all(morceau in self._formes for morceau in morceaux)

    def suggestions(self, mot: str) -> Sequence[str]:
        """Les formes à une faute, la plus fréquente d'abord."""
        proches = self._formes.candidates(mot) or ()
        frequence = self._formes.word_frequency
        return sorted(proches, key=lambda forme: (-frequence[forme], forme))
