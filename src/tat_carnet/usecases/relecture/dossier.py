"""La pile des passages à lire, le temps d'une relecture ; lui seul rend un `Signe`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Final, Generic

from tat_carnet.anonymisation.dementi import RelectureDementi
from tat_carnet.anonymisation.relecture import Passage, RelectureEntite, StatutAlerte
from tat_carnet.anonymisation.relecture_fait import RelectureFait
from tat_carnet.anonymisation.risque import Expose, Pas
from tat_carnet.documents.interface import Document
from tat_carnet.documents.typographie import FINE, lignes, propre
from tat_carnet.domain.errors import RelectureIncomplete, SortieRefusee
from tat_carnet.domain.fait import Fait
from tat_carnet.domain.relu import FaitRelu, NatureRelue
from tat_carnet.domain.sas import EssaiIntrus, Sillage
from tat_carnet.usecases.relecture.a_part import APart
from tat_carnet.usecases.relecture.annee import dites
from tat_carnet.usecases.relecture.defaut import sortie_sure
from tat_carnet.usecases.relecture.etape import Etape, Parole
from tat_carnet.usecases.relecture.inchange import Lu
from tat_carnet.usecases.relecture.masques import Masques
from tat_carnet.usecases.relecture.natures import Natures
from tat_carnet.usecases.relecture.phrases import Phrases
from tat_carnet.usecases.relecture.plan import ContenuT, Plan, Recit, Relu
from tat_carnet.usecases.relecture.recits import Recits
from tat_carnet.usecases.relecture.relies import Relies
from tat_carnet.usecases.relecture.signature import CACHET, Apercu, Regarde, Signe

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


@dataclass(slots=True)
class Dossier(Generic[ContenuT]):
    """La pile des étapes, les faits qui ne peuvent pas sortir, et de quoi composer.

    `relies` : les passages que la personne dit parler de la même. `recits` : ceux qui racontent
    quelqu'un, et ce qu'elle en décide ; `_motifs`, ceux de les garder, d'un document d'avant.
    `natures` : ceux dont elle ne dit que la nature, cette fois et d'un document d'avant. `a_part` :
    ce qui arrive à quelqu'un, et qu'elle ne dit pas avec le reste.
    `_ouvert` : les lieux et la liste de masquage d'alors. `_annee` : ce qui arrive à des personnes,
    depuis un an : la même liste dans tout document de ce jour.
    """

    plan: Plan[ContenuT]
    etapes: list[Etape]
    refuses: tuple[tuple[Fait, str], ...]
    _libres: dict[str, Passage] = field(repr=False)
    _publics: frozenset[str] = field(repr=False)
    _motifs: dict[str, str] = field(default_factory=dict, repr=False)
    _natures: dict[str, bool] = field(default_factory=dict, repr=False)
    _ouvert: Lu = field(default_factory=Lu, repr=False)
    _a_part: dict[str, str] = field(default_factory=dict, repr=False)
    _annee: tuple[NatureRelue, ...] = field(default=(), repr=False)
    relies: Relies = field(init=False, repr=False)
    recits: Recits = field(init=False, repr=False)
    phrases: Phrases = field(init=False, repr=False)
    natures: Natures = field(init=False, repr=False)
    a_part: APart = field(init=False, repr=False)
    _masques: Masques = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.natures = Natures(self.plan, self.etapes, self._natures, self._motifs)
        self.natures.reprendre()
        self.a_part = APart(self.plan, self.etapes, self._a_part)
        self.recits = Recits(self.plan, self.etapes, self._motifs)
        self.phrases = Phrases(self.recits, self.etapes)
        self.relies = Relies(self.etapes)
        self._masques = Masques(self.plan, self.etapes, self._libres, self._publics)

    @property
    def faites(self) -> int:
        """Combien d'étapes sont faites."""
        return sum(etape.faite for etape in self.etapes)

    @property
    def complet(self) -> bool:
        """Vrai si l'on peut signer."""
        return all(etape.faite for etape in self.etapes)

    def marquer_lue(self, rang: int) -> None:
        """La personne a lu cette étape ; refusé tant qu'une alerte attend.

        Un pseudonyme récrit ici peut laisser seul celui d'un autre passage, qui est à relire.
        """
        passage = self.etapes[rang].passage
        attente = passage.prochaine()
        if attente is not None:
            raise RelectureIncomplete(
                "Une alerte attend encore dans ce passage.", passage=rang, alerte=attente
            )
        if refus := self.plan.refuser(passage.texte):
            raise RelectureIncomplete(refus, passage=rang, alerte=-1)
        self.relies.renouer()
        self.etapes[rang].lue, self.etapes[rang].retenue = True, bool(passage.texte.strip())
        self.recits.suivre(rang)
        self._rappeler()

    def ecarter(self, rang: int, *, ecartee: bool = True) -> None:
        """Laisse de côté (ou reprend) le fait de cette étape, toutes ses étapes comprises."""
        fait = self.etapes[rang].fait
        if fait is not None:
            self.ecarter_faits({fait.fait.id}, ecartes=ecartee)

    def _rappeler(self) -> None:
        if self.complet:
            for fait in self._sortants():
                fait.taire_les_lieux()
            self._masques.rappeler(self._gardes())

    def exposes(self) -> list[Expose]:
        """Ce que le document dirait de chaque fait : ses codes, et sa phrase s'il la dit."""
        return list(map(self._expose, self._sortants()))

    def expose(self, rang: int) -> Expose | None:
        """Ce qu'il dirait du fait dont c'est ici la phrase ; rien si ce n'en est pas une."""
        etape = self.etapes[rang]
        if etape.ecartee or not isinstance(etape.fait, RelectureFait) or not etape.a_une_nature:
            return None
        return self._expose(etape.fait)

    def _expose(self, fait: RelectureFait) -> Expose:
        expose = fait.expose
        return replace(expose, texte="") if self.plan.recit is Recit.absent else expose

    def exposes_ecartes(self) -> list[Expose]:
        """Ce que le document dirait des faits laissés de côté, si on les y remettait."""
        faits = {id(e.fait): e.fait for e in self.etapes if e.ecartee}
        return [fait.expose for fait in faits.values() if isinstance(fait, RelectureFait)]

    def ecrits(self) -> tuple[str, ...]:
        """Les textes tapés pour ce document, tels qu'ils sortiraient ; non ceux des structures."""
        tapes = (libre.texte for libre in self.plan.libres if libre.parole is Parole.recit)
        return tuple(dict.fromkeys(self._libres[tape].texte for tape in tapes))

    def generaliser(self, references: Collection[str], pas: Collection[Pas]) -> int | None:
        """Monte ces échelons pour ces faits, qui sont à relire ; rend le rang du premier."""
        for fait in self._sortants():
            if fait.fait.id in references:
                fait.generaliser(pas)
        if Pas.ensemble in pas:
            self.a_part.ramener(references)
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

    @sortie_sure()
    def apercu(self) -> Apercu:
        """Le document tel qu'il sortirait, pour le lire seul ; tout doit être lu."""
        return self.plan.composer(self.plan.assembler(self._relu()))

    def regarder(self, vu: Apercu, essai: EssaiIntrus) -> Regarde:
        """Ce que vaut un test de l'intrus répondu devant `vu`, l'`apercu` de ce dossier.

        `SortieRefusee` si quelqu'un serait reconnu, ou si le document a changé depuis ;
        `RelectureIncomplete` si un passage raconte quelqu'un et que rien n'en est décidé.
        """
        self.recits.exiger_que_tout_soit_decide()
        if essai.reconnu:
            raise SortieRefusee(_RECONNU)
        if essai.genre is not self.plan.genre or vu != self.apercu():
            raise SortieRefusee(_A_CHANGE)
        return Regarde(vu, CACHET)

    def rang_du_texte(self, ligne: str) -> int | None:
        """L'étape d'où vient une ligne du document ; `None` si l'application l'a écrite.

        « Matériel : des seringues » vient du passage qui dit « des seringues ».
        """
        entiere = propre(ligne)
        for cherchee in (entiere, entiere.rpartition(f"{FINE}: ")[2]):
            for rang, etape in enumerate(self.etapes):
                if not etape.ecartee and cherchee in lignes(etape.passage.texte):
                    return rang
        return None

    def _sortants(self) -> list[RelectureFait]:
        return [fait for fait in self._gardes() if isinstance(fait, RelectureFait)]

    def _dementis(self) -> list[RelectureDementi]:
        """Ceux qui disent quelque chose."""
        dementis = (fait for fait in self._gardes() if isinstance(fait, RelectureDementi))
        return [dementi for dementi in dementis if not dementi.muet]

    def _gardes(self) -> list[RelectureEntite]:
        gardes = {id(e.fait): e.fait for e in self.etapes if e.fait is not None and not e.ecartee}
        return list(gardes.values())

    def ecarter_faits(self, references: Collection[str], *, ecartes: bool = True) -> None:
        """Laisse de côté (ou reprend) ces faits, toutes leurs étapes comprises."""
        for etape in self.etapes:
            if etape.fait is not None and etape.fait.fait.id in references:
                etape.ecartee = ecartes
        self.relies.renouer()
        self._rappeler()

    def premiere_a_faire(self) -> int | None:
        """Rang de la première étape qui reste.

        Un échelon monté dit un îlot ou un secteur que rien n'avait fait lire : il en reste un.
        """
        self._rappeler()
        return next((i for i, etape in enumerate(self.etapes) if not etape.faite), None)

    def termes_masques(self) -> frozenset[str]:
        """Ce que la contre-lecture cherchera."""
        return self._masques.termes()

    @property
    def lu(self) -> Lu:
        """Ce que le cahier disait de ce qui sort, et qu'il doit dire encore (`inchange`)."""
        faits = tuple(relecture.fait for relecture in self._gardes())
        natures = dites(self._natures_d_un_an(), self.plan.profil)
        permis = self._masques.permis
        return replace(self._ouvert, faits=faits, natures=natures, permis=permis)

    @sortie_sure()
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
        ensemble = {fait.fait.id for fait in self._sortants() if fait.se_dit_ensemble}
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
                + [nature.reference for nature in relu.ensemble if nature.reference in ensemble]
                + [dementi.reference for dementi in relu.dementis]
            ),
            sillages=tuple(map(_sillage, relu.faits)),
            termes_masques=self.termes_masques(),
            lu=self.lu,
            cachet=CACHET,
        )

    @property
    def _exempte(self) -> bool:
        """Un fait ne s'exempte jamais, quoi que dise le plan."""
        return bool(self.plan.sans_regard) and not self._gardes()

    def _relu(self) -> Relu:
        natures = self._natures_d_un_an()
        return Relu(
            tuple(fait.signer() for fait in self._sortants() if not fait.se_dit_ensemble),
            {texte: passage.signer() for texte, passage in self._libres.items()},
            tuple(dementi.signer() for dementi in self._dementis()),
            dites(natures, self.plan.profil),
            bool(natures),
        )

    def _natures_d_un_an(self) -> list[NatureRelue]:
        """Celles des faits qui se disent ensemble, et des autres de l'année, sauf les écartés."""
        siens = [f.signer_nature() for f in self._sortants() if f.se_dit_ensemble]
        connus = {nature.reference for nature in siens}
        connus |= {expose.reference for expose in self.exposes_ecartes()}
        return [*siens, *(nature for nature in self._annee if nature.reference not in connus)]


def _exiger(regard: Regarde | None, document: Document) -> None:
    if regard is None:
        raise SortieRefusee(_SANS_REGARD)
    if regard.vu != document:
        raise SortieRefusee(_A_CHANGE)


def _sillage(fait: FaitRelu) -> Sillage:
    return Sillage(
        fait.reference, fait.lieu.texte, fait.semaine, fait.type, fait.tranche_age, fait.publics
    )
