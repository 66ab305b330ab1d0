"""Le sas : ce qui doit sortir est préparé, relu passage par passage, puis signé. Sans exception.

Un document décrit son `Plan` (genre, destinataire, textes tapés, comment l'assembler) ; `preparer`
en fait un `Dossier`, la pile des passages à lire, qui vit le temps d'une relecture, hors de toute
fenêtre. Lui seul rend un `Signe`, et `exporter` n'accepte rien d'autre.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import InitVar, dataclass, field
from datetime import date, datetime
from typing import Final, Generic, TypeAlias, TypeVar

from tat_carnet.anonymisation.echelle import Profil
from tat_carnet.anonymisation.publics import noms_publics
from tat_carnet.anonymisation.relecture import (
    DEGRES_EXPORTABLES,
    Passage,
    RelectureDementi,
    RelectureEntite,
    RelectureFait,
    StatutAlerte,
    relire_lieu,
    relire_structure,
    relire_texte,
)
from tat_carnet.anonymisation.reperes import DIRECTES
from tat_carnet.anonymisation.risque import Expose, Pas
from tat_carnet.documents.interface import Document
from tat_carnet.documents.typographie import lignes, propre
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import RelectureIncomplete, SortieRefusee
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.journal import FORMATS_DE_DOCUMENT, FormatDocument, GenreDocument
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.recherche import words
from tat_carnet.domain.relu import DementiRelu, FaitRelu, TexteRelu
from tat_carnet.domain.sas import EssaiIntrus, Levee, Sillage
from tat_carnet.domain.vocabulaire import Attestation
from tat_carnet.usecases.ports import Cahier

LIEU: Final = "Lieu"
"""L'étiquette, dans une `RelectureFait`, du passage qui nomme le site."""

A_LIRE: Final = ("Formulation", "Démenti")
"""Les passages qu'on lit même sans alerte."""

_SANS_REGARD: Final = (
    "Personne n’a encore répondu au test de l’intrus. Rien n’est sorti, rien n’est perdu\u202f: "
    "regardez le document une dernière fois."
)
_RECONNU: Final = (
    "Quelqu’un serait reconnu dans ce document. Rien n’est sorti, rien n’est perdu\u202f: récrivez "
    "ce qui le désigne, puis regardez-le à nouveau."
)
_A_CHANGE: Final = (
    "Le document a changé depuis le dernier regard. Rien n’est sorti, rien n’est perdu\u202f: "
    "regardez-le à nouveau."
)

ContenuT = TypeVar("ContenuT")

Apercu: TypeAlias = Document
"""Le document montré au dernier regard : l'écran le reçoit et le rend, sans savoir en composer."""


class _Cachet:
    """La marque de `Dossier.regarder` et de `signer` ; rien d'autre ne l'appose."""


CACHET: Final = _Cachet()


@dataclass(frozen=True, slots=True)
class TexteLibre:
    """Un texte tapé pour ce document, qui n'est pas un fait.

    On ne s'y arrête que s'il alerte, sauf `toujours` (le corps d'un courrier). `structure` : ce que
    dit une structure d'elle-même ; seul y compte ce qui nommerait quelqu'un, et `connus` y sont les
    mots dont on sait qu'ils ne nomment personne.
    """

    texte: str
    titre: str
    precision: str = ""
    toujours: bool = False
    structure: bool = False
    connus: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Relu:
    """Ce que la relecture rend : de quoi assembler un contenu, et rien d'autre."""

    faits: tuple[FaitRelu, ...]
    _textes: Mapping[str, TexteRelu]
    dementis: tuple[DementiRelu, ...] = ()

    def texte(self, tape: str) -> TexteRelu:
        """Ce qu'est devenu un texte libre du plan ; `KeyError` s'il n'y était pas."""
        return self._textes[tape]

    def textes(self, tapes: Iterable[str]) -> tuple[TexteRelu, ...]:
        """Les mêmes, dans l'ordre."""
        return tuple(map(self.texte, tapes))


