"""La contre-lecture : un fichier écrit est relu, et chaque terme masqué y est cherché."""

from tat_carnet.documents.contre_lecture.relecture_fichier import contre_lire
from tat_carnet.documents.contre_lecture.termes import Trouvaille

__all__ = ["Trouvaille", "contre_lire"]
