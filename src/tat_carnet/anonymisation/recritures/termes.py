"""Coordonnées, appartenances, ce qui se tait et ce qui se retire."""

from __future__ import annotations

import re
from typing import Final

from tat_carnet.anonymisation.recritures.accords import (
    ETRE,
    INCISE,
    Contexte,
    Remplacement,
    determine,
)
from tat_carnet.anonymisation.reperes import Categorie

OMIS: Final = "(…)"
"""Ce qu'on laisse d'une valeur que le mot d'avant nomme déjà : « tél. (…) »."""

_FIXES: Final = {
    Categorie.telephone: "un numéro de téléphone",
    Categorie.courriel: "une adresse électronique",
    Categorie.compte: "un compte de réseau social",
    Categorie.nir: "un numéro de sécurité sociale",
    Categorie.iban: "un numéro de compte bancaire",
    Categorie.plaque: "une immatriculation",
}
_ETIQUETTE: Final = re.compile(
    r"(?i:(?<!\w)(?:t[ée]l(?:[ée]phone)?|num(?:[ée]ro)?|n[°o]|portable|port|fixe|mail|courriel"
    r"|e-?mail|insta(?:gram)?|snap(?:chat)?|tik ?tok|facebook|fb|telegram|discord|compte|pseudo"
    r"|iban|rib|s[ée]cu|nir|plaque|immat(?:ricul(?:[ée]e?s?|ation))?|assur[ée]|vitale|adresse)"
    r"[ ]*(?:est |c['’]est |= ?|: ?|\. ?|; ?|→ ?|, ?)?(?:le |la )?)$"
)
_AU: Final = re.compile(r"(?i:(?<!\w)(?:au|par le)[ ]+)$")
_PARENTHESE: Final = re.compile(r"\([ ]*$")
_PARLE: Final = re.compile(r"(?i:(?<!\w)(?:parl\w+|comprend|lit|[ée]crit)[ ]+(?:le |l['’])?)$")
_PORTE: Final = re.compile(r"(?i:(?<!\w)(?:un|une|le|la|l['’]|ce|cet|cette)[ ]?)$")
_LES: Final = re.compile(r"(?i:(?<!\w)(?:les|des|ces)[ ])$")
_PLUSIEURS: Final = re.compile(r"(?i:(?<!\w)(?:deux|trois|quatre|cinq|six|\d+|plusieurs)[ ])$")
_NE_FERME_RIEN: Final = re.compile(r",(?=[ ]*(?:[.;]|$))")
_NOMBRE: Final = re.compile(r"(?i:^(?:deux|trois|quatre|cinq|six|\d+)(?= ))")


def recrire_fixe(contexte: Contexte) -> Remplacement:
    """Ce que c'était, sans sa valeur ; rien que « (…) » si le mot d'avant l'a déjà dit."""
    traine = contexte.apres(re.compile(r"_+(?!\w)"))
    fin = len(traine[0]) if traine and contexte.repere.categorie is Categorie.compte else 0
    if etiquette := contexte.avant(_ETIQUETTE):
        garde = re.sub(r"(?:\ble |\bla )$", "", etiquette[0])
        return Remplacement(OMIS, avant=len(etiquette[0]) - len(garde), apres=fin)
    if contexte.repere.categorie is Categorie.telephone and (au := contexte.avant(_AU)):
        return Remplacement("par téléphone", avant=len(au[0]))
    groupe = _FIXES[contexte.repere.categorie]
    if contexte.avant(_PARENTHESE):
        return Remplacement(groupe.partition(" ")[2])
    return determine(contexte, groupe)


_TENUE: Final = re.compile(
    r"(?:le|un|une|son|sa|la) (?:voile|foulard|hijab|jilbab|niqab|qamis|kippa|abaya|djellaba)\b"
)
"""« elle porte le voile » : le verbe reste, il lui faut son complément."""
_JEUNE: Final = re.compile(
    r"(?:(?:le|son|bien le) )?(?:ramadan|careme|shabbat|chabbat)\b|(?:la|sa|ses) prieres?\b"
)


def recrire_nourrice(contexte: Contexte) -> Remplacement:
    """Rien n'en sort."""
    return determine(contexte, OMIS)


def recrire_appartenance(contexte: Contexte) -> Remplacement:
    """Une origine ou une religion s'efface ; le nom qui la porte devient « une personne »."""
    if nombre := _NOMBRE.match(contexte.extrait):
        return Remplacement(f"{nombre[0]} personnes")
    if _TENUE.match(contexte.plie):
        return Remplacement("une tenue qu’on ne précise pas")
    if _JEUNE.match(contexte.plie):
        return Remplacement("une démarche personnelle")
    if contexte.plie == "la messe":
        return determine(contexte, "un rendez-vous personnel")
    if contexte.avant(_PORTE):
        return determine(contexte, "une personne")
    if contexte.avant(_PLUSIEURS):
        return Remplacement("personnes")
    if pluriel := contexte.avant(_LES):
        return Remplacement("des personnes", avant=len(pluriel[0]))
    if parle := contexte.avant(_PARLE):
        return Remplacement(f"{parle[0].split()[0]} une autre langue", avant=len(parle[0]))
    if contexte.avant(ETRE):
        return Remplacement("d’une origine qu’on ne précise pas")
    return _retirer(contexte)


def recrire_appreciation(contexte: Contexte) -> Remplacement:
    """Un jugement se retire."""
    return _retirer(contexte)


def _retirer(contexte: Contexte) -> Remplacement:
    """Efface l'extrait, son espace, et la virgule qui ne séparerait plus rien."""
    incise = re.search(r",[ ]*$", contexte.gauche)
    if incise and contexte.droite[:1] in (",", ".", ";", ""):
        ferme = contexte.apres(INCISE) or contexte.apres(_NE_FERME_RIEN)
        return Remplacement("", avant=len(incise[0]), apres=len(ferme[0]) if ferme else 0)
    espaces = len(contexte.gauche) - len(contexte.gauche.rstrip(" "))
    if not contexte.gauche.rstrip(" ") or contexte.gauche.rstrip(" ")[-1] in ".(«!?":
        suite = re.match(r"[ ]*,?[ ]*", contexte.droite)
        return Remplacement("", apres=len(suite[0]) if suite else 0)
    return Remplacement("", avant=espaces)
