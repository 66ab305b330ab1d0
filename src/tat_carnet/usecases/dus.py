"""Ce qui est dû : chaque nom du métier dit ce qu'il attend, en une ligne de `FOURNISSEURS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from tat_carnet.documents.typographie import date_en_lettres
from tat_carnet.domain.courrier import EN_ATTENTE
from tat_carnet.domain.filtre import Filtre
from tat_carnet.usecases.conservation import Etat
from tat_carnet.usecases.corbeille import bientot_disparus
from tat_carnet.usecases.courriers.rectifier import a_rectifier, dementis
from tat_carnet.usecases.infirmes import infirmes_sortis
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.rectificatifs import a_rectifier as documents_a_rectifier
from tat_carnet.usecases.reunions import decisions_dues, reunions_a_preparer
from tat_carnet.usecases.situations import Due, echeances_dues

SEMAINES_A_RELIRE: Final = 5
"""Au-delà, un fait jamais relu n'attend plus une réunion."""


@dataclass(frozen=True, slots=True)
class Du:
    """Une chose à faire : la phrase, le verbe du bouton, l'écran où il mène et son argument."""

    phrase: str
    verbe: str
    ecran: str
    argument: str | None = None
    alerte: bool = False
    """Vrai si le retard a de quoi inquiéter."""


Attendu = Du | Due | Etat
"""Une ligne de l'accueil : un écran où aller, une échéance, qui se règle sur place, ou les purges
que la conservation annonce."""


@dataclass(frozen=True, slots=True)
class Veille:
    """Ce que la session sait sans relire le cahier.

    `conservation` : ce qui va se purger, s'il n'y a pas de purge en cours ; `sauvegarde` : ce qui
    manque aux sauvegardes, ou rien.
    """

    conservation: Etat | None = None
    sauvegarde: str = ""


Veilleur = Callable[[Veille], Iterator[Attendu]]
"""Comme un fournisseur, de ce que la session sait."""
Fournisseur = Callable[[Cahier, datetime], Iterator[Attendu]]
"""Ce qu'un nom du métier attend à cet instant ; rien s'il n'attend rien. Quelques millisecondes."""


def _brouillon(cahier: Cahier, _maintenant: datetime) -> Iterator[Du]:
    if cahier.brouillon() is not None:
        yield Du("Un fait est resté en cours d’écriture.", "Reprendre", "saisie")


def _a_relire(cahier: Cahier, maintenant: datetime) -> Iterator[Du]:
    depuis = maintenant.date() - timedelta(weeks=SEMAINES_A_RELIRE)
    count = cahier.count_faits(Filtre(du=depuis, relu=False))
    if count:
        faits = "1 fait" if count == 1 else f"{count} faits"
        yield Du(f"{faits} à relire avant de sortir", "Préparer un compte-rendu", "compte_rendu")


def _corbeille(cahier: Cahier, maintenant: datetime) -> Iterator[Du]:
    count = bientot_disparus(cahier, maintenant)
    if count:
        faits = "Un fait effacé disparaît" if count == 1 else f"{count} faits effacés disparaissent"
        yield Du(f"{faits} pour de bon sous sept jours", "Voir la corbeille", "corbeille")


def _echeances(cahier: Cahier, maintenant: datetime) -> Iterator[Due]:
    yield from echeances_dues(cahier, maintenant.date())


def _reunions(cahier: Cahier, maintenant: datetime) -> Iterator[Du]:
    jour = maintenant.date()
    for reunion in reunions_a_preparer(cahier, jour):
        quand = "aujourd’hui" if reunion.tenue_le == jour else f"le {_jour(reunion.tenue_le)}"
        yield Du(f"{reunion.instance}, {quand}", "Préparer la réunion", "reunions", reunion.id)


def _decisions(cahier: Cahier, maintenant: datetime) -> Iterator[Du]:
    for decision in decisions_dues(cahier, maintenant.date()):
        assert decision.echeance is not None, "une décision due a son échéance"
        qui = f" ({decision.structure.lire()})" if decision.structure else ""
        phrase = f"Décision, pour le {_jour(decision.echeance)} : {decision.quoi.lire()}{qui}"
        yield Du(phrase, "Dire où on en est", "reunions", decision.id)


def _relances(cahier: Cahier, maintenant: datetime) -> Iterator[Du]:
    attendus = cahier.courriers_au_statut(EN_ATTENTE)
    count = sum(courrier.a_relancer(maintenant.date()) for courrier in attendus)
    if count:
        courriers = "1 courrier" if count == 1 else f"{count} courriers"
        yield Du(f"{courriers} sans réponse à l’échéance", "Relancer", "courriers")


def _jour(jour: date) -> str:
    return date_en_lettres(jour, annee=False)


def _rectificatifs(cahier: Cahier, _maintenant: datetime) -> Iterator[Du]:
    lus = infirmes_sortis(cahier)
    if any(a_rectifier(dementi) for dementi in dementis(cahier, lus)):
        yield Du("Un fait cité par un courrier a été infirmé", "Rectifier", "courriers")
    count = len(documents_a_rectifier(cahier, lus))
    if count:
        citaient = "1 document citait" if count == 1 else f"{count} documents citaient"
        yield Du(f"{citaient} un fait infirmé depuis", "Rectifier", "rectificatif")


FOURNISSEURS: Final[tuple[Fournisseur, ...]] = (
    _brouillon,
    _a_relire,
    _echeances,
    _reunions,
    _decisions,
    _relances,
    _rectificatifs,
    _corbeille,
)
"""Ce qui se lit dans le cahier, dans l'ordre où l'accueil le montre."""


def _purges(veille: Veille) -> Iterator[Etat]:
    if veille.conservation is not None and veille.conservation.a_annoncer:
        yield veille.conservation


def _sauvegarde(veille: Veille) -> Iterator[Du]:
    if veille.sauvegarde:
        yield Du(veille.sauvegarde, "Voir les sauvegardes", "reglages", alerte=True)


VEILLEURS: Final[tuple[Veilleur, ...]] = (_purges, _sauvegarde)
"""Ce que la session sait, à la suite."""


def ce_qui_est_du(cahier: Cahier, maintenant: datetime) -> list[Attendu]:
    """Tout ce qui est dû d'après le cahier, dans l'ordre."""
    return [du for fournisseur in FOURNISSEURS for du in fournisseur(cahier, maintenant)]


def ce_qui_veille(veille: Veille) -> list[Attendu]:
    """Tout ce qui est dû d'après la session, dans l'ordre."""
    return [du for veilleur in VEILLEURS for du in veilleur(veille)]