@dataclass(frozen=True, slots=True)
class Plan(Generic[ContenuT]):
    """Ce qu'un genre de document demande au sas.

    `assembler` fait un contenu (un type de `domain.relu`) de ce qui est relu ; `composer` (de la
    salle `documents`) en fait un document. `degres` : les attestations qu'il admet. `nom` : celui
    du fichier, sans extension ; vide, il dit le genre et le jour. `publics` : des noms publics de
    plus que ceux des lieux (les structures de l'annuaire). `dementis` : dire aussi ce qui a été
    infirmé, comme tel. `profil` : à qui va le document, dont dépend l'échelon de chaque détail.
    `sans_regard` : pourquoi le test de l'intrus n'a pas d'objet ici (« des structures seules ») ;
    `ValueError` si ce plan porte pourtant un texte sur le quartier.
    """

    genre: GenreDocument
    jour: date
    destinataire: str
    assembler: Callable[[Relu], ContenuT]
    composer: Callable[[ContenuT], Document]
    libres: tuple[TexteLibre, ...] = ()
    degres: frozenset[Attestation] = DEGRES_EXPORTABLES
    formats: tuple[FormatDocument, ...] = FORMATS_DE_DOCUMENT
    nom: str = ""
    dementis: bool = False
    profil: Profil = Profil.collectif
    publics: frozenset[str] = frozenset()
    sans_regard: str = ""

    def __post_init__(self) -> None:
        if self.sans_regard and not all(libre.structure for libre in self.libres):
            raise ValueError("Un texte sur le quartier se regarde toujours.")

    @property
    def nom_de_fichier(self) -> str:
        """Un nom neutre, sans lieu ni personne : « compte-rendu-2026-11-21 »."""
        return self.nom or f"{self.genre.value.replace('_', '-')}-{self.jour.isoformat()}"


@dataclass(frozen=True, slots=True)
class Regarde:
    """Un document lu seul, où personne ne reconnaîtrait quelqu'un. `Dossier.regarder` seul en fait.

    `vu` : le document tel qu'il a été regardé ; il ne vaut pour aucun autre.
    """

    vu: Apercu
    cachet: InitVar[_Cachet]

    def __post_init__(self, cachet: _Cachet) -> None:
        if cachet is not CACHET:
            raise TypeError("Seul le sas fait regarder un document.")


@dataclass(frozen=True, slots=True)
class Signe(Generic[ContenuT]):
    """Un document que quelqu'un a lu en entier. Seul `Dossier.signer` en fait un.

    `references` : les identifiants des faits qu'il cite, pour le journal. `termes_masques` : ce que
    la contre-lecture cherchera. `sillages` : ce qu'il dit en codes. Le cachet n'est pas gardé :
    `dataclasses.replace` ne peut pas le reporter sur un autre contenu.
    """

    plan: Plan[ContenuT]
    contenu: ContenuT
    document: Document
    references: tuple[str, ...]
    termes_masques: frozenset[str]
    sillages: tuple[Sillage, ...]
    cachet: InitVar[_Cachet]

    def __post_init__(self, cachet: _Cachet) -> None:
        if cachet is not CACHET:
            raise TypeError("Seul le sas signe un document.")


@dataclass(slots=True)
class Etape:
    """Une chose à lire. `fait` est celui dont elle vient, s'il y en a un ; `lue` quand c'est fait.

    `ecartee` : la personne a décidé de ne pas faire sortir ce fait.
    """

    titre: str
    precision: str
    passage: Passage
    fait: RelectureEntite | None = None
    lue: bool = False
    ecartee: bool = False

    @property
    def faite(self) -> bool:
        """Vrai si l'on n'a plus rien à y faire."""
        return self.ecartee or (self.lue and self.passage.complete)


