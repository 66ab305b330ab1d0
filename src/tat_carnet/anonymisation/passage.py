"""Un texte en relecture : ses segments, ses alertes, et ce que la personne décide de chacune.

Rien ici n'appose le sceau : c'est le fait de `relecture`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from tat_carnet.anonymisation.alertes import Alerte, Origine, StatutAlerte
from tat_carnet.anonymisation.disparus import directs, disparus, nomme_partout
from tat_carnet.anonymisation.echelle import suivant
from tat_carnet.anonymisation.frappe import (
    borne,
    bornes_de_confiance,
    hors,
    oublier_en_attente,
)
from tat_carnet.anonymisation.lecteur import Lecteur
from tat_carnet.anonymisation.lieux_tus import sans_commerce
from tat_carnet.anonymisation.masquage import clef
from tat_carnet.anonymisation.rappels import Rappels
from tat_carnet.anonymisation.recriture import Morceau, Proposition, proposer
from tat_carnet.anonymisation.recritures.identites import Reliee
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.segments import (
    Segment,
    bornes,
    poser,
    remplacer,
    remplacer_texte,
    texte_de,
)
from tat_carnet.anonymisation.suivi import Suivi, a_jour, suivre
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.vocabulaire import Profil

_MOTIF_VIDE: Final = (
    "Ce passage désigne quelqu’un\u202f: pour le garder, écrivez pourquoi en quelques mots."
)
_EMPORTEE: Final = (
    "Ce passage a été récrit à la main\u202f: il n’est plus dans le texte. "
    "Modifiez directement la formulation, elle sera relue."
)


class TexteEnRelecture:
    """Le brut, sa proposition, et les alertes à décider une à une. `profil` : pour quel lecteur."""

    def __init__(
        self,
        brut: str,
        liste: Collection[str] = (),
        depart: str | None = None,
        *,
        publics: frozenset[str] = frozenset(),
        permis: frozenset[str] = frozenset(),
        categories: Collection[Categorie] = tuple(Categorie),
        niveaux: Collection[Niveau] = tuple(Niveau),
        profil: Profil = Profil.collectif,
    ) -> None:
        self.brut = brut
        self.profil = profil
        self._profils: dict[int, Profil] = {}
        self._reliees: Mapping[str, Reliee] = {}
        self._proposes: dict[tuple[Profil, bool], Proposition] = {}
        self._lecteur = Lecteur(
            liste, publics, frozenset(categories), frozenset(niveaux), profil, permis
        )
        self._suivis: list[Suivi] = []
        self._acquis: frozenset[str] = frozenset()
        self._reperes_bruts = self._lecteur.lire(brut)
        surs = directs(brut, self._reperes_bruts, Niveau.masquer)
        self._lecteur.rappeler(Rappels(set(filter(self._lecteur.se_cherche, surs))))
        self._segments = [Segment(brut if depart is None else depart)]
        if depart is None:
            self._partir()
        else:
            self._repartir()

    @property
    def texte(self) -> str:
        """La formulation telle qu'elle sortirait."""
        return texte_de(self._segments)

    @property
    def alertes(self) -> tuple[Alerte, ...]:
        """Toutes les alertes, décidées ou non ; `alertes[rang].rang == rang`."""
        places = bornes(self._segments)
        return tuple(a_jour(suivi, places.get(rang)) for rang, suivi in enumerate(self._suivis))

    @property
    def places_tues(self) -> tuple[tuple[int, int], ...]:
        """Où est, dans le brut, ce qui reste dehors sans que rien y ait été décidé."""
        return ()

    @property
    def complete(self) -> bool:
        """Vrai si aucune alerte n'attend."""
        return self.prochaine() is None

    @property
    def termes_gardes(self) -> frozenset[str]:
        """Les termes qu'une personne a gardés, tels qu'écrits."""
        return frozenset(a.terme for a in self.alertes if a.statut is StatutAlerte.gardee)

    @property
    def termes_masques(self) -> frozenset[str]:
        """Les identifiants directs du brut, ou tapés puis levés, absents de la formulation.

        Tels qu'écrits, pour la contre-lecture et la liste de masquage ; jamais un terme gardé, un
        doute que la formulation dit encore (on l'a lue ainsi), un mot de tous dont on doutait
        seulement, un mot que l'outil écrit lui-même, ni un terme de moins de trois lettres ou
        chiffres : la contre-lecture les verrait partout.
        """
        dehors = (self.brut[debut:fin] for debut, fin in self.places_tues)
        dits = "\n".join((self.texte, *dehors))
        perdus = disparus(self.brut, self._reperes_bruts, self._suivis, dits)
        gardes = self._gardes()
        return frozenset(
            terme
            for terme in perdus - self._restes_dehors()
            if clef(terme) not in gardes and self._lecteur.se_cherche(terme)
        )

    def _restes_dehors(self) -> frozenset[str]:
        """Les termes d'une phrase qui reste dehors, et qui ne nomment personne ailleurs.

        « Kelyan » se cherche partout ; « le Z », une lettre, « pleure », un mot de tous, non.
        """
        places = self.places_tues
        dehors, dedans = set[str](), set[str]()
        for repere in self._reperes_bruts if places else ():
            tu = any(debut <= repere.debut and repere.fin <= fin for debut, fin in places)
            (dehors if tu else dedans).add(self.brut[repere.debut : repere.fin])
        return frozenset(terme for terme in dehors - dedans if not nomme_partout(terme))

    @property
    def emplacements(self) -> dict[int, tuple[int, int]]:
        """Où est dans `texte` le passage de chaque alerte, par rang, si une frappe l'a laissé."""
        return bornes(self._segments)

    def prochaine(self) -> int | None:
        """Le rang de la première alerte en attente dans l'ordre du texte."""
        for segment in self._segments:
            rang = segment.alerte
            if rang is not None and self._attend(rang):
                return rang
        return None

    def accepter(self, rang: int) -> None:
        """Prend la proposition."""
        self._decider(rang, StatutAlerte.acceptee, self._suivis[rang].alerte.proposition)

    def reformuler(self, rang: int, remplacement: str) -> None:
        """Prend les mots de la personne, qui sont relus à leur tour."""
        self._decider(rang, StatutAlerte.reformulee, remplacement)
        self._relire_saisie()

    def garder(self, rang: int, motif: str = "") -> None:
        """Garde le terme ; `ErreurConnue` si l'alerte bloque et que le motif est vide."""
        suivi = self._suivis[rang]
        if suivi.alerte.bloquante and not motif.strip():
            raise ErreurConnue(_MOTIF_VIDE)
        self._decider(rang, StatutAlerte.gardee, suivi.garde, motif.strip())

    def echelon(self, rang: int) -> Profil | None:
        """L'échelon plus large où monter cette alerte ; `None` s'il n'y en a pas.

        Seule une alerte née du brut et qui attend encore a une échelle.
        """
        alerte = self._suivis[rang].alerte
        if alerte.origine is not Origine.brut or alerte.statut is not StatutAlerte.en_attente:
            return None
        source, profil = self._suivis[rang].source, suivant(self._profil_de(rang))
        assert source is not None
        while profil is not None and self._recrit(source, profil) == alerte.proposition:
            profil = suivant(profil)
        return profil

    def monter(self, rang: int) -> None:
        """Prend l'échelon plus large pour cette alerte seule ; sans effet s'il n'y en a pas."""
        profil, source = self.echelon(rang), self._suivis[rang].source
        if profil is None or source is None:
            return
        self._profils[rang] = profil
        self._reproposer(rang, self._recrit(source, profil))

    def rouvrir(self, rang: int) -> None:
        """Remet l'alerte en attente, avec ce qui était montré d'abord ; son motif reste proposé."""
        suivi = self._suivis[rang]
        self._decider(rang, StatutAlerte.en_attente, suivi.montre, suivi.alerte.motif)

    def modifier(self, texte: str) -> None:
        """Remplace toute la formulation ; ce qui a changé est relu."""
        self._segments = remplacer_texte(self._segments, texte)
        places = bornes(self._segments)
        for rang, suivi in enumerate(self._suivis):
            ephemere = suivi.alerte.origine is Origine.saisie and self._attend(rang)
            if rang not in places and not ephemere:
                alerte = replace(suivi.alerte, statut=StatutAlerte.reformulee)
                self._suivis[rang] = replace(suivi, alerte=alerte)
        self._relire_saisie()

    def rappeler(self, rappels: Rappels) -> None:
        """Cherche aussi ces termes, masqués ailleurs dans le document : ici, ils se décident."""
        if self._lecteur.rappeler(rappels) and any(rappels.reperer(self.texte)):
            self._relire_saisie()

    def lire_au_mois(self) -> None:
        """Le document ne dit plus que le mois de ce fait : ce qui en rendrait le jour se décide."""
        if not self._lecteur.au_mois:
            self._lecteur.au_mois = True
            self._relire_saisie()

    def taire_les_lieux(self, noms: frozenset[str]) -> None:
        """Le document dit ce fait par plus large : ces noms, même publics, s'y décident."""
        if self._lecteur.tus != noms:
            self._lecteur.tus = noms
            self._relire_saisie()

    def _partir(self) -> None:
        """Part de ce qui est proposé pour le brut."""
        self._poser(self._propose(self.profil).morceaux, Origine.brut)

    def _repartir(self) -> None:
        """Part d'une formulation déjà relue : elle se relit comme une saisie.

        Un doute qu'elle dit encore a été levé par qui l'a relue : il ne revient pas. Un terme de la
        liste, si : elle a pu grandir depuis.
        """
        self._acquis = frozenset(
            clef(self.texte[lu.debut : lu.fin])
            for lu in self._lecteur.lire(self.texte)
            if lu.niveau is Niveau.verifier and lu.categorie is not Categorie.liste
        )
        self._relire_saisie()

    def _profil_de(self, rang: int) -> Profil:
        return self._profils.get(rang, self.profil)

    def _propose(self, profil: Profil, *, relie: bool = False) -> Proposition:
        """La proposition du brut à cet échelon, reliée ou non à d'autres passages."""
        reliees = self._reliees if relie else {}
        cle = (profil, bool(reliees))
        if cle not in self._proposes:
            self._proposes[cle] = proposer(self.brut, self._reperes_bruts, profil, reliees)
        return self._proposes[cle]

    def _recrit(self, source: int, profil: Profil, *, relie: bool = True) -> str:
        """Ce que deviendrait, à cet échelon, ce morceau du brut."""
        return self._propose(profil, relie=relie).morceaux[source].remplacement

    def _reproposer(self, rang: int, proposition: str) -> None:
        """Change ce qui est proposé ; et ce qui est écrit, si c'était la proposition."""
        suivi = self._suivis[rang]
        montre = proposition if suivi.montre == suivi.alerte.proposition else suivi.montre
        ecrit = next(s.texte for s in self._segments if s.alerte == rang)
        suit = ecrit == suivi.alerte.proposition
        self._segments = remplacer(self._segments, rang, proposition if suit else ecrit)
        alerte = replace(suivi.alerte, proposition=proposition)
        self._suivis[rang] = replace(suivi, alerte=alerte, montre=montre)

    def _decider(self, rang: int, statut: StatutAlerte, texte: str, motif: str = "") -> None:
        if rang not in bornes(self._segments):
            raise ErreurConnue(_EMPORTEE)
        suivi = self._suivis[rang]
        alerte = replace(suivi.alerte, statut=statut, motif=motif)
        tranchee = statut in (StatutAlerte.acceptee, StatutAlerte.reformulee)
        self._suivis[rang] = replace(suivi, alerte=alerte, tranchee=tranchee)
        self._segments = remplacer(self._segments, rang, texte)

    def _gardes(self) -> frozenset[str]:
        """Les termes gardés, pliés : un passage gardé puis récrit ne l'est plus, il se relit."""
        decides = (suivi.alerte for suivi in self._suivis)
        return frozenset(clef(a.terme) for a in decides if a.statut is StatutAlerte.gardee)

    def _poser(self, morceaux: Sequence[Morceau], origine: Origine) -> None:
        """Une alerte par morceau."""
        texte, premier = self.texte, len(self._suivis)
        du_brut = origine is not Origine.saisie
        self._suivis += [
            suivre(texte, premier + i, morceau, origine, i if du_brut else None)
            for i, morceau in enumerate(morceaux)
        ]
        neufs = zip(self._suivis[premier:], morceaux, strict=True)
        self._segments = poser(
            self._segments,
            (
                (m.debut_brut, m.fin_brut, [Segment(suivi.montre, suivi.alerte.rang)])
                for suivi, m in neufs
            ),
        )

    def _relire_saisie(self) -> None:
        """Relit la formulation et pose une alerte sur ce que la personne y a mis."""
        self._oublier_saisie_en_attente()
        texte, gardes = self.texte, self._gardes() | {""}
        confiance = bornes_de_confiance(self._segments, self._suivis)
        reperes = [
            repere
            for lu in self._lecteur.relire(texte)
            for repere in hors(lu, confiance)
            if not self._est_leve(clef(texte[repere.debut : repere.fin]), repere, gardes)
        ]
        proposes = proposer(texte, reperes, self.profil).morceaux
        tus = self._lecteur.tus
        morceaux = [borne(sans_commerce(morceau, tus), confiance) for morceau in proposes]
        self._poser(morceaux, Origine.saisie)

    def _est_leve(self, forme: str, repere: Repere, gardes: frozenset[str]) -> bool:
        """Vrai d'un terme gardé, ou d'un doute que portait déjà la formulation relue."""
        douteux = repere.niveau is Niveau.verifier and repere.categorie is not Categorie.liste
        return forme in gardes or (douteux and forme in self._acquis)

    def _oublier_saisie_en_attente(self) -> None:
        self._suivis, self._segments = oublier_en_attente(self._suivis, self._segments)

    def _attend(self, rang: int) -> bool:
        return self._suivis[rang].alerte.statut is StatutAlerte.en_attente
