"""Un cahier ouvert, fait de ce que demande chaque nom."""

from __future__ import annotations

from typing import Protocol

from tat_carnet.usecases.ports.annuaire import Annuaire
from tat_carnet.usecases.ports.attestations import Attestations
from tat_carnet.usecases.ports.brouillons import Brouillons
from tat_carnet.usecases.ports.conservation import Conservation
from tat_carnet.usecases.ports.corbeille import Corbeille
from tat_carnet.usecases.ports.courriers import Courriers
from tat_carnet.usecases.ports.faits import Faits
from tat_carnet.usecases.ports.filtres import Filtres
from tat_carnet.usecases.ports.frises import Frises
from tat_carnet.usecases.ports.imports import Imports
from tat_carnet.usecases.ports.journal import Journal
from tat_carnet.usecases.ports.masquage import Masquage
from tat_carnet.usecases.ports.orthographe import Orthographe
from tat_carnet.usecases.ports.plans import Plans
from tat_carnet.usecases.ports.reglages import Reglages
from tat_carnet.usecases.ports.relectures import Relectures
from tat_carnet.usecases.ports.reunions import Reunions
from tat_carnet.usecases.ports.sites import Sites
from tat_carnet.usecases.ports.situations import Echeances, Situations
from tat_carnet.usecases.ports.tournees import Tournees
from tat_carnet.usecases.ports.trouvailles import Trouvailles


class Cahier(
    Annuaire,
    Attestations,
    Brouillons,
    Conservation,
    Corbeille,
    Courriers,
    Echeances,
    Faits,
    Filtres,
    Frises,
    Imports,
    Journal,
    Masquage,
    Orthographe,
    Reglages,
    Plans,
    Relectures,
    Reunions,
    Sites,
    Situations,
    Tournees,
    Trouvailles,
    Protocol,
):
    """Un cahier ouvert. Toute écriture est durable au retour de l'appel, ou lève.

    Erreurs : `EcritureImpossible` si le disque refuse, `CahierIllisible` si la base est abîmée.
    """
