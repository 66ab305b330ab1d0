"""Préparer un compte-rendu : choisir les faits, les faire relire un à un, composer.

Un `Dossier` est la pile des passages à lire. Il vit le temps d'une relecture, hors de toute
fenêtre, et ne rend un `CompteRendu` que lorsque chaque passage est lu et chaque alerte levée.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from tat_carnet.anonymisation.publics import noms_publics
from tat_carnet.anonymisation.relecture import Passage, RelectureFait, relire_lieu, relire_texte
from tat_carnet.anonymisation.reperes import DIRECTES
from tat_carnet.domain.errors import RelectureIncomplete, SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.recherche import words
from tat_carnet.domain.relu import CompteRendu, Decision, Effort
from tat_carnet.domain.vocabulaire import NiveauDecision
from tat_carnet.usecases.ports import Cahier

FAITS_AU_PLUS = 2000
"""Un compte-rendu au-delà ne se relit pas : la période est trop longue."""

LIEU = "Lieu"
"""L'étiquette, dans une `RelectureFait`, du passage qui nomme le site."""


@dataclass(frozen=True, slots=True)
class DecisionSaisie:
    """Une décision telle que tapée, avant relecture."""

    quoi: str
    structure: str
    echeance: date | None = None
    niveau: NiveauDecision = NiveauDecision.terrain


@dataclass(frozen=True, slots=True)
class Preparation:
    """Ce que la personne a rempli avant de relire ; `du` et `au` compris."""

    instance: str
    tenue_le: date
    du: date
    au: date
    destinataire: str
    structures: tuple[str, ...] = ()
    suites: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    decisions: tuple[DecisionSaisie, ...] = ()
    alertes: tuple[str, ...] = ()
    prochaine_date: date | None = None

    def verified(self) -> Preparation:
        """Cette préparation, ou `SaisieIncomplete` nommant le champ à reprendre."""
        if not self.instance.strip():
            raise SaisieIncomplete("Donnez le nom de l’instance.", champ="instance")
        if not self.destinataire.strip():
            raise SaisieIncomplete(
                "Dites à qui part ce document : le journal le retient.", champ="destinataire"
            )
        if self.au < self.du:
            raise SaisieIncomplete("La période finit avant d’avoir commencé.", champ="au")
        if any(not decision.quoi.strip() for decision in self.decisions):
            raise SaisieIncomplete("Une décision est vide.", champ="decisions")
        return self


@dataclass(slots=True)
class Etape:
    """Une chose à lire. `fait` est celui dont elle vient, s'il y en a un ; `lue` quand c'est fait.

    `ecartee` : la personne a décidé de ne pas faire sortir ce fait.
    """

    titre: str
    precision: str
    passage: Passage
    fait: RelectureFait | None = None
    lue: bool = False
    ecartee: bool = False

    @property
    def faite(self) -> bool:
        """Vrai si l'on n'a plus rien à y faire."""
        return self.ecartee or (self.lue and self.passage.complete)


@dataclass(slots=True)
class Dossier:
    """La pile des étapes, les faits qui ne peuvent pas sortir, et de quoi composer."""

    preparation: Preparation
    effort: Effort
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

    def signer(self) -> CompteRendu:
        """Le compte-rendu relu ; `RelectureIncomplete` mène à ce qui reste."""
        rang = self.premiere_a_faire()
        if rang is not None:
            alerte = self.etapes[rang].passage.prochaine()
            raise RelectureIncomplete(
                "Il reste un passage à lire avant de signer.",
                passage=rang,
                alerte=-1 if alerte is None else alerte,
            )
        return self._composer()

    def _composer(self) -> CompteRendu:
        p = self.preparation
        relu = {texte: passage.signer() for texte, passage in self._libres.items()}
        gardes = {id(e.fait): e.fait for e in self.etapes if e.fait is not None and not e.ecartee}
        return CompteRendu(
            instance=relu[p.instance],
            tenue_le=p.tenue_le,
            du=p.du,
            au=p.au,
            effort=self.effort,
            faits=tuple(fait.signer() for fait in gardes.values()),
            structures=tuple(relu[texte] for texte in p.structures),
            suites=tuple(relu[texte] for texte in p.suites),
            questions=tuple(relu[texte] for texte in p.questions),
            decisions=tuple(
                Decision(relu[d.quoi], relu[d.structure], d.echeance, d.niveau) for d in p.decisions
            ),
            alertes=tuple(relu[texte] for texte in p.alertes),
            prochaine_date=p.prochaine_date,
        )