@dataclass(slots=True)
class Dossier(Generic[ContenuT]):
    """La pile des étapes, les faits qui ne peuvent pas sortir, et de quoi composer."""

    plan: Plan[ContenuT]
    etapes: list[Etape]
    refuses: tuple[tuple[Fait, str], ...]
    _libres: dict[str, Passage] = field(repr=False)
    _publics: frozenset[str] = field(repr=False)

    @property
    def faites(self) -> int:
        """Combien d'étapes sont faites."""
        return sum(etape.faite for etape in self.etapes)

    @property
    def complet(self) -> bool:
        """Vrai si l'on peut signer."""
        return all(etape.faite for etape in self.etapes)

    def marquer_lue(self, rang: int) -> None:
        """La personne a lu cette étape ; refusé tant qu'une alerte attend."""
        passage = self.etapes[rang].passage
        attente = passage.prochaine()
        if attente is not None:
            raise RelectureIncomplete(
                "Une alerte attend encore dans ce passage.", passage=rang, alerte=attente
            )
        self.etapes[rang].lue = True

    def ecarter(self, rang: int, *, ecartee: bool = True) -> None:
        """Laisse de côté (ou reprend) le fait de cette étape, toutes ses étapes comprises."""
        fait = self.etapes[rang].fait
        for etape in self.etapes:
            if fait is not None and etape.fait is fait:
                etape.ecartee = ecartee

    def exposes(self) -> list[Expose]:
        """Ce que le document dirait en codes de chaque fait qui en sort."""
        return [fait.expose for fait in self._sortants()]

    def generaliser(self, references: Collection[str], pas: Collection[Pas]) -> int | None:
        """Monte ces échelons pour ces faits, qui sont à relire ; rend le rang du premier."""
        for fait in self._sortants():
            if fait.fait.id in references:
                fait.generaliser(pas)
        return self.rouvrir(references)

    def rouvrir(self, references: Collection[str]) -> int | None:
        """Remet ces faits à lire ; rend le rang de la première étape concernée."""
        rangs = [
            rang
            for rang, etape in enumerate(self.etapes)
            if etape.fait is not None and etape.fait.fait.id in references and not etape.ecartee
        ]
        for rang in rangs:
            self.etapes[rang].lue = False
        return next(iter(rangs), None)

    @property
    def blocages_gardes(self) -> int:
        """Combien de blocages ont été gardés, motif à l'appui, dans ce qui sort."""
        return sum(
            alerte.bloquante and alerte.statut is StatutAlerte.gardee
            for etape in self.etapes
            if not etape.ecartee
            for alerte in etape.passage.alertes
        )

    def apercu(self) -> Apercu:
        """Le document tel qu'il sortirait, pour le lire seul ; tout doit être lu."""
        return self.plan.composer(self.plan.assembler(self._relu()))

    def regarder(self, vu: Apercu, essai: EssaiIntrus) -> Regarde:
        """Ce que vaut un test de l'intrus répondu devant `vu`, l'`apercu` de ce dossier.

        `SortieRefusee` si quelqu'un serait reconnu, ou si le document a changé depuis.
        """
        if essai.reconnu:
            raise SortieRefusee(_RECONNU)
        if essai.genre is not self.plan.genre or vu != self.apercu():
            raise SortieRefusee(_A_CHANGE)
        return Regarde(vu, CACHET)

    def rang_du_texte(self, ligne: str) -> int | None:
        """L'étape d'où vient une ligne du document ; `None` si l'application l'a écrite."""
        cherchee = propre(ligne)
        for rang, etape in enumerate(self.etapes):
            if not etape.ecartee and cherchee in lignes(etape.passage.texte):
                return rang
        return None

    def _sortants(self) -> list[RelectureFait]:
        return [fait for fait in self._gardes() if isinstance(fait, RelectureFait)]

    def _dementis(self) -> list[RelectureDementi]:
        return [fait for fait in self._gardes() if isinstance(fait, RelectureDementi)]

    def _gardes(self) -> list[RelectureEntite]:
        gardes = {id(e.fait): e.fait for e in self.etapes if e.fait is not None and not e.ecartee}
        return list(gardes.values())

    def ecarter_faits(self, references: Collection[str]) -> None:
        """Laisse de côté ces faits, toutes leurs étapes comprises."""
        for rang, etape in enumerate(self.etapes):
            if etape.fait is not None and etape.fait.fait.id in references:
                self.ecarter(rang)

    def premiere_a_faire(self) -> int | None:
        """Rang de la première étape qui reste."""
        return next((i for i, etape in enumerate(self.etapes) if not etape.faite), None)

    def termes_masques(self) -> frozenset[str]:
        """Tout terme qui a été remplacé : la contre-lecture le cherchera.

        Un terme gardé ailleurs, seul ou dans plus long, motif donné, n'en est plus : il peut
        paraître (« Karim », si l'on garde « salle Karim »). Un mot d'un nom public non plus : le
        document nomme le « Parking du Moulin-Bleu ».
        """
        passages = [*self._libres.values(), *(etape.passage for etape in self.etapes)]
        permis = self._publics.union(*(passage.termes_gardes for passage in passages))
        gardes = [_entoure(terme) for terme in permis]
        masques = {terme for passage in passages for terme in passage.termes_masques}
        return frozenset(
            terme for terme in masques if not any(_entoure(terme) in garde for garde in gardes)
        )

    def signer(self, regard: Regarde | None = None) -> Signe[ContenuT]:
        """Le document relu et regardé ; `RelectureIncomplete` mène à ce qui reste.

        `SortieRefusee` sans le regard de ce document même, sauf si le plan en est exempté.
        """
        rang = self.premiere_a_faire()
        if rang is not None:
            alerte = self.etapes[rang].passage.prochaine()
            raise RelectureIncomplete(
                "Il reste un passage à lire avant de signer.",
                passage=rang,
                alerte=-1 if alerte is None else alerte,
            )
        relu = self._relu()
        contenu = self.plan.assembler(relu)
        document = self.plan.composer(contenu)
        if not self._exempte:
            _exiger(regard, document)
        return Signe(
            plan=self.plan,
            contenu=contenu,
            document=document,
            references=tuple(
                [fait.reference for fait in relu.faits]
                + [dementi.reference for dementi in relu.dementis]
            ),
            sillages=tuple(map(_sillage, relu.faits)),
            termes_masques=self.termes_masques(),
            cachet=CACHET,
        )

    @property
    def _exempte(self) -> bool:
        """Un fait ne s'exempte jamais, quoi que dise le plan."""
        return bool(self.plan.sans_regard) and not self._gardes()

    def _relu(self) -> Relu:
        return Relu(
            tuple(fait.signer() for fait in self._sortants()),
            {texte: passage.signer() for texte, passage in self._libres.items()},
            tuple(dementi.signer() for dementi in self._dementis()),
        )


