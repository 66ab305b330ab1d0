"""Le sas : la seule porte vers les textes et les faits que les documents acceptent.

Chaque alerte se lève une à une ; rien ici n'en lève deux d'un coup, et aucun réglage ne le permet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from tat_carnet.anonymisation.alertes import Alerte, Origine, StatutAlerte
from tat_carnet.anonymisation.passage_relie import TexteRelie
from tat_carnet.anonymisation.recriture import Morceau, Proposition
from tat_carnet.anonymisation.reperes import DIRECTES, Categorie, Niveau
from tat_carnet.anonymisation.risque.exposition import (
    DE_LA_PERSONNE,
    Expose,
    Pas,
    exposer,
    pas_du_lecteur,
    plancher,
)
from tat_carnet.domain.errors import ErreurConnue, RelectureIncomplete
from tat_carnet.domain.fait import Fait, Site, semaine_iso
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.relu import SCEAU, FaitRelu, TexteRelu
from tat_carnet.domain.sas import Sillage
from tat_carnet.domain.vocabulaire import Attestation, Profil, TypeFait

__all__ = [
    "DEGRES_EXPORTABLES",
    "Alerte",
    "Origine",
    "Passage",
    "RelectureEntite",
    "RelectureFait",
    "StatutAlerte",
    "relire_lieu",
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
_PUBLIQUES: Final = DIRECTES - {Categorie.adresse}
"""Ce qu'un nom de lieu public ou un libellé ne doit pas contenir ; une rue, si."""


_PERSONNES: Final = frozenset(
    {Categorie.liste, Categorie.nom, Categorie.surnom, Categorie.naissance, Categorie.nir}
)
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
    """Le nom d'un lieu : ôter ce qui y nomme quelqu'un, c'est le dire par son secteur.

    « Parking d'un jeune » ne se trouve sur aucune carte et dit quelque chose d'un jeune. Quand
    plusieurs passages y nomment quelqu'un, la première alerte propose le secteur pour le nom
    entier, et les suivantes de ne rien y ajouter.
    """

    def __init__(self, site: Site, liste: Collection[str]) -> None:
        self._par_secteur = f"Un lieu du secteur {site.secteur}"
        super().__init__(
            site.libelle_exportable, liste, categories=_PUBLIQUES, niveaux=(Niveau.masquer,)
        )

    def _propose(self, profil: Profil, *, relie: bool = False) -> Proposition:
        propose = super()._propose(profil, relie=relie)
        if not propose.morceaux:
            return propose
        dit = self._par_secteur
        return Proposition(dit, tuple(self._parts(propose.morceaux, dit)))

    @property
    def tu(self) -> bool:
        """Vrai si seul son secteur s'en dit, dans les mots de l'outil."""
        return self.texte.strip() == self._par_secteur

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


def relire_lieu(site: Site, liste: Collection[str] = ()) -> NomDeLieu:
    """La relecture du nom public d'un site : seuls y comptent les identifiants directs et sûrs.

    Un nom de lieu n'est fait que de noms propres : s'arrêter à chaque doute lasserait, et un nom
    qu'on lève sans le lire ne protège plus personne.
    """
    return NomDeLieu(site, liste)


def relire_structure(
    texte: str, liste: Collection[str] = (), publics: frozenset[str] = frozenset()
) -> Passage:
    """La relecture de ce que dit une structure : seul y compte ce qui nommerait une personne.

    `publics` : les noms des structures, et les mots qu'une personne a dit ne nommer personne.
    """
    return Passage(texte, liste, publics=publics, categories=_PERSONNES, niveaux=(Niveau.masquer,))


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
    def lieu_dit(nom: str) -> TexteRelu:
        """L'îlot ou le secteur, que le cahier connaît, dit à la place du nom d'un lieu."""
        return TexteRelu(nom, SCEAU)


