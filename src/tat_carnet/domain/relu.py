"""Ce qui peut sortir : des textes et des faits qu'une personne a relus.

Ce module n'importe jamais `fait` ni `brut`. Les types d'ici portent un sceau que seule la salle
`anonymisation.relecture` sait poser : construire un `TexteRelu` ailleurs lève une erreur à
l'exécution, et `tests/test_architecture.py` le refuse dans le code.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import InitVar, dataclass
from datetime import date
from typing import Final

from tat_carnet.domain.vocabulaire import (
    Attestation,
    EtatDecision,
    Famille,
    Gravite,
    Impact,
    Moment,
    NiveauDecision,
    Public,
    Recurrence,
    TailleGroupe,
    Theme,
    TrancheAge,
    TypeFait,
    TypePartenaire,
    Urgence,
)


class _Sceau:
    """Marque de relecture ; un seul exemplaire, que `anonymisation.relecture` importe."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "‹sceau›"


SCEAU: Final = _Sceau()


@dataclass(frozen=True, slots=True)
class TexteRelu:
    """Un texte dont chaque alerte a été levée par une personne.

    Le sceau est demandé à chaque construction et n'est pas gardé : `dataclasses.replace` ne peut
    donc pas le reporter sur un autre texte.
    """

    texte: str
    sceau: InitVar[_Sceau]

    def __post_init__(self, sceau: _Sceau) -> None:
        if sceau is not SCEAU:
            raise TypeError("Seule la relecture produit un texte relu.")

    def __str__(self) -> str:
        return self.texte


@dataclass(frozen=True, slots=True)
class FaitRelu:
    """Les champs exportables d'un fait, formulation relue comprise.

    `reference` est l'identifiant du fait dans le cahier : elle sert au journal, jamais au document.
    `lieu` est déjà généralisé (îlot à la place d'un hall de moins de dix logements) ; `lieu_tu` :
    dit par l'outil, « Un lieu du secteur… », au lieu d'un nom qui nommerait quelqu'un.
    `semaine` est une semaine ISO, « 2026-S47 », ou un mois, « 2026-11 », si la semaine isolerait
    quelqu'un. `moment` : tu, si le fait arrive à quelqu'un.
    `materiel` est celui d'une trace : seringues, emballages. `signale_a`, `signale_le` et
    `ramasse_le` aussi : à quelle sorte de structure, et quand, en périodes comme `semaine`.
    """

    reference: str
    semaine: str
    moment: Moment | None
    lieu: TexteRelu
    famille: Famille
    type: TypeFait
    libelle_type: TexteRelu
    themes: tuple[Theme, ...]
    attestation: Attestation
    formulation: TexteRelu
    quantite: int | None = None
    taille_groupe: TailleGroupe | None = None
    tranche_age: TrancheAge | None = None
    publics: tuple[Public, ...] = ()
    impacts: tuple[Impact, ...] = ()
    gravite: Gravite | None = None
    urgence: Urgence | None = None
    recurrence: Recurrence | None = None
    materiel: TexteRelu | None = None
    signale_a: TypePartenaire | None = None
    signale_le: str = ""
    ramasse_le: str = ""
    lieu_tu: bool = False


@dataclass(frozen=True, slots=True)
class NatureRelue:
    """La nature d'un fait qui arrive à quelqu'un, et dont rien d'autre ne sort : elle se dit avec
    les autres, une fois par document (décision 0032).

    Elle n'a de champ ni pour un lieu, ni pour une période, ni pour aucun autre code. `reference`
    comme celle d'un `FaitRelu`.
    """

    reference: str
    type: TypeFait


@dataclass(frozen=True, slots=True)
class DementiRelu:
    """Un démenti : ce qui s'était dit, établi faux en réunion. Jamais un fait (`domaine.md` §1.4).

    `reference` et `semaine` comme ceux d'un `FaitRelu` ; ni `semaine` ni `lieu`, vides, de ce qui
    arrivait à quelqu'un et se disait sans eux.
    """

    reference: str
    semaine: str
    lieu: TexteRelu
    texte: TexteRelu


