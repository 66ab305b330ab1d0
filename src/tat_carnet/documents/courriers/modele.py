"""Un modèle de courrier : les faits qu'il appelle, à qui il s'adresse, ses paragraphes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tat_carnet.documents.courriers.paragraphes import comptages
from tat_carnet.documents.courriers.textes import Textes, load_textes
from tat_carnet.documents.interface import Bloc
from tat_carnet.domain.courrier_relu import CourrierRelu
from tat_carnet.domain.vocabulaire import Famille, TypePartenaire

Ecrire = Callable[[CourrierRelu, Textes], Iterator[Bloc]]
"""Un paragraphe : de la lettre relue et des mots du modèle à des blocs, ou à rien."""


@dataclass(frozen=True, slots=True)
class Modele:
    """Un modèle.

    `cle` : le nom de son fichier et de ses textes. `familles` : les faits qu'il appelle.
    `destinataires` et `copies` : à qui, d'ordinaire. `demandes_au_moins` : en deçà, la lettre
    n'est pas prête.
    """

    cle: str
    familles: tuple[Famille, ...]
    destinataires: tuple[TypePartenaire, ...]
    paragraphes: tuple[Ecrire, ...]
    copies: tuple[TypePartenaire, ...] = ()
    demandes_au_moins: int = 1

    @property
    def dit_les_faits(self) -> bool:
        """Vrai si la lettre dit chaque fait ; faux si elle n'en donne que des nombres."""
        return comptages not in self.paragraphes

    @property
    def intime(self) -> bool:
        """Vrai si la lettre touche à la vie d'une famille : qui la loge n'est pas le premier."""
        return Famille.familles in self.familles

    @property
    def textes(self) -> Textes:
        """Les mots du modèle."""
        return load_textes(self.cle)
