"""Un fait infirmé après être parti : quels documents le citaient, et le rectificatif de chacun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tat_carnet.anonymisation.dementi import ou_et_quand
from tat_carnet.documents.typographie import semaine_en_lettres
from tat_carnet.domain.courrier import Courrier
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.journal import LigneJournal
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.sas import Sillage
from tat_carnet.domain.vocabulaire import Profil, StatutCourrier
from tat_carnet.usecases.infirmes import Infirmes
from tat_carnet.usecases.ports import Cahier

_PARTIS = frozenset(StatutCourrier) - {
    StatutCourrier.brouillon, StatutCourrier.relu, StatutCourrier.abandonne
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dementi:
    """Un fait infirmé et tout ce qui l'avait cité.

    `sorties` : les lignes du journal. `courriers` : ceux du registre qui l'ont emporté.
    `rectificatifs` : ceux déjà écrits ou en brouillon pour ces courriers.
    """

    fait: Fait
    site: Site
    sorties: Sequence[LigneJournal]
    courriers: Sequence[Courrier]
    rectificatifs: Sequence[Courrier]


def dementis(cahier: Cahier, infirmes: Infirmes) -> list[Dementi]:
    """Chaque fait infirmé qu'un document sorti a cité, le plus récent d'abord."""
    if not infirmes.faits:
        return []
    sites = {site.id: site for site in cahier.sites()}
    courriers = cahier.courriers_citant({fait.id for fait in infirmes.faits})
    trouves = []
    for fait in infirmes.faits:
        sorties = [ligne for ligne in infirmes.sorties if fait.id in ligne.faits]
        partis = [c for c in courriers if fait.id in c.faits and c.statut in _PARTIS]
        if sorties or partis:
            ids = {courrier.id for courrier in partis}
            rectificatifs = [c for c in courriers if c.rectifie in ids]
            site = sites[fait.site_id or ""]
            trouves.append(Dementi(fait, site, sorties, partis, rectificatifs))
    return trouves


def a_rectifier(dementi: Dementi) -> list[Courrier]:
    """Les courriers de ce démenti pour qui aucun rectificatif n'existe."""
    faits = {courrier.rectifie for courrier in dementi.rectificatifs}
    return [courrier for courrier in dementi.courriers if courrier.id not in faits]


def rediger_rectificatif(
    cahier: Cahier, courrier: Courrier, dementi: Dementi, maintenant: datetime
) -> Courrier:
    """Le brouillon du rectificatif d'un courrier : au même destinataire, aux mêmes copies.

    Il ne dit du fait que ses champs codés : sa nature, son lieu, sa période, au plus large de ce
    qui en est sorti.
    """
    brouillon = Courrier(
        modele=courrier.modele,
        destinataire_id=courrier.destinataire_id,
        copies=courrier.copies,
        objet=f"Rectificatif à notre courrier {courrier.reference}",
        effets=_description(dementi, cahier.sillages([dementi.fait.id]), maintenant),
        cree_le=maintenant,
        rectifie=courrier.id,
    )
    cahier.save_courrier(brouillon)
    return brouillon


def _description(dementi: Dementi, sortis: Sequence[Sillage], maintenant: datetime) -> str:
    fait, site = dementi.fait, dementi.site
    assert fait.type is not None
    quoi = fait.libelle_autre.strip() or libelle(fait.type)
    ou, periode = ou_et_quand(fait, site, sortis, Profil.institution)
    if not ou:
        return f"Ce fait était noté « {quoi} », sans lieu ni date."
    return f"Ce fait était noté « {quoi} », {ou}, {semaine_en_lettres(periode, maintenant.year)}."
