"""Adresses électroniques et comptes de réseaux sociaux, avec ou sans arobase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lexiques import COURANT, mots, mots_de, termes
from tat_carnet.anonymisation.nombres import EN_LETTRES
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.genres import INCONNU, OUTIL, genre_de_mot
from tat_carnet.anonymisation.rules.motifs import chercher
from tat_carnet.anonymisation.sonorite import est_une_faute

_AROBASE: Final = r"(?:\s?@\s?| ?[\[(] ?(?:at|arobase?) ?[\])] ?| ar+oba[sz]e? | at )"
_COURRIEL: Final = re.compile(
    rf"(?<![a-z0-9])(?!(?:et|ou|puis|contre"
    rf"|vs) @)[a-z0-9][a-z0-9._%+-]{{0,63}}{_AROBASE}[a-z0-9-]{{1,40}}"
    r"(?:(?:\.| ?[\[(]?(?:point|dot)[\])]? ?)[a-z0-9-]{2,20}){1,3}"
    r"|(?<![\w.@])(?=[a-z-]*[0-9._])[a-z0-9][a-z0-9._+-]{2,40}@[a-z0-9-]{2,30}"
    r"|(?<![\w.@])(?=[a-z-]*[0-9._])[a-z0-9][a-z0-9._+-]{2,40} a [a-z0-9-]{2,30}\.(?:org|com"
    r"|net|fr)"
    r"\b"
)
_DICTE: Final = re.compile(
    r"[a-z0-9]{2,30}(?:(?: point | tiret | underscore |[ ._-])[a-z0-9]{1,30}){0,4} ar+oba[sz]e? "
    r"[a-z0-9-]{1,30}(?:(?: tiret)? [a-z0-9]\b){0,20}(?: ?(?:point|\.) ?(?:[a-z]{2,10}"
    r"|[a-z](?: [a-z]\b){1,3})){1,2}"
    r"|[a-z0-9]{2,30}(?:(?: point | tiret |[ ._-])[a-z0-9]{1,30})? chez [a-z0-9-]{2,30} point"
    r" (?:com|fr|org|net)\b"
    r"|\b(?:[a-z0-9] ){2,20}ar+oba[sz]e? [a-z0-9-]{1,30}(?: [a-z0-9]\b){0,20}(?: ?(?:point|\.) ?"
    r"(?:[a-z]{2,10}|[a-z](?: [a-z]\b){1,3})){1,2}"
)
_LIEN: Final = re.compile(
    r"(?:https?://)?(?:www\.)?(?:facebook|fb|instagram|snapchat|tiktok|twitter|x|linkedin|t|youtube"
    r"|twitch|wa|vinted)\.(?:com|me|tv|fr)/[\w./?=@-]{2,80}"
)
_FINS_DE_SITE: Final = (".com/", ".me/", ".tv/", ".fr/")
_ARROBE: Final = re.compile(r"(?<![\w.])@ ?[a-z0-9._-]{0,40}[a-z0-9_]")
_NOM_DE_RESEAU: Final = (
    r"(?:insta(?:gram)?|snap(?:chat)?|tik ?tok|facebook|fb|twitter|telegram|twitch|discord|pseudo"
    r"|threads|youtube|bereal|roblox|fortnite|vinted|steam|psn|tt(?= ?:))"
)
_RESEAU_NOMME: Final = re.compile(
    rf"\b(?:{_NOM_DE_RESEAU}|comptes?|vendeu(?:r|se)|abonnee?s?|profil|follow\w*|leboncoin|vinted)\b"
)
_COMPTE_DIT: Final = re.compile(rf"(?:{_NOM_DE_RESEAU}|comptes?|sur|est|suit|avec) @")
"""« compte @zoubi.officiel » : l'arobase ouvre un compte, elle ne relie pas deux mots."""
_SIGNES_DE_COURRIEL: Final = ("@", "arob", "arrob", "(at)", "[at]", " at ")
_FIN_DE_COURRIEL: Final = re.compile(
    r" (?:point (?:com|fr|org|net)\b|a [a-z0-9-]{2,30}\.(?:org|com|net|fr))"
)
_SIGNE_DE_COMPTE: Final = re.compile(r"_|#\d|\.(?<=[a-z0-9]\.)[a-z0-9]|/(?<=[a-z0-9]/)[a-z0-9]")
"""De quoi ne pas chercher longuement dans une note qui n'en contient pas."""
_RESEAU: Final = re.compile(
    rf"\b(?:{_NOM_DE_RESEAU}|compte)\b"
    r"(?: ?[:=(>]| (?:c'?est|cest|c|est|sous|de|du|son|au nom de|le compte|s'appelle|en|:))*"
    r"[ :\"(]{1,3}(?P<x>(?!\d+(?:h|[.,]"
    r"|\b))(?=[a-z0-9._-]*(?:[0-9]|[._][a-z0-9_]))[a-z0-9][a-z0-9._-]{2,40}[a-z0-9_])"
)
_CITE: Final = re.compile(
    rf"\b(?:{_NOM_DE_RESEAU}|compte|groupe) ?:? ?[\"«] ?(?P<x>[a-z0-9][^\"»\n]{{2,30}}?) ?[\"»]"
)
"""« le compte « mayssa officiel » » : entre guillemets, c'est son nom."""
_ANNONCE: Final = re.compile(
    rf"\b{_NOM_DE_RESEAU}(?: de (?:la |le "
    rf"|l')?\w+(?: \w+)?)? ?[:=] ?\"?(?P<x>[a-z0-9._#-]{{3,40}}[a-z0-9_])"
)
_SOULIGNE: Final = re.compile(
    r"(?<![\w@.])(?=[a-z0-9.-]*_)[a-z0-9_.-]{3,40}[a-z0-9_](?![\w@])"
    r"|(?<![\w@.])(?!(?:[a-z]\.){3})[a-z0-9]{1,20}\.[a-z0-9]{1,20}\.[a-z0-9.]{2,20}(?![\w@])(?<![a-z]\.[a-z]\.[a-z])"
    r"(?<!(?<![\w.])[a-z]\.[a-z]\.[a-z]\.)"
    r"|(?<![\w@.])[a-z][a-z0-9._]{2,30}#\d{3,5}\b"
)
_EPELE: Final = re.compile(
    r"\b(?!(?:le|la|les|une?|des|du|de|ce|et|au)\b)[a-z0-9]+(?: (?:tiret(?: bas| du bas| du 8"
    r"| du six)?|underscore|point) [a-z0-9]+)+(?: (?:zero"
    r"|neuf|\w{1,3}\b))?"
)
_CHIFFRE: Final = re.compile(r"(?<![\w@.])[a-z]{4,20}\.?\d{2,4}(?![\w@/]|[.,]\d)")
"""« sarahou.77 », « momolapince59 » : un mot qu'un nombre prolonge."""
_PONCTUE: Final = re.compile(
    r"(?<![\w@.])(?!www)[a-z][a-z0-9]{1,20}\.(?P<suite>[a-z]{3,20})[a-z0-9]{0,4}\d(?![\w@/]|\.\w)"
)
"""« loutre.rit33 » : deux mots qu'un point colle, un nombre au bout."""
_COLLE: Final = re.compile(r"(?<![\w@./])(?P<x>[a-z]{4,20})\d{2,4}(?![\w@/%]|[.,]\d)")
_COUSUS: Final = re.compile(r"[a-z0-9]\.[a-z]{3}[a-z0-9]*\d")
_ALLONGE: Final = re.compile(r"[a-z]{4}\d\d")
"""De quoi ne pas essayer chaque mot d'une note qui n'en contient pas."""
_DEUX_MOTS: Final = re.compile(r"(?<![\w@.])(?P<x>[a-z]{3,20})\.(?P<y>[a-z]{3,20})(?![\w@/]|\.\w)")
"""« chouette.danse » : deux mots qu'un point coud, quand la note nomme un réseau."""
_ANNEES: Final = mots_de("covid promo version agenda horizon plan annee ete hiver bac rentree")
_DIT_AROBASE: Final = re.compile(
    rf"\bar+oba[sz]e?s? [a-z0-9._-]{{3,40}}(?: (?:{EN_LETTRES}\b|\d{{1,4}}\b|point|underscore"
    rf"|tiret(?: du bas| bas)?|[a-z]{{2,15}}(?= (?:{EN_LETTRES}\b|\d|point|tiret))))"
    r"{0,6}"
)
"""« arobase loup gris zéro neuf » : un compte dicté, quand rien n'en fait un courriel."""
_PSEUDO: Final = re.compile(
    r"\bpseudo(?: (?:sur|de|du|dans) [a-z]+)? ?[:=] ?\"?(?P<x>[a-z0-9][a-z0-9._-]*"
    r"(?: [a-z0-9._-]+){0,2})(?=\"? ?(?:[,;.!?)\n]|$))"
)
_SUIVI_D_UN_MOT: Final = re.compile(
    rf"\b{_NOM_DE_RESEAU} (?:c'?est |: ?|sous )?(?P<x>[a-z]{{4,30}})\b"
)
"""« tiktok loupgrix » : un mot que rien n'explique, derrière le nom d'un réseau."""
_SITE: Final = re.compile(r"(?:www\.|https?:)|\.(?:fr|com|org|net|gouv)\b|\d+\.\d+")


