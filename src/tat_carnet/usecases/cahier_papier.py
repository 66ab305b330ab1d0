"""Imprimer le cahier d'une période : les mêmes faits, par le même sas que tout ce qui sort."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tat_carnet.documents.cahier_papier import composer
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.journal import FormatDocument, GenreDocument
from tat_carnet.domain.relu import CahierPapier, EffortSemaine
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture import Dossier, Plan, Relu, ouvrir

FAITS_AU_PLUS: Final = 2000
"""Au-delà, la période ne se relit pas."""
_SEMAINE: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Demande:
    """La période à imprimer, jours compris, et qui garde les feuilles."""

    du: date
    au: date
    destinataire: str

    def verified(self) -> Demande:
        """Cette demande, ou `SaisieIncomplete` nommant le champ à reprendre."""
        if not self.destinataire.strip():
            raise SaisieIncomplete(
                "Dites qui garde ces feuilles : le journal le retient.", champ="destinataire"
            )
        if self.au < self.du:
            raise SaisieIncomplete("La période finit avant d’avoir commencé.", champ="au")
        return self


def ouvrir_papier(cahier: Cahier, demande: Demande, jour: date) -> Dossier[CahierPapier]:
    """Ce qu'il faut relire pour imprimer cette période ; `jour` est aujourd'hui."""
    demande = demande.verified()
    filtre = Filtre(du=demande.du, au=demande.au)
    if cahier.count_faits(filtre) > FAITS_AU_PLUS:
        raise SaisieIncomplete(
            "Cette période compte trop de faits pour être relue : raccourcissez-la.", champ="du"
        )
    semaines = tuple(_semaines(cahier, demande))

    def assembler(relu: Relu) -> CahierPapier:
        return CahierPapier(demande.du, demande.au, jour, semaines, relu.faits, relu.ensemble)

    plan = Plan(
        genre=GenreDocument.cahier_papier,
        jour=jour,
        destinataire=demande.destinataire.strip(),
        assembler=assembler,
        composer=composer,
        formats=(FormatDocument.pdf,),
    )
    return ouvrir(cahier, plan, reversed(cahier.faits(filtre, FAITS_AU_PLUS)))


def _semaines(cahier: Cahier, demande: Demande) -> list[EffortSemaine]:
    """La présence de chaque semaine, coupée aux bornes de la période."""
    lundi = demande.du - timedelta(days=demande.du.weekday())
    found = []
    while lundi <= demande.au:
        first, last = max(lundi, demande.du), min(lundi + _SEMAINE - timedelta(days=1), demande.au)
        found.append(EffortSemaine(lundi, cahier.effort(first, last)))
        lundi += _SEMAINE
    return found