@dataclass(frozen=True, slots=True)
class Effort:
    """La présence qui accompagne tout chiffre : tournées, dont « rien à signaler »."""

    tournees: int
    ras: int

    @classmethod
    def somme(cls, efforts: Collection[Effort]) -> Effort:
        """Celui de périodes, ou de secteurs, disjoints."""
        return cls(sum(un.tournees for un in efforts), sum(un.ras for un in efforts))


@dataclass(frozen=True, slots=True)
class DecisionRelue:
    """Quoi, quelle structure, pour quand, à quel niveau."""

    quoi: TexteRelu
    structure: TexteRelu
    echeance: date | None = None
    niveau: NiveauDecision = NiveauDecision.terrain


@dataclass(frozen=True, slots=True)
class DecisionSuivie:
    """Une décision d'avant, et ce qu'elle est devenue ; `suite` peut être vide.

    `depuis` : une période comme celle des faits, jamais un jour, qui serait celui de l'un d'eux
    (« minuterie changée ce matin ») ; vide si rien n'a changé.
    """

    decision: DecisionRelue
    prise_le: date
    etat: EtatDecision
    depuis: str
    suite: TexteRelu


@dataclass(frozen=True, slots=True)
class CompteRendu:
    """Le contenu d'un compte-rendu (`domaine.md` §6), entièrement relu.

    `du` et `au` bornent la période, jours compris. Les structures sont citées sans nom de
    personne. `suivies` : les décisions dont il rend compte. `de_reunion` : celui d'une réunion,
    tenue ce jour-là ; sinon celui d'une période, écrit ce jour-là, qui n'en prend aucune.
    `public` : la restitution, que n'importe quel habitant lira. `ensemble` : ce qui arrive à des
    personnes ; `a_quelqu_un` : vrai s'il y en a, dites ou tues.
    """

    instance: TexteRelu
    tenue_le: date
    du: date
    au: date
    effort: Effort
    faits: tuple[FaitRelu, ...]
    structures: tuple[TexteRelu, ...] = ()
    suites: tuple[TexteRelu, ...] = ()
    questions: tuple[TexteRelu, ...] = ()
    decisions: tuple[DecisionRelue, ...] = ()
    alertes: tuple[TexteRelu, ...] = ()
    prochaine_date: date | None = None
    dementis: tuple[DementiRelu, ...] = ()
    lieu: TexteRelu | None = None
    ordre_du_jour: tuple[TexteRelu, ...] = ()
    suivies: tuple[DecisionSuivie, ...] = ()
    de_reunion: bool = True
    public: bool = False
    ensemble: tuple[NatureRelue, ...] = ()
    a_quelqu_un: bool = False


@dataclass(frozen=True, slots=True)
class Vignette:
    """Une situation recomposée : la seule chose qui en sorte (`domaine.md` §4).

    Elle n'a aucun champ pour un lieu, une date ni un code : un âge, un moment et des besoins
    croisés sont une personne (décision 0034). Ses deux textes sont relus, et `usecases.vignette`
    refuse de les signer s'ils situent encore, ou disent un âge.
    """

    recit: TexteRelu
    retenu: TexteRelu


@dataclass(frozen=True, slots=True)
class EffortSemaine:
    """La présence d'une semaine ; `lundi` est son premier jour."""

    lundi: date
    effort: Effort


@dataclass(frozen=True, slots=True)
class CahierPapier:
    """Le cahier d'une période, entièrement relu, semaine par semaine, à imprimer.

    `semaines` les contient toutes, dans l'ordre, celles où rien n'est noté comprises.
    """

    du: date
    au: date
    imprime_le: date
    semaines: tuple[EffortSemaine, ...]
    faits: tuple[FaitRelu, ...]
    ensemble: tuple[NatureRelue, ...] = ()
