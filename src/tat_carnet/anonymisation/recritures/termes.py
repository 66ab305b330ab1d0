"""Coordonnées, appartenances, ce qui se tait et ce qui se retire."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tat_carnet.anonymisation.recritures.contexte import ETRE, INCISE, Contexte, Remplacement
from tat_carnet.anonymisation.recritures.prepositions import determine
from tat_carnet.anonymisation.reperes import Categorie

OMIS: Final = "(…)"
"""Ce qu'on laisse d'une valeur que le mot d'avant nomme déjà : « tél. (…) »."""

FIXES: Final = {
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
    r"|pseudo|compte (?:qui s['’]appelle|nomm[ée])"
    r"|iban|rib|s[ée]cu|nir|plaque|immat(?:ricul(?:[ée]e?s?|ation))?|assur[ée]|vitale|adresse)"
    r"[ ]*(?:est |c['’]est |= ?|: ?|\. ?|; ?|→ ?|, ?)?(?:le |la )?)$"
)
_TRAINE: Final = re.compile(r"[_-]+(?!\w)")
"""Ce que la valeur a laissé derrière elle : « AB-000-CD- », « @zou_ »."""
_AU: Final = re.compile(r"(?i:(?<!\w)(?:au|par le)[ ]+)$")
_PARENTHESE: Final = re.compile(r"\([ ]*$")
_PARLE: Final = re.compile(
    r"(?i:(?<!\w)(?P<parle>(?:parl\w+|comprend|lit|[ée]crit)"
    r"(?:[ ](?:mieux|bien|mal|surtout|seulement|que|un peu|encore))?)[ ]+(?:le |l['’])?)$"
)
_VERBE: Final = re.compile(r"(?i:est|[ée]crit [àa]) ")
_APPEL_DIT: Final = re.compile(
    r"(?i:(?<!\w)(?:t[ée]l[ée]phon|coup de fil)[^.!?\n]{0,60}?(?P<au>,?[ ]+au[ ]+)$)"
)
"""« Téléphoné au 06… » : « téléphoné » dit déjà comment."""
_NUMERO_DIT: Final = re.compile(r"(?i:(?<!\w)num[ée]ro\b[^.!?\n]{0,60}[ ]?: ?)$")
_COLLE_A_UN_VEHICULE: Final = re.compile(
    r"(?i:(?<!\w)(?:v[ée]hicules?|voiture|auto|caisse|scooter|moto|mobylette|quad|camions?"
    r"|camionnette|fourgon(?:nette)?|utilitaire|taxi|bus|[ée]pave|ventouse|break|berline|clio"
    r"|twingo|m[ée]gane|golf|polo|kangoo|express|c[1-5]|[1-5]0[1-8]|bmw|mercedes|audi"
    r"|gris(?:e)?|blanc(?:he)?|noire?|bleue?|rouge|verte?|jaune|fonc[ée]e?|claire?) )$"
)
"""« la camionnette AB-000-CD », « une C3 blanche AB-000-CD »."""
_DERRIERE_UNE_VIRGULE: Final = re.compile(r", $")
_TOUS_DEUX: Final = re.compile(r"[ ](?:tous|toutes) les (?:deux|trois)\b")
_VENU: Final = re.compile(
    r"(?i:(?<!\w)(?:arriv|d[ée]barqu|originaire|ven[ua]|vien[tn]|rentr|revien|parti|sort)\w*"
    r"(?: \w+)? (?P<de>d[eu] |d['’]|de la |de l['’]|des ))$"
)
"""« arrivé de Mayotte », « il vient d'Algérie » : « d’ailleurs »."""
_EN_LANGUE: Final = re.compile(r"(?i:(?<!\w)en )$")
_MAIS: Final = re.compile(r"(?i:(?<!\w)mais )$")
_PORTE: Final = re.compile(r"(?i:(?<!\w)(?:une?|l[ea]|l['’]|cet?|cette|du|au)[ ]?)$")
_LES: Final = re.compile(r"(?i:(?<!\w)(?:les|des|ces)[ ])$")
_PLUSIEURS: Final = re.compile(r"(?i:(?<!\w)(?:deux|trois|quatre|cinq|six|\d+|plusieurs)[ ])$")
_NE_FERME_RIEN: Final = re.compile(r",(?=[ ]*(?:[.;]|$))")
_NOMBRE: Final = re.compile(r"(?i:^(?:deux|trois|quatre|cinq|six|\d+)(?= ))")


