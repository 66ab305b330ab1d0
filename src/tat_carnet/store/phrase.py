"""La phrase de passe : ce qu'elle vaut, dit en français, et comment en tirer une au sort."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from dicewarepy import diceware
from dicewarepy.diceware import wordlist
from zxcvbn import zxcvbn

from tat_carnet.store.text import LIGATURES

SCORE_MINIMAL: Final = 3
"""En dessous, l'assistant demande une autre phrase."""

_ESTIMATED_SIGNS: Final = 72
"""Signes estimés, les premiers : au-delà le calcul ralentit, et la phrase ne s'affaiblit pas."""

_STEPS: Final = (20.0, 30.0, 40.0, 55.0)
"""Bits à partir desquels le score passe à 1, 2, 3 et 4.

À mille essais par seconde, un luxe contre Argon2id, 40 bits tiennent trente ans.
"""

_VERDICTS: Final = (
    "Phrase très fragile.",
    "Phrase fragile.",
    "Phrase encore trop facile à deviner.",
    "Bonne phrase.",
    "Très bonne phrase.",
)
_SEPARATORS: Final = frozenset(" '’-‐‑–—,.\u00a0\u202f\t\r\n")
_EMPTY: Final = "Tapez une phrase : six mots sans lien entre eux suffisent."
_MORE_WORDS: Final = "Ajoutez un ou deux mots peu courants."

# Les mots que zxcvbn, fait pour l'anglais, ne sait pas fréquents ; les pires d'abord.
_FREQUENT: Final = """
    motdepasse mot passe azerty azertyuiop qwertz bonjour soleil doudou loulou chouchou jetaime
    marseille camille secret coucou bisous cheval cahier veille carnet tournee educateur equipe
    quartier maison famille amour liberte egalite fraternite france paris lyon le la les de du
    des un une et est dans mon ma mes ton ta notre nous vous je tu il elle on que qui ne pas
    pour sur avec tout bien
"""

MESSAGES: Final = {
    "Use a few words, avoid common phrases.": _EMPTY,
    "No need for symbols, digits, or uppercase letters.": (
        "Ni symboles, ni chiffres, ni majuscules ne sont nécessaires."
    ),
    "Add another word or two. Uncommon words are better.": _MORE_WORDS,
    "Straight rows of keys are easy to guess.": "Une rangée de touches se devine vite.",
    "Short keyboard patterns are easy to guess.": "Un dessin sur le clavier se devine vite.",
    "Use a longer keyboard pattern with more turns.": "Préférez des mots à un dessin de touches.",
    'Repeats like "aaa" are easy to guess.': "Une lettre répétée se devine vite.",
    'Repeats like "abcabcabc" are only slightly harder to guess than "abc".': (
        "Répéter un morceau ne protège presque pas."
    ),
    "Avoid repeated words and characters.": "Évitez les répétitions.",
    'Sequences like "abc" or "6543" are easy to guess.': (
        "Une suite comme « abc » ou « 6543 » se devine vite."
    ),
    "Avoid sequences.": "Évitez les suites.",
    "Recent years are easy to guess.": "Une année récente se devine vite.",
    "Avoid recent years.": "Évitez les années récentes.",
    "Avoid years that are associated with you.": "Évitez les années qui vous concernent.",
    "Dates are often easy to guess.": "Une date se devine vite.",
    "Avoid dates and years that are associated with you.": "Évitez les dates qui vous concernent.",
    "This is a top-10 common password.": "C’est l’un des dix mots de passe les plus courants.",
    "This is a top-100 common password.": "C’est l’un des cent mots de passe les plus courants.",
    "This is a very common password.": "C’est un mot de passe très courant.",
    "This is similar to a commonly used password.": "Elle ressemble à un mot de passe courant.",
    "A word by itself is easy to guess.": "Un mot seul se devine vite.",
    "Names and surnames by themselves are easy to guess.": "Un nom seul se devine vite.",
    "Common names and surnames are easy to guess.": "Les noms et prénoms courants se devinent.",
    "Capitalization doesn't help very much.": "Une majuscule au début n’aide guère.",
    "All-uppercase is almost as easy to guess as all-lowercase.": (
        "Tout en majuscules n’aide guère plus que tout en minuscules."
    ),
    "Reversed words aren't much harder to guess.": "Un mot à l’envers n’aide guère.",
    "Predictable substitutions like '@' instead of 'a' don't help very much.": (
        "Remplacer « a » par « @ » n’aide guère."
    ),
}
"""Chaque message de zxcvbn, en français ; un essai vérifie qu'il n'en manque aucun."""


@dataclass(frozen=True, slots=True)
class Estimation:
    """Ce que vaut une phrase : `score` de 0 à 4, `bits`, et un conseil à montrer."""

    score: int
    bits: float
    phrase: str

    @property
    def acceptee(self) -> bool:
        """Vrai si la phrase protège assez pour créer un cahier."""
        return self.score >= SCORE_MINIMAL


@cache
def _french_words() -> tuple[str, ...]:
    return (*_FREQUENT.split(), *wordlist("fr").values())


def _essential(phrase: str) -> str:
    """Les lettres et les chiffres, sans accents : le reste est ce qu'on essaie d'office."""
    decomposed = unicodedata.normalize("NFD", phrase.translate(LIGATURES))
    signs = (sign for sign in decomposed if not unicodedata.combining(sign))
    return "".join(sign for sign in signs if sign not in _SEPARATORS)


def _advice(warning: str, suggestions: Sequence[str]) -> str:
    found = [warning, *suggestions]
    return " ".join(MESSAGES[message] for message in found if message) or _MORE_WORDS


def estimer(phrase: str) -> Estimation:
    """Estime `phrase`, en quelques millisecondes. Ne refuse aucun signe.

    Espaces, apostrophes et accents ne comptent pas : zxcvbn les croit tirés au sort.
    """
    essential = _essential(phrase)[:_ESTIMATED_SIGNS]
    if not essential:
        return Estimation(0, 0.0, _EMPTY)
    result = zxcvbn(essential, user_inputs=_french_words())
    bits = math.log2(float(result["guesses"]))
    score = sum(bits >= step for step in _STEPS)
    if score >= SCORE_MINIMAL:
        return Estimation(score, bits, _VERDICTS[score])
    feedback = result["feedback"]
    advice = _advice(feedback["warning"], feedback["suggestions"])
    return Estimation(score, bits, f"{_VERDICTS[score]} {advice}")


def tirer_phrase(mots: int = 6) -> str:
    """Une phrase tirée aux dés : `mots` mots français, près de 13 bits chacun."""
    return " ".join(diceware(mots, "fr"))
