"""Compose les règles : qui l'emporte quand deux repères se recouvrent."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from functools import cache
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import termes
from tat_carnet.anonymisation.masquage import index_de
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules import (
    adresses,
    ages,
    appartenances,
    batiments,
    batiments_situes,
    codes_seuls,
    coordinations,
    courriel_compte,
    dates,
    doutes,
    etablissements,
    etages,
    etages_situes,
    groupes,
    heures,
    initiales,
    lettres_seules,
    lexique,
    liens_etrangers,
    liens_familiaux,
    logis_relies,
    nir_iban,
    noms,
    noms_chiffres,
    numeros_listes,
    numeros_seuls,
    petits_lieux,
    plaque,
    reprises,
    residences,
    roles,
    second_lecteur,
    surnoms,
    telephone,
)
from tat_carnet.anonymisation.rules.genres import AMBIGU, genre_de_mot

_REGLES: Final = (
    courriel_compte,
    nir_iban,
    telephone,
    plaque,
    dates,
    heures,
    ages,
    adresses,
    etages,
    etages_situes,
    batiments,
    batiments_situes,
    codes_seuls,
    numeros_seuls,
    lettres_seules,
    numeros_listes,
    residences,
    etablissements,
    petits_lieux,
    roles,
    liens_familiaux,
    liens_etrangers,
    appartenances,
    initiales,
    surnoms,
    noms,
    noms_chiffres,
    lexique,
    doutes,
    groupes,
)
_C: Final = Categorie
_ORDRE: Final = (
    _C.liste, _C.courriel, _C.iban, _C.nir, _C.telephone, _C.compte, _C.plaque, _C.naissance,
    _C.adresse, _C.role_unique, _C.date, _C.heure, _C.etage_porte, _C.batiment, _C.age, _C.nourrice,
    _C.etablissement, _C.lien_familial, _C.petit_lieu, _C.origine_religion,
    _C.nom, _C.surnom, _C.initiales, _C.lexique, _C.appreciation,
)  # fmt: skip
"""Du plus sûr au moins sûr : à recouvrement égal, le premier l'emporte."""
_ARTICLES: Final = frozenset(
    (
        "le", "la", "les", "l", "de", "du", "des", "d", "et", "a", "au", "aux", "ma", "de la",
        "de l", "de l'", "avait", "ont", "est", "un", "une", "ou", "en", "a la", "a l'", "chez",
        "avec", "pour", "par", "que", "qui", "il", "elle", "on", "son", "sa", "ses", "y",
    )
)  # fmt: skip
"""Seuls restes d'un candidat entamé, ils ne disent rien."""
_QUALIFIANTS: Final = frozenset(
    ("grand", "grande", "gros", "grosse", "vieux", "vieille", "monsieur", "madame")
)
"""De même, quand la liste a déjà pris ce qu'ils qualifiaient."""
_QUALITES: Final = _ARTICLES | {
    "ancien", "ancienne", "jeune", "nouveau", "nouvelle", "deux", "trois", "quatre",
}  # fmt: skip
_RANGS: Final = _QUALITES | {"premier", "premiere", "dernier", "derniere"}
_COMPTES: Final = frozenset(("deux", "trois", "quatre"))
_VIDES: Final = {
    _C.batiment: _RANGS,
    _C.etage_porte: _ARTICLES,
    _C.surnom: _QUALITES - _COMPTES,
}
"""De même, de ce qu'un autre a pris : « l'ancien » de boulanger, « le premier » d'immeuble.

« Trois » Pommes reste."""
_DEVANCIERS: Final = frozenset(
    ("m", "m.", "av", "jusquau", "jusqua", "ancien", "ancienne", "jeune", "nouveau", "nouvelle")
)
_DIRECTS: Final = frozenset((_C.nom, _C.surnom, _C.initiales))
_ENTIERES: Final = frozenset((_C.liste, _C.initiales))
"""Catégories où « a » ou « que » peut être tout ce qu'on cherche."""
_ENTIERES_INTACTES: Final = frozenset((_C.batiment,))
"""De même, si rien ne les a entamées : « ceux du d »."""
_ECHAUFFEMENT: Final = (
    "Vu Yzolda Krevmann et son cousin K.B., 14 ans, dvt le hall B du 3 rue du Lavoir, 2e étage",
    "porte 12, chez la tante. kevin dit « zaz » a dit qe le ptit frère, né le 12/03/2009, traîné à",
    "l'épicerie d'en bas le mardi 3 mai vers 22h30. La prof du collège Zéphyr, musulmane, râle :",
    "06 39 98 12 34, snap zaz_x, zaz@example.org, plaque AA-000-ZZ, numéro de sécu, IBAN, tour 4,",
    "minuit, quinze ans, le gardien, sa mère, école, bâtiment, appartement 3, chambre, avenue.",
    "Hall des Lilas, un petit de 3 mois, la trentaine, d'origine, ramadan, nourrice, arobase x.",
)
"""De quoi ouvrir chaque lexique et lire presque chaque motif ; rien n'y désigne personne.

Par morceaux : un motif qu'on apprend se replace dans tout ce qui se lit.
"""
_VERIFIER: Final = Niveau.verifier
"""Un attribut d'énumération coûte, en Python 3.11, cinq fois une variable."""
_RANG: Final = {categorie: rang for rang, categorie in enumerate(_ORDRE)}


