"""Le compte-rendu d'une instance de veille (`domaine.md` §6)."""

from tat_carnet.documents.comptes_rendus.composition import composer

__all__ = ["composer"]
