"""Retenir d'une relecture ce qui servira : la formulation, les termes confirmés, les motifs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from tat_carnet.anonymisation.confirmes import nommera
from tat_carnet.anonymisation.relecture import Origine, Passage, StatutAlerte
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait
from tat_carnet.domain.sas import Levee
from tat_carnet.domain.vocabulaire import Profil
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture.etape import Etape
from tat_carnet.usecases.relecture.recits import sorte_de_levee


@dataclass(frozen=True, slots=True)
class Retenue:
    """Ce qu'une étape lue fait garder, figé à cet instant : le fil du cahier l'écrira plus tard.

    `fait` est celui qui a été lu, s'il y en a un ; `formulation`, `None` s'il n'en vient pas.
    """

    le: datetime
    termes: frozenset[str]
    fait: Fait | None
    profil: Profil
    formulation: str | None = field(repr=False)
    levees: tuple[Levee, ...] = field(repr=False)


def enregistrer_relecture(cahier: Cahier, etape: Etape, maintenant: datetime) -> None:
    """Retient à l'instant ce qu'une étape fait garder."""
    ecrire_relecture(cahier, figer(etape, maintenant))


def figer(etape: Etape, maintenant: datetime) -> Retenue:
    """La formulation relue et pour qui, les termes confirmés, les motifs de garder.

    Ce qui reliait ce passage à d'autres ne se garde pas : il ne valait que pour ce document. La
    liste garde des termes, sans lien avec un fait ni avec qui que ce soit.
    """
    passage = etape.passage
    relue = etape.a_une_nature and not etape.tue and passage.complete
    return Retenue(
        maintenant,
        termes_confirmes(passage),
        None if etape.fait is None else etape.fait.fait,
        passage.profil,
        passage.texte_seul if relue else None,
        tuple(_levees(etape, maintenant)),
    )


def ecrire_relecture(cahier: Cahier, retenue: Retenue) -> None:
    """Écrit ce qu'une étape fait garder ; d'un fait parti depuis, les seuls termes.

    D'un fait dont le brut a changé depuis qu'on l'a lu, la formulation ne se garde pas : elle ne
    dit plus la même chose, et passerait pour relue.
    """
    cahier.add_termes_masquage(retenue.termes)
    ajouter_levees(cahier, _neuves(cahier, retenue.levees))
    lu = retenue.fait
    actuel = None if lu is None else _encore_la(cahier, lu.id)
    if lu is None or actuel is None or retenue.formulation is None:
        return
    if actuel.texte_brut == lu.texte_brut:
        cahier.save_fait(actuel.relu(retenue.formulation, retenue.le, retenue.profil))


def ajouter_levees(cahier: Cahier, levees: Iterable[Levee]) -> None:
    """Écrit ces levées ; d'un fait parti depuis, aucune."""
    la = [lev for lev in levees if lev.fait_id is None or _encore_la(cahier, lev.fait_id)]
    if la:
        cahier.append_levees(la)


def _neuves(cahier: Cahier, levees: Collection[Levee]) -> list[Levee]:
    """Celles qui ne sont pas déjà retenues là : on peut relire plusieurs fois."""
    connues = {
        _qui(connue)
        for fait_id in {lev.fait_id for lev in levees}
        for connue in cahier.levees(fait_id)
    }
    return [levee for levee in levees if _qui(levee) not in connues]


def _encore_la(cahier: Cahier, fait_id: str) -> Fait | None:
    """Le fait, ou rien s'il a été jeté ou purgé pendant la relecture."""
    try:
        return cahier.fait(fait_id)
    except KeyError:
        return None


def _qui(levee: Levee) -> tuple[str | None, str, str, TexteBrut]:
    return levee.fait_id, levee.categorie, levee.passage, levee.motif


def _levees(etape: Etape, maintenant: datetime) -> Iterator[Levee]:
    """Les blocages gardés, une fois par sorte et motif ; puis le récit gardé.

    Un récit l'est pour ces mots et ce lecteur, dont l'empreinte suffit.
    """
    fait_id, source = etape.source
    gardes = dict.fromkeys(
        (alerte.categorie.value, alerte.motif)
        for alerte in etape.passage.alertes
        if alerte.bloquante and alerte.statut is StatutAlerte.gardee
    )
    for categorie, motif in gardes:
        yield Levee(maintenant, categorie, TexteBrut(motif), fait_id, passage=source)
    if etape.recit_garde is not None:
        passage, motif = etape.recit_garde
        sorte = sorte_de_levee(etape.passage.profil)
        yield Levee(maintenant, sorte, TexteBrut(motif), fait_id, passage=passage)


def termes_confirmes(passage: Passage) -> frozenset[str]:
    """Les termes remplacés qui nommeront encore quelqu'un, sauf ceux déjà décidés jadis."""
    return frozenset(
        alerte.terme
        for alerte in passage.alertes
        if nommera(alerte)
        and alerte.terme in passage.termes_masques
        and alerte.origine is not Origine.reprise
    )
