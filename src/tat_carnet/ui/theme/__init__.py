"""Le dessin : jetons de couleur, police, icônes et feuille de style, clair et sombre."""
