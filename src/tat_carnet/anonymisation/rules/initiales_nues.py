"""Une lettre ou deux, sans point : « vu K hier », « W, H et deux autres », « on dira AK »."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, nature_de, termes
from tat_carnet.anonymisation.marques import MAJUSCULE, marque
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import AMBIGU, INCONNU, OUTIL, genre_de_mot
from tat_carnet.anonymisation.rules.lettres_expliquees import (
    est_un_delai,
    est_un_numero,
    est_une_rubrique,
    est_une_unite,
)
from tat_carnet.anonymisation.rules.positions import est_sujet, ouvre_une_proposition, possede

AGE: Final = re.compile(r",? \(?\d{1,2} ?(?:a|ans?|piges)?\b")
"""Un âge, juste derrière."""
_SEULE: Final = re.compile(r"(?<![\w.'’@/-])[A-LN-Z]\.(?=\s[a-zà-ÿ(]|\s?[,;:)»!?]|\s*$|\s[-→+/])")
_SUIVIE: Final = re.compile(r"\d{1,2} ?(?:e|eme|er|ans?|a|piges)\b|[A-Z]{2}")
_AGEE: Final = re.compile(r" ?\d{1,2} ?(?:ans?|a|piges)\b")
"""« K. 16 ans », « Q. 2e rdv », « G. RDV ML » : le point de la lettre n'y finit rien."""
_ABREGENT: Final = frozenset("aoymnpstcdj")
"""« p. 4 », « n. 12 », « s. de bains », « m. hospit. », « c. » : des mots, non quelqu'un."""
_ANNONCES: Final = ctx.FORTES | mots_de(
    "parle appel croisee et suivi dira mere pere par pour a note ecris met mets situation dossier",
    "jeune mineur mineure chez petit",
)
"""Ce qui, devant une lettre, annonce quelqu'un."""
_RELIENT: Final = mots_de("de d que qu ke et ou ni sans vers entre contre comme sauf")
_REPETES: Final = mots_de("de avec a chez pour")
_DITES: Final = mots_de("dira dirai note noterai petit petite jeune initiales initiale lettre")
"""Ce qui suit est une initiale, voyelle ou lettre d'élision comprise."""
_NOTEES: Final = _DITES - mots_de("petit petite jeune")
"""« on dira A » : même une voyelle ; « le jeune a » reste un verbe."""
_OUTILS: Final = frozenset("aoy")
"""« À », « O » pour « au », « Y a » : presque toujours un mot."""
_SMS: Final = frozenset("cgjtdlmnsk")
_ELIDEES: Final = frozenset("cgjt")
"""« G vu », « C bien » : j'ai, c'est, dans un message."""
_VOYELLES: Final = frozenset("aeiouyh")
_ETATS: Final = mots_de("est etait etaient sont ont veut avait veulent")
_SUITES: Final = mots_de(
    "et ou ni qui que hier ce dans devant au aux pour pas mais en sur toujours encore aussi dehors",
)
_TELEGRAPHIE: Final = mots_de("pas ok absent absente present presente vu vue venu venue tjs")
"""« R pas venu », « K absent » : ce qu'on note de quelqu'un."""
_CIVILS: Final = mots_de("le la les l y leur en c m et seul seule vs devant dehors de du d des mon")
"""« M. l'adjoint », « M. et Mme » : une civilité, devant ce qui peut aussi suivre un sujet."""
_FERMENT: Final = (*",.;:)+!?", "")
_OUVRENT: Final = ("", " ", "(", "/", "+", '"')
_DOUTE, _SUR = Niveau.verifier, Niveau.masquer


