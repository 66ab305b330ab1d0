"""Faire sortir un compte-rendu : préparer, relire, sortir."""
