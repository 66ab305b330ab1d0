"""Repérer ce qui désigne quelqu'un, le récrire, et ne laisser sortir que du relu."""

from tat_carnet.anonymisation.reperage import preparer, reperer
from tat_carnet.anonymisation.reperes import DIRECTES, Categorie, Niveau, Repere

__all__ = ["DIRECTES", "Categorie", "Niveau", "Repere", "preparer", "reperer"]
