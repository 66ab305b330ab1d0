"""Ce dont une lettre se fait, relu du cahier au moment de l'ouvrir : tout a pu changer depuis."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tat_carnet.documents.courriers import load_modele
from tat_carnet.domain.courrier import Courrier, refus_de_citer
from tat_carnet.domain.courrier_relu import Precedent
from tat_carnet.domain.entete import Entete
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.partenaire import FiltreAnnuaire, Partenaire
from tat_carnet.domain.relu import Effort
from tat_carnet.domain.vocabulaire import StatutCourrier
from tat_carnet.usecases.annuaire.tenir import TOUTES
from tat_carnet.usecases.courriers.en_tete import lire_entete
from tat_carnet.usecases.ports import Cahier

_SEMAINE: Final = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Etendue:
    """Une période, bornes comprises, et ses tournées dans les secteurs des lieux cités."""

    du: date
    au: date
    effort: Effort


@dataclass(frozen=True, slots=True)
class Matiere:
    """Tout ce qu'une lettre va citer. `lieux` : de chaque fait, du plus fin au plus large.

    `secteurs` : le leur. `tournees` : celles de leurs mois.
    """

    entete: Entete
    destinataire: Partenaire
    copies: Sequence[Partenaire]
    annuaire: Sequence[Partenaire]
    faits: Sequence[Fait]
    lieux: Mapping[str, tuple[str, ...]]
    secteurs: Mapping[str, str]
    tournees: Sequence[Tournee]
    relance: Precedent | None
    rectifie: Precedent | None

    def etendue(self, dits: Collection[str], jour: date, *, au_mois: bool) -> Etendue:
        """La période des faits que la lettre dit à part : leurs semaines entières, ou leurs mois.

        `dits` : leurs références. Ce qui se dit ensemble n'y entre pas : le premier jour serait le
        sien. S'il est seul, la lettre dit ses mois ; dès qu'il y en a, toutes les tournées
        comptent : celles de son secteur diraient où. `au_mois` : un fait ne dit plus que le sien.
        """
        faits = [fait for fait in self.faits if fait.id in dits]
        du, au = _periode(faits or self.faits, jour)
        if au_mois or not faits:
            du, au = mois_entiers(du, au, jour)
        secteurs = {self.secteurs[fait.id] for fait in faits}
        partout = len(faits) < len(self.faits)
        siennes = [
            t for t in self.tournees if du <= t.jour <= au and (partout or t.secteur in secteurs)
        ]
        return Etendue(du, au, Effort(len(siennes), sum(tournee.ras for tournee in siennes)))


def rassembler(cahier: Cahier, courrier: Courrier, jour: date) -> Matiere:
    """La matière de ce courrier ; `SaisieIncomplete` nomme ce qui y manque."""
    _verifier_le_modele(courrier)
    entete = lire_entete(cahier)
    annuaire = {fiche.id: fiche for fiche in cahier.partenaires(FiltreAnnuaire(), TOUTES)}
    destinataire = _destinataire(courrier, annuaire)
    sites = {site.id: site for site in cahier.sites()}
    faits = _faits(cahier, courrier, sites)
    du, au = _periode(faits, jour)
    precedents = {c.id: c for c in cahier.courriers()}
    return Matiere(
        entete=entete,
        destinataire=destinataire,
        copies=[annuaire[copie] for copie in courrier.copies if copie in annuaire],
        annuaire=tuple(annuaire.values()),
        faits=faits,
        lieux={fait.id: _noms(sites[fait.site_id or ""]) for fait in faits},
        secteurs={fait.id: sites[fait.site_id or ""].secteur for fait in faits},
        tournees=cahier.tournees_entre(*mois_entiers(du, au, jour)),
        relance=_precedent(courrier.relance_de, precedents),
        rectifie=_precedent(courrier.rectifie, precedents),
    )


def _noms(site: Site) -> tuple[str, ...]:
    noms = (site.nom_usage.lire(), site.libelle_public, site.ilot, site.secteur)
    return tuple(dict.fromkeys(nom.strip() for nom in noms if nom.strip()))


def mois_entiers(du: date, au: date, jour: date) -> tuple[date, date]:
    """Du premier au dernier jour de ces mois, aujourd'hui au plus."""
    suivant = (au.replace(day=1) + timedelta(days=31)).replace(day=1)
    return du.replace(day=1), max(au, min(suivant - timedelta(days=1), jour))


def effort_sur(cahier: Cahier, secteurs: Iterable[str], du: date, au: date) -> Effort:
    """Les tournées de ces secteurs, entre deux jours compris : une tournée n'en a qu'un."""
    return Effort.somme([cahier.effort(du, au, secteur) for secteur in secteurs])


def _verifier_le_modele(courrier: Courrier) -> None:
    if courrier.rectifie is not None:
        return
    au_moins = load_modele(courrier.modele).demandes_au_moins
    if len(courrier.demandes) < au_moins:
        raise SaisieIncomplete(
            f"Ce modèle compte {au_moins} demandes au moins : il en manque "
            f"{au_moins - len(courrier.demandes)}.",
            champ="demandes",
        )


def _destinataire(courrier: Courrier, annuaire: Mapping[str, Partenaire]) -> Partenaire:
    fiche = annuaire.get(courrier.destinataire_id or "")
    if fiche is None:
        raise SaisieIncomplete("Choisissez à qui ce courrier s’adresse.", champ="destinataire_id")
    if not fiche.adresse.strip():
        raise SaisieIncomplete(
            f"« {fiche.nom} » n’a pas d’adresse postale : donnez-la dans l’annuaire.",
            champ="destinataire_id",
        )
    return fiche.verified()


def _faits(cahier: Cahier, courrier: Courrier, sites: Mapping[str, Site]) -> list[Fait]:
    faits = []
    for fait_id in courrier.faits:
        try:
            fait = cahier.fait(fait_id)
        except KeyError:
            raise SaisieIncomplete(
                "Un fait coché n’est plus dans le cahier : décochez-le.", champ="faits"
            ) from None
        refus = refus_de_citer(fait, sites[fait.site_id or ""])
        if refus is not None:
            raise SaisieIncomplete(refus, champ="faits")
        faits.append(fait)
    return faits


def _periode(faits: Sequence[Fait], jour: date) -> tuple[date, date]:
    """Les semaines entières des faits : du lundi au dimanche, aujourd'hui au plus."""
    if not faits:
        return jour, jour
    jours = [fait.instant.date() for fait in faits]
    lundi = min(jours) - timedelta(days=min(jours).weekday())
    dimanche = max(jours) - timedelta(days=max(jours).weekday()) + _SEMAINE
    return lundi, max(lundi, min(dimanche, jour))


def _precedent(courrier_id: str | None, connus: Mapping[str, Courrier]) -> Precedent | None:
    if courrier_id is None or courrier_id not in connus:
        return None
    courrier = connus[courrier_id]
    envoye = courrier.le(StatutCourrier.envoye)
    return Precedent(courrier.reference, envoye.date() if envoye else None)
