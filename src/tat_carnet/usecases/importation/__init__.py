"""Faire entrer un tableur dans le cahier : deviner, traduire ligne à ligne, importer, annuler."""