def lettres_nues(lecture: Lecture, sures: Collection[Repere]) -> Iterator[Repere]:
    """Les lettres que rien d'autre n'explique ; `sures` : les initiales déjà reconnues."""
    trouves: dict[int, Niveau] = {}
    muette = lecture.sans_casse
    marques = lecture.marques
    for rang in lecture.rangs_de(_COURTE if muette else MAJUSCULE):
        forme = lecture.forme(rang)
        if not (marques[rang] & _COURTE and _est_courte(forme)):
            continue
        if not (muette or lecture.bruts[rang].isupper()):
            continue
        if _peut_abreger(forme) or lecture.sigle(rang):
            niveau = _niveau(lecture, rang, forme)
            if niveau is not None:
                trouves[rang] = niveau
    if not trouves:
        return
    ancres = {lecture.rangs[r.debut] for r in sures if r.debut in lecture.rangs}
    ancres |= {rang for r in sures for rang in (lecture.rangs.get(r.fin - 1),) if rang is not None}
    ancres |= {rang for rang, niveau in trouves.items() if niveau is _SUR}
    _suivre_la_forme(lecture, trouves)
    relies = _relier(lecture, trouves, ancres)
    dites = {lecture.forme(rang) for rang, niveau in relies.items() if niveau is _SUR}
    for rang, niveau in relies.items():
        niveau = _SUR if lecture.forme(rang) in dites else niveau
        mot = lecture.mot(rang)
        pointee = len(mot.forme) == 1 and lecture.plie[mot.fin : mot.fin + 1] == "."
        yield Repere(mot.debut, mot.fin + pointee, Categorie.initiales, niveau)


def _suivre_la_forme(lecture: Lecture, trouves: dict[int, Niveau]) -> None:
    """« AB 16 ans. CD l'a vue » : qui dit une personne en deux lettres les dit toutes ainsi."""
    if lecture.sans_casse:
        return
    sures = {len(lecture.forme(rang)) for rang, niveau in trouves.items() if niveau is _SUR}
    for rang in trouves:
        if len(lecture.forme(rang)) in sures:
            trouves[rang] = _SUR


@lru_cache(maxsize=4096)
def _peut_abreger(forme: str) -> bool:
    """Une lettre, ou ce qui n'est pas un mot-outil ; à trois lettres, rien que l'on connaisse."""
    genre = genre_de_mot(forme)
    return len(forme) == 1 or genre == INCONNU or (len(forme) == 2 and genre != OUTIL)


def _est_courte(forme: str) -> bool:
    return len(forme) < 4 and forme.isalpha()


_COURTE: Final = marque(_est_courte)


def _relier(
    lecture: Lecture, trouves: Mapping[int, Niveau], ancres: set[int]
) -> Mapping[int, Niveau]:
    """« W, H et D » : une lettre coordonnée à une initiale sûre l'est aussi."""
    relies = dict(trouves)
    for rang in (*sorted(trouves), *sorted(trouves, reverse=True)):
        if not ancres.isdisjoint(_voisins(lecture, rang)):
            relies[rang] = _SUR
            ancres.add(rang)
    return relies


def _voisins(lecture: Lecture, rang: int) -> Iterator[int]:
    for sens in (-1, 1):
        if lecture.entre(max(rang, rang + sens)).strip() in (",", "+", "/", "&"):
            yield rang + sens
        elif lecture.forme(rang + sens) in ("et", "ou", "ni"):
            yield rang + 2 * sens
            if lecture.forme(rang + 2 * sens) in _REPETES:
                yield rang + 3 * sens
    if lecture.forme(rang - 1) in _REPETES and lecture.forme(rang - 2) in ("et", "ou", "ni"):
        yield rang - 3


def _niveau(lecture: Lecture, rang: int, forme: str) -> Niveau | None:
    if lecture.entre(rang)[-1:] == "'":
        return _SUR if _est_elide(lecture, rang, forme) else None
    if lecture.entre(rang)[-1:] not in _OUVRENT or (rang and not lecture.entre(rang)):
        return None
    suite = lecture.entre(rang + 1)
    if not suite and len(forme) == 1 and rang + 1 < len(lecture.formes):  # « T3 », « U13 »
        return None
    if (
        suite[:1] in ("'", "-", "@", "/")
        or (suite == "." and len(lecture.forme(rang + 1)) == 1)  # « R.A.S. », « K.B. »
        or est_une_rubrique(lecture, rang)
        or est_un_delai(lecture, rang)
        or est_une_unite(lecture, rang)
    ):
        return None
    if len(forme) > 1:
        return _plusieurs(lecture, rang, forme)
    if est_un_numero(lecture, rang):
        return None
    if lecture.sans_casse and not lecture.majuscule(rang):
        return _sans_casse(lecture, rang, forme)
    return _capitale(lecture, rang, forme) if lecture.brut_de(rang).isupper() else None


