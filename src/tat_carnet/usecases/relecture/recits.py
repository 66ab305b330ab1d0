"""Ce qui raconte quelqu'un se décide un à un, comme une alerte : rien n'en sort par oubli.

Redire, n'en dire que la nature, laisser de côté, ou garder avec un motif (décision 0030). Un
passage que l'on change se redécide : ce qu'on en a dit valait pour ces mots, et pour ce lecteur.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from tat_carnet.anonymisation.recit import RecitDeFait
from tat_carnet.anonymisation.relecture_fait import RelectureFait
from tat_carnet.anonymisation.risque import Expose, Pas, Reconnaissance, reconnaissances
from tat_carnet.domain.errors import ErreurConnue, RelectureIncomplete
from tat_carnet.domain.vocabulaire import Profil, TailleGroupe
from tat_carnet.usecases.relecture.etape import Etape, Parole
from tat_carnet.usecases.relecture.plan import Plan, Recit
from tat_carnet.usecases.relecture.raconter import a_perdu, est_de_peu, raconte, suites

RECIT: Final = "recit"
"""La sorte d'une levée qui garde un récit, à côté des catégories de repère."""
_RECOMPOSE: Final = "recit_recompose"
"""Celle d'une vignette : ses motifs (« recomposé… ») n'ont pas de sens ailleurs."""

_MOTIF_VIDE: Final = (
    "Ce passage raconte quelqu’un\u202f: pour le garder, dites pourquoi en quelques mots."
)
_RECOPIE: Final = (
    "Une vignette se recompose, et ces mots sont ceux de vos notes\u202f: redites-les autrement."
)
_RACONTE: Final = (
    "{} quelqu’un, et {} votre décision\u202f: {}. Rien n’est sorti, rien n’est perdu."
)
_SANS_NATURE: Final = (
    "Ce passage n’est pas la phrase d’un fait\u202f: il n’a pas de nature à dire. Redites-le."
)
_NE_SE_GARDE_PAS: Final = {
    Recit.admis: "Une restitution publique ne raconte personne",
    Recit.sans_personne: "Une lettre décrit des lieux et des usages",
    Recit.absent: "Ce document ne raconte personne",
}


