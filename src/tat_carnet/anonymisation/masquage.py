"""La liste de masquage : les termes que la personne a confirmés, retrouvés malgré le bruit.

Des termes, jamais des personnes : rien ne les relie ni ne les compte.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Final

from tat_carnet.anonymisation.lexiques import COURANT, mots
from tat_carnet.anonymisation.pliage import Note, plier
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere

_SEUIL_FAUTE: Final = 5
"""Au-delà de tant de lettres, une faute est tolérée."""
_TRES_COURANT: Final = 20_000
"""Au-delà, un mot du dictionnaire qui n'est pas écrit comme le terme se vérifie seulement."""
_ARTICLES: Final = frozenset(("le", "la", "les", "l", "un", "une", "de", "du", "des"))
_LETTRES_REDOUBLEES: Final = re.compile(r"(.)\1+")
_MOT: Final = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def clef(texte: str) -> str:
    """Le texte plié réduit à ses lettres et chiffres, lettres doublées simplifiées."""
    return _simplifier("".join(_MOT.findall(plier(texte))))


def _simplifier(forme: str) -> str:
    return _LETTRES_REDOUBLEES.sub(r"\1", forme)


def _sans_une(forme: str) -> set[str]:
    return {forme[:i] + forme[i + 1 :] for i in range(len(forme))}


class Index:
    """Les termes d'une liste, prêts à être cherchés en un passage."""

    def __init__(self, termes: frozenset[str]) -> None:
        self._ecrits = {" ".join(_MOT.findall(terme.lower())) for terme in termes}
        self._clefs = {clef(terme) for terme in termes} - {""}
        self._termes = termes
        self._plis = {" ".join(plier(terme).split()) for terme in termes}
        self._phrases = {tuple(Note.de(terme).formes) for terme in termes}
        self._longueur = max(map(len, self._clefs), default=0) + 1
        self._debuts = {clef[:fin] for clef in self._clefs for fin in range(1, len(clef) + 1)}
        self._voisins: dict[str, set[str]] = {}
        for forme in self._clefs:
            if len(forme) > _SEUIL_FAUTE:
                for voisin in (forme, *_sans_une(forme)):
                    self._voisins.setdefault(voisin, set()).add(forme)

    def reperer(self, note: Note) -> Iterator[Repere]:
        """Les passages qui sont un terme de la liste, écrit en un ou plusieurs mots."""
        simples = _simplifier("\n".join(note.formes)).split("\n")
        for rang, debut in enumerate(note.debuts):
            if simples[rang] not in self._debuts and not self._a_une_faute_pres(simples[rang]):
                continue  # ni le début d'un terme, ni un terme mal tapé : presque tous les mots
            fin = self._fin_du_terme(note, simples, rang)
            if fin is not None:
                niveau = self._niveau(note, rang, fin)
                yield Repere(debut, note.fins[fin], Categorie.liste, niveau)

    def _fin_du_terme(self, note: Note, simples: Sequence[str], rang: int) -> int | None:
        """Le rang du dernier mot du plus long terme qui commence au mot de ce rang.

        `simples` : les formes des mots, lettres doublées simplifiées.
        """
        trouve, forme = None, ""
        for suivant in range(rang, len(note.mots)):
            piece = simples[suivant]
            forme += piece[1:] if forme[-1:] == piece[:1] else piece
            seul = suivant == rang
            if not seul and forme not in self._debuts:
                break
            designe = forme in self._clefs or (seul and self._a_une_faute_pres(forme))
            if designe and (
                seul or self._est_ecrit(note, rang, suivant) or not _est_phrase(note, rang, suivant)
            ):
                trouve = suivant
        return trouve

    def _est_ecrit(self, note: Note, debut: int, fin: int) -> bool:
        """Vrai si ces mots, tous courants, sont ceux du terme : « fil de fer », « fil-de-fer »."""
        return tuple(note.formes[debut : fin + 1]) in self._phrases

    def terme(self, forme: str) -> str | None:
        """La clef du terme que cette clef écrit, à une faute près ; `None` si ce n'en est aucun."""
        if forme in self._clefs:
            return forme
        candidats = {t for v in (forme, *_sans_une(forme)) for t in self._voisins.get(v, ())}
        proches = sorted(t for t in candidats if _une_faute(forme, t))
        return proches[0] if len(forme) >= _SEUIL_FAUTE and len(proches) == 1 else None

    def _niveau(self, note: Note, debut: int, fin: int) -> Niveau:
        """À vérifier si c'est un mot très courant, écrit autrement que le terme."""
        mot = note.mots[debut]
        if debut < fin and _est_phrase(note, debut, fin):
            return self._niveau_de_phrase(note, debut, fin)
        courant = debut == fin and mots().get(mot.forme, 0) > _TRES_COURANT
        ecrit = "".join(c for c in note.extrait(mot).lower() if c.isalnum())
        if courant and ecrit not in self._ecrits:
            return Niveau.verifier
        return Niveau.masquer

    def _niveau_de_phrase(self, note: Note, debut: int, fin: int) -> Niveau:
        """« la poste », « le bras », sans les capitales du terme : peut-être ce qu'ils disent."""
        ecrit = note.brut[slice(*note.bornes(note.debuts[debut], note.fins[fin]))]
        exact = ecrit in self._termes
        if note.formes[debut] in _ARTICLES:
            exact = exact and not ecrit.islower()
        else:
            pareil = note.plie[note.debuts[debut] : note.fins[fin]] in self._plis
            exact = exact or (pareil and (note.brut.isupper() or note.brut.islower()))
        return Niveau.masquer if exact else Niveau.verifier

    def _a_une_faute_pres(self, forme: str) -> bool:
        if not _SEUIL_FAUTE <= len(forme) <= self._longueur or mots().get(forme, 0) > COURANT:
            return False
        communes = self._voisins.keys() & {forme, *_sans_une(forme)}
        return any(_une_faute(forme, terme) for v in communes for terme in self._voisins[v])


