"""Les mots que l'outil écrit lui-même : relus d'un document à l'autre, ils ne désignent personne.

« une rue du secteur » n'est pas une adresse à récrire en « une rue du secteur ». Un lecteur proche
peut lire ce qui a été écrit pour un plus éloigné, jamais l'inverse (décision 0027).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Final

from tat_carnet.anonymisation.echelle import BORNES, lieu, moment, periode
from tat_carnet.anonymisation.nombres import ordinal
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.recritures import ages, lieux, personnes, proches, termes
from tat_carnet.domain.vocabulaire import Moment, Profil

_DETERMINANTS: Final = frozenset(("un", "une", "le", "la", "les", "des"))
_RANGS: Final = 12
"""Personnes d'un même texte que l'on compte ainsi : bien plus qu'une note n'en nomme."""
_DU_PUBLIC: Final = (
    "habitant", "habitante", "adulte", "personne", "mineur", "mineure", "famille",
)  # fmt: skip
_PORTRAITS: Final = {
    Profil.collectif: (
        "jeune", "enfant", "adolescent", "adolescente", "jeune adulte", "femme", "homme",
    ),
    Profil.institution: ("jeune",),
    Profil.restitution_publique: _DU_PUBLIC,
    Profil.vignette: _DU_PUBLIC,
}  # fmt: skip
"""Comment `portrait` dit quelqu'un, par lecteur."""
_FIXES: Final = (
    *termes.FIXES.values(),
    "par téléphone",
    "immatriculation notée",
    "une tenue qu’on ne précise pas",
    "une démarche personnelle",
    "un rendez-vous personnel",
    "une autre langue",
    "une autre origine",
    "une origine qu’on ne précise pas",
    "des habitants",
    "deux personnes",
    "un établissement",
    "un commerce",
    "un local",
    "une ligne",
    "un logement",
    "un étage",
    "dans les étages",
    "entre deux étages",
    "une rue du secteur",
    "une adresse du secteur",
    "un immeuble du secteur",
    "une date proche",
    "une date ancienne",
    "une certaine heure",
    "en bas âge",
    "moins de 18 ans",
    "18 ans et plus",
    "18 ans ou plus",
    ages.AGE_TU,
    personnes.LIEU_TU,
    *(dit for _, dit in (*lieux.ETABLISSEMENTS, *lieux.PETITS_LIEUX, *lieux.CLASSES)),
)


@cache
def nos_mots(profil: Profil) -> frozenset[str]:
    """Les groupes de mots écrits pour ce lecteur ou un plus exigeant ; leur nom, s'il est long.

    « une rue du secteur » et « rue du secteur », mais jamais « logement » : seul, il ne dit pas
    qu'il vient d'ici.
    """
    groupes = {*_FIXES, *_de_tous(), *(g for lecteur in profil.exigences for g in _de(lecteur))}
    suites = (groupe.split(maxsplit=1) for groupe in groupes)
    nus = {s[1] for s in suites if s[0] in _DETERMINANTS and " " in s[1]}
    return frozenset(groupes | nus)


@cache
def _suites(profil: Profil) -> frozenset[tuple[str, ...]]:
    """Toute suite de mots qui se lit dans l'un de ces groupes."""
    formes = [tuple(Note.de(groupe).formes) for groupe in nos_mots(profil)]
    return frozenset(
        forme[debut:fin]
        for forme in formes
        for debut, fin in product(range(len(forme)), range(1, len(forme) + 1))
        if debut < fin
    )


def est_des_notres(terme: str, profil: Profil) -> bool:
    """Vrai si ce terme n'est fait que de mots que l'outil écrit : « rue du secteur », « jeune »."""
    return tuple(Note.de(terme).formes) in _suites(profil)


def _de_tous() -> Iterator[str]:
    """Les proches, dits pareillement à tout lecteur au-delà du collectif."""
    for de, nom in product(("ses", "mes", "tes", "leurs"), ("un", "une", "certains", "certaines")):
        yield f"{nom} de {de} proches"
    yield from ("un proche", "une proche", "des proches")


def _de(profil: Profil) -> Iterator[str]:
    """Ce qui ne s'écrit qu'à l'échelon de ce lecteur."""
    yield from _quelqu_un(profil)
    for commun, lequel in product((False, True), Moment):
        groupe = lieu(commun, profil)
        yield from (groupe, *moment(lequel, profil))
        article, _, nom = groupe.partition(" ")
        yield f"{article} autre {nom}"
        yield f"{'la' if article == 'une' else 'le'} même {nom.removesuffix(' du secteur')}"
    for jour, mois in product(range(1, 29, 7), range(1, 13)):
        yield from periode(jour, mois, profil)
    if profil is Profil.collectif:
        yield from _tranches()
        for de in ("la", "sa", "leur", "ma", "ta"):
            yield from (f"un membre de {de} fratrie", f"une personne de {de} fratrie")


def _tranches() -> Iterator[str]:
    hauts = [haut for _, haut in BORNES]
    for bas, _ in (*BORNES, (60, 150)):
        yield from (f"{bas} ans et plus", f"{bas} ans ou plus")
        for haut in (haut for haut in hauts if haut > bas):
            yield from (f"{bas}-{haut} ans", f"entre {bas} et {haut} ans")
    yield from (f"moins de {haut + 1} ans" for haut in hauts)


def _quelqu_un(profil: Profil) -> Iterator[str]:
    noms = _PORTRAITS[profil]
    for nom in noms:
        for un, le in (("un", "le"), ("une", "la")):
            yield from (f"{un} {nom}", f"{le} {nom}", f"{un} autre {nom}", f"{le} même {nom}")
        yield f"l’autre {nom}"
        for rang, feminin in product(range(_RANGS), (False, True)):
            yield f"{ordinal(rang, feminin)} {nom}"
    for masculin, feminin_ in _metiers(profil):
        yield from (f"un {masculin}", f"une {feminin_}")


def _metiers(profil: Profil) -> Iterator[tuple[str, str]]:
    if profil is Profil.collectif:
        yield from (noms for _, noms in proches.METIERS)
    yield proches.DU_METIER if profil.public else proches.PROFESSIONNELS
    yield from (proches.AGENT, proches.HABITANTS)