@dataclass(slots=True)
class Recits:
    """Ce qu'un dossier raconte de quelqu'un, par rang d'étape, et ce qui en est décidé.

    `_motifs` : pourquoi un passage est gardé, par l'empreinte de ses mots et de son lecteur ; au
    départ, ceux des documents d'avant. `_tenus` : par rang, les mots gardés en dernier et pourquoi.
    """

    _plan: Plan[Any]
    _etapes: Sequence[Etape]
    _motifs: dict[str, str] = field(default_factory=dict, repr=False)
    _lus: dict[int, tuple[str, bool]] = field(default_factory=dict, init=False, repr=False)
    _tenus: dict[int, tuple[str, str]] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        for rang, etape in enumerate(self._etapes):
            if motif := self._motif_de_ces_mots(rang):
                self._tenus[rang] = etape.passage.texte, motif

    @property
    def se_gardent(self) -> bool:
        """Faux d'une lettre et d'une restitution publique : elles ne racontent personne."""
        return self._plan.recit is Recit.admis and not self._publique

    @property
    def _publique(self) -> bool:
        return self._plan.profil is Profil.restitution_publique

    def raconte(self, rang: int) -> bool:
        """Vrai si ce passage sort et parle de quelqu'un."""
        etape = self._etapes[rang]
        return not etape.ecartee and self._dit(etape) and self._parle_de_quelqu_un(rang)

    def attend(self, rang: int) -> bool:
        """Vrai s'il reste à décider de ce passage."""
        return self.raconte(rang) and not (self.motif(rang) and self.peut_garder(rang))

    def attendent(self) -> tuple[int, ...]:
        """Les rangs de ceux dont rien n'est décidé."""
        return tuple(rang for rang in range(len(self._etapes)) if self.attend(rang))

    def exiger_que_tout_soit_decide(self) -> None:
        """`RelectureIncomplete`, qui mène au premier, tant qu'il en attend un."""
        attendent = self.attendent()
        if not attendent:
            return
        seul = len(attendent) == 1
        qui = "Un passage raconte" if seul else f"{len(attendent)} passages racontent"
        attend = "attend" if seul else "attendent"
        phrase = _RACONTE.format(qui, attend, self.gestes(attendent))
        raise RelectureIncomplete(phrase, passage=attendent[0], alerte=-1)

    def motif(self, rang: int) -> str:
        """Pourquoi ces mots sont gardés, pour ce lecteur ou un plus exigeant ; vide sinon.

        Les mêmes, un mot masqué depuis, ou un jour devenu « récemment », restent gardés.
        """
        if motif := self._motif_de_ces_mots(rang):
            return motif
        tenus, motif = self._tenus.get(rang, ("", ""))
        return motif if motif and a_perdu(tenus, self._etapes[rang].passage) else ""

    def motif_d_avant(self, rang: int) -> str:
        """Pourquoi ce passage était gardé, avec d'autres mots peut-être : le motif à redonner."""
        return self._tenus.get(rang, ("", ""))[1]

    def suivre(self, rang: int) -> None:
        """Lu avec moins de mots, un récit gardé le reste, et les prochains documents le sauront."""
        motif = self.motif(rang)
        if self.peut_garder(rang) and motif and not self._motif_de_ces_mots(rang):
            self.garder(rang, motif)

    def regard(self, rang: int) -> tuple[Reconnaissance, ...]:
        """Ce que le dernier regard dira de ces mots, et qu'aucun échelon ne tait."""
        fait = self._etapes[rang].fait
        if not (self.se_tait(rang) and isinstance(fait, RelectureFait)):
            return ()
        return tuple(
            trouve for trouve in reconnaissances([fait.expose]) if trouve.pas <= {Pas.recit}
        )

    def expose_avec(self, rang: int, phrase: str) -> Expose | None:
        """Ce que le document dirait de ce fait, cette phrase remise ; rien d'un matériel."""
        fait = self._etapes[rang].fait
        if not (self.se_tait(rang) and isinstance(fait, RelectureFait)):
            return None
        return fait.expose_avec(phrase)

    def _motif_de_ces_mots(self, rang: int) -> str:
        for profil in self._plan.profil.exigences:
            if motif := self._motifs.get(self._etapes[rang].empreinte(RECIT, profil)):
                return motif
        return ""

    @property
    def gardes(self) -> int:
        """Combien de récits sortent, gardés avec leur motif."""
        return sum(
            self.raconte(rang) and not self.attend(rang) for rang in range(len(self._etapes))
        )

    def motifs(self) -> tuple[str, ...]:
        """Les motifs déjà donnés, le dernier d'abord : de quoi ne pas les récrire."""
        return tuple(dict.fromkeys(reversed(self._motifs.values())))

    def peut_garder(self, rang: int) -> bool:
        """Vrai si ces mots peuvent sortir, motif donné : une situation ne sort que recomposée."""
        return self.se_gardent and not self.reprend_les_notes(rang)

    def reprend_les_notes(self, rang: int) -> bool:
        """Vrai si ces mots sont, à peu près, ceux de notes d'où le document est tiré."""
        if not self._plan.notes:
            return False
        dits = suites(self._etapes[rang].passage.texte)
        return bool(dits) and 2 * len(dits & suites(self._plan.notes)) >= len(dits)

    def garder(self, rang: int, motif: str) -> None:
        """Garde ces mots ; `ErreurConnue` sans motif, ou si ce document ne raconte personne."""
        self.exiger_de_garder(rang, motif)
        etape = self._etapes[rang]
        etape.recit_garde = etape.empreinte(RECIT, self._plan.profil), motif.strip()
        self._motifs[etape.recit_garde[0]] = motif.strip()
        self._tenus[rang] = etape.passage.texte, motif.strip()

    def exiger_de_garder(self, rang: int, motif: str) -> None:
        """`ErreurConnue` sans motif, ou si ce document ne raconte personne."""
        if not self.se_gardent:
            refus = _NE_SE_GARDE_PAS[self._plan.recit]
            raise ErreurConnue(f"{refus}\u202f: {self.gestes([rang])}.")
        if not self.peut_garder(rang):
            raise ErreurConnue(_RECOPIE)
        if not motif.strip():
            raise ErreurConnue(_MOTIF_VIDE)

    def se_tait(self, rang: int) -> bool:
        """Vrai si l'on peut n'en dire que la nature : c'est la phrase d'un fait."""
        return self._etapes[rang].a_une_nature

    def s_ecarte(self, rang: int) -> bool:
        """Vrai si ce passage est d'un fait, qu'on peut laisser de côté."""
        return self._etapes[rang].fait is not None

    def gestes(self, rangs: Sequence[int]) -> str:
        """Ce qu'on peut faire de ces passages : un texte tapé n'a ni nature, ni côté où aller."""
        dits = ["redites autrement"]
        if any(map(self.se_tait, rangs)):
            dits.append("n’en dites que la nature")
        if any(map(self.s_ecarte, rangs)):
            dits.append("laissez de côté")
        if any(map(self.peut_garder, rangs)):
            dits.append("gardez en disant pourquoi")
        return ", ou ".join(filter(None, (", ".join(dits[:-1]), dits[-1])))

    def taire(self, rang: int) -> None:
        """N'en dit que la nature, avec son lieu et sa période ; `ErreurConnue` d'un texte tapé."""
        fait = self._etapes[rang].fait
        if not (self.se_tait(rang) and isinstance(fait, RelectureFait)):
            raise ErreurConnue(_SANS_NATURE)
        fait.generaliser([Pas.recit])

    def a_taire(self) -> tuple[int, ...]:
        """Les rangs de ceux qui attendent et dont on peut ne dire que la nature."""
        return tuple(rang for rang in self.attendent() if self.se_tait(rang))

    def taire_le_reste(self, sauf: Collection[int] = ()) -> tuple[int, ...]:
        """N'en dit que la nature, de tous ceux-là sauf quelques-uns ; rend leurs rangs."""
        rangs = tuple(rang for rang in self.a_taire() if rang not in sauf)
        for rang in rangs:
            self.taire(rang)
        return rangs

    def rouvrir(self, rang: int) -> None:
        """Revient sur ce qui en a été décidé : il attend de nouveau, ses phrases tues dehors."""
        etape = self._etapes[rang]
        self.oublier(rang)
        passage = etape.passage
        if isinstance(passage, RecitDeFait) and passage.remises:
            for phrase in sorted(passage.remises):
                passage.retirer(phrase)
            etape.relire_le_recit()
            self.oublier(rang)
        if isinstance(etape.fait, RelectureFait) and self.se_tait(rang):
            etape.fait.rendre_le_recit()

    def oublier(self, rang: int) -> None:
        """Le motif de ces mots, pour ce lecteur et les plus exigeants."""
        etape = self._etapes[rang]
        etape.recit_garde, etape.lue = None, False
        self._tenus.pop(rang, None)
        for profil in self._plan.profil.exigences:
            self._motifs.pop(etape.empreinte(RECIT, profil), None)

    def _dit(self, etape: Etape) -> bool:
        """Faux des phrases qu'un document ne dit pas : ses codes seuls en sortent."""
        if etape.tue:
            return False
        sans_phrase = self._plan.recit is Recit.absent and isinstance(etape.fait, RelectureFait)
        return not sans_phrase or etape.parole is Parole.nature

    def _parle_de_quelqu_un(self, rang: int) -> bool:
        """Une personne codée seule, ou des mots qui en suivent une ; relu seulement s'ils changent.

        De ce qui arrive à quelqu'un, tous les mots de la note : les dire, c'est le dire à part,
        avec un motif ; les redire est déjà le vouloir.
        L'écran compte à chaque touche ce qui attend : cinq cents faits s'y liraient chaque fois.
        """
        etape = self._etapes[rang]
        texte = etape.passage.texte
        if self._plan.profil is Profil.vignette and texte.strip():
            return True  # elle raconte par nature : « Est venu montrer » n'a pas de sujet
        lu, parle = self._lus.get(rang, (None, False))
        if lu != texte:
            parle = raconte(texte, self._plan.profil, etape.parole, peu=est_de_peu(etape))
            self._lus[rang] = texte, parle
        if parle or etape.fait is None or not self.se_tait(rang) or not texte.strip():
            return parle
        return etape.fait.fait.taille_groupe is TailleGroupe.une or self._a_part(etape)

    def _a_part(self, etape: Etape) -> bool:
        fait, passage = etape.fait, etape.passage
        if not (isinstance(fait, RelectureFait) and fait.arrive_a_quelqu_un and self.se_gardent):
            return False
        return not (isinstance(passage, RecitDeFait) and passage.redit)


def sorte_de_levee(profil: Profil) -> str:
    """Sous quoi se retient un récit gardé pour ce lecteur : d'une vignette, à part."""
    return _RECOMPOSE if profil is Profil.vignette else RECIT
