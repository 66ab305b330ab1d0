"""Ce qu'un fait expose en codes, et les pas qui l'exposent moins."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import StrEnum, auto
from typing import Final, NamedTuple

from tat_carnet.anonymisation.risque.a_quelqu_un import arrive_a_quelqu_un
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.periode import mois_iso
from tat_carnet.domain.sas import Sillage
from tat_carnet.domain.vocabulaire import Profil, Public, TailleGroupe, TrancheAge, TypeFait

_SANS_AGE: Final = (TrancheAge.mixte, TrancheAge.non_observe)


class Pas(StrEnum):
    """Un échelon monté : le moins coûteux pour le lecteur d'abord.

    `codes` : de ce qui arrive à quelqu'un, ne dire à côté de la phrase que la nature, le lieu, la
    période et la solidité. `ensemble` : n'en dire que la nature, avec celles des autres.
    """

    mois = auto()
    ilot = auto()
    secteur = auto()
    age = auto()
    publics = auto()
    nombre = auto()
    recit = auto()
    codes = auto()
    ensemble = auto()


COUTS: Final = {Pas.mois: 1, Pas.ilot: 2, Pas.secteur: 4, Pas.age: 3, Pas.publics: 5}
"""Ce que chaque pas ôte au lecteur, pour choisir le moins cher : un ordre, pas une mesure.

Les autres n'y sont pas : ils n'entrent dans aucune combinaison.
"""


class Combinaison(NamedTuple):
    """Ce qui se lit d'un fait dans le document : lieu, période, type, âge, publics."""

    lieu: str
    periode: str
    type: TypeFait
    tranche_age: TrancheAge | None
    publics: frozenset[Public]


@dataclass(frozen=True, slots=True)
class Expose:
    """Un fait et ses codes ; `lieux` du plus fin au plus large, `pas` ceux déjà faits.

    `semaine` « 2026-S47 », `mois` « 2026-11 ». `texte` : la phrase proposée, jamais le brut ; vide
    si le document n'en dit que la nature. `nommes` : ceux que le brut nomme, chacun réduit à un
    nombre qui change à chaque lancement. `traits` : les autres codes que dit un document, les mêmes
    d'un document à l'autre (effets, gravité, urgence, récurrence, taille du groupe).
    `a_quelqu_un` : c'est à une personne, ou à son foyer, que ce fait arrive.
    """

    reference: str
    lieux: tuple[str, ...]
    semaine: str
    mois: str
    type: TypeFait
    tranche_age: TrancheAge | None = None
    publics: frozenset[Public] = frozenset()
    pas: frozenset[Pas] = frozenset()
    taille: TailleGroupe | None = None
    quantite: int | None = None
    texte: str = field(default="", repr=False)
    nommes: frozenset[int] = field(default=frozenset(), repr=False)
    traits: frozenset[StrEnum] = frozenset()
    a_quelqu_un: bool = False

    def lue(self, pas: frozenset[Pas] | None = None) -> Combinaison:
        """Ce qu'en dit le document, à ces échelons (les siens, sans `pas`)."""
        pas = self.pas if pas is None else pas
        if Pas.ensemble in pas:
            return Combinaison("", "", self.type, None, frozenset())
        tait_qui = Pas.codes in pas
        return Combinaison(
            lieu=self.lieu(pas),
            periode=self.mois if Pas.mois in pas else self.semaine,
            type=self.type,
            tranche_age=None if tait_qui or Pas.age in pas else self.tranche_age,
            publics=frozenset() if tait_qui or Pas.publics in pas else self.publics,
        )

    def lieu(self, pas: frozenset[Pas]) -> str:
        """Le nom du lieu à ces échelons."""
        if Pas.secteur in pas:
            return self.lieux[-1]
        return self.lieux[min(1, len(self.lieux) - 1)] if Pas.ilot in pas else self.lieux[0]

    @property
    def dit_qui(self) -> bool:
        """Vrai si l'on y lit un âge ou un public : sans eux, rien ne parle de quelqu'un."""
        lue = self.lue()
        return lue.tranche_age is not None or bool(lue.publics)


def age_dit(tranche: TrancheAge | None) -> TrancheAge | None:
    """L'âge que ce code apprend : aucun, si l'on n'a rien observé ou si tous les âges y sont."""
    return None if tranche in _SANS_AGE else tranche


def pas_du_lecteur(fait: Fait, profil: Profil) -> frozenset[Pas]:
    """Les pas que ce lecteur impose : au public, seuls le lieu et le mois (décision 0036) ; de
    ce qui arrive à quelqu'un, que le secteur : « Relogement, tel îlot », un voisin sait qui.
    """
    if not profil.public:
        return frozenset()
    de_quelqu_un = {Pas.secteur} if arrive_a_quelqu_un(fait) else set()
    return frozenset({Pas.mois, Pas.codes} | de_quelqu_un)


def rang_du_lieu(nom: str, lieux: Sequence[str]) -> int:
    """L'échelon d'un lieu dit jadis ; renommé depuis, ou dit par son secteur, le plus large."""
    return lieux.index(nom) if nom in lieux else len(lieux) - 1


def plancher(expose: Expose, sortis: Sequence[Sillage]) -> frozenset[Pas]:
    """Les pas qui mènent au plus large de ce que des documents ont dit du lieu et de la période.

    Un fait sorti au secteur et au mois, avec ses mots, ne dit pas ensuite son hall et sa semaine :
    le type et les effets, les mêmes, rendraient le hall à ces mots (décision 0030).
    """
    rang = max((rang_du_lieu(sorti.lieu, expose.lieux) for sorti in sortis), default=0)
    pas = {Pas.mois} if any(sorti.periode == expose.mois for sorti in sortis) else set()
    if rang:
        pas.add(Pas.secteur if rang == len(expose.lieux) - 1 else Pas.ilot)
    return frozenset(pas)


def exposer(
    fait: Fait,
    site: Site,
    pas: frozenset[Pas] = frozenset(),
    texte: str = "",
    nommes: Collection[str] = (),
) -> Expose:
    """Les codes d'un fait vérifié, là où il est ; `texte` : la phrase qu'on en dira."""
    assert fait.type is not None
    noms = (site.libelle_exportable, site.ilot.strip(), site.secteur)
    return Expose(
        reference=fait.id,
        lieux=tuple(dict.fromkeys(nom for nom in noms if nom)),
        semaine=fait.semaine,
        mois=mois_iso(fait.instant),
        type=fait.type,
        tranche_age=age_dit(fait.tranche_age),
        publics=frozenset(fait.publics),
        pas=pas,
        taille=fait.taille_groupe,
        quantite=fait.quantite,
        texte="" if Pas.recit in pas else texte,
        nommes=frozenset(map(hash, nommes)),
        traits=_traits(fait),
        a_quelqu_un=arrive_a_quelqu_un(fait),
    )


def _traits(fait: Fait) -> frozenset[StrEnum]:
    codes = (*fait.impacts, fait.gravite, fait.urgence, fait.recurrence, fait.taille_groupe)
    return frozenset(code for code in codes if code is not None)