def reperer(note: Note) -> Iterator[Repere]:
    """Courriels, puis comptes annoncés par une arobase, un lien ou le nom d'un réseau."""
    if any(signe in note.plie for signe in _SIGNES_DE_COURRIEL) or _FIN_DE_COURRIEL.search(
        note.plie
    ):
        for repere in chercher(note, _COURRIEL, Categorie.courriel):
            if not _COMPTE_DIT.match(note.plie, repere.debut, repere.fin):
                yield repere
        if "oba" in note.plie or " point " in note.plie:
            yield from chercher(note, _DICTE, Categorie.courriel)
    if "@" in note.plie:
        yield from chercher(note, _ARROBE, Categorie.compte)
    if _SIGNE_DE_COMPTE.search(note.plie):
        yield from _soulignes(note)
    if note.colles and _COUSUS.search(note.plie):
        yield from _cousus(note)
    if note.colles and _ALLONGE.search(note.plie):
        yield from _allonges(note)
    if "arob" in note.plie or "arrob" in note.plie:
        yield from chercher(note, _DIT_AROBASE, Categorie.compte)
    if note.departs.presente(_RESEAU_NOMME):
        yield from _annonces(note)


def _soulignes(note: Note) -> Iterator[Repere]:
    """Les liens, et les mots qu'un souligné ou plusieurs points trahissent."""
    if any(fin in note.plie for fin in _FINS_DE_SITE):
        yield from chercher(note, _LIEN, Categorie.compte)
    for repere in chercher(note, _SOULIGNE, Categorie.compte):
        if not _SITE.search(note.plie, repere.debut, repere.fin):
            yield repere


