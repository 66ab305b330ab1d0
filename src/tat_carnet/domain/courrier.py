"""Un courrier d'alerte et ce qu'il devient : demandes datées, statuts, relances, réponse.

Tout ici est local. Ce qui part est un `domain.courrier_relu.CourrierRelu`, fait par la relecture.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Final

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site, new_id
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.vocabulaire import Attestation, Evolution, StatutCourrier

CITABLES: Final = (Attestation.observe, Attestation.recoupe, Attestation.atteste)
"""Un courrier ne cite que ce qui est assez solide (`domaine.md` §1)."""

DELAI_DE_RELANCE: Final = timedelta(days=15)
"""Sans échéance dans la lettre, quinze jours après l'envoi on relance."""

_S: Final = StatutCourrier
_AVANT_ENVOI: Final = (_S.brouillon, _S.relu, _S.valide)
SUITES: Final[dict[StatutCourrier, tuple[StatutCourrier, ...]]] = {
    _S.brouillon: (_S.relu, _S.abandonne),
    _S.relu: (_S.valide, _S.brouillon, _S.abandonne),
    _S.valide: (_S.envoye, _S.brouillon, _S.abandonne),
    _S.envoye: (_S.recu, _S.relance, _S.sans_suite),
    _S.recu: (_S.repondu, _S.relance, _S.sans_suite),
    _S.relance: (_S.recu, _S.relance, _S.sans_suite),
    _S.repondu: (_S.suivi_effet,),
    _S.suivi_effet: (),
    _S.sans_suite: (_S.recu,),
    _S.abandonne: (),
}
"""D'un statut, ceux où l'on peut aller ; une réponse tardive rouvre un « sans suite »."""

EN_ATTENTE: Final = frozenset({_S.envoye, _S.recu, _S.relance})


@dataclass(frozen=True, slots=True)
class Demande:
    """Ce qu'on demande, et pour quand ; son numéro est sa place dans la lettre."""

    texte: str
    echeance: date | None = None


@dataclass(frozen=True, slots=True)
class Changement:
    """Une ligne de l'historique : quel statut, quand."""

    statut: StatutCourrier
    le: datetime


@dataclass(frozen=True, slots=True)
class Reponse:
    """Ce qui a été répondu, et quand c'est arrivé."""

    le: date
    texte: TexteBrut = field(default_factory=TexteBrut)


@dataclass(frozen=True, slots=True)
class EffetObserve:
    """Ce que la rue a montré depuis l'envoi.

    `tournees`, `faits` : les identifiants de ce sur quoi on se fonde, choisis à l'écran ; `faits`
    vide dit qu'en ces tournées on n'a plus rien noté là.
    """

    le: date
    texte: TexteBrut = field(default_factory=TexteBrut)
    evolution: Evolution | None = None
    tournees: tuple[str, ...] = ()
    faits: tuple[str, ...] = ()

    def verified(self, envoye: date) -> EffetObserve:
        """Cet effet, ou `SaisieIncomplete` : il dit un sens, et un jour d'après l'envoi."""
        if self.evolution is None:
            raise SaisieIncomplete(
                "Dites ce que la rue montre : mieux, pareil ou pire.", champ="evolution"
            )
        if self.le < envoye:
            raise SaisieIncomplete("Cet effet serait d’avant l’envoi.", champ="le")
        return self


