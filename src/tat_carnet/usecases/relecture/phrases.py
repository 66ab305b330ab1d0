"""Les phrases d'un récit, une à une : en remettre, en ôter, en laisser dans le cahier.

Décision 0034. Une phrase où quelqu'un se tient n'est remise qu'avec un motif, et suit alors le sort
d'un récit gardé ; une autre se laisse sans motif.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tat_carnet.anonymisation.phrases import Phrase
from tat_carnet.anonymisation.recit import RecitDeFait
from tat_carnet.usecases.relecture.etape import Etape
from tat_carnet.usecases.relecture.recits import Recits


@dataclass(frozen=True, slots=True)
class Phrases:
    """Celles de chaque étape, par rang d'étape puis de phrase ; rien d'elles n'est tenu ici."""

    _recits: Recits
    _etapes: Sequence[Etape]

    def tues(self, rang: int) -> tuple[Phrase, ...]:
        """Celles où quelqu'un se tient : elles ne sortent pas d'emblée."""
        passage = self._etapes[rang].passage
        return passage.tues if isinstance(passage, RecitDeFait) else ()

    def remises(self, rang: int) -> frozenset[int]:
        """Les rangs, parmi elles, de celles qu'on a remises."""
        passage = self._etapes[rang].passage
        return passage.remises if isinstance(passage, RecitDeFait) else frozenset()

    def en_place(self, rang: int) -> tuple[Phrase, ...]:
        """Celles qui sortent d'emblée."""
        passage = self._etapes[rang].passage
        return passage.en_place if isinstance(passage, RecitDeFait) else ()

    def laissees(self, rang: int) -> frozenset[int]:
        """Les rangs, parmi elles, de celles qu'on laisse dans le cahier."""
        passage = self._etapes[rang].passage
        return passage.laissees if isinstance(passage, RecitDeFait) else frozenset()

    def remettre(self, rang: int, phrase: int, motif: str) -> None:
        """Fait sortir cette phrase aussi ; `ErreurConnue` comme `Recits.garder`.

        Elle se relit : ce qu'on y masque ensuite ne fait pas redemander le motif.
        """
        self._recits.exiger_de_garder(rang, motif)
        passage = self._passage(rang)
        deja = self._recits.motif_d_avant(rang) if passage.remises else ""
        passage.remettre(phrase)
        self._etapes[rang].relire_le_recit()
        motifs = dict.fromkeys(filter(None, (deja, motif.strip())))
        self._recits.garder(rang, " ; ".join(motifs))

    def retirer(self, rang: int, phrase: int) -> None:
        """La laisse de nouveau dehors ; `ErreurConnue` si elle a été récrite depuis."""
        self._changer(rang, phrase, RecitDeFait.retirer)

    def laisser(self, rang: int, phrase: int) -> None:
        """La laisse dans le cahier, sans motif ; `ErreurConnue` si elle a été récrite depuis."""
        self._changer(rang, phrase, RecitDeFait.laisser)

    def reprendre(self, rang: int, phrase: int) -> None:
        """La redit ; ce qu'on garde du récit l'est encore : nul ne s'y tient."""
        self._changer(rang, phrase, RecitDeFait.reprendre)

    def _changer(self, rang: int, phrase: int, geste: Callable[[RecitDeFait, int], None]) -> None:
        """Le motif reste à ce qui reste ; la dernière des phrases remises l'emporte avec elle."""
        passage, motif = self._passage(rang), self._recits.motif(rang)
        etait_remis = bool(passage.remises)
        geste(passage, phrase)
        self._etapes[rang].relire_le_recit()
        if motif and passage.texte.strip() and (passage.remises or not etait_remis):
            self._recits.garder(rang, motif)
        else:
            self._recits.oublier(rang)

    def _passage(self, rang: int) -> RecitDeFait:
        passage = self._etapes[rang].passage
        assert isinstance(passage, RecitDeFait)
        return passage
