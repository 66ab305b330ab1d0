"""Comment un passage se lit : ce qu'on y cherche, pour quel lecteur, et ce qui n'y dit rien."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from tat_carnet.anonymisation.calendrier import reperer_calendrier
from tat_carnet.anonymisation.lieux_tus import reperer_noms_tus
from tat_carnet.anonymisation.masquage import clef
from tat_carnet.anonymisation.nos_mots import est_des_notres, nos_mots
from tat_carnet.anonymisation.publics import bornes_des_noms, couverture, reperer_hors_publics
from tat_carnet.anonymisation.rappels import Rappels
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.trop_fin import joindre, reperer_trop_fin
from tat_carnet.domain.vocabulaire import Profil


@dataclass(slots=True)
class Lecteur:
    """Ce que cherche une relecture ; `publics` : les noms qui ne désignent personne.

    `permis` : ce que même la liste de masquage ne retient pas, confirmé par une personne ; les mots
    que l'outil écrit lui-même en sont. `au_mois` : une formulation y perd ses jours.
    `tus` : ce qui nomme un lieu qu'elle ne doit plus dire, tout public qu'il est.
    """

    liste: Collection[str]
    publics: frozenset[str]
    categories: frozenset[Categorie]
    niveaux: frozenset[Niveau]
    profil: Profil
    permis: frozenset[str] = frozenset()
    rappels: tuple[Rappels, ...] = field(default=(), init=False)
    au_mois: bool = field(default=False, init=False)
    tus: frozenset[str] = field(default=frozenset(), init=False)

    def __post_init__(self) -> None:
        self.permis |= nos_mots(self.profil)

    def lire(self, texte: str) -> Sequence[Repere]:
        """Les repères d'un texte, dans l'ordre."""
        lus = reperer_hors_publics(
            texte, self.liste, self.publics, permis=self.permis, categories=self.categories
        )
        tous = joindre(lus, reperer_trop_fin(texte, self.profil))
        return [r for r in tous if r.niveau in self.niveaux and r.categorie in self.categories]

    def relire(self, texte: str) -> Sequence[Repere]:
        """Les repères d'une formulation : s'y cherchent aussi les termes rappelés, et les jours."""
        trouves = [repere for rappels in self.rappels for repere in rappels.reperer(texte)]
        bornes = bornes_des_noms(texte, self.publics | self.permis) if trouves else []
        excuse = couverture(bornes)
        rappeles = [repere for repere in trouves if not excuse(repere)]
        # « Z », un doute que la formulation avait levé, cachait « le Z », masqué ailleurs.
        lus = [lu for lu in self.lire(texte) if not _est_dans_plus_long(lu, rappeles)]
        tus = reperer_noms_tus(texte, self.tus)
        lus = joindre(joindre(list(tus), iter(lus)), iter(rappeles))
        return joindre(lus, reperer_calendrier(texte)) if self.au_mois else lus

    def rappeler(self, rappels: Rappels) -> bool:
        """Cherche désormais ces termes dans une formulation ; vrai s'il en est de nouveaux."""
        if rappels.termes <= frozenset().union(*(connus.termes for connus in self.rappels)):
            return False
        gardes = (connus for connus in self.rappels if not connus.termes <= rappels.termes)
        self.rappels = (*gardes, rappels)
        return True

    def se_cherche(self, terme: str) -> bool:
        """Faux de moins de trois lettres ou chiffres, et d'un mot que l'outil écrit lui-même.

        La contre-lecture les verrait partout.
        """
        return len(clef(terme)) > 2 and not est_des_notres(terme, self.profil)


def _est_dans_plus_long(lu: Repere, rappeles: Sequence[Repere]) -> bool:
    """Vrai d'un doute dont un terme masqué ailleurs fait un mot de plus."""
    return lu.niveau is Niveau.verifier and any(
        rappel.debut <= lu.debut and lu.fin <= rappel.fin and rappel[:2] != lu[:2]
        for rappel in rappeles
    )
