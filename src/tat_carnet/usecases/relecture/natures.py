"""Ce dont on ne dit que la nature : retenu pour le fait et pour son lecteur, comme un récit gardé.

Sans cela, garder coûtait une fois et taire à chaque document : on finissait par garder. De ce qui
arrive à quelqu'un, on n'en dit d'abord que cela (décision 0032) : qui en veut les mots y revient.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from tat_carnet.anonymisation.relecture_fait import RelectureFait
from tat_carnet.anonymisation.risque import Pas
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.sas import Levee
from tat_carnet.domain.vocabulaire import Profil
from tat_carnet.usecases.relecture.etape import Etape
from tat_carnet.usecases.relecture.plan import Plan, Recit
from tat_carnet.usecases.relecture.recits import RECIT

NATURE: Final = "nature"
"""La sorte d'une levée qui dit ce qu'on a décidé de la phrase d'un fait."""
_TUE: Final = "n’en dire que la nature"
_DITE: Final = "en dire les mots"


@dataclass(slots=True)
class Natures:
    """Les phrases tues d'un dossier, au départ celles des documents d'avant.

    Tue pour un lecteur, une phrase l'est pour un plus exigeant, sauf si l'on y est revenu pour lui.
    `_retenues` : vrai si elle se tait, par empreinte ; le brut changé, rien n'en est retenu.
    `_motifs` : ceux des récits gardés (`Recits`).
    """

    _plan: Plan[Any]
    _etapes: Sequence[Etape]
    _retenues: dict[str, bool] = field(default_factory=dict, repr=False)
    _motifs: Mapping[str, str] = field(default_factory=dict, repr=False)

    def reprendre(self) -> None:
        """Tait de nouveau ce qui l'a été ; on peut toujours le rouvrir."""
        for etape in self._etapes:
            fait = etape.fait
            if etape.a_une_nature and isinstance(fait, RelectureFait) and self._retenue(etape):
                fait.generaliser([Pas.recit])

    def a_retenir(self, maintenant: datetime) -> tuple[Levee, ...]:
        """Ce qui a été décidé depuis la dernière fois, à écrire dans le cahier.

        Une lettre où l'on dit les mots ne les fait dire à aucun autre document.
        """
        levees = []
        for etape in self._etapes:
            if not etape.a_une_nature or etape.ecartee or etape.tue is self._retenue(etape):
                continue
            if self._plan.recit is Recit.sans_personne and not etape.tue:
                continue
            passage = _empreinte(etape, self._plan.profil)
            self._retenues[passage] = etape.tue
            motif = TexteBrut(_TUE if etape.tue else _DITE)
            levees.append(Levee(maintenant, NATURE, motif, etape.source[0], passage=passage))
        return tuple(levees)

    def _retenue(self, etape: Etape) -> bool:
        """Ce qu'on en a dit pour ce lecteur, à défaut pour le plus exigeant des plus proches : dire
        les mots à un plus proche ne les dit pas à celui-ci.

        Rien n'en a été dit : une phrase de ce qui arrive à quelqu'un se tait, lettre comprise, sauf
        les mots gardés avec un motif. Qu'on en ait lu le reste, un jour, ne veut pas dire qu'on
        veuille le dire à part, avec son lieu et son mois. Au public, toute phrase de note se tait,
        tant qu'on ne l'a pas relue pour lui.
        """
        for profil in reversed(Profil):
            if self._plan.profil in profil.exigences:
                tue = self._retenues.get(_empreinte(etape, profil))
                if tue or (tue is not None and profil is self._plan.profil):
                    return tue
        fait = etape.fait
        assert isinstance(fait, RelectureFait)
        if self._plan.recit is Recit.absent or not etape.passage.texte.strip():
            return False
        if self._plan.profil.public and fait.fait.relu_pour(self._plan.profil) is None:
            return True
        return fait.arrive_a_quelqu_un and not self._garde(etape)

    def _garde(self, etape: Etape) -> bool:
        """Vrai si ces mots ont été gardés avec un motif ; une lettre n'en garde aucun."""
        empreintes = (etape.empreinte(RECIT, profil) for profil in self._plan.profil.exigences)
        return self._plan.recit is Recit.admis and any(map(self._motifs.get, empreintes))


def natures_retenues(levees: Iterable[Levee]) -> dict[str, bool]:
    """De ces levées, la plus ancienne d'abord, ce que `Natures` reprend : la dernière l'emporte."""
    return {lev.passage: lev.motif.lire() == _TUE for lev in levees if lev.categorie == NATURE}


def _empreinte(etape: Etape, profil: Profil) -> str:
    """Du brut, non de ce qu'on en dirait : une phrase tue n'a pas de mots à elle."""
    return etape.empreinte(NATURE, profil, etape.passage.brut)
