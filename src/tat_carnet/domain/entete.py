"""Qui écrit : l'en-tête et la signature de l'association, réglés une fois."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.logo import Logo

_SIRET: Final = re.compile(r"\d{14}")
LIGNES_ENTETE: Final = 7
"""Au-delà, l'en-tête descendrait dans la fenêtre de l'enveloppe."""


@dataclass(frozen=True, slots=True)
class Entete:
    """L'association : son bloc d'expéditeur, sa ville, sa présentation et sa signature.

    `motifs` : mot gardé à la relecture de l'en-tête → pourquoi (le nom de qui signe, par exemple).
    """

    association: str = ""
    adresse: str = ""
    siret: str = ""
    contact: str = ""
    ville: str = ""
    presentation: str = ""
    signature: str = ""
    logo: Logo | None = None
    motifs: tuple[tuple[str, str], ...] = ()

    def verified(self) -> Entete:
        """Cet en-tête, ou `SaisieIncomplete` nommant le champ à reprendre."""
        for champ, phrase in (
            ("association", "Donnez le nom de l’association."),
            ("adresse", "Donnez l’adresse de l’association."),
            ("ville", "Donnez la ville d’où partent vos courriers."),
            ("signature", "Dites qui signe, et en quelle fonction."),
        ):
            if not getattr(self, champ).strip():
                raise SaisieIncomplete(phrase, champ=champ)
        if self.siret.strip() and not _SIRET.fullmatch(re.sub(r"\s", "", self.siret)):
            raise SaisieIncomplete("Un SIRET compte quatorze chiffres.", champ="siret")
        if len(self.expediteur) > LIGNES_ENTETE:
            raise SaisieIncomplete(
                f"L’en-tête est trop long : {LIGNES_ENTETE} lignes au plus, sans quoi il se "
                "verrait dans la fenêtre de l’enveloppe.",
                champ="adresse",
            )
        return self

    @property
    def expediteur(self) -> tuple[str, ...]:
        """Les lignes du haut à gauche."""
        siret = f"SIRET {self.siret.strip()}" if self.siret.strip() else ""
        lignes = (
            self.association, *self.adresse.splitlines(), siret, *self.contact.splitlines()
        )  # fmt: skip
        return tuple(ligne.strip() for ligne in lignes if ligne.strip())
