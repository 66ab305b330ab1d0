"""Le cahier imprimé : une période, semaine par semaine, faite de ce qui est relu."""

from tat_carnet.documents.cahier_papier.composition import composer

__all__ = ["composer"]
