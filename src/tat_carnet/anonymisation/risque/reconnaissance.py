"""Reconnaissance : ce qu'un voisin reconnaîtrait sans un nom, par ce que tout le quartier sait.

Trouvé par une épreuve : un lecteur n'avait que le document et les faits publics du quartier
(`docs/anonymat.md`, « L'épreuve de l'intrus »). Ce qui l'a mené à quelqu'un se cherche ici.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from itertools import combinations
from typing import Final

from tat_carnet.anonymisation import lexiques
from tat_carnet.anonymisation.risque.deduction import SENSIBLES
from tat_carnet.anonymisation.risque.exposition import Expose, Pas
from tat_carnet.anonymisation.risque.tournures import (
    compte_des_foyers,
    dit_un_jour,
    parle_d_une_personne,
    rapporte_un_on_dit,
    renvoie_a_quelqu_un,
    se_garde_entre_nous,
)
from tat_carnet.domain.recherche import fold, words
from tat_carnet.domain.vocabulaire import FAMILLE_DU_TYPE, Public, TailleGroupe, TypeFait


class Cause(StrEnum):
    """Par où l'on reconnaîtrait."""

    seul = auto()
    evenement = auto()
    nombre = auto()
    repere = auto()
    source = auto()
    parole = auto()
    role = auto()
    meme = auto()
    relies = auto()
    jour = auto()
    foyers = auto()
    renvoi = auto()
    on_dit = auto()
    entre_nous = auto()


@dataclass(frozen=True, slots=True)
class Reconnaissance:
    """Une façon de reconnaître quelqu'un, ces faits, et les pas qui l'empêchent.

    Sans pas, aucun échelon n'y suffit : la phrase est à redire, ou le fait à laisser de côté. Le
    pas `recit` seul : elle est à redire, ou à taire.
    """

    cause: Cause
    exposes: tuple[Expose, ...]
    pas: frozenset[Pas] = frozenset()

    @property
    def references(self) -> tuple[str, ...]:
        """Les faits concernés."""
        return tuple(expose.reference for expose in self.exposes)


_OU_ET_QUAND: Final = frozenset({Pas.mois, Pas.secteur})

_CONNUS: Final = frozenset(
    {
        TypeFait.deuil,
        TypeFait.homicide,
        TypeFait.exclusion,
        TypeFait.sortie_detention,
        TypeFait.effets_operation_police,
        TypeFait.malaise_surdose,
    }
)
"""Ce que tout un quartier apprend, avec le nom de qui cela touche."""
_EVENEMENT: Final = re.compile(
    r"\b(?:deuil|obseques|enterrement|deces|decede\w*|perdu l['’]un des siens|exclu\w*"
    r"|conseils? de discipline|operations? de police|l['’]operation"
    r"|interpell\w+|perquisition\w*|expuls\w+"
    r"|sorti\w* de (?:prison|detention))\b"
)
_OBJETS: Final = frozenset(
    {TypeFait.materiel_injection, TypeFait.autre_materiel, TypeFait.dechets, TypeFait.degradation}
)
"""Là, on compte des choses : leur nombre ne désigne personne."""
_METIERS: Final = frozenset({Public.soignants, Public.gardiens, Public.commercants})
"""Des métiers tenus par un ou deux, que chacun connaît par leur nom."""
_REPERE: Final = re.compile(
    r"\b(?:\w+ (?:jours?|semaines?|mois) (?:apres|avant)|(?:le|des le) lendemain|la veille"
    r"|(?:le )?jour meme)\b"
)
_SOURCE: Final = re.compile(
    r"\b(?:nous (?:l['’]|les )?(?:a|ont) (?:dit|raconte|confie|parle|prevenu\w*|signale|alerte\w*)"
    r"|(?:s['’]est|se sont) confie\w*|racontent?|selon une? \w+|d['’]apres une? \w+"
    r"|nous (?:dit|raconte|confie|signale))\b"
)
_CITATION: Final = re.compile(r"«([^»]+)»|“([^”]+)”|\"([^\"]+)\"")
_PAROLE: Final = 5
"""Mots à partir desquels une citation est la voix de quelqu'un, non un mot repris."""
COMMUNS: Final = 2
"""Mots rares que deux faits partagent quand ils parlent de la même personne."""
_COMMUNS_D_AUTRES: Final = 3
"""Ceux qu'il leur faut quand leurs bruts nomment des gens différents."""
RARE: Final = 3
"""Faits du document au-delà desquels un mot y est courant."""
_RARE_EN_FRANCAIS: Final = 6000
"""Fréquence (`mots.tsv`) au-delà de laquelle un mot, « arrive », « partie », est de tous."""
_LONGUEUR: Final = 5
_A_TAIRE: Final = frozenset({Pas.recit})
"""Ce qu'une phrase seule trahit : n'en dire que la nature suffit, plutôt que perdre le fait."""
_ORDINAIRES: Final = re.compile(
    r"adolescent|collegien|collegienne|lyceen|eleve|enfant|jeune|famille|quartier|habitant|personne"
    r"|plusieurs|depuis|pendant|apres|avant|encore|toujours|semaine|mois|equipe|adulte|chaque"
    r"|professionnel|commerc|secteur|batiment|logement|matinee|soiree|proche|majeur"
    r"|jusqu|lorsqu|puisqu|quelqu|presqu|quoiqu|aujourd"
)
"""Ce que tout fait peut dire, « jusqu’ » que l'élision coupe compris, et les mots que la récriture
met elle-même à la place des noms.
"""