def _cousus(note: Note) -> Iterator[Repere]:
    """Deux mots qu'un point coud et qu'un nombre finit."""
    for trouve in note.departs.occurrences(_PONCTUE):
        sigle = trouve["suite"] in termes("metier")  # « fin du mois.rdv14 »
        if not sigle or note.departs.presente(_RESEAU_NOMME):
            yield Repere(*trouve.span(), Categorie.compte, Niveau.masquer)


def _allonges(note: Note) -> Iterator[Repere]:
    """Un mot inconnu qu'un nombre prolonge, sans annonce."""
    for trouve in note.departs.occurrences(_COLLE):
        lettres = trouve["x"]
        connu = lettres in mots() or lettres in _ANNEES or genre_de_mot(lettres) == OUTIL
        if not connu and lettres not in termes("parler"):
            yield Repere(*trouve.span(), Categorie.compte, Niveau.masquer)


def _annonces(note: Note) -> Iterator[Repere]:
    """Ce que le nom d'un réseau annonce, même épelé."""
    for trouve in _DEUX_MOTS.finditer(note.plie) if "." in note.plie else ():
        pieces = trouve["x"], trouve["y"]
        rare = any(mots().get(piece, 0) <= COURANT for piece in pieces)
        propre = rare and OUTIL not in map(genre_de_mot, pieces)
        if propre and not _SITE.search(trouve[0]):
            yield Repere(*trouve.span(), Categorie.compte, Niveau.masquer)
    for motif in (_RESEAU, _ANNONCE, _CITE, _PSEUDO):
        yield from chercher(note, motif, Categorie.compte)
    for trouve in note.departs.occurrences(_SUIVI_D_UN_MOT):
        if genre_de_mot(trouve["x"]) == INCONNU and not est_une_faute(trouve["x"]):
            yield Repere(*trouve.span("x"), Categorie.compte, Niveau.masquer)
    for trouve in _CHIFFRE.finditer(note.plie):
        lettres = trouve[0].rstrip("0123456789").rstrip(".")
        rare = "." in trouve[0] or mots().get(lettres, 0) <= COURANT
        if rare and lettres not in termes("metier") and lettres not in termes("parler"):
            yield Repere(*trouve.span(), Categorie.compte, Niveau.masquer)
    for repere in chercher(note, _EPELE, Categorie.compte):
        if _RESEAU_NOMME.search(note.plie, max(0, repere.debut - 40), repere.debut):
            yield repere
