"""Ce que le sas retient : les blocages levés et pourquoi, ce qui est sorti en codes, les essais.

Rien ici ne sort du cahier.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import uuid4

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.vocabulaire import Public, TrancheAge, TypeFait


@dataclass(frozen=True, slots=True)
class Levee:
    """Un blocage levé : de quelle sorte (le code d'une catégorie de repère), et pour quel motif.

    `fait_id` : celui dont le passage vient, s'il vient d'un fait ; sinon (un lieu, un texte tapé)
    `passage` est l'empreinte SHA-256 de ce texte, à quoi le retrouver sans l'écrire ici.
    """

    le: datetime
    categorie: str
    motif: TexteBrut
    fait_id: str | None = None
    id: str = field(default_factory=lambda: str(uuid4()))
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Sillage:
    """Ce qu'un document sorti dit d'un fait, en codes : de quoi comparer le suivant.

    `lieu` et `periode` sont ceux du document : « Place haute », « 2026-S47 » ou « 2026-11 ».
    """

    reference: str
    lieu: str
    periode: str
    type: TypeFait
    tranche_age: TrancheAge | None = None
    publics: tuple[Public, ...] = ()


@dataclass(frozen=True, slots=True)
class EssaiIntrus:
    """Les réponses au test de l'intrus : vrai si l'on reconnaîtrait quelqu'un. Aucun contenu."""

    le: datetime
    genre: GenreDocument
    famille: bool
    gardien: bool
    policier: bool
    id: str = field(default_factory=lambda: str(uuid4()))

    @property
    def reconnu(self) -> bool:
        """Vrai si l'un des trois reconnaîtrait quelqu'un : le document ne sort pas ainsi."""
        return self.famille or self.gardien or self.policier
