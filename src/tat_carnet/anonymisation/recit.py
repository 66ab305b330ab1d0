"""Le récit d'un fait : il sort sans les phrases où quelqu'un se tient, qu'on remet une à une."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, Final

from tat_carnet.anonymisation.phrases import Phrase, phrases
from tat_carnet.anonymisation.relecture import Passage
from tat_carnet.anonymisation.segments import poser, renumeroter
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.recherche import words

_RECRITE: Final = (
    "Cette phrase n’est plus telle qu’elle était proposée\u202f: ôtez-la vous-même de ce qui "
    "sortirait. Rien n’est sorti."
)


class RecitDeFait(Passage):
    """Les mots d'un fait, moins ceux où quelqu'un se tient (décision 0034).

    Ce qui reste dehors n'a pas d'alerte à décider. Remise, une phrase est lue comme une frappe.
    Une formulation déjà relue reste ce qu'elle est : ses phrases s'y retrouvent par leurs mots.
    `peu` : ce fait est de quatre personnes au plus.
    """

    def __init__(self, *args: Any, peu: bool = False, **options: Any) -> None:
        self.peu = peu
        self._lues: tuple[Phrase, ...] | None = None
        self._remises: frozenset[int] = frozenset()
        self._laissees: frozenset[int] = frozenset()
        super().__init__(*args, **options)

    @property
    def tues(self) -> tuple[Phrase, ...]:
        """Les phrases où quelqu'un se tient, remises ou non."""
        return tuple(phrase for phrase in self._phrases() if phrase.tue)

    @property
    def remises(self) -> frozenset[int]:
        """Les rangs, dans `tues`, de celles que la personne a remises."""
        return self._remises

    @property
    def places_tues(self) -> tuple[tuple[int, int], ...]:
        """Où est, dans le brut, ce qui reste dehors : rien n'y a été décidé."""
        places: list[tuple[int, int]] = []
        for phrase in self._dehors():
            suit = places and places[-1][1] == phrase.debut  # un seul trait pour celles qui suivent
            debut = places.pop()[0] if suit else phrase.debut
            places.append((debut, phrase.fin))
        return tuple(places)

    @property
    def redit(self) -> bool:
        """Vrai si la personne y a mis un mot qui n'est ni de la note ni de ce qu'on en propose."""
        connus = {*words(self.brut), *words(self._propose(self.profil).texte)}
        connus.update(mot for alerte in self.alertes for mot in words(alerte.proposition))
        return not connus.issuperset(words(self.texte))

    @property
    def en_place(self) -> tuple[Phrase, ...]:
        """Les autres : elles sortent d'emblée, sauf celles que la personne laisse."""
        return tuple(p for p in self._phrases() if not p.tue and p.texte.strip())

    @property
    def laissees(self) -> frozenset[int]:
        """Les rangs, dans `en_place`, de celles que la personne laisse dans le cahier."""
        return self._laissees

    def remettre(self, rang: int) -> None:
        """Remet cette phrase à sa place, telle qu'elle est proposée ; elle se relit."""
        self._mettre(self.tues[rang])
        self._remises |= {rang}

    def retirer(self, rang: int) -> None:
        """Ôte une phrase remise ; `ErreurConnue` si ses mots n'y sont plus tels quels."""
        self._oter(self.tues[rang])
        self._remises -= {rang}

    def laisser(self, rang: int) -> None:
        """Laisse dehors une phrase où nul ne se tient ; `ErreurConnue` si elle est récrite."""
        self._oter(self.en_place[rang])
        self._laissees |= {rang}

    def reprendre(self, rang: int) -> None:
        """Remet à sa place une phrase qu'on avait laissée."""
        self._mettre(self.en_place[rang])
        self._laissees -= {rang}

    def _mettre(self, phrase: Phrase) -> None:
        place, texte = self._place(phrase), self.texte
        avant, apres = texte[:place].rstrip(), texte[place:].lstrip()
        self.modifier(" ".join(filter(None, (avant, phrase.texte.strip(), apres))))

    def _oter(self, phrase: Phrase) -> None:
        dite, texte = phrase.texte.strip(), self.texte
        ou = texte.find(dite)
        if ou < 0:
            raise ErreurConnue(_RECRITE)
        restes = (texte[:ou].rstrip(), texte[ou + len(dite) :].lstrip())
        self.modifier(" ".join(filter(None, restes)))

    def _dehors(self) -> list[Phrase]:
        """Ce qui ne sort pas, dans l'ordre du texte."""
        tues = [p for rang, p in enumerate(self.tues) if rang not in self._remises]
        laissees = [p for rang, p in enumerate(self.en_place) if rang in self._laissees]
        return sorted((*tues, *laissees), key=lambda phrase: phrase.debut)

    def _phrases(self) -> tuple[Phrase, ...]:
        if self._lues is None:
            propose = self._propose(self.profil)
            self._lues = phrases(self.brut, propose, self.profil, self.peu)
        return self._lues

    def _place(self, phrase: Phrase) -> int:
        """Après la dernière des phrases d'avant qui se dit encore ; au début s'il n'en est pas."""
        for avant in reversed(self._phrases()[: self._phrases().index(phrase)]):
            dite = avant.texte.strip()
            if dite and (ou := self.texte.find(dite)) >= 0:
                return ou + len(dite)
        return 0

    def _partir(self) -> None:
        """Ce qui est proposé, sans ces phrases ni leurs alertes."""
        super()._partir()
        tues = self.tues
        segments = poser(self._segments, [(p.dit, p.dit_fin, ()) for p in tues])
        restent = [s for s in self._suivis if not self._est_tue(s.source, tues)]
        rangs = {suivi.alerte.rang: rang for rang, suivi in enumerate(restent)}
        dits = [s for s in segments if s.alerte is None or s.alerte in rangs]
        self._segments = renumeroter(dits, rangs)
        self._suivis = [suivi.au_rang(rang) for rang, suivi in enumerate(restent)]

    def _repartir(self) -> None:
        super()._repartir()
        dits = _mots(self.texte)
        self._remises = frozenset(
            rang for rang, phrase in enumerate(self.tues) if _mots(phrase.texte) in dits
        )
        self._laissees = frozenset(
            rang for rang, phrase in enumerate(self.en_place) if _mots(phrase.texte) not in dits
        )
        dehors = frozenset(self._dehors())
        reste = " ".join(p.texte for p in self._phrases() if p not in dehors)
        if _mots(reste) != dits:  # récrite à la main, une phrase ne se retrouve pas : elle est dite
            self._laissees = frozenset()

    def _est_tue(self, source: int | None, tues: Sequence[Phrase]) -> bool:
        assert source is not None
        debut = self._propose(self.profil).morceaux[source].debut_brut
        rang = bisect_right(tues, debut, key=lambda phrase: phrase.debut) - 1
        return rang >= 0 and debut < tues[rang].fin


def _mots(texte: str) -> str:
    """Les mots repliés, bordés d'espaces : « contient » vaut alors pour des mots entiers."""
    return f" {' '.join(words(texte))} "
