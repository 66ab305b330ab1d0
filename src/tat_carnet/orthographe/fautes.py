"""Les mots d'un texte que le dictionnaire ne connaît pas."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from tat_carnet.orthographe.correcteur import Correcteur

_MOT: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ELISION: Final = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'", re.IGNORECASE)
_COLLE: Final = re.compile(r"[\w@#.]")
_DEBUT_DE_PHRASE: Final = re.compile(r"(?:^|[.!?…:\n]\s*|[«\"(–-]\s*)$")


class Faute(NamedTuple):
    """`texte[debut:fin]` n'est pas au dictionnaire."""

    debut: int
    fin: int


def fautes(texte: str, correcteur: Correcteur, ajoutes: Collection[str] = ()) -> list[Faute]:
    """Les fautes possibles, dans l'ordre, en indices de caractères.

    Sont laissés : les mots ajoutés au cahier (sans égard à la casse), les sigles, ce qui touche un
    chiffre ou une adresse, et un mot à majuscule hors d'un début de phrase : c'est un nom, et
    l'anonymisation s'en occupe.
    """
    connus = {mot.casefold() for mot in ajoutes}
    return [
        Faute(*trouve.span())
        for trouve in _mots(texte)
        if not _connu(trouve[0].replace("’", "'"), correcteur, connus)
    ]


def _mots(texte: str) -> Iterator[re.Match[str]]:
    for trouve in _MOT.finditer(texte):
        mot, debut, fin = trouve[0], *trouve.span()
        if len(mot) < 2 or mot.isupper():
            continue
        if _COLLE.match(texte[debut - 1 : debut]) or texte[fin : fin + 1] in ("@", "_"):
            continue
        if texte[fin : fin + 1].isdigit():
            continue
        nom = _sans_elision(mot)[:1].isupper()
        if nom and not _DEBUT_DE_PHRASE.search(texte[max(0, debut - 4) : debut]):
            continue
        yield trouve


def _sans_elision(mot: str) -> str:
    return _ELISION.sub("", mot.replace("’", "'"))


def _connu(mot: str, correcteur: Correcteur, ajoutes: set[str]) -> bool:
    seul = _sans_elision(mot)
    if {mot.casefold(), seul.casefold()} & ajoutes:
        return True
    formes = dict.fromkeys((mot, seul, mot.lower(), seul.lower()))
    return any(correcteur.connait(forme) for forme in formes)
