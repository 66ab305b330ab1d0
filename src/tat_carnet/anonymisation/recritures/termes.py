"""Coordonnées, liens, rôles, appartenances, et le lexique que la démarche reformule."""

from __future__ import annotations

import re
from typing import Final

from tat_carnet.anonymisation.recritures.accords import Contexte, Remplacement, determine
from tat_carnet.anonymisation.reperes import Categorie

OMIS: Final = "(…)"
_FIXES: Final = {
    Categorie.telephone: "un numéro de téléphone",
    Categorie.courriel: "une adresse électronique",
    Categorie.compte: "un compte de réseau social",
    Categorie.nir: "un numéro de sécurité sociale",
    Categorie.iban: "un numéro de compte bancaire",
    Categorie.plaque: "une immatriculation",
    Categorie.role_unique: "une personne du quartier",
}
_LEXIQUE: Final = (
    (
        r"deale|trafiq",
        "une personne impliquée",
        "des personnes impliquées",
        " dans la revente",
    ),
    (r"tox|drogue", "une personne usagère", "des personnes usagères", " de drogues"),
    (r"delinquant", "un jeune exposé", "des jeunes exposés", ""),
    (r"guett|chouf", "un jeune", "des jeunes", " en position de guet"),
    (r"deal", "un lieu", "des lieux", " de revente"),
    (r"squat", "une occupation", "des occupations", ""),
    (r"famille", "une famille exposée", "des familles exposées", ""),
    (r"zone", "le quartier", "les quartiers", ""),
    (r"les jeunes", "des jeunes de 13-15 ans", "des jeunes de 13-15 ans", ""),
)
_PARENTS: Final = re.compile(r"mere|pere|maman|papa|daronne?|parent|mamie|papi")
_FRATRIE: Final = re.compile(r"frere|frangin|soeur|fratrie|jum|cadet|aine|reuf|reum|reus")
_POSSESSIF: Final = re.compile(r"^(?:s(?:on|a|es)|leur)\b")


def recrire_fixe(contexte: Contexte) -> Remplacement:
    """Ce que c'était, sans sa valeur."""
    return determine(contexte, _FIXES[contexte.repere.categorie])


def recrire_nourrice(contexte: Contexte) -> Remplacement:
    """Rien n'en sort."""
    return determine(contexte, OMIS)


def recrire_lien(contexte: Contexte) -> Remplacement:
    """« sa mère » : « un de ses parents » ; « la mère » : « un parent »."""
    sien = _POSSESSIF.match(contexte.plie) is not None
    if _PARENTS.search(contexte.plie):
        groupe = "un de ses parents" if sien else "un parent"
    elif _FRATRIE.search(contexte.plie):
        groupe = "un membre de sa fratrie" if sien else "un membre de la fratrie"
    else:
        groupe = "un proche"
    return determine(contexte, groupe)


def recrire_appartenance(contexte: Contexte) -> Remplacement:
    """Une origine ou une religion s'efface ; le nom qui la porte devient « une personne »."""
    porte = re.search(r"(?i:(?<!\w)(?:un|une|le|la|l['’]|ce|cette)[ ]?)$", contexte.gauche)
    if porte:
        return determine(contexte, "une personne")
    pluriel = re.search(r"(?i:(?<!\w)(?:les|des|ces)[ ])$", contexte.gauche)
    if pluriel:
        return Remplacement("des personnes", avant=len(pluriel[0]))
    espaces = len(contexte.gauche) - len(contexte.gauche.rstrip(" "))
    return Remplacement("", avant=espaces)


def recrire_lexique(contexte: Contexte) -> Remplacement:
    """Le mot de la démarche, au nombre de celui qu'il remplace."""
    pluriel = contexte.plie.endswith(("s", "x")) and not contexte.plie.startswith("squat")
    for motif, un, plusieurs, suite in _LEXIQUE:
        if re.search(motif, contexte.plie):
            return determine(contexte, (plusieurs if pluriel else un) + suite)
    return Remplacement(contexte.extrait)


def recrire_appreciation(contexte: Contexte) -> Remplacement:
    """Un jugement se retire."""
    espaces = len(contexte.gauche) - len(contexte.gauche.rstrip(" "))
    return Remplacement("", avant=espaces)