def _exiger(regard: Regarde | None, document: Document) -> None:
    if regard is None:
        raise SortieRefusee(_SANS_REGARD)
    if regard.vu != document:
        raise SortieRefusee(_A_CHANGE)


def _sillage(fait: FaitRelu) -> Sillage:
    return Sillage(
        fait.reference, fait.lieu.texte, fait.semaine, fait.type, fait.tranche_age, fait.publics
    )


def ouvrir(cahier: Cahier, plan: Plan[ContenuT], faits: Iterable[Fait] = ()) -> Dossier[ContenuT]:
    """Le dossier de ces faits, avec les lieux et la liste de masquage du cahier."""
    sites = {site.id: site for site in cahier.sites()}
    return preparer(plan, faits, sites, cahier.termes_masquage())


def preparer(
    plan: Plan[ContenuT],
    faits: Iterable[Fait],
    sites: Mapping[str, Site],
    liste: frozenset[str],
) -> Dossier[ContenuT]:
    """Le dossier de ces faits, sans cahier (le scénario de démonstration s'en sert aussi).

    Un fait que le plan n'admet pas (rumeur, fait infirmé, degré trop faible) va dans `refuses` ; un
    fait infirmé peut se démentir, si le plan le veut.
    """
    publics = noms_publics(sites.values()) | plan.publics
    lieux = {site_id: relire_lieu(site, liste) for site_id, site in sites.items()}
    relectures: list[RelectureEntite] = []
    for fait in faits:
        if (site_id := fait.site_id) is None:
            continue
        ou = (sites[site_id], liste, publics, lieux[site_id])
        if plan.dementis and fait.attestation is Attestation.infirme:
            relectures.append(RelectureDementi(fait, *ou))
        else:
            relectures.append(RelectureFait(fait, *ou, degres=plan.degres, profil=plan.profil))
    passages = _passages_libres(plan, liste, publics)
    etapes = _etapes_libres(plan.libres, passages)
    sortants = [relecture for relecture in relectures if relecture.refus is None]
    etapes += _etapes_des_lieux(sortants)
    for relecture in sortants:
        etapes += _etapes_du_fait(relecture, sites[relecture.fait.site_id or ""])
    refuses = tuple((r.fait, r.refus) for r in relectures if r.refus is not None)
    return Dossier(plan, etapes, refuses, passages, publics)


