"""Ce qu'un logement reconnu apprend du reste de la note.

Ce qui touche un bâtiment est un étage, ce qui précède un étage est un bâtiment, et un bâtiment
désigné une fois l'est partout : « tour H, 3e gauche… au H, personne ».
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, nature_de, termes
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.batiments import TETES
from tat_carnet.anonymisation.rules.batiments_situes import COULEURS
from tat_carnet.anonymisation.rules.etages import ORDINAL
from tat_carnet.anonymisation.rules.genres import COMMUN, INCONNU, genre_de_mot
from tat_carnet.anonymisation.rules.residences import DEPENDANCES, est_une_residence

_COTE: Final = (
    r"(?:(?:a |de |sur )?(?:main )?(?:gauche|droite)|face|fond(?: (?:de|du) couloir)?|au fond"
    r"|sur (?:cour|rue)|cote (?:cour|rue))"
)
_ETAGE: Final = re.compile(
    rf"[ ,/(-]{{1,3}}(?:(?:au |le )?(?P<x>(?:{ORDINAL}|rdc|rez|(?:\d{{1,2}})(?=[ /-]+{_COTE}\b)"
    rf"|(?<=/ )\d{{1,3}}[a-h]?(?= ?/)|(?<=[/-])\d{{1,3}}[a-h])(?:[ ,-]{{1,2}}{_COTE})?|{_COTE}"
    r"|au fond de (?:la |l')?cour))(?!\w| (?:de|du|d'|arr))"
)
"""Ce qui suit un bâtiment : « T7 / 3D », « B2-11e-gauche », « les lilas, 2e »."""
_AUSSI: Final = re.compile(
    rf"(?:,| et| ou| puis| /|, puis) (?P<x>l[ae] {COULEURS})(?=\s*(?:[,.;:!?)]|$))"
)
"""« Q, R, la verte »."""
_OU: Final = re.compile(r"(?: [a-z]+){0,2} ou (?:la |le )?(?P<x>\d{1,3})\b(?! ?(?:h\b|ans))")
"""« porte 6, je crois, ou 7 »."""
_DE_QUI: Final = re.compile(
    r",? \(?(?P<x>la \d{1,3}|\d{3}|(?:1er|2e|[7-9]e|[12]\de)(?= ?[.,;)]))"
    r"(?=\)|, (?!\d)| - |[.;])"
)
"""« M. Koné, 117, tousse » : la chambre de quelqu'un."""
_SUITE: Final = re.compile(rf"[ ,/-]{{1,3}}(?P<x>{_COTE})\b(?! (?:de|du|d'))")
_PERSONNES: Final = frozenset((Categorie.nom, Categorie.initiales))
_APPRENNENT: Final = _PERSONNES | {Categorie.batiment, Categorie.etage_porte}
_MASQUER: Final = Niveau.masquer
_LIAISON: Final = re.compile(r"[ ,/(-]{1,3}$")
_NUMERO: Final = re.compile(
    r"(?<![\w/,.'-])(?<!\d )(?P<x>(?!0)\d{1,3}(?: ?(?:bis|ter))?|[b-hk]"
    r"|(?![tf][1-7]\b(?! ?[/-]))[a-hk-z]\d{1,2})"
    r"(?:[ ,(-]{1,3}|(?: ?/ ?)|,? (?:au|le) )$"
)
_FRERE: Final = re.compile(
    r"(?:\b(?:[Ll][ea]|[Aa]u|[Dd]u|[Ee]n|[Ee]t|[Ss]auf|[Vv]ers|[Pp]uis) "
    r"|(?<=[.;] )(?=. (?:ferm|ok|OK|ras|RAS|vide|calme|rien|aussi|idem)))"
    r"([B-HJK])(?![\w'’°*]|\.\w| ?[A-Z]\b)(?=\s*(?:[,.;:!?)/]|$)| [a-zàçéê])"
)
"""« le hall B pue, le D ça va » : une lettre, où une autre a déjà désigné un immeuble."""
_FRERE_NU: Final = re.compile(
    r"\b(?:le|la|au|du) (?P<x>[b-hjk])\b(?= (?:est|a|n'|ne|fait|sent|pue|aussi|non|pareil|ca|calme"
    r"|rien|vide|toujours|encore|personne)(?!\w)|\s*(?:[.;:)]|$))"
)
_FRERES: Final = re.compile(
    r"\b(?:l[ea]|au|du|celui du|celle du|et|puis|sauf) (?P<x>(?!1[578]\b|11[2-9]\b)[1-9]\d?)\b"
    r"(?= (?:est|a|ont|sont|n'|ne|se|s'|fait|sent|pue|reste|boude|dort|ferme|aussi|non|pareil|idem"
    r"|ca|c'est|ras|calme|rien|vide|toujours|encore|personne)(?!\w)|\s*(?:[.;:)]|$))"
)
"""« le hall 4 fait sa fête, le 6 boude »."""
_EN_LIGNE: Final = mots_de("bus ligne lignes tram metro arret maillot numero dossard score match")
"""Là, « le 14 » n'est pas un immeuble."""
_INTRODUIT: Final = ("au ", "a ", "sur ", "entre ", "le ", "la ", "tout ")
_ANNONCENT: Final = (
    DEPENDANCES
    | TETES
    | mots_de(
        "la le les de du des dit dite surnomme bat bt esc gauche droite haut bas fond nord sud"
    )
)
"""Ce qui, dans un bâtiment désigné, ne le nomme pas."""
_COLLENT: Final = frozenset(("'", "-", "°", "%", "."))
_DEVANT_UNE_LETTRE: Final = mots_de("le la au du et puis sauf ou")


