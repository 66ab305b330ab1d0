"""Une chose à lire dans un dossier."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto
from hashlib import sha256

from tat_carnet.anonymisation.recit import RecitDeFait
from tat_carnet.anonymisation.relecture import LIBELLE, LIEU, Passage, RelectureEntite
from tat_carnet.anonymisation.relecture_fait import RelectureFait
from tat_carnet.domain.sas import Levee
from tat_carnet.domain.vocabulaire import Profil


class Parole(StrEnum):
    """Ce qu'est un texte, dont dépend s'il peut raconter quelqu'un.

    `recit` : des mots d'un fait, ou tapés pour le document. `nature` : ceux qui nomment un fait
    « autre », que dit même un document qui ne raconte pas. `nom` : celui d'un lieu. `structure` :
    ce qu'elle dit d'elle (« reçoit une femme seule »), qui n'est jamais quelqu'un.
    """

    recit = auto()
    nature = auto()
    nom = auto()
    structure = auto()


@dataclass(slots=True)
class Etape:
    """Une chose à lire. `fait` est celui dont elle vient, s'il y en a un ; `lue` quand c'est fait.

    `ecartee` : la personne a décidé de ne pas faire sortir ce fait. `levees` : les blocages de ce
    fait, ou de ce même texte s'il n'est d'aucun fait, levés lors d'une relecture passée, le plus
    récent d'abord. `parole` : ce qu'est ce texte.
    `retenue` : des mots en ont été lus, donc retenus, dans ce dossier.
    `recit_garde` : l'empreinte de ces mots et le motif de les garder, s'ils racontent quelqu'un.
    """

    titre: str
    precision: str
    passage: Passage
    fait: RelectureEntite | None = None
    lue: bool = False
    ecartee: bool = False
    levees: tuple[Levee, ...] = ()
    parole: Parole = Parole.recit
    recit_garde: tuple[str, str] | None = None
    retenue: bool = False

    @property
    def faite(self) -> bool:
        """Vrai si l'on n'a plus rien à y faire ; d'une phrase tue, rien ne sort qui soit à lire."""
        return self.ecartee or self.tue or self.vide or (self.lue and self.passage.complete)

    @property
    def vide(self) -> bool:
        """Vrai si toutes ses phrases restent dehors : il n'y a pas un mot à y lire.

        Sauf si des mots en ont été retenus, aujourd'hui ou jadis : qu'ils n'y soient plus se lit.
        """
        passage, fait = self.passage, self.fait
        jadis = None if fait is None else fait.fait.relu_pour(passage.profil)
        if self.retenue or (jadis or "").strip() or passage.texte.strip():
            return False
        if jadis is None and isinstance(passage, RecitDeFait) and passage.laissees:
            return False  # laissée à l'instant : cela se retient
        return bool(passage.places_tues) and passage.complete

    @property
    def tue(self) -> bool:
        """Vrai si c'est la phrase d'un fait dont le document ne dit que la nature."""
        return isinstance(self.fait, RelectureFait) and self.fait.tait(self.passage)

    @property
    def a_une_nature(self) -> bool:
        """Vrai si c'est la phrase d'un fait, dont on peut ne dire que la nature."""
        fait = self.fait
        return isinstance(fait, RelectureFait) and fait.passages[0][1] is self.passage

    def relire_le_recit(self) -> None:
        """Ses phrases ont changé : à relire, et ce qui n'était monté que pour elles redescend."""
        self.lue = False
        if isinstance(self.fait, RelectureFait):
            self.fait.suivre_le_recit()

    @property
    def source(self) -> tuple[str | None, str]:
        """D'où vient ce passage, pour ses motifs : son fait, ou l'empreinte de son texte."""
        if self.fait is not None:
            return self.fait.fait.id, ""
        return None, sha256(self.passage.brut.encode()).hexdigest()

    def empreinte(self, sorte: str, profil: Profil, texte: str | None = None) -> str:
        """À quoi retrouver ce qu'on a décidé, pour ce lecteur, sans écrire ces mots ailleurs.

        `texte` : ce dont on a décidé ; à défaut, ce que le passage dit là.
        """
        fait_id = "" if self.fait is None else self.fait.fait.id
        dit = self.passage.texte if texte is None else texte
        return sha256(f"{sorte}\n{profil}\n{fait_id}\n{dit}".encode()).hexdigest()

    def deja_gardes(self) -> Mapping[int, Levee]:
        """Par rang d'alerte bloquante, la dernière levée d'un blocage de sa sorte, là."""
        dernieres = {levee.categorie: levee for levee in reversed(self.levees)}
        return {
            alerte.rang: dernieres[alerte.categorie.value]
            for alerte in self.passage.alertes
            if alerte.bloquante and alerte.categorie.value in dernieres
        }


def parole_de(nom: str) -> Parole:
    """Ce qu'est le passage d'un fait, par son étiquette."""
    return {LIBELLE: Parole.nature, LIEU: Parole.nom}.get(nom, Parole.recit)


def etape_du_lieu(passage: Passage) -> Etape:
    """Le nom d'un lieu à décider, pour tous les faits qui s'y passent."""
    return Etape("Nom d’un lieu", "à garder s’il ne nomme que lui", passage, parole=Parole.nom)
