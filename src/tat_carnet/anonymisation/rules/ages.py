"""Âges exacts, en chiffres, en lettres ou abrégés ; une tranche ou une durée n'en est pas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.nombres import EN_LETTRES
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere

_NOMBRE: Final = rf"(?:1?\d{{1,2}}|{EN_LETTRES})"
_AGE: Final = re.compile(
    rf"(?<![\w/,.-])(?<!\d[ -])(?P<nombre>{_NOMBRE}) ?(?:ans?\b(?: et demie?)?|piges\b|balais\b|printemps\b)"
    r"|(?<![\w/,.-])\d{1,2} ?a(?:½|1?⁄?2?)?(?![\w'-]| [a-z])"
    r"|(?<![\w/,.-])\d{1,2} ?(?:mois|semaines)(?= [,.;)]|[,.;)]|$)"
)
_DUREE_AVANT: Final = re.compile(
    r"(?:\b(?:depuis|pendant|il y a|y a|ya|dans|apres|en|tous les|toutes les|durant|d'ici|plus d[e']"
    r"|moins d[e']|pour|fait|bientot|presque|les|premiers?|dernie?r?e?s?|prochains?|au bout de|prend"
    r"|pris|ferme|condamnee? a|bail de|cdd de|peine de|retard de|attente de|silence de|en moyenne|des"
    r"|ces|quelques|entre \d\d? et|de \d\d? a|sur|metier de|mandat de|contrat de)|\d ?(?:-|a|et|ou|/))"
    r" ?(?:environ |plus de |presque |a peu pres |(?:maintenant|bientot) )?(?:les )?$"
)
_DUREE_APRES: Final = re.compile(
    r" ?(?:qu[e']|de (?:silence|prison|ferme|sursis|galere|retard|travail|boite|metier|service|mariage"
    r"|presence|quartier|suivi|bail|loyers?|vie|maison|pratique|experience|terrain|relation|procedure"
    r"|detention|formation|stage|suspension|fidelite|bons|attente)|dans le |dans la |dans l'|au |plus tard"
    r"|d'anciennete|d'attente|d'experience|ferme|apres|avant|sans|a la |que |au m|minimum|max"
    r"|et plus|et moins|durant|ensemble|ici\b)"
)
_SEUL: Final = re.compile(
    r"\b(?:age(?:e|s)? de|vient d'avoir|a tout juste|a peine|il a|elle a|ils ont|fete ses) "
    r"(?P<x>1[0-9]|2[0-5]|[5-9])(?=\s*[,.;!)]|$)"
)


def reperer(note: Note) -> Iterator[Repere]:
    """Les âges dits, sauf ceux que l'entourage désigne comme une durée ou une tranche."""
    texte = note.plie
    for trouve in _AGE.finditer(texte):
        if not _est_une_duree(texte, trouve.start(), trouve.end()):
            yield Repere(trouve.start(), trouve.end(), Categorie.age, Niveau.masquer)
    for trouve in _SEUL.finditer(texte):
        yield Repere(trouve.start("x"), trouve.end("x"), Categorie.age, Niveau.masquer)


def _est_une_duree(texte: str, debut: int, fin: int) -> bool:
    avant = texte[max(0, debut - 24) : debut]
    if _DUREE_APRES.match(texte, fin):
        return True
    return bool(_DUREE_AVANT.search(avant))