def reconnaissances(exposes: Sequence[Expose]) -> tuple[Reconnaissance, ...]:
    """Ce qu'un voisin reconnaîtrait : par cause, puis par paires de faits d'une même personne."""
    par_cause = [
        trouve for cause, lire in _LECTURES.items() for trouve in _par(cause, lire, exposes)
    ]
    return (*par_cause, *_memes(exposes))


def relies(
    exposes: Sequence[Expose], groupes: Collection[Collection[str]]
) -> tuple[Reconnaissance, ...]:
    """Les faits qu'une personne a reliés : le document dit lui-même que c'est la même.

    Un seul des siens y est encore dit : rien ne le relie plus.
    """
    dits = (tuple(e for e in exposes if e.reference in groupe) for groupe in groupes)
    return tuple(Reconnaissance(Cause.relies, groupe) for groupe in dits if len(groupe) > 1)


def _par(
    cause: Cause, lire: Callable[[Expose], frozenset[Pas] | None], exposes: Sequence[Expose]
) -> Iterator[Reconnaissance]:
    groupes: dict[frozenset[Pas], list[Expose]] = {}
    for expose in exposes:
        pas = lire(expose)
        if pas is not None:
            groupes.setdefault(pas - expose.pas, []).append(expose)
    for pas, groupe in groupes.items():
        yield Reconnaissance(cause, tuple(groupe), pas)


def _reste_a_monter(expose: Expose) -> frozenset[Pas] | None:
    """Le mois et le secteur, s'ils ne sont pas déjà dits."""
    return None if expose.pas >= _OU_ET_QUAND else _OU_ET_QUAND


def _seul(expose: Expose) -> frozenset[Pas] | None:
    """Une personne seule, ce lieu-là, cette semaine-là."""
    return _reste_a_monter(expose) if _parle_d_une_personne(expose) else None


def _parle_d_une_personne(expose: Expose) -> bool:
    seule = expose.taille is TailleGroupe.une
    return seule or parle_d_une_personne(fold(expose.texte))


def _evenement(expose: Expose) -> frozenset[Pas] | None:
    """Un événement que chacun connaît, rattaché à un lieu et à une semaine."""
    connu = expose.type in _CONNUS or _EVENEMENT.search(fold(expose.texte))
    return _reste_a_monter(expose) if connu else None


def _nombre(expose: Expose) -> frozenset[Pas] | None:
    """Un nombre exact de personnes : qui les a comptées aussi les reconnaît."""
    compte = expose.quantite and expose.type not in _OBJETS and expose.dit_qui
    return frozenset({Pas.nombre}) if compte and Pas.nombre not in expose.pas else None


def _repere(expose: Expose) -> frozenset[Pas] | None:
    """« Dix jours après l'opération » : l'événement est public, le jour s'en déduit."""
    texte = fold(expose.texte)
    return _A_TAIRE if _REPERE.search(texte) and _EVENEMENT.search(texte) else None


def _source(expose: Expose) -> frozenset[Pas] | None:
    """La phrase dit qui a parlé à l'équipe."""
    return _A_TAIRE if _SOURCE.search(fold(expose.texte)) else None


