"""Le coffre : un cahier chiffré sur le disque. Seule salle à connaître SQLCipher et les clés."""