def _une_faute(forme: str, terme: str) -> bool:
    """Vrai si une lettre ajoutée, ôtée ou changée, ou deux voisines échangées, les séparent.

    Les deux formes ont une suppression en commun : des longueurs différentes suffisent.
    """
    if len(forme) != len(terme):
        return True
    ecarts = [i for i, (a, b) in enumerate(zip(forme, terme, strict=True)) if a != b]
    return len(ecarts) < 2 or (len(ecarts) == 2 and ecarts[1] == ecarts[0] + 1)


def _est_phrase(note: Note, debut: int, fin: int) -> bool:
    """Vrai si plusieurs mots courants se trouvent former un terme une fois collés."""
    suite = note.mots[debut : fin + 1]
    return all(len(mot.forme) > 1 and mots().get(mot.forme, 0) > COURANT for mot in suite)


@lru_cache(maxsize=1)
def index_de(termes: frozenset[str]) -> Index:
    """L'index d'une liste ; la dernière est gardée, pour la frappe au clavier."""
    return Index(termes)


def termes_absents(termes: frozenset[str], mots_gardes: Collection[str]) -> frozenset[str]:
    """Les termes dont aucun texte fait de ces mots ne peut plus rien dire.

    Un terme se garde au moindre doute : écrit d'un bloc, par l'un quelconque de ses mots seuls
    réunis, ou à une faute près. Sans date, ni compte, ni lien (`domaine.md` §1).
    """
    vivantes = {forme for mot in mots_gardes for forme in _a_une_lettre(clef(mot))}

    def vit(forme: str) -> bool:
        return not vivantes.isdisjoint(_a_une_lettre(forme))

    return frozenset(
        terme
        for terme in termes
        if not vit(clef(terme)) and not all(vit(clef(m)) for m in _MOT.findall(terme))
    )


def _a_une_lettre(forme: str) -> set[str]:
    return {forme, *_sans_une(forme)} if len(forme) > _SEUIL_FAUTE else {forme}
