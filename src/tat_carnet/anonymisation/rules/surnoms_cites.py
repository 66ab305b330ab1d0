"""Les surnoms entre guillemets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import termes
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import AMBIGU, INCONNU, OUTIL, SUR, genre_de_mot

_CITE: Final = re.compile(r'"(?P<x>[^"\n]{2,30})"')
_ANNONCE: Final = re.compile(
    r"\b(?:surnommee?s?|sobriquet|alias|aka|blaze|blase|surnom|appelle(?:nt)?|appelee?"
    r"|connu sous le nom de)"
    r"(?: ?:| c'?est| est| tous| toujours| ici| entre eux| comme ca| le| la| les| l'| un certain"
    r"| par tous)* $"
)
_AVANT: Final = re.compile(r"(?:\bque|\bqu'|,|\bet|\bchez|\bavec|\bde|\bpar) ?$")
_ARTICULE: Final = re.compile(r"(?:le |la |les |l')[a-z]{3,}")
_ACTION: Final = re.compile(
    rf" (?:(?:m'|nous |s'est |est |etait )|(?:a|ont) (?:pas )?(?:{'|'.join(sorted(ctx.GESTES))})\b)"
)
"""« la machine » a repris la boxe : ce que fait quelqu'un, dit entre guillemets."""
_REGIME: Final = re.compile(r" (?:m'a|nous a|l'a|t'a|s'est|m'ont|nous ont) ")
_SUITE: Final = re.compile(r"\s*([a-z]+)")


def cites(note: Lecture) -> Iterator[Repere]:
    """Masqué si le texte l'annonce, en fait un sujet ou lui donne des capitales ; sinon montré."""
    for trouve in note.departs.occurrences(_CITE):
        contenu = trouve["x"].strip()
        if not contenu or len(contenu.split()) > 3 or contenu[-1] in ".!?,":
            continue
        debut = trouve.start("x") + trouve["x"].index(contenu)
        niveau = _niveau(note, trouve, contenu, debut)
        if niveau is not None:
            yield Repere(debut, debut + len(contenu), Categorie.surnom, niveau)


def _niveau(note: Lecture, trouve: re.Match[str], contenu: str, debut: int) -> Niveau | None:
    avant = note.plie[max(0, trouve.start() - 60) : trouve.start()]
    if _ANNONCE.search(avant) or _est_sujet(note.plie, trouve, contenu, avant):
        return Niveau.masquer
    if contenu.count(" ") > 1 or not note.brut[note.origines[debut]].isupper():
        return None
    if note.en_capitales:
        genre = genre_de_mot(contenu)
        usuel = contenu in termes("surnoms") or contenu in termes("surnoms_nus")
        return Niveau.verifier if usuel or genre in (SUR, AMBIGU, INCONNU) else None
    return Niveau.masquer if _est_propre(note, contenu, debut) else Niveau.verifier


def _est_propre(note: Lecture, contenu: str, debut: int) -> bool:
    """Chaque mot porte une capitale et aucun n'est du métier : « Coco », non « Aller vers »."""
    extraits = note.brut[note.origines[debut] :][: len(contenu)].split()
    genres = {genre_de_mot(mot) for mot in contenu.split()}
    if not all(mot[:1].isupper() for mot in extraits) or OUTIL in genres:
        return False
    return bool({SUR, AMBIGU} & genres) or not contenu.endswith(ctx.ABSTRAITS)


def _est_sujet(texte: str, trouve: re.Match[str], contenu: str, avant: str) -> bool:
    """« que « Coco » n'a pas rendu » : cité au milieu d'une phrase dont il est le sujet."""
    suite = _SUITE.match(texte, trouve.end())
    if " " in contenu and _REGIME.match(texte, trouve.end()):
        return True
    if _ARTICULE.fullmatch(contenu):
        return suite is not None and _ACTION.match(texte, trouve.end()) is not None
    court = contenu.isalpha() and contenu not in ctx.OUTILS
    return bool(court and _AVANT.search(avant) and suite and suite[1] in ctx.VERBES)
