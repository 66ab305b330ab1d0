"""Éprouve le repérage, la récriture et la relecture."""
