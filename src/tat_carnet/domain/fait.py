"""Ce que la personne note : tournées, sites et faits, tels qu'ils vivent dans le cahier.

Tout ici est brut. Aucun document n'importe ce module : `tests/test_architecture.py` le garde.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import uuid4

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.periode import moment_de, semaine_iso
from tat_carnet.domain.plan import Position
from tat_carnet.domain.vocabulaire import (
    FAMILLE_DU_TYPE,
    THEME_PAR_DEFAUT,
    Attestation,
    Famille,
    Gravite,
    Impact,
    Maille,
    Moment,
    NatureSource,
    Profil,
    Public,
    Recurrence,
    TailleGroupe,
    Theme,
    TrancheAge,
    TypeFait,
    TypePartenaire,
    TypeSite,
    Urgence,
)

LONGUEUR_CONSEILLEE: Final = 1000
"""Caractères d'un texte brut au-delà desquels l'écran invite à couper (`domaine.md` §4)."""

LENDEMAIN: Final = timedelta(hours=12)
"""Après quoi un fait d'une tournée se note de mémoire : l'heure n'est plus celle de l'horloge."""

SEUIL_LOGEMENTS: Final = 10
"""Un hall de moins de dix logements désigne des foyers (`domaine.md` §5)."""


def new_id() -> str:
    """Un identifiant aléatoire (UUID v4), sans rien de la machine ni de l'heure."""
    return str(uuid4())


HEURE_DE_LA_PLAGE: Final = {
    Moment.matin: time(9),
    Moment.midi: time(12, 30),
    Moment.apres_midi: time(16),
    Moment.soiree: time(20),
    Moment.nuit: time(22, 30),
}
"""L'heure qu'on propose à qui note le lendemain : un milieu de plage, que la personne corrige."""


@dataclass(frozen=True, slots=True)
class Site:
    """Un lieu nommé publiquement ; `ilot` est le nom public qui le remplace s'il est trop petit.

    `position_plan` est son épingle sur le plan du secteur, posée à la main. `bailleur_id` :
    la structure de l'annuaire dont il est le patrimoine, s'il en est une.
    """

    libelle_public: str
    secteur: str
    type: TypeSite = TypeSite.autre
    maille: Maille = Maille.lieu
    ilot: str = ""
    nom_usage: TexteBrut = field(default_factory=TexteBrut)
    logements_approx: int | None = None
    position_plan: Position | None = None
    bailleur_id: str | None = None
    id: str = field(default_factory=new_id)

    def verified(self) -> Site:
        """Ce site, ou `SaisieIncomplete` si son nom public ou son secteur manquent."""
        if not self.libelle_public.strip():
            raise SaisieIncomplete("Donnez un nom au lieu : il manque.", champ="libelle_public")
        if not self.secteur.strip():
            raise SaisieIncomplete("Dites dans quel secteur est ce lieu.", champ="secteur")
        return self

    @property
    def designe_un_foyer(self) -> bool:
        """Vrai si nommer ce lieu désigne des foyers : hall petit, ou de taille inconnue."""
        if self.type is not TypeSite.hall:
            return False
        return self.logements_approx is None or self.logements_approx < SEUIL_LOGEMENTS

    @property
    def libelle_exportable(self) -> str:
        """Le nom qui peut sortir : celui du lieu, ou l'îlot, à défaut le secteur."""
        if not self.designe_un_foyer:
            return self.libelle_public
        return self.ilot.strip() or self.secteur


