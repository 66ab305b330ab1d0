"""Ce qu'on cherche dans le cahier."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tat_carnet.domain.vocabulaire import Attestation, Famille, Gravite, Theme, TypeFait


@dataclass(frozen=True, slots=True)
class Filtre:
    """Critères qui se cumulent ; un champ vide n'exclut rien.

    `texte` est ce que la personne tape : chaque mot doit se trouver (texte du fait, nom public ou
    d'usage du site, libellé « autre », matériel d'une trace), le dernier par son début, sans égard
    aux accents, à la casse ni aux ligatures ; des mots entre guillemets se suivent. `theme` répond
    aussi au thème que la famille appelle. `du` et `au` sont compris. `relu` : `False` ne garde que
    les faits jamais relus, `True` que les autres. `tolerant` : un mot qu'on ne trouve nulle part
    est cherché à une faute près, à deux s'il est long.
    """

    texte: str = ""
    site_id: str | None = None
    famille: Famille | None = None
    type: TypeFait | None = None
    attestation: Attestation | None = None
    du: date | None = None
    au: date | None = None
    relu: bool | None = None
    secteur: str | None = None
    theme: Theme | None = None
    gravite: Gravite | None = None
    tolerant: bool = False

    @property
    def vide(self) -> bool:
        """Vrai si rien n'est demandé."""
        return replace(self, tolerant=False) == Filtre()


@dataclass(frozen=True, slots=True)
class FiltreGarde:
    """Un filtre qu'on a nommé pour le retrouver."""

    nom: str
    filtre: Filtre
    jours: int | None = None
    """Une période glissante, en jours jusqu'à aujourd'hui, à la place de `filtre.du`."""
