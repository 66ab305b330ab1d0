"""L'annuaire en cartes de visite (vCard 3.0) : une structure par carte, `X-KIND:org`."""

from __future__ import annotations

from collections.abc import Mapping

import vobject

from tat_carnet.documents.interface import Document, Tableau


def rendre(document: Document) -> bytes:
    """Les octets des cartes de l'unique tableau d'un document."""
    (tableau,) = (bloc for bloc in document.blocs if isinstance(bloc, Tableau))
    cartes = (_carte(dict(zip(tableau.entetes, ligne, strict=True))) for ligne in tableau.lignes)
    return "".join(cartes).encode("utf-8")


def _carte(fiche: Mapping[str, str]) -> str:
    carte = vobject.vCard()
    nom = fiche["Structure"]
    carte.add("n").value = vobject.vcard.Name(family=nom)
    carte.add("fn").value = nom
    carte.add("org").value = [nom]
    carte.add("x-kind").value = "org"
    carte.add("categories").value = [fiche["Nature"]]
    for propriete, titre in (("title", "Fonction"), ("email", "Courriel"), ("note", "Conditions")):
        if fiche[titre]:
            carte.add(propriete).value = fiche[titre]
    if fiche["Téléphone"]:
        ligne = carte.add("tel")
        ligne.value, ligne.type_param = fiche["Téléphone"], "WORK"
    if fiche["Adresse"]:
        ligne = carte.add("adr")
        ligne.value = vobject.vcard.Address(street=fiche["Adresse"].split("\n"))
        ligne.type_param = "WORK"
    texte: str = carte.serialize()
    return texte