def reperer(note: Lecture, trouves: Sequence[Repere]) -> Iterator[Repere]:
    """Étages, bâtiments et reprises que les repères déjà masqués font voir."""
    surs = [r for r in trouves if r.niveau is _MASQUER and r.categorie in _APPRENNENT]
    if not surs:
        return
    batiments = [r for r in surs if r.categorie is Categorie.batiment]
    etages = [r for r in surs if r.categorie is Categorie.etage_porte]
    for repere in surs:
        if repere.categorie in _PERSONNES:
            etages += _suite(note, repere.fin, _DE_QUI, Categorie.etage_porte)
    for repere in tuple(batiments):
        etages += _suite(note, repere.fin, _ETAGE, Categorie.etage_porte)
        batiments += _suite(note, repere.fin, _AUSSI, Categorie.batiment)
    for repere in etages:
        batiments += _batiment_devant(note, repere.debut)
    repris = [*_reprises(note, batiments), *_freres(note, batiments)] if batiments else []
    for repere in repris:
        etages += _suite(note, repere.fin, _ETAGE, Categorie.etage_porte)
    for repere in tuple(etages):
        for motif in (_SUITE, _OU):
            etages += _suite(note, repere.fin, motif, Categorie.etage_porte)
    yield from (*batiments, *repris, *etages)


def _suite(
    note: Lecture, fin: int, motif: re.Pattern[str], categorie: Categorie
) -> Iterator[Repere]:
    """Ce que `motif` reconnaît juste derrière un repère."""
    trouve = motif.match(note.plie, fin)
    if trouve:
        yield Repere(*trouve.span("x"), categorie, Niveau.masquer)


def _batiment_devant(note: Lecture, debut: int) -> Iterator[Repere]:
    """« (20 rdc gauche) », « fonderies, rez » : ce qui touche un étage, devant lui."""
    numero = _NUMERO.search(note.plie, max(0, debut - 12), debut)
    if numero:
        yield Repere(*numero.span("x"), Categorie.batiment, Niveau.masquer)
        return
    rang = bisect_left(note.fins, debut) - 1
    if note.plie.startswith(_INTRODUIT, debut):
        return
    if rang < 0 or not _LIAISON.fullmatch(note.plie, note.fins[rang], debut):
        return
    niveau = _niveau_du_nom(note, rang)
    if niveau is not None:
        yield Repere(note.debuts[rang], note.fins[rang], Categorie.batiment, niveau)


