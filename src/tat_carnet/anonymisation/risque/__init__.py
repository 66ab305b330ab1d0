"""Ce qu'un document relu pourrait encore révéler, une fois les noms récrits.

Trois façons, celles du G29 (avis 05/2014) : isoler quelqu'un, recouper deux documents, déduire.
Et celle d'un voisin : reconnaître, par ce que tout le quartier sait.
"""

from tat_carnet.anonymisation.risque.bilan import Bilan, evaluer
from tat_carnet.anonymisation.risque.deduction import Deduction
from tat_carnet.anonymisation.risque.exposition import Expose, Pas, exposer
from tat_carnet.anonymisation.risque.isolement import Isolement
from tat_carnet.anonymisation.risque.reconnaissance import (
    Cause,
    Reconnaissance,
    reconnaissances,
)
from tat_carnet.anonymisation.risque.recoupement import Recoupement
from tat_carnet.anonymisation.risque.redites import redites

__all__ = [
    "Bilan",
    "Cause",
    "Deduction",
    "Expose",
    "Isolement",
    "Pas",
    "Reconnaissance",
    "Recoupement",
    "evaluer",
    "exposer",
    "reconnaissances",
    "redites",
]
