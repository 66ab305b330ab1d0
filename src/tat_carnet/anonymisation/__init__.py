"""Repérer ce qui désigne quelqu'un, le récrire, et ne laisser sortir que du relu."""

from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere

__all__ = ["Categorie", "Niveau", "Repere"]