@dataclass(frozen=True, slots=True)
class Tournee:
    """Un temps de présence dans la rue ; `ras` : rien à signaler.

    `debut` et `fin` sont facultatives et brutes ; une fin qui n'est pas après le début est celle
    du lendemain.
    """

    jour: date
    plage: Moment
    secteur: str
    binome: TexteBrut = field(default_factory=TexteBrut)
    note: TexteBrut = field(default_factory=TexteBrut)
    ras: bool = False
    terminee: bool = False
    debut: time | None = None
    fin: time | None = None
    id: str = field(default_factory=new_id)

    def verified(self) -> Tournee:
        """Cette tournée, ou `SaisieIncomplete` si le secteur manque, ou le début d'une fin."""
        if not self.secteur.strip():
            raise SaisieIncomplete("Choisissez le secteur de la tournée.", champ="secteur")
        if self.fin is not None and self.debut is None:
            raise SaisieIncomplete(
                "Cette tournée a une heure de fin : donnez aussi celle du début.", champ="debut"
            )
        return self

    @property
    def bornes(self) -> tuple[datetime, datetime] | None:
        """Le début et la fin, si les deux sont donnés ; la fin au plus un jour après."""
        if self.debut is None or self.fin is None:
            return None
        lendemain = timedelta(days=self.fin <= self.debut)
        return (
            datetime.combine(self.jour, self.debut),
            datetime.combine(self.jour + lendemain, self.fin),
        )

    def chevauche(self, autre: Tournee) -> bool:
        """Vrai si les heures des deux sont connues et se recouvrent."""
        if self.bornes is None or autre.bornes is None:
            return False
        return self.bornes[0] < autre.bornes[1] and autre.bornes[0] < self.bornes[1]

    def instant_propose(self, maintenant: datetime) -> datetime:
        """L'instant d'un fait qu'on commence : maintenant, ou, le lendemain, l'heure d'alors."""
        depart = datetime.combine(self.jour, self.debut or HEURE_DE_LA_PLAGE[self.plage])
        return maintenant if maintenant - depart < LENDEMAIN else depart

    @property
    def semaine(self) -> str:
        """Semaine ISO de la tournée."""
        return semaine_iso(self.jour)


