"""Ce qu'un dossier a lu du cahier, et si le cahier le dit encore : sinon, rien n'en sort.

Un dossier attend des heures, et le reste de l'application s'ouvre pendant ce temps : un fait
s'infirme en réunion, se corrige, se jette ; un lieu se révèle trop petit ; un nom entre dans la
liste de masquage. Une signature ne vaut que pour ce qui a été lu.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from tat_carnet.anonymisation.lexiques import est_courant
from tat_carnet.anonymisation.masquage import clef
from tat_carnet.anonymisation.nos_mots import est_des_notres
from tat_carnet.anonymisation.relecture import DEGRES_EXPORTABLES
from tat_carnet.documents.contre_lecture.mots import Passage
from tat_carnet.documents.contre_lecture.termes import LONG, Recherche
from tat_carnet.documents.interface import Document
from tat_carnet.domain.errors import SortieRefusee
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.recherche import words
from tat_carnet.domain.relu import NatureRelue
from tat_carnet.domain.vocabulaire import Profil
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture.annee import natures_de

_A_NOUVEAU: Final = (
    " Rien n’est sorti, rien n’est perdu\u202f: préparez ce document à nouveau, ce que vous avez "
    "déjà décidé du reste est gardé."
)
_FAIT: Final = "Un fait de ce document a changé dans le cahier depuis que vous l’avez relu."
_LIEU: Final = "Un lieu de ce document a changé dans le cahier depuis que vous l’avez relu."
_ARTICLES: Final = frozenset(("le", "la", "les", "l", "un", "une", "des"))
_TERME: Final = "Un mot de ce document a rejoint, depuis, la liste de masquage."


@dataclass(frozen=True, slots=True)
class Lu:
    """`faits`, `sites` et `liste` de masquage, tels que le dossier les a lus.

    `natures` : celles qui se disent, de faits qui ne sont pas tous de ce document. `permis` : les
    noms publics et les termes gardés, motif à l'appui, qui peuvent paraître.
    """

    faits: tuple[Fait, ...] = field(default=(), repr=False)
    natures: tuple[NatureRelue, ...] = ()
    sites: Mapping[str, Site] = field(default_factory=dict, repr=False)
    liste: frozenset[str] = field(default=frozenset(), repr=False)
    permis: frozenset[str] = field(default=frozenset(), repr=False)


def exiger_inchange(cahier: Cahier, lu: Lu, document: Document) -> None:
    """`SortieRefusee` si le cahier ne dit plus ce qui a été lu, ou masque un mot du document.

    Ce que la relecture écrit elle-même (la formulation, pour qui) ne compte pas.
    """
    for fait in lu.faits:
        if _actuel(cahier, fait.id).a_relire() != fait.a_relire():
            raise SortieRefusee(_FAIT + _A_NOUVEAU)
    for nature in lu.natures:
        if nature not in natures_de([_actuel(cahier, nature.reference)], DEGRES_EXPORTABLES):
            raise SortieRefusee(_FAIT + _A_NOUVEAU)
    cites = {fait.site_id for fait in lu.faits}
    actuels = {site.id: _dit(site) for site in cahier.sites()} if cites else {}
    if any(actuels.get(rang) != _dit(site) for rang, site in lu.sites.items() if rang in cites):
        raise SortieRefusee(_LIEU + _A_NOUVEAU)
    neufs = sans_les_permis(cahier.termes_masquage() - lu.liste, lu.permis)
    textes = [Passage("", texte) for texte in document.textes()]
    if next(Recherche(neufs, document.mentions()).trouvailles(textes), None) is not None:
        raise SortieRefusee(_TERME + _A_NOUVEAU)


def liste_a_contre_lire(lu: Lu, profil: Profil) -> frozenset[str]:
    """De la liste de masquage, ce que la contre-lecture cherche, masqué ou non dans ce document.

    Ce qui peut paraître n'y est pas : ce qu'on a gardé, fût-ce en plus long (« Benabdallahi », de
    « Benabdallah »), un mot de tous ou de l'outil, et moins de trois lettres.
    """
    gardes = "\n".join(map(clef, lu.permis))
    return frozenset(
        terme
        for terme in sans_les_permis(lu.liste, lu.permis)
        if len(forme := clef(terme)) > 2
        and not (len(forme) >= LONG and forme in gardes)
        and not est_courant(terme)
        and not est_des_notres(terme, profil)
    )


def _actuel(cahier: Cahier, fait_id: str) -> Fait:
    try:
        return cahier.fait(fait_id)
    except KeyError:
        raise SortieRefusee(_FAIT + _A_NOUVEAU) from None


def sans_les_permis(termes: Iterable[str], permis: Collection[str]) -> frozenset[str]:
    """Ces termes, sauf ceux qui sont un permis ou que l'un d'eux contient, en mots entiers.

    « le Z » est permis à qui a gardé « Z » : son article n'est pas un mot de plus.
    """
    entoures = {_entoure(terme) for terme in permis}
    ensemble = "\n".join(entoures)

    def est_permis(terme: str) -> bool:
        mots = _entoure(terme)
        return mots in ensemble or _sans_article(mots) in entoures

    return frozenset(terme for terme in termes if not est_permis(terme))


def _sans_article(entoure: str) -> str:
    premier, _, suite = entoure.strip().partition(" ")
    return f" {suite} " if premier in _ARTICLES else entoure


def _dit(site: Site) -> tuple[str, str, str]:
    """Ce qu'un document peut dire d'un lieu, d'échelon en échelon."""
    return site.libelle_exportable, site.ilot, site.secteur


def _entoure(terme: str) -> str:
    """Les mots repliés d'un terme, bordés d'espaces : « contient » vaut alors pour des mots.

    Un pictogramme n'a pas de mots : il ne vaut que pour lui-même.
    """
    return f" {' '.join(words(terme)) or terme} "
