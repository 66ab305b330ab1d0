"""Les noms où des chiffres tiennent lieu de lettres : « fati7a », « k4rim », « k3ly4n »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tat_carnet.anonymisation.lexiques import COURANT, mots, prenoms, termes
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere

_MELANGE: Final = re.compile(
    r"(?<![\w.@/#+-])(?:[a-z]+(?:[0-9€$]{1,2}|@(?=[a-z]{1,3}(?!\w|\.\w)))[a-z]+"
    r"(?:[0-9€$]{1,2}[a-z]*|@[a-z]{0,3}(?!\.\w)){0,4}|[3579][a-z]{3,20})(?![\w@#/]|\.\w)"
)
_COLLES: Final = re.compile(r"(?<=[a-z])(?:[0-9€$]{1,2}|@)[a-z]|[3579][a-z]{3}")
"""Ce que tout mélange contient : sans lui, chaque mot s'essaierait pour rien."""
_SIGNES: Final = ("€", "$", "@")
_CHIFFRES: Final = re.compile(r"[0-9€$@]+")
_UNITES: Final = re.compile(
    r"[0-9]+(?:er|ere|eme|emes|ieme|iemes|nde?|jours?|ans|mois|fois|eur|euros?|min|mins|sec|heures?"
    r"|semaines?|pers|places?|bis|ter|g|kg|ml|etg|etage|gr|grammes?|balles|piges|notes|faits)"
)
_LETTRES: Final = str.maketrans("01345679€$@", "oieasghaesa")
_HEURE: Final = re.compile(r"[0-9]h(?:[0-9]|$)")
_EN_MORCEAUX: Final = 4
"""Lettres à partir desquelles un mot que plusieurs chiffres coupent n'est plus un code."""
_ENTIER: Final = 3


def reperer(note: Note) -> Iterator[Repere]:
    """Un mot où un chiffre est tapé pour une lettre, sauf une mesure ou un mot courant."""
    ecrit = note.colles or any(signe in note.plie for signe in _SIGNES)
    if not ecrit or not _COLLES.search(note.plie):
        return
    for trouve in note.departs.occurrences(_MELANGE):
        forme = trouve[0]
        if _UNITES.fullmatch(forme) or re.fullmatch(r"[a-z]\d+[a-z]?|\d+[a-z]?", forme):
            continue
        morceaux = _CHIFFRES.split(forme)
        lettres = "".join(morceaux)
        if len(lettres) < 3 or lettres in termes("parler"):
            continue
        lu = forme.translate(_LETTRES)
        prenom = lu in prenoms()
        if len(morceaux) > 2 and not prenom and _est_un_code(forme, morceaux):
            continue
        if not {forme, lettres}.isdisjoint(termes("metier")):
            continue
        courant = max(mots().get(lu, 0), mots().get(lettres, 0)) > COURANT
        chiffre = prenom or any(map(str.isdigit, forme))  # « tod@s » n'en a aucun
        niveau = Niveau.verifier if courant or not chiffre else Niveau.masquer
        yield Repere(trouve.start(), trouve.end(), Categorie.nom, niveau)


def _est_un_code(forme: str, morceaux: Sequence[str]) -> bool:
    """« b4h2 », « rdv14h30 », « bat3hall5 » : des mots et leurs nombres, non un nom déguisé."""
    if sum(map(len, morceaux)) < _EN_MORCEAUX or _HEURE.search(forme):
        return True
    entiers = [morceau for morceau in morceaux if len(morceau) >= _ENTIER]
    return any(m in mots() or m in termes("metier") or m in termes("parler") for m in entiers)
