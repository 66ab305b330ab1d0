"""Les commandes à côté de la fenêtre : vérifier, sauvegarder, restaurer. Aucune n'exporte."""

from typing import Final

NOMS: Final = ("verifier", "sauvegarder", "restaurer")
"""Premiers mots de la ligne de commande qui mènent à cette salle plutôt qu'à la fenêtre."""
