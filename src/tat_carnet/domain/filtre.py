"""Ce qu'on cherche dans le cahier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tat_carnet.domain.vocabulaire import Attestation, Famille, TypeFait


@dataclass(frozen=True, slots=True)
class Filtre:
    """Critères qui se cumulent ; un champ vide n'exclut rien.

    `texte` est ce que la personne tape : chaque mot doit se trouver (texte du fait, nom public ou
    d'usage du site, libellé « autre »), le dernier par son début, sans égard aux accents, à la
    casse ni aux ligatures. `du` et `au` sont compris. `relu` :
    `False` ne garde que les faits jamais relus, `True` que les autres.
    """

    texte: str = ""
    site_id: str | None = None
    famille: Famille | None = None
    type: TypeFait | None = None
    attestation: Attestation | None = None
    du: date | None = None
    au: date | None = None
    relu: bool | None = None

    @property
    def vide(self) -> bool:
        """Vrai si rien n'est demandé."""
        return self == Filtre()
