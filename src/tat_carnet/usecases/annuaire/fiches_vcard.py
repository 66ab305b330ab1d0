"""Des cartes de visite électroniques (vCard) : on n'en garde que la structure et la fonction.

La carte d'une personne perd son nom, et tout numéro privé (domicile, portable) : il ne reste que sa
fonction dans sa structure. Sans structure ni fonction, elle est refusée.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from vobject.base import readComponents

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.domain.recherche import fold
from tat_carnet.domain.vocabulaire import TypePartenaire
from tat_carnet.usecases.annuaire.lues import Lue
from tat_carnet.usecases.annuaire.personnes import est_mobile

_PRIVES: Final = frozenset({"HOME", "CELL"})
_SANS_FONCTION: Final = (
    "Cette carte est celle d’une personne, sans structure ou sans fonction : elle n’entre pas. "
    "L’annuaire garde des fonctions, jamais des personnes."
)
_ILLISIBLE: Final = "Ce fichier de cartes de visite est abîmé. Rien n’a changé."


def lire(octets: bytes) -> list[Lue]:
    """Les cartes d'un fichier ; `ErreurConnue` si l'une ne se lit pas."""
    try:
        texte = octets.decode("utf-8-sig")
    except UnicodeDecodeError:
        texte = octets.decode("cp1252", errors="replace")
    try:
        cartes = list(readComponents(texte, allowQP=True))
    except Exception as defaut:
        # La bibliothèque lève des erreurs de toute sorte sur un fichier abîmé.
        raise ErreurConnue(_ILLISIBLE) from defaut
    return [_lue(rang, carte) for rang, carte in enumerate(cartes, 1)]


def _lue(rang: int, carte: Any) -> Lue:
    structure = _structure(carte)
    fonction = _valeur(carte, "title") or _valeur(carte, "role")
    nom = _valeur(carte, "fn")
    personne = _est_une_personne(carte, structure, nom)
    if personne and not (structure and fonction):
        return Lue(rang, None, _SANS_FONCTION)
    if not (structure or nom):
        return Lue(rang, None, "Cette carte n’a pas de nom : elle n’entre pas.")
    fiche = Partenaire(
        nom=structure or nom,
        type=_type(carte),
        fonction=fonction,
        adresse=_adresse(carte),
        telephone=_telephone(carte, personne=personne),
        courriel="" if personne else _valeur(carte, "email"),
        conditions="" if personne else _valeur(carte, "note"),
    )
    return Lue(rang, fiche, personne=personne)


def _est_une_personne(carte: Any, structure: str, nom: str) -> bool:
    """Vrai si la carte nomme quelqu'un : un prénom, un nom autre que la structure, un numéro privé.

    `KIND:org`, ou un nom qui est celui de la structure, disent le contraire.
    """
    if fold(_valeur(carte, "kind") or _valeur(carte, "x-kind")) in ("org", "group", "location"):
        return False
    prive = any(_est_prive(numero) for numero in carte.contents.get("tel", []))
    n = carte.contents.get("n")
    prenom = bool(n) and bool(str(getattr(n[0].value, "given", "")).strip())
    return prive or prenom or not structure or fold(structure) != fold(nom)


def _structure(carte: Any) -> str:
    org = carte.contents.get("org")
    if not org:
        return ""
    valeur = org[0].value
    morceaux: Sequence[str] = [valeur] if isinstance(valeur, str) else valeur
    return ", ".join(morceau.strip() for morceau in morceaux if morceau.strip())


def _valeur(carte: Any, nom: str) -> str:
    lignes = carte.contents.get(nom)
    return str(lignes[0].value).strip() if lignes else ""


def _type(carte: Any) -> TypePartenaire:
    """La nature que dit une catégorie de la carte ; à défaut une association."""
    categories = carte.contents.get("categories")
    mots = {fold(mot) for mot in categories[0].value} if categories else set()
    for code in TypePartenaire:
        if fold(libelle(code)) in mots or code.value in mots:
            return code
    return TypePartenaire.association_habitants


def _adresse(carte: Any) -> str:
    adr = carte.contents.get("adr")
    if not adr or "HOME" in _natures(adr[0]):
        return ""
    adresse = adr[0].value
    ville = " ".join(filter(None, (_texte(adresse.code), _texte(adresse.city))))
    lignes = (_texte(adresse.extended), _texte(adresse.box), _texte(adresse.street), ville)
    return "\n".join(ligne for ligne in lignes if ligne)


def _texte(valeur: Any) -> str:
    """Un morceau d'adresse ; une carte peut en donner plusieurs lignes."""
    return "\n".join(valeur).strip() if isinstance(valeur, list) else str(valeur or "").strip()


def _telephone(carte: Any, *, personne: bool) -> str:
    for numero in carte.contents.get("tel", []):
        if not _est_prive(numero) and not (personne and "WORK" not in _natures(numero)):
            return str(numero.value).strip()
    return ""


def _est_prive(numero: Any) -> bool:
    """Domicile ou portable ; un 06 ou 07 dit « du travail » reste celui d'une personne."""
    return bool(_natures(numero) & _PRIVES) or est_mobile(str(numero.value))


def _natures(ligne: Any) -> set[str]:
    return {str(nature).upper() for nature in ligne.params.get("TYPE", [])}