def _est_elide(lecture: Lecture, rang: int, forme: str) -> bool:
    """« la maman d'O. », « le frère d'A » : une voyelle que le lien élide."""
    seule = len(forme) == 1 and forme in "aeiouyh" and lecture.bruts[rang].isupper()
    return seule and possede(lecture, rang) and lecture.entre(rang + 1)[:1] != "'"


def _capitale(lecture: Lecture, rang: int, forme: str) -> Niveau | None:
    """Une capitale seule dans une note qui distingue la casse."""
    avant, suivant = lecture.forme(rang - 1), lecture.forme(rang + 1)
    mot = lecture.mot(rang)
    pointee = lecture.entre(rang + 1)[:1] == "."
    if pointee:
        debut = lecture.origines[mot.debut]
        sure = _SEULE.match(lecture.brut, debut) is not None
        if lecture.ouvre_une_phrase(rang) and not sure:
            suite = _AGEE if forme in _ABREGENT else _SUIVIE
            sure = suite.match(lecture.brut, debut + 3) is not None
        if forme == "m":
            return _SUR if _agit_sous_sa_lettre(lecture, rang) else None
        return _SUR if sure else _DOUTE
    sujet = est_sujet(lecture, rang)
    finit = lecture.entre(rang + 1).strip()[:1] in (*_FERMENT[:-1],) or suivant in ("", *_SUITES)
    if lecture.ouvre_une_phrase(rang):
        if forme in _OUTILS:
            coordonne = suivant in ("et", "ou") and len(lecture.forme(rang + 2)) == 1
            return _SUR if coordonne or suivant in _ETATS else None
        if forme in _ELIDEES:
            return _DOUTE if sujet else None
        return _SUR if sujet or suivant in _TELEGRAPHIE else _DOUTE
    if forme in _OUTILS:
        appele = avant in _ANNONCES or avant in _RELIENT
        return _SUR if appele and (finit or sujet) else None
    if avant in _ANNONCES or (avant in _RELIENT and (finit or sujet)):
        return _SUR
    return _SUR if _est_attendue(lecture, rang, avant) else _DOUTE


def _agit_sous_sa_lettre(lecture: Lecture, rang: int) -> bool:
    """« M. s'est engagée », « M. faisait » : un verbe, que nulle civilité ne précède."""
    suivant = lecture.forme(rang + 1)
    if lecture.entre(rang + 1) != ". " or not lecture.bruts[rang + 1].islower():
        return False
    compte = suivant in ctx.DETERMINANTS and suivant not in _CIVILS
    return compte or suivant in ctx.VERBES - _CIVILS or suivant in termes("verbes")


def _est_attendue(lecture: Lecture, rang: int, avant: str) -> bool:
    """« c'est V qui », « dossier de H transmis » : un verbe, un mot-outil, un lien l'appellent."""
    if avant in ("de", "d"):
        return lecture.forme(rang - 2) in ctx.PARENTS
    verbal = nature_de(avant)[:1] in ("v", "p", "i", "o")
    return verbal and avant not in ctx.DETERMINANTS and lecture.entre(rang) == " "


