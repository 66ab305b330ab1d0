"""La fenêtre d'une enveloppe : ce qui s'y voit à coup sûr, ce qui pourrait s'y voir.

Mesures en millimètres, depuis le coin haut gauche de la feuille. Enveloppe DL du commerce
français : 110 × 220, fenêtre de 35 × 100 à 20 du bord droit et 20 du bord bas (« Guide pratique
courrier » de La Poste, mai 2021, format mécanisable). La feuille A4 pliée en trois, premier pli à
99, joue de 10 en largeur et de 11 en hauteur.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

ENVELOPPE: Final = (220.0, 110.0)
FENETRE: Final = (100.0, 35.0)
MARGE_FENETRE: Final = 20.0
FEUILLE: Final = (210.0, 297.0)
PLI: Final = 99.0


@dataclass(frozen=True, slots=True)
class Zone:
    """Un rectangle, bords compris, en millimètres depuis le haut gauche de la feuille."""

    gauche: float
    haut: float
    droite: float
    bas: float

    def contient(self, autre: Zone) -> bool:
        """Vrai si `autre` y tient tout entière."""
        return (
            self.gauche <= autre.gauche
            and self.haut <= autre.haut
            and autre.droite <= self.droite
            and autre.bas <= self.bas
        )

    def touche(self, autre: Zone) -> bool:
        """Vrai si les deux se recouvrent."""
        return not (
            autre.droite <= self.gauche
            or self.droite <= autre.gauche
            or autre.bas <= self.haut
            or self.bas <= autre.haut
        )


def _fenetre(jeu_x: float, jeu_y: float) -> Zone:
    """La fenêtre, sur une feuille poussée de ce jeu vers la droite et vers le bas."""
    droite = ENVELOPPE[0] - MARGE_FENETRE - jeu_x
    bas = ENVELOPPE[1] - MARGE_FENETRE - jeu_y
    return Zone(droite - FENETRE[0], bas - FENETRE[1], droite, bas)


_JEU: Final = (ENVELOPPE[0] - FEUILLE[0], ENVELOPPE[1] - PLI)
TOUJOURS: Final = Zone(
    _fenetre(0, 0).gauche, _fenetre(0, 0).haut, _fenetre(*_JEU).droite, _fenetre(*_JEU).bas
)
"""Ce que la fenêtre montre où que glisse la feuille : l'adresse y tient tout entière."""

PARFOIS: Final = Zone(
    _fenetre(*_JEU).gauche, _fenetre(*_JEU).haut, _fenetre(0, 0).droite, _fenetre(0, 0).bas
)
"""Ce que la fenêtre pourrait montrer : rien d'autre que l'adresse ne s'y imprime."""
