"""Ce qu'on écrit à la place : un fichier par famille de repères."""