def _sans_casse(lecture: Lecture, rang: int, forme: str) -> Niveau | None:
    """Une lettre dans une note sans majuscules : ni élision, ni abréviation de message."""
    avant, suivant = lecture.forme(rang - 1), lecture.forme(rang + 1)
    suite = lecture.entre(rang + 1)
    if suivant == "ex" or (forme in _OUTILS and suite[:1] != "." and avant not in _NOTEES):
        return None
    pointee, sms = suite[:1] == ".", forme in _SMS
    if sms and suite == " " and suivant[:1] in _VOYELLES and suivant not in ctx.VERBES | _SUITES:
        return None
    finit = suite.strip()[:1] in _FERMENT[:-1] or not suivant or suivant in _SUITES
    sujet = est_sujet(lecture, rang)
    if forme in _OUTILS and avant == "note" and not (finit or sujet):
        return None  # « note a relire », sans ses accents
    if lecture.entre(rang) == " " and (avant in _DITES or avant in _ANNONCES):
        sur = avant in _DITES or finit or not sms
        return _SUR if sur and (avant in _NOTEES or forme not in _OUTILS) else _DOUTE
    age = _AGEE if forme in "pn" else AGE  # « p. 4 », « n. 12 »
    if pointee and (age.match(lecture.plie, lecture.mot(rang).fin + 1) or suite[1:2] in (*"),",)):
        return _SUR
    if pointee and lecture.ouvre_une_phrase(rang) and forme not in _ABREGENT:
        return _SUR
    if pointee and (avant in _RELIENT or est_sujet_pointe(lecture, rang)):
        return _SUR
    if avant in _RELIENT and (finit or sujet):
        return _DOUTE if sms else _SUR
    if sujet and ouvre_une_proposition(lecture, rang):
        return _SUR if pointee or not sms else _DOUTE
    return _DOUTE if pointee or (finit and not sms) else None


def est_sujet_pointe(lecture: Lecture, rang: int) -> bool:
    """« l. a demandé », « w. s'est excusé » : le point est celui de l'initiale."""
    return lecture.forme(rang + 1) in ctx.VERBES and lecture.entre(rang + 1) == ". "


def _plusieurs(lecture: Lecture, rang: int, forme: str) -> Niveau | None:
    """Deux ou trois lettres qui ne sont ni un sigle du métier, ni une syllabe."""
    genre, avant = genre_de_mot(forme), lecture.forme(rang - 1)
    deux, dites = len(forme) == 2, avant in _DITES
    age = deux and AGE.match(lecture.plie, lecture.mot(rang).fin) is not None
    sujet = ouvre_une_proposition(lecture, rang) and est_sujet(lecture, rang)
    if genre == OUTIL:
        sigle = deux and lecture.sigle(rang)
        agit = sigle and sujet and lecture.forme(rang + 1) in ctx.ACTES
        return _DOUTE if agit or (sigle and _cotoie(lecture, rang)) else None
    if genre != INCONNU:
        consonnes = _VOYELLES.isdisjoint(forme) or lecture.sigle(rang)
        place = sujet or age or dites
        return _SUR if deux and place and (consonnes or (age and genre == AMBIGU)) else None
    suite = lecture.entre(rang + 1).strip()[:1]
    annonce = avant in _ANNONCES and lecture.entre(rang) == " "
    if lecture.sans_casse:
        if age:
            return _SUR
        if deux and suite == ":" and lecture.ouvre_une_phrase(rang):
            return _SUR if _VOYELLES.isdisjoint(forme) else _DOUTE
        if len({*forme}) == 1 or not (dites or _VOYELLES.isdisjoint({*forme} - {"h"})):
            return None
        isole = lecture.entre(rang).strip()[-1:] in ("(", ";", "+") and suite in (*";)+,", "")
        return _SUR if deux and (annonce or sujet or isole or dites or age) else _DOUTE
    ferme = suite in ("", *",.;:(")
    return _SUR if deux and (annonce or ferme or sujet or age) else _DOUTE


def _cotoie(lecture: Lecture, rang: int) -> bool:
    """« ML et JC sont là » : un sigle du métier, mais à côté de deux lettres qui n'en sont pas."""
    if lecture.forme(rang - 1) in ctx.DETERMINANTS:
        return False
    voisins = [voisin for voisin in _voisins(lecture, rang) if lecture.sigle(voisin)]
    formes = [lecture.forme(voisin) for voisin in voisins]
    return any(len(forme) == 2 and genre_de_mot(forme) == INCONNU for forme in formes)