@cache
def preparer() -> None:
    """Lit lexiques et motifs : une demi-seconde que la première lettre tapée n'attendra pas.

    Sans effet la seconde fois ; `FileNotFoundError` si un lexique manque.
    """
    for morceau in _ECHAUFFEMENT:
        reperer(morceau)


def reperer(
    texte: str,
    liste: Collection[str] = (),
    *,
    categories: frozenset[Categorie] = frozenset(Categorie),
) -> Sequence[Repere]:
    """Les repères de `texte`, triés et disjoints, en indices de caractères Python.

    `liste` est la liste de masquage : ses termes sont trouvés quels que soient casse, accents,
    espacement, et à une faute près au-delà de cinq lettres. Lève `FileNotFoundError` si un lexique
    manque : l'appelant ne doit alors rien exporter. `categories` : celles qu'on cherche ; les
    autres ne cachent rien (dans « Garage de Karim », le prénom reste un nom).
    """
    return reperer_lecture(Lecture.de(texte), liste, categories)


def reperer_lecture(
    note: Lecture, liste: Collection[str], categories: frozenset[Categorie]
) -> Sequence[Repere]:
    """Comme `reperer`, d'un texte déjà lu : ses mots ne se découpent qu'une fois."""
    candidats = list(index_de(frozenset(liste)).reperer(note)) if liste else []
    for regle in _REGLES:
        candidats += regle.reperer(note)
    candidats += coordinations.reperer(note, candidats)
    candidats += reprises.reperer(note, candidats)
    candidats += logis_relies.reperer(note, candidats)
    if note.en_capitales:
        candidats = [_tranche(note, candidat) for candidat in candidats]
    candidats += second_lecteur.reperer(note, candidats)
    plies = sorted((c for c in candidats if c.categorie in categories), key=_preseance)
    retenus = _disjoints(note, plies)
    if note.un_pour_un:
        return tuple(retenus)
    return tuple(Repere(*note.bornes(r.debut, r.fin), r.categorie, r.niveau) for r in retenus)


def _tranche(note: Lecture, candidat: Repere) -> Repere:
    """En capitales, un prénom, un surnom, des initiales douteuses se masquent : rien ne trahirait.

    Les autres doutes restent à vérifier : masqués, ils feraient perdre la moitié de la note.
    """
    if candidat.categorie not in _DIRECTS or candidat.niveau is Niveau.masquer:
        return candidat
    mot = note.plie[candidat.debut : candidat.fin]
    if candidat.categorie is _C.nom:
        if mot in termes("surnoms") or mot in termes("surnoms_nus"):
            return candidat._replace(niveau=Niveau.masquer, categorie=_C.surnom)
        sur = genre_de_mot(mot) == AMBIGU or mot in termes("publics")
    else:
        sur = mot.rstrip(".") != "m" and mot not in termes("choses")  # « M. » : une civilité
    return candidat._replace(niveau=Niveau.masquer) if sur else candidat


