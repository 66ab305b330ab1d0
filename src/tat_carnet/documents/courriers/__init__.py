"""Les courriers d'alerte : une liste close de modèles, un fichier chacun (`domaine.md` §6).

Un modèle de plus : son fichier ici, ses mots dans `resources/courriers/`, une ligne dans `_NOMS`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Final

from tat_carnet.documents.courriers.modele import Modele
from tat_carnet.documents.courriers.objet import ecrire_objet
from tat_carnet.documents.courriers.rectificatif import ecrire_rectificatif
from tat_carnet.documents.interface import Bloc, Lettre, Mention
from tat_carnet.documents.typographie import FINE, date_en_lettres, propre
from tat_carnet.domain.civilite import appel, formule
from tat_carnet.domain.courrier_relu import CourrierRelu
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.relu import TexteRelu

__all__ = ["Modele", "composer", "load_modele", "modeles"]

_NOMS: Final = (
    "bailleur_parties_communes",
    "ville_traces",
    "education_decrochage",
    "prefet_clspd_tensions",
    "sante_produits",
    "soutien_familles",
)


def modeles() -> tuple[Modele, ...]:
    """Tous les modèles, dans l'ordre de la liste."""
    return tuple(map(load_modele, _NOMS))


@cache
def load_modele(cle: str) -> Modele:
    """Le modèle de cette clé ; `ModuleNotFoundError` s'il n'existe pas."""
    modele: Modele = import_module(f"{__name__}.{cle}").MODELE
    return modele


def composer(courrier: CourrierRelu) -> Lettre:
    """La lettre d'un courrier relu ; `SortieRefusee` si un fait est trop fragile pour partir."""
    entete, destinataire = courrier.entete, courrier.destinataire
    genre = GenreDocument.courrier if courrier.rectifie is None else GenreDocument.rectificatif
    titre, civilite = destinataire.titre, destinataire.civilite
    jour = date_en_lettres(courrier.jour, semaine=False)
    return Lettre(
        titre=libelle(genre),
        blocs=tuple(_corps(courrier)),
        logo=entete.logo,
        expediteur=_lignes(entete.expediteur),
        destinataire=_lignes(destinataire.lignes),
        references=tuple(_references(courrier)),
        lieu_date=f"{propre(entete.ville.texte)}, le {jour}",
        appel=Mention(f"{appel(titre, civilite)},"),
        formule=Mention(formule(titre, civilite)),
        signature=_lignes(entete.signature),
        copies=_lignes(courrier.copies),
    )


def _references(courrier: CourrierRelu) -> Iterator[str]:
    yield Mention(f"Nos références{FINE}: {courrier.reference}")
    yield f"Objet{FINE}: {_objet(courrier)}"
    if courrier.pieces:
        mot = "Pièce jointe" if len(courrier.pieces) == 1 else "Pièces jointes"
        yield f"{mot}{FINE}: {f'{FINE}; '.join(_lignes(courrier.pieces))}"


def _objet(courrier: CourrierRelu) -> str:
    if courrier.rectifie is not None:
        return propre(courrier.objet.texte)
    return ecrire_objet(courrier, load_modele(courrier.modele).textes)


def _corps(courrier: CourrierRelu) -> Iterator[Bloc]:
    if courrier.rectifie is not None:
        yield from ecrire_rectificatif(courrier, courrier.rectifie)
        return
    modele = load_modele(courrier.modele)
    for ecrire in modele.paragraphes:
        yield from ecrire(courrier, modele.textes)


def _lignes(textes: tuple[TexteRelu, ...]) -> tuple[str, ...]:
    return tuple(propre(texte.texte) for texte in textes)
