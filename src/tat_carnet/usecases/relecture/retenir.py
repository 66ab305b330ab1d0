"""Retenir d'une relecture ce qui servira : la formulation, les termes confirmés, les motifs."""

from __future__ import annotations

from datetime import datetime

from tat_carnet.anonymisation.confirmes import nommera
from tat_carnet.anonymisation.relecture import Origine, Passage, StatutAlerte
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.sas import Levee
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture.etape import Etape
from tat_carnet.usecases.relecture.recits import RECIT


def enregistrer_relecture(cahier: Cahier, etape: Etape, maintenant: datetime) -> None:
    """Retient la formulation relue et pour qui, les termes confirmés, les motifs de garder.

    Ce qui reliait ce passage à d'autres ne se garde pas : il ne valait que pour ce document. La
    liste garde des termes, sans lien avec un fait ni avec qui que ce soit.
    """
    cahier.add_termes_masquage(termes_confirmes(etape.passage))
    _retenir_levees(cahier, etape, maintenant)
    _retenir_recit(cahier, etape, maintenant)
    if etape.fait is None:
        return
    formulation = next((p for nom, p in etape.fait.passages if nom == "Formulation"), None)
    if formulation is etape.passage:
        actuel = cahier.fait(etape.fait.fait.id)
        cahier.save_fait(actuel.relu(formulation.texte_seul, maintenant, formulation.profil))


def _retenir_levees(cahier: Cahier, etape: Etape, maintenant: datetime) -> None:
    """Un motif déjà retenu ici ne l'est pas deux fois : on peut relire plusieurs fois."""
    fait_id, passage = etape.source
    connues = {
        (levee.categorie, levee.motif)
        for levee in cahier.levees(fait_id)
        if levee.passage == passage
    }
    neuves = {
        (alerte.categorie.value, TexteBrut(alerte.motif))
        for alerte in etape.passage.alertes
        if alerte.bloquante and alerte.statut is StatutAlerte.gardee
    }
    levees = [Levee(maintenant, *neuve, fait_id, passage=passage) for neuve in neuves - connues]
    if levees:
        cahier.append_levees(levees)


def _retenir_recit(cahier: Cahier, etape: Etape, maintenant: datetime) -> None:
    """Un récit gardé l'est pour ces mots et ce lecteur, dont l'empreinte suffit."""
    if etape.recit_garde is None:
        return
    fait_id, _ = etape.source
    passage, motif = etape.recit_garde
    levee = Levee(maintenant, RECIT, TexteBrut(motif), fait_id, passage=passage)
    connues = {(connue.passage, connue.motif) for connue in cahier.levees(fait_id)}
    if (levee.passage, levee.motif) not in connues:
        cahier.append_levees([levee])


def termes_confirmes(passage: Passage) -> frozenset[str]:
    """Les termes remplacés qui nommeront encore quelqu'un, sauf ceux déjà décidés jadis."""
    return frozenset(
        alerte.terme
        for alerte in passage.alertes
        if nommera(alerte)
        and alerte.terme in passage.termes_masques
        and alerte.origine is not Origine.reprise
    )
