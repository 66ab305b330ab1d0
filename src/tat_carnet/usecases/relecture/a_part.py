"""Dire à part ce qui arrive à quelqu'un : un à un, avec un motif, jamais au public ni par lettre.

Sans cela, sa nature se dit avec celles des autres, sans lieu ni période (décision 0032).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from tat_carnet.anonymisation.relecture_fait import RelectureFait
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.sas import Levee
from tat_carnet.domain.vocabulaire import Profil
from tat_carnet.usecases.relecture.etape import Etape
from tat_carnet.usecases.relecture.plan import Plan, Recit

A_PART: Final = "a_part"
"""La sorte d'une levée qui dit à part ce qui se dirait ensemble."""

_SANS_MOTIF: Final = (
    "Cela arrive à quelqu’un\u202f: pour le dire à part, dites pourquoi en quelques mots."
)
_JAMAIS: Final = (
    "Ce document ne dit à part rien de ce qui arrive à quelqu’un\u202f: sa nature s’y dit avec "
    "celles des autres, ou pas du tout."
)


@dataclass(slots=True)
class APart:
    """Ce qu'un dossier dit à part de ce qui arrive à des personnes, par rang d'étape, et pourquoi.

    `_motifs` : par empreinte ; vide, on y est revenu. Au départ, ceux des documents d'avant : un
    motif donné pour un lecteur vaut pour un plus proche, tant que le fait ne change pas.
    """

    _plan: Plan[Any]
    _etapes: Sequence[Etape]
    _motifs: dict[str, str] = field(default_factory=dict, repr=False)
    _ecrits: dict[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._ecrits = dict(self._motifs)
        for rang in range(len(self._etapes)):
            if self.admis and self._motif(rang):
                self._fait(rang).dire_a_part()

    @property
    def admis(self) -> bool:
        """Faux d'une lettre et de ce que le public lit."""
        return self._plan.recit is Recit.admis and not self._plan.profil.public

    def ensemble(self, rang: int) -> bool:
        """Vrai si, de ce fait, seule la nature sort, avec celles des autres."""
        return self._etapes[rang].a_une_nature and self._fait(rang).se_dit_ensemble

    def ensembles(self) -> tuple[bool, ...]:
        """Pour chaque étape, vrai si ce fait se dit avec les autres."""
        return tuple(map(self.ensemble, range(len(self._etapes))))

    def motif(self, rang: int) -> str:
        """Pourquoi ce fait se dit à part ; vide s'il ne s'y dit pas."""
        a_part = self._etapes[rang].a_une_nature and self._fait(rang).se_dit_a_part
        return self._motif(rang) if a_part else ""

    def dire(self, rang: int, motif: str) -> None:
        """Dit ce fait à part ; `ErreurConnue` sans motif, ou si rien ne l'admet."""
        if not (self.admis and self.ensemble(rang)):
            raise ErreurConnue(_JAMAIS)
        if not motif.strip():
            raise ErreurConnue(_SANS_MOTIF)
        self._fait(rang).dire_a_part()
        self._motifs[self._empreinte(rang, self._plan.profil)] = motif.strip()

    def rejoindre(self, rang: int) -> None:
        """Le dit de nouveau avec les autres."""
        self._fait(rang).dire_a_part(oui=False)
        self._motifs[self._empreinte(rang, self._plan.profil)] = ""

    def ramener(self, references: Collection[str]) -> None:
        """Dit de nouveau avec les autres ceux de ces faits qu'on disait à part."""
        for rang, etape in enumerate(self._etapes):
            if etape.a_une_nature and self._fait(rang).fait.id in references:
                self.rejoindre(rang)

    def a_retenir(self, maintenant: datetime) -> tuple[Levee, ...]:
        """Ce qui a été décidé depuis la dernière fois, à écrire dans le cahier."""
        levees = []
        for rang, etape in enumerate(self._etapes):
            if not etape.a_une_nature:
                continue
            passage = self._empreinte(rang, self._plan.profil)
            # Un geste défait : ce que le cahier en a déjà retenu n'a plus lieu d'être.
            motif = self._motifs.get(passage, "" if self._ecrits.get(passage) else None)
            if motif is not None and motif != self._ecrits.get(passage):
                self._ecrits[passage] = motif
                fait_id, _ = etape.source
                levees.append(Levee(maintenant, A_PART, TexteBrut(motif), fait_id, passage=passage))
        return tuple(levees)

    def _motif(self, rang: int) -> str:
        if not self._etapes[rang].a_une_nature:
            return ""
        empreintes = (self._empreinte(rang, profil) for profil in self._plan.profil.exigences)
        return next((self._motifs[e] for e in empreintes if e in self._motifs), "")

    def _fait(self, rang: int) -> RelectureFait:
        fait = self._etapes[rang].fait
        assert isinstance(fait, RelectureFait)
        return fait

    def _empreinte(self, rang: int, profil: Profil) -> str:
        """De la note et des codes qu'on en dirait : un autre lieu, un autre type se redécide."""
        etape, expose = self._etapes[rang], self._fait(rang).expose
        codes = (*sorted(expose.publics), *sorted(expose.traits), expose.tranche_age or "")
        dit = (etape.passage.brut, expose.type, expose.semaine, *expose.lieux, *codes)
        return etape.empreinte(A_PART, profil, "\n".join(dit))


def motifs_a_part(levees: Iterable[Levee]) -> dict[str, str]:
    """De ces levées, la plus ancienne d'abord, ce que `APart` reprend : la dernière l'emporte."""
    return {lev.passage: lev.motif.lire() for lev in levees if lev.categorie == A_PART}
