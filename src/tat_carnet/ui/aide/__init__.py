"""L'aide, hors ligne : un sujet par fichier de `resources/aide`."""
