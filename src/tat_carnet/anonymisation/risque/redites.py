"""Un récit sans lieu ni date que ses mots rares rapprochent d'un fait déjà sorti, qui les dit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tat_carnet.anonymisation.risque.exposition import Expose
from tat_carnet.anonymisation.risque.reconnaissance import (
    COMMUNS,
    RARE,
    mots_qui_distinguent,
    rares_en_francais,
)


def redites(recits: Sequence[str], sortis: Sequence[Expose]) -> tuple[Expose, ...]:
    """Les faits déjà sortis que l'un de ces récits redit, par deux mots rares au moins.

    Qui tient le récit et le document d'avant sait où, et quelle semaine. Un mot que plus de trois
    de ces faits disent, ou que tout le monde dit (« journée », « classe »), n'est pas rare.
    """
    lus = [(expose, mots_qui_distinguent(expose.texte)) for expose in sortis]
    frequences = Counter(mot for _, mots in lus for mot in mots)
    dits = rares_en_francais(frozenset[str]().union(*map(mots_qui_distinguent, recits)))
    return tuple(
        expose
        for expose, mots in lus
        if sum(frequences[mot] <= RARE for mot in mots & dits) >= COMMUNS
    )
