"""Le sas : la seule porte vers les textes et les faits que les documents acceptent.

Chaque alerte se lève une à une ; rien ici n'en lève deux d'un coup, et aucun réglage ne le permet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from tat_carnet.anonymisation.alertes import Alerte, Origine, StatutAlerte
from tat_carnet.anonymisation.passage_relie import TexteRelie
from tat_carnet.anonymisation.recriture import Morceau, Proposition
from tat_carnet.anonymisation.reperes import DIRECTES, Categorie, Niveau
from tat_carnet.domain.errors import RelectureIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.relu import SCEAU, TexteRelu
from tat_carnet.domain.vocabulaire import Attestation, Profil

__all__ = [
    "DEGRES_EXPORTABLES",
    "LIBELLE",
    "LIEU",
    "PUBLIQUES",
    "Alerte",
    "NomDeLieu",
    "Origine",
    "Passage",
    "RelectureEntite",
    "StatutAlerte",
    "relire_lieux",
    "relire_structure",
    "relire_texte",
]

_INCOMPLETE: Final = (
    "La relecture n’est pas finie\u202f: une alerte attend votre décision. Rien n’est sorti."
)
_REFUS: Final = {
    Attestation.rumeur: (
        "Ce fait est une rumeur\u202f: il reste dans le cahier et ne figure dans aucun document. "
        "Changez son attestation s’il a été observé ou rapporté."
    ),
    Attestation.infirme: (
        "Ce fait a été infirmé en réunion\u202f: il reste dans le cahier et ne sort pas."
    ),
}
DEGRES_EXPORTABLES: Final = frozenset(Attestation) - frozenset(_REFUS)
"""Ce qu'un compte-rendu admet, degré affiché (`domaine.md` §1.4)."""
_TROP_FAIBLE: Final = (
    "Ce fait est seulement «\u202f{}\u202f»\u202f: ce document demande plus solide. Il reste dans "
    "le cahier."
)
LIBELLE: Final = "Libellé"
"""L'étiquette du passage qui nomme un fait « autre »."""
LIEU: Final = "Lieu"
"""Celle du passage qui nomme le site."""
PUBLIQUES: Final = DIRECTES - {Categorie.adresse}
"""Ce qu'un nom de lieu public ou un libellé ne doit pas contenir ; une rue, si."""

_QUARTIER: Final = "Un lieu du quartier"
_NOMS: Final = frozenset({Categorie.nom, Categorie.surnom})
_PERSONNES: Final = _NOMS | {Categorie.liste, Categorie.naissance, Categorie.nir}
"""Ce qui nommerait quelqu'un dans la fiche d'une structure ; son téléphone et son adresse, non."""


class Passage(TexteRelie):
    """Un texte à relire, qui se signe une fois chaque alerte décidée."""

    def signer(self, passage: int = 0) -> TexteRelu:
        """Le texte relu ; `RelectureIncomplete` (`passage` et rang) si une alerte attend."""
        attente = self.prochaine()
        if attente is not None:
            raise RelectureIncomplete(_INCOMPLETE, passage=passage, alerte=attente)
        return TexteRelu(self.texte.strip(), SCEAU)


class NomDeLieu(Passage):
    """Le nom d'un lieu : ôter ce qui y nomme quelqu'un, c'est dire `plus_large`, son secteur.

    « Parking d'un jeune » ne se trouve sur aucune carte et dit quelque chose d'un jeune. Quand
    plusieurs passages y nomment quelqu'un, la première alerte propose le secteur pour le nom
    entier, et les suivantes de ne rien y ajouter.
    """

    def __init__(
        self,
        nom: str,
        plus_large: str,
        liste: Collection[str],
        categories: frozenset[Categorie] = PUBLIQUES,
    ) -> None:
        self._plus_large = plus_large
        super().__init__(nom, liste, categories=categories, niveaux=(Niveau.masquer,))

    def _propose(self, profil: Profil, *, relie: bool = False) -> Proposition:
        propose = super()._propose(profil, relie=relie)
        if not propose.morceaux:
            return propose
        dit = self._plus_large
        return Proposition(dit, tuple(self._parts(propose.morceaux, dit)))

    @property
    def tu(self) -> bool:
        """Vrai si seul son secteur s'en dit, dans les mots de l'outil."""
        return self.texte.strip() == self._plus_large

    def _parts(self, morceaux: Sequence[Morceau], dit: str) -> Iterator[Morceau]:
        """Le nom, partagé entre ses alertes : chacune va jusqu'à la fin de son repère."""
        bornes = [0, *(m.repere.fin for m in morceaux[:-1]), len(self.brut)]
        for rang, morceau in enumerate(morceaux):
            texte, debut = ("", len(dit)) if rang else (dit, 0)
            yield replace(
                morceau,
                debut_brut=bornes[rang],
                fin_brut=bornes[rang + 1],
                remplacement=texte,
                debut=debut,
                fin=len(dit),
            )