@dataclass(frozen=True, slots=True)
class Courrier:
    """Un courrier.

    `modele` : la clé d'un modèle de `documents/courriers`. `faits`, `copies` : des identifiants.
    `pieces` : le titre de chaque pièce jointe ; le papier se joint à la main.
    `reference` : « 2026-014 », donnée à la première relecture et gardée ensuite. `relance_de` : le
    courrier que celui-ci relance ; `rectifie` : celui qu'il rectifie.
    """

    modele: str
    destinataire_id: str | None = None
    copies: tuple[str, ...] = ()
    faits: tuple[str, ...] = ()
    objet: str = ""
    effets: str = ""
    demandes: tuple[Demande, ...] = ()
    disponibilite: str = ""
    pieces: tuple[str, ...] = ()
    cree_le: datetime = datetime.min
    statut: StatutCourrier = StatutCourrier.brouillon
    reference: str = ""
    historique: tuple[Changement, ...] = ()
    reponse: Reponse | None = None
    observes: tuple[EffetObserve, ...] = ()
    relance_de: str | None = None
    rectifie: str | None = None
    id: str = field(default_factory=new_id)

    def verified(self, jour: date) -> Courrier:
        """Ce courrier prêt à relire le `jour`, ou `SaisieIncomplete` nommant le champ."""
        if self.destinataire_id is None:
            raise SaisieIncomplete(
                "Choisissez à qui ce courrier s’adresse.", champ="destinataire_id"
            )
        if not self.faits and self.rectifie is None:
            raise SaisieIncomplete(
                "Cochez au moins un fait : un courrier ne dit que ce qui est attesté.",
                champ="faits",
            )
        for rang, demande in enumerate(self.demandes, 1):
            _verifier_demande(rang, demande, jour)
        if not self.demandes and self.rectifie is None:
            raise SaisieIncomplete(
                "Écrivez au moins une demande : une alerte sans demande reste sans suite.",
                champ="demandes",
            )
        return self

    def passer(self, statut: StatutCourrier, le: datetime) -> Courrier:
        """Ce courrier dans son nouveau statut ; `ErreurConnue` si l'on n'y va pas d'ici."""
        if statut not in SUITES[self.statut]:
            raise ErreurConnue(
                f"Un courrier « {libelle(self.statut)} » ne devient pas « {libelle(statut)} ». "
                "Rien n’a changé."
            )
        return replace(self, statut=statut, historique=(*self.historique, Changement(statut, le)))

    def modifie(self, le: datetime, **champs: object) -> Courrier:
        """Ce courrier récrit : relu ou validé, il redevient brouillon ; parti, il ne bouge plus."""
        if self.statut not in _AVANT_ENVOI:
            raise ErreurConnue(
                "Ce courrier est parti, ou abandonné : il ne se modifie plus. Écrivez une relance "
                "ou un rectificatif."
            )
        change = replace(self, **champs)  # type: ignore[arg-type]
        if self.statut is StatutCourrier.brouillon:
            return change
        return change.passer(StatutCourrier.brouillon, le)

    def le(self, statut: StatutCourrier) -> datetime | None:
        """La dernière fois que le courrier est passé par ce statut."""
        return next((p.le for p in reversed(self.historique) if p.statut is statut), None)

    @property
    def echeance(self) -> date | None:
        """Le premier jour où l'on attend quelque chose, quand le courrier est parti."""
        envoye = self.le(StatutCourrier.envoye)
        if self.statut not in EN_ATTENTE or envoye is None:
            return None
        dates = [demande.echeance for demande in self.demandes if demande.echeance is not None]
        relance = self.le(StatutCourrier.relance)
        if relance is not None:
            return relance.date() + DELAI_DE_RELANCE
        return min(dates, default=envoye.date() + DELAI_DE_RELANCE)

    def a_relancer(self, jour: date) -> bool:
        """Vrai si l'échéance est passée sans réponse."""
        return self.echeance is not None and self.echeance < jour

    @property
    def delai(self) -> int | None:
        """Jours entre l'envoi et la réponse ; `None` tant qu'il n'y en a pas."""
        envoye = self.le(StatutCourrier.envoye)
        if envoye is None or self.reponse is None:
            return None
        return (self.reponse.le - envoye.date()).days


def refus_de_citer(fait: Fait, site: Site) -> str | None:
    """Pourquoi ce fait n'entre pas dans un courrier, en une phrase ; `None` s'il y entre."""
    if fait.attestation is Attestation.infirme:
        return "Ce fait a été infirmé en réunion : il ne part pas."
    if fait.attestation is Attestation.rumeur:
        return "Une rumeur ne part jamais. Faites-la recouper d’abord."
    if fait.attestation not in CITABLES:
        return "Rapporté par d’autres : un courrier ne cite que l’observé, le recoupé, l’attesté."
    if site.designe_un_foyer:
        return (
            "Ce hall compte moins de dix logements, ou l’on ne sait pas combien : le citer "
            "désignerait des foyers."
        )
    return None


def _verifier_demande(rang: int, demande: Demande, jour: date) -> None:
    if not demande.texte.strip():
        raise SaisieIncomplete(f"La demande {rang} est vide.", champ="demandes")
    if demande.echeance is None:
        raise SaisieIncomplete(
            f"La demande {rang} n’a pas de date : dites pour quand.", champ="demandes"
        )
    if demande.echeance < jour:
        raise SaisieIncomplete(
            f"La demande {rang} est pour une date déjà passée.", champ="demandes"
        )