def _parole(expose: Expose) -> frozenset[Pas] | None:
    """Une phrase citée mot à mot : qui l'a entendue sait de qui elle est."""
    citations = ("".join(trouve.groups("")) for trouve in _CITATION.finditer(expose.texte))
    return _A_TAIRE if any(len(words(dite)) >= _PAROLE for dite in citations) else None


def _role(expose: Expose) -> frozenset[Pas] | None:
    """Un métier qu'une personne est seule à tenir à cet endroit, sur un sujet qui l'expose."""
    sensible = FAMILLE_DU_TYPE[expose.type] in SENSIBLES
    pas = frozenset({Pas.secteur})
    seul = sensible and not expose.pas >= pas and expose.lue().publics & _METIERS
    return pas if seul else None


def _jour(expose: Expose) -> frozenset[Pas] | None:
    """« dimanche », avec la semaine : la date entière."""
    dit = expose.dit_qui and Pas.mois not in expose.pas and dit_un_jour(fold(expose.texte))
    return frozenset({Pas.mois}) if dit else None


def _a_redire(dit: Callable[[str], bool]) -> Callable[[Expose], frozenset[Pas] | None]:
    """La lecture d'une tournure qu'aucun échelon ne tait : la phrase est à redire, ou à taire."""
    return lambda expose: _A_TAIRE if dit(fold(expose.texte)) else None


_LECTURES: Final[dict[Cause, Callable[[Expose], frozenset[Pas] | None]]] = {
    Cause.seul: _seul,
    Cause.evenement: _evenement,
    Cause.nombre: _nombre,
    Cause.repere: _repere,
    Cause.source: _source,
    Cause.parole: _parole,
    Cause.role: _role,
    Cause.jour: _jour,
    Cause.foyers: _a_redire(compte_des_foyers),
    Cause.renvoi: _a_redire(renvoie_a_quelqu_un),
    Cause.on_dit: _a_redire(rapporte_un_on_dit),
    Cause.entre_nous: _a_redire(se_garde_entre_nous),
}


def _memes(exposes: Sequence[Expose]) -> Iterator[Reconnaissance]:
    """Deux faits d'une personne seule que des mots rares rapprochent : ensemble, un récit.

    Les bruts disent déjà si c'est la même : nommée dans les deux, deux mots suffisent à qui lit ;
    sinon, ces mots sont aussi rares en français, et plus nombreux si l'on y nomme d'autres gens.
    """
    lus = [(expose, mots_qui_distinguent(expose.texte)) for expose in exposes]
    frequences = Counter(mot for _, mots in lus for mot in mots)
    seuls = [(expose, mots) for expose, mots in lus if _parle_d_une_personne(expose)]
    for (un, ses_mots), (autre, d_autres) in combinations(seuls, 2):
        communs = frozenset(mot for mot in ses_mots & d_autres if frequences[mot] <= RARE)
        if not un.nommes & autre.nommes:
            communs = rares_en_francais(communs) - _mots_des_lieux(un, autre)
        assez = _COMMUNS_D_AUTRES if _nomment_d_autres(un, autre) else COMMUNS
        if len(communs) >= assez and _ages_possibles(un, autre):
            yield Reconnaissance(Cause.meme, (un, autre))


def _nomment_d_autres(un: Expose, autre: Expose) -> bool:
    return bool(un.nommes and autre.nommes and not un.nommes & autre.nommes)


def _mots_des_lieux(*exposes: Expose) -> frozenset[str]:
    """« terminus », « canal » : le lieu, dit par les codes, ne rapproche personne."""
    return frozenset(mot for expose in exposes for nom in expose.lieux for mot in words(nom))


def rares_en_francais(formes: Collection[str]) -> frozenset[str]:
    """Ceux de ces mots repliés que peu de phrases françaises disent."""
    return frozenset(mot for mot in formes if lexiques.mots().get(mot, 0) <= _RARE_EN_FRANCAIS)


def mots_qui_distinguent(texte: str) -> frozenset[str]:
    """Les mots assez longs d'un texte, repliés, sans ceux que tout fait peut dire."""
    longs = (mot for mot in words(texte) if len(mot) >= _LONGUEUR)
    return frozenset(mot for mot in longs if not _ORDINAIRES.match(mot))


def _ages_possibles(un: Expose, autre: Expose) -> bool:
    ages = {un.lue().tranche_age, autre.lue().tranche_age} - {None}
    return len(ages) < 2