def relire_texte(
    texte: str,
    liste: Collection[str] = (),
    publics: frozenset[str] = frozenset(),
    profil: Profil = Profil.collectif,
) -> Passage:
    """La relecture d'un texte qui n'est pas un fait : suites, questions, décisions."""
    return Passage(texte, liste, publics=publics, profil=profil)


def relire_lieux(site: Site, liste: Collection[str] = ()) -> dict[str, NomDeLieu]:
    """La relecture, par nom, de ce qu'un document peut dire d'un site : lui, son îlot, son secteur.

    Seuls y comptent les identifiants directs et sûrs. Un nom de lieu n'est fait que de noms
    propres : s'arrêter à chaque doute lasserait, et un nom qu'on lève sans le lire ne protège plus
    personne. Un secteur qui nommerait quelqu'un ne sert pas à taire les autres.
    """
    secteur = _relire_quartier(site.secteur, _QUARTIER, liste)
    par_secteur = _QUARTIER if secteur.alertes else f"Un lieu du secteur {site.secteur}"
    lieux = {site.secteur: secteur}
    if ilot := site.ilot.strip():
        lieux[ilot] = _relire_quartier(ilot, par_secteur, liste)
    if site.libelle_exportable not in lieux:
        lieux[site.libelle_exportable] = NomDeLieu(site.libelle_exportable, par_secteur, liste)
    return lieux


def _relire_quartier(nom: str, plus_large: str, liste: Collection[str]) -> NomDeLieu:
    """Un îlot, un secteur : « Aubépines-Haut », qui n'est qu'un nom propre, est celui d'un lieu.

    « Îlot de la famille Benali » en cache un autre, et la liste de masquage vaut partout.
    """
    lu = NomDeLieu(nom, plus_large, liste)
    pris = {place for alerte in lu.alertes for place in range(alerte.debut, alerte.fin)}
    reste = any(signe.isalnum() for place, signe in enumerate(nom) if place not in pris)
    return lu if reste else NomDeLieu(nom, plus_large, liste, PUBLIQUES - _NOMS)


def relire_structure(
    texte: str,
    liste: Collection[str] = (),
    publics: frozenset[str] = frozenset(),
    permis: frozenset[str] = frozenset(),
) -> Passage:
    """La relecture de ce que dit une structure : seul y compte ce qui nommerait une personne.

    `publics` : les noms des structures ; `permis` : les mots dont une personne a dit, dans cette
    fiche, qu'ils ne nomment personne, fussent-ils dans la liste de masquage.
    """
    return Passage(
        texte,
        liste,
        publics=publics,
        permis=permis,
        categories=_PERSONNES,
        niveaux=(Niveau.masquer,),
    )


class RelectureEntite:
    """Ce qu'ont en commun la relecture d'un fait et celle d'un démenti : des passages à lire."""

    def __init__(
        self,
        fait: Fait,
        passages: Sequence[tuple[str, Passage]],
        degres: frozenset[Attestation],
    ) -> None:
        self.fait = fait.verified()
        self._passages = tuple(passages)
        self._degres = degres

    @property
    def passages(self) -> tuple[tuple[str, Passage], ...]:
        """Les passages et leur étiquette ; le rang d'un passage est sa place ici."""
        return self._passages

    @property
    def refus(self) -> str | None:
        """Pourquoi ce fait ne peut pas sortir, en une phrase ; `None` s'il le peut."""
        degre = self.fait.attestation
        if degre in self._degres:
            return None
        return _REFUS.get(degre) or _TROP_FAIBLE.format(libelle(degre))

    @property
    def complete(self) -> bool:
        """Vrai si le fait peut sortir et qu'aucune alerte n'attend."""
        return self.refus is None and all(passage.complete for _, passage in self._passages)

    @property
    def termes_masques(self) -> frozenset[str]:
        """Les termes masqués de tous les passages, moins ceux qu'un passage garde."""
        masques = frozenset().union(*(p.termes_masques for _, p in self._passages))
        return masques - frozenset().union(*(p.termes_gardes for _, p in self._passages))

    @staticmethod
    def mots_connus(mots: str) -> TexteRelu:
        """Ce que l'application écrit d'elle-même : le libellé d'un type, ou rien.

        Ces mots, personne ne les a tapés : un îlot ou un secteur, si, et se relisent.
        """
        return TexteRelu(mots, SCEAU)
