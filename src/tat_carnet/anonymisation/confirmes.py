"""Ce qui, une fois masqué, mérite d'être cherché toujours : ce qui nommera encore.

Une proposition acceptée dit que ces mots ne doivent pas sortir d'ici ; non qu'ils nomment. « un
bleu », « traversé la rue », mis dans la liste, masqueraient désormais le bleu de toute note.
"""

from __future__ import annotations

from typing import Final

from tat_carnet.anonymisation.alertes import Alerte
from tat_carnet.anonymisation.lexiques import COURANT, mots, mots_de, prenoms, termes
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import DIRECTES, Categorie

_TRES_COURANT: Final = 20_000
"""Au-delà, un mot qui est aussi un prénom (« la », « grand ») n'en est pas un d'ordinaire."""
_REPANDU: Final = 1_000
"""Au-delà, un mot se lit trop souvent pour n'être cherché que comme un nom : « bleu », « puce »."""
_A_COUP_SUR: Final = DIRECTES - {
    Categorie.liste,
    Categorie.nom,
    Categorie.surnom,
    Categorie.initiales,
    Categorie.adresse,
}
"""Numéros, comptes, dates : rien d'ordinaire ne s'écrit ainsi."""
_CIVILITES: Final = mots_de("m mr mme mlle monsieur madame mademoiselle dr docteur me")


def nommera(alerte: Alerte) -> bool:
    """Vrai si ce terme peut nommer quelqu'un ou un lieu une autre fois.

    Ce qu'on a trouvé par la liste y est déjà.
    """
    if alerte.categorie is Categorie.liste:
        return False
    propre = not alerte.douteuse and any(map(_est_propre, alerte.terme.split()))
    if alerte.categorie in _A_COUP_SUR or not est_ordinaire(alerte.terme, propre=propre):
        return alerte.categorie in DIRECTES
    if alerte.categorie is Categorie.initiales:
        return not alerte.douteuse
    return alerte.categorie is Categorie.adresse and _est_une_voie(alerte.terme)


def est_ordinaire(terme: str, *, propre: bool = False) -> bool:
    """Vrai si chaque mot de ce terme se lit partout : un mot répandu, du métier, une civilité.

    `propre` : il est écrit comme un nom, « Kiwi » ; il faut alors qu'il le soit bien davantage.
    """
    seuil = _REPANDU if propre else COURANT
    return all(_se_lit_partout(forme, seuil) for forme in Note.de(terme).formes)


def _se_lit_partout(forme: str, seuil: int) -> bool:
    if forme in prenoms():
        return mots().get(forme, 0) > _TRES_COURANT
    connu = len(forme) < 2 or forme in _CIVILITES or forme in termes("metier")
    return connu or mots().get(forme, 0) > seuil


def _est_propre(mot: str) -> bool:
    """« Kiwi », « Moulin » ; ni « A », ni « RUE », ni « Mme »."""
    return mot.istitle() and len(mot) > 1 and not _CIVILITES.issuperset(Note.de(mot).formes)


def _est_une_voie(terme: str) -> bool:
    """« rue du Lavoir », « 14 rue des lilas » ; ni « traversé la rue », ni « porte de Mme »."""
    _, *suite = terme.split()
    return any(map(_est_propre, suite))