def _preseance(repere: Repere) -> tuple[bool, int, int, int]:
    return (
        repere.niveau is _VERIFIER,
        _RANG[repere.categorie],
        repere.debut - repere.fin,
        repere.debut,
    )


def _disjoints(note: Lecture, candidats: Sequence[Repere]) -> Sequence[Repere]:
    """Retient les candidats par ordre de préséance ; un suivant n'apporte que ce qu'il ajoute."""
    retenus: list[Repere] = []
    fins: list[int] = []
    for candidat in candidats:
        rang = bisect_left(fins, candidat.debut)
        if rang < len(fins) and retenus[rang].debut < candidat.fin:
            restes = _restes(note, candidat, retenus, rang)
        else:
            restes = _entier(note, candidat)
        for reste in restes:
            place = bisect_left(fins, reste.fin)
            if place < len(fins) and _devance(note, reste, retenus[place]):
                continue
            retenus.insert(place, reste)
            fins.insert(place, reste.fin)
    return retenus


def _devance(note: Lecture, reste: Repere, suivant: Repere) -> bool:
    """Vrai d'un « M. » ou d'un « ancien » douteux que suit aussitôt ce qu'il annonce."""
    colle = note.plie[reste.fin : suivant.debut] in (" ", ". ")
    if reste.categorie not in _DIRECTS or not colle or suivant.categorie is _C.initiales:
        return False
    return note.plie[reste.debut : reste.fin] in _DEVANCIERS


def _entier(note: Lecture, candidat: Repere) -> Sequence[Repere]:
    """Le candidat que rien n'entame, sans ses bords vides."""
    bornes = debut, fin = _serrer(note.plie, candidat.debut, candidat.fin)
    seul = candidat.categorie in _ENTIERES or candidat.categorie in _ENTIERES_INTACTES
    if debut == fin or (note.plie[debut:fin] in _ARTICLES and not seul):
        return ()
    return (candidat if bornes == candidat[:2] else candidat._replace(debut=debut, fin=fin),)


def _restes(
    note: Lecture, candidat: Repere, retenus: Sequence[Repere], rang: int
) -> Sequence[Repere]:
    """Ce que le candidat couvre et que personne ne couvre, du premier rang qui l'entame."""
    restes, debut = [], candidat.debut
    while rang < len(retenus) and retenus[rang].debut < candidat.fin:
        restes.append((debut, retenus[rang].debut))
        debut = max(debut, retenus[rang].fin)
        rang += 1
    restes.append((debut, candidat.fin))
    entier = candidat.categorie in _ENTIERES
    serres = (_serrer(note.plie, debut, fin) for debut, fin in restes)
    liste = retenus[rang - 1].categorie is _C.liste
    vides = _VIDES.get(candidat.categorie, _QUALITES)
    vides = vides | _QUALIFIANTS if liste else vides
    return [
        Repere(d, f, candidat.categorie, candidat.niveau)
        for d, f in serres
        if d < f and (entier or note.plie[d:f] not in vides)
    ]


def _serrer(texte: str, debut: int, fin: int) -> tuple[int, int]:
    """Les bornes sans les espaces ni la ponctuation du bord ; vides s'il ne reste rien."""
    while debut < fin and not texte[debut].isalnum() and texte[debut] not in "@+(":
        debut += 1
    while fin > debut and not texte[fin - 1].isalnum() and texte[fin - 1] not in ".*":
        fin -= 1
    if debut < fin and (texte[debut].isalnum() or any(map(str.isalnum, texte[debut:fin]))):
        return debut, fin
    return fin, fin