class RelectureFait(RelectureEntite):
    """La relecture d'un fait : sa formulation, son lieu public, le matériel d'une trace, et son
    libellé s'il est « autre ».

    Ce qui a été relu pour ce lecteur, ou pour un plus exigeant, sert de départ, et se relit : la
    liste de masquage a pu grandir. Relu pour un plus proche, rien n'en sert : tout est à décider
    à nouveau, du brut (décision 0027). `publics` : les noms publics connus du cahier
    (`publics.noms_publics`). `lieu` : la relecture du lieu, quand plusieurs faits la partagent.
    `degres` : les attestations que le document admet ; rumeur et fait infirmé n'en sont jamais.
    `profil` : à qui va le document. `sortis` : ce que d'autres ont dit de ce fait.
    """

    def __init__(
        self,
        fait: Fait,
        site: Site,
        liste: Collection[str] = (),
        publics: frozenset[str] = frozenset(),
        lieu: NomDeLieu | None = None,
        *,
        degres: frozenset[Attestation] = DEGRES_EXPORTABLES,
        profil: Profil = Profil.collectif,
        sortis: Sequence[Sillage] = (),
    ) -> None:
        self._site, self._sortis = site, sortis
        self._decides = pas_du_lecteur(fait, profil)
        depart = fait.relu_pour(profil)
        # Le brut purgé, ce qui a été relu pour d'autres est tout ce qui reste à relire.
        brut = fait.texte_brut.lire() or ("" if depart is not None else fait.formulation)
        self._lieu = lieu or relire_lieu(site, liste)
        passages = [
            ("Formulation", Passage(brut, liste, depart, publics=publics, profil=profil)),
            ("Lieu", self._lieu),
        ]
        if fait.type is TypeFait.autre:
            passages.append(
                (
                    "Libellé",
                    Passage(fait.libelle_autre, liste, categories=_PUBLIQUES, profil=profil),
                )
            )
        if fait.materiel.strip():
            materiel = Passage(fait.materiel, liste, publics=publics, profil=profil)
            passages.append(("Matériel", materiel))
        super().__init__(fait, passages, degres & DEGRES_EXPORTABLES)
        self._lire_au_mois()

    @property
    def expose(self) -> Expose:
        """Ce que le document dira de ce fait : ses codes, et la phrase proposée."""
        _, formulation = self._passages[0]
        return exposer(
            self.fait, self._site, self._pas, formulation.texte, formulation.termes_nommes
        )

    def generaliser(self, pas: Collection[Pas]) -> None:
        """Monte ces échelons : le mois, l'îlot, le secteur ; ou tait âge, public, nombre, récit.

        Au mois, « dimanche » ou « il y a quinze jours » rendraient la semaine : ils se décident.
        """
        self._decides = self._decides | frozenset(pas)
        self._lire_au_mois()

    def rendre_le_recit(self) -> None:
        """Dit de nouveau la phrase d'un fait dont on ne disait plus que la nature."""
        self._decides = self._decides - {Pas.recit}
        self._lire_au_mois()

    @property
    def _pas(self) -> frozenset[Pas]:
        """Les échelons décidés ; d'une phrase tue, rien n'est dit plus fin que les autres fois."""
        if Pas.recit not in self._decides:
            return self._decides
        return self._decides | plancher(exposer(self.fait, self._site), self._sortis)

    def _lire_au_mois(self) -> None:
        if Pas.mois in self._pas:
            for _, passage in self._passages:
                if not self.tait(passage):
                    passage.lire_au_mois()

    def tait(self, passage: Passage) -> bool:
        """Vrai si ce passage est la phrase d'un fait dont on ne dit plus que la nature."""
        return Pas.recit in self._decides and passage is self._passages[0][1]

    def signer(self) -> FaitRelu:
        """Le fait relu ; `ErreurConnue` s'il est refusé, `RelectureIncomplete` s'il attend."""
        if self.refus is not None:
            raise ErreurConnue(self.refus)
        relus = {
            nom: passage.signer(rang)
            for rang, (nom, passage) in enumerate(self._passages)
            if not self.tait(passage)
        }
        fait, expose, seule = self.fait, self.expose, Pas.personne in self._pas
        lue, monte = expose.lue(), self._pas & {Pas.ilot, Pas.secteur}
        assert fait.type is not None
        return FaitRelu(
            reference=fait.id,
            semaine=lue.periode,
            moment=fait.moment,
            lieu=self.lieu_dit(lue.lieu) if monte else relus["Lieu"],
            famille=fait.famille,
            type=fait.type,
            libelle_type=relus.get("Libellé") or TexteRelu(libelle(fait.type), SCEAU),
            themes=fait.themes_effectifs,
            attestation=fait.attestation,
            formulation=relus.get("Formulation") or TexteRelu("", SCEAU),
            materiel=relus.get("Matériel"),
            quantite=None if Pas.nombre in self._pas else fait.quantite,
            taille_groupe=None if seule else fait.taille_groupe,
            tranche_age=None if Pas.age in self._pas else fait.tranche_age,
            publics=() if Pas.publics in self._pas else fait.publics,
            impacts=tuple(i for i in fait.impacts if not (seule and i in DE_LA_PERSONNE)),
            gravite=None if seule else fait.gravite,
            urgence=fait.urgence,
            recurrence=fait.recurrence,
            signale_a=fait.signale_a,
            signale_le=self._periode(fait.signale_le),
            ramasse_le=self._periode(fait.ramasse_le),
            lieu_tu=not monte and self._lieu.tu,
        )

    def _periode(self, jour: date | None) -> str:
        """La semaine de ce jour, ou son mois si celle du fait isolerait : jamais le jour.

        Le signalement se fait souvent le jour même : sa date dirait celle du fait.
        """
        if jour is None:
            return ""
        return f"{jour:%Y-%m}" if Pas.mois in self._pas else semaine_iso(jour)
