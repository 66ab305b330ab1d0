"""Imprimer le cahier d'une période."""
