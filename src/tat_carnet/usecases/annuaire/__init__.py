"""L'annuaire : tenir des fiches de structures, en faire entrer et en faire sortir."""