def _niveau_du_nom(note: Lecture, rang: int) -> Niveau | None:
    """« violettes rdc » : une fleur, ou un pluriel sans article."""
    forme, avant = note.forme(rang), note.forme(rang - 1)
    if est_une_residence(forme):
        return Niveau.masquer
    if not forme.isalpha() or len(forme) < 4 or forme in termes("generiques"):
        return None
    if forme in DEPENDANCES or forme in termes("metier"):
        return None
    nue = rang == 0 or note.entre(rang)[:1] in ",.;(/" or avant in ("aux", "residence")
    pluriel = forme.endswith("s") and nature_de(forme)[:1] == "n"
    if nue and pluriel and genre_de_mot(forme) in (COMMUN, INCONNU):
        return Niveau.masquer
    return None


def _reprises(note: Lecture, batiments: Sequence[Repere]) -> Iterator[Repere]:
    """Le même nom, la même lettre, le même code, ailleurs dans la note."""
    dits: dict[str, list[range]] = {}
    for repere in batiments:
        nom = _nom(note, repere)
        if nom and _se_reprend(note, nom):
            dits.setdefault(note.forme(nom.start), []).append(nom)
    if not dits:
        return
    for rang, forme in enumerate(note.formes):
        for nom in dits.get(forme, ()):
            fin = rang + len(nom)
            pareils = note.formes[rang:fin] == note.formes[nom.start : nom.stop]
            if pareils and rang != nom.start and _reprend(note, rang, nom):
                yield Repere(
                    note.debuts[rang], note.fins[fin - 1], Categorie.batiment, Niveau.masquer
                )


def _freres(note: Lecture, batiments: Sequence[Repere]) -> Iterator[Repere]:
    """Une autre lettre, un autre numéro, dits comme celui que la note a déjà désigné."""
    noms = {note.forme(_nom(note, repere).start) for repere in batiments}
    if any(len(nom) == 1 and nom.isalpha() for nom in noms) and not note.en_capitales:
        for trouve in _FRERE.finditer(note.brut):
            lettre = bisect_left(note.origines, trouve.start(1))
            yield Repere(lettre, lettre + 1, Categorie.batiment, Niveau.masquer)
        for trouve in note.departs.occurrences(_FRERE_NU):
            yield Repere(*trouve.span("x"), Categorie.batiment, Niveau.masquer)
    if any(map(str.isdigit, noms)) and _EN_LIGNE.isdisjoint(note.vocabulaire):
        for trouve in note.departs.occurrences(_FRERES):
            yield Repere(*trouve.span("x"), Categorie.batiment, Niveau.masquer)


def _nom(note: Lecture, repere: Repere) -> range:
    """Les rangs du nom : « mimosas » dans « bâtiment des Mimosas »."""
    debut, fin = bisect_left(note.debuts, repere.debut), bisect_right(note.fins, repere.fin)
    while debut < fin and (note.forme(debut) in _ANNONCENT or note.entre(debut + 1) == "'"):
        debut += 1
    return range(debut, fin)


def _se_reprend(note: Lecture, nom: range) -> bool:
    """Vrai d'une lettre, d'un code, d'un nom ; un nombre ou un mot ordinaire dit trop de choses."""
    forme = note.forme(nom.start)
    if forme.isdigit():
        return False
    if len(forme) == 1:
        return len(nom) == 1 or note.entre(nom.start + 1) == ""
    return len(nom) > 1 or (len(forme) > 3 and forme not in termes("generiques"))


def _reprend(note: Lecture, rang: int, nom: range) -> bool:
    """Vrai si ces mots-ci désignent ce que `nom` désigne."""
    forme, capitale = note.forme(rang), note.majuscule(nom.start)
    if len(forme) > 1 or len(nom) > 1:
        return note.majuscule(rang) or not capitale
    avant = note.forme(rang - 1)
    if note.entre(rang)[-1:] in _COLLENT or note.entre(rang + 1)[:1] in _COLLENT:
        return avant in _DEVANT_UNE_LETTRE and note.entre(rang + 1) == ". "
    return note.majuscule(rang) or avant in ("au", "du")
