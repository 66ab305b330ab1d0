"""La relecture d'un fait : sa phrase, son lieu, ce que le lecteur en lira, et sa signature."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from tat_carnet.anonymisation.lieux_tus import noms_tus
from tat_carnet.anonymisation.recit import RecitDeFait
from tat_carnet.anonymisation.relecture import (
    DEGRES_EXPORTABLES,
    LIBELLE,
    LIEU,
    PUBLIQUES,
    NomDeLieu,
    Passage,
    RelectureEntite,
    relire_lieux,
)
from tat_carnet.anonymisation.risque.a_quelqu_un import arrive_a_quelqu_un, est_de_peu
from tat_carnet.anonymisation.risque.exposition import (
    Expose,
    Pas,
    exposer,
    pas_du_lecteur,
    plancher,
)
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.periode import periode_de
from tat_carnet.domain.relu import FaitRelu, NatureRelue
from tat_carnet.domain.sas import Sillage
from tat_carnet.domain.vocabulaire import (
    Attestation,
    Famille,
    Profil,
    Recurrence,
    TailleGroupe,
    TypeFait,
)


class RelectureFait(RelectureEntite):
    """La relecture d'un fait : sa formulation, son lieu public, le matériel d'une trace, et son
    libellé s'il est « autre ».

    Ce qui a été relu pour ce lecteur, ou pour un plus exigeant, sert de départ, et se relit : la
    liste de masquage a pu grandir. Relu pour un plus proche, rien n'en sert : tout est à décider
    à nouveau, du brut (décision 0027). `publics` : les noms publics connus du cahier
    (`publics.noms_publics`). `lieux` : la relecture des noms du lieu, commune à ses faits.
    `degres` : les attestations que le document admet ; rumeur et fait infirmé n'en sont jamais.
    `profil` : à qui va le document. `sortis` : ce que d'autres ont dit de ce fait. `phrases` : faux
    d'un document qui ne dit les mots d'aucun.
    """

    def __init__(
        self,
        fait: Fait,
        site: Site,
        liste: Collection[str] = (),
        publics: frozenset[str] = frozenset(),
        lieux: Mapping[str, NomDeLieu] | None = None,
        *,
        degres: frozenset[Attestation] = DEGRES_EXPORTABLES,
        profil: Profil = Profil.collectif,
        sortis: Sequence[Sillage] = (),
        phrases: bool = True,
    ) -> None:
        self._site, self._sortis = site, sortis
        self._phrases, self._a_part = phrases, False
        self._decides = pas_du_lecteur(fait, profil)
        self._pour_les_mots: frozenset[Pas] = frozenset()
        depart = fait.relu_pour(profil)
        # Le brut purgé, ce qui a été relu pour d'autres est tout ce qui reste à relire.
        brut = fait.texte_brut.lire() or ("" if depart is not None else fait.formulation)
        self._lieux = lieux or relire_lieux(site, liste)
        peu = est_de_peu(fait)
        self._recit = RecitDeFait(brut, liste, depart, publics=publics, profil=profil, peu=peu)
        passages: list[tuple[str, Passage]] = [
            ("Formulation", self._recit),
            (LIEU, self._lieux[site.libelle_exportable]),
        ]
        if fait.type is TypeFait.autre:
            passages.append(
                (
                    LIBELLE,
                    Passage(fait.libelle_autre, liste, categories=PUBLIQUES, profil=profil),
                )
            )
        if fait.materiel.strip():
            materiel = RecitDeFait(fait.materiel, liste, publics=publics, profil=profil, peu=peu)
            passages.append(("Matériel", materiel))
        super().__init__(fait, passages, degres & DEGRES_EXPORTABLES)
        self._suivre_les_pas()

    @property
    def expose(self) -> Expose:
        """Ce que le document dira de ce fait : ses codes, et la phrase proposée."""
        formulation = self._recit
        return exposer(
            self.fait, self._site, self._pas, formulation.texte, formulation.termes_nommes
        )

    def expose_avec(self, phrase: str) -> Expose:
        """Ce qu'en dirait le document, cette phrase remise : de quoi en décider avant."""
        formulation = self._recit
        pas = (self._decides | self._pour_les_mots) - {Pas.recit}
        if self.arrive_a_quelqu_un:
            pas |= {Pas.codes}
        pas |= plancher(exposer(self.fait, self._site), self._sortis)
        texte = f"{formulation.texte} {phrase}"
        return exposer(self.fait, self._site, pas, texte, formulation.termes_nommes)

    def generaliser(self, pas: Collection[Pas]) -> None:
        """Monte ces échelons : le mois, l'îlot, le secteur ; ou tait âge, public, nombre, récit.

        Au mois, « dimanche » ou « il y a quinze jours » rendraient la semaine : ils se décident.
        `Pas.ensemble` ramène avec les autres ce qui se disait à part. Montés tant qu'une phrase
        remise sort, ils redescendent avec elle : le dernier regard redira ceux qu'il faut encore.
        """
        montes = frozenset(pas) - {Pas.ensemble}
        if self._a_remis and Pas.recit not in montes:
            self._pour_les_mots = self._pour_les_mots | (montes - self._decides)
        else:
            self._decides = self._decides | montes
        if Pas.ensemble in pas:
            self._a_part = False
        self._suivre_les_pas()

    def suivre_le_recit(self) -> None:
        """Une phrase y a été remise, ou ôtée : ce que le document dit du lieu et du temps suit."""
        if not self._a_remis:
            self._pour_les_mots = frozenset()
        self._suivre_les_pas()

    def rendre_le_recit(self) -> None:
        """Dit de nouveau la phrase d'un fait dont on ne disait plus que la nature."""
        self._decides = self._decides - {Pas.recit}
        self._suivre_les_pas()

    @property
    def _a_remis(self) -> bool:
        """Vrai si une phrase où quelqu'un se tient en sort, remise."""
        return any(p.remises for _, p in self._passages if isinstance(p, RecitDeFait))

    @property
    def _pas(self) -> frozenset[Pas]:
        """Les échelons décidés, et ceux de ce qui en est sorti."""
        return self._voulus | self._plancher

    @property
    def _voulus(self) -> frozenset[Pas]:
        remise = self._a_remis and Pas.recit not in self._decides
        decides = self._decides | (self._pour_les_mots if remise else frozenset())
        return decides | self._de_quelqu_un

    @property
    def _plancher(self) -> frozenset[Pas]:
        """Sans ses mots, ou si quelqu'un s'y tient, un fait n'est dit plus fin que les autres fois.

        Une lettre garde le hall d'une porte cassée : nul ne s'y tient.
        """
        seule = self.fait.taille_groupe is TailleGroupe.une
        quelqu_un = seule or self.arrive_a_quelqu_un or bool(self._recit.tues)
        tait = Pas.recit in self._decides or (self._phrases and self._muet)
        if not (tait or quelqu_un):
            return frozenset()
        return plancher(exposer(self.fait, self._site), self._sortis)

    @property
    def aligne(self) -> bool:
        """Vrai si des mots de ce fait sortent, dits plus large parce qu'ils l'ont été ailleurs."""
        return not (self._muet or self._plancher <= self._voulus)

    @property
    def _de_quelqu_un(self) -> frozenset[Pas]:
        """Ce qui arrive à quelqu'un perd ses codes ; sans ses mots, il se dit avec les autres.

        Un fait dont les mots se taisent parce que quelqu'un s'y tient perd les siens aussi ; pas
        une trace, où l'on compte des choses (`domaine.md` §5).
        """
        if not self.arrive_a_quelqu_un:
            choses = self.fait.famille is Famille.traces
            tus = self._phrases and self._muet and self._recit.tues and not choses
            return frozenset({Pas.codes} if tus else ())
        return frozenset({Pas.ensemble if self._muet and not self._a_part else Pas.codes})

    @property
    def _muet(self) -> bool:
        """Vrai si le document n'en dit pas les mots."""
        dits = self._phrases and Pas.recit not in self._decides
        return not (dits and self._recit.texte.strip())

    @property
    def arrive_a_quelqu_un(self) -> bool:
        """Vrai si ce fait arrive à une personne, ou à son foyer (décision 0032)."""
        return arrive_a_quelqu_un(self.fait)

    @property
    def se_dit_ensemble(self) -> bool:
        """Vrai si le document n'en dit que la nature, avec celles des autres."""
        return Pas.ensemble in self._de_quelqu_un

    @property
    def se_dit_a_part(self) -> bool:
        """Vrai si sa nature se dit à part, parce que la personne l'a voulu."""
        return self._a_part and self._muet and self.arrive_a_quelqu_un

    def dire_a_part(self, *, oui: bool = True) -> None:
        """Dit à part, ou avec les autres, la nature d'un fait qui arrive à quelqu'un."""
        self._a_part = oui
        self._suivre_les_pas()

    def _suivre_les_pas(self) -> None:
        """Le nom du lieu est celui qu'on dit à ces échelons ; au mois, le calendrier se relit."""
        self._lieu = self._lieux[exposer(self.fait, self._site).lieu(self._pas)]
        self._passages = tuple((nom, self._lieu if nom == LIEU else p) for nom, p in self._passages)
        self.taire_les_lieux()
        if Pas.mois in self._pas:
            for _, passage in self._passages:
                if not self.tait(passage):
                    passage.lire_au_mois()

    def taire_les_lieux(self) -> None:
        """Dit par son îlot ou son secteur, un fait ne nomme plus son lieu : sa phrase le dirait,
        par son nom d'usage aussi. Pas plus si c'est la personne qui a ôté le nom du lieu.
        """
        lieux, site = exposer(self.fait, self._site).lieux, self._site
        fins = lieux.index(self._lieu.brut) + (self._lieu.complete and self._lieu.tu)
        tus = frozenset(lieux[:fins])
        if fins or site.designe_un_foyer:
            tus |= noms_tus(site, lieux[fins:], au_large=bool(fins))
        for nom, passage in self._passages:
            if nom != LIEU and not self.tait(passage):
                passage.taire_les_lieux(tus)

    def tait(self, passage: Passage) -> bool:
        """Vrai si ce passage ne sort pas : d'un fait dont on ne dit plus que la nature, sa phrase ;
        si ce fait arrive à quelqu'un, son matériel aussi.
        """
        if passage is self._recit:
            return Pas.recit in self._decides
        return passage is not self._lieu and self._muet and self.arrive_a_quelqu_un

    def signer(self) -> FaitRelu:
        """Le fait relu ; `ErreurConnue` s'il est refusé, `RelectureIncomplete` s'il attend."""
        if self.refus is not None:
            raise ErreurConnue(self.refus)
        relus = {
            nom: passage.signer(rang)
            for rang, (nom, passage) in enumerate(self._passages)
            if not self.tait(passage)
        }
        materiel = relus.get("Matériel")
        fait, expose, tus = self.fait, self.expose, Pas.codes in self._pas
        assert fait.type is not None
        assert not self.se_dit_ensemble, "ce qui se dit ensemble n'est pas une fiche"
        return FaitRelu(
            reference=fait.id,
            semaine=expose.lue().periode,
            moment=None if tus else fait.moment,
            lieu=relus[LIEU],
            famille=fait.famille,
            type=fait.type,
            libelle_type=relus.get(LIBELLE) or self.mots_connus(libelle(fait.type)),
            themes=fait.themes_effectifs[: 1 if tus else None],
            attestation=fait.attestation,
            formulation=relus.get("Formulation") or self.mots_connus(""),
            materiel=materiel if materiel and materiel.texte else None,
            quantite=None if tus or Pas.nombre in self._pas else fait.quantite,
            taille_groupe=None if tus else fait.taille_groupe,
            tranche_age=None if tus or Pas.age in self._pas else fait.tranche_age,
            publics=() if tus or Pas.publics in self._pas else fait.publics,
            impacts=() if tus else fait.impacts,
            gravite=None if tus else fait.gravite,
            urgence=None if tus else fait.urgence,
            recurrence=self._recurrence(tus),
            signale_a=None if tus else fait.signale_a,
            signale_le="" if tus else self._periode(fait.signale_le),
            ramasse_le="" if tus else self._periode(fait.ramasse_le),
            lieu_tu=self._lieu.tu,
        )

    def _recurrence(self, tus: bool) -> Recurrence | None:
        """Au public, « disparu » se dit encore d'un lieu : le taire dirait que cela dure."""
        recurrence = self.fait.recurrence
        if not tus:
            return recurrence
        disparu = recurrence is Recurrence.disparu and not self.arrive_a_quelqu_un
        return recurrence if disparu else None

    def signer_nature(self) -> NatureRelue:
        """La nature d'un fait qui se dit avec les autres ; `ErreurConnue` s'il est refusé."""
        if self.refus is not None:
            raise ErreurConnue(self.refus)
        assert self.fait.type is not None
        return NatureRelue(self.fait.id, self.fait.type)

    def _periode(self, jour: date | None) -> str:
        """La semaine de ce jour, ou son mois si celle du fait isolerait : jamais le jour.

        Le signalement se fait souvent le jour même : sa date dirait celle du fait.
        """
        return periode_de(jour, au_mois=Pas.mois in self._pas)
