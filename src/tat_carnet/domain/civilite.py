"""S'adresser à une fonction : l'appel d'une lettre et la formule qui le reprend.

Règles d'usage : l'appel nomme la fonction, au genre de qui l'occupe ; inconnu, il dit les deux. La
formule de politesse reprend l'appel ; « haute considération » va aux maires, aux préfets et aux
présidents de collectivité, « considération distinguée » aux autres (`domaine.md` §6).
"""

from __future__ import annotations

from enum import StrEnum, auto
from typing import Final


class Civilite(StrEnum):
    """Le genre de l'appel ; `inconnue` dit « Madame, Monsieur »."""

    inconnue = auto()
    madame = auto()
    monsieur = auto()


class TitreFonction(StrEnum):
    """Le titre de la fonction à qui l'on écrit."""

    aucun = auto()
    adjoint_maire = auto()
    coordonnateur = auto()
    delegue_prefet = auto()
    directeur = auto()
    directeur_academique = auto()
    directeur_general = auto()
    maire = auto()
    prefet = auto()
    president = auto()
    principal = auto()
    proviseur = auto()
    responsable = auto()


_FORMES: Final[dict[TitreFonction, tuple[str, str]]] = {
    TitreFonction.adjoint_maire: ("l’Adjointe au maire", "l’Adjoint au maire"),
    TitreFonction.coordonnateur: ("la Coordonnatrice", "le Coordonnateur"),
    TitreFonction.delegue_prefet: ("la Déléguée du préfet", "le Délégué du préfet"),
    TitreFonction.directeur: ("la Directrice", "le Directeur"),
    TitreFonction.directeur_academique: ("la Directrice académique", "le Directeur académique"),
    TitreFonction.directeur_general: ("la Directrice générale", "le Directeur général"),
    TitreFonction.maire: ("la Maire", "le Maire"),
    TitreFonction.prefet: ("la Préfète", "le Préfet"),
    TitreFonction.president: ("la Présidente", "le Président"),
    TitreFonction.principal: ("la Principale", "le Principal"),
    TitreFonction.proviseur: ("la Proviseure", "le Proviseur"),
    TitreFonction.responsable: ("la Responsable", "le Responsable"),
}
_HAUTE: Final = frozenset({TitreFonction.maire, TitreFonction.prefet, TitreFonction.president})


def nom_du_titre(titre: TitreFonction) -> str:
    """« Directrice, directeur » ; « Sans titre » pour `aucun`."""
    if titre is TitreFonction.aucun:
        return "Sans titre"
    feminin, masculin = (_sans_article(forme) for forme in _FORMES[titre])
    if feminin == masculin:
        return feminin
    return f"{feminin}, {masculin[:1].lower()}{masculin[1:]}"


def appel(titre: TitreFonction, civilite: Civilite) -> str:
    """« Madame la Maire » ; genre inconnu, « Madame la Maire, Monsieur le Maire »."""
    feminin, masculin = _FORMES.get(titre, ("", ""))
    madame = f"Madame {feminin}".strip()
    monsieur = f"Monsieur {masculin}".strip()
    if civilite is Civilite.madame:
        return madame
    if civilite is Civilite.monsieur:
        return monsieur
    return f"{madame}, {monsieur}"


def formule(titre: TitreFonction, civilite: Civilite) -> str:
    """La phrase qui finit la lettre ; elle reprend l'appel, mot pour mot."""
    egard = "haute considération" if titre in _HAUTE else "considération distinguée"
    return f"Nous vous prions d’agréer, {appel(titre, civilite)}, l’expression de notre {egard}."


def _sans_article(forme: str) -> str:
    return forme.removeprefix("l’").removeprefix("la ").removeprefix("le ")
