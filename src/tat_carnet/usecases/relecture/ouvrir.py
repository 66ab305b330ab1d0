"""Ouvrir un dossier : de quels faits et de quels textes faire la pile des passages à lire."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from tat_carnet.anonymisation.dementi import RelectureDementi
from tat_carnet.anonymisation.publics import hors_liste, noms_publics
from tat_carnet.anonymisation.relecture import (
    LIEU,
    NomDeLieu,
    Passage,
    RelectureEntite,
    relire_lieux,
    relire_structure,
    relire_texte,
)
from tat_carnet.anonymisation.relecture_fait import RelectureFait
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.sas import Levee, Sillage
from tat_carnet.domain.vocabulaire import Attestation, TypeFait
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture.a_part import motifs_a_part
from tat_carnet.usecases.relecture.annee import faits_de_l_annee, natures_de
from tat_carnet.usecases.relecture.defaut import sortie_sure
from tat_carnet.usecases.relecture.dossier import Dossier
from tat_carnet.usecases.relecture.etape import Etape, etape_du_lieu, parole_de
from tat_carnet.usecases.relecture.inchange import Lu
from tat_carnet.usecases.relecture.natures import natures_retenues
from tat_carnet.usecases.relecture.plan import ContenuT, Plan, Recit, TexteLibre
from tat_carnet.usecases.relecture.raconter import se_lit
from tat_carnet.usecases.relecture.recits import sorte_de_levee

A_LIRE: Final = ("Formulation", "Démenti", "Matériel")
"""Les passages qu'on lit même sans alerte."""

_QUOI: Final = "dites en général ce qui est faux"
"""D'un fait « autre », que rien ne nomme : sans ces mots, on ne saurait pas quoi."""


def ouvrir(cahier: Cahier, plan: Plan[ContenuT], faits: Iterable[Fait] = ()) -> Dossier[ContenuT]:
    """Le dossier de ces faits, avec les lieux, la liste de masquage et les motifs du cahier.

    Une lettre ne dit de natures que celles des faits qu'on y a mis.
    """
    sites = {site.id: site for site in cahier.sites()}
    faits = tuple(faits)
    return preparer(
        plan,
        faits,
        sites,
        cahier.termes_masquage(),
        cahier.levees(),
        deja_sortis(cahier, faits),
        faits_de_l_annee(cahier, plan.jour) if plan.recit is Recit.admis else (),
    )


def deja_sortis(cahier: Cahier, faits: Iterable[Fait]) -> Sequence[Sillage]:
    """Ce que des documents ont dit de ces faits : un démenti, une nature, n'en disent pas plus."""
    return cahier.sillages([fait.id for fait in faits])


@sortie_sure()
def preparer(
    plan: Plan[ContenuT],
    faits: Iterable[Fait],
    sites: Mapping[str, Site],
    liste: frozenset[str],
    levees: Sequence[Levee] = (),
    sortis: Sequence[Sillage] = (),
    annee: Iterable[Fait] = (),
) -> Dossier[ContenuT]:
    """Le dossier de ces faits, sans cahier (le scénario de démonstration s'en sert aussi).

    Un fait que le plan n'admet pas (rumeur, fait infirmé, degré trop faible) va dans `refuses` ; un
    fait infirmé peut se démentir, si le plan le veut. `levees` : les blocages déjà levés, que l'on
    remontre avec leur motif ; les récits gardés aussi. `sortis` : ce que des documents ont dit de
    ces faits. `annee` : ceux dont la nature peut se dire ensemble. `SortieRefusee` si le repérage
    échoue.
    """
    publics = noms_publics(sites.values()) | plan.publics
    lieux = {site_id: relire_lieux(site, liste) for site_id, site in sites.items()}
    par_fait: dict[str, list[Sillage]] = {}
    for sillage in sortis:
        par_fait.setdefault(sillage.reference, []).append(sillage)
    relectures = [
        _relecture(plan, fait, (sites[lieu], liste, publics, lieux[lieu]), par_fait)
        for fait in faits
        if (lieu := fait.site_id) is not None
    ]
    passages = _passages_libres(plan, liste, publics)
    etapes = _etapes_libres(plan.libres, passages)
    sortants = [relecture for relecture in relectures if relecture.refus is None]
    etapes += _etapes_des_lieux(sortants)
    for relecture in sortants:
        etapes += _etapes_du_fait(relecture, sites[relecture.fait.site_id or ""])
    _rappeler(etapes, levees)
    refuses = tuple((r.fait, r.refus) for r in relectures if r.refus is not None)
    sorte = sorte_de_levee(plan.profil)
    motifs = {lev.passage: lev.motif.lire() for lev in reversed(levees) if lev.categorie == sorte}
    natures, a_part = natures_retenues(reversed(levees)), motifs_a_part(reversed(levees))
    ouvert, dites = Lu(sites=sites, liste=liste), natures_de(annee, plan.degres)
    surs = hors_liste(publics, liste).union(*(libre.confirmes for libre in plan.libres))
    return Dossier(plan, etapes, refuses, passages, surs, motifs, natures, ouvert, a_part, dites)


