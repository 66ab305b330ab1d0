"""La porte : créer un cahier, l'ouvrir, rester sur le seuil."""
