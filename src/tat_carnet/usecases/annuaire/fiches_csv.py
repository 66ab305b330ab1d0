"""Une feuille de calcul : une fiche par ligne, une colonne par champ, en français.

Le séparateur (« ; », « , » ou tabulation), l'accentuation (UTF-8 ou Windows) et l'ordre des
colonnes sont devinés ; les titres de colonnes se comprennent sans accent ni casse.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Final, TypeVar

from tat_carnet.documents.rendering.csv_ import sans_garde
from tat_carnet.domain.civilite import Civilite, TitreFonction, nom_du_titre
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.domain.recherche import fold
from tat_carnet.domain.vocabulaire import Famille, Public, TypePartenaire
from tat_carnet.usecases.annuaire.lues import Lue

C = TypeVar("C", bound=StrEnum)

COLONNES: Final[dict[str, str]] = {
    "nom": "Structure",
    "type": "Nature",
    "fonction": "Fonction",
    "titre": "Titre",
    "civilite": "Civilité",
    "adresse": "Adresse",
    "telephone": "Téléphone",
    "courriel": "Courriel",
    "competences": "Compétences",
    "publics": "Publics",
    "territoire": "Territoire",
    "conditions": "Conditions",
    "horaires": "Horaires",
    "attentes": "Attentes",
    "limites": "Limites",
    "verifie_le": "Vérifié le",
}
_AUTREMENT: Final = {
    "nom": ("nom", "organisme", "organisation", "partenaire"),
    "type": ("type", "categorie"),
    "fonction": ("poste", "service"),
    "telephone": ("tel", "telephone fixe", "numero"),
    "courriel": ("mail", "email", "e-mail", "adresse electronique"),
    "territoire": ("secteur", "secteurs", "quartier", "quartiers"),
    "verifie_le": ("verifie", "mis a jour le", "date de verification"),
}
_PERSONNELLES: Final = (
    "prenom", "nom de famille", "contact", "interlocuteur", "portable", "mobile"
)  # fmt: skip
_CIVILITES: Final = {"mme": Civilite.madame, "madame": Civilite.madame, "m": Civilite.monsieur,
                     "m.": Civilite.monsieur, "monsieur": Civilite.monsieur}  # fmt: skip
_DATES: Final = ("%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y")


def lire(octets: bytes) -> list[Lue]:
    """Les fiches d'un CSV ; `ErreurConnue` s'il n'a pas de colonne « Structure »."""
    texte = _decoder(octets)
    try:
        dialecte: type[csv.Dialect] | str = csv.Sniffer().sniff(texte[:8192], delimiters=";,\t")
    except csv.Error:
        dialecte = "excel"
    try:
        lignes = list(csv.reader(io.StringIO(texte), dialecte))
    except csv.Error:
        raise ErreurConnue("Ce fichier n’est pas un tableau lisible. Rien n’a changé.") from None
    titres = [fold(titre).strip() for titre in lignes[0]] if lignes else []
    places = _places(titres)
    if "nom" not in places:
        raise ErreurConnue(
            "Ce tableau n’a pas de colonne « Structure ». Rien n’a changé : la première ligne doit "
            "donner les titres des colonnes."
        )
    personnelles = [rang for rang, titre in enumerate(titres) if titre in _PERSONNELLES]
    return [
        _lue(rang, ligne, places, personnelles)
        for rang, ligne in enumerate(lignes[1:], 2)
        if any(case.strip() for case in ligne)
    ]


def _decoder(octets: bytes) -> str:
    for encodage in ("utf-8-sig", "cp1252"):
        try:
            return octets.decode(encodage)
        except UnicodeDecodeError:
            continue
    raise ErreurConnue("Ce fichier n’est pas un tableau lisible. Rien n’a changé.")


def _places(titres: Sequence[str]) -> dict[str, int]:
    """Champ → colonne."""
    places = {}
    for nom, titre in COLONNES.items():
        for candidat in (fold(titre), nom.replace("_", " "), *_AUTREMENT.get(nom, ())):
            if candidat in titres:
                places[nom] = titres.index(candidat)
                break
    return places


def _lue(
    rang: int, ligne: Sequence[str], places: Mapping[str, int], personnelles: Sequence[int]
) -> Lue:
    cases = {
        nom: sans_garde(ligne[place].strip()) if place < len(ligne) else ""
        for nom, place in places.items()
    }
    if any(place < len(ligne) and ligne[place].strip() for place in personnelles):
        return _personnelle(rang, cases)
    try:
        return Lue(rang, _partenaire(cases))
    except ErreurConnue as refus:
        return Lue(rang, None, refus.phrase)


def _personnelle(rang: int, cases: Mapping[str, str]) -> Lue:
    """Une ligne qui nomme quelqu'un : sa fonction seule pourra entrer."""
    if not cases.get("fonction"):
        return Lue(rang, None, "Cette ligne est celle d’une personne, sans fonction : elle n’entre "
                               "pas.")  # fmt: skip
    try:
        return Lue(rang, _partenaire({**cases, "telephone": "", "courriel": ""}), personne=True)
    except ErreurConnue as refus:
        return Lue(rang, None, refus.phrase)


def _partenaire(cases: Mapping[str, str]) -> Partenaire:
    return Partenaire(
        nom=cases["nom"],
        type=_code(cases.get("type", ""), TypePartenaire, "nature"),
        fonction=cases.get("fonction", ""),
        titre=_titre(cases.get("titre", "")),
        civilite=_CIVILITES.get(fold(cases.get("civilite", "")), Civilite.inconnue),
        adresse=cases.get("adresse", "").replace(" / ", "\n"),
        telephone=cases.get("telephone", ""),
        courriel=cases.get("courriel", ""),
        competences=_codes(cases.get("competences", ""), Famille, "compétence"),
        publics=_codes(cases.get("publics", ""), Public, "public"),
        territoire=cases.get("territoire", ""),
        conditions=cases.get("conditions", ""),
        horaires=cases.get("horaires", ""),
        attentes=cases.get("attentes", ""),
        limites=cases.get("limites", ""),
        verifie_le=_jour(cases.get("verifie_le", "")),
    )


def _code(texte: str, codes: type[C], quoi: str) -> C:
    code: C | None = _formes(codes).get(fold(texte).strip())
    if code is not None:
        return code
    raise ErreurConnue(f"« {texte} » n’est pas une {quoi} connue : la ligne n’entre pas.")


@cache
def _formes(codes: type[C]) -> dict[str, C]:
    """Chaque façon d'écrire un code → ce code."""
    formes: dict[str, C] = {}
    for code in codes:
        for forme in (fold(libelle(code)), code.value, code.value.replace("_", " ")):
            formes[forme] = code
    return formes


def _codes(texte: str, codes: type[C], quoi: str) -> tuple[C, ...]:
    morceaux = (morceau.strip() for morceau in texte.replace("|", ",").split(","))
    return tuple(dict.fromkeys(_code(morceau, codes, quoi) for morceau in morceaux if morceau))


def _titre(texte: str) -> TitreFonction:
    return _titres().get(fold(texte).strip(), TitreFonction.aucun)


@cache
def _titres() -> dict[str, TitreFonction]:
    """Chaque façon d'écrire un titre → ce titre."""
    return {
        fold(forme): titre
        for titre in TitreFonction
        for forme in (nom_du_titre(titre), *nom_du_titre(titre).split(", "), titre.value)
    }


def _jour(texte: str) -> date | None:
    for forme in _DATES:
        try:
            return datetime.strptime(texte, forme).date()
        except ValueError:
            continue
    return None
