"""Une règle par fichier : `reperer(note)` rend ses repères en indices du texte plié."""
