"""Importer le plan d'un secteur : une image ou un GeoJSON en entrée, un dessin en sortie.

Rien d'autre n'en est gardé : ni métadonnée d'image, ni coordonnée, ni attribut, ni nom de fichier.
"""

from tat_carnet.usecases.plans.lecture import lire_plan
from tat_carnet.usecases.plans.suivi import ImportArrete, Suivi

__all__ = ["ImportArrete", "Suivi", "lire_plan"]