@dataclass(frozen=True, slots=True)
class Fait:
    """Un fait, en un lieu, à un moment. Jamais une personne.

    `site_id` et `type` sont `None` tant que la saisie est un brouillon ; `verified` les exige.
    `formulation` est le dernier texte relu (vide avant relecture) et `relu_le` l'instant de cette
    relecture. `relues` : ce qui a été relu pour chaque lecteur, du plus proche au plus large.
    `materiel` à `ramasse_le` sont ceux d'une trace. `episode_id` est commun aux redites d'un même
    épisode, que les chiffres ne comptent qu'une fois.
    """

    instant: datetime
    site_id: str | None = None
    type: TypeFait | None = None
    texte_brut: TexteBrut = field(default_factory=TexteBrut)
    libelle_autre: str = ""
    tournee_id: str | None = None
    themes: tuple[Theme, ...] = ()
    quantite: int | None = None
    taille_groupe: TailleGroupe | None = None
    tranche_age: TrancheAge | None = None
    publics: tuple[Public, ...] = ()
    impacts: tuple[Impact, ...] = ()
    attestation: Attestation = Attestation.observe
    natures_source: tuple[NatureSource, ...] = (NatureSource.observation,)
    reunion_le: date | None = None
    gravite: Gravite | None = None
    urgence: Urgence | None = None
    recurrence: Recurrence | None = None
    formulation: str = ""
    relu_le: datetime | None = None
    relues: tuple[tuple[Profil, str], ...] = ()
    materiel: str = ""
    signale_a: TypePartenaire | None = None
    signale_le: date | None = None
    ramasse_le: date | None = None
    episode_id: str | None = None
    id: str = field(default_factory=new_id)

    @property
    def semaine(self) -> str:
        """Semaine ISO du fait."""
        return semaine_iso(self.instant.date())

    @property
    def moment(self) -> Moment:
        """Partie du jour du fait."""
        return moment_de(self.instant)

    @property
    def famille(self) -> Famille:
        """Famille du type ; `autre` tant que le type n'est pas choisi."""
        return FAMILLE_DU_TYPE[self.type] if self.type else Famille.autre

    @property
    def themes_effectifs(self) -> tuple[Theme, ...]:
        """Les thèmes choisis, ou celui que la famille appelle."""
        return self.themes or (THEME_PAR_DEFAUT[self.famille],)

    def verified(self) -> Fait:
        """Ce fait, ou `SaisieIncomplete` nommant le premier champ qui manque.

        Règles : `domaine.md` §3 (« autre » demande un libellé ; « recoupé » deux sources de
        natures différentes ; « attesté » et « infirmé » une réunion ; deux thèmes au plus).
        """
        if self.site_id is None:
            raise SaisieIncomplete(
                "Il manque le lieu. Votre texte est gardé : choisissez un site.", champ="site_id"
            )
        if self.type is None:
            raise SaisieIncomplete(
                "Il manque le type de fait. Votre texte est gardé : tapez quelques lettres.",
                champ="type",
            )
        if self.type is TypeFait.autre and not self.libelle_autre.strip():
            raise SaisieIncomplete(
                "« Autre » demande quelques mots : dites de quoi il s’agit.", champ="libelle_autre"
            )
        if len(self.themes) > 2:
            raise SaisieIncomplete("Gardez deux thèmes au plus.", champ="themes")
        if self.attestation is Attestation.recoupe and len(set(self.natures_source)) < 2:
            raise SaisieIncomplete(
                "« Recoupé » demande deux sources de natures différentes.", champ="natures_source"
            )
        if (
            self.attestation in (Attestation.atteste, Attestation.infirme)
            and self.reunion_le is None
        ):
            raise SaisieIncomplete(
                "« Attesté » et « infirmé » se décident en réunion : donnez sa date.",
                champ="reunion_le",
            )
        if self.signale_le and self.ramasse_le and self.ramasse_le < self.signale_le:
            raise SaisieIncomplete(
                "Ramassé avant d’être signalé : vérifiez les deux jours.", champ="ramasse_le"
            )
        return self

    def verified_at(self, maintenant: datetime, tournee: Tournee | None) -> Fait:
        """Ce fait complet, ou `SaisieIncomplete` si son instant ne se peut pas.

        Pas après `maintenant`, ni avant la `tournee` où il est noté (`domaine.md` §1).
        """
        if self.instant > maintenant:
            raise SaisieIncomplete(
                "Ce fait est dans l’avenir. Votre texte est gardé : corrigez le jour ou l’heure.",
                champ="instant",
            )
        if tournee is not None and self.instant < datetime.combine(
            tournee.jour, tournee.debut or time.min
        ):
            raise SaisieIncomplete(
                "Ce fait est daté d’avant la tournée. Votre texte est gardé : corrigez le jour ou "
                "l’heure, ou notez-le hors tournée.",
                champ="instant",
            )
        return self.verified()

    def relu(self, formulation: str, le: datetime, profil: Profil = Profil.collectif) -> Fait:
        """Ce fait avec la formulation qu'une personne vient de relire pour ce lecteur."""
        relues = {**self._relues(), profil: formulation}
        ranges = tuple((lecteur, relues[lecteur]) for lecteur in Profil if lecteur in relues)
        return replace(self, formulation=formulation, relu_le=le, relues=ranges)

    def relu_pour(self, profil: Profil) -> str | None:
        """Ce qui a été relu pour ce lecteur, ou à défaut pour le premier qui en demande plus.

        `None` si rien ne l'a été d'aussi exigeant : ce que lit le collectif ne sert pas la ville
        (décision 0027).
        """
        relues = self._relues()
        return next((relues[lecteur] for lecteur in profil.exigences if lecteur in relues), None)

    def a_relire(self) -> Fait:
        """Ce fait, dont rien n'est plus relu : son texte a changé."""
        return replace(self, formulation="", relu_le=None, relues=())

    def _relues(self) -> dict[Profil, str]:
        """Ce qui est relu, par lecteur ; d'avant qu'on le retienne, pour le collectif seul."""
        if self.relu_le is None:
            return {}
        return dict(self.relues) or {Profil.collectif: self.formulation}
