"""Les fenêtres : ce que la personne voit et touche. Seule salle qui connaisse Qt."""
