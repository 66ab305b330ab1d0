"""Lire les alentours d'un repère : où finit son nom, l'article qu'il emporte, ce qui le suit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tat_carnet.anonymisation.recritures.capitales import est_soignee
from tat_carnet.anonymisation.recritures.contexte import Contexte
from tat_carnet.anonymisation.recritures.effacements import PERSONNES, SOUDURES
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.domain.vocabulaire import Profil

_VOISINAGE: Final = 120
"""Signes regardés de part et d'autre d'un repère."""
_ELISION: Final = re.compile(r"(?i:[ ,]+(?:[cdjlmnst]|qu)$)")
"""« Lavandin n’est pas » : la liste, aux lettres doublées près, prend le « n » avec le nom."""
_LIEN_FINAL: Final = re.compile(
    r"(?i: (?:[dàa]e? la|[dàa]e? l['’]?|de|d['’]une?|d['’]?|du|des|à|a|aux?))$"
)
"""La préposition qui finit un lien de famille et introduit un nom : « la mère de »."""

_FINIT_PAR: Final = {
    Categorie.lien_familial: _LIEN_FINAL,
    Categorie.role_unique: _LIEN_FINAL,
    Categorie.petit_lieu: re.compile(r"(?i: (?:du|de la|de l['’]?|des|de|d['’]))$"),
}
"""« préau du » suivi de « collège X » : la préposition est à ce qui suit."""
_LIEN_DE_QUELQU_UN: Final = re.compile(
    r"(?i: (?:d['’]une?|du|de l['’ae ]+|des) ?"
    r"(?:jeunes?|gamine?s?|ados?|enfants?|mineure?s?|gar[çc]ons?|filles?|petite?s?|[ée]l[èe]ves?))$"
)
"""« mère d'un jeune » : ce qui suit le lien ne désigne personne, et reste."""
_EN_TETE: Final = re.compile(
    r"(?i:(?:aux?|[àa] la|[àa] l['’ ]|du|de la|de l['’ ]|des|le|la|les|l['’ ]|[àa]|vers)[ ]*"
    r"(?<=[ '’]))"
)
"""L'article ou la préposition qui ouvre un repère de lieu, d'heure, de date ou de rôle."""

_FUSION: Final = re.compile(r"(?i:(?:aux?|du|des) +)")
"""La préposition qui ouvre un lien de famille : « au grand frère », « aux cousins »."""
_SANS_TETE: Final = frozenset(
    {
        Categorie.batiment,
        Categorie.etage_porte,
        Categorie.etablissement,
        Categorie.petit_lieu,
        Categorie.adresse,
        Categorie.role_unique,
        Categorie.date,
        Categorie.heure,
    }
)
"""Catégories dont le repère emporte parfois l'article ou la préposition."""
_DE_LISTE: Final = (
    (
        Categorie.adresse,
        re.compile(r"(?:la |une )?(?:rue|avenue|all[ée]e|impasse|chemin|boulevard)\b"),
    ),
    (
        Categorie.batiment,
        re.compile(
            r"(?:l[ea] |l['’]|une? )?(?:b[âa]t(?:iment)?|hall|tour|escalier|entr[ée]e|cage|bloc"
            r"|r[ée]sidence)\b"
        ),
    ),
    (
        Categorie.plaque,
        re.compile(
            r"(?:[a-z]{2}[ ._-]?\d{3}[ ._-]?[a-z]{2}|\d{2,4}[ ._-]?[a-z]{2,3}[ ._-]?\d{2})$"
        ),
    ),
    (Categorie.telephone, re.compile(r"\+?\d[\d .()/-]{8,}$")),
    (Categorie.courriel, re.compile(r"[^\s@]+@[^\s@]+[.]\w+$")),
    (Categorie.compte, re.compile(r"@\w")),
)
"""Ce que la liste de masquage tient aussi : « l'escalier du A », une plaque masquée avant."""


def lire_alentours(
    texte: str, reperes_bruts: Sequence[Repere], profil: Profil
) -> Iterator[Contexte]:
    """Le contexte de chaque repère, dans l'ordre ; `reperes_bruts` triés et disjoints."""
    reperes = [_tel_qu_il_est(texte, repere) for repere in reperes_bruts]
    lu, voisin = 0, None
    soignee = est_soignee(texte)
    for rang, repere in enumerate(reperes):
        gauche, fin = max(repere.debut - _VOISINAGE, lu), repere.fin
        if motif := _FINIT_PAR.get(repere.categorie):
            dit = texte[repere.debut : fin]
            lien = motif.search(dit) or _LIEN_DE_QUELQU_UN.search(dit)
            fin -= len(lien[0]) if lien else 0
        if texte[fin : fin + 1] in ("'", "’") and (elision := _ELISION.search(texte[:fin][-8:])):
            fin = max(repere.debut + 1, fin - len(elision[0]))
        saute = _tete(texte, repere, fin)
        suivant = reperes[rang + 1] if rang + 1 < len(reperes) else None
        dernier = _fin_du_nom(texte, reperes, rang)
        suite = reperes[dernier + 1 : dernier + 3]
        dits = [r.categorie for r in suite if r.categorie is not Categorie.origine_religion]
        annonce = reperes[dernier].fin
        yield Contexte(
            repere,
            texte[repere.debut + saute : fin],
            texte[gauche : repere.debut + saute],
            texte[fin : fin + _VOISINAGE],
            profil,
            saute,
            (suivant.debut if suivant else len(texte)) - fin,
            voisin if gauche == lu else None,
            dits[0] if dits else None,
            texte[annonce : annonce + _VOISINAGE],
            soignee,
            texte[max(0, repere.debut - _VOISINAGE) : repere.debut],
        )
        if repere.niveau is Niveau.masquer:
            voisin = repere.categorie
            lu = fin  # un doute reste écrit : on peut lire au-delà, jamais l'absorber


def _fin_du_nom(texte: str, reperes: Sequence[Repere], rang: int) -> int:
    """Le rang du dernier morceau d'un nom coupé : « P » et « tit Louis »."""
    while rang + 1 < len(reperes) and reperes[rang + 1].categorie in PERSONNES:
        if texte[reperes[rang].fin : reperes[rang + 1].debut] not in SOUDURES:
            break
        rang += 1
    return rang


def _tete(texte: str, repere: Repere, fin: int) -> int:
    """Longueur de l'article ou de la préposition que le repère emporte et qu'il faut accorder."""
    if repere.categorie is Categorie.lien_familial:
        tete = _FUSION.match(texte, repere.debut, fin)
    elif repere.categorie in _SANS_TETE:
        tete = _EN_TETE.match(texte, repere.debut, fin)
    else:
        return 0
    return tete.end() - repere.debut if tete else 0


def _tel_qu_il_est(texte: str, repere: Repere) -> Repere:
    """Un lieu, une plaque de la liste de masquage se récrivent comme tels, non en quelqu'un."""
    if repere.categorie is not Categorie.liste:
        return repere
    dit = texte[repere.debut : repere.fin].lower()
    lieux_dits = (categorie for categorie, motif in _DE_LISTE if motif.match(dit))
    return repere._replace(categorie=next(lieux_dits, repere.categorie))
