"""Le correcteur : un dictionnaire français de la machine, sans réseau ni trace sur le disque."""

from tat_carnet.orthographe.correcteur import Correcteur, charger
from tat_carnet.orthographe.fautes import Faute, fautes

__all__ = ["Correcteur", "Faute", "charger", "fautes"]
