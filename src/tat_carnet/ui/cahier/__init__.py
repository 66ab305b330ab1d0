"""Le cahier : tous les faits, le plus récent d'abord, et la recherche."""
