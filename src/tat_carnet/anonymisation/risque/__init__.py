"""Ce qu'un document relu pourrait encore révéler par ses codes, une fois les mots récrits.

Trois façons, celles du G29 (avis 05/2014) : isoler quelqu'un, recouper deux documents, déduire.
"""

from tat_carnet.anonymisation.risque.bilan import Bilan, evaluer
from tat_carnet.anonymisation.risque.deduction import Deduction
from tat_carnet.anonymisation.risque.exposition import SEUIL, Expose, Pas, exposer
from tat_carnet.anonymisation.risque.isolement import Isolement
from tat_carnet.anonymisation.risque.recoupement import Recoupement

__all__ = [
    "SEUIL",
    "Bilan",
    "Deduction",
    "Expose",
    "Isolement",
    "Pas",
    "Recoupement",
    "evaluer",
    "exposer",
]