def recrire_fixe(contexte: Contexte) -> Remplacement:
    """Ce que c'était, sans sa valeur ; rien que « (…) » si le mot d'avant l'a déjà dit."""
    traine = contexte.apres(_TRAINE)
    dit = _fixe(contexte)
    dit = replace(dit, apres=dit.apres + (len(traine[0]) if traine else 0))
    if contexte.extrait.startswith("("):  # « (+33 6… » : la parenthèse n'est pas du numéro
        return replace(dit, texte=f"({FIXES[contexte.repere.categorie].partition(' ')[2]}")
    if verbe := _VERBE.match(contexte.extrait):  # « c'est lina point b… », « m'écrit à lina… »
        return replace(dit, texte=f"{verbe[0]}{dit.texte}")
    finit = contexte.extrait.endswith((".", ",")) and not dit.texte.endswith(".")
    return replace(dit, texte=f"{dit.texte}{contexte.extrait[-1]}") if finit else dit


def _fixe(contexte: Contexte) -> Remplacement:
    if etiquette := contexte.avant(_ETIQUETTE):
        garde = re.sub(r"(?:\ble |\bla )$", "", etiquette[0])
        return Remplacement(OMIS, avant=len(etiquette[0]) - len(garde))
    if contexte.repere.categorie is Categorie.plaque and (plaque := _plaque(contexte)):
        return plaque
    if contexte.repere.categorie is Categorie.telephone and contexte.avant(_NUMERO_DIT):
        return Remplacement(OMIS)
    if contexte.repere.categorie is Categorie.telephone and (appel := contexte.avant(_APPEL_DIT)):
        return Remplacement("", avant=len(appel["au"]))
    if contexte.repere.categorie is Categorie.telephone and (au := contexte.avant(_AU)):
        return Remplacement("par téléphone", avant=len(au[0]))
    groupe = FIXES[contexte.repere.categorie]
    if contexte.avant(_PARENTHESE):
        return Remplacement(groupe.partition(" ")[2])
    return determine(contexte, groupe)


def _plaque(contexte: Contexte) -> Remplacement | None:
    """Collée au véhicule, une plaque s'efface ; derrière une virgule, on dit qu'elle fut notée."""
    if contexte.avant(_DERRIERE_UNE_VIRGULE):
        return Remplacement("immatriculation notée")
    return Remplacement("", avant=1) if contexte.avant(_COLLE_A_UN_VEHICULE) else None


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
    if parle := contexte.avant(_PARLE):
        return Remplacement(f"{parle['parle']} une autre langue", avant=len(parle[0]))
    if venu := contexte.avant(_VENU):
        return Remplacement("d’ailleurs", avant=len(venu["de"]))
    if contexte.avant(_PORTE):
        return determine(contexte, "une personne")
    if contexte.avant(_PLUSIEURS):
        return Remplacement("personnes")
    if contexte.plie.startswith("gens ") and (gens := contexte.avant(_LES)):
        return Remplacement("des gens", avant=len(gens[0]))
    if pluriel := contexte.avant(_LES):
        return Remplacement("des personnes", avant=len(pluriel[0]))
    if contexte.extrait.islower() and (langue := contexte.avant(_EN_LANGUE)):
        return Remplacement("dans une autre langue", avant=len(langue[0]))
    if contexte.avant(_MAIS):
        return Remplacement("d’une autre origine")
    if contexte.avant(ETRE):
        return Remplacement("d’une origine qu’on ne précise pas")
    return _retirer(contexte)


def recrire_appreciation(contexte: Contexte) -> Remplacement:
    """Un jugement se retire."""
    return _retirer(contexte)


def _retirer(contexte: Contexte) -> Remplacement:
    """Efface l'extrait, son espace, et la virgule qui ne séparerait plus rien."""
    incise = re.search(r",[ ]*$", contexte.gauche)
    if incise and (tous := contexte.apres(_TOUS_DEUX)):
        ferme = INCISE.match(contexte.droite, len(tous[0]))
        fin = len(tous[0]) + (len(ferme[0]) if ferme else 0)
        return Remplacement("", avant=len(incise[0]), apres=fin)
    if incise and contexte.droite[:1] in (",", ".", ";", ""):
        ferme = contexte.apres(INCISE) or _NE_FERME_RIEN.match(contexte.droite)
        return Remplacement("", avant=len(incise[0]), apres=len(ferme[0]) if ferme else 0)
    espaces = len(contexte.gauche) - len(contexte.gauche.rstrip(" "))
    if not contexte.gauche.rstrip(" ") or contexte.gauche.rstrip(" ")[-1] in ".(«!?":
        suite = re.match(r"[ ]*,?[ ]*", contexte.droite)
        return Remplacement("", apres=len(suite[0]) if suite else 0)
    return Remplacement("", avant=espaces)
