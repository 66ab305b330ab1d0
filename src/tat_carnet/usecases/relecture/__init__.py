"""Le sas : ce qui doit sortir est préparé, relu passage par passage, puis signé. Sans exception.

Un document décrit son `Plan` (genre, destinataire, textes tapés, comment l'assembler) ; `preparer`
en fait un `Dossier`, la pile des passages à lire, qui vit le temps d'une relecture, hors de toute
fenêtre. Lui seul rend un `Signe`, et `exporter` n'accepte rien d'autre.
"""

from tat_carnet.usecases.relecture.annee import faits_de_l_annee
from tat_carnet.usecases.relecture.defaire import Historique
from tat_carnet.usecases.relecture.dossier import Dossier
from tat_carnet.usecases.relecture.etape import Etape
from tat_carnet.usecases.relecture.ouvrir import deja_sortis, ouvrir, preparer
from tat_carnet.usecases.relecture.plan import Plan, Recit, Relu, TexteLibre
from tat_carnet.usecases.relecture.recits import Recits
from tat_carnet.usecases.relecture.retenir import (
    ajouter_levees,
    ecrire_relecture,
    enregistrer_relecture,
    figer,
    termes_confirmes,
)
from tat_carnet.usecases.relecture.signature import Apercu, Regarde, Signe

__all__ = [
    "Apercu",
    "Dossier",
    "Etape",
    "Historique",
    "Plan",
    "Recit",
    "Recits",
    "Regarde",
    "Relu",
    "Signe",
    "TexteLibre",
    "ajouter_levees",
    "deja_sortis",
    "ecrire_relecture",
    "enregistrer_relecture",
    "faits_de_l_annee",
    "figer",
    "ouvrir",
    "preparer",
    "termes_confirmes",
]
