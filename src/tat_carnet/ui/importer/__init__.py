"""Importer un tableur : choisir, dire les colonnes, lire le rapport, importer ou défaire."""
