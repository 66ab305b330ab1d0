"""Ce que les gestes demandent au cahier : durées, annonces, purges, suspension."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from tat_carnet.domain.conservation import (
    SANS_RESTE,
    Annonce,
    Apercu,
    LignePurge,
    Objet,
    PurgeEnCours,
    Restes,
    Suspension,
)


class Conservation(Protocol):
    """Ce qui se garde, jusqu'à quand, et ce qui est déjà parti."""

    def durees(self) -> Mapping[Objet, int]:
        """Les mois de conservation de chaque objet que ce cahier connaît."""

    def set_duree(self, objet: Objet, mois: int) -> None:
        """Règle une durée, à la baisse ; l'annonce en cours de cet objet est à refaire."""

    def compter_a_purger(self, objet: Objet, borne: date) -> int:
        """Combien de lignes datées d'avant `borne` une purge ôterait."""

    def apercu(self, objet: Objet, borne: date) -> Apercu:
        """Exactement ce qu'une purge ôterait."""

    def faits_a_purger(self, objet: Objet, borne: date, limite: int) -> Sequence[str]:
        """Les identifiants des faits qu'une purge toucherait, le plus récent d'abord."""

    def annonces(self) -> Sequence[Annonce]:
        """Les avertissements montrés, dont la purge n'a pas eu lieu."""

    def annoncer(self, annonces: Collection[Annonce]) -> None:
        """Retient que ces avertissements ont été montrés."""

    def purge_en_cours(self) -> PurgeEnCours | None:
        """La purge commencée et pas achevée, s'il y en a une."""

    def commencer_purge(self, objet: Objet, borne: date) -> None:
        """Inscrit qu'une purge commence ; `PurgeSuspendue` si une réquisition l'interdit."""

    def avancer_purge(self, lignes: int) -> bool:
        """Ôte d'un bloc au plus `lignes` lignes ; faux quand il ne reste rien à ôter."""

    def mots_bruts(self) -> frozenset[str]:
        """Les mots différents qui restent dans les textes bruts."""

    def mots_relus(self) -> frozenset[str]:
        """Les mots différents des formulations, que la purge des textes laisse."""

    def achever_purge(self, maintenant: datetime, restes: Restes = SANS_RESTE) -> LignePurge:
        """Retire aussi `restes`, écrit le journal, vide le WAL."""

    def oublier(self, restes: Restes) -> None:
        """Efface ces restes pour de bon, sans purge ; `PurgeSuspendue` sous réquisition."""

    def journal_purge(self) -> Sequence[LignePurge]:
        """Purges, suspensions et reprises, la plus récente d'abord."""

    def suspension(self) -> Suspension | None:
        """La suspension en cours, s'il y en a une."""

    def suspendre(self, suspension: Suspension) -> None:
        """Suspend toute purge et l'écrit au journal ; déjà fait, retient la direction prévenue."""

    def reprendre(self, maintenant: datetime) -> None:
        """Lève la suspension, l'écrit au journal, et oublie les annonces : il faut les refaire."""
