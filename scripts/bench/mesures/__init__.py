"""Une mesure par fichier ; son nom est celui que prend `--seulement`."""