def ouvrir_dossier(cahier: Cahier, preparation: Preparation) -> Dossier:
    """Rassemble les faits de la période, dans l'ordre du temps, et ce qu'il faut en relire."""
    preparation = preparation.verified()
    filtre = Filtre(du=preparation.du, au=preparation.au)
    if cahier.count_faits(filtre) > FAITS_AU_PLUS:
        raise SaisieIncomplete(
            "Cette période compte trop de faits pour être relue : raccourcissez-la.", champ="du"
        )
    sites = {site.id: site for site in cahier.sites()}
    return preparer_dossier(
        preparation,
        reversed(cahier.faits(filtre, FAITS_AU_PLUS)),
        sites,
        cahier.effort(preparation.du, preparation.au),
        cahier.termes_masquage(),
    )


def preparer_dossier(
    preparation: Preparation,
    faits: Iterable[Fait],
    sites: dict[str, Site],
    effort: Effort,
    liste: frozenset[str],
) -> Dossier:
    """Le dossier de ces faits, sans cahier (le scénario de démonstration s'en sert aussi)."""
    publics = noms_publics(sites.values())
    lieux = {site_id: relire_lieu(site, liste) for site_id, site in sites.items()}
    relectures = [
        RelectureFait(fait, sites[site_id], liste, publics, lieux[site_id])
        for fait in faits
        if (site_id := fait.site_id) is not None
    ]
    libres = {texte: relire_texte(texte, liste, publics) for texte in _textes_libres(preparation)}
    etapes = [
        Etape("Texte du compte-rendu", "ajouté en réunion", passage)
        for passage in libres.values()
        if passage.alertes
    ]
    sortants = [relecture for relecture in relectures if relecture.refus is None]
    etapes += _etapes_des_lieux(sortants)
    for relecture in sortants:
        etapes += _etapes_du_fait(relecture, sites[relecture.fait.site_id or ""])
    refuses = tuple((r.fait, r.refus) for r in relectures if r.refus is not None)
    return Dossier(preparation, effort, etapes, refuses, libres, publics)


def enregistrer_relecture(cahier: Cahier, etape: Etape, maintenant: datetime) -> None:
    """Retient la formulation relue et les termes que la personne a confirmés.

    La liste garde des termes, sans lien avec un fait ni avec qui que ce soit.
    """
    cahier.add_termes_masquage(termes_confirmes(etape.passage))
    if etape.fait is None:
        return
    formulation = next(p for nom, p in etape.fait.passages if nom == "Formulation")
    if formulation is etape.passage:
        actuel = cahier.fait(etape.fait.fait.id)
        cahier.save_fait(actuel.relu(formulation.texte, maintenant))


def termes_confirmes(passage: Passage) -> frozenset[str]:
    """Les termes remplacés qui désignent quelqu'un à eux seuls."""
    return frozenset(
        alerte.terme
        for alerte in passage.alertes
        if alerte.categorie in DIRECTES and alerte.terme in passage.termes_masques
    )


def _etapes_du_fait(relecture: RelectureFait, site: Site) -> list[Etape]:
    fait = relecture.fait
    assert fait.type is not None
    titre = f"{site.libelle_public} — {fait.libelle_autre or libelle(fait.type)}"
    return [
        Etape(titre, _precision(nom, fait), passage, relecture)
        for nom, passage in relecture.passages
        if nom == "Formulation" or (nom != LIEU and passage.alertes)
    ]


def _etapes_des_lieux(relectures: Iterable[RelectureFait]) -> list[Etape]:
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


def _textes_libres(p: Preparation) -> Sequence[str]:
    choix: tuple[Callable[[DecisionSaisie], str], ...] = (lambda d: d.quoi, lambda d: d.structure)
    decisions = [lire(d) for d in p.decisions for lire in choix]
    return [p.instance, *p.structures, *p.suites, *p.questions, *decisions, *p.alertes]
