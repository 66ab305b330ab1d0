"""Noter un fait : le lieu, le type, le texte ; le reste attend, plié."""
