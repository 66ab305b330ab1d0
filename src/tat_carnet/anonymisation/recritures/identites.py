"""Qui est qui, le temps d'un texte ou d'un document : à quoi se reconnaît quelqu'un déjà nommé."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from tat_carnet.anonymisation.lexiques import mots_de
from tat_carnet.anonymisation.masquage import clef
from tat_carnet.anonymisation.nombres import ordinal
from tat_carnet.anonymisation.recritures.contexte import Contexte
from tat_carnet.anonymisation.recritures.portrait import FAMILLE
from tat_carnet.anonymisation.reperes import Categorie

_MOTS_OUTILS: Final = mots_de("le la les l du de des d un une petit petite grand grande gros dit")


def clefs_de(contexte: Contexte) -> set[str]:
    """Ce qui reconnaît un nom : ses mots ; des initiales ne se reconnaissent qu'entières."""
    ecrit = clef(contexte.extrait)
    if contexte.repere.categorie is Categorie.initiales:
        return {ecrit}
    mots = {clef(mot) for mot in re.findall(r"[^\W_]+", contexte.extrait)} - _MOTS_OUTILS
    return {mot for mot in mots if len(mot) > 1} or {ecrit}


def clef_de_lien(nom: str, ecrit: str) -> str:
    """Par quoi se retrouve une personne reliée : ce qui est écrit, et si c'est une famille."""
    return f"{FAMILLE} {ecrit}" if nom == FAMILLE else ecrit


@dataclass(frozen=True, slots=True)
class Reliee:
    """Le pseudonyme de quelqu'un dans tout un document : « la deuxième jeune » (`rang` 1)."""

    nom: str
    feminin: bool
    rang: int

    @property
    def groupe(self) -> str:
        """« le premier jeune » : toujours défini, dans quelque passage qu'on le lise d'abord."""
        return f"{'la' if self.feminin else 'le'} {ordinal(self.rang, self.feminin)} {self.nom}"


@dataclass(slots=True)
class Personne:
    """Quelqu'un le temps d'un texte : de quoi l'accorder, puis rien.

    `ecrits` : les clefs de chaque façon de l'écrire. `reliee` : son nom dans tout le document.
    """

    clefs: set[str]
    nom: str
    feminin: bool
    rang: int = 0
    citee: bool = False
    ecrits: set[str] = field(default_factory=set)
    reliee: Reliee | None = None
    civilite: str = ""

    def repond(self, clefs: set[str], civilite: str, famille: bool) -> bool:
        """Vrai si ce nom peut être le sien : l'un contient l'autre, et rien ne les distingue.

        « Moussa Diallo » peut être « Moussa », ou « Diallo » ; pas « Ibrahim Diallo », ni la
        famille Diallo, ni Mme Diallo si l'on a dit M. Diallo.
        """
        if famille is not (self.nom == FAMILLE) or {self.civilite, civilite} == {"f", "m"}:
            return False
        return self.clefs <= clefs or clefs <= self.clefs
