"""Les passages d'un dossier que la personne dit parler de la même : proposé, montré, défait.

Rien n'est relié sans elle, et rien ne s'en garde : cela vit avec le dossier.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from tat_carnet.anonymisation.liens import Lien, Pseudonymes, liens
from tat_carnet.usecases.relecture.etape import Etape


@dataclass(slots=True)
class Relies:
    """Ce qui relie les étapes d'un dossier. Un passage dont un pseudonyme change est à relire."""

    _etapes: Sequence[Etape]
    _pseudonymes: Pseudonymes = field(default_factory=Pseudonymes, repr=False)

    def depuis(self, rang: int) -> Mapping[int, Lien]:
        """Ce que l'on peut relier depuis cette étape à d'autres : par rang d'alerte."""
        return {
            alerte: lien
            for lien in self._liens()
            if rang in lien.passages
            for alerte in lien.passages[rang].alertes
        }

    def est_relie(self, lien: Lien) -> bool:
        """Vrai si la personne a dit que c'était le même."""
        return self._pseudonymes.relie(lien)

    def relier(self, lien: Lien, *, oui: bool = True) -> tuple[int, ...]:
        """Nomme pareillement, ou non, ces passages ; rend les rangs de ceux qui ont changé."""
        self._pseudonymes.relier(lien, oui=oui)
        return self._renommer()

    def delier(self, references: Collection[str]) -> int | None:
        """Ne relie plus ces faits ; rend le rang du premier passage à relire."""
        for lien in self._liens():
            if self.est_relie(lien) and self._faits(lien) == set(references):
                self._pseudonymes.relier(lien, oui=False)
        return next(iter(self._renommer()), None)

    def faits(self) -> tuple[frozenset[str], ...]:
        """Les références des faits que le document dit être de la même personne."""
        groupes = (self._faits(lien) for lien in self._liens() if self.est_relie(lien))
        return tuple(groupe for groupe in groupes if len(groupe) > 1)

    def renouer(self) -> None:
        """Après un geste sur un passage : un pseudonyme resté seul redevient celui d'un passage."""
        if self._pseudonymes:
            self._renommer()

    def _faits(self, lien: Lien) -> frozenset[str]:
        faits = (self._etapes[rang].fait for rang in lien.passages)
        return frozenset(fait.fait.id for fait in faits if fait is not None)

    def _liens(self) -> tuple[Lien, ...]:
        return liens(
            {
                rang: etape.passage.nommees
                for rang, etape in enumerate(self._etapes)
                if not etape.ecartee
            }
        )

    def _renommer(self) -> tuple[int, ...]:
        reliees = self._pseudonymes.reliees(self._liens())
        changes = [
            rang
            for rang, etape in enumerate(self._etapes)
            if etape.passage.relier({} if etape.ecartee else reliees)
        ]
        for rang in changes:
            self._etapes[rang].lue = False
        return tuple(changes)
