"""Le bilan d'un document : ce qu'il révèle encore, et le mot qu'il mérite."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from tat_carnet.anonymisation.risque.deduction import Deduction, deductions
from tat_carnet.anonymisation.risque.exposition import Expose, Pas
from tat_carnet.anonymisation.risque.isolement import Isolement, isolements
from tat_carnet.anonymisation.risque.reconnaissance import (
    Reconnaissance,
    reconnaissances,
    relies,
)
from tat_carnet.anonymisation.risque.recoupement import Recoupement, recoupements
from tat_carnet.domain.sas import Sillage


@dataclass(frozen=True, slots=True)
class Bilan:
    """Ce qui isole, se recoupe, se déduit, se reconnaît ; `gardes` : les blocages gardés.

    `recits` : combien de passages racontent quelqu'un, gardés avec leur motif.
    `redits` : des faits déjà sortis, avec leur lieu, que ce récit sans lieu redit. `rendus` : ceux
    d'ici, dont les mots se taisent et qu'un autre texte du document redit, avec ce texte.
    `phrases` : celles que le document dit, d'un fait ou d'un récit.
    """

    isolements: tuple[Isolement, ...] = ()
    recoupements: tuple[Recoupement, ...] = ()
    deductions: tuple[Deduction, ...] = ()
    gardes: int = 0
    reconnaissances: tuple[Reconnaissance, ...] = ()
    redits: tuple[Expose, ...] = ()
    phrases: int = 0
    recits: int = 0
    rendus: tuple[tuple[Expose, str], ...] = field(default=(), repr=False)

    @property
    def anonyme(self) -> bool:
        """Vrai si les critères du G29 tiennent, que rien n'est gardé, et que rien n'est raconté.

        Sinon, le document est pseudonymisé : il reste une donnée personnelle. Une phrase suffit :
        qui a vu la poubelle sur le canapé la reconnaît à n'importe quel échelon (décision 0028).
        """
        return not (self.phrases or self.gardes or self.trouve)

    @property
    def trouve(self) -> bool:
        """Vrai si quelque chose est à régler, ou à laisser sciemment."""
        trouves = (self.isolements, self.recoupements, self.deductions, self.reconnaissances)
        return any(trouves) or bool(self.redits or self.rendus)


def evaluer(
    exposes: Sequence[Expose],
    population: Sequence[Expose],
    sillages: Sequence[Sillage] = (),
    gardes: int = 0,
    groupes: Collection[Collection[str]] = (),
    *,
    public: bool = False,
) -> Bilan:
    """Le bilan d'un document ; `population` : les faits connus, les siens compris.

    `groupes` : les références des faits que le document dit être de la même personne. Ce qui se dit
    ensemble n'a ni lieu, ni période, ni compte : rien ne s'y isole, ni ne s'y joint. `public` :
    n'importe qui le lira.
    """
    dits = [expose for expose in exposes if Pas.ensemble not in expose.pas]
    return Bilan(
        isolements(dits, population, public=public),
        recoupements(dits, sillages, population),
        deductions(dits),
        gardes,
        (*relies(dits, groupes), *reconnaissances(dits)),
        phrases=sum(bool(expose.texte) for expose in dits),
    )
