"""Un cahier ouvert, fait de ce que demande chaque nom."""

from __future__ import annotations

from typing import Protocol

from tat_carnet.usecases.ports.brouillons import Brouillons
from tat_carnet.usecases.ports.conservation import Conservation
from tat_carnet.usecases.ports.faits import Faits
from tat_carnet.usecases.ports.journal import Journal
from tat_carnet.usecases.ports.masquage import Masquage
from tat_carnet.usecases.ports.sites import Sites
from tat_carnet.usecases.ports.tournees import Tournees


class Cahier(Tournees, Sites, Faits, Brouillons, Masquage, Journal, Conservation, Protocol):
    """Un cahier ouvert. Toute écriture est durable au retour de l'appel, ou lève.

    Erreurs : `EcritureImpossible` si le disque refuse, `CahierIllisible` si la base est abîmée.
    """