def _relecture(
    plan: Plan[ContenuT],
    fait: Fait,
    ou: tuple[Site, frozenset[str], frozenset[str], Mapping[str, NomDeLieu]],
    sortis: Mapping[str, Sequence[Sillage]],
) -> RelectureEntite:
    """La relecture de ce fait : un démenti s'il est infirmé et que le plan le veut."""
    dits = sortis.get(fait.id, ())
    if plan.dementis and fait.attestation is Attestation.infirme:
        return RelectureDementi(fait, *ou, profil=plan.profil, sortis=dits)
    phrases = plan.recit is not Recit.absent
    return RelectureFait(
        fait, *ou, degres=plan.degres, profil=plan.profil, sortis=dits, phrases=phrases
    )


def _rappeler(etapes: Iterable[Etape], levees: Iterable[Levee]) -> None:
    """Rend à chaque étape ce qui y a été gardé, et pourquoi : par fait, ou par texte."""
    par_source: dict[tuple[str | None, str], list[Levee]] = {}
    for levee in levees:
        par_source.setdefault((levee.fait_id, levee.passage), []).append(levee)
    for etape in etapes:
        etape.levees = tuple(par_source.get(etape.source, ()))


def _passages_libres(
    plan: Plan[ContenuT], liste: frozenset[str], publics: frozenset[str]
) -> dict[str, Passage]:
    """Un même texte, ici d'une structure et là d'une personne, se relit comme d'une personne."""
    structures = {
        libre.texte: relire_structure(libre.texte, liste, publics | libre.connus, libre.confirmes)
        for libre in plan.libres
        if libre.structure
    }
    autres = [libre.texte for libre in plan.libres if not libre.structure]
    return structures | {
        texte: relire_texte(texte, liste, publics, plan.profil) for texte in autres
    }


def _etapes_libres(libres: Sequence[TexteLibre], passages: Mapping[str, Passage]) -> list[Etape]:
    """Un texte tapé deux fois se lit une fois."""
    uniques: dict[str, TexteLibre] = {}
    for libre in libres:
        uniques.setdefault(libre.texte, libre)
    etapes = [
        Etape(libre.titre, libre.precision, passages[libre.texte], parole=libre.parole)
        for libre in uniques.values()
    ]
    toujours = [libre.toujours and bool(libre.texte.strip()) for libre in uniques.values()]
    return [etape for etape, lu in zip(etapes, toujours, strict=True) if lu or se_lit(etape)]


def _etapes_du_fait(relecture: RelectureEntite, site: Site) -> list[Etape]:
    fait = relecture.fait
    assert fait.type is not None
    titre = f"{site.libelle_public} — {fait.libelle_autre or libelle(fait.type)}"
    dits = [(nom, passage) for nom, passage in relecture.passages if nom != LIEU]
    etapes = [
        Etape(titre, _precision(nom, fait), passage, relecture, parole=parole_de(nom))
        for nom, passage in dits
    ]
    return [
        etape
        for (nom, _), etape in zip(dits, etapes, strict=True)
        if nom in A_LIRE or se_lit(etape)
    ]


def _etapes_des_lieux(relectures: Iterable[RelectureEntite]) -> list[Etape]:
    """Un nom de lieu à décider l'est une fois, pour tous les faits qui s'y passent."""
    lieux = {id(lieu): lieu for r in relectures for nom, lieu in r.passages if nom == LIEU}
    return list(filter(se_lit, map(etape_du_lieu, lieux.values())))


def _precision(nom: str, fait: Fait) -> str:
    degre = libelle(fait.attestation)
    if nom == "Démenti" and fait.type is TypeFait.autre:
        return f"{degre}, démenti\u202f: {_QUOI}"
    return degre if nom == "Formulation" else f"{degre}, {nom.lower()}"
