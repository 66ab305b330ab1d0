"""Ce qui ne survit pas aux textes : termes masqués, mots du dictionnaire, recherches gardées.

Rien de tout cela n'a de date : cela s'en va avec le dernier texte qui le disait, à la fin d'une
purge et quand un fait jeté est effacé pour de bon.
"""

from __future__ import annotations

from collections.abc import Collection

from tat_carnet.anonymisation.masquage import termes_absents
from tat_carnet.anonymisation.oubli import Dits
from tat_carnet.domain.conservation import SANS_RESTE, Restes
from tat_carnet.domain.fait import Fait
from tat_carnet.domain.filtre import FiltreGarde
from tat_carnet.usecases.ports import Cahier


def restes(cahier: Cahier) -> Restes:
    """Termes de masquage, mots du dictionnaire et recherches gardées que plus aucun texte ne dit.

    Un terme n'a alors plus rien à masquer : au moindre doute, il reste. Un mot ou une recherche
    pourrait encore nommer quelqu'un : au moindre doute, il part.
    """
    dits = _dits(cahier)
    return Restes(
        termes_absents(cahier.termes_masquage(), _mots(cahier)),
        frozenset(mot for mot in cahier.mots_ajoutes() if dits.s_oublie(mot)),
        frozenset(garde.nom for garde in cahier.filtres() if _oublies(dits, garde)),
    )


def oublier_avec(cahier: Cahier, effaces: Collection[Fait]) -> None:
    """Oublie ce que ces faits, effacés pour de bon, étaient les derniers à dire.

    Rien d'autre : un terme entré d'avance, une recherche qui n'a encore rien trouvé demeurent.
    """
    disaient, dits = Dits(map(_textes, effaces)), _dits(cahier)

    def partis(mots: Collection[str]) -> bool:
        return any(map(disaient.un_mot_de, mots))

    absents = termes_absents(cahier.termes_masquage(), _mots(cahier))
    partent = Restes(
        frozenset(filter(disaient.un_mot_de, absents)),
        frozenset(mot for mot in cahier.mots_ajoutes() if partis(dits.oublies(mot))),
        frozenset(garde.nom for garde in cahier.filtres() if partis(_oublies(dits, garde))),
    )
    if partent != SANS_RESTE:
        cahier.oublier(partent)


def _dits(cahier: Cahier) -> Dits:
    """Ce que disent encore les textes, et les noms publics des lieux."""
    lieux = [name for site in cahier.sites() for name in (site.libelle_public, site.secteur)]
    return Dits([*_mots(cahier), *lieux])


def _mots(cahier: Cahier) -> frozenset[str]:
    """Les mots que disent encore les textes bruts, et les formulations, gardées plus longtemps.

    Une formulation se relit à chaque document : un terme qu'elle dirait reste à masquer.
    """
    return cahier.mots_bruts() | cahier.mots_relus()


def _oublies(dits: Dits, garde: FiltreGarde) -> list[str]:
    """Les mots d'une recherche gardée, nom compris, que rien ne dit plus."""
    return dits.oublies(garde.nom) + dits.oublies(garde.filtre.texte, prefixe=True)


def _textes(fait: Fait) -> str:
    """Tout ce qu'un fait disait."""
    relues = (texte for _, texte in fait.relues)
    dits = (fait.texte_brut.lire(), fait.libelle_autre, fait.materiel, fait.formulation)
    return " ".join((*dits, *relues))