def enregistrer_relecture(cahier: Cahier, etape: Etape, maintenant: datetime) -> None:
    """Retient la formulation relue, les termes confirmés, et pourquoi un blocage a été levé.

    La liste garde des termes, sans lien avec un fait ni avec qui que ce soit.
    """
    cahier.add_termes_masquage(termes_confirmes(etape.passage))
    _retenir_levees(cahier, etape, maintenant)
    if etape.fait is None:
        return
    formulation = next((p for nom, p in etape.fait.passages if nom == "Formulation"), None)
    if formulation is etape.passage:
        actuel = cahier.fait(etape.fait.fait.id)
        cahier.save_fait(actuel.relu(formulation.texte, maintenant))


def _retenir_levees(cahier: Cahier, etape: Etape, maintenant: datetime) -> None:
    """Un motif déjà retenu pour ce fait ne l'est pas deux fois : on peut relire plusieurs fois."""
    fait_id = etape.fait.fait.id if etape.fait is not None else None
    connues = {(levee.categorie, levee.motif) for levee in cahier.levees(fait_id)}
    neuves = {
        (alerte.categorie.value, TexteBrut(alerte.motif))
        for alerte in etape.passage.alertes
        if alerte.bloquante and alerte.statut is StatutAlerte.gardee
    }
    levees = [Levee(maintenant, *neuve, fait_id) for neuve in neuves - connues]
    if levees:
        cahier.append_levees(levees)


def termes_confirmes(passage: Passage) -> frozenset[str]:
    """Les termes remplacés qui désignent quelqu'un à eux seuls."""
    return frozenset(
        alerte.terme
        for alerte in passage.alertes
        if alerte.categorie in DIRECTES and alerte.terme in passage.termes_masques
    )


def _passages_libres(
    plan: Plan[ContenuT], liste: frozenset[str], publics: frozenset[str]
) -> dict[str, Passage]:
    """Un même texte, ici d'une structure et là d'une personne, se relit comme d'une personne."""
    structures = {
        libre.texte: relire_structure(libre.texte, liste, publics | libre.connus)
        for libre in plan.libres
        if libre.structure
    }
    autres = [libre.texte for libre in plan.libres if not libre.structure]
    return structures | {
        texte: relire_texte(texte, liste, publics, plan.profil) for texte in autres
    }


def _etapes_libres(libres: Sequence[TexteLibre], passages: Mapping[str, Passage]) -> list[Etape]:
    """Un texte tapé deux fois se lit une fois."""
    uniques: dict[str, TexteLibre] = {}
    for libre in libres:
        uniques.setdefault(libre.texte, libre)
    return [
        Etape(libre.titre, libre.precision, passages[libre.texte])
        for libre in uniques.values()
        if passages[libre.texte].alertes or (libre.toujours and libre.texte.strip())
    ]


def _etapes_du_fait(relecture: RelectureEntite, site: Site) -> list[Etape]:
    fait = relecture.fait
    assert fait.type is not None
    titre = f"{site.libelle_public} — {fait.libelle_autre or libelle(fait.type)}"
    return [
        Etape(titre, _precision(nom, fait), passage, relecture)
        for nom, passage in relecture.passages
        if nom in A_LIRE or (nom != LIEU and passage.alertes)
    ]


def _etapes_des_lieux(relectures: Iterable[RelectureEntite]) -> list[Etape]:
    """Un nom de lieu qui alerte se décide une fois, pour tous les faits qui s'y passent."""
    passages = {id(lieu): lieu for r in relectures for nom, lieu in r.passages if nom == LIEU}
    return [
        Etape("Nom d’un lieu", "vaut pour tous ses faits", passage)
        for passage in passages.values()
        if passage.alertes
    ]


def _precision(nom: str, fait: Fait) -> str:
    degre = libelle(fait.attestation)
    return degre if nom == "Formulation" else f"{degre}, {nom.lower()}"


def _entoure(terme: str) -> str:
    """Les mots repliés d'un terme, bordés d'espaces : « contient » vaut alors pour des mots."""
    return f" {' '.join(words(terme))} "
