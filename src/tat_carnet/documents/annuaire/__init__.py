"""Ce que l'annuaire imprime : le livret, et deux fiches vides à remplir avec la personne."""

from tat_carnet.documents.annuaire.fiches import composer_liaison, composer_parcours
from tat_carnet.documents.annuaire.livret import composer_livret
from tat_carnet.documents.annuaire.tableau import composer_tableau

__all__ = ["composer_liaison", "composer_livret", "composer_parcours", "composer_tableau"]
