"""Ce qu'un dossier masque : les termes que la contre-lecture cherchera, et où ils restent dits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from tat_carnet.anonymisation.disparus import nomme_partout
from tat_carnet.anonymisation.rappels import Rappels
from tat_carnet.anonymisation.relecture import LIEU, Passage, RelectureEntite
from tat_carnet.usecases.relecture.etape import Etape, etape_du_lieu, parole_de
from tat_carnet.usecases.relecture.inchange import sans_les_permis
from tat_carnet.usecases.relecture.plan import Plan
from tat_carnet.usecases.relecture.raconter import se_lit

_AILLEURS: Final = "un mot y est masqué ailleurs"


@dataclass(slots=True)
class Masques:
    """Les termes masqués d'un dossier. `_etapes` est sa pile : un rappel peut y en ajouter."""

    _plan: Plan[Any]
    _etapes: list[Etape] = field(repr=False)
    _libres: Mapping[str, Passage] = field(repr=False)
    _publics: frozenset[str] = field(repr=False)

    def termes(self) -> frozenset[str]:
        """Tout terme qui a été remplacé : la contre-lecture le cherchera.

        Un terme gardé ailleurs, seul ou dans plus long, motif donné, n'en est plus : il peut
        paraître (« Karim », si l'on garde « salle Karim »). Un mot d'un nom public non plus : le
        document nomme le « Parking du Moulin-Bleu ». D'un passage qui ne sort pas, un nom se
        cherche encore ; « le Z », un mot de tous, non.
        """
        masques = {terme for passage in self._libres.values() for terme in passage.termes_masques}
        for etape in self._etapes:
            termes = etape.passage.termes_masques
            dehors = etape.ecartee or etape.tue
            masques |= set(filter(nomme_partout, termes)) if dehors else termes
        return sans_les_permis(masques, self.permis)

    @property
    def permis(self) -> frozenset[str]:
        """Les noms publics et les termes gardés, motif à l'appui : ils peuvent paraître."""
        return self._publics.union(*(passage.termes_gardes for passage in self._passages))

    @property
    def _passages(self) -> list[Passage]:
        return [*self._libres.values(), *(etape.passage for etape in self._etapes)]

    def rappeler(self, faits: Iterable[RelectureEntite]) -> None:
        """Tout lu, cherche partout ce qui est masqué quelque part : ce qui reste dit se décide.

        La contre-lecture le trouverait, et refuserait le fichier. Un texte que rien n'avait fait
        lire devient une étape. `faits` : ceux qui sortent.
        """
        rappels = Rappels(self.termes())
        lus = {id(etape.passage): etape for etape in self._etapes}
        for etape in (*self._des_textes(), *_des_faits(faits)):
            passage = etape.passage
            passage.rappeler(rappels)
            if (lue := lus.get(id(passage))) is not None:
                lue.lue = lue.lue and passage.complete
            elif se_lit(etape):
                self._etapes.append(etape)
                lus[id(passage)] = etape

    def _des_textes(self) -> Iterable[Etape]:
        libres = {libre.texte: libre for libre in self._plan.libres}
        for texte, passage in self._libres.items():
            libre = libres[texte]
            yield Etape(libre.titre, _AILLEURS, passage, parole=libre.parole)


def _des_faits(faits: Iterable[RelectureEntite]) -> Iterable[Etape]:
    """Une étape par passage d'un fait, qu'il y en ait déjà une ou non."""
    for fait in faits:
        for nom, passage in fait.passages:
            if nom == LIEU:
                yield etape_du_lieu(passage)
            else:
                yield Etape(nom, _AILLEURS, passage, fait, parole=parole_de(nom))
